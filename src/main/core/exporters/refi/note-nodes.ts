// Memos as notes, links as links.

import type { MemoTarget } from '../../../../shared/contract/memos.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { linkNoteGuid } from '../../importers/refi/notes-links.ts';
import { commentGuid } from '../../importers/refi/text-sources.ts';
import {
  childrenWith,
  everyNode,
  refiNode,
  selectionTags,
  textNode,
  type RefiNode,
  type RefiTag,
} from '../../importers/refi/schema.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { KeptPart, LinkPart, MemoPart, Study } from '../../merge/study.ts';
import { auditOf, interleaved, keyOf, noteRef } from './index-study.ts';
import type { TextIndex } from './text-nodes.ts';

export type Attachments = {
  /** Whether a link that was kept attaches a memo to something. */
  readonly isAttached: (memo: Guid, target: MemoTarget) => boolean;
  /** Kept links that still attach a memo. */
  readonly links: ReadonlySet<Guid>;
};

/** Links that attach notes, as NVivo has them: told by their ends. */
export function attachmentsOf(study: Study): Attachments {
  const memos = new Map(study.memos.map((memo) => [memo.guid, memo]));
  const places = placesOf(study);
  const attached = new Set<string>();
  const links = new Set<Guid>();
  for (const { kind, node, shown, guid } of study.kept) {
    if (kind !== 'Link' || !shown) continue;
    const origin = node.attrs['originGUID'] as Guid | undefined;
    const target = node.attrs['targetGUID'] as Guid | undefined;
    if (origin === undefined || target === undefined) continue;
    const memo = memos.get(origin) ?? memos.get(target);
    const other = memo?.guid === origin ? target : origin;
    const subject = memo?.targets.find((each) => isAbout(each, other, places));
    if (!memo || !subject) continue;
    attached.add(`${memo.guid} ${keyOf(subject)}`);
    links.add(guid);
  }
  return { isAttached: (memo, target) => attached.has(`${memo} ${keyOf(target)}`), links };
}

/** Where the selections stand now that links may attach notes to. */
function placesOf(study: Study): ReadonlyMap<Guid, string> {
  const codings = new Map(study.codings.map((coding) => [coding.guid, coding]));
  const passages = new Map(study.passages.map((passage) => [passage.guid, passage]));
  const places = new Map<Guid, string>();
  for (const part of study.kept) {
    if (!(selectionTags as readonly RefiTag[]).includes(part.kind)) continue;
    const coded = childrenWith(part.node, 'Coding')
      .map(({ attrs }) => codings.get(attrs['guid'] as Guid))
      .find((coding) => coding !== undefined);
    const place = coded ?? passages.get(part.guid);
    if (place) places.set(part.guid, `passage ${place.document} ${place.start} ${place.end}`);
  }
  return places;
}

function isAbout(target: MemoTarget, guid: Guid, places: ReadonlyMap<Guid, string>): boolean {
  if (target.kind === 'project') return false;
  if (target.kind === 'passage') return places.get(guid) === keyOf(target);
  return target.guid === guid;
}

/** @param sources as they are written: a memo that is a selection's description is no note of its own */
export function noteNodes(index: TextIndex, sources: readonly RefiNode[]): readonly RefiNode[] {
  const comments = new Set<Guid>();
  for (const source of sources) {
    for (const node of everyNode(source)) {
      const guid = node.attrs['guid'] as Guid | undefined;
      if (guid !== undefined && (selectionTags as readonly RefiTag[]).includes(node.tag))
        comments.add(commentGuid(guid));
    }
  }
  const rows = index.study.memos
    .filter(({ guid }) => !comments.has(guid))
    .map((memo) => ({ item: noteNode(memo, index.part('Note', memo.guid)), rank: index.rank('Note', memo.guid) }));
  const kept = index.study.kept
    .filter(({ kind, shown }) => kind === 'Note' && !shown)
    .map(({ node, guid }) => ({ item: node, rank: index.rank('Note', guid) ?? 0 }));
  const linkNotes = index.study.links
    .filter(({ note }) => note !== undefined && note !== '')
    .map((link) =>
      refiNode('Note', { guid: linkNoteGuid(link.guid), ...auditOf(undefined, link) }, [
        textNode('PlainTextContent', link.note ?? ''),
      ]),
    );
  return [...interleaved(rows, kept), ...linkNotes];
}

function noteNode(memo: MemoPart, part: KeptPart | undefined): RefiNode {
  const name = memo.title === '' ? part?.node.attrs['name'] : memo.title;
  return refiNode('Note', { ...part?.node.attrs, ...auditOf(part, memo), guid: memo.guid, name }, [
    textNode('PlainTextContent', memo.body),
    ...(part?.node.children ?? []),
  ]);
}

export function linkNodes(index: TextIndex, { links }: Attachments): readonly RefiNode[] {
  const { study } = index;
  const own = new Map(study.links.map((link) => [link.guid, link]));
  const kept = study.kept
    .filter(({ kind }) => kind === 'Link')
    .flatMap((part) => {
      const link = own.get(part.guid);
      if (link) {
        own.delete(part.guid);
        return [passageLinkNode(index, link, part)];
      }
      return !part.shown || links.has(part.guid) ? [part.node] : [];
    });
  return [
    ...kept,
    ...[...own.values()].map((link) => passageLinkNode(index, link, undefined)),
    ...attachingLinks(index),
  ];
}

function passageLinkNode(index: TextIndex, link: LinkPart, part: KeptPart | undefined): RefiNode {
  const ends = {
    originGUID: endOf(index, link.from, part?.node.attrs['originGUID']),
    targetGUID: endOf(index, link.to, part?.node.attrs['targetGUID']),
  };
  const note = link.note === undefined || link.note === '' ? [] : [noteRef(linkNoteGuid(link.guid))];
  const attrs = { direction: 'OneWay', ...part?.node.attrs, ...ends, guid: link.guid };
  const name = part?.node.attrs['name'];
  const isSame = name?.trim().toLowerCase() === link.kind;
  return refiNode('Link', { ...attrs, name: isSame ? name : link.kind }, [...note, ...(part?.node.children ?? [])]);
}

/** The selection at a passage: the one the link came with, while both are at the same place. */
function endOf(index: TextIndex, passage: Guid, came: string | undefined): string {
  const selection = index.selectionOf.get(passage) ?? passage;
  if (came === undefined || came === selection) return selection;
  const place = index.passages.get(passage);
  const part = index.study.kept.find(({ guid, kind }) => guid === came && kind === 'PlainTextSelection');
  const coding = childrenWith(part?.node, 'Coding')
    .map(({ attrs }) => index.study.codings.find(({ guid }) => guid === attrs['guid']))
    .find((each) => each !== undefined);
  const there = coding ?? index.passages.get(came as Guid);
  return there && place && there.start === place.start && there.end === place.end ? came : selection;
}

/** Cases, variables and coders cannot refer to notes in the standard: a link does. */
function attachingLinks(index: TextIndex): readonly RefiNode[] {
  return index.study.memos.flatMap((memo) =>
    memo.targets.flatMap((target) => {
      if (target.kind !== 'case' && target.kind !== 'variable' && target.kind !== 'coder') return [];
      if (index.noteRefs(target).every(({ attrs }) => attrs['targetGUID'] !== memo.guid)) return [];
      const guid = derivedGuid('attaches', memo.guid, target.guid);
      return [
        refiNode('Link', { guid, name: 'memo', direction: 'OneWay', originGUID: memo.guid, targetGUID: target.guid }),
      ];
    }),
  );
}
