import { extname } from 'node:path';
import type { ImportedFile } from '../../../shared/contract/documents.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { insertDocument, keepOriginal } from '../../db/documents.ts';
import { insertMemo, insertTarget } from '../../db/memos.ts';
import { putPages } from '../../db/pages.ts';
import { insertStoredText } from '../../db/texts.ts';
import type { WritableDb } from '../../db/database.ts';
import { label, type JobContext, type JobHandlers } from '../handler.ts';
import type { DocumentReader } from '../importers/read-in-worker.ts';
import { ImportRefusal, textEncodings, type TextEncoding } from '../importers/types.ts';
import type { PreparedDocument } from '../importers/worker-messages.ts';
import type { HeldFile } from '../files.ts';
import { breathe } from '../jobs.ts';

type Kind = Parameters<JobHandlers['documents.import']>[1]['kind'];
type GoodFile = { readonly name: string; readonly file: HeldFile; readonly read: PreparedDocument };
type Outcome = { readonly good: GoodFile } | { readonly refused: ImportedFile };

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
  'documents.import': async (context, { files, kind, comments = 'leave-out', encoding }) => {
    const { services, signal, progress } = context;
    const chosen: Chosen = { comments, ...encodingOf(encoding) };
    let read = 0;
    const outcomes = await inLanes(services.reader.lanes, files, async ({ name, token }) => {
      await breathe(signal);
      const outcome = await readOne(
        services.language(),
        services.reader,
        { name, file: services.files.take(token) },
        chosen,
      );
      read += 1;
      progress(read / files.length);
      return outcome;
    });
    await breathe(signal);
    const good = outcomes.flatMap((outcome) => ('good' in outcome ? [outcome.good] : []));
    const guids = good.length === 0 ? [] : store(context, good, kind);
    let stored = 0;
    return {
      files: outcomes.map((outcome) => {
        if ('refused' in outcome) return outcome.refused;
        const guid = guids[stored++];
        if (!guid) throw new SimpulError('internal');
        return imported(services.language(), outcome.good, guid);
      }),
    };
  },
} satisfies Partial<JobHandlers>;

type Chosen = { readonly comments: 'leave-out' | 'memos'; readonly encoding?: TextEncoding };

/** @throws SimpulError `invalid-input` for an encoding that nobody reads */
function encodingOf(wanted: string | undefined): Pick<Chosen, 'encoding'> {
  if (wanted === undefined) return {};
  const encoding = textEncodings.find((name) => name === wanted.toLowerCase());
  if (!encoding) throw new SimpulError('invalid-input', {}, { encoding: wanted });
  return { encoding };
}

async function readOne(
  language: Language,
  reader: DocumentReader,
  { name, file }: { readonly name: string; readonly file: HeldFile },
  chosen: Chosen,
): Promise<Outcome> {
  try {
    return { good: { name, file, read: await reader.read({ name, bytes: file.bytes, ...chosen }) } };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return { refused: refused(language, name, error) };
  }
}

/** Works on several items at a time, and begins no further one once something went wrong. */
async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return results;
}

function store({ write, services, session }: JobContext, files: readonly GoodFile[], kind: Kind): readonly Guid[] {
  const { ids } = services.ports;
  const { value } = write(({ db, now }) => {
    const guids = files.map(({ name, file, read }) => {
      const guid = ids.next();
      const id = insertDocument(db, {
        guid,
        title: titleOf(name),
        kind: kind ?? 'interview',
        description: '',
        language: '',
        date: null,
        place: '',
        case_id: null,
        original_id: keepOriginal(db, {
          name: baseName(name),
          mediaType: mediaTypes[read.format] ?? 'application/octet-stream',
          bytes: file.bytes,
          sha256: read.fileSha256,
        }),
        original_name: baseName(name),
        created_by: session.currentCoder?.id ?? null,
        created_at: now,
      });
      insertStoredText(db, id, read.text);
      if (read.pages) putPages(db, id, read.pages);
      insertComments(
        { db, now, newGuid: () => ids.next(), coder: session.currentCoder?.id ?? null },
        { id, guid },
        read,
      );
      return guid;
    });
    const first = guids[0];
    return {
      value: guids,
      label: label('history.document.imported', { count: guids.length }),
      place: { area: 'collection' as const, ...(first ? { documentId: first } : {}) },
    };
  });
  return value;
}

type MemoScope = {
  readonly db: WritableDb;
  readonly now: string;
  readonly newGuid: () => Guid;
  readonly coder: number | null;
};

/** Comments of the file become memos on their passages, titled with who made them; those without a passage, on the document. */
function insertComments(
  { db, now, newGuid, coder }: MemoScope,
  document: { readonly id: number; readonly guid: Guid },
  read: PreparedDocument,
): void {
  const comments = read.comments ?? [];
  if (comments.length === 0) return;
  const text = new TextDecoder().decode(read.text.bytes);
  for (const { author, text: body, passage } of comments) {
    const memo = insertMemo(db, {
      guid: newGuid(),
      title: author,
      body,
      kind: 'other',
      created_by: coder,
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

function imported(language: Language, { name, read }: GoodFile, guid: Guid): ImportedFile {
  return {
    file: name,
    outcome: 'imported',
    document: guid,
    title: titleOf(name),
    characters: read.text.characters,
    notes: read.notes.map((note) => ({
      code: note.code,
      count: note.count,
      ...(note.detail === undefined ? {} : { detail: note.detail }),
      message: sentence(language, `import.note.${note.code}`, { count: note.count, detail: note.detail ?? '' }),
    })),
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
    error: { code: error.code, message: sentence(language, `import.refused.${error.code}`, error.params) },
  };
}

function sentence(language: Language, key: string, params: Readonly<Record<string, string | number>>): string {
  return isMessageKey(key) ? translate(language, key, params) : key;
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
