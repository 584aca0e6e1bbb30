// Tests of tables and groups: the fixtures of Methods, coding by variables, and values of another program:
// Python 3.11.7 with numpy 2.4.6 and scipy 1.17.1 (scipy.stats chi2, norm, f, t, chi2_contingency, fisher_exact,
// kendalltau, somersd, pearsonr, spearmanr, f_oneway, kruskal, false_discovery_control).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustedResiduals,
  contingencyTests,
  fisherExact,
  type CountTable,
} from '../../../src/shared/domain/analysis/contingency.ts';
import {
  chiSquareTail,
  fTail,
  normalTwoSided,
  studentTwoSided,
} from '../../../src/shared/domain/analysis/distributions.ts';
import { groupTests } from '../../../src/shared/domain/analysis/group-tests.ts';
import { adjustedTests } from '../../../src/shared/domain/analysis/multiple-tests.ts';
import { ordinalAssociation } from '../../../src/shared/domain/analysis/ordinal.ts';
import { seededRandom, shuffle } from '../../../src/shared/domain/analysis/random.ts';

const table = (rows: readonly (readonly number[])[]): CountTable => ({
  counts: Float64Array.from(rows.flat()),
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
});
const noDraws = { draws: 0, seed: 1 };
const twoByTwo = table([
  [10, 20],
  [30, 5],
]);
const square = [
  [20, 10, 5],
  [10, 15, 10],
  [5, 10, 25],
];

