// Co-occurrence of single codings: which codings of two codes overlap or stand near each other.

import type { CodingColumns } from './codings.ts';
import { unitSpans } from './presence.ts';
import type { UnitRuns } from './presence.ts';
import type { UnitSource } from './units.ts';

/**
 * Ranges on any axis (characters, words, paragraphs), sorted by (document, start), half-open and not
 * empty. Two ranges of one document meet the condition asked about if and only if they overlap.
 */
export type Intervals = {
  readonly document: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
};

/**
 * Widens every coding so that two codings are near each other exactly where the widened ranges overlap:
 * gap = max(0, max(a0, b0) − min(a1, b1)) ≤ distance. In characters, a0 and a1 are the ends of the range,
 * so 0 means overlapping or touching edge to edge. In words, sentences and paragraphs, a0 and a1 are the
 * numbers of the first and the last unit touched, so 0 means sharing a unit and 1 neighbouring units.
 * Codings that touch no unit take no part.
 * @param distance a whole number ≥ 0, in the unit
 * @param unitsOf the units of each document, or null for characters
 * @throws RangeError where the distance is no whole number ≥ 0
 */
export function nearIntervals(
  codings: CodingColumns,
  documents: number,
  distance: number,
  unitsOf: UnitSource | null,
): Intervals {
  if (!Number.isInteger(distance) || distance < 0)
    throw new RangeError(`a distance is a whole number, not ${distance}`);
  const reach = distance + 1;
  if (unitsOf === null) {
    return { ...codings, end: codings.end.map((end) => Math.min(end + reach, greatest)) };
  }
  const { first, last } = unitSpans({ codings, documents, unitsOf });
  const touching = codings.code.map((_, i) => i).filter((i) => (first[i] ?? 0) <= (last[i] ?? 0));
  return {
    document: touching.map((i) => codings.document[i] ?? 0),
    start: touching.map((i) => first[i] ?? 0),
    end: touching.map((i) => Math.min((last[i] ?? 0) + reach, greatest)),
    code: touching.map((i) => codings.code[i] ?? 0),
  };
}

