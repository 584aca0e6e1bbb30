// Sources with a text – text sources, PDFs with their representation, transcripts of recordings – become documents,
// their selections passages and codings.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { snapToCharacters } from '../../../../shared/domain/text.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import { attach, attachNotes, keep, madeOf, momentOf, type Gathering, type Place } from './gathering.ts';
import { guidOf } from './repair.ts';
import { childOf, childrenWith, textOf, type RefiNode } from './schema.ts';
import { decideText, says, type DecidedText } from './text-evidence.ts';

type Owner = {
  /** Of the document. */
  readonly guid: Guid;
  /** The element that says title, description and who made it. */
  readonly source: RefiNode;
};

/**
 * @param node the element that holds the text
 * @returns false where there is none, so that the source can only be kept
 */
export function readText(gathering: Gathering, node: RefiNode, { guid, source }: Owner): boolean {
  const title = titleOf(source, node);
  const raw = gathering.text(node, title);
  if (!raw) return false;
  const selections = childrenWith(node, 'PlainTextSelection');
  const decided = decideText(
    raw.raw,
    [...selections, ...childrenWith(node, 'SyncPoint')].flatMap(({ attrs }) => {
      // A sync point is a place too: it must lie in the text, and is most likely at the edge of a word.
      const start = positionOf(attrs['startPosition'] ?? attrs['position']);
      const end = positionOf(attrs['endPosition'] ?? attrs['position']);
      return start === null || end === null ? [] : [{ start, end, name: attrs['name'] ?? '' }];
    }),
  );
  noteCounting(gathering, decided, title);
  const description = textOf(source, 'Description');
  gathering.documents.set(guid, {
    guid,
    title,
    description,
    text: decided.text,
    ...madeOf(source),
  });
  gathering.documentOf.set(guid, guid);
  gathering.documentOf.set(guidOf(node), guid);
  gathering.documentOf.set(guidOf(source), guid);
  const text: TextOfSource = { gathering, document: guid, title, decided };
  const read = selections.map((selection) => readSelection(text, selection));
  noteQuotes(text, selections, read);
  readSyncPoints(text, node);
  return true;
}

type TextOfSource = {
  readonly gathering: Gathering;
  readonly document: Guid;
  readonly title: string;
  readonly decided: DecidedText;
};

export function titleOf(source: RefiNode, node: RefiNode = source): string {
  const name = (source.attrs['name'] ?? '').trim();
  const path = node.attrs['plainTextPath'] ?? node.attrs['richTextPath'] ?? source.attrs['path'];
  return name || (node.attrs['name'] ?? '').trim() || (path?.split(/[/\\]/).at(-1) ?? '') || guidOf(source);
}

function noteCounting({ notes }: Gathering, { counting }: DecidedText, title: string): void {
  if (counting.crlf === 2) notes.add('line-ends-counted-as-two', title);
  if (counting.mark) notes.add('mark-counted', title);
  if (counting.unit === 'utf-16') notes.add('positions-in-utf16', title);
}

function positionOf(value: string | undefined): number | null {
  return value === undefined ? null : Number(value);
}

function readSelection(text: TextOfSource, node: RefiNode): Place {
  const { attrs } = node;
  return storeSelection(
    text,
    node,
    placeOf(text, node, positionOf(attrs['startPosition']), positionOf(attrs['endPosition'])),
  );
}

/**
 * Turned round and brought into the text where it must be, and noted then. A place that cannot be read has no width:
 * what was coded there is kept without guessing where it was.
 */
function placeOf(
  { gathering, document, title, decided }: TextOfSource,
  node: RefiNode,
  start: number | null,
  end: number | null,
): Place {
  if (start === null || end === null) {
    gathering.notes.add('position-unreadable', described(gathering, title, node));
    return { document, start: 0, end: 0 };
  }
  const [first, last] = start <= end ? [start, end] : [end, start];
  const from = Math.min(Math.max(first, 0), decided.length);
  const to = Math.min(Math.max(last, 0), decided.length);
  if (start > end || from !== first || to !== last) {
    gathering.notes.add('position-repaired', described(gathering, title, node));
  }
  const range = { start: decided.offsetOf(from) ?? 0, end: decided.offsetOf(to) ?? decided.text.length };
  return { document, ...snapToCharacters(decided.text, range) };
}

/** The source and the codes of a selection, by name. */
function described({ codeNames }: Gathering, title: string, node: RefiNode): string {
  const codes = childrenWith(node, 'Coding').map(
    (coding) => codeNames.get(childOf(coding, 'CodeRef')?.attrs['targetGUID'] as Guid) ?? '?',
  );
  return `${title}: ${codes.join(', ') || (node.attrs['name'] ?? guidOf(node))}`;
}

