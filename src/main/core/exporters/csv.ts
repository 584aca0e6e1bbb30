// CSV that spreadsheets open as text: RFC 4180 quoting, UTF-8 with a byte order mark for Excel, and cells that
// a spreadsheet would compute made harmless.

import type { Cell } from './sheet.ts';

const byteOrderMark = '\uFEFF';

/**
 * A cell that begins like a formula gets an apostrophe in front, and so does one that begins with apostrophes
 * before such a sign, so that {@link restoredCell} brings back exactly what was written.
 */
export function harmlessCell(text: string): string {
  return /^'*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text;
}

/** Takes {@link harmlessCell} back. */
export function restoredCell(cell: string): string {
  return /^'+[=+\-@\t\r\n|%]/.test(cell) ? cell.slice(1) : cell;
}

/** Rows as CSV. Numbers are written as they are; only text is made harmless. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + plainCsvOf(rows);
}

/** The same without the byte order mark, which R takes for a part of the first name. */
export function plainCsvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const cell = harmlessCell(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
