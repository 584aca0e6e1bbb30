import { useEffect, useMemo, useState } from 'react';
import type { SearchedDocument, SearchSettingsInput } from '../../../shared/contract/search.ts';
import { readQuery } from '../../../shared/domain/search/query.ts';
import { useJob } from '../../services/jobs.ts';
import { useT } from '../../services/text.ts';

export type SearchResult = {
  readonly documents: readonly SearchedDocument[];
  readonly hits: number;
  readonly searched: number;
  /** There are more hits than are shown. */
  readonly more: boolean;
  readonly isRunning: boolean;
  readonly progress: number | null;
  readonly cancel: () => void;
  /** Why nothing was searched, in the user's language. */
  readonly fault: string | null;
};

const nothing: readonly SearchedDocument[] = [];
/** Rest in typing before a search begins, in milliseconds. */
const rest = 120;

/** Searches whenever what is looked for has stood still for a moment, and again when the texts change. */
export function useSearch(settings: SearchSettingsInput, limit: number): SearchResult {
  const t = useT();
  const read = readQuery(settings.query);
  const wanted = useSettled(JSON.stringify({ ...settings, limit }));
  const input = useMemo(() => JSON.parse(wanted) as SearchSettingsInput & { limit: number }, [wanted]);
  const isAsked = readQuery(input.query).ok;
  const job = useJob('search.find', isAsked ? input : null);
  const { stale, rerun } = job;
  useEffect(() => {
    if (stale) rerun();
  }, [stale, rerun]);
  const isShown = isAsked && read.ok && job.error === null && job.data !== undefined;
  const unread = read.ok || read.fault === 'empty' ? null : t(`search.fault.${read.fault}`, { at: read.at + 1 });
  return {
    documents: isShown ? (job.data?.documents ?? nothing) : nothing,
    hits: isShown ? (job.data?.hits ?? 0) : 0,
    searched: isShown ? (job.data?.searched ?? 0) : 0,
    more: isShown && (job.data?.more ?? false),
    isRunning: isAsked && job.isRunning,
    progress: job.progress,
    cancel: job.cancel,
    fault: unread ?? (isAsked ? (job.error?.message ?? null) : null),
  };
}

/** A value once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
