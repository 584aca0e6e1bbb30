// Pairs of codes that occur together: of 500 codes there may be 124,750, so they are gone through in steps.

import { countOf, type Matrix, similarityOf } from './matrix.ts';
import { finished, sortedInSteps, type Steps } from './steps.ts';

/** One pair of different codes, given by their places in `codes`. */
export type Pair = {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Null where the index is undefined. */
  readonly value: number | null;
};

/**
 * Pairs that occur together, the most alike first; ties by count, then by codebook.
 * @param threshold leaves out weaker pairs and those whose index is undefined; null takes all
 */
export function* pairsInSteps(matrix: Matrix, threshold: number | null): Steps<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let row = 0; row < matrix.codes.length; row += 1) {
    for (let column = row + 1; column < matrix.codes.length; column += 1) {
      const count = countOf(matrix, row, column);
      if (count === 0) continue;
      const value = similarityOf(matrix, row, column);
      if (threshold === null || (value !== null && value >= threshold)) pairs.push({ row, column, count, value });
    }
    yield;
  }
  return yield* sortedInSteps(pairs, byStrength);
}

export function pairsOf(matrix: Matrix, threshold: number | null = null): readonly Pair[] {
  return finished(pairsInSteps(matrix, threshold));
}

function byStrength(x: Pair, y: Pair): number {
  const [first, second] = [x.value ?? -Infinity, y.value ?? -Infinity];
  if (first !== second) return first < second ? 1 : -1;
  return y.count - x.count || x.row - y.row || x.column - y.column;
}
