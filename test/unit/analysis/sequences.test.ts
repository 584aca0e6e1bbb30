// Lag sequences: the fixture of Methods, code sequences, and comparison with slow, obviously right counting.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingColumns, type CodingRow } from '../../../src/shared/domain/analysis/codings.ts';
import {
  sequences,
  transitionStatistics,
  type Following,
  type SequenceQuestion,
} from '../../../src/shared/domain/analysis/sequences.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { crowdedRows, smallProject } from './arbitraries.ts';
import { indices } from './reference.ts';

const inDocument = (letters: string, document = 0): readonly CodingRow[] =>
  [...letters].map((letter, at) => ({
    document,
    start: at * 10,
    end: at * 10 + 5,
    code: letter.charCodeAt(0) - 65,
    coder: 0,
  }));

function asked(rows: readonly CodingRow[], change: Partial<SequenceQuestion> = {}) {
  return sequences({
    codings: codingColumns(rows),
    codes: 3,
    documents: 2,
    following: { kind: 'lag', lag: 1 },
    selfFollows: true,
    permutations: 0,
    seed: 1,
    ...change,
  });
}

const rounded = (values: Float64Array, digits: number) => Array.from(values, (value) => Number(value.toFixed(digits)));

describe('ABACABCABBACABAC at lag 1', () => {
  const found = asked(inDocument('ABACABCABBACABAC'));
  test('counts and expected counts', () => {
    expect(found.n).toBe(15);
    expect(Array.from(found.counts)).toEqual([0, 4, 3, 3, 1, 1, 3, 0, 0]);
    expect(rounded(found.expected, 3)).toEqual([2.8, 2.333, 1.867, 2, 1.667, 1.333, 1.2, 1, 0.8]);
  });
  test('adjusted residuals', () => {
    expect(rounded(found.z, 3)).toEqual([-2.958, 1.83, 1.326, 1.118, -0.775, -0.413, 2.372, -1.369, -1.168]);
  });
  test('Yule’s Q of A→B, and p(B|A)', () => {
    expect(found.yuleQ[1]).toBeCloseTo(0.8065, 4);
    expect(found.conditional[1]).toBeCloseTo(4 / 7, 12);
  });
});

