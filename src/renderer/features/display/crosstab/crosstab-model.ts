// The crosstab as it is shown: which numbers, in which order, and what to beware of.

import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';

export const cellKinds = ['measure', 'rowShare', 'columnShare', 'residuals'] as const;
export type CellKind = (typeof cellKinds)[number];

export type CrosstabOrder = 'codebook' | 'cluster';

/** Rows and columns by their places in the result. */
export type CrosstabView = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Null where undefined. */
  readonly valueAt: (row: number, column: number) => number | null;
  /** Greatest distance from 0: the end of the colour scale. */
  readonly greatest: number;
  readonly signed: boolean;
  /** Whether the numbers are shares, to be written in percent. */
  readonly isShare: boolean;
  /** Codes that are found nowhere here, or less often than is asked for. */
  readonly leftOut: number;
};

/** Columns with fewer units say little in percent. */
export const fewUnits = 5;

/** @param minimum codes whose counts add up to less are left out; of shares, those that are 0 everywhere */
export function crosstabView(
  result: CrosstabResult,
  kind: CellKind,
  order: CrosstabOrder,
  minimum: number,
): CrosstabView {
  const cells = kind === 'measure' ? result.counts : result[kind];
  const isCount = result.measure === 'cases' || result.measure === 'codings' || result.measure === 'words';
  const rowsInOrder = order === 'cluster' ? result.order.rows : result.rows.map((_, row) => row);
  const rows = rowsInOrder.filter((row) => {
    const sum = (result.counts[row] ?? []).reduce<number>((all, value) => all + (value ?? 0), 0);
    return minimum === 0 || (isCount ? sum >= minimum : sum > 0);
  });
  const valueAt = (row: number, column: number): number | null => cells[row]?.[column] ?? null;
  const columns = order === 'cluster' ? result.order.columns : result.columns.map((_, column) => column);
  let greatest = 0;
  for (const row of rows) {
    for (const column of columns) greatest = Math.max(greatest, Math.abs(valueAt(row, column) ?? 0));
  }
  return {
    rows,
    columns,
    valueAt,
    greatest,
    signed: kind === 'residuals',
    isShare: kind === 'rowShare' || kind === 'columnShare' || (kind === 'measure' && result.measure.endsWith('-share')),
    leftOut: result.rows.length - rows.length,
  };
}

/** Values that so few cases or documents have that shares of them say little. */
export function smallColumns(result: CrosstabResult): readonly string[] {
  return result.columns.flatMap(({ value, units }) => (units < fewUnits ? [value] : []));
}

export type GridPlace = { readonly row: number; readonly column: number };

/**
 * Where a key leads in a grid with a row and a column of heads, which are row and column 0; null where it leads nowhere
 * else.
 */
export function gridPlaceAfter(
  key: string,
  withControl: boolean,
  { row, column }: GridPlace,
  rows: number,
  columns: number,
): GridPlace | null {
  const page = 10;
  const moved: Readonly<Record<string, GridPlace>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: withControl ? { row: 1, column: 1 } : { row, column: row === 0 ? 1 : 0 },
    End: withControl ? { row: rows, column: columns } : { row, column: columns },
    PageUp: { row: Math.max(column === 0 ? 1 : 0, row - page), column },
    PageDown: { row: Math.min(rows, row + page), column },
  };
  const to = Object.hasOwn(moved, key) ? moved[key] : undefined;
  if (!to || to.row < 0 || to.column < 0 || to.row > rows || to.column > columns) return null;
  // The corner is no cell.
  if (to.row === 0 && to.column === 0) return null;
  return to.row === row && to.column === column ? null : to;
}
