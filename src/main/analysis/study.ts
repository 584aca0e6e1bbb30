// The codings of a project in columns that all threads share, read once per revision.
//
// The project file is locked by this process's one connection (locking_mode EXCLUSIVE), so a worker cannot read
// it. The main thread reads, in slices short enough for whoever is waiting, and hands out shared memory.

import type { CodingColumns } from '../../shared/domain/analysis/codings.ts';
import { inTreeOrder, pathsOf } from '../../shared/domain/codes.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import {
  analysedCases,
  analysedCoders,
  analysedCodes,
  analysedDocuments,
  placesIn,
  revisionOf,
  type AnalysedDocument,
  type Known,
  type Places,
} from '../db/analysis.ts';
import type { ReadableDb } from '../db/database.ts';
import type { Slicer } from './slices.ts';

export type StudyCode = Known & { readonly path: readonly string[]; readonly color: string };

/** What all analyses of one revision start from. Documents, codes, cases and coders are known by their place here. */
export type Study = {
  readonly revision: number;
  /** In the order of the project's list. */
  readonly documents: readonly AnalysedDocument[];
  /** In the order of the codebook. */
  readonly codes: readonly StudyCode[];
  readonly cases: readonly Known[];
  /** Codings of nobody have the coder `coders.length`. */
  readonly coders: readonly Known[];
  /** Without orphans (CO2), in shared memory. */
  readonly codings: CodingColumns;
};

/** Codings read at once: about eight milliseconds of work. */
const pageSize = 20_000;

/**
 * Reads the study as it is now.
 * @returns null where a command came in between: what was read does not belong together then
 */
export async function readStudy(db: ReadableDb, slice: Slicer): Promise<Study | null> {
  const study = await readOnce(db, slice);
  return revisionOf(db) === study.revision ? study : null;
}

async function readOnce(db: ReadableDb, slice: Slicer): Promise<Study> {
  const revision = revisionOf(db);
  const documents = analysedDocuments(db);
  const cases = analysedCases(db);
  const coders = analysedCoders(db);
  const codes = codesInOrder(db);
  const pages: Page[] = [];
  const greatestCode = greatestId(codes);
  const greatestCoder = greatestId(coders);
  for (const [index, document] of documents.entries()) {
    for (let offset = 0, more = true; more; offset += pageSize) {
      await slice.rest();
      const places = placesIn(db, {
        documentId: document.id,
        characters: document.characters,
        greatestCode,
        greatestCoder,
        offset,
        limit: pageSize,
      });
      if (places.start.length > 0) pages.push({ document: index, places });
      more = places.start.length === pageSize;
    }
  }
  return { revision, documents, codes, cases, coders, codings: joined(pages, codes, coders) };
}

type Page = { readonly document: number; readonly places: Places };

/** One column after the other in shared memory, ids replaced by places. */
function joined(pages: readonly Page[], codes: readonly Known[], coders: readonly Known[]): CodingColumns {
  const size = pages.reduce((sum, { places }) => sum + places.start.length, 0);
  const codings = {
    document: sharedColumn(size),
    start: sharedColumn(size),
    end: sharedColumn(size),
    code: sharedColumn(size),
    coder: sharedColumn(size),
  };
  const codeAt = new Map(codes.map(({ id }, index) => [id, index]));
  const coderAt = new Map(coders.map(({ id }, index) => [id, index]));
  let at = 0;
  for (const { document, places } of pages) {
    const length = places.start.length;
    codings.document.fill(document, at, at + length);
    codings.start.set(places.start, at);
    codings.end.set(places.end, at);
    for (let i = 0; i < length; i += 1) {
      codings.code[at + i] = codeAt.get(places.code[i] ?? 0) ?? 0;
      codings.coder[at + i] = coderAt.get(places.coder[i] ?? 0) ?? coders.length;
    }
    at += length;
  }
  return codings;
}

function codesInOrder(db: ReadableDb): readonly StudyCode[] {
  const ordered = inTreeOrder<Guid, ReturnType<typeof analysedCodes>[number]>(analysedCodes(db));
  const paths = pathsOf<Guid>(ordered);
  return ordered.map(({ id, guid, name, color }) => ({ id, guid, color, path: paths.get(guid) ?? [name] }));
}

function greatestId(known: readonly Known[]): number {
  return known.reduce((greatest, { id }) => Math.max(greatest, id), 0);
}

function sharedColumn(size: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(size * Int32Array.BYTES_PER_ELEMENT));
}
