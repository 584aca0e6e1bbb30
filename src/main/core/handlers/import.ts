import { extname } from 'node:path';
import type { ImportedFile } from '../../../shared/contract/documents.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { insertCase, listCases, requireCase } from '../../db/cases.ts';
import { insertDocument, keepOriginal } from '../../db/documents.ts';
import { insertMemo, insertTarget } from '../../db/memos.ts';
import { putPages } from '../../db/pages.ts';
import { insertStoredText } from '../../db/texts.ts';
import { label, type CommandContext, type JobContext, type JobHandlers } from '../handler.ts';
import { ImportRefusal } from '../importers/types.ts';
import type { PreparedDocument, PreparedPart } from '../importers/worker-messages.ts';
import type { HeldFile } from '../files.ts';
import { keepImportReport, type ImportReport } from '../import-reports.ts';
import { breathe } from '../jobs.ts';
import { inLanes, readingChoices, saidNotes, saidRefusal } from './import-reading.ts';

type Input = Parameters<JobHandlers['documents.import']>[1];
type Wanted = Input['files'][number];
type GoodFile = { readonly wanted: Wanted; readonly file: HeldFile; readonly read: PreparedDocument };
type Outcome = { readonly good: GoodFile } | { readonly refused: ImportedFile };
/** The documents that a file became, in order. */
type Stored = ImportedFile['parts'];

const mediaTypes: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  html: 'text/html',
  pdf: 'application/pdf',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  eaf: 'text/xml',
  epub: 'application/epub+zip',
};

export const importJobs = {
  // Every file is read before the first row is written: all good files arrive in one undoable step, and a
  // refused one changes nothing.
  'documents.import': async (context, input) => {
    const { services, signal, progress } = context;
    const { files } = input;
    // An encoding that nobody reads is said before any file is.
    const choices = files.map((file) => readingChoices(file, input));
    let read = 0;
    const outcomes = await inLanes(services.reader.lanes, [...files.entries()], async ([index, wanted]) => {
      await breathe(signal);
      const outcome = await readOne(services, wanted, choices[index] ?? {});
      read += 1;
      progress(read / files.length);
      return outcome;
    });
    await breathe(signal);
    const good = outcomes.flatMap((outcome) => ('good' in outcome ? [outcome.good] : []));
    const stored = good.length === 0 ? [] : store(context, good, input.kind, outcomes);
    let next = 0;
    return {
      files: outcomes.map((outcome) => {
        if ('refused' in outcome) return outcome.refused;
        const documents = stored[next++];
        if (!documents) throw new SimpulError('internal');
        return imported(services.language(), outcome.good, documents);
      }),
    };
  },
} satisfies Partial<JobHandlers>;

async function readOne(
  { files, reader, language }: JobContext['services'],
  wanted: Wanted,
  choices: ReturnType<typeof readingChoices>,
): Promise<Outcome> {
  const { name, token } = wanted;
  const file = files.take(token);
  try {
    return { good: { wanted, file, read: await reader.read({ name, bytes: file.bytes, ...choices }) } };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return { refused: refused(language(), name, error) };
  }
}

function store(
  context: JobContext,
  files: readonly GoodFile[],
  kind: Input['kind'],
  outcomes: readonly Outcome[],
): readonly Stored[] {
  const { value } = context.write((scope) => {
    const cases = createCases({ ...context, ...scope });
    const stored = files.map((file) => storeFile({ ...context, ...scope }, file, kind, cases));
    keepImportReport({ ...context, ...scope }, reportOf(outcomes, stored));
    const first = stored[0]?.[0]?.document;
    return {
      value: stored,
      label: label('history.document.imported', { count: stored.flat().length }),
      place: { area: 'collection' as const, ...(first ? { documentId: first } : {}) },
    };
  });
  return value;
}

/** Files in are files out: each is documents or refused by name. */
function reportOf(outcomes: readonly Outcome[], stored: readonly Stored[]): ImportReport {
  const good = outcomes.flatMap((outcome) => ('good' in outcome ? [outcome.good] : []));
  const refusals = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []));
  const documents = stored.flat();
  const characters = documents.reduce((sum, { characters: own }) => sum + own, 0);
  const split = stored.flatMap((parts, index) =>
    parts.length > 1 ? [{ count: parts.length, name: good[index]?.wanted.name ?? '' }] : [],
  );
  return {
    files: outcomes.map((outcome) => ('good' in outcome ? outcome.good.wanted.name : outcome.refused.file)),
    origin: '',
    counts: { files: outcomes.length, characters },
    added: { documents: documents.length, texts: documents.length },
    notes: [
      ...refusals.map(({ file }) => ({ code: 'file-refused', count: 1, details: [baseName(file)] })),
      ...split.map(({ count, name }) => ({
        code: 'file-split',
        count: count - 1,
        details: [`${baseName(name)}: ${count}`],
      })),
      ...good.flatMap(({ wanted: { name }, read }) =>
        read.notes.map(({ code, count, detail }) => ({
          code,
          count,
          of: 'import' as const,
          details: [detail === undefined ? baseName(name) : `${baseName(name)}: ${detail}`],
        })),
      ),
    ],
  };
}

