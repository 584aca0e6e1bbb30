// The hits of the find bar in the present text.

import { useMemo, useState } from 'react';
import type { Range } from '../../../shared/domain/segments.ts';
import { findIn, hitFrom } from '../../editor/find.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { type FindState, useCode } from './store.ts';

export type Finding = {
  readonly hits: readonly Range[];
  /** Which of them is the present one, from 0; -1 for none. */
  readonly current: number;
  readonly step: (backward: boolean) => void;
  /** Another query or other options: leads to the first hit from where the reader is. */
  readonly search: (change: Partial<FindState>) => void;
};

const noHits: readonly Range[] = [];

/** @param text the text as it was when typing last rested */
export function useFind(editor: TranscriptHandle | null, text: string): Finding {
  const { find, set } = useCode();
  const [current, setCurrent] = useState(-1);
  const hits = useMemo(() => hitsOf(text, find), [text, find]);
  const goTo = (all: readonly Range[], index: number): void => {
    setCurrent(index);
    const hit = all[index];
    if (hit) void editor?.reveal(hit);
  };
  return {
    hits,
    current: Math.min(Math.max(current, hits.length === 0 ? -1 : 0), hits.length - 1),
    step: (backward) => {
      if (hits.length > 0) goTo(hits, (current + (backward ? -1 : 1) + hits.length) % hits.length);
    },
    search: (change) => {
      const next = { ...find, ...change };
      set({ find: next });
      const found = hitsOf(text, next);
      goTo(found, hitFrom(found, editor?.topOffset() ?? 0, false));
    },
  };
}

function hitsOf(text: string, { isOpen, query, matchCase, wholeWord }: FindState): readonly Range[] {
  return isOpen && query !== '' ? findIn(text, query, { matchCase, wholeWord }) : noHits;
}
