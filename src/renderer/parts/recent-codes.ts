// Codes used lately, in whichever part of the window they were used.

import { useMemo } from 'react';
import type { CodeSummary } from '../../shared/contract/codes.ts';
import { type Guid, isGuid } from '../../shared/domain/ids.ts';
import { useRemembered } from '../services/window-state.ts';

export type RecentCodes = {
  /** The last one first. Codes that are gone are left out. */
  readonly recent: readonly Guid[];
  /** What the last passage was coded with, to be repeated. */
  readonly last: readonly Guid[];
  readonly use: (codeIds: readonly Guid[]) => void;
};

const mostRecent = 12;
const noCodes: string[] = [];

export function useRecentCodes(codes: readonly CodeSummary[]): RecentCodes {
  const [stored, store] = useRemembered<string[]>('code/recent', noCodes);
  const [latest, setLatest] = useRemembered<string[]>('code/last', noCodes);
  return useMemo(() => {
    const known = new Set(codes.map(({ guid }) => guid));
    const present = (texts: readonly string[]): readonly Guid[] =>
      texts.filter((text) => isGuid(text)).filter((guid) => known.has(guid));
    return {
      recent: present(stored),
      last: present(latest),
      use: (codeIds) => {
        store((former) => [...new Set([...codeIds, ...former])].slice(0, mostRecent));
        setLatest([...codeIds]);
      },
    };
  }, [codes, stored, store, latest, setLatest]);
}
