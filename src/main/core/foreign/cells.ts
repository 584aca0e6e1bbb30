// Cells of other programs' tables: numbers may be texts, texts may be missing.

import type { ForeignRow } from '../../db/foreign.ts';

/** Text of a cell; '' where there is none. */
export function textOfCell(row: ForeignRow, column: string): string {
  const value = row[column];
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : '';
}

/** A number of a cell, whatever type it is stored in; null where it is none. */
export function numberOfCell(row: ForeignRow, column: string): number | null {
  const value = row[column];
  const number =
    typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : typeof value === 'bigint'
        ? Number(value)
        : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A key of a row, from its number; '' where it has none. */
export function keyOfCell(row: ForeignRow, column: string, kind = ''): string {
  const number = numberOfCell(row, column);
  return number === null ? '' : `${kind}${number}`;
}

/** Moment in ISO 8601 from what programs write: `2026-01-15 10:00:00` or `Thu Apr 30 18:53:30 2015`; null where it is none. */
export function momentOfCell(row: ForeignRow, column: string): string | null {
  const text = textOfCell(row, column).trim();
  const iso = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text);
  const words = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/.exec(text);
  // Neither says its zone: the clock is kept as it was written.
  const time = iso
    ? Date.parse(`${iso[1]}T${iso[2]}Z`)
    : words
      ? Date.parse(`${words[2]} ${words[1]} ${words[4]} ${words[3]} UTC`)
      : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
