// Columns that several tables of results have.

import type { TableColumn } from '../../../ui/table-data.ts';

type Numbers = (value: number, digits?: number) => string;

/** A column of words. */
export function wordColumn<Row>(id: string, label: string, of: (row: Row) => string): TableColumn<Row> {
  return { id, label, text: of, sortBy: of };
}

/** A column of numbers; what is undefined is a dash. @param digits after the point */
export function numberColumn<Row>(
  id: string,
  label: string,
  of: (row: Row) => number | null,
  number: Numbers,
  digits?: number,
): TableColumn<Row> {
  return {
    id,
    label,
    align: 'end',
    sortBy: of,
    text: (row) => {
      const value = of(row);
      return value === null ? '–' : number(value, digits);
    },
  };
}
