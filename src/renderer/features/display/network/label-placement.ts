// Labels beside nodes that cover neither each other nor a node. The most frequent codes choose first; a label for
// which there is no room is left out and shown when its node has the focus.

import type { Point } from './force-layout.ts';
import type { Network } from './network-model.ts';
import { reachOf } from './shapes.ts';

export type LabelRequest = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  /** Greater chooses first. */
  readonly weight: number;
  /** Where the node's own links lead: the label rather stands beside them than over them. */
  readonly links: readonly Point[];
};

export type PlacedLabel = {
  /** Place in the requests. */
  readonly index: number;
  /** Anchor of the text: its start, middle or end, at half its height. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const gap = 3;

/** What each node asks for. @param widths of the labels in the units of the points */
export function labelRequests(
  { nodes, edges }: Pick<Network, 'nodes' | 'edges'>,
  points: readonly Point[],
  widths: readonly number[],
): readonly LabelRequest[] {
  const at = (index: number): Point => points[index] ?? { x: 0, y: 0 };
  const links: Point[][] = nodes.map(() => []);
  for (const { source, target } of edges) {
    links[source]?.push(at(target));
    links[target]?.push(at(source));
  }
  return nodes.map((node, index) => ({
    ...at(index),
    radius: reachOf(node.shape, node.radius),
    width: widths[index] ?? 0,
    weight: node.units,
    links: links[index] ?? [],
  }));
}

/**
 * @param height of a line of text in the units of the points
 * @param within labels do not leave this ground
 */
export function placeLabels(requests: readonly LabelRequest[], height: number, within?: Box): readonly PlacedLabel[] {
  const taken = createBoxes(Math.max(40, height * 3));
  for (const [index, node] of requests.entries()) {
    taken.add(
      {
        left: node.x - node.radius,
        top: node.y - node.radius,
        right: node.x + node.radius,
        bottom: node.y + node.radius,
      },
      index,
    );
  }
  const order = requests
    .map((request, index) => ({ request, index }))
    .toSorted((a, b) => b.request.weight - a.request.weight || a.index - b.index);
  const placed: PlacedLabel[] = [];
  for (const { request, index } of order) {
    const free = leastCrossed(request, height, (spot) => {
      const box = labelBox(spot, request.width, height);
      return (within === undefined || holds(within, box)) && !taken.meets(box, index);
    });
    if (!free) continue;
    taken.add(labelBox(free, request.width, height), -1);
    placed.push({ index, ...free });
  }
  return placed;
}

/** The ground a label covers. */
export function labelBox({ x, y, anchor }: Spot, width: number, height: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - height / 2, right: left + width, bottom: y + height / 2 };
}

/** Whether two boxes have ground in common. */
export function boxesMeet(first: Box, second: Box): boolean {
  return (
    first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

type Spot = Omit<PlacedLabel, 'index'>;

/** The first of the free spots over the fewest links of the node. */
function leastCrossed(request: LabelRequest, height: number, isFree: (spot: Spot) => boolean): Spot | null {
  let best: Spot | null = null;
  let fewest = Infinity;
  for (const spot of candidates(request)) {
    if (!isFree(spot)) continue;
    const box = labelBox(spot, request.width, height);
    let crossed = 0;
    for (const end of request.links) if (crosses(box, request, end)) crossed += 1;
    if (crossed < fewest) {
      fewest = crossed;
      best = spot;
    }
    if (fewest === 0) break;
  }
  return best;
}

/** Whether a line meets a box (Liang & Barsky 1984). */
export function crosses({ left, top, right, bottom }: Box, from: Point, to: Point): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  for (const [step, room] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) {
      enter = Math.max(enter, room / step);
    } else {
      leave = Math.min(leave, room / step);
    }
  }
  return enter <= leave;
}

/** Right, left, below, above, then askew: the order in which readers look for a label. */
function candidates({ x, y, radius }: LabelRequest): readonly Spot[] {
  const side = radius + gap;
  const over = radius + gap + 6;
  return [
    { x: x + side, y, anchor: 'start' },
    { x: x - side, y, anchor: 'end' },
    { x, y: y + over, anchor: 'middle' },
    { x, y: y - over, anchor: 'middle' },
    { x: x + side * 0.75, y: y + over * 0.75, anchor: 'start' },
    { x: x + side * 0.75, y: y - over * 0.75, anchor: 'start' },
    { x: x - side * 0.75, y: y + over * 0.75, anchor: 'end' },
    { x: x - side * 0.75, y: y - over * 0.75, anchor: 'end' },
  ];
}

/** More squares than any plane has in a row: a square's number is its own. */
const widestGrid = 1e6;

type Boxes = {
  /** @param owner the node that the box belongs to; −1 for none */
  readonly add: (box: Box, owner: number) => void;
  /** Whether the box meets one that does not belong to the node. */
  readonly meets: (box: Box, node: number) => boolean;
};

/** Boxes by the squares of a grid they lie in: each is compared with its neighbours only. */
function createBoxes(square: number): Boxes {
  const squares = new Map<number, { readonly box: Box; readonly owner: number }[]>();
  const keysOf = (box: Box): readonly number[] => {
    const keys: number[] = [];
    for (let column = Math.floor(box.left / square); column <= Math.floor(box.right / square); column += 1) {
      for (let row = Math.floor(box.top / square); row <= Math.floor(box.bottom / square); row += 1) {
        keys.push(column * widestGrid + row);
      }
    }
    return keys;
  };
  return {
    add: (box, owner) => {
      for (const key of keysOf(box)) {
        const list = squares.get(key);
        if (list) list.push({ box, owner });
        else squares.set(key, [{ box, owner }]);
      }
    },
    meets: (box, node) =>
      keysOf(box).some((key) =>
        (squares.get(key) ?? []).some((other) => other.owner !== node && boxesMeet(other.box, box)),
      ),
  };
}

/** The smallest box around points with a margin. */
export function boundsOf(points: readonly Point[], margin: number): Box {
  if (points.length === 0) return { left: -margin, top: -margin, right: margin, bottom: margin };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  };
}
