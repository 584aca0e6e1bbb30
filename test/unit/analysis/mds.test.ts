import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symmetricEigen } from '../../../src/shared/domain/analysis/eigen.ts';
import { classicalScaling, conceptMap, kruskalStress, mapDistances } from '../../../src/shared/domain/analysis/mds.ts';
import { distanceMatrix } from './arbitraries.ts';
import { flat, indices } from './reference.ts';

describe('symmetric eigenvalues', () => {
  test('of [[2, 1], [1, 2]]: 3 and 1', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2, 2);
    expect(values[0]).toBeCloseTo(3, 12);
    expect(values[1]).toBeCloseTo(1, 12);
    expect(vectors[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(vectors[1]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('A v = λ v, vectors orthonormal, values descending, sum of values = trace', () => {
    const size = fc.integer({ min: 0, max: 9 });
    const symmetric = size.chain((n) =>
      fc
        .array(fc.oneof(fc.constantFrom(0, 0, 1, -1), fc.double({ min: -1e3, max: 1e3, noNaN: true })), {
          minLength: n * n,
          maxLength: n * n,
        })
        .map((values) => ({
          n,
          matrix: Float64Array.from(values.keys(), (cell) => {
            const [i, j] = [Math.floor(cell / n), cell % n];
            return values[Math.min(i, j) * n + Math.max(i, j)] ?? 0;
          }),
        })),
    );
    fc.assert(
      fc.property(symmetric, ({ n, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, n, n);
        const scale = Math.max(1, ...matrix.map(Math.abs));
        const dot = (k: number, l: number) =>
          indices(n).reduce((sum, i) => sum + (vectors[k * n + i] ?? 0) * (vectors[l * n + i] ?? 0), 0);
        for (const k of indices(n)) {
          for (const l of indices(n)) expect(Math.abs(dot(k, l) - (k === l ? 1 : 0))).toBeLessThan(1e-12);
          for (const i of indices(n)) {
            const image = indices(n).reduce((sum, j) => sum + (matrix[i * n + j] ?? 0) * (vectors[k * n + j] ?? 0), 0);
            expect(Math.abs(image - (values[k] ?? 0) * (vectors[k * n + i] ?? 0))).toBeLessThan(1e-11 * scale);
          }
        }
        expect(Array.from(values)).toEqual(Array.from(values).toSorted((a, b) => b - a));
        const trace = indices(n).reduce((sum, i) => sum + (matrix[i * n + i] ?? 0), 0);
        expect(Math.abs(values.reduce((sum, value) => sum + value, 0) - trace)).toBeLessThan(1e-11 * scale);
      }),
      { numRuns: 300 },
    );
  });

  test('of a second difference matrix of order 60: 2 − 2 cos(kπ/61)', () => {
    const n = 60;
    const matrix = Float64Array.from({ length: n * n }, (_, cell) => {
      const apart = Math.abs(Math.floor(cell / n) - (cell % n));
      return apart === 0 ? 2 : apart === 1 ? -1 : 0;
    });
    const { values } = symmetricEigen(matrix, n, n);
    values.forEach((value, k) => expect(value).toBeCloseTo(2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)), 12));
  });

  test.each([
    ['all different', (i: number, j: number) => Math.sin(i * j + i + j)],
    ['one value 120 times', (i: number, j: number) => (i === j ? 1 : 0)],
    ['one value 119 times: no two codes ever meet', (i: number, j: number) => (i === j ? 1 : 0) - 1 / 120],
    ['nothing but 0', () => 0],
  ])('of order 120, the three leading vectors: %s', (_, element) => {
    const n = 120;
    const matrix = Float64Array.from({ length: n * n }, (__, cell) => element(Math.floor(cell / n), cell % n));
    const { values, vectors } = symmetricEigen(matrix, n, 3);
    expect(vectors).toHaveLength(3 * n);
    for (const k of indices(3)) {
      const vector = vectors.subarray(k * n, (k + 1) * n);
      for (const l of indices(3)) {
        const product = vector.reduce((sum, value, i) => sum + value * (vectors[l * n + i] ?? 0), 0);
        expect(product).toBeCloseTo(k === l ? 1 : 0, 12);
      }
      for (const i of indices(n)) {
        const image = vector.reduce((sum, value, j) => sum + (matrix[i * n + j] ?? 0) * value, 0);
        expect(image).toBeCloseTo((values[k] ?? 0) * (vector[i] ?? 0), 10);
      }
    }
  });

  test('undefined values are refused', () => {
    expect(() => symmetricEigen(Float64Array.of(Number.NaN), 1, 1)).toThrow(RangeError);
  });
});

describe('concept map', () => {
  const triangle = flat([
    [0, 3, 4],
    [3, 0, 5],
    [4, 5, 0],
  ]);

  test('fixture (Methods, co-occurrence): the 3-4-5 triangle has eigenvalues 12.964148, 3.702519, 0 and stress 0', () => {
    const { eigenvalues, points, stress, r2 } = conceptMap(triangle, 3);
    expect(eigenvalues[0]).toBeCloseTo(12.964148, 6);
    expect(eigenvalues[1]).toBeCloseTo(3.702519, 6);
    expect(eigenvalues[2]).toBeCloseTo(0, 10);
    expect(stress).toBeCloseTo(0, 10);
    expect(r2).toBeCloseTo(1, 10);
    expect(points).toHaveLength(6);
  });

  test('classical scaling gives back any figure of the plane', () => {
    const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 8 }), (figure) => {
        const size = figure.length;
        const wanted = mapDistances(Float64Array.from(figure.flat()), size, 2);
        const found = mapDistances(classicalScaling(wanted, size, 2).points, size, 2);
        found.forEach((distance, cell) => expect(Math.abs(distance - (wanted[cell] ?? 0))).toBeLessThan(1e-5));
      }),
    );
  });

  test('SMACOF never ends worse than it began, and the same question has the same answer', () => {
    fc.assert(
      fc.property(distanceMatrix(8), fc.constantFrom(2 as const, 3 as const), (distances, dimensions) => {
        const size = distances.length;
        const wanted = flat(distances);
        const map = conceptMap(wanted, size, dimensions);
        expect(conceptMap(wanted, size, dimensions)).toEqual(map);
        expect(map.points.every(Number.isFinite)).toBe(true);
        const start = mapDistances(classicalScaling(wanted, size, dimensions).points, size, dimensions);
        const raw = (found: Float64Array) =>
          found.reduce((sum, value, cell) => sum + (value - (wanted[cell] ?? 0)) ** 2, 0);
        // The noise that frees coinciding points moves each by at most 0.1 % of the mean dissimilarity.
        const margin = 0.006 * size * size;
        expect(raw(mapDistances(map.points, size, dimensions))).toBeLessThanOrEqual(raw(start) + margin);
        if (map.r2 !== null) expect(map.r2).toBeLessThanOrEqual(1);
        if (map.stress !== null) expect(map.stress).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  test('a map that fits badly at first is improved: a regular tetrahedron in the plane', () => {
    const wanted = flat(indices(4).map((i) => indices(4).map((j) => (i === j ? 0 : 1))));
    const map = conceptMap(wanted, 4);
    // Least raw stress of four equidistant points in the plane: a square with side s and diagonal s√2.
    const side = (4 + 2 * Math.SQRT2) / 8;
    const residual = 4 * (side - 1) ** 2 + 2 * (side * Math.SQRT2 - 1) ** 2;
    expect(map.stress).toBeCloseTo(Math.sqrt(residual / (8 * side * side)), 4);
    expect(map.r2).toBeNull(); // the dissimilarities do not vary
    expect(conceptMap(wanted, 4, 3).stress).toBeCloseTo(0, 8);
  });

  test('codes of which no two ever meet spread out instead of standing on one spot', () => {
    const size = 30;
    const wanted = flat(indices(size).map((i) => indices(size).map((j) => (i === j ? 0 : 1))));
    const { points } = conceptMap(wanted, size);
    const distances = mapDistances(points, size, 2);
    const nearest = indices(size).map((i) =>
      Math.min(
        ...indices(size)
          .filter((j) => j !== i)
          .map((j) => distances[i * size + j] ?? 0),
      ),
    );
    expect(Math.min(...nearest)).toBeGreaterThan(0.05);
  });

  test('codes at distance 0 fall together', () => {
    const { points, stress } = conceptMap(
      flat([
        [0, 0, 1],
        [0, 0, 1],
        [1, 1, 0],
      ]),
      3,
    );
    expect(points[0]).toBeCloseTo(points[2] ?? Number.NaN, 9);
    expect(stress).toBeCloseTo(0, 9);
  });

  test('Kruskal stress-1 by hand: d = 3, 4, 5 for d̂ = 3, 4, 6 is √(1/50)', () => {
    const wanted = flat([
      [0, 3, 4],
      [3, 0, 6],
      [4, 6, 0],
    ]);
    expect(kruskalStress(wanted, triangle, 3)).toBeCloseTo(Math.sqrt(1 / 50), 12);
  });

  test('no code, one code, two codes, all codes alike', () => {
    expect(conceptMap(new Float64Array(0), 0)).toMatchObject({ points: new Float64Array(0), stress: null, r2: null });
    expect(conceptMap(Float64Array.of(0), 1)).toMatchObject({ points: Float64Array.of(0, 0), stress: null, r2: null });
    const two = conceptMap(Float64Array.of(0, 1, 1, 0), 2);
    expect(
      Math.hypot((two.points[0] ?? 0) - (two.points[2] ?? 0), (two.points[1] ?? 0) - (two.points[3] ?? 0)),
    ).toBeCloseTo(1, 9);
    expect(conceptMap(new Float64Array(9), 3)).toMatchObject({ points: new Float64Array(6), stress: null, r2: null });
  });
});
