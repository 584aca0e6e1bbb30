// What keys do in the network.

import type { Point } from './force-layout.ts';
import { directionOf, edgesOfNode, nodeTowards } from './navigation.ts';
import type { Network } from './network-model.ts';

export type Consequence =
  | { readonly kind: 'open-node' }
  | { readonly kind: 'open-edge' | 'edge'; readonly edge: number }
  | { readonly kind: 'focus'; readonly node: number }
  | { readonly kind: 'move'; readonly to: Point }
  | { readonly kind: 'zoom'; readonly factor: number };

export type Situation = {
  readonly network: Network;
  readonly points: readonly Point[];
  readonly focused: number;
  readonly edge: number | null;
  readonly scale: number;
};

/** What a key press asks for; null where nothing. */
export function consequenceOf(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { network, points, focused, edge, scale }: Situation,
): Consequence | null {
  if (key === 'Enter' || key === ' ') return edge === null ? { kind: 'open-node' } : { kind: 'open-edge', edge };
  if (key === '+' || key === '=') return { kind: 'zoom', factor: 1.25 };
  if (key === '-') return { kind: 'zoom', factor: 0.8 };
  if (key === 'PageDown' || key === 'PageUp') {
    const own = edgesOfNode(network.edges, focused);
    const at = edge === null ? -1 : own.indexOf(edge);
    const next = own[(at + (key === 'PageDown' ? 1 : -1) + own.length) % Math.max(1, own.length)];
    return next === undefined ? null : { kind: 'edge', edge: next };
  }
  const direction = directionOf(key);
  const point = points[focused];
  if (!direction || !point) return null;
  if (shiftKey) {
    return { kind: 'move', to: { x: point.x + (direction.x * 12) / scale, y: point.y + (direction.y * 12) / scale } };
  }
  const node = nodeTowards(points, focused, direction);
  return node === -1 ? null : { kind: 'focus', node };
}
