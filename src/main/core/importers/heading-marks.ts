// Headings that a format names, with where they begin: what looks like a heading need not be guessed then.

import { canonicalOffsets } from './offset-map.ts';
import type { DocumentHeading, ReadDocument } from './types.ts';

export type HeadingMarks = {
  /**
   * @param offset where the words of the heading begin in the text as it is written
   * @param level 1 is the highest
   */
  readonly note: (offset: number, level: number) => void;
  /** What a reader adds to its document: nothing where there are no headings. */
  readonly placed: (raw: string, text: string) => Pick<ReadDocument, 'headings'>;
};

export function createHeadingMarks(): HeadingMarks {
  const noted: DocumentHeading[] = [];
  return {
    note: (start, level) => noted.push({ start, level }),
    placed: (raw, text) => {
      if (noted.length === 0) return {};
      const places = canonicalOffsets(
        raw,
        text,
        noted.map(({ start }) => start),
        true,
      );
      const headings = noted.map(({ start, level }) => ({
        // One in the cell of a table begins within a line.
        start: text.lastIndexOf('\n', (places.get(start) ?? 0) - 1) + 1,
        level,
      }));
      return { headings: headings.toSorted((one, other) => one.start - other.start) };
    },
  };
}
