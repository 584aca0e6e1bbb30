// A study looked up the way its writer needs it.

import type { MemoTarget } from '../../../../shared/contract/memos.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { childrenWith, refiNode, type RefiNode, type RefiTag } from '../../importers/refi/schema.ts';
import type { KeptPart, MemoPart, Study } from '../../merge/study.ts';

export type StudyIndex = {
  readonly study: Study;
  readonly part: (kind: RefiTag, guid: Guid) => KeptPart | undefined;
  /** Kept parts by the part they stand in. */
  readonly partsIn: (owner: Guid) => readonly KeptPart[];
  /** Place of a part among all that were kept: the order of the file they came from. */
  readonly rank: (kind: RefiTag, guid: Guid) => number | undefined;
  readonly memo: (guid: Guid) => MemoPart | undefined;
  /** References to the notes about something that no kept link attaches. */
  readonly noteRefs: (target: MemoTarget, kept?: readonly RefiNode[]) => readonly RefiNode[];
  /** Memos on passages of a document. */
  readonly passageMemos: (document: Guid) => readonly PassageMemo[];
};

export type PassageMemo = { readonly memo: Guid; readonly start: number; readonly end: number };

/** @param attachedByLink whether a kept link says already that a memo is about something */
export function indexStudy(study: Study, attachedByLink: (memo: Guid, target: MemoTarget) => boolean): StudyIndex {
  const parts = new Map(study.kept.map((part) => [`${part.kind} ${part.guid}`, part]));
  const ranks = new Map(study.kept.map((part, rank) => [`${part.kind} ${part.guid}`, rank]));
  const inOwner = Map.groupBy(study.kept, ({ owner }) => owner);
  const memos = new Map(study.memos.map((memo) => [memo.guid, memo]));
  const byTarget = new Map<string, MemoPart[]>();
  const onPassages = new Map<Guid, PassageMemo[]>();
  for (const memo of study.memos) {
    for (const target of memo.targets) {
      byTarget.set(keyOf(target), [...(byTarget.get(keyOf(target)) ?? []), memo]);
      if (target.kind !== 'passage' || attachedByLink(memo.guid, target)) continue;
      const list = onPassages.get(target.guid) ?? [];
      list.push({ memo: memo.guid, start: target.start, end: target.end });
      onPassages.set(target.guid, list);
    }
  }
  return {
    study,
    part: (kind, guid) => parts.get(`${kind} ${guid}`),
    partsIn: (owner) => inOwner.get(owner) ?? [],
    rank: (kind, guid) => ranks.get(`${kind} ${guid}`),
    memo: (guid) => memos.get(guid),
    passageMemos: (document) => onPassages.get(document) ?? [],
    noteRefs: (target, kept = []) => {
      const about = (byTarget.get(keyOf(target)) ?? []).filter(({ guid }) => {
        const made = parts.get(`Note ${guid}`)?.made['target'];
        return !(target.kind === 'project' && made === 'project') && !attachedByLink(guid, target);
      });
      // A note that is only kept has no memo; what refers to it stays as it came.
      const known = kept.map(({ attrs }) => attrs['targetGUID'] as Guid);
      const still = known.filter((guid) => !memos.has(guid) || about.some((memo) => memo.guid === guid));
      const added = about.map(({ guid }) => guid).filter((guid) => !known.includes(guid));
      return [...still, ...added].map(noteRef);
    },
  };
}

export function noteRef(memo: Guid): RefiNode {
  return refiNode('NoteRef', { targetGUID: memo });
}

/** Note references of a kept part that Simpul's memos do not know: those to notes that are kept too. */
export function keptNoteRefs(part: KeptPart | undefined): readonly RefiNode[] {
  return childrenWith(part?.node, 'NoteRef');
}

export function keyOf(target: MemoTarget): string {
  if (target.kind === 'project') return 'project';
  return target.kind === 'passage'
    ? `passage ${target.guid} ${target.start} ${target.end}`
    : `${target.kind} ${target.guid}`;
}

/** What goes out of a value that the file may not have had: as it came, as long as nobody changed it. */
export function attributeOf(part: KeptPart | undefined, name: string, own: string): string | undefined {
  return part && part.made[name] === own ? part.node.attrs[name] : own;
}

/** `2026-01-15T09:00:00Z`; fractions only where there are any. */
export function momentText(moment: string | undefined): string | undefined {
  return moment?.replace(/\.000Z$/, 'Z');
}

type Row = {
  readonly created_by?: Guid | null;
  readonly created_at?: string;
  readonly modified_at?: string;
};

/** Who made and changed something: what a kept part says of its making, and of the change while that is the latest. */
export function auditOf(part: KeptPart | undefined, row: Row): Readonly<Record<string, string | null | undefined>> {
  const modified = momentText(row.modified_at);
  const isChanged = row.modified_at !== undefined && row.modified_at !== row.created_at;
  if (!part) {
    return {
      creatingUser: row.created_by,
      creationDateTime: momentText(row.created_at),
      modifiedDateTime: isChanged ? modified : undefined,
    };
  }
  const { creatingUser, creationDateTime, modifyingUser, modifiedDateTime } = part.node.attrs;
  const isSame = modifiedDateTime === undefined ? !isChanged : modifiedDateTime === modified;
  return {
    creatingUser,
    creationDateTime,
    modifyingUser: isSame ? modifyingUser : undefined,
    modifiedDateTime: isSame ? modifiedDateTime : modified,
  };
}

/**
 * Puts what is only kept back to where it stood among what Simpul has rows for.
 * @param rows with their rank in the file, where they came from one
 */
export function interleaved<Item>(
  rows: readonly { readonly item: Item; readonly rank: number | undefined }[],
  kept: readonly { readonly item: Item; readonly rank: number }[],
): readonly Item[] {
  const result: Item[] = [];
  let next = 0;
  for (const { item, rank } of rows) {
    if (rank !== undefined) {
      for (let part = kept[next]; part && part.rank < rank; part = kept[next]) {
        result.push(part.item);
        next += 1;
      }
    }
    result.push(item);
  }
  return [...result, ...kept.slice(next).map(({ item }) => item)];
}
