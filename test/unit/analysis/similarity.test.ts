import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingColumns } from '../../../src/shared/domain/analysis/codings.ts';
import { cooccurrence } from '../../../src/shared/domain/analysis/cooccurrence.ts';
import type { Cooccurrence } from '../../../src/shared/domain/analysis/cooccurrence.ts';
import {
  cosine,
  dissimilarities,
  fourfoldTable,
  indexDescriptions,
  nullable,
  profileSimilarity,
  similarity,
  similarityIndices,
  similarityMatrix,
  similarityWarnings,
} from '../../../src/shared/domain/analysis/similarity.ts';
import type { TableIndex } from '../../../src/shared/domain/analysis/similarity.ts';
import { crowdedRows } from './arbitraries.ts';
import { flat, indices, matrixOf } from './reference.ts';

const tableIndices = similarityIndices.filter((index): index is TableIndex => index !== 'cosine');
const cell = fc.nat(50);
const anyTable = fc.record({ a: cell, b: cell, c: cell, d: cell });

describe('fixtures (Methods, co-occurrence: a = 6, b = 2, c = 4, d = 8)', () => {
  const table = { a: 6, b: 2, c: 4, d: 8 };
  const expected: Readonly<Record<TableIndex, number>> = {
    jaccard: 0.5,
    'sorensen-dice': 0.6667,
    ochiai: 0.6708,
    inclusion: 0.75,
    kulczynski2: 0.675,
    'simple-matching': 0.7,
    'russell-rao': 0.3,
    phi: 0.4082,
    'yule-q': 0.7143,
    'association-strength': 1.5,
    pmi: 0.585,
    'c-coefficient': 0.5,
  };

  test.each(tableIndices)('%s', (index) => {
    expect(similarity(index, table)).toBeCloseTo(expected[index], 4);
  });

  test('the same table, counted from 20 documents', () => {
    const rows = indices(20).flatMap((document) => {
      const codes = document < 6 ? [0, 1] : document < 8 ? [0] : document < 12 ? [1] : [];
      return codes.map((code) => ({ document, start: 0, end: 3, code, coder: 0 }));
    });
    const result = cooccurrence({
      codings: codingColumns(rows),
      codes: 2,
      documents: 20,
      settings: { level: 'document', mode: { kind: 'touch' }, lengths: new Int32Array(20).fill(9) },
      frequencies: true,
    });
    expect(fourfoldTable(result, 0, 1)).toEqual(table);
    expect(fourfoldTable(result, 1, 0)).toEqual({ a: 6, b: 4, c: 2, d: 8 });
    expect(similarityMatrix('phi', result)[1]).toBeCloseTo(0.4082, 4);
    // Every code at most once in a unit: the cosine of frequencies is the binary cosine.
    expect(similarityMatrix('cosine', result)[1]).toBeCloseTo(0.6708, 4);
  });
});

describe('c-coefficient', () => {
  test('ATLAS.ti manual: 100 and 10 codings, 5 together: 5/105, one code more than five times the other', () => {
    const table = { a: 5, b: 95, c: 5, d: null };
    expect(similarity('c-coefficient', table)).toBe(5 / 105);
    expect(similarityWarnings(table)).toEqual(['unbalanced']);
  });

  test('exactly five times is not yet unbalanced, and a code that occurs nowhere is no imbalance', () => {
    expect(similarityWarnings({ a: 5, b: 20, c: 0, d: null })).toEqual([]);
    expect(similarityWarnings({ a: 0, b: 9, c: 0, d: null })).toEqual([]);
  });

  test('raw pairs leave its range: the value is shown with a warning, every other index is undefined', () => {
    const rows = [0, 10, 20].flatMap((start) => [
      { document: 0, start: 0, end: 40, code: 0, coder: 0 },
      { document: 0, start, end: start + 5, code: 1, coder: 0 },
    ]);
    const settings = { level: 'overlap', matching: 'pairs' } as const;
    const result = cooccurrence({ codings: codingColumns(rows), codes: 2, documents: 1, settings });
    const table = fourfoldTable(result, 0, 1);
    expect(table).toEqual({ a: 9, b: -6, c: -6, d: null });
    expect(similarity('c-coefficient', table)).toBe(-3);
    expect(similarityWarnings(table)).toEqual(['out-of-range']);
    for (const index of tableIndices.filter((each) => each !== 'c-coefficient')) {
      expect(similarity(index, table), index).toBeNull();
    }
    const matched = cooccurrence({
      codings: codingColumns(rows),
      codes: 2,
      documents: 1,
      settings: { ...settings, matching: 'one-to-one' },
    });
    expect(similarity('c-coefficient', fourfoldTable(matched, 0, 1))).toBe(1);
  });
});

