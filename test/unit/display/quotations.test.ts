import { describe, expect, it } from 'vitest';
import { citationOf, quotationCells, spanText } from '../../../src/renderer/features/quotations/citation.ts';
import { passagesOf, rowsOf } from '../../../src/renderer/features/quotations/grouping.ts';
import type { Quotation } from '../../../src/shared/contract/codings.ts';
import { guidOf } from './result.ts';

const quotation: Quotation = {
  guid: guidOf(1),
  document: guidOf(10),
  code: guidOf(20),
  coder: guidOf(30),
  start: 5,
  end: 25,
  quote: 'kami coba dulu\nbaru ditulis',
  createdAt: '2026-03-05T03:00:00.000Z',
  modifiedAt: '2026-03-05T03:00:00.000Z',
  weight: 80,
  state: 'kept',
  formerQuote: null,
  memos: 1,
  documentTitle: 'Wawancara 1',
  documentDate: '2026-03-05',
  caseName: 'Kabid TI',
  coderName: 'Sari',
  codePath: ['Inovasi', 'Langkah'],
  codeColor: '#a6302b',
  before: 'Jadi ',
  after: ' begitu.',
  speaker: 'Informan',
  pages: null,
};

describe('quotations', () => {
  const words = { day: (iso: string) => `[${iso}]`, quoted: (text: string) => `“${text}”`, pages: spanText };

  it('are cited with everything that leads back to the passage', () => {
    expect(citationOf([quotation], words)).toBe(
      '“kami coba dulu / baru ditulis” (Wawancara 1, Kabid TI, Informan, [2026-03-05]; Inovasi / Langkah)',
    );
    expect(citationOf([{ ...quotation, caseName: null, speaker: null, documentDate: null }], words)).toBe(
      '“kami coba dulu / baru ditulis” (Wawancara 1; Inovasi / Langkah)',
    );
  });

  it('of files with pages are cited by page (PG4)', () => {
    expect(citationOf([{ ...quotation, speaker: null, pages: { from: 3, to: 4 } }], words)).toBe(
      '“kami coba dulu / baru ditulis” (Wawancara 1, Kabid TI, 3–4, [2026-03-05]; Inovasi / Langkah)',
    );
    expect(quotationCells({ ...quotation, pages: { from: 3, to: 3 } })).toContain('3');
  });

  it('go into a spreadsheet as they are: words, source and place', () => {
    expect(quotationCells(quotation)).toEqual([
      'kami coba dulu\nbaru ditulis',
      'Inovasi / Langkah',
      'Wawancara 1',
      'Kabid TI',
      '2026-03-05',
      'Informan',
      'Sari',
      80,
      null,
      5,
      25,
    ]);
  });

  it('of the same words are one passage with several codes, cited once', () => {
    const other = { ...quotation, guid: guidOf(2), code: guidOf(21), codePath: ['Manajer'] };
    const longer = { ...other, guid: guidOf(3), end: 30 };
    expect(passagesOf([quotation, longer, other])).toEqual([[quotation, other], [longer]]);
    expect(citationOf([quotation, other, { ...quotation, guid: guidOf(4) }], words)).toMatch(
      /; Inovasi \/ Langkah, Manajer\)$/,
    );
    const rows = rowsOf([quotation, other], 'document');
    expect(rows).toEqual([
      { kind: 'heading', key: quotation.document, text: 'Wawancara 1', count: 2 },
      { kind: 'passage', passage: [quotation, other], position: 1 },
    ]);
  });

  it('stand under one heading each, however they are mixed', () => {
    const second = { ...quotation, guid: guidOf(2), code: guidOf(21), codePath: ['Manajer'], caseName: null };
    const third = { ...quotation, guid: guidOf(3), start: 40, end: 50 };
    const rows = rowsOf([quotation, second, third], 'code');
    expect(
      rows.map((row) => (row.kind === 'heading' ? [row.text, row.count] : [row.passage[0].guid, row.position])),
    ).toEqual([
      ['Inovasi / Langkah', 2],
      [guidOf(1), 1],
      [guidOf(3), 2],
      ['Manajer', 1],
      [guidOf(2), 3],
    ]);
    expect(rowsOf([quotation, second], 'case').filter(({ kind }) => kind === 'heading')).toMatchObject([
      { text: 'Kabid TI' },
      { text: null },
    ]);
    expect(rowsOf([], 'document')).toEqual([]);
  });
});
