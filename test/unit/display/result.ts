// A co-occurrence result as the host gives it, of made-up codes in made-up units.

import { packed, triangleOf } from '../../../src/main/analysis/packed.ts';
import type {
  CooccurrenceLevel,
  PackedCooccurrenceResult,
  SimilarityIndex,
} from '../../../src/shared/contract/analysis.ts';
import { averageLinkage } from '../../../src/shared/domain/analysis/clustering.ts';
import type { Cooccurrence } from '../../../src/shared/domain/analysis/cooccurrence.ts';
import { dissimilarities, similarityMatrix } from '../../../src/shared/domain/analysis/similarity.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';

export type ResultOptions = {
  /** Which codes are in each unit. */
  readonly units: readonly (readonly number[])[];
  readonly names: readonly (readonly string[])[];
  readonly index?: SimilarityIndex;
  readonly level?: CooccurrenceLevel;
};

export function guidOf(number: number): Guid {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Guid;
}

export function resultOf({
  units,
  names,
  index = 'jaccard',
  level = 'paragraph',
}: ResultOptions): PackedCooccurrenceResult {
  const size = names.length;
  const counts = new Float64Array(size * size);
  for (const present of units) {
    for (const a of present) for (const b of present) counts[a * size + b] = (counts[a * size + b] ?? 0) + 1;
  }
  const own = Float64Array.from({ length: size }, (_, code) => counts[code * size + code] ?? 0);
  const counted: Cooccurrence = {
    level,
    basis: level === 'overlap' || level === 'adjacent' ? 'codings' : 'units',
    codes: size,
    n: units.length,
    units: own,
    counts,
    pairs: null,
    products: null,
  };
  const matrix = similarityMatrix(index, counted);
  const { merges, order, cophenetic } = averageLinkage(dissimilarities(index, matrix, size), size);
  return {
    level,
    index,
    secondOrder: false,
    mode: 'touch',
    matching: 'one-to-one',
    n: units.length,
    codes: names.map((path, code) => ({
      guid: guidOf(code + 1),
      path: [...path],
      color: ['#a6302b', '#23527c', '#2f7d4f', '#8a5a00', '#6b3fa0'][code % 5] ?? '#808080',
      units: own[code] ?? 0,
    })),
    counts: packed(triangleOf(counts, size)),
    similarity: packed(triangleOf(matrix, size)),
    clustering: { merges: merges.map(([a, b, height]) => [a, b, height]), order: [...order], cophenetic },
    map: { points: names.map(() => [0, 0]), stress: null, r2: null },
    warnings: { unbalanced: '', outOfRange: '' },
    provenance: {
      method: `analysis.cooccurrence level=${level} mode=touch index=${index}`,
      revision: 7,
      computedAt: '2026-03-05T03:22:00.000Z',
      documents: 4,
      codings: units.flat().length,
      coders: 2,
      codes: size,
    },
  };
}

/** A result of any size: codes of one branch in ten keep each other's company. The same each time. */
export function generatedResult(codes: number, options: Partial<ResultOptions> = {}): PackedCooccurrenceResult {
  let state = 42;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const units = Array.from({ length: codes * 8 }, () => {
    const branch = Math.floor(random() * Math.max(1, codes / 10));
    const present = new Set<number>();
    for (let draw = 0; draw < 3; draw += 1) {
      const isNear = random() < 0.8;
      present.add(isNear ? Math.min(codes - 1, branch * 10 + Math.floor(random() * 10)) : Math.floor(random() * codes));
    }
    return [...present];
  });
  const names = Array.from({ length: codes }, (_, code) => [
    `Cabang ${Math.floor(code / 10) + 1}`,
    `Kode nomor ${code + 1} ${'dengan nama yang panjang sekali untuk diuji pada tajuk '.repeat(2)}`
      .slice(0, 12 + (code % 7) * 12)
      .trim(),
  ]);
  return resultOf({ units, names, ...options });
}
