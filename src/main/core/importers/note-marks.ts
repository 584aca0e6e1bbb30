// Marks of footnotes and endnotes in the order in which a text refers to them: [1], [2] and [i], [ii], as word processors show.

import { formatNumber } from './number-formats.ts';

export type NoteKind = 'footnote' | 'endnote';

export type NoteBook = {
  /** The mark of the next note. */
  readonly mark: (kind: NoteKind) => string;
  readonly keep: (kind: NoteKind, mark: string, text: string) => void;
  readonly count: (kind: NoteKind) => number;
  /** One text per note, each behind its mark: footnotes, then endnotes. */
  readonly lines: () => readonly string[];
};

export function createNoteBook(): NoteBook {
  const counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  const kept: Record<NoteKind, string[]> = { footnote: [], endnote: [] };
  return {
    mark: (kind) => {
      counts[kind] += 1;
      return `[${formatNumber(counts[kind], kind === 'footnote' ? 'decimal' : 'lowerRoman')}]`;
    },
    keep: (kind, mark, text) => {
      kept[kind].push(`${mark} ${text.trim()}`.trimEnd());
    },
    count: (kind) => counts[kind],
    lines: () => [...kept.footnote, ...kept.endnote],
  };
}
