import type { FoundDocument, FoundHit } from '../../../shared/contract/texts.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { TextEdit } from '../../../shared/contract/events.ts';
import { parseGuid, type Guid } from '../../../shared/domain/ids.ts';
import { hitsIn, mostHits, patternFault, type Hit } from '../../../shared/domain/search.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import { snapToCharacters } from '../../../shared/domain/text.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { textOf, type TextRow } from '../../db/texts.ts';
import { label, type CommandHandlers, type JobContext, type JobHandlers } from '../handler.ts';
import { breathe } from '../jobs.ts';
import { restoreWords } from '../restore-words.ts';
import { editText } from '../text-edit.ts';
import { canonicalInsertion } from './documents.ts';

/** FR5: a regular expression may take this long in one text, in milliseconds; a sound one needs a fraction of it. */
const longestSearch = 3000;

type FindInput = Parameters<JobHandlers['texts.find']>[1];
type ReplaceInput = Parameters<JobHandlers['texts.replace']>[1];

export const textJobs = {
  'texts.find': async (context, input) => {
    const { db, signal, progress } = context;
    if (patternFault(input.search) !== null) throw new SimpulError('pattern-invalid');
    const wanted = documentsIn(db, input.documentIds);
    const documents: FoundDocument[] = [];
    let hits = 0;
    for (const [index, { id, guid, title }] of wanted.entries()) {
      await breathe(signal);
      progress(index / wanted.length);
      const row = textOf(db, id);
      if (!row || hits >= mostHits) continue;
      const edges = codingEdges(db, id);
      const most = mostHits - hits;
      const found = input.search.regex
        ? await searchByExpression(context, row, input, most)
        : hitsIn(row.text, input.search, input.replacement, most);
      hits += found.length;
      if (found.length > 0) {
        const told = found.map((hit) => toldHit(row.text, hit, edges, input.context));
        documents.push({ document: guid, title, revision: row.revision, hits: told });
      }
    }
    return { documents, hits, searched: wanted.length, more: hits >= mostHits };
  },
  'texts.replace': async ({ signal, progress, write }, { documents }) => {
    const splices = documents.map(({ splices: all }) => fromTheBack(all));
    await breathe(signal);
    const { value } = write(({ db, sequence, now }) => {
      const outcome = { documents: 0, replaced: 0, changed: 0, orphaned: 0 };
      const texts: TextEdit[] = [];
      for (const [index, { documentId, revision }] of documents.entries()) {
        progress(index / documents.length);
        const row = requireDocument(db, documentId);
        if (textOf(db, row.id)?.revision !== revision) {
          throw new SimpulError('text-changed-meanwhile', { title: row.title }); // FR6
        }
        const mine = splices[index] ?? [];
        const { splices: applied, ...edited } = editText(db, sequence, now, row.id, mine);
        outcome.documents += 1;
        outcome.replaced += mine.length;
        outcome.changed += edited.changed;
        outcome.orphaned += edited.orphaned;
        texts.push({ documentId, revision: edited.revision, splices: applied });
      }
      const { replaced: count, documents: many } = outcome;
      return {
        value: outcome,
        label: label('history.texts.replaced', { count, documents: many }),
        place: placeOf(documents),
        texts,
      };
    });
    return value;
  },
} satisfies Partial<JobHandlers>;

export const textCommands = {
  'texts.restoreWords': (scope, { codingIds }) => {
    const { restored, place, texts } = restoreWords(scope, codingIds);
    return {
      value: { restored },
      label: label('history.texts.words-restored', { count: restored }),
      ...(place ? { place } : {}),
      texts,
    };
  },
} satisfies Partial<CommandHandlers>;

type ListedDocument = { readonly id: number; readonly guid: Guid; readonly title: string };

function documentsIn(db: ReadableDb, documentIds: readonly Guid[] | undefined): readonly ListedDocument[] {
  if (documentIds === undefined) return db.all(sql`SELECT id, guid, title FROM document ORDER BY position, id`);
  return [...new Set(documentIds)].map((guid) => requireDocument(db, guid));
}

/** FR5: looks where it can be stopped. @throws SimpulError `pattern-too-slow` */
export async function searchByExpression(
  context: JobContext,
  { text }: Pick<TextRow, 'text'>,
  input: Pick<FindInput, 'search' | 'replacement'>,
  most: number,
): Promise<readonly Hit[]> {
  const { search: wanted, replacement } = input;
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    const { hits } = await context.services.pool.run(
      'search',
      { text, search: wanted, replacement, most },
      {
        signal: AbortSignal.any([context.signal, limit.signal]),
        progress: () => {
          timer ??= setTimeout(() => limit.abort(), longestSearch);
        },
      },
    );
    return hits;
  } catch (error) {
    if (limit.signal.aborted && !context.signal.aborted) throw new SimpulError('pattern-too-slow');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

type Edges = { readonly starts: Int32Array; readonly ends: Int32Array };

function codingEdges(db: ReadableDb, documentId: number): Edges {
  const all = db.all<{ start: number; end: number }>(sql`
    SELECT start_offset AS start, end_offset AS "end" FROM coding
    WHERE document_id = ${documentId} AND state <> 'orphaned'`);
  return {
    starts: Int32Array.from(all, ({ start }) => start).sort(),
    ends: Int32Array.from(all, ({ end }) => end).sort(),
  };
}

function toldHit(text: string, { start, end, insert }: Hit, { starts, ends }: Edges, context: number): FoundHit {
  const around = snapToCharacters(text, {
    start: Math.max(0, start - context),
    end: Math.min(text.length, end + context),
  });
  return {
    start,
    end,
    words: text.slice(start, end),
    before: context === 0 ? '' : text.slice(around.start, start),
    after: context === 0 ? '' : text.slice(end, around.end),
    insert,
    // Those that begin before its end, without those that end before it begins.
    codings: countBelow(starts, end) - countBelow(ends, start + 1),
  };
}

/** How many of the ascending values are smaller. */
function countBelow(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The last one first: so each stands in the coordinates of the text they were found in (ED8).
function fromTheBack(splices: readonly Splice[]): readonly Splice[] {
  let reached = 0;
  for (const { at, remove } of splices) {
    if (at < reached) throw new SimpulError('invalid-input', { field: 'splices' });
    reached = at + remove;
  }
  return splices.map((splice) => ({ ...splice, insert: canonicalInsertion(splice.insert) })).toReversed();
}

function placeOf(documents: ReplaceInput['documents']) {
  const [first] = documents;
  const [splice] = first?.splices ?? [];
  const documentId = first ? parseGuid(first.documentId) : null;
  if (!documentId || !splice) return { area: 'reduction' as const };
  return { area: 'reduction' as const, documentId, start: splice.at, end: splice.at + splice.insert.length };
}