function storeSelection({ gathering, document, title }: TextOfSource, node: RefiNode, place: Place): Place {
  const codings = childrenWith(node, 'Coding');
  const isEmpty = place.start === place.end;
  const { startPosition: _start, endPosition: _end, ...attrs } = node.attrs;
  const children = node.children.filter(({ tag }) => tag !== 'Description');
  // Without words there can be no coding in Simpul: it is kept as it came.
  const made: Record<string, string> = isEmpty && codings.length > 0 ? { codings: 'kept' } : {};
  keep(gathering, { ...node, attrs, children }, { owner: document, shown: true, made });
  gathering.places.set(guidOf(node), place);
  const passage = { kind: 'passage', guid: document, start: place.start, end: place.end } as const;
  attachNotes(gathering, node, passage);
  if (isEmpty || codings.length === 0) gathering.passages.push({ guid: guidOf(node), ...place });
  if (isEmpty) gathering.notes.add('kept-coding', title, codings.length);
  else for (const coding of codings) readCoding(gathering, node, coding, place);
  readComment(gathering, node, isEmpty ? [] : codings, passage);
  return place;
}

function readCoding(gathering: Gathering, selection: RefiNode, node: RefiNode, place: Place): void {
  const guid = guidOf(node);
  const created = momentOf(node, 'creationDateTime') ?? momentOf(selection, 'creationDateTime');
  const coder = node.attrs['creatingUser'] ?? selection.attrs['creatingUser'] ?? null;
  gathering.codings.push({
    guid,
    ...place,
    code: childOf(node, 'CodeRef')?.attrs['targetGUID'] as Guid,
    coder: coder as Guid | null,
    ...(created === undefined ? {} : { created_at: created }),
  });
  attachNotes(gathering, node, { kind: 'coding', guid });
}

/** What ATLAS.ti, MAXQDA, f4 and QualCoder write on a selection: a memo without author and date of its own. */
function readComment(
  gathering: Gathering,
  node: RefiNode,
  codings: readonly RefiNode[],
  passage: { readonly kind: 'passage'; readonly guid: Guid; readonly start: number; readonly end: number },
): void {
  const body = textOf(node, 'Description');
  if (body === '') return;
  const guid = commentGuid(guidOf(node));
  const [coding, second] = codings;
  gathering.memos.push({ guid, title: '', body, ...madeOf(node), targets: [] });
  const single = coding && !second ? guidOf(coding) : null;
  attach(gathering.subjects, guid, single ? { kind: 'coding', guid: single } : passage);
}

/** The memo that a selection's description is shown as. */
export function commentGuid(selection: Guid): Guid {
  return derivedGuid('comment', selection);
}

/** Names that are quotations should be the words; where most are, those that are not may have moved. */
function noteQuotes(
  { gathering, title, decided }: TextOfSource,
  selections: readonly RefiNode[],
  places: readonly Place[],
): void {
  const named = selections.flatMap((node, index) => {
    const place = places[index];
    const name = node.attrs['name'] ?? '';
    return place && name !== '' ? [{ name, words: decided.text.slice(place.start, place.end) }] : [];
  });
  const wrong = named.filter(({ name, words }) => !says(words, name));
  if (wrong.length * 2 <= named.length) gathering.notes.add('quote-differs', title, wrong.length);
}

/** Points of time in a transcript are places that follow its edits. */
function readSyncPoints(text: TextOfSource, node: RefiNode): void {
  const { gathering, document, decided } = text;
  const points = new Map<string, number>();
  for (const point of childrenWith(node, 'SyncPoint')) {
    const position = positionOf(point.attrs['position']);
    const at = position === null ? null : decided.offsetOf(position);
    if (at === null) {
      if (position !== null) gathering.notes.add('position-unreadable', `${text.title}: ${guidOf(point)}`);
      continue;
    }
    const { start } = snapToCharacters(decided.text, { start: at, end: at });
    points.set(guidOf(point), start);
    gathering.passages.push({ guid: guidOf(point), document, start, end: start });
  }
  for (const selection of childrenWith(node, 'TranscriptSelection')) {
    const from = points.get(selection.attrs['fromSyncPoint'] ?? '');
    const to = points.get(selection.attrs['toSyncPoint'] ?? '');
    if (from === undefined || to === undefined) {
      gathering.notes.add('position-unreadable', described(gathering, text.title, selection));
      storeSelection(text, selection, { document, start: 0, end: 0 });
    } else {
      storeSelection(text, selection, { document, start: Math.min(from, to), end: Math.max(from, to) });
    }
  }
}