/** How many intervals each code has. */
export function intervalCounts(intervals: Intervals, codes: number): Float64Array {
  const counts = new Float64Array(codes);
  for (const code of intervals.code) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/**
 * Raw pairs: for two codes the number of pairs (coding of A, coding of B) that overlap. A coding counts in
 * as many pairs as it overlaps codings, so the number may exceed both codes' codings. Linear in codings
 * plus pairs.
 * @returns row-major codes × codes, symmetric; the diagonal holds pairs of different codings of one code
 */
export function overlapPairs(intervals: Intervals, codes: number): Float64Array {
  const { document, start, end, code } = intervals;
  const size = document.length;
  const half = new Float64Array(codes * codes);
  for (let i = 0; i < size; i += 1) {
    const d = document[i];
    const limit = end[i] ?? 0;
    const row = (code[i] ?? 0) * codes;
    for (let j = i + 1; j < size && document[j] === d && (start[j] ?? 0) < limit; j += 1) {
      const cell = row + (code[j] ?? 0);
      half[cell] = (half[cell] ?? 0) + 1;
    }
  }
  return symmetric(half, codes);
}

/**
 * One-to-one: for two codes the size of a maximum matching of A-codings with overlapping B-codings, so
 * that no coding counts twice and the number never exceeds either code's codings.
 *
 * Exact, not a heuristic: codings are settled in order of their ends. The codings that overlap the one
 * that ends first all contain its last position, and of two of them the one that ends later overlaps
 * everything that the other overlaps among the rest. So some maximum matching pairs the first with its
 * free neighbour that ends first (exchange argument; the tests compare with brute force).
 * @returns row-major codes × codes, symmetric, with 0 on the diagonal
 */
export function overlapMatching(intervals: Intervals, codes: number): Float64Array {
  const { document, start, end, code } = intervals;
  const size = document.length;
  const half = new Float64Array(codes * codes);
  let matched = new Uint8Array(0);
  for (let from = 0; from < size;) {
    const d = document[from];
    let to = from;
    while (to < size && document[to] === d) to += 1;
    // Bit (coding, code): the coding already has its partner among the codings of that code.
    const bytes = Math.ceil(((to - from) * codes) / 8);
    if (matched.length < bytes) matched = new Uint8Array(bytes);
    else matched.fill(0, 0, bytes);
    // The codings begun and not yet ended, the one that ends first on top.
    const open: number[] = [];
    const settle = (limit: number) => {
      for (let top = open.at(-1); top !== undefined && (end[top] ?? 0) <= limit; top = open.at(-1)) {
        open.pop();
        const a = code[top] ?? 0;
        for (let k = open.length - 1; k >= 0; k -= 1) {
          const other = open[k] ?? 0;
          const b = code[other] ?? 0;
          if (a === b) continue;
          const mine = (top - from) * codes + b;
          const theirs = (other - from) * codes + a;
          if (isSet(matched, mine) || isSet(matched, theirs)) continue;
          setBit(matched, theirs);
          setBit(matched, mine);
          half[a * codes + b] = (half[a * codes + b] ?? 0) + 1;
        }
      }
    };
    for (let i = from; i < to; i += 1) {
      settle(start[i] ?? 0);
      insertByEnd(open, i, end);
    }
    settle(Infinity);
    from = to;
  }
  return symmetric(half, codes);
}

/**
 * For two codes the sum over all units of (times A) × (times B). On presence lists, where all weights are
 * 1, that is the number of units in which both are present, and the diagonal holds the units of each code.
 * On frequency lists it is Σxᵢyᵢ, with Σxᵢ² on the diagonal. Linear in runs plus pairs of runs that meet.
 * @returns row-major codes × codes, symmetric
 */
export function runProducts(runs: UnitRuns, codes: number): Float64Array {
  const { code, first, last, weight } = runs;
  const size = code.length;
  const half = new Float64Array(codes * codes);
  const own = new Float64Array(codes);
  for (let i = 0; i < size; i += 1) {
    const a = code[i] ?? 0;
    const row = a * codes;
    const limit = last[i] ?? 0;
    const times = weight[i] ?? 0;
    own[a] = (own[a] ?? 0) + times * times * (limit - (first[i] ?? 0) + 1);
    for (let j = i + 1; j < size; j += 1) {
      const begin = first[j] ?? 0;
      if (begin > limit) break;
      const until = last[j] ?? 0;
      const cell = row + (code[j] ?? 0);
      half[cell] = (half[cell] ?? 0) + times * (weight[j] ?? 0) * ((until < limit ? until : limit) - begin + 1);
    }
  }
  const products = symmetric(half, codes);
  for (let c = 0; c < codes; c += 1) {
    const cell = c * codes + c;
    // Two different runs of one code count in both orders: x² = Σ w² + 2 Σ ww'.
    products[cell] = 2 * (products[cell] ?? 0) + (own[c] ?? 0);
  }
  return products;
}

const greatest = 0x7fffffff;

/** Adds the triangles, which the sweeps fill in the order they meet the pairs. Leaves the diagonal alone. */
function symmetric(half: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const sum = (half[i * size + j] ?? 0) + (half[j * size + i] ?? 0);
      half[i * size + j] = sum;
      half[j * size + i] = sum;
    }
  }
  return half;
}

/** Keeps `open` descending by end. */
function insertByEnd(open: number[], coding: number, end: Int32Array): void {
  const until = end[coding] ?? 0;
  let k = open.length;
  open.push(coding);
  while (k > 0 && (end[open[k - 1] ?? 0] ?? 0) < until) {
    open[k] = open[k - 1] ?? 0;
    k -= 1;
  }
  open[k] = coding;
}

function isSet(bits: Uint8Array, index: number): boolean {
  return (((bits[index >>> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

function setBit(bits: Uint8Array, index: number): void {
  bits[index >>> 3] = (bits[index >>> 3] ?? 0) | (1 << (index & 7));
}
