// MAXQDA's map, proximity and the likeness of cases (Methods, co-occurrence).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classicalMap, maximumDissimilarities, proximities } from '../../../src/shared/domain/analysis/code-map.ts';
import { codingColumns } from '../../../src/shared/domain/analysis/codings.ts';
import { codeProfiles, groupSimilarity } from '../../../src/shared/domain/analysis/profiles.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { smallProject } from './arbitraries.ts';
import { charactersOf, indices } from './reference.ts';

const similarity = Float64Array.of(1, 0.8, 0.3, 0.2, 0.8, 1, 0.4, 0.1, 0.3, 0.4, 1, 0.6, 0.2, 0.1, 0.6, 1);

describe('the code map as MAXQDA draws it', () => {
  test('greatest column sum, without the diagonal, minus similarity', () => {
    const distances = maximumDissimilarities(similarity, 4);
    expect(Array.from(distances.subarray(0, 4), (value) => Number(value.toFixed(12)))).toEqual([0, 0.5, 1, 1.1]);
    expect(Array.from(maximumDissimilarities(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2))).toEqual([0, 0, 0, 0]);
  });
  test('stress and R², which MAXQDA does not tell (numpy 2.4.6, linalg.eigh of the centred squares)', () => {
    const { eigenvalues, stress, r2 } = classicalMap(maximumDissimilarities(similarity, 4), 4);
    expect(eigenvalues[0]).toBeCloseTo(0.9617742799230612, 10);
    expect(eigenvalues[1]).toBeCloseTo(0.28, 10);
    expect(stress).toBeCloseTo(0.04598638289082943, 9);
    expect(r2).toBeCloseTo(0.9962009302936999, 9);
  });
  test('a 3-4-5 triangle fits the plane (fixture of the methods)', () => {
    const { eigenvalues, stress } = classicalMap(Float64Array.of(0, 3, 4, 3, 0, 5, 4, 5, 0), 3);
    expect(Array.from(eigenvalues, (value) => Number(Math.abs(value).toFixed(6)))).toEqual([12.964148, 3.702519, 0]);
    expect(stress).toBeCloseTo(0, 9);
  });
});

describe('proximity', () => {
  test('of one target, nearest first', () => {
    expect(proximities(similarity, 4, [0]).map(({ code, mean }) => [code, mean])).toEqual([
      [1, 0.8],
      [2, 0.3],
      [3, 0.2],
    ]);
  });
  test('of several by their mean; what is undefined does not count, and comes last where nothing is defined', () => {
    const gaps = similarity.slice();
    for (const cell of [2 * 4 + 1, 3 * 4, 3 * 4 + 1]) gaps[cell] = Number.NaN;
    const found = proximities(gaps, 4, [0, 1]);
    expect(found.map(({ code, mean }) => [code, mean])).toEqual([
      [2, 0.3],
      [3, Number.NaN],
    ]);
    expect(Array.from(found[0]?.values ?? [])).toEqual([0.3, Number.NaN]);
  });
});

test('codings and words of each case and code, counted one by one, and the cosine of the cases', () => {
  fc.assert(
    fc.property(smallProject, ({ codes, texts, rows, caseOf, cases }) => {
      const profiles = codeProfiles({
        codings: codingColumns(rows),
        codes,
        documents: texts.length,
        groupOf: Int32Array.from(caseOf),
        groups: cases,
        wordsOf: (document) => wordUnits(texts[document] ?? ''),
      });
      const words = texts.flatMap((text, document) => {
        const { starts, ends } = wordUnits(text);
        return Array.from(starts, (start, k) => ({ document, start, end: ends[k] ?? 0 }));
      });
      const slow = indices(cases).map((group) =>
        indices(codes).map((code) => ({
          codings: rows.filter((coding) => coding.code === code && caseOf[coding.document] === group).length,
          words: words.filter((word) => caseOf[word.document] === group && charactersOf(rows, code, [word]) > 0).length,
        })),
      );
      expect(Array.from(profiles.codings)).toEqual(slow.flat().map(({ codings }) => codings));
      expect(Array.from(profiles.words ?? [])).toEqual(slow.flat().map((cell) => cell.words));
      const shares = slow.map((row) => {
        const total = row.reduce((sum, { codings }) => sum + codings, 0);
        return row.map(({ codings }) => codings / total);
      });
      const matrix = groupSimilarity(profiles);
      shares.forEach((x, i) =>
        shares.forEach((y, j) => {
          const dot = (a: readonly number[], b: readonly number[]) =>
            a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
          const expected = dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
          const found = matrix[i * cases + j] ?? 0;
          if (Number.isNaN(expected)) expect(found).toBeNaN();
          else expect(found).toBeCloseTo(expected, 12);
          expect(found).toBe(matrix[j * cases + i]);
        }),
      );
    }),
  );
});
