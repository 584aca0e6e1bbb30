// Passages that read like examples: every unit of the texts in scope is held against them.

import type { CheckedInputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import {
  cosine,
  featuresOf,
  wantedOf,
  weightsOf,
  type Features,
  type Weights,
} from '../../../shared/domain/search/similar.ts';
import { slicer, type Slicer } from '../../analysis/slices.ts';
import { packedUnitsOf, revisionOf } from '../../db/analysis.ts';
import { requireCode } from '../../db/codes.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { unpackUnits } from '../../db/packed-units.ts';
import { searchedDocuments, textAt, type SearchedDocument } from '../../db/search.ts';
import type { JobContext } from '../handler.ts';
import { pauseOf, scopeOf } from '../search-run.ts';

type Input = CheckedInputOf<'search.similar'>;
type Output = OutputOf<'search.similar'>;
type Place = { readonly start: number; readonly end: number };

/** More samples than these say no more. */
const mostSamples = 500;

/** @throws SimpulError `invalid-input` where there is no example, `not-found` */
export async function findSimilar(context: JobContext, input: Input): Promise<Output> {
  const { db } = context;
  for (let attempt = 0; ; attempt += 1) {
    const slice = slicer(pauseOf(context), 8 * 4 ** attempt);
    const revision = revisionOf(db);
    const outcome = await findOnce(context, input, slice);
    if (revisionOf(db) === revision) return outcome;
  }
}

async function findOnce({ db, progress }: JobContext, input: Input, slice: Slicer): Promise<Output> {
  const { includes } = scopeOf(db, input);
  const documents = searchedDocuments(db).filter(includes);
  const examples = examplesIn(db, input);
  if (examples.length === 0) throw new SimpulError('invalid-input', { field: 'codeId' });
  const having = new Map<string, number>();
  let units = 0;
  // Features are made twice rather than kept: those of a large study would not fit.
  for (const [index, document] of documents.entries()) {
    progress((index / documents.length) * 0.5);
    for (const { features } of unitsIn(db, document, input.unit)) {
      await slice.rest();
      units += 1;
      for (const feature of features.keys()) having.set(feature, (having.get(feature) ?? 0) + 1);
    }
  }
  const counts = { units, having };
  const weigh = (texts: readonly string[]): readonly Weights[] =>
    texts.map((text) => weightsOf(featuresOf(text), counts));
  const wanted = wantedOf(weigh(examples), weigh(passages(db, input.hits)), weigh(passages(db, input.misses)));
  const judged = new Set([...input.hits, ...input.misses].map(({ documentId, start }) => `${documentId} ${start}`));
  const found: Output['candidates'] = [];
  for (const [index, document] of documents.entries()) {
    progress(0.5 + (index / documents.length) * 0.5);
    const coded = input.codeId ? codedPlaces(db, document.id, input.codeId) : [];
    for (const { start, end, text, features } of unitsIn(db, document, input.unit)) {
      await slice.rest();
      if (judged.has(`${document.guid} ${start}`) || coded.some((one) => one.start < end && one.end > start)) continue;
      const score = cosine(wanted, weightsOf(features, counts));
      if (score < input.least || score === 0) continue;
      found.push({ document: document.guid, title: document.title, start, end, quote: text, score });
    }
    if (found.length > input.limit * 4) trim(found, input.limit);
  }
  trim(found, input.limit);
  return { candidates: found, examples: examples.length, units };
}

/** The best remain; equals in the order of the texts. */
function trim(found: Output['candidates'], limit: number): void {
  found.sort((a, b) => b.score - a.score);
  found.length = Math.min(found.length, limit);
}

function* unitsIn(
  db: ReadableDb,
  { id }: SearchedDocument,
  unit: Input['unit'],
): Generator<Place & { readonly text: string; readonly features: Features }> {
  const whole = textAt(db, id);
  const { starts, ends } = unpackUnits(packedUnitsOf(db, unit === 'sentence' ? 'sentences' : 'paragraphs', id));
  for (let place = 0; place < starts.length; place += 1) {
    const [start, end] = [starts[place] ?? 0, ends[place] ?? 0];
    const text = whole.slice(start, end);
    yield { start, end, text, features: featuresOf(text) };
  }
}

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

function codedPlaces(db: ReadableDb, documentId: number, codeId: Guid): readonly Place[] {
  const { id } = requireCode(db, codeId);
  return db.all<Place>(sql`
    SELECT start_offset AS start, end_offset AS "end" FROM coding
    WHERE document_id = ${documentId} AND code_id = ${id} AND state <> 'orphaned'`);
}
