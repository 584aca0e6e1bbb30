import { describe, expect, it } from 'vitest';
import {
  fourfoldOf,
  greatestOf,
  indicesOf,
  isSigned,
  matrixOf,
  orderOf,
  pairsOf,
} from '../../../src/renderer/features/display/matrix.ts';
import { guidOf, resultOf } from './result.ts';

// The fixture of METHODS.md §2.1: a = 6, b = 2, c = 4, d = 8. A third code is found once.
const fixture = resultOf({
  names: [['Inovasi'], ['Manajer'], ['Langka']],
  units: [
    ...Array.from({ length: 6 }, () => [0, 1]),
    ...Array.from({ length: 2 }, () => [0]),
    ...Array.from({ length: 4 }, () => [1]),
    [2],
    ...Array.from({ length: 7 }, () => []),
  ],
});

describe('the matrix behind the charts', () => {
  it('gives the fourfold table and every index as printed in METHODS.md §2.1', () => {
    const matrix = matrixOf(fixture, 1);
    expect(fourfoldOf(matrix, 0, 1)).toEqual({ a: 6, b: 2, c: 4, d: 8 });
    const values = Object.fromEntries(
      indicesOf(matrix, 0, 1).map(({ index, value }) => [index, value === null ? null : Math.round(value * 1e4) / 1e4]),
    );
    expect(values).toEqual({
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
    });
  });

  it('has no "neither" where single codings are compared', () => {
    const matrix = matrixOf({ ...fixture, level: 'overlap' }, 1);
    expect(fourfoldOf(matrix, 0, 1).d).toBeNull();
    expect(indicesOf(matrix, 0, 1).find(({ index }) => index === 'phi')?.value).toBeNull();
  });

  it('shows the cosine only where it was computed: a fourfold table cannot give it', () => {
    expect(indicesOf(matrixOf(fixture, 1), 0, 1).map(({ index }) => index)).not.toContain('cosine');
    const asked = matrixOf(
      {
        ...fixture,
        index: 'cosine',
        similarity: [
          [1, 0.9, 0],
          [0.9, 1, 0],
          [0, 0, 1],
        ],
      },
      1,
    );
    expect(indicesOf(asked, 0, 1).find(({ index }) => index === 'cosine')?.value).toBe(0.9);
  });

  it('leaves out rare codes, says how many, and clusters the rest as a fresh analysis of them would', () => {
    const matrix = matrixOf(fixture, 2);
    const fresh = resultOf({
      names: [['Inovasi'], ['Manajer']],
      units: [...Array.from({ length: 6 }, () => [0, 1]), [0], [0], [1], [1], [1], [1]],
    });
    expect(matrix.codes.map(({ guid }) => guid)).toEqual([guidOf(1), guidOf(2)]);
    expect(matrix.leftOut).toBe(1);
    expect(matrix.counts).toEqual([
      [8, 6],
      [6, 10],
    ]);
    expect(matrix.clustering.merges).toEqual(fresh.clustering.merges);
    expect(matrix.clustering.order).toEqual(fresh.clustering.order);
  });

  it('moves warnings along with the codes, and drops those of codes left out', () => {
    const warned = {
      ...fixture,
      warnings: [
        { kind: 'unbalanced', row: 0, column: 1 },
        { kind: 'unbalanced', row: 1, column: 2 },
      ],
    };
    expect([...matrixOf(warned, 2).warnings]).toEqual([
      ['0 1', ['unbalanced']],
      ['1 0', ['unbalanced']],
    ]);
  });

  it('orders by codebook, by total co-occurrence, and as the dendrogram does', () => {
    const matrix = matrixOf(
      resultOf({
        names: [['a'], ['b'], ['c'], ['d']],
        units: [
          [1, 3],
          [1, 3],
          [1, 2],
          [0, 2],
          [0, 2],
          [0, 2],
        ],
      }),
      1,
    );
    expect(orderOf(matrix, 'codebook')).toEqual([0, 1, 2, 3]);
    expect(orderOf(matrix, 'total')).toEqual([2, 0, 1, 3]);
    expect(orderOf(matrix, 'cluster')).toEqual(matrix.clustering.order);
    expect(orderOf(matrix, 'cluster').toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  });

  it('lists pairs that occur together, the most alike first', () => {
    expect(pairsOf(matrixOf(fixture, 1))).toEqual([{ row: 0, column: 1, count: 6, value: 0.5 }]);
  });

  it('ends the colour scale at the greatest value between different codes', () => {
    const matrix = matrixOf(fixture, 1);
    expect(greatestOf(matrix.counts)).toBe(6);
    expect(greatestOf(matrix.similarity)).toBe(0.5);
    expect(
      greatestOf([
        [1, -0.7],
        [-0.7, 1],
      ]),
    ).toBe(0.7);
    expect((['jaccard', 'phi', 'pmi', 'association-strength'] as const).map(isSigned)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
