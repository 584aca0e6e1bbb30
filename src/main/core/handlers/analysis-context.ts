// What the analyses share on the main thread: results that are remembered, reading that lets others run, the codings
// behind a number, and how a number came about.

import type { CooccurrenceLevel } from '../../../shared/contract/analysis.ts';
import type { AgreementLevel } from '../../../shared/contract/analysis-agreement.ts';
import type { Provenance } from '../../../shared/contract/analysis-scope.ts';
import type { CodingState } from '../../../shared/contract/codings.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { documentOffsets } from '../../../shared/domain/analysis/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { createAnalysisCache, type AnalysisCache, type Loaded } from '../../analysis/cache.ts';
import type { ScopeCounts } from '../../analysis/scope.ts';
import type { Selection } from '../../analysis/selection.ts';
import type { PackedTexts } from '../../analysis/texts.ts';
import { slicer, type Slicer } from '../../analysis/slices.ts';
import type { Study } from '../../analysis/study.ts';
import { codingGuids, revisionOf, tracedCodings, type AnalysedDocument, type UnitKind } from '../../db/analysis.ts';
import type { JobContext } from '../handler.ts';
import { breathe } from '../jobs.ts';
import type { Session } from '../session.ts';

/** Which units a level is asked of; null where the places of the codings are enough. */
export function unitsOfLevel(
  level: CooccurrenceLevel | AgreementLevel,
  distanceUnit: 'characters' | 'words' | 'sentences' | 'paragraphs' = 'characters',
): UnitKind | null {
  switch (level) {
    case 'section':
      return 'sections';
    case 'paragraph':
      return 'paragraphs';
    case 'sentence':
      return 'sentences';
    case 'window':
      return 'words';
    case 'adjacent':
      return distanceUnit === 'characters' ? null : distanceUnit;
    case 'case':
    case 'document':
    case 'character':
    case 'overlap':
      return null;
  }
}

/** Answers from the last results, where nothing has changed since. */
export async function remembered<Result>(
  context: JobContext,
  question: unknown,
  kind: UnitKind | null,
  compute: (loaded: Loaded) => Promise<Result>,
): Promise<Result> {
  const { db, session } = context;
  const cache = cacheOf(session);
  const key = JSON.stringify(question);
  const known = cache.find<Result>(revisionOf(db), key);
  if (known !== undefined) return known;
  context.progress(0);
  for (;;) {
    const loaded = await cache.load(kind, pauseOf(context));
    context.progress(0.1);
    try {
      const result = await compute(loaded);
      cache.keep(loaded.study.revision, key, result);
      return result;
    } catch (error) {
      if (!(error instanceof StaleStudy)) throw error;
    }
  }
}

/** The study as it is now. */
export async function loadStudy(context: JobContext): Promise<Study> {
  return (await cacheOf(context.session).load(null, pauseOf(context))).study;
}

/**
 * Where the units of this kind lie in the texts of the study.
 * @throws StaleStudy where the project changed since the study was read
 */
export async function loadUnits(context: JobContext, study: Study, kind: UnitKind): Promise<PackedTexts> {
  const loaded = await cacheOf(context.session).load(kind, pauseOf(context));
  if (loaded.study.revision !== study.revision || loaded.texts === null) throw new StaleStudy();
  return loaded.texts;
}

/** What was read belongs to an older revision than what was read next. */
export class StaleStudy extends Error {}

/** Lets others run; stops where the job was cancelled or its project closed. */
export function pauseOf({ services, session, signal }: JobContext): () => Promise<void> {
  return async () => {
    await breathe(signal);
    if (services.projects.current() !== session) throw new SimpulError('cancelled');
  };
}

export type Traced = { readonly guid: Guid; readonly document: AnalysedDocument; readonly state: CodingState };

/** The codings of two codes in the order of the scope, with their guids. */
export async function trace(
  context: JobContext,
  study: Study,
  { scope, documents }: Selection,
  first: number,
  second: number,
): Promise<readonly Traced[]> {
  const holds = new Uint8Array(scope.documents);
  study.codings.code.forEach((code, row) => {
    const place = scope.documentAt[study.codings.document[row] ?? 0] ?? -1;
    if (place >= 0 && (code === first || code === second)) holds[place] = 1;
  });
  const [firstId, secondId] = [study.codes[first]?.id ?? 0, study.codes[second]?.id ?? 0];
  const coderPlace = new Map(study.coders.map(({ id }, place) => [id, place]));
  const takesPart = (coder: number | null) =>
    scope.coderIn[coder === null ? study.coders.length : (coderPlace.get(coder) ?? study.coders.length)] === 1;
  const slice = slicer(pauseOf(context));
  const found: Traced[] = [];
  for (const [place, document] of documents.entries()) {
    if (holds[place] !== 1) continue;
    await slice.rest();
    for (const { guid, state, coderId } of tracedCodings(context.db, document.id, firstId, secondId)) {
      if (takesPart(coderId)) found.push({ guid, document, state });
    }
  }
  assertFresh(context, study);
  return found;
}

/**
 * The guids of codings, given by their rows in the study.
 * @throws StaleStudy where the project changed since the study was read
 */
export async function guidsOf(context: JobContext, study: Study, rows: Int32Array): Promise<readonly Guid[]> {
  const offsets = documentOffsets(study.codings.document, study.documents.length);
  const inDocument = new Map<number, readonly Guid[]>();
  const slice = slicer(pauseOf(context));
  for (const row of rows) {
    const place = study.codings.document[row] ?? 0;
    if (inDocument.has(place)) continue;
    await slice.rest();
    inDocument.set(place, codingGuids(context.db, study.documents[place]?.id ?? 0));
  }
  assertFresh(context, study);
  return Array.from(rows, (row) => {
    const place = study.codings.document[row] ?? 0;
    return inDocument.get(place)?.[row - (offsets[place] ?? 0)] ?? missing();
  });
}

/** @throws StaleStudy where the project changed since the study was read */
export function assertFresh({ db }: JobContext, study: Study): void {
  if (revisionOf(db) !== study.revision) throw new StaleStudy();
}

export function provenanceOf(
  { services }: JobContext,
  method: string,
  { revision }: Study,
  { scope }: Selection,
  { codings, coders }: ScopeCounts,
): Provenance {
  const computedAt = services.ports.clock.now().toISOString();
  return { method, revision, computedAt, documents: scope.documents, codings, coders, codes: scope.codes };
}

/** Rows of a matrix, a few at a time: that of a thousand codes has a million cells. */
export async function matrix<Cell>(values: Float64Array, size: number, slice: Slicer, cell: (value: number) => Cell) {
  const rows: Cell[][] = [];
  for (let row = 0; row < size; row += 1) {
    await slice.rest();
    rows.push(Array.from(values.subarray(row * size, (row + 1) * size), cell));
  }
  return rows;
}

/** A matrix in rows, undefined values as null. */
export function nullableRows(values: Float64Array, columns: number): (number | null)[][] {
  const rows = columns === 0 ? 0 : values.length / columns;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), definedOrNull),
  );
}

export function definedOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export function missing(): never {
  throw new SimpulError('internal');
}

const caches = new WeakMap<Session, AnalysisCache>();

function cacheOf(session: Session): AnalysisCache {
  const known = caches.get(session);
  if (known) return known;
  const made = createAnalysisCache(session.connection);
  caches.set(session, made);
  return made;
}
