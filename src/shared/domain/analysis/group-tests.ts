// Whether groups differ in a number: analysis of variance and Kruskal–Wallis. Formulas: Methods, coding by variables.

import { chiSquareTail, fTail } from './distributions.ts';
import { midRanks } from './ordinal.ts';

export type GroupTests = {
  /** Observations and mean of each group; the mean of an empty group is null. */
  readonly groups: readonly { readonly n: number; readonly mean: number | null }[];
  /** F = MSB / MSW; null with fewer than two groups, without freedom inside them, or where nothing varies there. */
  readonly anova: { readonly f: number; readonly between: number; readonly within: number; readonly p: number } | null;
  /** H with the correction for ties; null with fewer than two groups or where all values are equal. */
  readonly kruskalWallis: { readonly h: number; readonly df: number; readonly p: number } | null;
};

/**
 * @param values one number per observation
 * @param groupOf group of each observation, 0..groups−1
 * @throws RangeError where the columns differ in length or name another group
 */
export function groupTests(values: Float64Array, groupOf: Int32Array, groups: number): GroupTests {
  if (values.length !== groupOf.length) throw new RangeError('values and groups differ in length');
  const n = new Float64Array(groups);
  const sums = new Float64Array(groups);
  const rankSums = new Float64Array(groups);
  const ranks = midRanks(values);
  groupOf.forEach((group, k) => {
    if (group < 0 || group >= groups) throw new RangeError(`observation ${k} names group ${group} of ${groups}`);
    n[group] = (n[group] ?? 0) + 1;
    sums[group] = (sums[group] ?? 0) + (values[k] ?? 0);
    rankSums[group] = (rankSums[group] ?? 0) + (ranks[k] ?? 0);
  });
  const used = n.reduce((sum, count) => sum + Number(count > 0), 0);
  const means = sums.map((sum, group) => sum / (n[group] ?? 0));
  return {
    groups: Array.from(n, (count, group) => ({ n: count, mean: count === 0 ? null : (means[group] ?? null) })),
    anova: used < 2 ? null : analysisOfVariance(values, groupOf, n, means, used),
    kruskalWallis: used < 2 ? null : kruskalWallis(ranks, n, rankSums, used),
  };
}

function analysisOfVariance(
  values: Float64Array,
  groupOf: Int32Array,
  n: Float64Array,
  means: Float64Array,
  used: number,
): GroupTests['anova'] {
  const size = values.length;
  const grand = values.reduce((sum, value) => sum + value, 0) / size;
  let [squaresBetween, squaresWithin] = [0, 0];
  n.forEach((count, group) => {
    if (count > 0) squaresBetween += count * ((means[group] ?? 0) - grand) ** 2;
  });
  values.forEach((value, k) => (squaresWithin += (value - (means[groupOf[k] ?? 0] ?? 0)) ** 2));
  const between = used - 1;
  const within = size - used;
  // Inside the groups nothing varies but by rounding.
  const scale = values.reduce((sum, value) => sum + value * value, 0);
  if (within === 0 || squaresWithin <= 1e-24 * scale) return null;
  const f = squaresBetween / between / (squaresWithin / within);
  return { f, between, within, p: fTail(f, between, within) ?? 1 };
}

function kruskalWallis(
  ranks: Float64Array,
  n: Float64Array,
  rankSums: Float64Array,
  used: number,
): GroupTests['kruskalWallis'] {
  const size = ranks.length;
  let sum = 0;
  n.forEach((count, group) => {
    if (count > 0) sum += (rankSums[group] ?? 0) ** 2 / count;
  });
  const tied = Map.groupBy(ranks, (rank) => rank);
  const ties = [...tied.values()].reduce((total, { length }) => total + (length ** 3 - length), 0);
  const correction = 1 - ties / (size ** 3 - size);
  if (!(correction > 0)) return null;
  const h = ((12 / (size * (size + 1))) * sum - 3 * (size + 1)) / correction;
  return { h, df: used - 1, p: chiSquareTail(Math.max(0, h), used - 1) ?? 1 };
}
