// The hits of the find bar in the present text, and what is replaced of them.

import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { hitsIn, type Search } from '../../../shared/domain/search.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { hitFrom } from '../../editor/find.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import type { DocumentSync } from '../../editor/sync.ts';
import { faultKey, type Searching, searchOf, useSearching } from '../../parts/searching.ts';
import { useJob, useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';
import { useCode } from './store.ts';

export type Finding = {
  readonly hits: readonly Range[];
  /** Which of them is the present one, from 0; -1 for none. */
  readonly current: number;
  /** Why nothing was searched, in the user's language. */
  readonly fault: string | null;
  readonly step: (backward: boolean) => void;
  /** Another query or other options: leads to the first hit from where the reader is. */
  readonly search: (change: Partial<Searching>) => void;
  /** Replaces the present hit, or all, in one step. */
  readonly replace: (which: 'one' | 'all') => Promise<void>;
};

const noHits: readonly Range[] = [];

/** @param text the text as it was when typing last rested */
export function useFind(
  editor: TranscriptHandle | null,
  text: string,
  documentId: Guid,
  sync: DocumentSync | null,
): Finding {
  const t = useT();
  const runJob = useRunJob();
  const searching = useSearching();
  const isOpen = useCode((state) => state.find.isOpen);
  const [current, setCurrent] = useState(-1);
  const wanted = useMemo(() => searchOf(searching), [searching]);
  const { hits, fault } = useHits(text, wanted, isOpen, documentId);
  /** Where to go once there are other hits: from an offset on; null for nowhere. */
  const goingOn = useRef<number | null>(null);
  const goTo = (all: readonly Range[], index: number): void => {
    setCurrent(index);
    const hit = all[index];
    if (hit) void editor?.reveal(hit);
  };
  const arrive = useEffectEvent((all: readonly Range[]) => {
    if (goingOn.current === null) return;
    const from = goingOn.current;
    goingOn.current = null;
    goTo(all, hitFrom(all, from, false));
  });
  useEffect(() => arrive(hits), [hits]);
  const shown = Math.min(Math.max(current, hits.length === 0 ? -1 : 0), hits.length - 1);
  return {
    hits,
    current: shown,
    fault: typeof fault === 'string' ? fault : fault && t(fault.key),
    step: (backward) => {
      if (hits.length > 0) goTo(hits, (shown + (backward ? -1 : 1) + hits.length) % hits.length);
    },
    search: (change) => {
      goingOn.current = editor?.topOffset() ?? 0;
      searching.set(change);
    },
    replace: async (which) => {
      const from = hits[shown]?.start ?? 0;
      if (!(await sync?.flush())) return;
      const input = { search: wanted, replacement: searching.replacement, documentIds: [documentId], context: 0 };
      const found = await runJob('texts.find', input, { title: 'texts.find.running' });
      const [document] = found?.documents ?? [];
      const all = document?.hits ?? [];
      const chosen = which === 'all' ? all : [all[Math.max(0, hitFrom(all, from, false))]];
      const splices = chosen.flatMap((hit) =>
        hit ? [{ at: hit.start, remove: hit.end - hit.start, insert: hit.insert ?? '' }] : [],
      );
      const [first] = splices;
      if (!document || !first) {
        if (found) notify({ kind: 'info', text: t('texts.replace.none') });
        return;
      }
      goingOn.current = first.at + first.insert.length;
      const order = { documents: [{ documentId, revision: document.revision, splices }] };
      const done = await runJob('texts.replace', order, { title: 'texts.replace.running' });
      if (!done) goingOn.current = null;
      else if (which === 'all') {
        notify({
          kind: 'success',
          text: t('texts.replace.done', { hits: done.replaced, documents: done.documents }),
        });
      }
    },
  };
}

type Hits = {
  readonly hits: readonly Range[];
  /** A sentence, or the key of one. */
  readonly fault: string | { readonly key: NonNullable<ReturnType<typeof faultKey>> } | null;
};

// Words are found here, at once. A regular expression may never come to an end: the host looks for it, where it can
// be stopped (FR5).
function useHits(text: string, search: Search, isOpen: boolean, documentId: Guid): Hits {
  const isAsked = isOpen && search.query !== '';
  const key = isAsked ? faultKey(search) : null;
  const plain = useMemo(() => (isAsked && !search.regex ? hitsIn(text, search) : noHits), [isAsked, text, search]);
  const isByHost = isAsked && search.regex && key === null;
  const { data, error, stale, rerun } = useJob(
    'texts.find',
    isByHost ? { search, documentIds: [documentId], context: 0 } : null,
  );
  useEffect(() => {
    if (stale && isByHost) rerun();
  }, [stale, isByHost, rerun]);
  const found = useMemo(() => data?.documents[0]?.hits ?? noHits, [data]);
  if (key !== null) return { hits: noHits, fault: { key } };
  if (!isByHost) return { hits: plain, fault: null };
  return error ? { hits: noHits, fault: error.message } : { hits: found, fault: null };
}
