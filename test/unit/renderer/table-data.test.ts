import { expect, test } from 'vitest';
import { sortRows, type TableColumn, tableText } from '../../../src/renderer/ui/table-data.ts';
import { parseColor } from '../../../src/renderer/ui/palette.ts';

type Row = { readonly name: string; readonly count: number | null };
const columns: readonly TableColumn<Row>[] = [
  { id: 'name', label: 'Kode', text: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'count', label: 'Koding', text: ({ count }) => String(count ?? ''), sortBy: ({ count }) => count },
];
const rows: readonly Row[] = [
  { name: 'Kode 10', count: 2 },
  { name: 'Kode 9', count: null },
  { name: 'kode 1', count: 11 },
];
const compare = new Intl.Collator('id', { numeric: true, sensitivity: 'base' }).compare;
const names = (sorted: readonly Row[]): readonly string[] => sorted.map(({ name }) => name);

test('rows are ordered by number where there are numbers, and what has no value comes last both ways', () => {
  expect(names(sortRows(rows, columns, { column: 'count', direction: 'ascending' }, compare))).toEqual([
    'Kode 10',
    'kode 1',
    'Kode 9',
  ]);
  expect(names(sortRows(rows, columns, { column: 'count', direction: 'descending' }, compare))).toEqual([
    'kode 1',
    'Kode 10',
    'Kode 9',
  ]);
});

test('names are ordered as people order them', () => {
  expect(names(sortRows(rows, columns, { column: 'name', direction: 'ascending' }, compare))).toEqual([
    'kode 1',
    'Kode 9',
    'Kode 10',
  ]);
});

test('without an order, or by a column that has none, rows stay as they are', () => {
  expect(sortRows(rows, columns, null, compare)).toBe(rows);
  expect(sortRows(rows, columns, { column: 'x', direction: 'ascending' }, compare)).toBe(rows);
});

test('copied cells cannot tear the table apart nor become formulas', () => {
  const risky = [{ name: '=1+1\tx\ny', count: -5 }];
  expect(tableText(risky, columns)).toBe("Kode\tKoding\n'=1+1 x y\t-5");
});

test('colours are read in the ways people write them', () => {
  expect([parseColor('#3366AA'), parseColor('36a'), parseColor(' #3366aa ')]).toEqual([
    '#3366aa',
    '#3366aa',
    '#3366aa',
  ]);
  expect([parseColor('blue'), parseColor('#12'), parseColor('')]).toEqual([null, null, null]);
});
