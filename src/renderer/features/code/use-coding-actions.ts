// What can be done to passages and codings. Offsets are those of the text on the screen, so what was typed is
// stored first; then they are those of the stored text too.

import { useMemo } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { DocumentSync } from '../../editor/sync.ts';
import type { RecentCodes } from '../../parts/recent-codes.ts';
import { useLatest } from '../../parts/use-latest.ts';
import { notify } from '../../services/notices.ts';
import { type Perform, usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useSession } from '../../services/session.ts';
import { type Translate, useT } from '../../services/text.ts';
import { inVivoName } from './code-search.ts';
import type { Choice, NewCode } from './quick-model.ts';
import { useCode } from './store.ts';

export type CodingActions = {
  /** Codes each passage with each code; what stands there already is not made twice. */
  readonly apply: (passages: readonly Range[], choices: readonly Choice[]) => Promise<void>;
  readonly applyInVivo: (passage: Range, words: string) => Promise<void>;
  readonly change: (codingIds: readonly Guid[], choice: Choice) => Promise<void>;
  readonly resize: (codingId: Guid, passage: Range) => Promise<void>;
  readonly split: (codingId: Guid, at: number) => Promise<void>;
  readonly join: (codingIds: readonly Guid[], acrossWords: boolean) => Promise<void>;
  readonly weigh: (codingIds: readonly Guid[], weight: number | null) => Promise<void>;
  readonly remove: (codingIds: readonly Guid[]) => Promise<void>;
  readonly accept: (codingIds: readonly Guid[]) => Promise<void>;
  readonly memoOnPassage: (passage: Range, title: string) => Promise<void>;
  readonly memoOnCoding: (codingId: Guid, title: string) => Promise<void>;
};

type Ports = {
  readonly perform: Perform;
  readonly documentId: Guid;
  readonly sync: DocumentSync | null;
  readonly use: RecentCodes['use'];
  readonly codings: () => readonly PlacedCoding[];
  readonly coder: () => Guid | null;
  readonly t: Translate;
};

export function useCodingActions(
  documentId: Guid,
  sync: DocumentSync | null,
  codings: readonly PlacedCoding[],
  use: RecentCodes['use'],
): CodingActions {
  const perform = usePerform();
  const t = useT();
  const coder = useSession()?.open?.currentCoder ?? null;
  const now = useLatest({ codings: () => codings, coder: () => coder, use });
  return useMemo(
    () => ({ ...passageActions({ perform, documentId, sync, t, ...now }), ...shapeActions({ perform, sync, t }) }),
    [perform, documentId, sync, t, now],
  );
}

function passageActions({ perform, documentId, sync, use, codings, coder, t }: Ports) {
  const stored = async (): Promise<boolean> => (await sync?.flush()) ?? false;
  const { go } = usePlace.getState();
  const apply = async (passages: readonly Range[], choices: readonly Choice[]): Promise<void> => {
    if (passages.length === 0 || choices.length === 0 || !(await stored())) return;
    const codeIds = await madeOf(perform, choices);
    const wanted = passages.flatMap(({ start, end }) => codeIds.map((codeId) => ({ documentId, codeId, start, end })));
    const standing = new Map(codings().map((coding) => [placeOf(coding), coding]));
    const twin = (item: (typeof wanted)[number]) =>
      standing.get(placeOf({ ...item, code: item.codeId, coder: coder() }));
    const items = wanted.filter((item) => !twin(item));
    const [only] = items;
    if (!only) {
      const there = wanted[0] && twin(wanted[0]);
      if (there) go({ codingId: there.guid });
      notify({ kind: 'info', text: t('coding.already') });
      return;
    }
    const answer =
      items.length === 1 ? await perform('codings.create', only) : await perform('codings.createMany', { items });
    if (!answer) return;
    use(codeIds);
    go({ codingId: 'guid' in answer ? answer.guid : (answer.guids[0] ?? null) });
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
    applyInVivo: (passage: Range, words: string) =>
      apply([passage], [{ name: inVivoName(words), parent: null, between: [], kind: 'in-vivo' }]),
    change: async (codingIds: readonly Guid[], choice: Choice) => {
      const [codeId] = await madeOf(perform, [choice]);
      if (codeId && (await perform('codings.update', { codingIds: [...codingIds], codeId }))) use([codeId]);
    },
    memoOnPassage: (passage: Range, title: string) => memo(title, { kind: 'passage', guid: documentId, ...passage }),
    memoOnCoding: (codingId: Guid, title: string) => memo(title, { kind: 'coding', guid: codingId }),
  };
}

function shapeActions({ perform, sync, t }: Pick<Ports, 'perform' | 'sync' | 't'>) {
  const stored = async (): Promise<boolean> => (await sync?.flush()) ?? false;
  const { go } = usePlace.getState();
  return {
    resize: async (codingId: Guid, { start, end }: Range) => {
      if (await stored()) await perform('codings.update', { codingIds: [codingId], start, end });
    },
    split: async (codingId: Guid, at: number) => {
      if (await stored()) await perform('codings.split', { codingId, at });
    },
    join: async (codingIds: readonly Guid[], acrossWords: boolean) => {
      if (!(await stored())) return;
      const joined = await perform('codings.join', { codingIds: [...codingIds], acrossWords });
      if (!joined) return;
      go({ codingId: joined.guids[0] ?? null });
      useCode.getState().set({ chosen: joined.guids });
      if (joined.joined > 2) notify({ kind: 'success', text: t('coding.joined', { n: joined.joined }) });
    },
    weigh: async (codingIds: readonly Guid[], weight: number | null) => {
      await perform('codings.update', { codingIds: [...codingIds], weight });
    },
    remove: async (codingIds: readonly Guid[]) => {
      if (codingIds.length === 0) return;
      const removed = await perform('codings.delete', { codingIds: [...codingIds] });
      const { codingId } = usePlace.getState();
      if (removed && codingId && codingIds.includes(codingId)) go({ codingId: null });
    },
    accept: async (codingIds: readonly Guid[]) => {
      if (codingIds.length > 0) await perform('codings.accept', { codingIds: [...codingIds] });
    },
  };
}

/** The codes themselves; new ones are made, with those above them that are not there yet. */
async function madeOf(perform: Perform, choices: readonly Choice[]): Promise<readonly Guid[]> {
  const codes: Guid[] = [];
  for (const choice of choices) {
    const code = typeof choice === 'string' ? choice : await make(perform, choice);
    if (code && !codes.includes(code)) codes.push(code);
  }
  return codes;
}

async function make(perform: Perform, { name, parent, between, kind }: NewCode): Promise<Guid | null> {
  let parentId = parent;
  for (const above of between) {
    const made = await perform('codes.create', { name: above, parentId });
    if (!made) return null;
    parentId = made.guid;
  }
  return (await perform('codes.create', { name, parentId, ...(kind ? { kind } : {}) }))?.guid ?? null;
}

type Place = Range & { readonly code: Guid; readonly coder: Guid | null };

function placeOf({ code, coder, start, end }: Place): string {
  return `${code} ${coder ?? ''} ${start} ${end}`;
}
