// Issue 5: each analysis equals a slow, obviously right implementation. Here the twins of the statistics behind the
// counts; those of the counts themselves stand beside their analyses (cooccurrence, sequences, crosstab, retrieval …).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  krippendorffAlpha,
  presenceAgreement,
  twoCoderAgreement,
} from '../../../src/shared/domain/analysis/agreement.ts';
import { averageLinkage, copheneticDistances } from '../../../src/shared/domain/analysis/clustering.ts';
import { proximities } from '../../../src/shared/domain/analysis/code-map.ts';
import { adjustedResiduals, contingencyTests, fisherExact } from '../../../src/shared/domain/analysis/contingency.ts';
import { groupTests } from '../../../src/shared/domain/analysis/group-tests.ts';
import { conceptMap } from '../../../src/shared/domain/analysis/mds.ts';
import { transitionStatistics } from '../../../src/shared/domain/analysis/sequences.ts';
import { profileSimilarity } from '../../../src/shared/domain/analysis/similarity.ts';
import { unitisingAlpha } from '../../../src/shared/domain/analysis/unitising.ts';
import { distanceMatrix } from './arbitraries.ts';
import { flat, indices, matrixOf } from './reference.ts';

const runs = { numRuns: Number(process.env['SIMPUL_CASES'] ?? 300) };

/** Rows × columns of small counts, many of them 0. */
const countTable = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const squareTable = fc
  .integer({ min: 2, max: 4 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(6), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const columnOf = (table: readonly (readonly number[])[], column: number) => table.map((row) => row[column] ?? 0);
const total = (table: readonly (readonly number[])[]) => sum(table.flat());

/** Straight from its definition; null where a variable does not vary. */
function pearson(x: readonly number[], y: readonly number[]): number | null {
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
  const covariance = sum(x.map((value, k) => (value - meanX) * ((y[k] ?? 0) - meanY)));
  const [spreadX, spreadY] = [sum(x.map((v) => (v - meanX) ** 2)), sum(y.map((v) => (v - meanY) ** 2))];
  return spreadX < 1e-20 || spreadY < 1e-20 ? null : covariance / Math.sqrt(spreadX * spreadY);
}

function near(found: number | null | undefined, slow: number | null): void {
  if (slow === null || Number.isNaN(slow)) expect(Number.isNaN(found ?? Number.NaN)).toBe(true);
  else expect(found).toBeCloseTo(slow, 8);
}

const upper = (rows: readonly (readonly number[])[]) => rows.flatMap((row, i) => row.filter((_, j) => j > i));

describe('sequences (METHODS 2.5)', () => {
  test('E, adjusted residual, p(B|A) and Yule’s Q of each cell, from the table collapsed to 2 × 2', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const size = table.length;
        const found = transitionStatistics(flat(table), size, true);
        const n = total(table);
        for (const i of indices(size)) {
          for (const j of indices(size)) {
            const a = table[i]?.[j] ?? 0;
            const [row, column] = [sum(table[i] ?? []), sum(columnOf(table, j))];
            const [b, c] = [row - a, column - a];
            const d = n - a - b - c;
            const expected = (row * column) / n;
            const variance = expected * (1 - row / n) * (1 - column / n);
            near(found.expected[i * size + j], expected);
            near(found.z[i * size + j], variance > 0 ? (a - expected) / Math.sqrt(variance) : null);
            near(found.conditional[i * size + j], a / row);
            near(found.yuleQ[i * size + j], (a * d - b * c) / (a * d + b * c));
          }
        }
      }),
      runs,
    );
  });
});

