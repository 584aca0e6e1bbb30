// Places for a network that is a tree, as a code tree or an organisation is: no line crosses another, and what belongs
// together stands together. A layered drawing of the same would put all leaves into rows far from what they belong to.

import type { Direction, Placed, Ranked } from './layout.ts';

/** Units of the drawing from the middle of a node to that of the next level, and to that of the next leaf. */
const level = { right: 240, down: 136 } as const;
const leaf = { right: 104, down: 190 } as const;
/** Leaves under each other before they go on in a further column. */
const tallest = 8;
/** Beyond this, a chain of parts is no tree that can be drawn. */
const deepest = 100;
/** About the shape of a page laid across. */
const pageShape = 1.4;

/**
 * @param direction `right`: each level is a column, trees stand under each other. `down`: parts hang below their whole,
 *   leaves in columns.
 * @returns null where the links are not those of trees: another kind among them, two wholes of one part, a circle
 */
export function treePlaces<Id extends string>(
  nodes: readonly Id[],
  links: readonly Ranked<Id>[],
  direction: Direction,
): ReadonlyMap<Id, Placed> | null {
  const known = new Set(nodes);
  const wholes = new Map<Id, Id>();
  for (const { from, to, kind } of links) {
    if (kind !== 'part-of' || !known.has(from) || !known.has(to) || wholes.has(from)) return null;
    wholes.set(from, to);
  }
  if (wholes.size === 0) return null;
  const parts = new Map<Id, Id[]>();
  for (const id of nodes) {
    const whole = wholes.get(id);
    if (whole !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), id]);
  }
  const build = direction === 'right' ? sideways : hanging;
  const blocks = nodes.flatMap((id) => (wholes.has(id) ? [] : [build(id, parts, 0)]));
  const placed = new Map((direction === 'right' ? packed(blocks) : beside(blocks)).places);
  // What was not reached is part of a circle, or of a chain without end.
  return placed.size === nodes.length ? placed : null;
}

/** Some nodes with their places, from the upper left corner. */
type Block<Id> = {
  readonly width: number;
  readonly height: number;
  readonly places: readonly (readonly [Id, Placed])[];
};
type Build = <Id extends string>(root: Id, parts: ReadonlyMap<Id, readonly Id[]>, depth: number) => Block<Id>;

const sideways: Build = (root, parts, depth) => {
  const own = depth > deepest ? [] : (parts.get(root) ?? []);
  if (own.length === 0) return { width: level.right, height: leaf.right, places: [[root, { x: 0, y: 0 }]] };
  const below = under(own.map((part) => sideways(part, parts, depth + 1)));
  const [first, last] = [below.tops[0] ?? 0, below.tops.at(-1) ?? 0];
  return {
    width: below.width + level.right,
    height: below.height,
    places: [[root, { x: 0, y: Math.round((first + last) / 2) }], ...moved(below.places, level.right, 0)],
  };
};

const hanging: Build = (root, parts, depth) => {
  const own = depth > deepest ? [] : (parts.get(root) ?? []);
  if (own.length === 0) return { width: leaf.down, height: level.down, places: [[root, { x: 0, y: 0 }]] };
  const areLeaves = own.every((part) => !parts.has(part));
  const below = areLeaves ? columns(own) : beside(own.map((part) => hanging(part, parts, depth + 1)));
  const middle = Math.round((below.width - leaf.down) / 2);
  return {
    width: below.width,
    height: below.height + level.down,
    places: [[root, { x: middle, y: 0 }], ...moved(below.places, 0, level.down)],
  };
};

/** One under the other; where the root of each stands. */
function under<Id>(blocks: readonly Block<Id>[]): Block<Id> & { readonly tops: readonly number[] } {
  let y = 0;
  const tops: number[] = [];
  const places = blocks.flatMap((block) => {
    tops.push(y + (block.places[0]?.[1].y ?? 0));
    const own = moved(block.places, 0, y);
    y += block.height;
    return own;
  });
  return { width: Math.max(0, ...blocks.map(({ width }) => width)), height: y, places, tops };
}

function beside<Id>(blocks: readonly Block<Id>[]): Block<Id> {
  let x = 0;
  const places = blocks.flatMap((block) => {
    const own = moved(block.places, x, 0);
    x += block.width;
    return own;
  });
  return { width: x, height: Math.max(0, ...blocks.map(({ height }) => height)), places };
}

/** Leaves in columns as even as they can be. */
function columns<Id>(leaves: readonly Id[]): Block<Id> {
  const rows = Math.ceil(leaves.length / Math.ceil(leaves.length / tallest));
  const places = leaves.map((id, at): readonly [Id, Placed] => [
    id,
    { x: Math.floor(at / rows) * leaf.down, y: (at % rows) * leaf.right },
  ]);
  return { width: Math.ceil(leaves.length / rows) * leaf.down, height: rows * leaf.right, places };
}

/** Trees under each other in as many columns as come closest to a page. */
function packed<Id>(blocks: readonly Block<Id>[]): Block<Id> {
  const gapped = blocks.map((block) => ({ ...block, height: block.height + leaf.right / 2 }));
  const total = gapped.reduce((sum, { height }) => sum + height, 0);
  const tried = gapped.map((_, more) => {
    const most = total / (more + 1);
    const found: Block<Id>[][] = [[]];
    let height = 0;
    for (const block of gapped) {
      // Half a tree more is nearer than half a tree less.
      if (height > 0 && height + block.height / 2 > most) {
        found.push([]);
        height = 0;
      }
      found.at(-1)?.push(block);
      height += block.height;
    }
    return beside(found.map(under));
  });
  const size = ({ width, height }: Block<Id>): number => Math.max(width / pageShape, height);
  return tried.reduce((best, each) => (size(each) < size(best) ? each : best), tried[0] ?? beside([]));
}

function moved<Id>(places: Block<Id>['places'], dx: number, dy: number): Block<Id>['places'] {
  return places.map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }] as const);
}
