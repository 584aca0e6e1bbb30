// The codings of a project in columns that all threads share, read once per revision.
//
// The project file is locked by this process's one connection (locking_mode EXCLUSIVE), so a worker cannot read
// it. The main thread reads, in slices short enough for whoever is waiting, and hands out shared memory.

import { documentOffsets, type CodingColumns } from '../../shared/domain/analysis/codings.ts';
import { inTreeOrder, pathsOf } from '../../shared/domain/codes.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import {
  analysedCases,
  analysedCoders,
  analysedCodes,
  analysedDocuments,
  fitTogether,
  placesIn,
  revisionOf,
  type AnalysedDocument,
  type Known,
  type Places,
  type PlacesWanted,
} from '../db/analysis.ts';
import type { ReadableDb } from '../db/database.ts';
import type { Slicer } from './slices.ts';

export type StudyCode = Known & { readonly path: readonly string[]; readonly color: string };

/** What all analyses of one revision start from. Documents, codes, cases and coders are known by their place here. */
export type Study = {
  readonly revision: number;
  /** In the order of their ids. */
  readonly documents: readonly AnalysedDocument[];
  /** In the order of the codebook. */
  readonly codes: readonly StudyCode[];
  readonly cases: readonly Known[];
  /** Codings of nobody have the coder `coders.length`. */
  readonly coders: readonly Known[];
  /** Without orphans (CO2), in shared memory. */
  readonly codings: CodingColumns;
};

/** Documents, and codings, read at once: a few milliseconds of work. */
const mostDocuments = 50;
const pageSize = 20_000;

/** What was read last, and the ids of the documents whose codings changed since. */
export type Former = { readonly study: Study; readonly changed: readonly number[] };

/**
 * Reads the study as it is now: after a coding here and there only the codings of those documents.
 * @param former null where nothing was read yet, or nothing is known of what changed
 * @returns null where a command came in between: what was read does not belong together then
 */
export async function readStudy(db: ReadableDb, slice: Slicer, former: Former | null): Promise<Study | null> {
  const revision = revisionOf(db);
  const documents = analysedDocuments(db);
  const cases = analysedCases(db);
  const coders = analysedCoders(db);
  const codes = codesInOrder(db);
  const names = { documents, codes, coders };
  const codings =
    former && samePlaces(former.study, names)
      ? await readChanged(db, slice, names, former)
      : await readCodings(db, slice, names, batches(documents));
  return revisionOf(db) === revision ? { revision, documents, codes, cases, coders, codings } : null;
}

type Names = Pick<Study, 'documents' | 'codes' | 'coders'>;

/** Places mean the same only where documents, codes and coders are the same in the same order. */
function samePlaces(former: Names, now: Names): boolean {
  const sameIds = (a: readonly Known[], b: readonly Known[]) =>
    a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
  return (
    sameIds(former.documents, now.documents) && sameIds(former.codes, now.codes) && sameIds(former.coders, now.coders)
  );
}

async function readChanged(db: ReadableDb, slice: Slicer, names: Names, { study, changed }: Former) {
  if (changed.length === 0) return study.codings;
  const ids = new Set(changed);
  const places = [...names.documents.keys()].filter((place) => ids.has(names.documents[place]?.id ?? 0));
  const batch = names.documents.filter(({ id }) => ids.has(id)).map(alone);
  return replaced(study.codings, await readCodings(db, slice, names, batch), places, names.documents.length);
}

async function readCodings(
  db: ReadableDb,
  slice: Slicer,
  { documents, codes, coders }: Names,
  wanted: readonly Batch[],
): Promise<CodingColumns> {
  const columns = growingCodings(documents, codes, coders);
  const greatestCode = greatestId(codes);
  const greatestCoder = greatestId(coders);
  for (const batch of wanted) {
    for (let offset = 0, more = true; more; offset += pageSize) {
      await slice.rest();
      const places = placesIn(db, { ...batch, greatestCode, greatestCoder, offset, limit: pageSize });
      columns.add(places);
      more = places.start.length === pageSize;
    }
  }
  return columns.shared();
}