describe('tables of counts (METHODS 2.6)', () => {
  const asked = (table: readonly (readonly number[])[]) => ({
    counts: flat(table),
    rows: table.length,
    columns: table[0]?.length ?? 0,
  });
  test('χ² is Σ(O−E)²/E, G² is 2ΣO ln(O/E), V and the residuals follow, cell by cell', () => {
    fc.assert(
      fc.property(countTable, (table) => {
        const found = contingencyTests(asked(table), { draws: 0, seed: 1 });
        const n = total(table);
        const rows = table.filter((row) => sum(row) > 0);
        const columns = (table[0] ?? []).map((_, j) => j).filter((j) => sum(columnOf(table, j)) > 0);
        if (rows.length < 2 || columns.length < 2) {
          expect(found.chiSquare).toBeNull();
          return;
        }
        const cells = rows.flatMap((row) =>
          columns.map((j) => ({ o: row[j] ?? 0, e: (sum(row) * sum(columnOf(table, j))) / n })),
        );
        const chiSquare = sum(cells.map(({ o, e }) => (o - e) ** 2 / e));
        near(found.chiSquare?.value, chiSquare);
        near(found.likelihoodRatio?.value, 2 * sum(cells.map(({ o, e }) => (o === 0 ? 0 : o * Math.log(o / e)))));
        near(found.cramersV, Math.sqrt(chiSquare / (n * Math.min(rows.length - 1, columns.length - 1))));
        expect(found.chiSquare?.df).toBe((rows.length - 1) * (columns.length - 1));
        const residuals = adjustedResiduals(asked(table));
        table.forEach((row, i) => {
          row.forEach((o, j) => {
            const [r, c] = [sum(row), sum(columnOf(table, j))];
            const variance = ((r * c) / n) * (1 - r / n) * (1 - c / n);
            near(residuals[i * row.length + j], variance > 0 ? (o - (r * c) / n) / Math.sqrt(variance) : null);
          });
        });
      }),
      runs,
    );
  });

  test('Fisher’s p: the tables with the same margins that are no likelier, counted in whole numbers', () => {
    const choose = (n: number, k: number): bigint => {
      if (k < 0 || k > n) return 0n;
      let value = 1n;
      for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - k + i)) / BigInt(i);
      return value;
    };
    const cell = fc.nat(9);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const ways = (x: number) => choose(a + b, x) * choose(c + d, a + c - x);
        const all = indices(a + c + 1).map(ways);
        const extreme = all.filter((each) => each <= ways(a)).reduce((total_, each) => total_ + each, 0n);
        expect(fisherExact(a, b, c, d).p).toBeCloseTo(Number(extreme) / Number(choose(a + b + c + d, a + c)), 10);
      }),
      runs,
    );
  });

  test('F is MSB/MSW and H is Kruskal–Wallis with ties, from groups written out', () => {
    const groups = fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(groups, (all) => {
        const values = all.flat();
        const found = groupTests(
          Float64Array.from(values),
          Int32Array.from(all.flatMap((group, k) => group.map(() => k))),
          all.length,
        );
        const n = values.length;
        const mean = sum(values) / n;
        const between = sum(all.map((group) => group.length * (sum(group) / group.length - mean) ** 2));
        const within = sum(all.map((group) => sum(group.map((v) => (v - sum(group) / group.length) ** 2))));
        if (n > all.length && within > 1e-12) {
          near(found.anova?.f, between / (all.length - 1) / (within / (n - all.length)));
        }
        // The rank of a value: how many are less, and the middle of its equals.
        const rank = (v: number) =>
          values.filter((each) => each < v).length + (values.filter((each) => each === v).length + 1) / 2;
        const ties = sum(
          [...new Set(values)].map((v) => values.filter((each) => each === v).length).map((t) => t ** 3 - t),
        );
        const raw =
          (12 / (n * (n + 1))) * sum(all.map((group) => sum(group.map(rank)) ** 2 / group.length)) - 3 * (n + 1);
        const correction = 1 - ties / (n ** 3 - n);
        if (correction > 0 && found.kruskalWallis) near(found.kruskalWallis.h, raw / correction);
        else expect(correction > 0 && n > 1).toBe(found.kruskalWallis !== null);
      }),
      runs,
    );
  });
});

