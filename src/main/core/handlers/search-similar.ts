// Passages that read like examples: every unit of the texts in scope is held against them.

import type { CheckedInputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { slicer, type Slicer } from '../../analysis/slices.ts';
import { sharedParts } from '../../analysis/texts.ts';
import { packedUnitsOf, revisionOf } from '../../db/analysis.ts';
import { requireCode } from '../../db/codes.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { searchedDocuments, textAt, textBytesAt } from '../../db/search.ts';
import { stopWordsOf } from '../../db/stop-words.ts';
import type { JobContext } from '../handler.ts';
import { pauseOf, scopeOf } from '../search-run.ts';

type Input = CheckedInputOf<'search.similar'>;
type Output = OutputOf<'search.similar'>;

/** More samples than these say no more. */
const mostSamples = 500;

/** @throws SimpulError `invalid-input` where there is no example, `not-found` */
export async function findSimilar(context: JobContext, input: Input): Promise<Output> {
  const { db } = context;
  for (let attempt = 0; ; attempt += 1) {
    const slice = slicer(pauseOf(context), 8 * 4 ** attempt);
    const revision = revisionOf(db);
    const outcome = await findOnce(context, input, slice);
    if (revisionOf(db) === revision) return { ...outcome, revision };
  }
}

async function findOnce(context: JobContext, input: Input, slice: Slicer): Promise<Omit<Output, 'revision'>> {
  const { db, services, signal, progress } = context;
  const { includes } = scopeOf(db, input);
  const documents = searchedDocuments(db).filter(includes);
  const examples = examplesIn(db, input);
  if (examples.length === 0) throw new SimpulError('invalid-input', { field: 'codeId' });
  const stopWords = stopWordsOf(db);
  const [hits, misses] = [passages(db, input.hits), passages(db, input.misses)];
  const judged = Map.groupBy([...input.hits, ...input.misses], ({ documentId }) => documentId);
  const kind = input.unit === 'sentence' ? 'sentences' : 'paragraphs';
  const [texts, units, coded]: [Uint8Array[], Uint8Array[], number[][]] = [[], [], []];
  for (const [index, { id }] of documents.entries()) {
    await slice.rest();
    progress((index / documents.length) * reading);
    texts.push(textBytesAt(db, id));
    units.push(packedUnitsOf(db, kind, id));
    coded.push(input.codeId ? codedPlaces(db, id, input.codeId) : []);
  }
  const result = await services.pool.run(
    'similar',
    {
      texts: sharedParts(texts),
      units: sharedParts(units),
      stopWords,
      examples,
      hits,
      misses,
      judged: documents.map(({ guid }) => (judged.get(guid) ?? []).map(({ start }) => start)),
      coded,
      least: input.least,
      limit: input.limit,
    },
    { signal, progress: (share) => progress(reading + share * (1 - reading)) },
  );
  const read = new Map<number, string>();
  const candidates = result.found.flatMap(({ text, start, end, score }) => {
    const document = documents[text];
    if (!document) return [];
    const whole = read.get(text) ?? textAt(db, document.id);
    read.set(text, whole);
    return [{ document: document.guid, title: document.title, start, end, quote: whole.slice(start, end), score }];
  });
  return { candidates, examples: examples.length, units: result.units };
}

/** The share of the work that reading the texts is. */
const reading = 0.1;

/** The words that were given, and those coded with the code. */
function examplesIn(db: ReadableDb, { text, codeId }: Input): readonly string[] {
  const given = text?.trim() ? [text] : [];
  if (!codeId) return given;
  const { id } = requireCode(db, codeId);
  const coded = db.all<{ quote: string }>(sql`
    SELECT quote FROM coding WHERE code_id = ${id} AND state <> 'orphaned' ORDER BY id LIMIT ${mostSamples}`);
  return [...given, ...coded.map(({ quote }) => quote)];
}

function passages(db: ReadableDb, places: Input['hits']): readonly string[] {
  const texts = new Map<Guid, string>();
  return places.map(({ documentId, start, end }) => {
    const text = texts.get(documentId) ?? textAt(db, requireDocument(db, documentId).id);
    texts.set(documentId, text);
    return text.slice(start, end);
  });
}

/** Starts and ends in turn. */
function codedPlaces(db: ReadableDb, documentId: number, codeId: Guid): number[] {
  const { id } = requireCode(db, codeId);
  const rows = db.all<{ start: number; end: number }>(sql`
    SELECT start_offset AS start, end_offset AS "end" FROM coding
    WHERE document_id = ${documentId} AND code_id = ${id} AND state <> 'orphaned'`);
  return rows.flatMap(({ start, end }) => [start, end]);
}
