// Which node or link is meant by a key or a point.

import type { Point } from './force-layout.ts';
import type { NetworkEdge, NetworkNode } from './network-model.ts';
import { reachOf } from './shapes.ts';

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function directionOf(key: string): Point | null {
  return Object.hasOwn(directions, key) ? (directions[key] ?? null) : null;
}

/** The nearest node on that side; what lies askew counts as farther. −1 where there is none. */
export function nodeTowards(points: readonly Point[], from: number, direction: Point): number {
  const origin = points[from];
  if (!origin) return -1;
  let best = -1;
  let least = Infinity;
  for (const [index, point] of points.entries()) {
    const dx = point.x - origin.x;
    const dy = point.y - origin.y;
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y - dy * direction.x);
    if (index === from || along <= 0 || aside > along * 2) continue;
    const cost = along + aside * 2;
    if (cost < least) {
      least = cost;
      best = index;
    }
  }
  return best;
}

/** The node whose ground a point lies on; of several the nearest. −1 where there is none. */
export function nodeAt(
  nodes: readonly Pick<NetworkNode, 'radius' | 'shape'>[],
  points: readonly Point[],
  at: Point,
): number {
  let best = -1;
  let least = Infinity;
  for (const [index, { radius, shape }] of nodes.entries()) {
    const point = points[index];
    if (!point) continue;
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    if (distance < least && distance <= reachOf(shape, radius)) {
      least = distance;
      best = index;
    }
  }
  return best;
}

/** The link nearest to a point, within a reach. −1 where there is none. */
export function edgeAt(edges: readonly NetworkEdge[], points: readonly Point[], at: Point, reach: number): number {
  let best = -1;
  let least = reach;
  for (const [index, { source, target }] of edges.entries()) {
    const from = points[source];
    const to = points[target];
    if (!from || !to) continue;
    const distance = distanceToSegment(at, from, to);
    if (distance <= least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

/** Links of a node, the strongest first. */
export function edgesOfNode(edges: readonly NetworkEdge[], node: number): readonly number[] {
  return edges
    .flatMap((edge, index) => (edge.source === node || edge.target === node ? [index] : []))
    .toSorted((a, b) => (edges[b]?.value ?? 0) - (edges[a]?.value ?? 0) || a - b);
}

function distanceToSegment(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
