// Lines and cells of an RTF text: the file says where they end, and empty ends of cells are no text (T2).

import type { TextBudget, TextSink } from './text-sink.ts';
import { createTextSink } from './text-sink.ts';

export type RtfFlow = {
  readonly write: (text: string) => void;
  readonly paragraph: () => void;
  readonly beginRow: () => void;
  readonly cell: () => void;
  readonly endRow: () => void;
  /** Text that stands by itself after the paragraph that is being read. */
  readonly after: (text: string) => void;
  /** True where nothing was written to this line. */
  readonly isLineEmpty: () => boolean;
  readonly position: () => number;
  readonly text: () => string;
};

/** What was met since the last text: the end of a paragraph or row, of a cell, the start of a table. */
type Pending = 'line' | 'cell' | 'table';

export function createRtfFlow(budget: TextBudget): RtfFlow {
  const sink: TextSink = createTextSink(budget);
  let pending: Pending[] = [];
  let inRow = false;
  let boxes: string[] = [];
  const flush = (): void => {
    for (const met of pending) if (met !== 'table') sink.write(met === 'line' ? '\n' : '\t');
    pending = [];
  };
  const wait = (met: Pending): void => {
    // A flood of empty paragraphs is written before it grows.
    if (pending.length > 1000) flush();
    pending.push(met);
  };
  const placeBoxes = (): void => {
    const waiting = boxes;
    boxes = [];
    for (const box of waiting) {
      wait('line');
      flush();
      sink.write(box);
    }
  };
  return {
    write: (text) => {
      if (text === '') return;
      flush();
      sink.write(text);
    },
    paragraph: () => {
      placeBoxes();
      wait('line');
    },
    beginRow: () => {
      if (inRow) return;
      inRow = true;
      wait('table');
    },
    cell: () => {
      inRow = true;
      while (pending.at(-1) === 'line') pending.pop();
      placeBoxes();
      wait('cell');
    },
    endRow: () => {
      inRow = false;
      while (pending.at(-1) === 'line') pending.pop();
      if (pending.at(-1) === 'cell') pending.pop();
      wait('line');
    },
    after: (text) => {
      boxes.push(text);
    },
    isLineEmpty: () => pending.length > 0 || sink.length() === 0,
    position: () => sink.length() + pending.filter((met) => met !== 'table').length,
    text: () => {
      placeBoxes();
      // The end of the last paragraph begins no further one.
      pending = [];
      return sink.text();
    },
  };
}
