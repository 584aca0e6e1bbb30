// The coding matrix as it is shown: which numbers, and which rows and columns.

import type { MatrixResult } from '../../../../shared/contract/analysis-retrieval.ts';
import { type GridView, greatestOf } from '../grid/grid-model.ts';

export const matrixNumbers = ['references', 'documents', 'cases', 'words', 'rowShare', 'columnShare'] as const;
export type MatrixNumber = (typeof matrixNumbers)[number];

export type MatrixView = GridView & {
  readonly isShare: boolean;
  /** Codes that are found less often here than is asked for. */
  readonly leftOut: number;
};

/** Which sides are codes: only these are left out where they are rare. */
export type CodeSides = { readonly rows: boolean; readonly columns: boolean };

/** @param minimum codes with fewer stretches of content in all their cells are left out */
export function matrixView(
  result: MatrixResult,
  shows: MatrixNumber,
  areCodes: CodeSides,
  minimum: number,
): MatrixView {
  const { references } = result;
  const width = result.columns.length;
  const sumOfColumn = (column: number): number => references.reduce((sum, cells) => sum + (cells[column] ?? 0), 0);
  const sumOfRow = (row: number): number => (references[row] ?? []).reduce((sum, count) => sum + count, 0);
  const rows = places(result.rows.length).filter((row) => !areCodes.rows || sumOfRow(row) >= minimum);
  const columns = places(width).filter((column) => !areCodes.columns || sumOfColumn(column) >= minimum);
  const valueAt = (row: number, column: number): number | null => result[shows][row]?.[column] ?? null;
  const isItself = (row: number, column: number): boolean =>
    areCodes.rows && areCodes.columns && result.rows[row]?.guid === result.columns[column]?.guid;
  return {
    rows,
    columns,
    valueAt,
    // A code with itself has all its segments: beside it the pairs would all look alike.
    greatest: greatestOf(rows, columns, (row, column) => (isItself(row, column) ? null : valueAt(row, column))),
    signed: false,
    isShare: shows === 'rowShare' || shows === 'columnShare',
    leftOut: result.rows.length - rows.length + width - columns.length,
  };
}

function places(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
