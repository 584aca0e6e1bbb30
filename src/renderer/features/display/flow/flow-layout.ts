// Bands from codes to cases or documents, as wide as there are codings (after Sankey 1898): places without drawing.

export type FlowLink = { readonly from: number; readonly to: number; readonly value: number };

export type FlowNode = {
  readonly place: number;
  readonly value: number;
  /** From its upper to its lower edge. */
  readonly top: number;
  readonly bottom: number;
};

/** A band: where it leaves and where it arrives, by its middle, and how wide it is. */
export type FlowBand = FlowLink & { readonly start: number; readonly end: number; readonly width: number };

export type FlowLayout = {
  /** In the order they stand in, from the top. */
  readonly left: readonly FlowNode[];
  readonly right: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly height: number;
};

/** A side has no more than this share of its height between its nodes. */
const mostGaps = 0.5;
const leastNode = 1.5;

/**
 * Left nodes stand as given; right ones by the mean place of what flows into them, which leaves few crossings
 * (barycentre, Sugiyama, Tagawa & Toda 1981). Both sides have the same scale.
 * @param room height there is; more is taken where the nodes need it
 * @param rowHeight the least distance from one node's middle to the next, so that names have room
 */
export function flowLayout(links: readonly FlowLink[], room: number, rowHeight: number): FlowLayout {
  const leftOrder = [...new Set(links.map(({ from }) => from))].toSorted((a, b) => a - b);
  const rankOf = new Map(leftOrder.map((place, rank) => [place, rank]));
  const centre = (to: number): number => {
    let [sum, weight] = [0, 0];
    for (const link of links) {
      if (link.to !== to) continue;
      sum += (rankOf.get(link.from) ?? 0) * link.value;
      weight += link.value;
    }
    return weight === 0 ? 0 : sum / weight;
  };
  const rightCentres = new Map([...new Set(links.map(({ to }) => to))].map((to) => [to, centre(to)]));
  const rightOrder = [...rightCentres.keys()].toSorted(
    (a, b) => (rightCentres.get(a) ?? 0) - (rightCentres.get(b) ?? 0) || a - b,
  );
  const total = links.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(leftOrder.length, rightOrder.length);
  const height = Math.max(room, most * rowHeight);
  const gaps = Math.min(height * mostGaps, most * 14);
  const unit = total === 0 ? 0 : (height - gaps) / total;
  const side = (order: readonly number[], end: 'from' | 'to'): readonly FlowNode[] => {
    const values = order.map((place) => links.reduce((sum, link) => sum + (link[end] === place ? link.value : 0), 0));
    const sizes = values.map((value) => Math.max(leastNode, value * unit));
    const filled = sizes.reduce((sum, each) => sum + each, 0);
    const gap = order.length < 2 ? 0 : Math.max(1, (height - filled) / (order.length - 1));
    let y = order.length < 2 ? (height - filled) / 2 : 0;
    return order.map((place, rank) => {
      const top = y;
      const bottom = top + (sizes[rank] ?? 0);
      y = bottom + gap;
      return { place, value: values[rank] ?? 0, top, bottom };
    });
  };
  const [left, right] = [side(leftOrder, 'from'), side(rightOrder, 'to')];
  const used = new Map<FlowNode, number>();
  const leftAt = new Map(left.map((node) => [node.place, node]));
  const rightAt = new Map(right.map((node) => [node.place, node]));
  const rightRank = new Map(rightOrder.map((place, rank) => [place, rank]));
  const take = (node: FlowNode | undefined, width: number): number => {
    if (!node) return 0;
    const before = used.get(node) ?? 0;
    used.set(node, before + width);
    return node.top + before + width / 2;
  };
  // Bands leave a node in the order in which they arrive, so that they do not cross at its side.
  const inOrder = links.toSorted(
    (a, b) =>
      (rankOf.get(a.from) ?? 0) - (rankOf.get(b.from) ?? 0) || (rightRank.get(a.to) ?? 0) - (rightRank.get(b.to) ?? 0),
  );
  const bands = inOrder.map((link): FlowBand => {
    const width = link.value * unit;
    return { ...link, width, start: take(leftAt.get(link.from), width), end: take(rightAt.get(link.to), width) };
  });
  const deepest = Math.max(0, ...[...left, ...right].map(({ bottom }) => bottom));
  return { left, right, bands, height: Math.max(height, deepest) };
}

/** Height of the middle of a band at a share of its way, 0..1: a cubic with its controls at half the way, as it is drawn. */
export function bandAt({ start, end }: Pick<FlowBand, 'start' | 'end'>, share: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t ** 3 < share) low = t;
    else high = t;
  }
  return start + (end - start) * low * low * (3 - 2 * low);
}
