// A table of an analysis as a workbook: the numbers, and on a second sheet how they came about.

import type { Cell, Sheet } from './sheet.ts';
import { xlsxOf } from './xlsx.ts';

export type TableToWrite = {
  readonly name: string;
  /** With a head row. */
  readonly rows: readonly (readonly Cell[])[];
  readonly notes: readonly string[];
};

/** Characters of a column, whatever stands in it. */
const [narrowest, widest] = [8, 60];
/** Rows looked at for the width of a column. */
const looked = 200;

/**
 * @returns the file in base64
 * @throws SimpulError `too-large` where Excel would not read it
 */
export function workbookOf({ name, rows, notes }: TableToWrite): string {
  const [head = [], ...body] = rows;
  const sheet: Sheet = {
    name: sheetName(name),
    columns: head.map((label, place) => ({ label: String(label ?? ''), width: widthOf(rows, place) })),
    rows: body,
  };
  const origin: Sheet = { name: 'Simpul', columns: [{ label: name, width: 100 }], rows: notes.map((line) => [line]) };
  return Buffer.from(xlsxOf([sheet, origin]).bytes).toString('base64');
}

/** Excel takes 31 characters, none of them a bracket, slash, star, question mark or colon, and no name twice. */
function sheetName(name: string): string {
  const allowed = [...name.replace(/[[\]\\/*?:'\p{Cc}]+/gu, ' ').trim()].slice(0, 31).join('').trim();
  return allowed === '' || allowed.toLowerCase() === 'simpul' ? 'Data' : allowed;
}

function widthOf(rows: readonly (readonly Cell[])[], place: number): number {
  const longest = Math.max(0, ...rows.slice(0, looked).map((row) => String(row[place] ?? '').length));
  return Math.min(widest, Math.max(narrowest, longest + 2));
}