describe('clustering and maps (METHODS 2.1)', () => {
  test('cophenetic r is the correlation of all pairs with the heights at which they meet', () => {
    fc.assert(
      fc.property(distanceMatrix(7), (distances) => {
        const size = distances.length;
        const { merges, cophenetic } = averageLinkage(flat(distances), size);
        const heights = matrixOf(copheneticDistances(merges, size), size);
        const slow = size < 3 ? null : pearson(upper(distances), upper(heights));
        if (slow === null) expect(cophenetic).toBeNull();
        else expect(cophenetic).toBeCloseTo(slow, 8);
      }),
      runs,
    );
  });

  test('stress-1 and R² of a map are those of the points it gives', () => {
    fc.assert(
      fc.property(distanceMatrix(6), (distances) => {
        const size = distances.length;
        const { points, stress, r2 } = conceptMap(flat(distances), size);
        const drawn = distances.map((row, i) =>
          row.map((_, j) =>
            Math.hypot(
              (points[2 * i] ?? 0) - (points[2 * j] ?? 0),
              (points[2 * i + 1] ?? 0) - (points[2 * j + 1] ?? 0),
            ),
          ),
        );
        const [wanted, got] = [upper(distances), upper(drawn)];
        // Kruskal (1964): d is the distance on the map, d̂ what was asked for.
        const squares = Math.sqrt(sum(got.map((d, k) => (d - (wanted[k] ?? 0)) ** 2)) / sum(got.map((d) => d * d)));
        if (stress !== null) expect(stress).toBeCloseTo(squares, 6);
        const r = pearson(wanted, got);
        if (r2 !== null && r !== null) expect(r2).toBeCloseTo(r * r, 6);
        expect(stress === null ? 0 : stress).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: Math.min(runs.numRuns, 200) },
    );
  });

  test('second order: the cosine of two rows without the diagonal and the two own cells', () => {
    fc.assert(
      fc.property(squareTable, (table) => {
        const size = table.length;
        const counts = table.map((row, i) => row.map((_, j) => (table[Math.min(i, j)] ?? [])[Math.max(i, j)] ?? 0));
        const found = profileSimilarity(flat(counts), size);
        for (const i of indices(size)) {
          for (const j of indices(size).filter((each) => each !== i)) {
            const others = indices(size).filter((k) => k !== i && k !== j);
            const [x, y] = [others.map((k) => counts[i]?.[k] ?? 0), others.map((k) => counts[j]?.[k] ?? 0)];
            const lengths = Math.sqrt(sum(x.map((v) => v * v)) * sum(y.map((v) => v * v)));
            near(found[i * size + j], lengths === 0 ? null : sum(x.map((v, k) => v * (y[k] ?? 0))) / lengths);
          }
        }
      }),
      runs,
    );
  });

  test('proximity: every code that is no target, the mean of what is defined, nearest first', () => {
    const value = fc.oneof(
      fc.constant(Number.NaN),
      fc.nat(8).map((n) => n / 8),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }),
        fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
        (rows, targets) => {
          const found = proximities(flat(rows), 5, targets);
          expect(found.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual(
            indices(5).filter((code) => !targets.includes(code)),
          );
          let former = Infinity;
          for (const { code, values, mean } of found) {
            const slow = targets.map((target) => rows[code]?.[target] ?? Number.NaN);
            expect([...values]).toEqual(slow);
            const defined = slow.filter((each) => !Number.isNaN(each));
            near(mean, defined.length === 0 ? null : sum(defined) / defined.length);
            const rank = Number.isNaN(mean) ? -Infinity : mean;
            expect(rank).toBeLessThanOrEqual(former);
            former = rank;
          }
        },
      ),
      runs,
    );
  });
});

