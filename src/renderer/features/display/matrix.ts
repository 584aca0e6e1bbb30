// The co-occurrence result as charts use it: codes that are too rare left out, everything else as computed.

import type { CooccurrenceResult, SimilarityIndex } from '../../../shared/contract/analysis.ts';
import { averageLinkage, type Clustering } from '../../../shared/domain/analysis/clustering.ts';
import {
  dissimilarities,
  type FourfoldTable,
  indexDescriptions,
  similarity,
  similarityIndices,
} from '../../../shared/domain/analysis/similarity.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { distinctNames } from './charts/labels.ts';

export type MatrixCode = {
  readonly guid: Guid;
  readonly path: readonly string[];
  /** Short, and different from all others. */
  readonly name: string;
  readonly color: string;
  /** Units with the code, or its codings where codings are compared. */
  readonly units: number;
};

export type Matrix = {
  readonly index: SimilarityIndex;
  /** What n and the counts are: units of the level, or single codings. */
  readonly basis: 'units' | 'codings';
  readonly n: number;
  readonly codes: readonly MatrixCode[];
  readonly counts: readonly (readonly number[])[];
  readonly similarity: readonly (readonly (number | null)[])[];
  readonly clustering: Clustering;
  /** Warnings by `row column`, both ways. */
  readonly warnings: ReadonlyMap<string, readonly string[]>;
  /** Codes of the result that are too rare to be shown. */
  readonly leftOut: number;
};

export type MatrixOrder = 'codebook' | 'total' | 'cluster';

/** One pair of different codes, given by their places in `codes`. */
export type Pair = {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly value: number | null;
};

/**
 * The matrix to draw.
 * @param minimum codes found in fewer units are left out; with fewer codes the clustering is computed anew, by
 *   the same function and of the same similarities
 */
export function matrixOf(result: CooccurrenceResult, minimum: number): Matrix {
  const kept = result.codes.flatMap(({ units }, index) => (units >= minimum ? [index] : []));
  const names = distinctNames(kept.map((index) => result.codes[index]?.path ?? []));
  const pick = <T>(rows: readonly (readonly T[])[], empty: T): readonly (readonly T[])[] =>
    kept.map((row) => kept.map((column) => rows[row]?.[column] ?? empty));
  const values = pick<number | null>(result.similarity, null);
  const places = new Map(kept.map((index, place) => [index, place]));
  const warnings = new Map<string, string[]>();
  for (const { kind, row, column } of result.warnings) {
    const first = places.get(row);
    const second = places.get(column);
    if (first === undefined || second === undefined) continue;
    for (const key of [`${first} ${second}`, `${second} ${first}`])
      warnings.set(key, [...(warnings.get(key) ?? []), kind]);
  }
  return {
    index: result.index,
    basis: result.level === 'overlap' || result.level === 'adjacent' ? 'codings' : 'units',
    n: result.n,
    codes: kept.map((index, place) => {
      const { guid, path, color, units } = result.codes[index] as CooccurrenceResult['codes'][number];
      return { guid, path, color, units, name: names[place] ?? '' };
    }),
    counts: pick(result.counts, 0),
    similarity: values,
    clustering: kept.length === result.codes.length ? result.clustering : clusteringOf(result.index, values),
    warnings,
    leftOut: result.codes.length - kept.length,
  };
}

/** Places of the codes in the order to show them. */
export function orderOf(matrix: Matrix, order: MatrixOrder): readonly number[] {
  const codebook = matrix.codes.map((_, place) => place);
  if (order === 'cluster')
    return matrix.clustering.order.length === codebook.length ? matrix.clustering.order : codebook;
  if (order === 'codebook') return codebook;
  const totals = matrix.counts.map((row, place) =>
    row.reduce((sum, count, column) => (column === place ? sum : sum + count), 0),
  );
  return codebook.toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
}

/** The fourfold table behind a cell. On the diagonal b = c = 0. */
export function fourfoldOf(matrix: Matrix, row: number, column: number): FourfoldTable {
  const a = matrix.counts[row]?.[column] ?? 0;
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
    return matrix.index === 'cosine' ? [{ index, formula, value: matrix.similarity[row]?.[column] ?? null }] : [];
  });
}

/** Pairs of different codes that occur together, the most alike first; ties by count, then by codebook. */
export function pairsOf(matrix: Matrix): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let row = 0; row < matrix.codes.length; row += 1) {
    for (let column = row + 1; column < matrix.codes.length; column += 1) {
      const count = matrix.counts[row]?.[column] ?? 0;
      if (count > 0) pairs.push({ row, column, count, value: matrix.similarity[row]?.[column] ?? null });
    }
  }
  return pairs.sort(
    (x, y) =>
      (y.value ?? -Infinity) - (x.value ?? -Infinity) || y.count - x.count || x.row - y.row || x.column - y.column,
  );
}

/** Greatest count or greatest distance of the index from 0, between different codes: the end of the colour scale. */
export function greatestOf(rows: readonly (readonly (number | null)[])[]): number {
  let greatest = 0;
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      if (row !== column && value !== null) greatest = Math.max(greatest, Math.abs(value));
    }
  }
  return greatest;
}

/** Whether values below 0 are possible, so that the colours need a middle. */
export function isSigned(index: SimilarityIndex): boolean {
  const { minimum } = indexDescriptions[index];
  return minimum === null || minimum < 0;
}

function clusteringOf(index: SimilarityIndex, values: readonly (readonly (number | null)[])[]): Clustering {
  const size = values.length;
  const flat = Float64Array.from({ length: size * size }, (_, place) => {
    return values[Math.floor(place / size)]?.[place % size] ?? Number.NaN;
  });
  return averageLinkage(dissimilarities(index, flat, size), size);
}
