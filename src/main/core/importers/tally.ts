// Counts what a reader leaves out or changes, so that the report can name it (H3).

import type { ImportNote, NoteCode } from './types.ts';
import { noteCodes } from './types.ts';

export type Tally = {
  /** Adds `count` (default 1) to a kind of note. Nothing happens for 0. */
  readonly add: (code: NoteCode, count?: number, detail?: string) => void;
  /** The notes with a count above 0, always in the order of `noteCodes`. */
  readonly notes: () => readonly ImportNote[];
};

export function createTally(): Tally {
  const counts = new Map<NoteCode, { count: number; detail: string | undefined }>();
  return {
    add: (code, count = 1, detail) => {
      if (count === 0) return;
      const known = counts.get(code);
      counts.set(code, { count: (known?.count ?? 0) + count, detail: detail ?? known?.detail });
    },
    notes: () =>
      noteCodes.flatMap((code): ImportNote[] => {
        const found = counts.get(code);
        if (found === undefined) return [];
        return [
          found.detail === undefined
            ? { code, count: found.count }
            : { code, count: found.count, detail: found.detail },
        ];
      }),
  };
}
