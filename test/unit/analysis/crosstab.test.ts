// Coding by variables on random projects against slow counting, and the order of likes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingColumns } from '../../../src/shared/domain/analysis/codings.ts';
import {
  crosstab,
  crosstabMeasures,
  crosstabTests,
  dualOrder,
  type CrosstabMeasure,
} from '../../../src/shared/domain/analysis/crosstab.ts';
import { codeProfiles } from '../../../src/shared/domain/analysis/profiles.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { smallProject } from './arbitraries.ts';
import { charactersOf, indices } from './reference.ts';

const values = 2;

test('every measure is what a loop over units, codings and words counts', () => {
  fc.assert(
    fc.property(
      smallProject,
      fc.array(fc.nat(values - 1), { minLength: 3, maxLength: 3 }),
      fc.constantFrom(...crosstabMeasures),
      ({ codes, texts, rows, caseOf, cases }, valueOf, measure: CrosstabMeasure) => {
        const profiles = codeProfiles({
          codings: codingColumns(rows),
          codes,
          documents: texts.length,
          groupOf: Int32Array.from(caseOf),
          groups: cases,
          wordsOf: (document) => wordUnits(texts[document] ?? ''),
        });
        const question = { profiles, valueOf: Int32Array.from(valueOf), values, measure };
        const { cells, counts } = crosstab(question);
        const words = texts.flatMap((text, document) => {
          const { starts, ends } = wordUnits(text);
          return Array.from(starts, (start, k) => ({ document, start, end: ends[k] ?? 0 }));
        });
        const isIn = (document: number, value: number) => {
          const unit = caseOf[document] ?? -1;
          return unit >= 0 && valueOf[unit] === value;
        };
        const slow = (code: number, value: number): number => {
          const units = indices(cases).filter((unit) => valueOf[unit] === value);
          const codings = rows.filter(({ document }) => isIn(document, value));
          const mine = codings.filter((coding) => coding.code === code);
          const allWords = words.filter(({ document }) => isIn(document, value));
          const coded = allWords.filter((word) => charactersOf(rows, code, [word]) > 0);
          const present = units.filter((unit) => mine.some(({ document }) => caseOf[document] === unit));
          return {
            cases: present.length,
            codings: mine.length,
            words: coded.length,
            'cases-share': present.length / units.length,
            'codings-share': mine.length / codings.length,
            'words-share': coded.length / allWords.length,
            rate: (mine.length * 10_000) / allWords.length,
          }[measure];
        };
        for (const code of indices(codes)) {
          for (const value of indices(values)) {
            const [found, expected] = [cells[code * values + value] ?? 0, slow(code, value)];
            if (Number.isFinite(expected)) expect(found).toBeCloseTo(expected, 10);
            else expect(found).toBeNaN();
          }
        }
        const tests = crosstabTests(question, crosstab(question), Float64Array.of(0, 1), { draws: 0, seed: 1 });
        expect(tests.table === null).toBe(measure.startsWith('words'));
        expect(tests.perCode.map(({ presence }) => presence.n)).toEqual(tests.perCode.map(() => cases));
        expect(counts.length).toBe(codes * values);
      },
    ),
  );
});

describe('likes stand together', () => {
  test('rows with the same shares are neighbours, also columns', () => {
    const counts = Float64Array.from(
      [
        [9, 1, 9],
        [1, 9, 1],
        [18, 2, 18],
        [2, 18, 2],
      ].flat(),
    );
    const { rows, columns } = dualOrder({ counts, rows: 4, columns: 3 });
    expect(rows).toEqual([0, 2, 1, 3]);
    expect(columns).toEqual([1, 0, 2]);
  });
  test('an empty table keeps its order', () => {
    expect(dualOrder({ counts: new Float64Array(4), rows: 2, columns: 2 })).toEqual({ rows: [0, 1], columns: [0, 1] });
    expect(dualOrder({ counts: new Float64Array(), rows: 2, columns: 0 })).toEqual({ rows: [0, 1], columns: [] });
  });
});
