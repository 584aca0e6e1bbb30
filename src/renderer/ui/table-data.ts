import type { ReactNode } from 'react';

export type TableValue = string | number | null;

export type TableColumn<T> = {
  readonly id: string;
  readonly label: string;
  /** The value in words: shown where there is no `render`, and copied. */
  readonly text: (row: T) => string;
  readonly render?: (row: T) => ReactNode;
  /** What the column is sorted by; without it, it is not sortable. Null comes last in both directions. */
  readonly sortBy?: (row: T) => TableValue;
  readonly align?: 'start' | 'end';
  /** The column that names the row; the first where none says so. */
  readonly isRowHeader?: boolean;
};

export type Sort = { readonly column: string | number; readonly direction: 'ascending' | 'descending' };

/** A new order of the rows; equal ones keep theirs. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
  sort: Sort | null,
  compare: (a: string, b: string) => number,
): readonly T[] {
  const order = rowOrder(columns, sort, compare);
  return order ? rows.toSorted(order) : rows;
}

/** Compares two rows as the sort has it; null where they stay as they are. */
export function rowOrder<T>(
  columns: readonly TableColumn<T>[],
  sort: Sort | null,
  compare: (a: string, b: string) => number,
): ((a: T, b: T) => number) | null {
  const sortBy = columns.find(({ id }) => id === sort?.column)?.sortBy;
  if (!sort || !sortBy) return null;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    if (typeof left === 'number' && typeof right === 'number') return (left - right) * sign;
    return compare(String(left), String(right)) * sign;
  };
}

/** Tab-separated with a head row, as spreadsheets paste it. */
export function tableText<T>(rows: readonly T[], columns: readonly TableColumn<T>[]): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ text }) => text(row)))];
  return lines.map((cells) => cells.map(pastable).join('\t')).join('\n');
}

/** A tab or line end inside a cell would tear it apart. A sign that starts a formula is set off by an apostrophe. */
function pastable(cell: string): string {
  const flat = cell.replace(/[\t\r\n\u2028]+/g, ' ');
  return /^[=+\-@]/.test(flat) && !/^[+-]?[\d.,]+%?$/.test(flat) ? `'${flat}` : flat;
}
