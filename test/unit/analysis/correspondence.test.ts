// Correspondence analysis: the smoking table of Greenacre (1984), a fixture of Methods, coding by variables;
// coordinates, contributions and cos² by numpy 2.4.6 (linalg.svd of the standardised residuals), Python 3.11.7.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contingencyTests, type CountTable } from '../../../src/shared/domain/analysis/contingency.ts';
import { correspondence, type CorrespondencePoint } from '../../../src/shared/domain/analysis/correspondence.ts';

const smoking = [
  [4, 2, 3, 2],
  [4, 3, 7, 4],
  [25, 10, 12, 4],
  [18, 24, 33, 13],
  [10, 6, 7, 2],
];
const table = (rows: readonly (readonly number[])[]): CountTable => ({
  counts: Float64Array.from(rows.flat()),
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
});

/** Up to the sign of each axis. */
function expectPoints(points: readonly CorrespondencePoint[], expected: readonly (readonly number[])[]): void {
  for (const axis of [0, 1]) {
    const sign = Math.sign((points[0]?.coordinates[axis] ?? 0) * (expected[0]?.[axis] ?? 0));
    points.forEach(({ coordinates }, place) => {
      expect(sign * (coordinates[axis] ?? 0)).toBeCloseTo(expected[place]?.[axis] ?? 9, 10);
    });
  }
}

describe('smoking', () => {
  const result = correspondence(table(smoking));
  test('inertias and their shares of the total', () => {
    expect(result?.axes.map(({ inertia }) => Number(inertia.toFixed(6)))).toEqual([0.074759, 0.010017, 0.000414]);
    expect(result?.totalInertia).toBeCloseTo(0.0851899, 7);
    expect(result?.chiSquare).toBeCloseTo(16.44164, 5);
    expect(result?.axes[0]?.share).toBeCloseTo(0.0747591059 / 0.0851898605, 8);
  });
  test('coordinates of rows and columns (numpy)', () => {
    expectPoints(result?.rows ?? [], [
      [-0.0657683838802592, -0.19373700362161025],
      [0.25895842143040215, -0.2433045749014623],
      [-0.38059488705021316, -0.010659907204889492],
      [0.23295190822271833, 0.057743907753215785],
      [-0.20108912188410916, 0.0789112309292166],
    ]);
    expectPoints(result?.columns ?? [], [
      [-0.39330844857871844, -0.030492071109187308],
      [0.09945592079337695, 0.14106428920014957],
      [0.19632095639529018, 0.007359108586747711],
      [0.2937759852436751, -0.19776565634898605],
    ]);
  });
  test('contributions and cos² of the third row (numpy)', () => {
    const point = result?.rows[2];
    expect(point?.contributions[0]).toBeCloseTo(0.5120055489648189, 10);
    expect(point?.contributions[1]).toBeCloseTo(0.0029976036951501975, 10);
    expect(point?.cosines[0]).toBeCloseTo(0.9990329480522944, 10);
    expect(point?.cosines[1]).toBeCloseTo(0.0007837196944654595, 10);
  });
  test('turned round, rows and columns change places', () => {
    const turned = correspondence(table([0, 1, 2, 3].map((column) => smoking.map((row) => row[column] ?? 0))));
    expectPoints(turned?.columns ?? [], result?.rows.map(({ coordinates }) => coordinates) ?? []);
    expectPoints(turned?.rows ?? [], result?.columns.map(({ coordinates }) => coordinates) ?? []);
  });
});

test('nothing to show: one row, or a table in which nothing deviates', () => {
  expect(correspondence(table([[1, 2, 3]]))).toBeNull();
  expect(
    correspondence(
      table([
        [1, 2],
        [2, 4],
      ]),
    ),
  ).toBeNull();
  expect(correspondence(table([[0, 0]]))).toBeNull();
});

test('of any table: total inertia is χ²/N, shares sum to 1, distances on all axes are χ² distances', () => {
  const counts = fc.array(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(counts, (rows) => {
      const result = correspondence(table(rows), 3);
      const tests = contingencyTests(table(rows), { draws: 0, seed: 1 });
      if (result === null) {
        expect(tests.chiSquare?.value ?? 0).toBeLessThan(1e-9);
        return;
      }
      expect(result.chiSquare).toBeCloseTo(tests.chiSquare?.value ?? -1, 9);
      expect(result.axes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      const n = rows.flat().reduce((sum, count) => sum + count, 0);
      for (const [k, point] of result.rows.entries()) {
        const row = rows[result.rowPlaces[k] ?? -1] ?? [];
        const total = row.reduce((sum, count) => sum + count, 0);
        const distance = result.columnPlaces.reduce((sum, column) => {
          const mass = rows.reduce((all, each) => all + (each[column] ?? 0), 0) / n;
          return sum + ((row[column] ?? 0) / total - mass) ** 2 / mass;
        }, 0);
        expect(point.coordinates.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(distance, 8);
      }
    }),
  );
});
