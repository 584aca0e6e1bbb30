// A grid of numbers as it is shown: which rows and columns, in which order, and where keys lead in it.

/** Rows and columns by their places in the result. */
export type GridView = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Null where undefined. */
  readonly valueAt: (row: number, column: number) => number | null;
  /** Greatest distance from 0: the end of the colour scale. */
  readonly greatest: number;
  readonly signed: boolean;
};

export function greatestOf(rows: readonly number[], columns: readonly number[], valueAt: GridView['valueAt']): number {
  let greatest = 0;
  for (const row of rows) {
    for (const column of columns) greatest = Math.max(greatest, Math.abs(valueAt(row, column) ?? 0));
  }
  return greatest;
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
