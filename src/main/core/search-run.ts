// A search over the whole project: text by text, in slices, complete at one revision.

import type { CheckedInputOf } from '../../shared/contract/contract.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { SearchSettings, SearchUnit } from '../../shared/contract/search.ts';
import type { UnitBoundaries } from '../../shared/domain/analysis/units.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { evaluate, rangesInside, united } from '../../shared/domain/search/evaluate.ts';
import { readQuery, type Query } from '../../shared/domain/search/query.ts';
import { sectionsOf } from '../../shared/domain/guide.ts';
import type { Range } from '../../shared/domain/segments.ts';
import { turnsOf } from '../../shared/domain/turns.ts';
import { defaultSliceMs, slicer } from '../analysis/slices.ts';
import { packedUnitsOf, revisionOf, type UnitKind } from '../db/analysis.ts';
import { requireCase } from '../db/cases.ts';
import { requireCode } from '../db/codes.ts';
import { sql, type ReadableDb } from '../db/database.ts';
import { requireDocument } from '../db/documents.ts';
import { listSections, requireQuestion } from '../db/guide.ts';
import { unpackUnits } from '../db/packed-units.ts';
import type { SearchedDocument } from '../db/search.ts';
import { searchByExpression } from './handlers/texts.ts';
import type { JobContext } from './handler.ts';
import { breathe } from './jobs.ts';
import { searchIndexOf, type IndexedText, type IndexedTexts } from './search-index.ts';
import { expressionSearch, prepareQuery } from './search-places.ts';

/** What was found in one text. */
export type FoundText = {
  readonly hits: readonly Range[];
  readonly document: IndexedText;
  /** The text itself, read when it is asked for. */
  readonly text: () => string;
};

export type SearchOutcome<Value> = {
  readonly revision: number;
  readonly searched: number;
  readonly values: readonly Value[];
};

/**
 * Carries out a search. A change that comes in between makes it start over, so that what it tells is of one revision.
 * @param take what is wanted of a text in which something was found
 * @throws SimpulError `query-unreadable`, `not-found`, `pattern-too-slow`, `cancelled`
 */
export async function runSearch<Value>(
  context: JobContext,
  settings: SearchSettings,
  take: (found: FoundText, taken: readonly Value[]) => Value,
): Promise<SearchOutcome<Value>> {
  const read = readQuery(settings.query);
  if (!read.ok) throw new SimpulError('query-unreadable', { at: read.at + 1 }, { fault: read.fault, at: read.at });
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await searchOnce(context, settings, read.query, take, defaultSliceMs * 4 ** attempt);
    if (outcome.revision === revisionOf(context.db)) return outcome;
  }
}

/** Lets others run; stops where the search was cancelled or its project closed. */
export function pauseOf({ services, session, signal }: Pick<JobContext, 'services' | 'session' | 'signal'>) {
  return async (): Promise<void> => {
    await breathe(signal);
    if (services.projects.current() !== session) throw new SimpulError('cancelled');
  };
}

/** @param codes whose segments are units, where units are coded segments; null for all */
export function unitsOf(
  db: ReadableDb,
  { id, characters }: IndexedText,
  unit: SearchUnit,
  codes: ReadonlySet<number> | null,
): UnitBoundaries {
  switch (unit) {
    case 'document':
      return { starts: Int32Array.of(0), ends: Int32Array.of(characters) };
    case 'paragraph':
      return packedUnits(db, 'paragraphs', id);
    case 'sentence':
      return packedUnits(db, 'sentences', id);
    case 'coding': {
      const all = codedRanges(db, id, codes);
      return { starts: Int32Array.from(all, ({ start }) => start), ends: Int32Array.from(all, ({ end }) => end) };
    }
  }
}

async function searchOnce<Value>(
  context: JobContext,
  settings: SearchSettings,
  query: Query,
  take: (found: FoundText, taken: readonly Value[]) => Value,
  sliceMs: number,
): Promise<SearchOutcome<Value>> {
  const { db, services, session, signal, progress } = context;
  const pause = pauseOf(context);
  const indexed = await searchIndexOf(session, services.pool).load({
    signal,
    pause,
    // Where the index is complete, nothing is told of it.
    progress: (share) => progress(share * 0.9),
  });
  const slice = slicer(pause, sliceMs);
  const prepared = await prepareQuery(query, indexed, settings, slice);
  const scope = scopeOf(db, settings);
  const chosen = scope.isWhole ? indexed.texts : indexed.texts.filter(scope.includes);
  const candidates = prepared.candidates ? textsOf(prepared.candidates, indexed).filter(scope.includes) : chosen;
  // A phrase lies in one paragraph (TX6), so that its places are its hits, and units need not be read.
  const isPlain = query.kind === 'leaf' && query.leaf.kind === 'words' && plainUnits.includes(settings.unit);
  const values: Value[] = [];
  for (const [index, document] of candidates.entries()) {
    await slice.rest();
    progress(index / candidates.length);
    const text = () => indexed.read(document);
    const places = await prepared.placesIn(document, text, async (source) => {
      const search = expressionSearch(source, settings);
      return searchByExpression(context, { text: text() }, { search, replacement: null }, mostPlaces);
    });
    const allowed = scope.rangesIn(document, text);
    const inScope = places.map((ranges) => allowed.reduce(rangesInside, ranges));
    const hits = isPlain
      ? (inScope[0] ?? [])
      : evaluate({
          query,
          places: inScope,
          units: unitsOf(db, document, settings.unit, scope.codes),
          words: once(() => packedUnits(db, 'words', document.id)),
        }).hits;
    if (hits.length > 0) values.push(take({ hits, document, text }, values));
  }
  return { revision: indexed.revision, searched: chosen.length, values };
}

