// A network on the board: what keys lead to, and what its table says.

import type { NetworkDetails, NetworkLink, NetworkNode } from '../../../../shared/contract/networks.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { PictureInks } from '../../../../shared/domain/network/picture.ts';
import { directionOf, nodeTowards } from '../network/navigation.ts';

export type Place = { readonly x: number; readonly y: number };

/** The colours of the screen; those of paper are in `picture.ts`. */
export const boardInks: PictureInks = {
  paper: 'var(--color-surface)',
  ink: 'var(--color-text)',
  soft: 'var(--color-text-muted)',
  box: 'var(--color-sunken)',
  warning: 'var(--color-warning-text)',
};

/** What is open beside the board. */
export type Chosen = { readonly kind: 'node' | 'link'; readonly guid: Guid };

export type BoardKey =
  | { readonly kind: 'open' }
  | { readonly kind: 'focus'; readonly node: Guid }
  | { readonly kind: 'link'; readonly link: Guid }
  | { readonly kind: 'move'; readonly by: Place }
  /** Times as large; null is the drawing's own size. */
  | { readonly kind: 'zoom'; readonly factor: number | null };

/** One step of enlarging. */
export const zoomStep = 1.25;

/** Units of the drawing that one key moves a node. */
const step = 16;

/**
 * Arrows lead to the next node on that side, at the edge to the next in the list; with Shift they move the node. Page Up
 * and Page Down lead through the links of the node, Enter opens what has the focus, plus, minus and zero zoom.
 */
export function boardKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  focused: Guid,
  link: Guid | null,
): BoardKey | null {
  if (key === 'Enter' || key === ' ') return { kind: 'open' };
  if (key === '+' || key === '=') return { kind: 'zoom', factor: zoomStep };
  if (key === '-') return { kind: 'zoom', factor: 1 / zoomStep };
  if (key === '0') return { kind: 'zoom', factor: null };
  const at = nodes.findIndex(({ guid }) => guid === focused);
  if (key === 'PageDown' || key === 'PageUp') {
    const own = links.filter(({ from, to }) => from === focused || to === focused);
    const from = own.findIndex(({ guid }) => guid === link);
    const next = own[(from + (key === 'PageDown' ? 1 : from === -1 ? 0 : -1) + own.length) % Math.max(1, own.length)];
    return next ? { kind: 'link', link: next.guid } : null;
  }
  const direction = directionOf(key);
  if (!direction || at === -1) return null;
  if (shiftKey) return { kind: 'move', by: { x: direction.x * step, y: direction.y * step } };
  const towards = nodes[nodeTowards(nodes, at, direction)];
  const next = towards ?? nodes[at + (direction.x + direction.y > 0 ? 1 : -1)];
  return next ? { kind: 'focus', node: next.guid } : null;
}

/** A line of the table: a link, or a node that has none. */
export type BoardRow = {
  readonly node: NetworkNode;
  readonly link: NetworkLink | null;
  readonly to: NetworkNode | null;
};

export function boardRows({ nodes, links }: NetworkDetails): readonly BoardRow[] {
  const byGuid = new Map(nodes.map((node) => [node.guid, node]));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  return [
    ...links.flatMap((link): readonly BoardRow[] => {
      const node = byGuid.get(link.from);
      return node ? [{ node, link, to: byGuid.get(link.to) ?? null }] : [];
    }),
    ...nodes.filter(({ guid }) => !linked.has(guid)).map((node) => ({ node, link: null, to: null })),
  ];
}
