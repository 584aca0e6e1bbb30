// The flow of blocks in one text: paragraphs and table rows become lines, cells are joined by a tab (T2).

import type { SinkMark, TextBudget, TextSink } from './text-sink.ts';
import { createTextSink } from './text-sink.ts';

export type Flow = {
  readonly sink: TextSink;
  /** Starts a line, or goes on in the one before where its end is gone. False where that one holds text already. */
  readonly beginBlock: () => boolean;
  /** The end of this line is deleted or hidden: it and the next are one. */
  readonly joinNext: (hasText: boolean) => void;
  readonly openRow: () => void;
  /** Marks the row as deleted by a tracked change: its cells are to be left out. */
  readonly removeRow: () => void;
  readonly closeRow: () => void;
  /** True where the cell is to be read; else its row was deleted. */
  readonly openCell: () => boolean;
  readonly closeCell: () => void;
};

type Row = { removed: boolean; cells: number };
type Scope = { blocks: number; join: boolean; hasText: boolean; readonly mark: SinkMark };

export function createFlow(budget: TextBudget): Flow {
  const sink = createTextSink(budget);
  const newScope = (): Scope => ({ blocks: 0, join: false, hasText: false, mark: sink.mark() });
  const scopes: Scope[] = [newScope()];
  const rows: Row[] = [];
  const scope = (): Scope => scopes.at(-1) ?? newScope();

  const beginBlock = (): boolean => {
    const here = scope();
    if (!here.join) {
      if (here.blocks > 0) sink.newline();
      here.hasText = false;
    }
    here.join = false;
    here.blocks += 1;
    return !here.hasText;
  };
  return {
    sink,
    beginBlock,
    joinNext: (hasText) => {
      const here = scope();
      here.join = true;
      here.hasText ||= hasText;
    },
    openRow: () => rows.push({ removed: false, cells: 0 }),
    removeRow: () => {
      const row = rows.at(-1);
      if (row !== undefined) row.removed = true;
    },
    closeRow: () => rows.pop(),
    openCell: () => {
      const row = rows.at(-1);
      if (row?.removed === true) return false;
      // A row without cells is no line, so the line begins with the first cell.
      if (row === undefined || row.cells === 0) beginBlock();
      else sink.write('\t');
      if (row !== undefined) row.cells += 1;
      scopes.push(newScope());
      return true;
    },
    closeCell: () => {
      const cell = scopes.length > 1 ? scopes.pop() : undefined;
      // A cell ends with a paragraph even where it holds only a table: its empty line is no text of anybody.
      if (cell !== undefined) sink.trim(cell.mark);
    },
  };
}
