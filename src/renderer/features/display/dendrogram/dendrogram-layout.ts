// Where the branches of a dendrogram lie. Leaves stand where the caller puts them, so that it fits beside a heatmap.

import type { Merge } from '../../../../shared/domain/analysis/clustering.ts';

/** One merge as a bracket: two arms from their heights up to the common one, and the bar between them. */
export type Bracket = {
  readonly merge: number;
  /** Place of the two branches among the leaves. */
  readonly first: number;
  readonly second: number;
  readonly firstHeight: number;
  readonly secondHeight: number;
  readonly height: number;
  /** Leaves under the bracket. */
  readonly leaves: number;
};

/**
 * @param merges as `averageLinkage` gives them
 * @param placeOf place of each leaf along the side, in pixels or any other unit
 */
export function bracketsOf(merges: readonly Merge[], placeOf: readonly number[]): readonly Bracket[] {
  const nodes = placeOf.map((place) => ({ place, height: 0, leaves: 1 }));
  return merges.map(([a, b, height], merge) => {
    const left = nodes[a] ?? { place: 0, height: 0, leaves: 0 };
    const right = nodes[b] ?? { place: 0, height: 0, leaves: 0 };
    const leaves = left.leaves + right.leaves;
    nodes.push({ place: (left.place + right.place) / 2, height, leaves });
    return {
      merge,
      first: left.place,
      second: right.place,
      firstHeight: left.height,
      secondHeight: right.height,
      height,
      leaves,
    };
  });
}

/** Greatest height, at least a sliver above 0 so that a scale can be made of it. */
export function greatestHeight(merges: readonly Merge[]): number {
  return Math.max(1e-9, ...merges.map(([, , height]) => height));
}