describe('agreement (METHODS 2.9)', () => {
  test('each coefficient is (P_o − P_e)/(1 − P_e), asked rating by rating', () => {
    const ratings = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ratings, (pairs) => {
        const n = pairs.length;
        const counts = new Float64Array(9);
        for (const [x, y] of pairs) counts[x * 3 + y] = (counts[x * 3 + y] ?? 0) + 1;
        const found = twoCoderAgreement({ counts, categories: 3 });
        const share = (k: number, coder: 0 | 1) => pairs.filter((pair) => pair[coder] === k).length / n;
        const pooled = (k: number) => (share(k, 0) + share(k, 1)) / 2;
        const observed = pairs.filter(([x, y]) => x === y).length / n;
        const chance = {
          cohenKappa: sum(indices(3).map((k) => share(k, 0) * share(k, 1))),
          scottPi: sum(indices(3).map((k) => pooled(k) ** 2)),
          freeMarginal: 1 / 3,
          ac1: sum(indices(3).map((k) => pooled(k) * (1 - pooled(k)))) / 2,
        };
        for (const name of ['cohenKappa', 'scottPi', 'freeMarginal', 'ac1'] as const) {
          expect(found[name].expected).toBeCloseTo(chance[name], 10);
          if (1 - chance[name] < 1e-9) expect(found[name].value).toBeNull();
          else expect(found[name].value).toBeCloseTo((observed - chance[name]) / (1 - chance[name]), 8);
        }
        expect(found.alpha).toEqual(
          krippendorffAlpha({ values: Int32Array.from(pairs.flat()), coders: 2, categories: 3 }),
        );
      }),
      runs,
    );
  });

  test('a code with itself agrees wholly; with nothing it is undefined, never 0', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (a, d) => {
        const found = presenceAgreement(a, 0, 0, d);
        const isDefined = a > 0 && d > 0;
        expect(found.cohenKappa.value).toBe(isDefined ? 1 : null);
        expect(found.alpha).toBe(isDefined ? 1 : null);
        expect(found.positiveAgreement).toBe(a > 0 ? 1 : null);
      }),
      runs,
    );
  });

  test('α for unitising is 1 − D_o/D_e of every pair of segments and gaps', () => {
    const segments = fc
      .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 }), fc.nat(1)), { maxLength: 4 })
      .map((steps) => {
        let at = 0;
        return steps.map(([gap, size, value]) => {
          const start = at + gap;
          at = start + size;
          return { start, end: at, value };
        });
      });
    fc.assert(
      fc.property(segments, segments, (first, second) => {
        const length = 30;
        const phi = 2;
        const line = (own: typeof first) => {
          const gaps = [...own, { start: length, end: length, value: phi }].map(({ start }, k) => ({
            start: own[k - 1]?.end ?? 0,
            end: start,
            value: phi,
          }));
          return [...own, ...gaps.filter(({ start, end }) => end > start)];
        };
        const [left, right] = [line(first), line(second)];
        // Eq. 34 with two coders: o_ck over ordered pairs of coders, so that every meeting counts both ways.
        const o = indices(3).map(() => [0, 0, 0]);
        for (const [one, other] of [
          [left, right],
          [right, left],
        ] as const) {
          for (const s of one) {
            for (const t of other) {
              const common = Math.max(0, Math.min(s.end, t.end) - Math.max(s.start, t.start));
              const row = o[s.value];
              if (row) row[t.value] = (row[t.value] ?? 0) + common;
            }
          }
        }
        const all = total(o);
        const c = (value: number) =>
          sum(
            [...left, ...right]
              .filter((each) => each.value === value)
              .map((each) => (value === phi ? each.end - each.start : (each.end - each.start) ** 2)),
          );
        const room = all * all - sum(indices(3).map(c));
        const expectedSame = sum(indices(3).map((k) => (all * (sum(o[k] ?? []) ** 2 - c(k))) / room));
        const observed = all - sum(indices(3).map((k) => o[k]?.[k] ?? 0));
        const { value } = unitisingAlpha({ length, coders: [first, second], values: 2 });
        if (first.length + second.length === 0) expect(value).toBeNull();
        else if (value !== null) expect(value).toBeCloseTo(1 - observed / (all - expectedSame), 8);
      }),
      runs,
    );
  });
});
