import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingColumns } from '../../../src/shared/domain/analysis/codings.ts';
import type { CodingRow } from '../../../src/shared/domain/analysis/codings.ts';
import { codeFrequencies } from '../../../src/shared/domain/analysis/frequency.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { smallProject } from './arbitraries.ts';
import { indices, meets } from './reference.ts';

function ask(
  texts: readonly string[],
  rows: readonly CodingRow[],
  codes: number,
  caseOf: readonly number[],
  cases: number,
) {
  return codeFrequencies({
    codings: codingColumns(rows),
    codes,
    coders: 2,
    documents: texts.length,
    caseOf: Int32Array.from(caseOf),
    cases,
    wordsOf: (document) => wordUnits(texts[document] ?? ''),
  });
}

describe('code frequency (Methods, code frequency)', () => {
  const texts = ['Program-program desa berjalan baik.', 'Belum ada anggaran', 'Tanpa koding'];
  const row = (document: number, start: number, end: number, code: number, coder = 0) => ({
    document,
    start,
    end,
    code,
    coder,
  });

  test('codings, documents, cases, words counted once, shares, rate, coders', () => {
    const rows = [row(0, 0, 20, 0), row(0, 16, 29, 0, 1), row(1, 0, 5, 0), row(1, 6, 9, 1, 1)];
    const {
      rows: [first, second, unused],
      totals,
    } = ask(texts, rows, 3, [0, 1, -1], 4);
    expect(totals).toEqual({ codings: 4, documents: 3, cases: 4, words: 9, byCoder: [2, 2] });
    expect(first).toEqual({
      code: 0,
      codings: 3,
      codingsShare: 3 / 4,
      documents: 2,
      documentsShare: 2 / 3,
      cases: 2,
      casesShare: 2 / 4,
      words: 4, // Program-program, desa (in two codings), berjalan; Belum
      wordsShare: 4 / 9,
      ratePer10000Words: 30000 / 9,
      byCoder: [2, 1],
    });
    expect(second).toMatchObject({ codings: 1, documents: 1, cases: 1, words: 1, byCoder: [0, 1] });
    expect(unused).toMatchObject({ codings: 0, codingsShare: 0, documents: 0, words: 0, ratePer10000Words: 0 });
  });

  test('a word counts if one of its characters is coded', () => {
    expect(ask(texts, [row(0, 3, 5, 0)], 1, [0, 0, 0], 1).rows[0]?.words).toBe(1);
    expect(ask(texts, [row(0, 15, 16, 0)], 1, [0, 0, 0], 1).rows[0]?.words).toBe(0); // a space
  });

  test('shares of nothing are undefined, not 0', () => {
    expect(ask([], [], 1, [], 0).rows[0]).toMatchObject({
      codings: 0,
      codingsShare: null,
      documentsShare: null,
      casesShare: null,
      wordsShare: null,
      ratePer10000Words: null,
    });
  });

  test('a coding of an unknown coder is refused', () => {
    expect(() => ask(texts, [row(0, 0, 3, 0, 2)], 1, [0, 0, 0], 1)).toThrow(RangeError);
  });

  test('equals counting one by one', () => {
    fc.assert(
      fc.property(smallProject, ({ texts: some, rows, codes, caseOf, cases }) => {
        const table = ask(some, rows, codes, caseOf, cases);
        for (const code of indices(codes)) {
          const own = rows.filter((each) => each.code === code);
          const documents = new Set(own.map(({ document }) => document));
          const coded = some.flatMap((text, document) => {
            const { starts, ends } = wordUnits(text);
            return Array.from(starts, (start, k) => ({ document, start, end: ends[k] ?? 0 })).filter((word) =>
              own.some((coding) => meets(coding, word)),
            );
          });
          expect(table.rows[code]).toMatchObject({
            codings: own.length,
            documents: documents.size,
            cases: new Set([...documents].map((d) => caseOf[d]).filter((group) => group !== -1)).size,
            words: coded.length,
            byCoder: indices(2).map((coder) => own.filter((each) => each.coder === coder).length),
          });
        }
        expect(table.rows.reduce((sum, each) => sum + each.codings, 0)).toBe(table.totals.codings);
        for (const each of table.rows) expect(each.wordsShare ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});