describe('what counts as following', () => {
  test('codings that start together are concurrent: no transition between them, both follow and are followed', () => {
    const rows: readonly CodingRow[] = [
      { document: 0, start: 0, end: 9, code: 0, coder: 0 },
      { document: 0, start: 0, end: 4, code: 1, coder: 0 },
      { document: 0, start: 5, end: 9, code: 2, coder: 0 },
    ];
    expect(Array.from(asked(rows).counts)).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 0]);
  });
  test('nothing follows across documents', () => {
    expect(asked([...inDocument('A', 0), ...inDocument('B', 1)]).n).toBe(0);
  });
  test('without codings everything is undefined', () => {
    const { n, z, expected, conditional } = asked([]);
    expect(n).toBe(0);
    expect([z[0], expected[0], conditional[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
  test('lags and distances that are none are refused', () => {
    expect(() => asked([], { following: { kind: 'lag', lag: 0 } })).toThrow('lag');
    expect(() => asked([], { following: { kind: 'distance', minimum: 3, maximum: 2, unitsOf: null } })).toThrow(
      'small',
    );
  });
});

test('lag k is the pairs k steps apart, asked pair by pair', () => {
  fc.assert(
    fc.property(crowdedRows, fc.integer({ min: 1, max: 3 }), (rows, lag) => {
      const { counts } = asked(rows, { following: { kind: 'lag', lag } });
      const slow = indices(3).map((from) =>
        indices(3).map((to) => {
          let count = 0;
          for (const a of rows) {
            for (const b of rows) {
              if (a.document !== b.document || a.code !== from || b.code !== to || a.start >= b.start) continue;
              const starts = rows.filter(
                ({ document, start }) => document === a.document && start > a.start && start < b.start,
              );
              if (new Set(starts.map(({ start }) => start)).size === lag - 1) count += 1;
            }
          }
          return count;
        }),
      );
      expect(Array.from(counts)).toEqual(slow.flat());
    }),
  );
});

test('distance in characters and in words, asked pair by pair', () => {
  fc.assert(
    fc.property(smallProject, fc.nat(3), fc.nat(3), fc.boolean(), ({ codes, texts, rows }, minimum, more, words) => {
      const units = texts.map((text) => wordUnits(text));
      const following: Following = {
        kind: 'distance',
        minimum,
        maximum: minimum + more,
        unitsOf: words ? (document) => units[document] ?? wordUnits('') : null,
      };
      const { counts } = asked(rows, { following, codes, documents: texts.length });
      const touched = ({ document, start, end }: CodingRow) => {
        const { starts, ends } = units[document] ?? wordUnits('');
        return [...starts.keys()].filter((k) => (starts[k] ?? 0) < end && (ends[k] ?? 0) > start);
      };
      const distance = (a: CodingRow, b: CodingRow) =>
        words ? (touched(b)[0] ?? Number.NaN) - (touched(a).at(-1) ?? Number.NaN) : b.start - a.end;
      const slow = indices(codes).map((from) =>
        indices(codes).map(
          (to) =>
            rows.flatMap((a) =>
              rows.filter(
                (b) =>
                  a.document === b.document &&
                  a.code === from &&
                  b.code === to &&
                  b.start >= a.end &&
                  distance(a, b) >= minimum &&
                  distance(a, b) <= minimum + more,
              ),
            ).length,
        ),
      );
      expect(Array.from(counts)).toEqual(slow.flat());
    }),
  );
});

test('a code that cannot follow itself: E has the totals of the counts, 0 on the diagonal, and is quasi-independent', () => {
  const cells = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(cells, (values) => {
      const counts = Float64Array.from(values, (value, cell) => (cell % 5 === 0 ? 0 : value));
      const { expected, z } = transitionStatistics(counts, 4, false);
      const at = (row: number, column: number) => expected[row * 4 + column] ?? 0;
      const sum = (matrix: Float64Array, take: (cell: number) => boolean) =>
        matrix.reduce((total, value, cell) => total + (take(cell) ? value : 0), 0);
      for (const k of indices(4)) {
        expect(at(k, k)).toBe(0);
        expect(z[k * 5]).toBeNaN();
        const [inRow, inColumn] = [(cell: number) => cell >> 2 === k, (cell: number) => cell % 4 === k];
        expect(sum(expected, inRow)).toBeCloseTo(sum(counts, inRow), 6);
        expect(sum(expected, inColumn)).toBeCloseTo(sum(counts, inColumn), 6);
      }
      // (0,2)(1,3) against (0,3)(1,2): what independence outside the diagonal means.
      expect(at(0, 2) * at(1, 3)).toBeCloseTo(at(0, 3) * at(1, 2), 6);
      expect(at(2, 0) * at(3, 1)).toBeCloseTo(at(2, 1) * at(3, 0), 6);
    }),
  );
});

describe('chance by dealing the codes anew', () => {
  test('the same for the same seed; a rule that never fails is no chance', () => {
    const rows = inDocument('ABABABABABABABABABAB');
    const change = { permutations: 999, seed: 5, codes: 2 };
    const { permutationP } = asked(rows, change);
    expect(asked(rows, change).permutationP).toEqual(permutationP);
    expect(permutationP?.[1]).toBeLessThan(0.01);
  });
  test('comes near the exact p of all orders', () => {
    // All 12 orders of AABC; how often each A→B count is reached, by enumeration here.
    const letters = ['A', 'A', 'B', 'C'];
    const orders = permutations(letters).map((order) => order.join(''));
    const countOf = (order: string) => order.split('AB').length - 1;
    const seen = countOf('AABC');
    const atLeast = orders.filter((order) => countOf(order) >= seen).length / orders.length;
    const atMost = orders.filter((order) => countOf(order) <= seen).length / orders.length;
    const exact = Math.min(1, 2 * Math.min(atLeast, atMost));
    const found = asked(inDocument('AABC'), { permutations: 9999, seed: 11 }).permutationP?.[1] ?? 0;
    expect(Math.abs(found - exact)).toBeLessThan(0.04);
  });
});

function permutations(letters: readonly string[]): readonly (readonly string[])[] {
  if (letters.length === 0) return [[]];
  return letters.flatMap((letter, k) => permutations(letters.toSpliced(k, 1)).map((rest) => [letter, ...rest]));
}
