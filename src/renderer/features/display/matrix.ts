// The co-occurrence result as charts use it: codes that are too rare left out, everything else as computed.

import type { PackedCooccurrenceResult, SimilarityIndex } from '../../../shared/contract/analysis.ts';
import type { Clustering } from '../../../shared/domain/analysis/clustering.ts';
import {
  type FourfoldTable,
  indexDescriptions,
  nullable,
  similarity,
  similarityIndices,
  type SimilarityWarning,
} from '../../../shared/domain/analysis/similarity.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { distinctNames } from './charts/labels.ts';
import { rowsAtATime, unpackedIntegers, unpackedMatrix } from './packed.ts';
import { finished, type Steps } from './steps.ts';

export type MatrixCode = {
  readonly guid: Guid;
  readonly path: readonly string[];
  /** Short, and different from all others. */
  readonly name: string;
  readonly color: string;
  /** Units with the code, or its codings where codings are compared. */
  readonly units: number;
};

/** *second-order*: likeness of the company that codes keep, cosine of their rows without their own two cells. */
export type MatrixIndex = SimilarityIndex | 'second-order';

/** Numbers of all pairs of codes stand row by row in one array: of 500 codes there are 250,000. */
export type Matrix = {
  readonly index: MatrixIndex;
  /** What n and the counts are: units of the level, or single codings. */
  readonly basis: 'units' | 'codings';
  readonly n: number;
  readonly codes: readonly MatrixCode[];
  readonly counts: Float64Array;
  /** NaN stands for undefined. */
  readonly similarity: Float64Array;
  /** What to know of each pair, by `warningBits`. */
  readonly warned: Uint8Array;
  /** How many pairs each warning concerns. */
  readonly warnedPairs: Readonly<Record<SimilarityWarning, number>>;
  /** Greatest count and greatest distance of the index from 0, between different codes: the ends of the colour scales. */
  readonly greatest: { readonly count: number; readonly similarity: number };
  /** Values of the index of all pairs that occur together, ascending; undefined ones left out. */
  readonly links: Float64Array;
  /** Codes of the result that are too rare to be shown. */
  readonly leftOut: number;
};

export type MatrixOrder = 'codebook' | 'total' | 'cluster';

const warningBits = { unbalanced: 1, 'out-of-range': 2 } as const satisfies Readonly<Record<SimilarityWarning, number>>;
export const warningKinds = ['unbalanced', 'out-of-range'] as const satisfies readonly SimilarityWarning[];

/**
 * The matrix to draw.
 * @param minimum codes found in fewer units are left out
 */
export function* matrixInSteps(result: PackedCooccurrenceResult, minimum: number): Steps<Matrix> {
  const all = result.codes.length;
  const kept = result.codes.flatMap(({ units }, index) => (units >= minimum ? [index] : []));
  const codes = kept.flatMap((index) => result.codes[index] ?? []);
  const names = distinctNames(codes.map(({ path }) => path));
  yield;
  const counts = yield* picked(yield* unpackedMatrix(result.counts, all), kept, all);
  const similarityValues = yield* picked(yield* unpackedMatrix(result.similarity, all), kept, all);
  const warnings = yield* warningsOf(result.warnings, kept, all);
  return {
    index: result.secondOrder ? 'second-order' : result.index,
    basis: result.level === 'overlap' || result.level === 'adjacent' ? 'codings' : 'units',
    n: result.n,
    codes: codes.map(({ guid, path, color, units }, place) => ({ guid, path, color, units, name: names[place] ?? '' })),
    counts,
    similarity: similarityValues,
    ...warnings,
    ...(yield* extentOf(counts, similarityValues, kept.length)),
    leftOut: all - kept.length,
  };
}

/** The matrix at once. */
export function matrixOf(result: PackedCooccurrenceResult, minimum: number): Matrix {
  return finished(matrixInSteps(result, minimum));
}

export function countOf({ codes, counts }: Matrix, row: number, column: number): number {
  return counts[row * codes.length + column] ?? 0;
}

/** Null where the index is undefined. */
export function similarityOf({ codes, similarity: values }: Matrix, row: number, column: number): number | null {
  return nullable(values[row * codes.length + column] ?? Number.NaN);
}

/** What a reader must know of a pair. */
export function warningsAt({ codes, warned }: Matrix, row: number, column: number): readonly SimilarityWarning[] {
  const bits = warned[row * codes.length + column] ?? 0;
  return bits === 0 ? [] : warningKinds.filter((kind) => (bits & warningBits[kind]) !== 0);
}

