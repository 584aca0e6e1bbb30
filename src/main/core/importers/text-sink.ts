// Collects the text of a document while it streams by, within a budget that is checked before anything is kept.

import { ImportRefusal, importLimits } from './types.ts';

/** UTF-16 units that may still be written; shared by all texts of one document. */
export type TextBudget = { left: number };

export type TextSink = {
  /** Writes after what is pending. @throws ImportRefusal `text-too-long` */
  readonly write: (text: string) => void;
  /** A line end that is written before the next text, and can be taken back until then. */
  readonly newline: () => void;
  /** A point to take pending line ends back to. */
  readonly mark: () => SinkMark;
  /** Takes back the line ends that are pending since the mark: the empty end of a table cell. */
  readonly trim: (mark: SinkMark) => void;
  /** Units written so far, pending line ends not counted. */
  readonly length: () => number;
  /** Where the next text will stand. */
  readonly position: () => number;
  /** All that was written, pending line ends included. */
  readonly text: () => string;
};

export type SinkMark = { readonly length: number; readonly pending: number };

export function textBudget(): TextBudget {
  return { left: importLimits.textLength };
}

export function createTextSink(budget: TextBudget): TextSink {
  const blocks: string[] = [];
  let parts: string[] = [];
  let pending = 0;
  let length = 0;
  const spend = (units: number): void => {
    budget.left -= units;
    if (budget.left < 0) throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
  };
  // Parts are slices of large decoded pieces and would keep those alive; joining makes a copy of their own.
  const gather = (): void => {
    blocks.push(parts.join(''));
    parts = [];
  };
  return {
    write: (text) => {
      if (text === '') return;
      spend(text.length);
      if (pending > 0) parts.push('\n'.repeat(pending));
      parts.push(text);
      length += pending + text.length;
      pending = 0;
      if (parts.length > 200) gather();
    },
    newline: () => {
      spend(1);
      pending += 1;
    },
    mark: () => ({ length, pending }),
    trim: (mark) => {
      const kept = length === mark.length ? mark.pending : 0;
      budget.left += Math.max(0, pending - kept);
      pending = Math.min(pending, kept);
    },
    length: () => length,
    position: () => length + pending,
    text: () => {
      gather();
      return blocks.join('') + '\n'.repeat(pending);
    },
  };
}
