// The door to exchange files: from the bytes of a .qdpx, .qde or .qdc to a study. Pure, like every reader.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import { createNotes, type ExchangeNote, type Notes } from '../../merge/notes.ts';
import { emptyStudy, type Study } from '../../merge/study.ts';
import { importLimits, ImportRefusal, type Watch } from '../types.ts';
import { openRefi } from './container.ts';
import { attachNotes, keep, keepFile, type Gathering } from './gathering.ts';
import { memosOf, readLinks, readNotes, readProjectNotes, readSetsAndGraphs } from './notes-links.ts';
import { parseRefi } from './parse.ts';
import { readCases, readCodes, readUsers, readValues, readVariables } from './people-codes-cases.ts';
import { guidOf, repaired } from './repair.ts';
import { childOf, childrenWith, everyNode, refiNode, textOf, type RefiNode } from './schema.ts';
import { withSidecar } from '../../merge/sidecar.ts';
import { createTextReader } from './source-text.ts';
import { readText, titleOf } from './text-sources.ts';

export type ReadStudy = {
  readonly study: Study;
  /** The program that wrote the file, as it says. */
  readonly origin: string;
  readonly notes: readonly ExchangeNote[];
  /** Elements of the file by kind, before anything was left out. */
  readonly counts: Readonly<Record<string, number>>;
  /** True where the file has no GUIDs: what is in the project already is then known by its path or name. */
  readonly byNames?: true;
};

export type ReadingOfRefi = {
  /** Called again and again, so that a caller can stop it by throwing. */
  readonly watch?: Watch;
  /** True for a file named as a codebook: of a whole project in it only the codes come in. */
  readonly codesOnly?: boolean;
};

/** @throws ImportRefusal with what is wrong with the file */
export function readRefi(
  bytes: Uint8Array,
  { watch = () => undefined, codesOnly = false }: ReadingOfRefi = {},
): ReadStudy {
  if (bytes.length > importLimits.fileBytes) {
    throw new ImportRefusal('too-large', { limit: importLimits.fileBytes / 1_000_000 });
  }
  const notes = createNotes();
  const container = openRefi(bytes);
  const whole = parseRefi(container.xml(), notes, watch);
  const parsed = codesOnly ? codebookOf(whole, notes) : whole;
  const project = repaired(parsed, notes);
  const gathering: Gathering = {
    notes,
    container,
    text: createTextReader(container, notes, watch),
    coders: [],
    codes: [],
    variables: new Map(),
    cases: [],
    documents: new Map(),
    values: [],
    codings: [],
    memos: [],
    passages: [],
    links: [],
    kept: [],
    files: new Map(),
    documentOf: new Map(),
    places: new Map(),
    subjects: new Map(),
    codeNames: new Map(),
  };
  readUsers(gathering, project);
  readCodes(gathering, project);
  readVariables(gathering, project);
  const sources = childOf(project, 'Sources')?.children ?? [];
  const twins = textsByFile(gathering, sources);
  for (const source of sources) {
    watch();
    readSource(gathering, source, twins);
  }
  readCases(gathering, project);
  readProjectNotes(gathering, project);
  readNotes(gathering, project);
  readLinks(gathering, project);
  readSetsAndGraphs(gathering, project);
  const study = withSidecar(studyOf(gathering, project), project, container.sidecar(), notes);
  for (const name of container.unused()) notes.add('file-not-referenced', name);
  return { study, origin: project.attrs['origin'] ?? '', notes: notes.all(), counts: countsOf(parsed) };
}

/** Some programs write a whole project where a codebook is meant (REFI-QDA 1.5, 4): its people and sources stay out. */
function codebookOf(project: RefiNode, notes: Notes): RefiNode {
  const others = project.children.filter(({ tag }) => tag !== 'CodeBook' && tag !== 'Sets');
  if (others.length === 0) return project;
  notes.add(
    'only-codes-read',
    undefined,
    others.reduce((sum, { children }) => sum + Math.max(1, children.length), 0),
  );
  const { name = '', origin } = project.attrs;
  return refiNode('Project', { name, origin }, childrenWith(project, 'CodeBook', 'Sets').map(withoutNotes));
}

