// What can be done to passages and codings. Offsets are those of the text on the screen, so what was typed is
// stored first; then they are those of the stored text too.

import { useMemo } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { isGuid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { DocumentSync } from '../../editor/sync.ts';
import { type Perform, usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useRemembered } from '../../services/window-state.ts';
import { inVivoName } from './code-search.ts';

export type CodingActions = {
  readonly apply: (passage: Range, codeIds: readonly Guid[]) => Promise<void>;
  /** Makes a code and codes the passage with it. */
  readonly applyNew: (passage: Range, name: string) => Promise<void>;
  readonly applyInVivo: (passage: Range, words: string) => Promise<void>;
  readonly change: (codingId: Guid, codeId: Guid) => Promise<void>;
  readonly changeToNew: (codingId: Guid, name: string) => Promise<void>;
  readonly resize: (codingId: Guid, passage: Range) => Promise<void>;
  readonly remove: (codingIds: readonly Guid[]) => Promise<void>;
  readonly accept: (codingIds: readonly Guid[]) => Promise<void>;
  readonly memoOnPassage: (passage: Range, title: string) => Promise<void>;
  readonly memoOnCoding: (codingId: Guid, title: string) => Promise<void>;
};

export type RecentCodes = { readonly recent: readonly Guid[]; readonly use: (codeIds: readonly Guid[]) => void };

const mostRecent = 12;
const noCodes: string[] = [];

/** Codes used lately, the last one first; codes that are gone are left out. */
export function useRecentCodes(codes: readonly CodeSummary[]): RecentCodes {
  const [stored, store] = useRemembered<string[]>('code/recent', noCodes);
  return useMemo(() => {
    const known = new Set(codes.map(({ guid }) => guid));
    const recent = stored.filter((text) => isGuid(text)).filter((guid) => known.has(guid));
    return {
      recent,
      use: (codeIds) => store((former) => [...new Set([...codeIds, ...former])].slice(0, mostRecent)),
    };
  }, [codes, stored, store]);
}

export function useCodingActions(documentId: Guid, sync: DocumentSync | null, use: RecentCodes['use']): CodingActions {
  const perform = usePerform();
  return useMemo(() => actionsFor(perform, documentId, sync, use), [perform, documentId, sync, use]);
}

function actionsFor(
  perform: Perform,
  documentId: Guid,
  sync: DocumentSync | null,
  use: RecentCodes['use'],
): CodingActions {
  const stored = async (): Promise<boolean> => (await sync?.flush()) ?? false;
  const { go } = usePlace.getState();
  const apply = async (passage: Range, codeIds: readonly Guid[]): Promise<void> => {
    if (codeIds.length === 0 || !(await stored())) return;
    const items = codeIds.map((codeId) => ({ documentId, codeId, ...passage }));
    const [only] = items;
    const answer =
      items.length === 1 && only
        ? await perform('codings.create', only)
        : await perform('codings.createMany', { items });
    if (!answer) return;
    use(codeIds);
    go({ codingId: 'guid' in answer ? answer.guid : (answer.guids[0] ?? null) });
  };
  const make = async (name: string, kind?: 'in-vivo'): Promise<Guid | null> =>
    (await perform('codes.create', { name, ...(kind ? { kind } : {}) }))?.guid ?? null;
  const change = async (codingId: Guid, codeId: Guid): Promise<void> => {
    if (await perform('codings.update', { codingIds: [codingId], codeId })) use([codeId]);
  };
  const memo = async (
    title: string,
    target: { kind: 'coding'; guid: Guid } | ({ kind: 'passage'; guid: Guid } & Range),
  ) => {
    if (!(await stored())) return;
    const made = await perform('memos.create', { title, body: '', kind: 'jotting', targets: [target] });
    if (made) go({ memoId: made.guid });
  };
  return {
    apply,
    applyNew: async (passage, name) => {
      const code = await make(name);
      if (code) await apply(passage, [code]);
    },
    applyInVivo: async (passage, words) => {
      const code = await make(inVivoName(words), 'in-vivo');
      if (code) await apply(passage, [code]);
    },
    change,
    changeToNew: async (codingId, name) => {
      const code = await make(name);
      if (code) await change(codingId, code);
    },
    resize: async (codingId, passage) => {
      if (await stored()) await perform('codings.update', { codingIds: [codingId], ...passage });
    },
    remove: async (codingIds) => {
      if (codingIds.length === 0) return;
      const removed = await perform('codings.delete', { codingIds: [...codingIds] });
      const { codingId } = usePlace.getState();
      if (removed && codingId && codingIds.includes(codingId)) go({ codingId: null });
    },
    accept: async (codingIds) => {
      if (codingIds.length > 0) await perform('codings.accept', { codingIds: [...codingIds] });
    },
    memoOnPassage: (passage, title) => memo(title, { kind: 'passage', guid: documentId, ...passage }),
    memoOnCoding: (codingId, title) => memo(title, { kind: 'coding', guid: codingId }),
  };
}
