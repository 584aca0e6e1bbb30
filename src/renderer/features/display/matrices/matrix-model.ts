// A matrix by its places: for the screen, for files.

import type { DisplayCell, MatrixDisplay } from '../../../../shared/contract/displays.ts';
import type { TableValue } from '../../../ui/table-data.ts';

/** Cells by row × columns + column. */
export type Cells = ReadonlyMap<number, DisplayCell>;

export function cellsByPlace({ cells, columns }: Pick<MatrixDisplay, 'cells' | 'columns'>): Cells {
  return new Map(cells.map((cell) => [cell.row * columns.length + cell.column, cell]));
}

/** What a cell says in one line: the rating, the researcher's words, and how many codings are behind it. */
export function cellText(cell: DisplayCell | undefined): string {
  if (!cell) return '';
  const words = [cell.rating, cell.text].filter((part) => part !== '').join(' ');
  const evidence = cell.codings + cell.attached - cell.broken;
  if (evidence === 0) return words;
  return words === '' ? String(evidence) : `${words} (${evidence})`;
}

/** With a head row; group headings of rows stand before their name. */
export function matrixRows({ rows, columns }: MatrixDisplay, cells: Cells): TableValue[][] {
  const nameOf = ({ label, group }: MatrixDisplay['rows'][number]): string => (group ? `${group}: ${label}` : label);
  return [
    ['', ...columns.map(nameOf)],
    ...rows.map((side, row) => [
      nameOf(side),
      ...columns.map((_, column) => cellText(cells.get(row * columns.length + column))),
    ]),
  ];
}
