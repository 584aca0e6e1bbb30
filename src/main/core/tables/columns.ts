// What the columns of a survey are: who answered, closed questions, open ones. A suggestion until a person says otherwise.

import type { ValueType } from '../../../shared/domain/variables.ts';
import { typeOf } from '../foreign/store.ts';
import { plainNumber, type Decimal } from './decimals.ts';

export type ColumnRole = 'case' | 'variable' | 'text' | 'left';

export type Column = {
  /** As the table has it; numbered where it is there twice, named after its place where it is empty. */
  readonly name: string;
  readonly role: ColumnRole;
  /** Of a variable. */
  readonly type: ValueType;
  /** Cells that are not empty. */
  readonly filled: number;
  readonly distinct: number;
  readonly examples: readonly string[];
};

const caseHead =
  /^(id|no|nomor|kode|nama|name|kasus|case|responden\w*|respondent\w*|peserta|participant\w*|partisipan|informan|subject|email)\b/i;
/** Words from which on an answer is an open one. */
const openWords = 8;

/**
 * @param rows below the heads
 * @param decimal how numbers are written in them
 */
export function columnsOf(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  decimal: Decimal | null = null,
): readonly Column[] {
  const width = Math.max(heads.length, ...rows.slice(0, 1000).map(({ length }) => length));
  const names = uniqueNames(Array.from({ length: width }, (_, index) => heads[index] ?? ''));
  const columns = names.map((name, index) => {
    const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
    const distinct = new Set(cells).size;
    return { name, cells, distinct, isOpen: isOpen(cells, distinct) };
  });
  const isWhole = ({ cells, distinct, isOpen: open }: (typeof columns)[number]): boolean =>
    cells.length === rows.length && distinct === cells.length && !open;
  const who = columns.find((column) => caseHead.test(column.name) && isWhole(column)) ?? columns.find(isWhole);
  return columns.map((column) => ({
    name: column.name,
    role: column === who ? 'case' : column.cells.length === 0 ? 'left' : column.isOpen ? 'text' : 'variable',
    type: valueTypeOf(column.cells.map((cell) => plainNumber(cell, decimal))),
    filled: column.cells.length,
    distinct: column.distinct,
    examples: [...new Set(column.cells)].slice(0, 3).map((cell) => cell.slice(0, 200).toWellFormed()),
  }));
}

function isOpen(cells: readonly string[], distinct: number): boolean {
  const long = cells.filter((cell) => cell.split(/\s+/).length >= openWords || /\n/.test(cell)).length;
  return cells.length > 0 && long >= cells.length * 0.2 && distinct >= cells.length * 0.5;
}

function valueTypeOf(cells: readonly string[]): ValueType {
  const narrow = typeOf(cells);
  if (narrow !== 'Text') return narrow;
  return cells.length > 0 && cells.every((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell)) ? 'Date' : 'Text';
}

function uniqueNames(heads: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return heads.map((head, index) => {
    const name = head.replace(/\s+/g, ' ').trim().slice(0, 480).toWellFormed() || `#${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
