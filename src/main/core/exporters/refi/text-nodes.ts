// Documents as sources with a text: their selections, the codings on them, and the files of their words.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { childrenWith, refiNode, textNode, type RefiNode } from '../../importers/refi/schema.ts';
import { commentGuid } from '../../importers/refi/text-sources.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { CodingPart, DocumentPart, KeptPart, PassagePart } from '../../merge/study.ts';
import { keptNoteRefs, momentText, noteRef, type StudyIndex } from './index-study.ts';

export type TextIndex = StudyIndex & {
  readonly codingsIn: ReadonlyMap<Guid, readonly CodingPart[]>;
  readonly passages: ReadonlyMap<Guid, PassagePart>;
  /** Passages of links, by document: each needs a selection it can be linked by. */
  readonly linkedIn: ReadonlyMap<Guid, readonly PassagePart[]>;
  /** The selection that stands for a passage of a link. */
  readonly selectionOf: Map<Guid, Guid>;
};

type Placed = {
  readonly guid: Guid;
  readonly start: number;
  readonly end: number;
  readonly part: KeptPart | undefined;
  readonly codings: readonly CodingPart[];
  readonly keptCodings: readonly RefiNode[];
};

/** @returns selections with positions, in code points, and the sync points they need where it is a transcript */
export function selectionNodes(index: TextIndex, document: DocumentPart, isTranscript: boolean): readonly RefiNode[] {
  const placed = placedSelections(index, document);
  const positionOf = codePointsOf(document.text);
  const noted = notesOf(index, document, placed);
  for (const passage of index.linkedIn.get(document.guid) ?? []) {
    const same = noted.selections.find(({ start, end }) => start === passage.start && end === passage.end);
    if (same) index.selectionOf.set(passage.guid, same.guid);
  }
  const points = new Map<number, RefiNode>();
  const pointAt = (at: number): string => {
    const known = points.get(at) ?? syncPointAt(index, document, at, positionOf);
    points.set(at, known);
    return known.attrs['guid'] ?? '';
  };
  const nodes = noted.selections.map((selection) => {
    const comment = index.memo(commentGuid(selection.guid))?.body ?? '';
    const children = [
      textNode('Description', comment),
      ...selection.codings.map((coding) => codingNode(index, coding, selection.part)),
      ...selection.keptCodings,
      ...(noted.refs.get(selection) ?? []),
    ];
    const attrs = {
      ...(selection.part?.node.attrs ?? ownAttributes(document, selection)),
      guid: selection.guid,
    };
    if (isTranscript) {
      return refiNode('TranscriptSelection', { ...attrs, ...syncAttributes(index, selection, pointAt) }, children);
    }
    return refiNode(
      'PlainTextSelection',
      {
        ...attrs,
        startPosition: String(positionOf(selection.start)),
        endPosition: String(positionOf(selection.end)),
      },
      children,
    );
  });
  return isTranscript ? [...syncPoints(index, document, positionOf, points), ...nodes] : nodes;
}

/** First what came with a selection of its own, then what was coded since. */
function placedSelections(index: TextIndex, document: DocumentPart): readonly Placed[] {
  const codings = new Map((index.codingsIn.get(document.guid) ?? []).map((coding) => [coding.guid, coding]));
  const placed: Placed[] = [];
  const parts = index
    .partsIn(document.guid)
    .filter(({ kind }) => kind === 'PlainTextSelection' || kind === 'TranscriptSelection');
  for (const part of parts) {
    const listed = childrenWith(part.node, 'Coding');
    const alive = listed.flatMap(({ attrs }) => codings.get(attrs['guid'] as Guid) ?? []);
    for (const { guid } of alive) codings.delete(guid);
    const [first, ...others] = byRange(alive);
    const passage = index.passages.get(part.guid);
    const keptCodings = part.made['codings'] === 'kept' ? listed : [];
    if (first) placed.push({ guid: part.guid, ...first, part, keptCodings });
    else if (passage) placed.push({ guid: part.guid, ...rangeOf(passage), part, codings: [], keptCodings });
    placed.push(...others.map(ownSelection));
  }
  placed.push(...byRange([...codings.values()]).map(ownSelection));
  const known = new Set(placed.map(({ guid }) => guid));
  for (const passage of index.linkedIn.get(document.guid) ?? []) {
    const isThere = placed.some(({ start, end }) => start === passage.start && end === passage.end);
    if (isThere || known.has(passage.guid)) continue;
    placed.push({ guid: passage.guid, ...rangeOf(passage), part: undefined, codings: [], keptCodings: [] });
  }
  return placed;
}

type Group = { readonly start: number; readonly end: number; readonly codings: readonly CodingPart[] };