/** Places of the codes in the order to show them. @param clustering null where it is not computed yet */
export function orderOf(matrix: Matrix, order: MatrixOrder, clustering: Clustering | null): readonly number[] {
  const size = matrix.codes.length;
  const codebook = matrix.codes.map((_, place) => place);
  if (order === 'cluster') return clustering?.order.length === size ? clustering.order : codebook;
  if (order === 'codebook') return codebook;
  const totals = codebook.map((row) => {
    let sum = -countOf(matrix, row, row);
    for (let column = 0; column < size; column += 1) sum += countOf(matrix, row, column);
    return sum;
  });
  return codebook.toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
}

/** The fourfold table behind a cell. On the diagonal b = c = 0. */
export function fourfoldOf(matrix: Matrix, row: number, column: number): FourfoldTable {
  const a = countOf(matrix, row, column);
  const b = (matrix.codes[row]?.units ?? 0) - a;
  const c = (matrix.codes[column]?.units ?? 0) - a;
  return { a, b, c, d: matrix.basis === 'units' ? matrix.n - a - b - c : null };
}

export type IndexValue = {
  readonly index: SimilarityIndex;
  readonly formula: string;
  readonly value: number | null;
};

/** Every index of a cell. The cosine needs frequencies, which a fourfold table does not hold: only where it was asked for. */
export function indicesOf(matrix: Matrix, row: number, column: number): readonly IndexValue[] {
  const table = fourfoldOf(matrix, row, column);
  return similarityIndices.flatMap((index): readonly IndexValue[] => {
    const { formula } = indexDescriptions[index];
    if (index !== 'cosine') return [{ index, formula, value: similarity(index, table) }];
    return matrix.index === 'cosine' ? [{ index, formula, value: similarityOf(matrix, row, column) }] : [];
  });
}

/** Whether values below 0 are possible, so that the colours need a middle. */
export function isSigned(index: MatrixIndex): boolean {
  if (index === 'second-order') return false;
  const { minimum } = indexDescriptions[index];
  return minimum === null || minimum < 0;
}

/** The rows and columns that are kept. */
function* picked(values: Float64Array, kept: readonly number[], all: number): Steps<Float64Array> {
  const size = kept.length;
  if (size === all) return values;
  const chosen = new Float64Array(size * size);
  for (const [row, from] of kept.entries()) {
    for (let column = 0; column < size; column += 1) {
      chosen[row * size + column] = values[from * all + (kept[column] ?? 0)] ?? 0;
    }
    if (row % rowsAtATime === 0) yield;
  }
  return chosen;
}

function* warningsOf(
  { unbalanced, outOfRange }: PackedCooccurrenceResult['warnings'],
  kept: readonly number[],
  all: number,
): Steps<Pick<Matrix, 'warned' | 'warnedPairs'>> {
  const size = kept.length;
  const places = new Int32Array(all).fill(-1);
  for (const [place, index] of kept.entries()) places[index] = place;
  const warned = new Uint8Array(size * size);
  const mark = (pairs: Int32Array, kind: SimilarityWarning): number => {
    let count = 0;
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const row = places[pairs[at] ?? 0] ?? -1;
      const column = places[pairs[at + 1] ?? 0] ?? -1;
      if (row < 0 || column < 0) continue;
      count += 1;
      for (const cell of [row * size + column, column * size + row]) {
        warned[cell] = (warned[cell] ?? 0) | warningBits[kind];
      }
    }
    return count;
  };
  const warnedPairs = {
    unbalanced: mark(yield* unpackedIntegers(unbalanced), 'unbalanced'),
    'out-of-range': mark(yield* unpackedIntegers(outOfRange), 'out-of-range'),
  };
  return { warned, warnedPairs };
}

function* extentOf(
  counts: Float64Array,
  values: Float64Array,
  size: number,
): Steps<Pick<Matrix, 'greatest' | 'links'>> {
  const links = new Float64Array((size * Math.max(0, size - 1)) / 2);
  let [length, greatestCount, greatestValue] = [0, 0, 0];
  for (let row = 0; row < size; row += 1) {
    for (let column = row + 1; column < size; column += 1) {
      const count = counts[row * size + column] ?? 0;
      const value = values[row * size + column] ?? Number.NaN;
      if (count > greatestCount) greatestCount = count;
      if (Math.abs(value) > greatestValue) greatestValue = Math.abs(value);
      if (count === 0 || Number.isNaN(value)) continue;
      links[length] = value;
      length += 1;
    }
    if (row % rowsAtATime === 0) yield;
  }
  yield;
  return { links: links.slice(0, length).sort(), greatest: { count: greatestCount, similarity: greatestValue } };
}
