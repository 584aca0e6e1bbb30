// CSV as programs write it (RFC 4180 and its neighbours): the delimiter, the encoding and a line of Excel's own are found out.

import { restoredCell } from '../exporters/csv.ts';
import { decodeText } from '../importers/text.ts';
import type { TextEncoding, Watch } from '../importers/types.ts';
import { ImportRefusal } from '../importers/types.ts';
import { refuseLargeTable, type ReadTable } from './table.ts';

const delimiters = [',', ';', '\t', '|'] as const;
/** Rows that are looked at to tell the delimiter. */
const sample = 25;
/** Rows between two looks at the memory. */
const watchEvery = 5_000;

/**
 * Reads CSV. A cell that an export of Simpul made harmless for spreadsheets is what it was.
 * @param delimiter chosen by a person; otherwise the one that cuts the first rows most evenly
 * @throws ImportRefusal as `decodeText`, `table-quote-open`, `table-too-large`
 */
export function readCsv(bytes: Uint8Array, watch: Watch, delimiter?: string, encoding?: TextEncoding): ReadTable {
  const decoded = decodeText(bytes, encoding);
  const text = decoded.text.replace(/^\uFEFF/, '');
  // Excel's own first line names the delimiter.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const chosen = delimiter ?? named?.[1] ?? likelyDelimiter(body);
  const rows = rowsOf(body, chosen, watch, Infinity).filter((row) => row.some((cell) => cell !== ''));
  return {
    rows: rows.map((row) => row.map((cell) => restoredCell(cell.trim() === '' ? '' : cell))),
    sheets: [],
    hiddenSheets: 0,
    delimiter: chosen,
    encoding: decoded.encoding,
  };
}

function likelyDelimiter(text: string): string {
  const best = delimiters
    .map((delimiter) => {
      const widths = rowsOf(text, delimiter, () => undefined, sample, false).map(({ length }) => length);
      const usual = widths[0] ?? 1;
      return { delimiter, usual, even: widths.filter((width) => width === usual).length / Math.max(1, widths.length) };
    })
    .filter(({ usual }) => usual > 1)
    .sort((one, other) => other.even - one.even || other.usual - one.usual);
  return best[0]?.delimiter ?? ',';
}

/** @param strict false where only a sample is looked at, whose last quote may be open */
function rowsOf(text: string, delimiter: string, watch: Watch, most: number, strict = true): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cells = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
    if (rows.length % watchEvery === 0) watch();
  };
  while (at < text.length && rows.length < most) {
    if (text[at] === '"') {
      const { cell, next } = quoted(text, at, rows.length + 1, strict);
      const rest = endOfCell(text, next, delimiter);
      row.push(cell + text.slice(next, rest));
      at = rest;
    } else {
      const end = endOfCell(text, at, delimiter);
      row.push(text.slice(at, end));
      at = end;
    }
    cells += 1;
    refuseLargeTable(rows.length, cells);
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
    } else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      endRow();
    }
  }
  if (row.length > 0) endRow();
  return rows;
}

function quoted(
  text: string,
  start: number,
  line: number,
  strict: boolean,
): { readonly cell: string; readonly next: number } {
  let at = start + 1;
  let cell = '';
  for (;;) {
    const end = text.indexOf('"', at);
    if (end === -1) {
      if (strict) throw new ImportRefusal('table-quote-open', { line });
      return { cell: cell + text.slice(at), next: text.length };
    }
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return { cell, next: end + 1 };
    cell += '"';
    at = end + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const letter = text[at];
    if (letter === delimiter || letter === '\n' || letter === '\r') break;
    at += 1;
  }
  return at;
}
