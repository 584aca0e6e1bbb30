// Notes become memos about what refers to them; links between two passages become links; everything else that hangs
// together – sets, graphs, links between other things – is kept.

import { linkKind } from '../../../../shared/contract/links.ts';
import type { MemoTarget } from '../../../../shared/contract/memos.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { MemoPart } from '../../merge/study.ts';
import { attach, attachNotes, keep, keepFile, madeOf, type Gathering } from './gathering.ts';
import { guidOf } from './repair.ts';
import { childOf, childrenWith, type RefiNode } from './schema.ts';

/** The note that carries the words of a link. */
export function linkNoteGuid(link: Guid): Guid {
  return derivedGuid('note of link', link);
}

export function readNotes(gathering: Gathering, project: RefiNode): void {
  const linkNotes = new Set(childrenWith(childOf(project, 'Links'), 'Link').map((node) => linkNoteGuid(guidOf(node))));
  for (const node of childrenWith(childOf(project, 'Notes'), 'Note')) {
    const guid = guidOf(node);
    if (linkNotes.has(guid)) continue;
    const raw = gathering.text(node, node.attrs['name'] ?? 'Note');
    const children = node.children.filter(({ tag }) => tag !== 'PlainTextContent');
    keepFile(gathering, node, 'richTextPath');
    if (childrenWith(node, 'Coding', 'PlainTextSelection', 'VariableValue').length > 0) {
      gathering.notes.add('kept-note', node.attrs['name']);
    }
    if (!raw) {
      keep(gathering, node, { shown: false });
      continue;
    }
    const body = raw.raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    gathering.memos.push({ guid, title: node.attrs['name'] ?? '', body, ...madeOf(node), targets: [] });
    const { plainTextPath: _, ...attrs } = node.attrs;
    keep(gathering, { ...node, attrs, children }, { shown: true });
  }
}

export function readProjectNotes(gathering: Gathering, project: RefiNode): void {
  attachNotes(gathering, project, { kind: 'project' });
  const codes = (nodes: readonly RefiNode[]): void => {
    for (const node of nodes) {
      attachNotes(gathering, node, { kind: 'code', guid: guidOf(node) });
      codes(childrenWith(node, 'Code'));
    }
  };
  codes(childrenWith(childOf(childOf(project, 'CodeBook'), 'Codes'), 'Code'));
}

/** NVivo attaches a note to a passage by a link; others to cases, which have no place for notes of their own. */
export function readLinks(gathering: Gathering, project: RefiNode): void {
  const texts = linkTexts(project);
  const used = new Set<Guid>();
  for (const node of childrenWith(childOf(project, 'Links'), 'Link')) {
    const origin = node.attrs['originGUID'] as Guid | undefined;
    const target = node.attrs['targetGUID'] as Guid | undefined;
    const subject = noteAndSubject(gathering, origin, target);
    if (subject) {
      attach(gathering.subjects, subject.note, subject.target);
      keep(gathering, node, { shown: true });
    } else if (!readPassageLink(gathering, node, texts, used)) {
      keep(gathering, node, { shown: false });
      gathering.notes.add('kept-link', node.attrs['name']);
    }
  }
}

function linkTexts(project: RefiNode): ReadonlyMap<Guid, string> {
  return new Map(
    childrenWith(childOf(project, 'Notes'), 'Note').map((node) => [
      guidOf(node),
      childOf(node, 'PlainTextContent')?.text ?? '',
    ]),
  );
}

function noteAndSubject(
  gathering: Gathering,
  origin: Guid | undefined,
  target: Guid | undefined,
): { readonly note: Guid; readonly target: MemoTarget } | null {
  if (origin === undefined || target === undefined) return null;
  const isNote = (guid: Guid): boolean => gathering.memos.some((memo) => memo.guid === guid);
  const [note, other] = isNote(origin) ? [origin, target] : [target, origin];
  if (!isNote(note) || isNote(other)) return null;
  const subject = subjectOf(gathering, other);
  return subject ? { note, target: subject } : null;
}

function subjectOf(gathering: Gathering, guid: Guid): MemoTarget | null {
  const place = gathering.places.get(guid);
  if (place) return { kind: 'passage', guid: place.document, start: place.start, end: place.end };
  const document = gathering.documentOf.get(guid);
  if (document) return { kind: 'document', guid: document };
  if (gathering.codings.some((coding) => coding.guid === guid)) return { kind: 'coding', guid };
  if (gathering.cases.some((each) => each.guid === guid)) return { kind: 'case', guid };
  if (gathering.codeNames.has(guid)) return { kind: 'code', guid };
  if (gathering.variables.has(guid)) return { kind: 'variable', guid };
  return gathering.coders.some((coder) => coder.guid === guid) ? { kind: 'coder', guid } : null;
}

function readPassageLink(
  gathering: Gathering,
  node: RefiNode,
  texts: ReadonlyMap<Guid, string>,
  used: Set<Guid>,
): boolean {
  const kind = linkKind.safeParse((node.attrs['name'] ?? '').trim().toLowerCase());
  const origin = node.attrs['originGUID'] as Guid | undefined;
  const target = node.attrs['targetGUID'] as Guid | undefined;
  if (!kind.success || origin === undefined || target === undefined) return false;
  const from = passageFor(gathering, origin, guidOf(node), 'origin', used);
  const to = passageFor(gathering, target, guidOf(node), 'target', used);
  if (!from || !to) return false;
  const guid = guidOf(node);
  gathering.links.push({ guid, kind: kind.data, from, to, note: texts.get(linkNoteGuid(guid)) ?? '' });
  const children = childrenWith(node, 'NoteRef').filter(({ attrs }) => attrs['targetGUID'] !== linkNoteGuid(guid));
  keep(gathering, { ...node, children }, { shown: true });
  return true;
}

/** The passages of a link belong to it alone, so a coded selection gets another one at the same place. */
function passageFor(
  { places, passages }: Gathering,
  selection: Guid,
  link: Guid,
  end: string,
  used: Set<Guid>,
): Guid | null {
  const place = places.get(selection);
  if (!place || place.start === place.end) return null;
  if (!used.has(selection) && passages.some(({ guid }) => guid === selection)) {
    used.add(selection);
    return selection;
  }
  const guid = linkEndGuid(link, end);
  passages.push({ guid, ...place });
  return guid;
}

export function linkEndGuid(link: Guid, end: string): Guid {
  return derivedGuid('end of link', link, end);
}

export function readSetsAndGraphs(gathering: Gathering, project: RefiNode): void {
  for (const node of childrenWith(childOf(project, 'Sets'), 'Set')) {
    keep(gathering, node, { shown: false });
    gathering.notes.add('kept-set', node.attrs['name']);
  }
  for (const node of childrenWith(childOf(project, 'Graphs'), 'Graph')) {
    keep(gathering, node, { shown: false });
    gathering.notes.add('kept-graph', node.attrs['name']);
  }
}

/** Memos with what they are about. One that nothing refers to is about the project. */
export function memosOf({ memos, subjects, kept }: Gathering): readonly MemoPart[] {
  const index = new Map(kept.map((part, at) => [`${part.kind} ${part.guid}`, at]));
  return memos.map((memo) => {
    const targets = subjects.get(memo.guid);
    if (targets) return { ...memo, targets };
    const at = index.get(`Note ${memo.guid}`);
    const part = at === undefined ? undefined : kept[at];
    if (at !== undefined && part) kept[at] = { ...part, made: { ...part.made, target: 'project' } };
    return { ...memo, targets: [{ kind: 'project' as const }] };
  });
}