function byRange(codings: readonly CodingPart[]): readonly Group[] {
  const groups = Map.groupBy(codings, ({ start, end }) => `${start} ${end}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...rangeOf(first), codings: group }] : [];
  });
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

function ownSelection(group: Group): Placed {
  const guid = derivedGuid('selection', group.codings[0]?.guid ?? '');
  return { guid, ...group, part: undefined, keptCodings: [] };
}

/** Name and author of a selection that Simpul made: its words, and who coded them first. */
function ownAttributes({ text }: DocumentPart, { start, end, codings }: Placed) {
  const [coding] = codings;
  // A coding that says nobody would take its selection's author for its own.
  const isSigned = codings.every(({ coder }) => coder !== null);
  return {
    name: shortened(text.slice(start, Math.min(end, start + 2000))),
    creatingUser: isSigned ? coding?.coder : undefined,
    creationDateTime: momentText(coding?.created_at),
  };
}

/** As ATLAS.ti does: a hundred characters in one line, and an ellipsis where there are more. */
function shortened(words: string): string {
  const characters = [...words.replace(/\s+/gu, ' ').trim()];
  return characters.length <= 100 ? characters.join('') : `${characters.slice(0, 100).join('').trimEnd()}…`;
}

type Noted = {
  readonly selections: readonly Placed[];
  readonly refs: ReadonlyMap<Placed, readonly RefiNode[]>;
};

/** A memo about a passage is a note that a selection refers to: the one that did so, or one at the same place. */
function notesOf(index: TextIndex, document: DocumentPart, placed: readonly Placed[]): Noted {
  const refs = new Map<Placed, RefiNode[]>();
  const selections = [...placed];
  const add = (selection: Placed, node: RefiNode): void => {
    refs.set(selection, [...(refs.get(selection) ?? []), node]);
  };
  const comments = new Set(placed.map(({ guid }) => commentGuid(guid)));
  const open = new Map(
    index
      .passageMemos(document.guid)
      .filter(({ memo }) => !comments.has(memo))
      .map((each) => [`${each.memo} ${each.start} ${each.end}`, each]),
  );
  const taken = new Set<string>();
  for (const selection of placed) {
    for (const node of keptNoteRefs(selection.part)) {
      const memo = node.attrs['targetGUID'] as Guid;
      const key = `${memo} ${selection.start} ${selection.end}`;
      if (open.has(key)) taken.add(key);
      if (open.has(key) || !index.memo(memo)) add(selection, node);
    }
  }
  for (const [key, { memo, start, end }] of open) {
    if (taken.has(key)) continue;
    let selection = selections.find((each) => each.start === start && each.end === end);
    if (!selection) {
      selection = { guid: derivedGuid('noted', memo, key), start, end, part: undefined, codings: [], keptCodings: [] };
      selections.push(selection);
    }
    add(selection, noteRef(memo));
  }
  return { selections, refs };
}

function codingNode(index: TextIndex, coding: CodingPart, selection: KeptPart | undefined): RefiNode {
  const kept = childrenWith(selection?.node, 'Coding').find(({ attrs }) => attrs['guid'] === coding.guid);
  const references = index.noteRefs({ kind: 'coding', guid: coding.guid }, childrenWith(kept, 'NoteRef'));
  const comment = selection ? commentGuid(selection.guid) : null;
  const notes = references.filter(({ attrs }) => attrs['targetGUID'] !== comment);
  const code = refiNode('CodeRef', { targetGUID: coding.code });
  if (!kept) {
    const attrs = { creatingUser: coding.coder, creationDateTime: momentText(coding.created_at) };
    return refiNode('Coding', { guid: coding.guid, ...attrs }, [code, ...notes]);
  }
  const said = kept.attrs['creatingUser'] ?? selection?.node.attrs['creatingUser'] ?? null;
  const creatingUser = said === coding.coder ? kept.attrs['creatingUser'] : coding.coder;
  const { creationDateTime } = kept.attrs;
  return refiNode('Coding', { guid: coding.guid, creatingUser, creationDateTime }, [code, ...notes]);
}

/** UTF-16 offset to code points. */
export function codePointsOf(text: string): (offset: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => offset;
  const pairs = [...text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

function syncPointAt(
  index: TextIndex,
  document: DocumentPart,
  at: number,
  positionOf: (offset: number) => number,
): RefiNode {
  const known = keptPoints(index, document.guid).find(({ guid }) => index.passages.get(guid)?.start === at);
  if (known) return known.node;
  const guid = derivedGuid('sync point', document.guid, String(at));
  return refiNode('SyncPoint', { guid, position: String(positionOf(at)) });
}

function keptPoints(index: TextIndex, document: Guid): readonly { readonly guid: Guid; readonly node: RefiNode }[] {
  const transcript = index.part('Transcript', document)?.node;
  return childrenWith(transcript, 'SyncPoint').map((node) => ({ guid: node.attrs['guid'] as Guid, node }));
}

function syncAttributes(index: TextIndex, { start, end, part }: Placed, pointAt: (at: number) => string) {
  const { fromSyncPoint, toSyncPoint } = part?.node.attrs ?? {};
  const holds = (point: string | undefined, at: number): boolean =>
    point !== undefined && index.passages.get(point as Guid)?.start === at;
  // One that had no points of its own never got a place.
  if (part && fromSyncPoint === undefined && toSyncPoint === undefined && start === 0 && end === 0) return {};
  // Some give the points in the other order; that says nothing else and stays.
  if (holds(fromSyncPoint, end) && holds(toSyncPoint, start)) return { fromSyncPoint, toSyncPoint };
  return {
    fromSyncPoint: holds(fromSyncPoint, start) ? fromSyncPoint : pointAt(start),
    toSyncPoint: holds(toSyncPoint, end) ? toSyncPoint : pointAt(end),
  };
}

/** The points that came, at the places they are now, and those that new selections need. */
function syncPoints(
  index: TextIndex,
  document: DocumentPart,
  positionOf: (offset: number) => number,
  made: ReadonlyMap<number, RefiNode>,
): readonly RefiNode[] {
  const kept = keptPoints(index, document.guid).map(({ guid, node }) => {
    const passage = index.passages.get(guid);
    return passage ? { ...node, attrs: { ...node.attrs, position: String(positionOf(passage.start)) } } : node;
  });
  const known = new Set(kept.map(({ attrs }) => attrs['guid']));
  return [...kept, ...[...made.values()].filter(({ attrs }) => !known.has(attrs['guid']))];
}