/**
 * Codings with those of some documents exchanged.
 * @param places of these documents, ascending
 */
function replaced(former: CodingColumns, fresh: CodingColumns, places: readonly number[], documents: number) {
  const before = documentOffsets(former.document, documents);
  const after = documentOffsets(fresh.document, documents);
  const pieces: { readonly of: CodingColumns; readonly from: number; readonly to: number }[] = [];
  let done = 0;
  for (const place of places) {
    pieces.push({ of: former, from: done, to: before[place] ?? 0 });
    pieces.push({ of: fresh, from: after[place] ?? 0, to: after[place + 1] ?? 0 });
    done = before[place + 1] ?? 0;
  }
  pieces.push({ of: former, from: done, to: former.document.length });
  const size = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  return eachColumn((name) => {
    const column = sharedColumn(size);
    let at = 0;
    for (const { of, from, to } of pieces) {
      column.set(of[name].subarray(from, to), at);
      at += to - from;
    }
    return column;
  });
}

type Batch = Pick<PlacesWanted, 'first' | 'last' | 'characters'>;

/** Documents that follow each other and can be read together. */
function batches(documents: readonly AnalysedDocument[]): readonly Batch[] {
  const found: Batch[] = [];
  let size = 0;
  for (const { id, characters } of documents) {
    const open = found.at(-1);
    const longest = Math.max(open?.characters ?? 0, characters);
    if (open && size < mostDocuments && fitTogether(open.first, id, longest)) {
      found[found.length - 1] = { first: open.first, last: id, characters: longest };
      size += 1;
    } else {
      found.push(alone({ id, characters }));
      size = 1;
    }
  }
  return found;
}

function alone({ id, characters }: Pick<AnalysedDocument, 'id' | 'characters'>): Batch {
  return { first: id, last: id, characters };
}

/** Columns that grow by doubling, with ids replaced by places. */
function growingCodings(documents: readonly Known[], codes: readonly Known[], coders: readonly Known[]) {
  const documentAt = placesOf(documents);
  const codeAt = placesOf(codes);
  const coderAt = placesOf(coders);
  let columns: CodingColumns = eachColumn(() => new Int32Array(1024));
  let size = 0;
  return {
    add: ({ document, start, end, code, coder }: Places): void => {
      const next = size + start.length;
      if (next > columns.start.length) {
        const room = Math.max(next, columns.start.length * 2);
        const former = columns;
        columns = eachColumn((name) => filled(new Int32Array(room), former[name]));
      }
      columns.start.set(start, size);
      columns.end.set(end, size);
      for (let i = 0; i < start.length; i += 1) {
        columns.document[size + i] = documentAt.get(document[i] ?? 0) ?? 0;
        columns.code[size + i] = codeAt.get(code[i] ?? 0) ?? 0;
        columns.coder[size + i] = coderAt.get(coder[i] ?? 0) ?? coders.length;
      }
      size = next;
    },
    shared: (): CodingColumns => eachColumn((name) => filled(sharedColumn(size), columns[name].subarray(0, size))),
  };
}

function eachColumn<Column>(make: (name: keyof CodingColumns) => Column) {
  return {
    document: make('document'),
    start: make('start'),
    end: make('end'),
    code: make('code'),
    coder: make('coder'),
  };
}

function sharedColumn(size: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(size * Int32Array.BYTES_PER_ELEMENT));
}

function filled(column: Int32Array, values: Int32Array): Int32Array {
  column.set(values);
  return column;
}

function codesInOrder(db: ReadableDb): readonly StudyCode[] {
  const ordered = inTreeOrder<Guid, ReturnType<typeof analysedCodes>[number]>(analysedCodes(db));
  const paths = pathsOf<Guid>(ordered);
  return ordered.map(({ id, guid, name, color }) => ({ id, guid, color, path: paths.get(guid) ?? [name] }));
}

function placesOf(known: readonly Known[]): ReadonlyMap<number, number> {
  return new Map(known.map(({ id }, index) => [id, index]));
}

function greatestId(known: readonly Known[]): number {
  return known.reduce((greatest, { id }) => Math.max(greatest, id), 0);
}
