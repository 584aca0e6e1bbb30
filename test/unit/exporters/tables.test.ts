// What Simpul writes as a table comes back as it was: cells that a spreadsheet would compute are made harmless on the
// way out, and restored on the way in.

import fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../src/main/core/exporters/csv.ts';
import { xlsxOf } from '../../../src/main/core/exporters/xlsx.ts';
import { readTable } from '../../../src/main/core/tables/read-table.ts';

const watch = (): void => undefined;

/** Texts with what CSV, XML and spreadsheets take for signs, more often than chance would have it. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', '\r', '|', '%', '_x0041_', '&', '<', ']]>'),
      fc.constantFrom('=HYPERLINK("http://x")', '=1+1', "'=2", '@SUM(A1)', '-', '\u0001', '\uFFFE', '_x', '…'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  // A cell of nothing but spaces is an empty one to who reads a survey.
  .filter((text) => text === '' || text.trim() !== '');

const tables = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 12 });

describe('tables there and back', () => {
  test('CSV', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const marked = rows.map(([first, second], place) => [`row ${place}`, first, second]);
        const read = readTable(
          new TextEncoder().encode(csvOf([['a', 'b', 'c'], ...marked])),
          { delimiter: ',' },
          watch,
        );
        expect(read.rows.slice(1).map(([name, first = '', second = '']) => [name, first, second])).toEqual(marked);
      }),
      { numRuns: 300 },
    );
  });

  test('XLSX, with the head frozen, a filter, and no formula', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const marked = rows.map(([first, second], place) => [`row ${place}`, first, second]);
        const columns = ['a', 'b', 'c'].map((label) => ({ label, width: 10 }));
        const { bytes } = xlsxOf([{ name: 'One: [1]', columns, rows: marked }]);
        const read = readTable(bytes, {}, watch);
        expect(read.rows.slice(1).map(([name, first = '', second = '']) => [name, first, second])).toEqual(marked);
        const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
        expect(sheet).not.toContain('<f>');
        expect(sheet).toContain('state="frozen"');
        expect(sheet).toContain(`<autoFilter ref="A1:C${rows.length + 1}"/>`);
        // On paper: across, as wide as the sheet, the head on every page.
        expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
        const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
        expect(workbook).toMatch(/Print_Titles" localSheetId="0">[^<]*\$1:\$1</);
      }),
      { numRuns: 100 },
    );
  });

  test('a text like a formula stays a text when its cell is edited', () => {
    const { bytes } = xlsxOf([{ name: 's', columns: [{ label: 'a', width: 5 }], rows: [['=1+1'], ['1+1']] }]);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const styleOf = (cell: string) => new RegExp(`<c r="${cell}" s="(\\d)"`).exec(sheet)?.[1];
    expect([styleOf('A2'), styleOf('A3')]).toEqual(['3', '2']);
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
    const looks = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1] ?? '').matchAll(/<xf [^>]*>/g)];
    expect(looks.map(([look]) => look.includes('quotePrefix="1"'))).toEqual([false, false, false, true, false]);
  });

  test('a text that no cell of Excel holds is cut and counted', () => {
    const long = 'a'.repeat(40_000);
    const { bytes, cut } = xlsxOf([{ name: 's', columns: [{ label: 'a', width: 5 }], rows: [[long], ['b']] }]);
    expect(cut).toBe(1);
    expect(readTable(bytes, {}, watch).rows[1]?.[0]).toBe(`${'a'.repeat(32_766)}…`);
  });
});
