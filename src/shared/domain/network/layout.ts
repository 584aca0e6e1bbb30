// Places for the nodes of a network: layers along the links, so that causes stand before effects and wholes above parts.

export type Placed = { readonly x: number; readonly y: number };
export type Ranked<Id> = { readonly from: Id; readonly to: Id; readonly kind: string };
/** `right`: layers are columns, as causes are read. `down`: layers are rows, as an organisation is drawn. */
export type Direction = 'right' | 'down';

/** Units of the drawing between the middles of two nodes. */
const across = { right: 270, down: 190 } as const;
const along = { right: 104, down: 136 } as const;
/** Nodes beside each other before a layer goes on in a further row or column. */
const widest = { right: 8, down: 7 } as const;
/** A drawing of nodes without links is about as wide as a page. */
const gridWidth = 6;

/**
 * Layers by the longest path (Sugiyama, Tagawa & Toda 1981); within a layer each node stands near the mean of its
 * neighbours. What leads back in a circle does not count, links without a direction do not rank, and nodes without any
 * link stand in a grid below the others. The same input gives the same places.
 */
export function layeredPlaces<Id extends string>(
  nodes: readonly Id[],
  links: readonly Ranked<Id>[],
  direction: Direction,
): ReadonlyMap<Id, Placed> {
  const known = new Set(nodes);
  const edges = links
    .filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
    .map(({ from, to, kind }) => ({ ...(kind === 'part-of' ? { from: to, to: from } : { from, to }), kind }));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const ranking = withoutCircles(
    nodes,
    edges.filter(({ kind }) => kind !== 'associated' && kind !== 'contradicts'),
  );
  const layers = ordered(
    layersOf(
      nodes.filter((id) => linked.has(id)),
      ranking,
    ),
    edges,
  );
  const lines = [
    ...layers.flatMap((layer) => pieces(layer, widest[direction])),
    ...pieces(
      nodes.filter((id) => !linked.has(id)),
      direction === 'down' ? gridWidth : widest.right,
    ),
  ];
  return new Map(
    lines.flatMap((line, place) =>
      line.map((id, at): readonly [Id, Placed] => {
        const middle = at - (line.length - 1) / 2;
        return direction === 'down'
          ? [id, { x: Math.round(middle * across.down), y: place * along.down }]
          : [id, { x: place * across.right, y: Math.round(middle * along.right) }];
      }),
    ),
  );
}

type Edge<Id> = { readonly from: Id; readonly to: Id };

function withoutCircles<Id extends string>(nodes: readonly Id[], edges: readonly Edge<Id>[]): readonly Edge<Id>[] {
  const out = Map.groupBy(edges, ({ from }) => from);
  const state = new Map<Id, 'open' | 'done'>();
  const kept: Edge<Id>[] = [];
  // Not by recursion: a chain of thousands of nodes is one path.
  for (const root of nodes) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const path = [{ id: root, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = out.get(top.id)?.[top.next];
      top.next += 1;
      if (!edge) {
        state.set(top.id, 'done');
        path.pop();
        continue;
      }
      const reached = state.get(edge.to);
      if (reached === 'open') continue;
      kept.push(edge);
      if (reached === 'done') continue;
      state.set(edge.to, 'open');
      path.push({ id: edge.to, next: 0 });
    }
  }
  return kept;
}

function layersOf<Id extends string>(nodes: readonly Id[], edges: readonly Edge<Id>[]): readonly (readonly Id[])[] {
  const into = new Map<Id, number>();
  for (const { to } of edges) into.set(to, (into.get(to) ?? 0) + 1);
  const out = Map.groupBy(edges, ({ from }) => from);
  const rank = new Map<Id, number>(nodes.map((id) => [id, 0]));
  const open = nodes.filter((id) => !into.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of out.get(id) ?? []) {
      rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(id) ?? 0) + 1));
      const left = (into.get(to) ?? 0) - 1;
      into.set(to, left);
      if (left === 0) open.push(to);
    }
  }
  const deepest = Math.max(-1, ...rank.values());
  return Array.from({ length: deepest + 1 }, (_, layer) => nodes.filter((id) => rank.get(id) === layer));
}

/** Down and up again, each node goes to the mean of its neighbours in the layers before. */
function ordered<Id extends string>(layers: readonly (readonly Id[])[], edges: readonly Edge<Id>[]) {
  const neighbours = new Map<Id, Id[]>();
  const note = (one: Id, other: Id): void => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  };
  for (const { from, to } of edges) {
    note(from, to);
    note(to, from);
  }
  let present = layers;
  for (const order of [present.keys(), [...present.keys()].toReversed(), present.keys()]) {
    const next = [...present];
    for (const layer of order) {
      const places = new Map(
        next.flatMap((line, of) =>
          of === layer ? [] : line.map((id, at) => [id, at - (line.length - 1) / 2] as const),
        ),
      );
      const wish = (id: Id, own: number): number => {
        const found = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
        return found.length === 0 ? own : found.reduce((sum, place) => sum + place, 0) / found.length;
      };
      const line = next[layer] ?? [];
      const wishes = new Map(line.map((id, at) => [id, wish(id, at - (line.length - 1) / 2)]));
      next[layer] = line.toSorted((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
    }
    present = next;
  }
  return present;
}

/** As even as they can be: seven and seven, not ten and four. */
function pieces<Id>(line: readonly Id[], most: number): readonly (readonly Id[])[] {
  const count = Math.ceil(line.length / most);
  const size = Math.ceil(line.length / Math.max(1, count));
  return Array.from({ length: count }, (_, piece) => line.slice(piece * size, (piece + 1) * size));
}
