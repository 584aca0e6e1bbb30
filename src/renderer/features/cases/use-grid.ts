// The keyboard, clipboard and edits of the grid, like a spreadsheet's.

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import {
  type Cell,
  type Grid,
  type GridChange,
  type Refused,
  cellKey,
  cellsBetween,
  checkCell,
  planPaste,
} from './grid-model.ts';
import { parseTsv, toTsv } from './tsv.ts';

export type GridEdit = Cell & {
  readonly text: string;
  /** Refused as it stands; said beside the cell. */
  readonly isRefused: boolean;
};

export type GridOptions = {
  readonly canChange: boolean;
  readonly pageLength: number;
  readonly apply: (changes: readonly GridChange[]) => Promise<void>;
  /** Cells that are not edited as text, such as the documents of a case. */
  readonly open: (cell: Cell) => void;
  readonly onPasted: (result: { readonly set: number; readonly refused: number; readonly outside: number }) => void;
  readonly onCopied: (cells: number) => void;
};

export type GridState = {
  readonly active: Cell;
  readonly anchor: Cell;
  readonly edit: GridEdit | null;
  /** What a paste could not set, by cell. */
  readonly refused: ReadonlyMap<string, Refused>;
  readonly select: (cell: Cell, isStretch?: boolean) => void;
  readonly startEdit: (cell: Cell, text?: string) => void;
  readonly changeEdit: (text: string) => void;
  /** Takes what is typed; a refused value stays open. @returns whether the edit is over */
  readonly commit: () => boolean;
  readonly cancelEdit: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
};

const origin: Cell = { row: 0, column: 0 };

export function useGrid(grid: Grid, options: GridOptions): GridState {
  const [chosen, setActive] = useState<Cell>(origin);
  const [corner, setAnchor] = useState<Cell>(origin);
  const [edit, drawEdit] = useState<GridEdit | null>(null);
  // Closing a field takes its focus away, and losing the focus commits: what was given up must be known at once.
  const current = useRef<GridEdit | null>(null);
  const setEdit = (next: GridEdit | null): void => {
    current.current = next;
    drawEdit(next);
  };
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const active = within(grid, chosen);
  const anchor = within(grid, corner);

  const select = (cell: Cell, isStretch = false): void => {
    const next = within(grid, cell);
    setActive(next);
    if (!isStretch) setAnchor(next);
  };
  const forget = (keys: readonly string[]): void => {
    if (refused.size > 0) setRefused(new Map([...refused].filter(([key]) => !keys.includes(key))));
  };
  const startEdit = (cell: Cell, text?: string): void => {
    const row = grid.rows[cell.row];
    const column = grid.columns[cell.column];
    if (!row || !column) return;
    select(cell);
    if (column.kind === 'documents') options.open(cell);
    else if (options.canChange) {
      const pending = refused.get(cellKey(row, column))?.raw;
      setEdit({ ...cell, text: text ?? pending ?? grid.textOf(row, column), isRefused: false });
    }
  };
  const commit = (): boolean => {
    const typed = current.current;
    const row = grid.rows[typed?.row ?? -1];
    const column = grid.columns[typed?.column ?? -1];
    if (!typed || !row || !column) return true;
    const checked = checkCell(grid, row, column, typed.text);
    if (checked.kind === 'refused') {
      setEdit({ ...typed, isRefused: true });
      return false;
    }
    forget([cellKey(row, column)]);
    setEdit(null);
    if (checked.kind === 'change') void options.apply([checked.change]);
    return true;
  };
  const clear = (): void => {
    const blank = cellsBetween(grid, active, anchor).map((line) => line.map(() => ''));
    const at = { row: Math.min(active.row, anchor.row), column: Math.min(active.column, anchor.column) };
    // Names and the documents column cannot be empty: they are left alone.
    const { changes } = planPaste(grid, at, blank);
    forget([...refused.keys()]);
    if (changes.length > 0) void options.apply(changes);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (edit || grid.rows.length === 0) return;
    const { row, column } = active;
    const go = (to: Cell): void => {
      select(to, event.shiftKey && event.key !== 'Tab');
      event.preventDefault();
    };
    const isControl = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowDown':
        return go({ row: isControl ? grid.rows.length - 1 : row + 1, column });
      case 'ArrowUp':
        return go({ row: isControl ? 0 : row - 1, column });
      case 'ArrowRight':
        return go({ row, column: isControl ? grid.columns.length - 1 : column + 1 });
      case 'ArrowLeft':
        return go({ row, column: isControl ? 0 : column - 1 });
      case 'PageDown':
        return go({ row: row + options.pageLength, column });
      case 'PageUp':
        return go({ row: row - options.pageLength, column });
      case 'Home':
        return go(isControl ? origin : { row, column: 0 });
      case 'End':
        return go({ row: isControl ? grid.rows.length - 1 : row, column: grid.columns.length - 1 });
      case 'Enter':
      case 'F2':
        startEdit(active);
        event.preventDefault();
        return;
      case 'Delete':
      case 'Backspace':
        if (options.canChange) clear();
        event.preventDefault();
        return;
      case 'Escape':
        setRefused(new Map());
        return;
    }
    if (isControl && event.key.toLowerCase() === 'a') {
      setAnchor(origin);
      setActive({ row: grid.rows.length - 1, column: grid.columns.length - 1 });
      event.preventDefault();
    } else if (!isControl && !event.altKey && [...event.key].length === 1) {
      startEdit(active, event.key === ' ' ? undefined : event.key);
      event.preventDefault();
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (edit) return;
    const cells = cellsBetween(grid, active, anchor);
    event.clipboardData.setData('text/plain', toTsv(cells));
    event.preventDefault();
    options.onCopied(cells.flat().length);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (edit || !options.canChange) return;
    event.preventDefault();
    const at = { row: Math.min(active.row, anchor.row), column: Math.min(active.column, anchor.column) };
    const cells = parseTsv(event.clipboardData.getData('text/plain'));
    const plan = planPaste(grid, at, cells);
    setRefused(new Map(plan.refused.map((each) => [cellKey(each.row, each.column), each])));
    setAnchor(at);
    setActive(
      within(grid, {
        row: at.row + cells.length - 1,
        column: at.column + Math.max(...cells.map((line) => line.length)) - 1,
      }),
    );
    if (plan.changes.length > 0) void options.apply(plan.changes);
    options.onPasted({ set: plan.changes.length, refused: plan.refused.length, outside: plan.outside });
  };
  return {
    active,
    anchor,
    edit,
    refused,
    select,
    startEdit,
    changeEdit: (text) => {
      if (current.current) setEdit({ ...current.current, text, isRefused: false });
    },
    commit,
    cancelEdit: () => setEdit(null),
    onKeyDown,
    onCopy,
    onPaste,
  };
}

function within({ rows, columns }: Grid, { row, column }: Cell): Cell {
  return {
    row: Math.max(0, Math.min(row, rows.length - 1)),
    column: Math.max(0, Math.min(column, columns.length - 1)),
  };
}