describe('undefined values', () => {
  test.each(tableIndices)('%s of two codes that occur nowhere in no unit is null, never 0 (CO3)', (index) => {
    expect(similarity(index, { a: 0, b: 0, c: 0, d: 0 })).toBeNull();
  });

  test('are undefined one by one where the formula divides by 0', () => {
    const defined = (table: { a: number; b: number; c: number; d: number }) =>
      tableIndices.filter((index) => similarity(index, table) !== null);
    expect(defined({ a: 0, b: 0, c: 0, d: 9 })).toEqual(['simple-matching', 'russell-rao']);
    expect(defined({ a: 0, b: 3, c: 0, d: 9 })).toEqual([
      'jaccard',
      'sorensen-dice',
      'simple-matching',
      'russell-rao',
      'c-coefficient',
    ]);
    expect(similarity('jaccard', { a: 0, b: 3, c: 4, d: 9 })).toBe(0);
    expect(similarity('pmi', { a: 0, b: 3, c: 4, d: 9 })).toBeNull(); // log 0
    expect(similarity('phi', { a: 5, b: 0, c: 4, d: 0 })).toBeNull(); // one code is everywhere
  });

  test('without "neither" the indices that need units are undefined', () => {
    for (const index of tableIndices) {
      const value = similarity(index, { a: 6, b: 2, c: 4, d: null });
      expect(value === null, index).toBe(indexDescriptions[index].needsUnits);
    }
  });

  test('cosine without frequencies is undefined everywhere', () => {
    const result: Cooccurrence = {
      level: 'overlap',
      basis: 'codings',
      codes: 1,
      n: 1,
      units: Float64Array.of(1),
      counts: Float64Array.of(1),
      pairs: Float64Array.of(0),
      products: null,
    };
    expect(nullable(similarityMatrix('cosine', result)[0] ?? 0)).toBeNull();
  });
});

describe('every index', () => {
  test.each(tableIndices)('%s does not depend on which code comes first, and keeps its bounds', (index) => {
    const { minimum, maximum } = indexDescriptions[index];
    fc.assert(
      fc.property(anyTable, ({ a, b, c, d }) => {
        const value = similarity(index, { a, b, c, d });
        expect(similarity(index, { a, b: c, c: b, d })).toBe(value);
        if (value === null) return;
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual((minimum ?? -Infinity) - 1e-12);
        expect(value).toBeLessThanOrEqual((maximum ?? Infinity) + 1e-12);
      }),
    );
  });

  test('agrees with its relatives', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const of = (index: TableIndex) => similarity(index, table);
        const jaccard = of('jaccard');
        const lift = of('association-strength');
        expect(of('c-coefficient')).toBe(jaccard);
        if (jaccard !== null) expect(of('sorensen-dice')).toBeCloseTo((2 * jaccard) / (1 + jaccard), 12);
        if (lift !== null && lift > 0) expect(of('pmi')).toBeCloseTo(Math.log2(lift), 12);
        const [ochiai, inclusion, kulczynski] = [of('ochiai'), of('inclusion'), of('kulczynski2')];
        if (ochiai === null || inclusion === null || kulczynski === null) return;
        expect(kulczynski).toBeGreaterThanOrEqual(ochiai - 1e-12); // arithmetic ≥ geometric mean
        expect(inclusion).toBeGreaterThanOrEqual(kulczynski - 1e-12); // maximum ≥ mean
      }),
    );
  });

  test('phi is the correlation of the two presence columns', () => {
    fc.assert(
      fc.property(fc.record({ a: fc.nat(6), b: fc.nat(6), c: fc.nat(6), d: fc.nat(6) }), ({ a, b, c, d }) => {
        const pairs = [
          [1, 1, a],
          [1, 0, b],
          [0, 1, c],
          [0, 0, d],
        ] as const;
        const units = pairs.flatMap(([x, y, times]) => indices(times).map(() => [x, y] as const));
        const mean = (k: 0 | 1) => units.reduce((sum, unit) => sum + unit[k], 0) / units.length;
        const [mx, my] = [mean(0), mean(1)];
        const sum = (term: (x: number, y: number) => number) =>
          units.reduce((s, [x, y]) => s + term(x - mx, y - my), 0);
        const value = similarity('phi', { a, b, c, d });
        if (value === null) expect((a + b) * (a + c) * (c + d) * (b + d)).toBe(0);
        else expect(value).toBeCloseTo(sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y)), 10);
      }),
    );
  });

  test('has a formula', () => {
    for (const index of similarityIndices) expect(indexDescriptions[index].formula).toMatch(/[/Σ]/);
  });

  test('as a matrix: symmetric, the pair values, 1 on the diagonal of a code that occurs', () => {
    fc.assert(
      fc.property(crowdedRows, (rows) => {
        const settings = { level: 'overlap', matching: 'one-to-one' } as const;
        const result = cooccurrence({ codings: codingColumns(rows), codes: 3, documents: 2, settings });
        const matrix = similarityMatrix('jaccard', result);
        for (const i of indices(3)) {
          expect(nullable(matrix[i * 3 + i] ?? 0)).toBe((result.units[i] ?? 0) > 0 ? 1 : null);
          for (const j of indices(3)) {
            expect(matrix[i * 3 + j]).toBe(matrix[j * 3 + i]);
            expect(nullable(matrix[i * 3 + j] ?? 0)).toBe(similarity('jaccard', fourfoldTable(result, i, j)));
          }
        }
      }),
    );
  });
});

