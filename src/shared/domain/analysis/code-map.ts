// The map as MAXQDA draws it, and how near every code is to a few chosen ones. Formulas: Methods, co-occurrence.

import { upperCorrelation } from './correlation.ts';
import { classicalScaling, kruskalStress, mapDistances, type ConceptMap } from './mds.ts';

/**
 * D_ij = greatest column sum of the similarities − S_ij, 0 on the diagonal. A code's similarity to itself is in no
 * sum; undefined similarity counts as 0.
 * @param similarity row-major, symmetric, NaN for undefined
 */
export function maximumDissimilarities(similarity: Float64Array, size: number): Float64Array {
  const between = similarity.map((value, cell) => (cell % (size + 1) === 0 || !Number.isFinite(value) ? 0 : value));
  let greatest = 0;
  for (let column = 0; column < size; column += 1) {
    let sum = 0;
    for (let row = 0; row < size; row += 1) sum += between[row * size + column] ?? 0;
    greatest = Math.max(greatest, sum);
  }
  return between.map((value, cell) => (cell % (size + 1) === 0 ? 0 : greatest - value));
}

/**
 * Classical scaling alone, as MAXQDA's code map; with the fit that it does not tell.
 * @param distances row-major size × size, symmetric, ≥ 0, 0 on the diagonal
 */
export function classicalMap(distances: Float64Array, size: number): ConceptMap {
  const { points, eigenvalues } = classicalScaling(distances, size, 2);
  const fitted = mapDistances(points, size, 2);
  const r = upperCorrelation(distances, fitted, size);
  return {
    dimensions: 2,
    points,
    eigenvalues,
    stress: kruskalStress(distances, fitted, size),
    r2: r === null ? null : r * r,
    iterations: 0,
  };
}

/** How near a code is to each of the targets; NaN where that is undefined. */
export type Proximity = { readonly code: number; readonly values: Float64Array; readonly mean: number };

/**
 * All codes but the targets, nearest first by their mean over what is defined; those for which nothing is come last.
 * Equals stay in the order of the codebook.
 */
export function proximities(similarity: Float64Array, size: number, targets: readonly number[]): readonly Proximity[] {
  const isTarget = new Set(targets);
  const rows = Array.from({ length: size }, (_, code): Proximity => {
    const values = Float64Array.from(targets, (target) => similarity[code * size + target] ?? Number.NaN);
    const defined = values.filter((value) => Number.isFinite(value));
    return { code, values, mean: defined.reduce((sum, value) => sum + value, 0) / defined.length };
  });
  const rank = ({ mean }: Proximity) => (Number.isNaN(mean) ? -Infinity : mean);
  const others = rows.filter(({ code }) => !isTarget.has(code));
  return others.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}
