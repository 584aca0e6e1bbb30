// R-14 and the report manager: what differs between two states of a kept result.

import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { compareTables, type ResultTable } from '../../../src/shared/domain/result-tables.ts';

const table = (rows: ResultTable['rows'], columns: readonly string[] = ['@codings']): ResultTable => ({
  title: '@codes',
  columns,
  rows,
});
const row = (key: string, ...values: (number | null)[]) => ({ key, label: key.toUpperCase(), values });

describe('compareTables', () => {
  test('tells each number that differs, by names', () => {
    const before = [table([row('a', 1), row('b', 2)])];
    const after = [table([row('a', 1), row('b', 5)])];
    expect(compareTables(before, after)).toEqual([
      { kind: 'changed', table: '@codes', row: 'B', column: '@codings', before: 2, after: 5 },
    ]);
  });

  test('rows that came and went, those that went last', () => {
    const changes = compareTables([table([row('a', 1)])], [table([row('b', 2)])]);
    expect(changes.map(({ kind, row: name }) => [kind, name])).toEqual([
      ['added', 'B'],
      ['removed', 'A'],
    ]);
  });

  test('another name for the same code is no change', () => {
    const renamed = [table([{ key: 'a', label: 'another', values: [1] }])];
    expect(compareTables([table([row('a', 1)])], renamed)).toEqual([]);
  });

  test('columns are compared by name, not by place', () => {
    const before = [table([row('a', 1, 2)], ['x', 'y'])];
    const after = [table([row('a', 2, 1)], ['y', 'x'])];
    expect(compareTables(before, after)).toEqual([]);
  });

  test('undefined is not 0', () => {
    expect(compareTables([table([row('a', null)])], [table([row('a', 0)])])).toMatchObject([
      { before: null, after: 0 },
    ]);
  });

  test('a state differs from itself in nothing, and both ways in the same places', () => {
    const values = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
    const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    const tables = rows.chain((keys) =>
      fc
        .tuple(...keys.map(() => values))
        .map((found) => [table(keys.map((key, place) => row(key, found[place] ?? null)))]),
    );
    fc.assert(
      fc.property(tables, tables, (one, other) => {
        expect(compareTables(one, one)).toEqual([]);
        const places = (changes: ReturnType<typeof compareTables>) => changes.map(({ row: name }) => name).toSorted();
        expect(places(compareTables(one, other))).toEqual(places(compareTables(other, one)));
      }),
    );
  });
});
