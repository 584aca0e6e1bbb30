import { describe, expect, it } from 'vitest';
import { packed, triangleOf } from '../../../src/main/analysis/packed.ts';
import { clusteringOf } from '../../../src/renderer/features/display/clustering.ts';
import {
  fourfoldOf,
  indicesOf,
  isSigned,
  matrixOf,
  orderOf,
  warningsAt,
} from '../../../src/renderer/features/display/matrix.ts';
import { pairsOf } from '../../../src/renderer/features/display/pairs.ts';
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
        similarity: packed(triangleOf(Float64Array.of(1, 0.9, 0, 0.9, 1, 0, 0, 0, 1), 3)),
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
    expect(matrix.counts).toEqual(Float64Array.of(8, 6, 6, 10));
    const clustering = clusteringOf({ ...matrix, size: 2 });
    expect(clustering.merges).toEqual(fresh.clustering.merges);
    expect(clustering.order).toEqual(fresh.clustering.order);
  });

  it('moves warnings along with the codes, and drops those of codes left out', () => {
    const warned = {
      ...fixture,
      warnings: { unbalanced: packed(Int32Array.of(0, 1, 1, 2)), outOfRange: packed(Int32Array.of(0, 1)) },
    };
    const all = matrixOf(warned, 1);
    expect(all.warnedPairs).toEqual({ unbalanced: 2, 'out-of-range': 1 });
    expect([warningsAt(all, 2, 1), warningsAt(all, 0, 2)]).toEqual([['unbalanced'], []]);
    const frequent = matrixOf(warned, 2);
    expect(frequent.warnedPairs).toEqual({ unbalanced: 1, 'out-of-range': 1 });
    expect(warningsAt(frequent, 0, 1)).toEqual(['unbalanced', 'out-of-range']);
    expect(warningsAt(frequent, 1, 0)).toEqual(['unbalanced', 'out-of-range']);
  });

  it('orders by codebook, by total co-occurrence, and as the dendrogram does', () => {
    const result = resultOf({
      names: [['a'], ['b'], ['c'], ['d']],
      units: [
        [1, 3],
        [1, 3],
        [1, 2],
        [0, 2],
        [0, 2],
        [0, 2],
      ],
    });
    const matrix = matrixOf(result, 1);
    expect(orderOf(matrix, 'codebook', null)).toEqual([0, 1, 2, 3]);
    expect(orderOf(matrix, 'total', null)).toEqual([2, 0, 1, 3]);
    expect(orderOf(matrix, 'cluster', result.clustering)).toEqual(result.clustering.order);
    expect(orderOf(matrix, 'cluster', result.clustering).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    // Until the clustering is there, the codebook's.
    expect(orderOf(matrix, 'cluster', null)).toEqual([0, 1, 2, 3]);
  });

  it('lists pairs that occur together, the most alike first', () => {
    expect(pairsOf(matrixOf(fixture, 1))).toEqual([{ row: 0, column: 1, count: 6, value: 0.5 }]);
  });

  it('ends the colour scale at the greatest value between different codes', () => {
    const matrix = matrixOf(fixture, 1);
    expect(matrix.greatest).toEqual({ count: 6, similarity: 0.5 });
    const signed = packed(triangleOf(Float64Array.of(1, -0.7, 0, -0.7, 1, Number.NaN, 0, Number.NaN, 1), 3));
    expect(matrixOf({ ...fixture, index: 'phi', similarity: signed }, 1).greatest.similarity).toBe(0.7);
    expect((['jaccard', 'phi', 'pmi', 'association-strength'] as const).map(isSigned)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
