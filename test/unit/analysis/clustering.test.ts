import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageLinkage, copheneticDistances } from '../../../src/shared/domain/analysis/clustering.ts';
import { dissimilarities } from '../../../src/shared/domain/analysis/similarity.ts';
import { distanceMatrix } from './arbitraries.ts';
import { flat, indices, matrixOf, naiveAverageLinkage } from './reference.ts';

const fixture = flat([
  [1, 0.8, 0.3, 0.2],
  [0.8, 1, 0.4, 0.1],
  [0.3, 0.4, 1, 0.6],
  [0.2, 0.1, 0.6, 1],
]);

describe('average linkage', () => {
  test('fixture (Methods, co-occurrence): merges at 0.2, 0.4, 0.75; cophenetic r 0.92355', () => {
    const { merges, order, cophenetic } = averageLinkage(dissimilarities('jaccard', fixture, 4), 4);
    expect(merges).toEqual([
      [0, 1, 0.2],
      [2, 3, 0.4],
      [4, 5, 0.75],
    ]);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(cophenetic).toBeCloseTo(0.92355, 5);
  });

  test('equals the definition, ties included: the lowest pair of numbers merges first', () => {
    fc.assert(
      fc.property(distanceMatrix(9), (distances) => {
        const { merges } = averageLinkage(flat(distances), distances.length);
        const expected = naiveAverageLinkage(distances);
        expect(merges.map(([a, b]) => [a, b])).toEqual(expected.map(([a, b]) => [a, b]));
        merges.forEach(([, , height], k) => expect(height).toBeCloseTo(expected[k]?.[2] ?? Number.NaN, 9));
      }),
      { numRuns: 400 },
    );
  });

  test('values that are equal but for rounding tie', () => {
    const third = 1 / 3;
    const nearly = 1 - 2 / 3; // one unit in the last place above 1/3
    expect(nearly).not.toBe(third);
    const distances = flat([
      [0, nearly, 1, 1],
      [nearly, 0, 1, 1],
      [1, 1, 0, third],
      [1, 1, third, 0],
    ]);
    expect(averageLinkage(distances, 4).merges[0]?.slice(0, 2)).toEqual([0, 1]);
  });

  test('heights never fall, every leaf stands once in the order, branches stay together', () => {
    fc.assert(
      fc.property(distanceMatrix(9), (distances) => {
        const size = distances.length;
        const { merges, order } = averageLinkage(flat(distances), size);
        expect(merges).toHaveLength(size - 1);
        expect(order.toSorted((a, b) => a - b)).toEqual(indices(size));
        const members: number[][] = indices(size).map((leaf) => [leaf]);
        let before = 0;
        for (const [a, b, height] of merges) {
          expect(a).toBeLessThan(b);
          expect(height).toBeGreaterThanOrEqual(before - 1e-9);
          before = height;
          const joined = [...(members[a] ?? []), ...(members[b] ?? [])];
          members.push(joined);
          const places = joined.map((leaf) => order.indexOf(leaf));
          expect(Math.max(...places) - Math.min(...places)).toBe(joined.length - 1);
        }
      }),
    );
  });

  test('renaming leaves keeps the heights where nothing ties', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(indices(6), { minLength: 6 }), (names) => {
        const distances = indices(6).map((i) =>
          indices(6).map((j) => (i === j ? 0 : Math.sqrt(2 ** Math.min(i, j) + 3 ** Math.max(i, j)))),
        );
        const renamed = names.map((i) => names.map((j) => distances[i]?.[j] ?? 0));
        const heights = (rows: number[][]) =>
          averageLinkage(flat(rows), 6).merges.map(([, , height]) => height.toFixed(7));
        expect(heights(renamed)).toEqual(heights(distances));
      }),
    );
  });

  test('distances on a tree with equal arms come back unchanged, with cophenetic r 1', () => {
    fc.assert(
      fc.property(distanceMatrix(8), (distances) => {
        const size = distances.length;
        const tree = copheneticDistances(averageLinkage(flat(distances), size).merges, size);
        const again = averageLinkage(tree, size);
        matrixOf(copheneticDistances(again.merges, size), size).forEach((row, i) =>
          row.forEach((height, j) => expect(height).toBeCloseTo(tree[i * size + j] ?? Number.NaN, 9)),
        );
        if (again.cophenetic !== null) expect(again.cophenetic).toBeCloseTo(1, 7);
      }),
    );
  });

  test('cophenetic distance is the height of the first cluster that holds both', () => {
    const heights = copheneticDistances(
      [
        [1, 2, 0.1],
        [0, 3, 0.7],
      ],
      3,
    );
    expect(matrixOf(heights, 3)).toEqual([
      [0, 0.7, 0.7],
      [0.7, 0, 0.1],
      [0.7, 0.1, 0],
    ]);
  });

  test('cophenetic r is undefined below three leaves and where nothing varies', () => {
    expect(
      averageLinkage(
        flat([
          [0, 1],
          [1, 0],
        ]),
        2,
      ),
    ).toEqual({ merges: [[0, 1, 1]], order: [0, 1], cophenetic: null });
    expect(
      averageLinkage(
        flat([
          [0, 1, 1],
          [1, 0, 1],
          [1, 1, 0],
        ]),
        3,
      ).cophenetic,
    ).toBeNull();
  });

  test('one leaf and none', () => {
    expect(averageLinkage(Float64Array.of(0), 1)).toEqual({ merges: [], order: [0], cophenetic: null });
    expect(averageLinkage(new Float64Array(0), 0)).toEqual({ merges: [], order: [], cophenetic: null });
  });
});
