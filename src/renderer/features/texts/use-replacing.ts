// A search through documents and what is replaced of it.

import { useEffect, useMemo, useState } from 'react';
import type { FoundDocument } from '../../../shared/contract/texts.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { faultKey, searchOf, useSearching } from '../../parts/searching.ts';
import { useReviewing } from '../../parts/reviewing.ts';
import { useJob, useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';
import { orderOf, type Ticked, tickedOf } from './hit-rows.ts';

export type Replacing = {
  readonly documents: readonly FoundDocument[];
  readonly hits: number;
  readonly searched: number;
  readonly more: boolean;
  readonly isRunning: boolean;
  readonly progress: number | null;
  /** Why nothing was searched, in the user's language. */
  readonly fault: string | null;
  /** Identifiers of hits that are not ticked. */
  readonly left: ReadonlySet<string>;
  readonly setLeft: (left: ReadonlySet<string>) => void;
  readonly ticked: Ticked;
  readonly replace: () => Promise<void>;
};

const nothing: readonly FoundDocument[] = [];
const all: ReadonlySet<string> = new Set();
/** Rest in typing before a search begins, in milliseconds. */
const rest = 250;

/** @param documentIds where to search; null for everywhere */
export function useReplacing(documentIds: readonly Guid[] | null): Replacing {
  const t = useT();
  const runJob = useRunJob();
  const searching = useSearching();
  const replacement = searching.replaces ? searching.replacement : null;
  const search = searchOf(searching);
  const faulty = faultKey(search);
  const wanted = useSettled(
    JSON.stringify({ search, replacement, ...(documentIds === null ? {} : { documentIds: [...documentIds] }) }),
  );
  const input = useMemo(() => JSON.parse(wanted) as Wanted, [wanted]);
  const isAsked = input.search.query !== '' && faultKey(input.search) === null && documentIds?.length !== 0;
  const job = useJob('texts.find', isAsked ? input : null);
  const { stale, rerun } = job;
  useEffect(() => {
    if (stale) rerun();
  }, [stale, rerun]);
  // Other words have other hits: none of them was left out by a person.
  const key = JSON.stringify(search);
  const [leftOut, setLeftOut] = useState({ key, ids: all });
  const left = leftOut.key === key ? leftOut.ids : all;
  const isShown = isAsked && search.query !== '' && faulty === null && job.error === null;
  const documents = isShown ? (job.data?.documents ?? nothing) : nothing;
  return {
    documents,
    hits: isShown ? (job.data?.hits ?? 0) : 0,
    searched: isShown ? (job.data?.searched ?? 0) : 0,
    more: isShown && (job.data?.more ?? false),
    isRunning: job.isRunning,
    progress: job.progress,
    fault: faulty === null ? (isAsked ? (job.error?.message ?? null) : null) : t(faulty),
    left,
    setLeft: (ids) => setLeftOut({ key, ids }),
    ticked: useMemo(() => tickedOf(documents, left), [documents, left]),
    replace: async () => {
      const order = orderOf(documents, left);
      if (order.length === 0) return;
      const done = await runJob('texts.replace', { documents: order }, { title: 'texts.replace.running' });
      if (!done) return;
      const review = done.changed + done.orphaned;
      notify({
        kind: 'success',
        text: t('texts.replace.done', { hits: done.replaced, documents: done.documents }),
        ...(review === 0
          ? {}
          : {
              action: {
                label: t('texts.review.some', { n: review }),
                run: () => useReviewing.getState().set({ scope: 'project' }),
              },
            }),
      });
    },
  };
}

type Wanted = {
  readonly search: ReturnType<typeof searchOf>;
  readonly replacement: string | null;
  readonly documentIds?: Guid[];
};

/** A value once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