describe('tails of distributions', () => {
  test.each([
    [18.72619, 1, 1.508956947248109e-5],
    [0.5, 3, 0.9188914116546758],
    [120, 100, 0.08440668109369177],
    [1e-3, 1, 0.9747728793699604],
    [60, 4, 2.9008631203404573e-12],
  ])('χ² %d with %d degrees of freedom (scipy)', (value, df, p) => {
    expect((chiSquareTail(value, df) ?? 0) / p).toBeCloseTo(1, 9);
  });
  test.each([
    [0, 1],
    [1.96, 0.04999579029644087],
    [-3.5, 0.00046525815807105003],
    [8, 1.244192114854348e-15],
  ])('|z| ≥ %d (scipy)', (z, p) => {
    expect(normalTwoSided(z) / p).toBeCloseTo(1, 9);
  });
  test.each([
    [20.3333, 2, 9, 0.00045898802413072483],
    [0.7, 3, 120, 0.5538434795153255],
    [4.1, 10, 2, 0.21190784259921724],
  ])('F %d with %d and %d (scipy)', (f, between, within, p) => {
    expect((fTail(f, between, within) ?? 0) / p).toBeCloseTo(1, 9);
  });
  test.each([
    [2.2, 8, 0.05899390791582348],
    [-0.1, 3, 0.9266523488008059],
    [12, 50, 2.462380625332543e-16],
  ])('|t| ≥ %d with %d (scipy)', (t, df, p) => {
    expect((studentTwoSided(t, df) ?? 0) / p).toBeCloseTo(1, 9);
  });
  test('undefined where there is no freedom', () => {
    expect([chiSquareTail(1, 0), fTail(1, 0, 3), fTail(1, 2, 0), studentTwoSided(1, 0)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('table of counts', () => {
  test('the fixture [[10, 20], [30, 5]] of the methods', () => {
    const tests = contingencyTests(twoByTwo, noDraws);
    expect(tests.chiSquare?.value).toBeCloseTo(18.72619, 5);
    expect(tests.chiSquare?.p).toBeCloseTo(1.509e-5, 8);
    expect(tests.likelihoodRatio?.value).toBeCloseTo(19.71721, 5);
    expect(tests.yates?.value).toBeCloseTo(16.57848, 5);
    expect(tests.cramersV).toBeCloseTo(0.53675, 5);
    expect(tests.fisher).toMatchObject({ method: 'exact', draws: 0 });
    expect(tests.fisher?.p).toBeCloseTo(2.595e-5, 8);
    expect(tests.fisher?.oddsRatio).toBeCloseTo(0.08333, 5);
    expect(Array.from(adjustedResiduals(twoByTwo), (value) => value.toFixed(4))).toEqual([
      '-4.3274',
      '4.3274',
      '4.3274',
      '-4.3274',
    ]);
  });
  test('a table of three by three (methods; G² and p by scipy)', () => {
    const tests = contingencyTests(table(square), noDraws);
    expect(tests).toMatchObject({ n: 110, df: 4, yates: null, fisher: null });
    expect(tests.chiSquare?.value).toBeCloseTo(26.69324, 5);
    expect(tests.chiSquare?.p).toBeCloseTo(2.2929058293748562e-5, 12);
    expect(tests.likelihoodRatio?.value).toBeCloseTo(26.79766450590758, 10);
    expect(tests.likelihoodRatio?.p).toBeCloseTo(2.184179671709742e-5, 12);
  });
  test('Fisher with an empty cell (scipy): the odds ratio is undefined, not infinite', () => {
    const { p, oddsRatio } = fisherExact(3, 1, 0, 4);
    expect(p).toBeCloseTo(0.14285714285714288, 12);
    expect(oddsRatio).toBeNull();
  });
  test('drawn tables come near the exact p of a full enumeration, the same for the same seed', () => {
    const counts = table([
      [7, 2, 1],
      [3, 6, 9],
    ]);
    const drawn = contingencyTests(counts, { draws: 20_000, seed: 7 }).fisher;
    // 0.0205337 by enumerating all tables with these totals in Python; ± 4 standard errors.
    expect(Math.abs((drawn?.p ?? 0) - 0.020533699709901126)).toBeLessThan(0.004);
    expect(drawn?.method).toBe('monte-carlo');
    expect(contingencyTests(counts, { draws: 20_000, seed: 7 }).fisher).toEqual(drawn);
  });
  test('undefined in a table with one row or column that holds something', () => {
    const lonely = contingencyTests(
      table([
        [3, 0, 4],
        [0, 0, 0],
      ]),
      noDraws,
    );
    expect(lonely).toMatchObject({ n: 7, df: 0, chiSquare: null, likelihoodRatio: null, cramersV: null, fisher: null });
  });
  test('empty rows and columns change nothing', () => {
    const wider = table([
      [10, 0, 20],
      [0, 0, 0],
      [30, 0, 5],
    ]);
    expect(contingencyTests(wider, noDraws)).toEqual(contingencyTests(twoByTwo, noDraws));
    const residuals = adjustedResiduals(wider);
    expect([residuals[1], residuals[3]]).toEqual([Number.NaN, Number.NaN]);
    expect(residuals[0]).toBeCloseTo(-4.3274, 4);
  });
  test('what is no count is refused', () => {
    expect(() => contingencyTests(table([[1, -1]]), noDraws)).toThrow('whole number');
    expect(() => contingencyTests(table([[1.5, 1]]), noDraws)).toThrow('whole number');
  });
  test('bounds, and the same for the table turned round', () => {
    const counts = fc.array(fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(counts, (rows) => {
        const direct = contingencyTests(table(rows), noDraws);
        const turned = contingencyTests(table([0, 1, 2].map((column) => rows.map((row) => row[column] ?? 0))), noDraws);
        expect(turned.chiSquare?.value ?? -1).toBeCloseTo(direct.chiSquare?.value ?? -1, 9);
        expect(turned.likelihoodRatio?.value ?? -1).toBeCloseTo(direct.likelihoodRatio?.value ?? -1, 9);
        for (const share of [direct.cramersV, direct.chiSquare?.p, direct.likelihoodRatio?.p, direct.fisher?.p]) {
          if (typeof share !== 'number') continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('ordered variables', () => {
  const expanded = (rows: readonly (readonly number[])[]) => {
    const pairs = rows.flatMap((row, x) => row.flatMap((count, y) => Array.from({ length: count }, () => [x, y])));
    return [Float64Array.from(pairs, ([x]) => x ?? 0), Float64Array.from(pairs, ([, y]) => y ?? 0)] as const;
  };
  test('the fixture of three by three of the methods', () => {
    const found = ordinalAssociation(...expanded(square));
    expect(found).toMatchObject({ n: 110, concordant: 2275, discordant: 575 });
    expect(found.tauB).toBeCloseTo(0.42236, 5);
    expect(found.tauC).toBeCloseTo(0.42149, 5);
    expect(found.gamma).toBeCloseTo(0.59649, 5);
    expect(found.somersYX).toBeCloseTo(0.42236, 5);
    expect(found.spearman?.value).toBeCloseTo(0.46571, 5);
    expect(found.pearson?.value).toBeCloseTo(0.46505, 5);
  });
  test('Somers of a table that is not square (scipy)', () => {
    const found = ordinalAssociation(
      ...expanded([
        [7, 2, 1],
        [3, 6, 9],
      ]),
    );
    expect(found.somersYX).toBeCloseTo(0.6, 12);
    expect(found.somersXY).toBeCloseTo(0.4153846153846154, 12);
  });
  test('ten pairs with ties (scipy)', () => {
    const found = ordinalAssociation(
      Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5, 3),
      Float64Array.of(2, 7, 1, 8, 2, 8, 1, 8, 2, 8),
    );
    expect(found.tauB).toBeCloseTo(0.13041013273932525, 12);
    expect(found.tauC).toBeCloseTo(0.13333333333333333, 12);
    expect(found.somersYX).toBeCloseTo(0.11904761904761904, 12);
    expect(found.somersXY).toBeCloseTo(0.14285714285714285, 12);
    expect(found.pearson?.value).toBeCloseTo(0.10492284287735881, 12);
    expect(found.pearson?.p).toBeCloseTo(0.7729913615627264, 9);
    expect(found.spearman?.value).toBeCloseTo(0.13471506281091267, 12);
    expect(found.spearman?.p).toBeCloseTo(0.7106008805223829, 9);
  });
  test('undefined where a variable does not vary', () => {
    const found = ordinalAssociation(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3));
    expect(found).toMatchObject({ tauB: null, tauC: null, gamma: null, pearson: null, spearman: null, somersXY: 0 });
    expect(found.somersYX).toBeNull();
    expect(ordinalAssociation(new Float64Array(), new Float64Array())).toMatchObject({ tauA: null, pearson: null });
  });
  test('the pairs are those found by asking every pair', () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, (values) => {
        const slow = { concordant: 0, discordant: 0, tiedX: 0, tiedY: 0 };
        values.forEach(([x, y], k) => {
          for (const [otherX, otherY] of values.slice(k + 1)) {
            const sign = Math.sign(otherX - x) * Math.sign(otherY - y);
            if (sign > 0) slow.concordant += 1;
            else if (sign < 0) slow.discordant += 1;
            else if (x === otherX && y !== otherY) slow.tiedX += 1;
            else if (x !== otherX && y === otherY) slow.tiedY += 1;
          }
        });
        const [x, y] = [0, 1].map((k) => Float64Array.from(values, (pair) => pair[k] ?? 0));
        expect(ordinalAssociation(x ?? new Float64Array(), y ?? new Float64Array())).toMatchObject(slow);
      }),
    );
  });
});

describe('groups', () => {
  const asked = (groups: readonly (readonly number[])[]) =>
    groupTests(
      Float64Array.from(groups.flat()),
      Int32Array.from(groups.flatMap((values, group) => values.map(() => group))),
      groups.length,
    );
  test('the fixture of the methods', () => {
    const { anova, kruskalWallis, groups } = asked([
      [3, 4, 5, 4],
      [6, 7, 5, 8],
      [2, 1, 3, 2],
    ]);
    expect(anova?.f).toBeCloseTo(20.3333, 4);
    expect(anova?.p).toBeCloseTo(0.000459, 6);
    expect(kruskalWallis?.h).toBeCloseTo(9.37145, 5);
    expect(kruskalWallis?.p).toBeCloseTo(0.009226, 6);
    expect(groups.map(({ n, mean }) => [n, mean])).toEqual([
      [4, 4],
      [4, 6.5],
      [4, 2],
    ]);
  });
  test('groups of unequal size, with ties (scipy); an empty group takes no part', () => {
    const { anova, kruskalWallis, groups } = asked([[1.5, 2.25, 0], [0, 0, 7, 1], [], [3]]);
    expect(anova).toMatchObject({ between: 2, within: 5 });
    expect(anova?.f).toBeCloseTo(0.17011518771331058, 12);
    expect(anova?.p).toBeCloseTo(0.8482522670657165, 10);
    expect(kruskalWallis?.h).toBeCloseTo(1.2833333333333325, 12);
    expect(kruskalWallis?.p).toBeCloseTo(0.5264143352802073, 10);
    expect(groups[2]).toEqual({ n: 0, mean: null });
  });
  test('undefined where nothing varies or there is one group', () => {
    expect(asked([[1, 2, 3]])).toMatchObject({ anova: null, kruskalWallis: null });
    expect(asked([[0.1, 0.1], [0.1]])).toMatchObject({ anova: null, kruskalWallis: null });
    expect(asked([[1], [2]])).toMatchObject({ anova: null });
  });
});

test('Holm by hand and Benjamini–Hochberg by scipy; what is undefined does not count', () => {
  const { holm, benjaminiHochberg } = adjustedTests([0.01, 0.04, null, 0.03, 0.005, 0.2]);
  expect(holm.map((p) => p && Number(p.toFixed(12)))).toEqual([0.04, 0.09, null, 0.09, 0.025, 0.2]);
  expect(benjaminiHochberg.map((p) => p && Number(p.toFixed(12)))).toEqual([0.025, 0.05, null, 0.05, 0.025, 0.2]);
});

test('shuffling keeps the values, and gives the same order for the same seed', () => {
  const once = Int32Array.from({ length: 50 }, (_, k) => k);
  const again = once.slice();
  shuffle(once, 10, 50, seededRandom(3));
  shuffle(again, 10, 50, seededRandom(3));
  expect(again).toEqual(once);
  expect(once.subarray(0, 10)).toEqual(Int32Array.from({ length: 10 }, (_, k) => k));
  expect(once).not.toEqual(Int32Array.from({ length: 50 }, (_, k) => k));
  expect(once.toSorted()).toEqual(Int32Array.from({ length: 50 }, (_, k) => k));
});
