// Hierarchical clustering by average linkage (UPGMA). Formulas: Methods, co-occurrence.

import { upperCorrelation } from './correlation.ts';

/** A merge of clusters a < b at a height; leaves are 0..n−1, the cluster that merge k makes is n + k. */
export type Merge = readonly [a: number, b: number, height: number];

export type Clustering = {
  readonly merges: readonly Merge[];
  /** Leaves from one side of the dendrogram to the other; branches may be turned, the order is no distance. */
  readonly order: readonly number[];
  /**
   * Cophenetic r: correlation of the dissimilarities with the heights at which pairs first join. Null with
   * fewer than three leaves, or where one of the two does not vary.
   */
  readonly cophenetic: number | null;
};

/**
 * Average linkage: the distance of two clusters is the mean of the dissimilarities between their leaves
 * (Sokal & Michener 1958). Of equally near pairs the one with the lowest cluster numbers merges first.
 *
 * Nearness is judged on a grid of 10⁻¹⁰, so that values equal but for rounding tie whatever the order of
 * computation; heights are printed on that grid too. O(n²) memory; O(n²) time in the common case, O(n³)
 * where nearly everything ties.
 * @param distances row-major size × size, symmetric, ≥ 0
 * @param size number of leaves
 */
export function averageLinkage(distances: Float64Array, size: number): Clustering {
  const merges = mergeAll(distances, size);
  return { merges, order: leafOrder(merges, size), cophenetic: copheneticCorrelation(distances, merges, size) };
}

/**
 * The height at which each pair of leaves first joins.
 * @returns row-major size × size, symmetric, 0 on the diagonal
 */
export function copheneticDistances(merges: readonly Merge[], size: number): Float64Array {
  const heights = new Float64Array(size * size);
  const members: (readonly number[])[] = Array.from({ length: size }, (_, leaf) => [leaf]);
  for (const [a, b, height] of merges) {
    const left = members[a] ?? [];
    const right = members[b] ?? [];
    for (const i of left) {
      for (const j of right) {
        heights[i * size + j] = height;
        heights[j * size + i] = height;
      }
    }
    members.push([...left, ...right]);
  }
  return heights;
}

/** Steps of the grid in one unit of distance. Sums of up to 450,000 grid distances below 2 stay exact. */
const grid = 1e10;

function mergeAll(distances: Float64Array, size: number): readonly Merge[] {
  // Sums of grid distances between clusters: whole numbers, so equal means are equal numbers.
  const sums = distances.map((value) => Math.round(value * grid));
  const clusterOf = Int32Array.from({ length: size }, (_, slot) => slot);
  const leaves = new Float64Array(size).fill(1);
  const nearest = new Int32Array(size).fill(-1);
  const nearestMean = new Float64Array(size).fill(Infinity);
  // Slots in use, ascending by cluster number: the newest cluster, which has the highest, stands last.
  const active = Array.from({ length: size }, (_, slot) => slot);
  const mean = (a: number, b: number) => (sums[a * size + b] ?? 0) / ((leaves[a] ?? 1) * (leaves[b] ?? 1));

  // Each slot remembers its nearest among the slots after it; ties go to the lowest cluster number.
  const look = (position: number) => {
    const slot = active[position] ?? 0;
    nearest[slot] = -1;
    nearestMean[slot] = Infinity;
    for (let k = position + 1; k < active.length; k += 1) {
      const other = active[k] ?? 0;
      const distance = mean(slot, other);
      if (distance >= (nearestMean[slot] ?? 0)) continue;
      nearestMean[slot] = distance;
      nearest[slot] = other;
    }
  };
  for (let position = 0; position < size; position += 1) look(position);

  const merges: Merge[] = [];
  for (let step = 0; step < size - 1; step += 1) {
    let a = active[0] ?? 0;
    for (const slot of active) if ((nearestMean[slot] ?? 0) < (nearestMean[a] ?? 0)) a = slot;
    const b = nearest[a] ?? 0;
    merges.push([clusterOf[a] ?? 0, clusterOf[b] ?? 0, (nearestMean[a] ?? 0) / grid]);

    for (const slot of active) {
      if (slot === a || slot === b) continue;
      const sum = (sums[a * size + slot] ?? 0) + (sums[b * size + slot] ?? 0);
      sums[a * size + slot] = sum;
      sums[slot * size + a] = sum;
    }
    leaves[a] = (leaves[a] ?? 0) + (leaves[b] ?? 0);
    clusterOf[a] = size + step;
    active.splice(active.indexOf(b), 1);
    active.splice(active.indexOf(a), 1);
    active.push(a); // slot a now holds the newest cluster
    nearest[a] = -1;
    nearestMean[a] = Infinity;

    for (let position = 0; position < active.length - 1; position += 1) {
      const slot = active[position] ?? 0;
      if (nearest[slot] === a || nearest[slot] === b) {
        look(position);
        continue;
      }
      const distance = mean(slot, a);
      if (distance >= (nearestMean[slot] ?? 0)) continue;
      nearestMean[slot] = distance;
      nearest[slot] = a;
    }
  }
  return merges;
}

/** Depth first, the cluster with the lower number first. Iterative: a chain of 500 merges is no deep stack. */
function leafOrder(merges: readonly Merge[], size: number): readonly number[] {
  const order: number[] = [];
  const open: number[] = size === 0 ? [] : [size + merges.length - 1];
  for (let cluster = open.pop(); cluster !== undefined; cluster = open.pop()) {
    const merge = merges[cluster - size];
    if (merge === undefined) order.push(cluster);
    else open.push(merge[1], merge[0]);
  }
  return order;
}

function copheneticCorrelation(distances: Float64Array, merges: readonly Merge[], size: number): number | null {
  if (size < 3) return null;
  return upperCorrelation(distances, copheneticDistances(merges, size), size);
}