function storeFile(
  context: CommandContext,
  { wanted, file, read }: GoodFile,
  kind: Input['kind'],
  cases: Cases,
): Stored {
  const { db, now, services, session } = context;
  const { name } = wanted;
  const coder = session.currentCoder?.id ?? null;
  const original = keepOriginal(db, {
    name: baseName(name),
    mediaType: mediaTypes[read.format] ?? 'application/octet-stream',
    bytes: file.bytes,
    sha256: read.fileSha256,
  });
  return titled(wanted.title ?? titleOf(name), read).map(({ title, ownTitle, text, comments, pages }) => {
    const guid = services.ports.ids.next();
    const id = insertDocument(db, {
      guid,
      title,
      kind: wanted.kind ?? kind ?? 'interview',
      description: '',
      language: '',
      date: null,
      place: '',
      case_id: wanted.ownCase ? cases.named(ownTitle) : wanted.caseId ? cases.known(wanted.caseId) : null,
      original_id: original,
      original_name: baseName(name),
      created_by: coder,
      created_at: now,
    });
    insertStoredText(db, id, text);
    if (pages) putPages(db, id, pages);
    insertComments(context, { id, guid }, text, comments);
    return { document: guid, title, characters: text.characters };
  });
}

type TitledPart = PreparedPart & {
  /** As the text says it, the same for all parts of one person. */
  readonly ownTitle: string;
};

/** Parts of one title are numbered, as are those without one. */
function titled(title: string, { text, comments = [], pages, parts }: PreparedDocument): readonly TitledPart[] {
  if (parts === undefined || parts.length === 0) {
    return [{ title, ownTitle: title, text, comments, ...(pages === undefined ? {} : { pages }) }];
  }
  const seen = new Map<string, number>();
  return parts.map((part, index) => {
    const ownTitle = part.title || (parts.length === 1 ? title : `${title.slice(0, 490)} ${index + 1}`);
    const count = (seen.get(ownTitle) ?? 0) + 1;
    seen.set(ownTitle, count);
    return { ...part, ownTitle, title: count === 1 ? ownTitle : `${ownTitle.slice(0, 490)} (${count})` };
  });
}

type Cases = { readonly known: (guid: Guid) => number; readonly named: (name: string) => number };

function createCases({ db, services }: CommandContext): Cases {
  const known = (guid: Guid): number => requireCase(db, guid).id;
  const byName = new Map<string, number>();
  for (const { name, guid } of listCases(db)) if (!byName.has(name)) byName.set(name, known(guid));
  return {
    known,
    named: (name) => {
      const id = byName.get(name) ?? insertCase(db, { guid: services.ports.ids.next(), name, description: '' });
      byName.set(name, id);
      return id;
    },
  };
}

/** Comments of the file become memos on their passages, titled with who made them; those without a passage, on the document. */
function insertComments(
  { db, now, services, session }: CommandContext,
  document: { readonly id: number; readonly guid: Guid },
  stored: PreparedPart['text'],
  comments: PreparedPart['comments'],
): void {
  if (comments.length === 0) return;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(stored.bytes);
  for (const { author, text: body, passage } of comments) {
    const memo = insertMemo(db, {
      guid: services.ports.ids.next(),
      title: author,
      body,
      kind: 'other',
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    const about = { memo_id: memo, target_guid: document.guid };
    insertTarget(
      db,
      passage === null
        ? { ...about, kind: 'document', document_id: null, start_offset: null, end_offset: null, quote: null }
        : {
            ...about,
            kind: 'passage',
            document_id: document.id,
            start_offset: passage.start,
            end_offset: passage.end,
            quote: text.slice(passage.start, passage.end),
          },
    );
  }
}

function imported(language: Language, { wanted: { name }, read }: GoodFile, stored: Stored): ImportedFile {
  const [first] = stored;
  return {
    file: name,
    outcome: 'imported',
    document: first?.document ?? null,
    title: first?.title ?? null,
    characters: stored.reduce((sum, { characters }) => sum + characters, 0),
    notes: saidNotes(language, read.notes),
    parts: stored.length > 1 ? stored : [],
    error: null,
  };
}

function refused(language: Language, name: string, error: ImportRefusal): ImportedFile {
  return {
    file: name,
    outcome: 'refused',
    document: null,
    title: null,
    characters: 0,
    notes: [],
    parts: [],
    error: saidRefusal(language, error),
  };
}

/** The file's name without folders and extension. */
export function titleOf(name: string): string {
  const base = baseName(name).normalize('NFC');
  const bare = base
    .slice(0, base.length - extname(base).length)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim();
  return (bare === '' ? base.trim() || '–' : bare).slice(0, 500);
}

function baseName(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? name;
}