function withoutNotes(node: RefiNode): RefiNode {
  const members = node.children.filter(({ tag }) => !['NoteRef', 'MemberSource', 'MemberNote'].includes(tag));
  return { ...node, children: members.map(withoutNotes) };
}

/** How many elements of each kind a project has, as the reports count them. */
export function countsOf(project: RefiNode): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tag, attrs } of everyNode(project)) {
    if (attrs['guid'] === undefined) continue;
    const kind = kinds.find(([pattern]) => pattern.test(tag))?.[1];
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^User$/, 'users'],
  [/^Code$/, 'codes'],
  [/^Variable$/, 'variables'],
  [/^Case$/, 'cases'],
  [/Source$/, 'sources'],
  [/Selection$/, 'selections'],
  [/^Coding$/, 'codings'],
  [/^Note$/, 'notes'],
  [/^Link$/, 'links'],
  [/^Set$/, 'sets'],
  [/^Graph$/, 'graphs'],
];

function studyOf(gathering: Gathering, project: RefiNode): Study {
  const memos = memosOf(gathering);
  // The report keeps which program it was; the next export is written by this one.
  const { origin: _, name: _name, ...attrs } = project.attrs;
  keepProject(gathering, attrs);
  return {
    ...emptyStudy,
    project: { name: project.attrs['name'] ?? '', description: textOf(project, 'Description') },
    coders: gathering.coders,
    codes: gathering.codes,
    variables: [...gathering.variables.values()],
    cases: gathering.cases,
    documents: [...gathering.documents.values()],
    values: gathering.values,
    codings: gathering.codings,
    memos,
    passages: gathering.passages,
    links: gathering.links,
    kept: gathering.kept,
    files: [...gathering.files].map(([name, bytes]) => ({ name, bytes })),
  };
}

/** How exports name the file of a document's text. */
export function textPathOf(document: Guid): string {
  return `internal://${document}.txt`;
}

/** The one part without a GUID of its own. */
export const projectPartGuid: Guid = derivedGuid('project');

function keepProject({ kept }: Gathering, attrs: Readonly<Record<string, string>>): void {
  const node = { tag: 'Project', attrs, text: '', children: [] } as const;
  kept.push({ kind: 'Project', guid: projectPartGuid, owner: null, shown: true, node, made: {} });
}

/** Text sources by the file of their words, as far as it is there: wherever in the file a transcript of the same stands. */
function textsByFile({ container }: Gathering, sources: readonly RefiNode[]): ReadonlyMap<string, Guid> {
  const texts = new Map<string, Guid>();
  if (!sources.some((source) => childOf(source, 'Transcript'))) return texts;
  for (const source of sources) {
    const path = source.attrs['plainTextPath'];
    if (source.tag !== 'TextSource' || path === undefined || path.trim() === '') continue;
    if (!texts.has(path) && container.file(path).bytes) texts.set(path, guidOf(source));
  }
  return texts;
}

function readSource(gathering: Gathering, source: RefiNode, twins: ReadonlyMap<string, Guid>): void {
  const guid = guidOf(source);
  const { notes } = gathering;
  keepFile(gathering, source, 'path');
  if (keepFile(gathering, source, 'richTextPath')) notes.add('kept-formatting', titleOf(source));
  notes.add('kept-coding', titleOf(source), childrenWith(source, 'Coding').length);
  if (source.tag === 'TextSource') readTextSource(gathering, source);
  else if (source.tag === 'PDFSource') readPdfSource(gathering, source);
  else readMediaSource(gathering, source, twins);
  const document = gathering.documentOf.get(guid);
  if (!document) return;
  attachNotes(gathering, source, { kind: 'document', guid: document });
  readValues(gathering, source, { kind: 'document', guid: document });
}

function readTextSource(gathering: Gathering, source: RefiNode): void {
  const read = readText(gathering, source, { guid: guidOf(source), source });
  if (!read) noteKept(gathering, source);
  if (read) keep(gathering, withoutText(source), { shown: true, made: madeTitle(gathering, source, guidOf(source)) });
  else keep(gathering, source, { shown: false });
}