/** A regular expression that finds more in one text is counted no further. */
const mostPlaces = 1_000_000;

const plainUnits: readonly SearchUnit[] = ['document', 'paragraph'];

function textsOf(numbers: ReadonlySet<number>, { textAt: find }: IndexedTexts): readonly IndexedText[] {
  return [...numbers].flatMap((number) => find(number) ?? []).toSorted((a, b) => a.order - b.order);
}

type Scope = {
  /** Every text takes part. */
  readonly isWhole: boolean;
  readonly codes: ReadonlySet<number> | null;
  readonly includes: (document: SearchedDocument) => boolean;
  /** Each of them must hold a place; none where the whole text counts. */
  readonly rangesIn: (document: IndexedText, text: () => string) => readonly UnitBoundaries[];
};

type ScopeSettings = Pick<
  CheckedInputOf<'search.find'>,
  'documentIds' | 'caseIds' | 'kinds' | 'speakers' | 'codeIds' | 'questionIds'
>;

/** @throws SimpulError `not-found` where something that was chosen is not there */
export function scopeOf(db: ReadableDb, settings: ScopeSettings): Scope {
  const { documentIds, caseIds, kinds, speakers, codeIds, questionIds } = settings;
  const documents = documentIds && new Set(documentIds.map((guid) => requireDocument(db, guid).id));
  const cases = caseIds && new Set(caseIds.map((guid) => requireCase(db, guid).id));
  const codes = codeIds && new Set(codeIds.map((guid) => requireCode(db, guid).id));
  const named = speakers && new Set(speakers);
  const sections = questionIds && sectionsByDocument(db, questionIds);
  return {
    isWhole: !documents && !cases && !kinds && !sections,
    codes: codes ?? null,
    includes: ({ id, guid, kind, case_id }) =>
      (documents?.has(id) ?? true) &&
      (cases === undefined || (case_id !== null && cases.has(case_id))) &&
      (kinds === undefined || kinds.some((one) => one === kind)) &&
      (sections?.has(guid) ?? true),
    rangesIn: ({ id, guid }, text) => [
      ...(codes ? [united(codedRanges(db, id, codes))] : []),
      ...(sections ? [united(sections.get(guid) ?? [])] : []),
      ...(named ? [united(turnsOf(text()).flatMap((turn) => (named.has(turn.speaker) ? [bodyOf(turn)] : [])))] : []),
    ],
  };
}

function bodyOf({ bodyStart, end }: { readonly bodyStart: number; readonly end: number }): Range {
  return { start: bodyStart, end };
}

// GU2: a section reaches to where the next question is asked, whichever it is.
function sectionsByDocument(db: ReadableDb, questionIds: readonly Guid[]): ReadonlyMap<Guid, readonly Range[]> {
  const wanted = new Set(questionIds.map((guid) => requireQuestion(db, guid).guid));
  const found = new Map<Guid, Range[]>();
  for (const [document, sections] of Map.groupBy(listSections(db), (section) => section.document)) {
    const alive = sections.filter(({ start, end }) => end > start);
    const ranges = sectionsOf(alive, alive[0]?.characters ?? 0).flatMap(({ asked, end }) =>
      wanted.has(asked.question) ? [{ start: asked.start, end }] : [],
    );
    if (ranges.length > 0) found.set(document, ranges);
  }
  return found;
}

function codedRanges(db: ReadableDb, documentId: number, codes: ReadonlySet<number> | null): readonly Range[] {
  const all = db.all<Range & { readonly code: number }>(sql`
    SELECT DISTINCT start_offset AS start, end_offset AS "end", code_id AS code FROM coding
    WHERE document_id = ${documentId} AND state <> 'orphaned' ORDER BY start_offset, end_offset`);
  const kept = codes ? all.filter(({ code }) => codes.has(code)) : all;
  return kept.filter(({ start, end }, k) => start !== kept[k - 1]?.start || end !== kept[k - 1]?.end);
}

function packedUnits(db: ReadableDb, kind: UnitKind, documentId: number): UnitBoundaries {
  return unpackUnits(packedUnitsOf(db, kind, documentId));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