describe('cosine on frequencies', () => {
  test('[1, 2, 0] and [2, 0, 3]: 2 / √(5 · 13)', () => {
    const times = [
      [1, 2, 0],
      [2, 0, 3],
    ];
    const rows = times.flatMap((units, code) =>
      units.flatMap((count, document) =>
        indices(count).map((k) => ({ document, start: k, end: k + 1, code, coder: 0 })),
      ),
    );
    const settings = { level: 'document', mode: { kind: 'touch' }, lengths: Int32Array.of(9, 9, 9) } as const;
    const codings = codingColumns(rows);
    const result = cooccurrence({ codings, codes: 2, documents: 3, settings, frequencies: true });
    expect(similarityMatrix('cosine', result)[1]).toBeCloseTo(2 / Math.sqrt(65), 12);
  });

  test('of a code that occurs nowhere is undefined', () => {
    expect(cosine(0, 0, 4)).toBeNull();
  });
});

describe('dissimilarities', () => {
  test('are 1 − S; undefined similarity counts as 0; the diagonal is 0', () => {
    const matrix = flat([
      [1, 0.25, Number.NaN],
      [0.25, 1, -1],
      [Number.NaN, -1, Number.NaN],
    ]);
    expect(matrixOf(dissimilarities('phi', matrix, 3), 3)).toEqual([
      [0, 0.75, 1],
      [0.75, 0, 2],
      [1, 2, 0],
    ]);
  });

  test('indices without an upper bound are scaled by their greatest value between codes', () => {
    const matrix = flat([
      [9, 4, 1],
      [4, 9, 0],
      [1, 0, 9],
    ]);
    expect(matrixOf(dissimilarities('association-strength', matrix, 3), 3)).toEqual([
      [0, 0, 0.75],
      [0, 0, 1],
      [0.75, 1, 0],
    ]);
    const negative = flat([
      [2, -1],
      [-1, 2],
    ]);
    expect(matrixOf(dissimilarities('pmi', negative, 2), 2)).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  test('are never negative', () => {
    expect(
      dissimilarities(
        'c-coefficient',
        flat([
          [1, 1.5],
          [1.5, 1],
        ]),
        2,
      ),
    ).toEqual(Float64Array.of(0, 0, 0, 0));
  });
});

describe('second-order similarity', () => {
  test('two codes that never meet but keep the same company are alike', () => {
    const counts = flat([
      [9, 0, 2, 4],
      [0, 7, 1, 2],
      [2, 1, 5, 0],
      [4, 2, 0, 6],
    ]);
    const matrix = profileSimilarity(counts, 4);
    expect(matrix[1]).toBeCloseTo(1, 12); // [2, 4] and [1, 2]
    expect(matrix[2]).toBe(0); // of code 0 [0, 4], of code 2 [1, 0]
  });

  test('leaves out the diagonal and the cells of the two codes', () => {
    const change = fc.nat(99);
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }), change, change, change, (values, x, y, z) => {
        const counts = indices(4).map((i) => indices(4).map((j) => values[Math.min(i, j) * 4 + Math.max(i, j)] ?? 0));
        const before = profileSimilarity(flat(counts), 4)[1];
        counts[0] = [x, y, counts[0]?.[2] ?? 0, counts[0]?.[3] ?? 0];
        counts[1] = [y, z, counts[1]?.[2] ?? 0, counts[1]?.[3] ?? 0];
        expect(profileSimilarity(flat(counts), 4)[1]).toBe(before);
      }),
    );
  });

  test('is undefined for a code without company', () => {
    expect(
      Array.from(
        profileSimilarity(
          flat([
            [3, 2],
            [2, 3],
          ]),
          2,
        ),
        nullable,
      ),
    ).toEqual([1, null, null, 1]);
  });
});