function readPdfSource(gathering: Gathering, source: RefiNode): void {
  const representation = childOf(source, 'Representation');
  const read = representation ? readText(gathering, representation, { guid: guidOf(source), source }) : false;
  const areas = childrenWith(source, 'PDFSelection');
  gathering.notes.add('kept-region', titleOf(source), areas.length);
  if (!read) noteKept(gathering, source);
  keepInner(gathering, source);
  const children = source.children.map((child) => (child === representation && read ? withoutText(child) : child));
  const made = read ? madeTitle(gathering, source, guidOf(source)) : {};
  keep(gathering, read ? { ...source, children: children.filter(isNoDescription) } : source, { shown: read, made });
}

/** Pictures, recordings and films are kept; a transcript becomes a document. */
function readMediaSource(gathering: Gathering, source: RefiNode, texts: ReadonlyMap<string, Guid>): void {
  const transcripts = childrenWith(source, 'Transcript');
  const regions = childrenWith(source, 'PictureSelection', 'AudioSelection', 'VideoSelection');
  gathering.notes.add('kept-source', titleOf(source));
  gathering.notes.add('kept-region', titleOf(source), regions.length);
  const shown = new Set<RefiNode>();
  const twins = new Map<RefiNode, RefiNode>();
  for (const transcript of transcripts) {
    keepFile(gathering, transcript, 'richTextPath');
    const twin = texts.get(transcript.attrs['plainTextPath'] ?? '');
    if (twin) {
      // ATLAS.ti writes a transcript a second time, as a text source with the same file and with the codings.
      gathering.notes.add('transcript-twice', titleOf(transcript, source));
      twins.set(transcript, { ...transcript, attrs: { ...transcript.attrs, plainTextPath: textPathOf(twin) } });
    } else if (readText(gathering, transcript, { guid: guidOf(transcript), source: named(transcript, source) })) {
      const document = guidOf(transcript);
      const made = madeTitle(gathering, transcript, document);
      keep(gathering, withoutText(transcript), { owner: guidOf(source), shown: true, made });
      attachNotes(gathering, transcript, { kind: 'document', guid: document });
      if (!gathering.documentOf.has(guidOf(source))) gathering.documentOf.set(guidOf(source), document);
      shown.add(transcript);
    }
  }
  keepInner(gathering, source);
  const children = source.children.filter((child) => !shown.has(child)).map((child) => twins.get(child) ?? child);
  keep(gathering, { ...source, children }, { shown: false });
}

/** A title that the source does not have just so: made from a file's name, or trimmed. */
function madeTitle({ documents }: Gathering, source: RefiNode, document: Guid): Record<string, string> {
  const title = documents.get(document)?.title ?? '';
  return source.attrs['name'] === title ? {} : { name: title };
}

/** A transcript without a name has that of its recording. */
function named(transcript: RefiNode, source: RefiNode): RefiNode {
  const name = transcript.attrs['name'] ?? source.attrs['name'];
  return name === undefined ? transcript : { ...transcript, attrs: { ...transcript.attrs, name } };
}

/** Texts that stand inside what is kept may name files too. */
function keepInner(gathering: Gathering, source: RefiNode): void {
  for (const node of everyNode(source)) {
    if (node !== source && node.tag !== 'Transcript') {
      keepFile(gathering, node, 'richTextPath');
      if (node.tag === 'TextDescription') keepFile(gathering, node, 'plainTextPath');
    }
  }
}

function noteKept({ notes }: Gathering, source: RefiNode): void {
  notes.add('kept-source', titleOf(source));
  let codings = 0;
  for (const { tag } of everyNode(source)) codings += Number(tag === 'Coding');
  notes.add('kept-coding', titleOf(source), codings - childrenWith(source, 'Coding').length);
}

/** What the document's own rows say is not kept twice. */
function withoutText(node: RefiNode): RefiNode {
  const own = ['Description', 'PlainTextContent', 'PlainTextSelection', 'TranscriptSelection'];
  const children = node.children.filter(({ tag }) => !own.includes(tag));
  const { plainTextPath: _, ...attrs } = node.attrs;
  return { ...node, attrs, children };
}

function isNoDescription({ tag }: RefiNode): boolean {
  return tag !== 'Description';
}
