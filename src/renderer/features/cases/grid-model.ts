// Cases × variables and documents × variables as one grid. Pure: what an edit or a paste sets and what it refuses.

import type { Variable } from '../../../shared/contract/cases.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { canonicalValue } from '../../../shared/domain/variables.ts';
import type { Cells } from './tsv.ts';

export type Named = { readonly guid: Guid; readonly name: string };

export type GridColumn =
  /** The name of the case or the title of the document. */
  | { readonly kind: 'name' }
  /** The case a document belongs to, by its name. */
  | { readonly kind: 'case'; readonly cases: readonly Named[] }
  /** How many documents a case has; changed in a dialog of its own. */
  | { readonly kind: 'documents' }
  | { readonly kind: 'variable'; readonly variable: Variable };

export type Grid = {
  readonly rows: readonly Named[];
  readonly columns: readonly GridColumn[];
  /** Canonical text of a cell; empty where it has no value. */
  readonly textOf: (row: Named, column: GridColumn) => string;
};

/** Indexes of a row and a column. */
export type Cell = { readonly row: number; readonly column: number };

export type GridChange =
  | { readonly kind: 'name'; readonly guid: Guid; readonly name: string }
  | { readonly kind: 'case'; readonly documentId: Guid; readonly caseId: Guid | null }
  | { readonly kind: 'value'; readonly targetId: Guid; readonly variableId: Guid; readonly value: string | null };

export type Refused = { readonly row: Named; readonly column: GridColumn; readonly raw: string };

export type Checked =
  | { readonly kind: 'change'; readonly change: GridChange }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly refused: Refused };

/** Reads what was typed into a cell. An empty value cell is cleared; an empty name is refused. */
export function checkCell(grid: Grid, row: Named, column: GridColumn, raw: string): Checked {
  const text = raw.trim();
  if (text === grid.textOf(row, column)) return { kind: 'same' };
  const refused: Checked = { kind: 'refused', refused: { row, column, raw } };
  switch (column.kind) {
    case 'documents':
      return refused;
    case 'name':
      return text === '' ? refused : { kind: 'change', change: { kind: 'name', guid: row.guid, name: text } };
    case 'case': {
      const found = column.cases.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      if (text !== '' && !found) return refused;
      return { kind: 'change', change: { kind: 'case', documentId: row.guid, caseId: found?.guid ?? null } };
    }
    case 'variable': {
      const { variable } = column;
      const value = text === '' ? null : matchChoice(variable, canonicalValue(variable.type, text));
      if (text !== '' && value === null) return refused;
      if ((value ?? '') === grid.textOf(row, column)) return { kind: 'same' };
      return { kind: 'change', change: { kind: 'value', targetId: row.guid, variableId: variable.guid, value } };
    }
  }
}

export type PastePlan = {
  readonly changes: readonly GridChange[];
  readonly refused: readonly Refused[];
  /** Cells with something in them that would lie outside the grid. */
  readonly outside: number;
};

/** What pasting a block of cells at a place does. Good cells are set, others are named one by one. */
export function planPaste(grid: Grid, at: Cell, cells: Cells): PastePlan {
  const changes: GridChange[] = [];
  const refused: Refused[] = [];
  let outside = 0;
  for (const [down, line] of cells.entries()) {
    for (const [right, raw] of line.entries()) {
      const row = grid.rows[at.row + down];
      const column = grid.columns[at.column + right];
      if (!row || !column) {
        outside += raw.trim() === '' ? 0 : 1;
        continue;
      }
      const checked = checkCell(grid, row, column, raw);
      if (checked.kind === 'change') changes.push(checked.change);
      if (checked.kind === 'refused') refused.push(checked.refused);
    }
  }
  return { changes, refused, outside };
}

/** The cells between two corners, as text. */
export function cellsBetween(grid: Grid, from: Cell, to: Cell): Cells {
  const [top, bottom] = ordered(from.row, to.row);
  const [left, right] = ordered(from.column, to.column);
  return grid.rows
    .slice(top, bottom + 1)
    .map((row) => grid.columns.slice(left, right + 1).map((column) => grid.textOf(row, column)));
}

export function isBetween(cell: Cell, from: Cell, to: Cell): boolean {
  const [top, bottom] = ordered(from.row, to.row);
  const [left, right] = ordered(from.column, to.column);
  return cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
}

export function cellKey(row: Named, column: GridColumn): string {
  return `${row.guid} ${columnKey(column)}`;
}

export function columnKey(column: GridColumn): string {
  return column.kind === 'variable' ? column.variable.guid : column.kind;
}

function ordered(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** A choice typed in another letter case is that choice; other text is kept, because choices are an offer. */
function matchChoice(variable: Variable, value: string | null): string | null {
  if (value === null) return null;
  return variable.choices.find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? value;
}
