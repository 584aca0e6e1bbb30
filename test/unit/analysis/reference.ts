// Slow, obviously right implementations that the tests compare with: sets of characters, sets of units,
// every subset tried. Nothing here shares code with what it checks.

import type { CodingRow } from '../../../src/shared/domain/analysis/codings.ts';

export type Unit = { readonly start: number; readonly end: number };

/** A unit of a level: the pieces of text that it is made of. */
export type Place = readonly (Unit & { readonly document: number })[];

export function charactersOf(rows: readonly CodingRow[], code: number, place: Place): number {
  let count = 0;
  for (const piece of place) {
    for (let at = piece.start; at < piece.end; at += 1) {
      if (rows.some((r) => r.code === code && r.document === piece.document && r.start <= at && at < r.end)) count += 1;
    }
  }
  return count;
}

export function isPresent(rows: readonly CodingRow[], code: number, place: Place, percent: number | null): boolean {
  const covered = charactersOf(rows, code, place);
  if (percent === null) return covered > 0;
  const length = place.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  return covered > 0 && covered * 100 >= percent * length;
}

/** Number of codings of a code that share a character with the place. */
export function touchesOf(rows: readonly CodingRow[], code: number, place: Place): number {
  return rows.filter((row) => row.code === code && place.some((piece) => meets(row, piece))).length;
}

export function countsByUnit(
  rows: readonly CodingRow[],
  codes: number,
  places: readonly Place[],
  percent: number | null,
) {
  const present = places.map((place) => indices(codes).map((code) => isPresent(rows, code, place, percent)));
  return indices(codes).map((i) => indices(codes).map((j) => present.filter((unit) => unit[i] && unit[j]).length));
}

export function productsByUnit(rows: readonly CodingRow[], codes: number, places: readonly Place[]) {
  const times = places.map((place) => indices(codes).map((code) => touchesOf(rows, code, place)));
  return indices(codes).map((i) =>
    indices(codes).map((j) => times.reduce((sum, unit) => sum + (unit[i] ?? 0) * (unit[j] ?? 0), 0)),
  );
}

/** Every pair of codings, asked one by one. */
export function rawPairs(
  rows: readonly CodingRow[],
  first: number,
  second: number,
  near: (a: CodingRow, b: CodingRow) => boolean,
): number {
  let count = 0;
  for (const a of rows) for (const b of rows) if (a.code === first && b.code === second && near(a, b)) count += 1;
  return count;
}

/** Greatest number of disjoint pairs, by trying to leave out or pair every A-coding in every way. */
export function bestMatching(
  left: readonly CodingRow[],
  right: readonly CodingRow[],
  near: (a: CodingRow, b: CodingRow) => boolean,
): number {
  const [a, ...others] = left;
  if (a === undefined) return 0;
  let best = bestMatching(others, right, near);
  right.forEach((b, k) => {
    if (near(a, b)) best = Math.max(best, 1 + bestMatching(others, right.toSpliced(k, 1), near));
  });
  return best;
}

export function overlaps(a: CodingRow, b: CodingRow): boolean {
  return meets(a, b);
}

export function meets(a: Unit & { readonly document: number }, b: Unit & { readonly document: number }): boolean {
  return a.document === b.document && Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

/** Average linkage straight from its definition: mean of the leaf distances, lowest pair of numbers first. */
export function naiveAverageLinkage(
  distances: readonly (readonly number[])[],
): readonly (readonly [number, number, number])[] {
  const clusters = new Map(distances.map((_, leaf) => [leaf, [leaf]]));
  const merges: [number, number, number][] = [];
  while (clusters.size > 1) {
    let best: [number, number, number] = [0, 0, Infinity];
    for (const [a, left] of clusters) {
      for (const [b, right] of clusters) {
        if (b <= a) continue;
        let sum = 0;
        for (const i of left) for (const j of right) sum += distances[i]?.[j] ?? 0;
        const mean = sum / (left.length * right.length);
        if (mean < best[2]) best = [a, b, mean];
      }
    }
    const [a, b] = best;
    const joined = [...(clusters.get(a) ?? []), ...(clusters.get(b) ?? [])];
    clusters.delete(a);
    clusters.delete(b);
    clusters.set(distances.length + merges.length, joined);
    merges.push(best);
  }
  return merges;
}

export function matrixOf(values: Float64Array, size: number): number[][] {
  return indices(size).map((row) => Array.from(values.subarray(row * size, (row + 1) * size)));
}

export function flat(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows.flat());
}

export function indices(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
