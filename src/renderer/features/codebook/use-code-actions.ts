// What can be done to codes, each as one step that undo takes back.

import { useMemo } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type RecentCodes, useRecentCodes } from '../../parts/recent-codes.ts';
import { notify } from '../../services/notices.ts';
import { type Perform, usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { type Translate, useT } from '../../services/text.ts';
import { useCodebook } from './store.ts';
import { type Move, moveTo, type Spot } from './tree-model.ts';

/** Characters of one document, as dragged or selected. */
export type Passage = { readonly documentId: Guid; readonly start: number; readonly end: number };

export type CodeActions = {
  readonly create: (name: string, parentId: Guid | null, position?: number) => Promise<Guid | null>;
  readonly rename: (guid: Guid, name: string) => Promise<void>;
  readonly recolor: (guid: Guid, color: string) => Promise<void>;
  readonly move: (move: Move | null) => Promise<void>;
  /** Moves by drag: what CT1 forbids is refused with the reason. */
  readonly drop: (codeIds: readonly Guid[], spot: Spot) => Promise<void>;
  /** Codes a passage with one or several codes. */
  readonly apply: (codeIds: readonly Guid[], passage: Passage) => Promise<void>;
};

export function useCodeActions(codes: readonly CodeSummary[]): CodeActions {
  const perform = usePerform();
  const t = useT();
  const { use } = useRecentCodes(codes);
  return useMemo(() => codeActions(codes, perform, t, use), [codes, perform, t, use]);
}

/** The passage that is selected in the open document, if any. */
export function selectedPassage(): Passage | null {
  const { documentId, selection } = usePlace.getState();
  if (documentId === null || selection === null || selection.end <= selection.start) return null;
  return { documentId, start: selection.start, end: selection.end };
}

function codeActions(
  codes: readonly CodeSummary[],
  perform: Perform,
  t: Translate,
  use: RecentCodes['use'],
): CodeActions {
  const move = async (wanted: Move | null): Promise<void> => {
    if (wanted) await perform('codes.move', wanted);
  };
  return {
    create: async (name, parentId, position) => {
      const input = { name, parentId, ...(position === undefined ? {} : { position }) };
      const made = await perform('codes.create', input);
      if (!made) return null;
      usePlace.getState().go({ codeIds: [made.guid] });
      useCodebook.getState().set({ active: made.guid, anchor: made.guid });
      return made.guid;
    },
    rename: async (codeId, name) => {
      const before = codes.find(({ guid }) => guid === codeId)?.name;
      if (name.trim() !== '' && name.trim() !== before) await perform('codes.update', { codeId, name });
    },
    recolor: async (codeId, color) => {
      await perform('codes.update', { codeId, color });
    },
    move,
    drop: async (codeIds, spot) => {
      const wanted = moveTo(codes, codeIds, spot);
      if (wanted === 'cycle') notify({ kind: 'info', text: t('codebook.move.cycle') });
      else await move(wanted);
    },
    apply: async (codeIds, passage) => {
      const chosen = codes.filter(({ guid }) => codeIds.includes(guid));
      const heading = chosen.find(({ codable }) => !codable);
      if (heading) {
        // CT6
        notify({ kind: 'info', text: t('codebook.notCodable', { name: heading.name }) });
        return;
      }
      const [only] = chosen;
      if (chosen.length === 1 && only) {
        const made = await perform('codings.create', { ...passage, codeId: only.guid });
        if (!made) return;
        usePlace.getState().go({ codingId: made.guid });
      } else if (chosen.length > 1) {
        const items = chosen.map(({ guid }) => ({ ...passage, codeId: guid }));
        const made = await perform('codings.createMany', { items });
        if (!made) return;
        usePlace.getState().go({ codingId: made.guids[0] ?? null });
      } else return;
      use(chosen.map(({ guid }) => guid));
    },
  };
}
