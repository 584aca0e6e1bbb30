// What analyses read: the narrow columns of all codings, and where the units of each text lie. Never quotes,
// never texts. Every read is small enough to leave time for whoever is waiting.

import type { CodingState } from '../../shared/contract/codings.ts';
import { sectionUnits } from '../../shared/domain/analysis/units.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type Connection, type ReadableDb, type Statement } from './database.ts';
import { packUnits } from './packed-units.ts';

export type AnalysedDocument = {
  readonly id: number;
  readonly guid: Guid;
  /** In the project's list. */
  readonly position: number;
  readonly case_id: number | null;
  readonly characters: number;
  /** Of the text: it changes with every edit, and only then. */
  readonly revision: number;
};
export type AnalysedCode = {
  readonly id: number;
  readonly guid: Guid;
  readonly parent: Guid | null;
  readonly name: string;
  readonly color: string;
};
export type Known = { readonly id: number; readonly guid: Guid };

/** Counts changes of the project: what was computed at another revision is stale. */
export function revisionOf(db: ReadableDb): number {
  return db.get<{ number: number }>(sql`SELECT number FROM revision`)?.number ?? 0;
}

/** In the order of their ids, which is that of their codings in the index. */
export function analysedDocuments(db: ReadableDb): readonly AnalysedDocument[] {
  return db.all<AnalysedDocument>(sql`
    SELECT d.id, d.guid, d.position, d.case_id, t.characters, t.revision
    FROM document AS d JOIN document_text AS t ON t.id = d.id ORDER BY d.id`);
}

/** Siblings in their order; a walk down the tree gives the codebook's. */
export function analysedCodes(db: ReadableDb): readonly AnalysedCode[] {
  return db.all<AnalysedCode>(sql`
    SELECT c.id, c.guid, p.guid AS parent, c.name, c.color
    FROM code AS c LEFT JOIN code AS p ON p.id = c.parent_id ORDER BY c.position, c.id`);
}

export function analysedCases(db: ReadableDb): readonly Known[] {
  return db.all<Known>(sql`SELECT id, guid FROM study_case ORDER BY position, id`);
}

export function analysedCoders(db: ReadableDb): readonly Known[] {
  return db.all<Known>(sql`SELECT id, guid FROM coder ORDER BY id`);
}

/** Codings in columns, with ids for document, code and coder; nobody is coder 0. Sorted by document, start and end. */
export type Places = {
  readonly document: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
};

export type PlacesWanted = {
  /** Ids of the first and the last document. */
  readonly first: number;
  readonly last: number;
  /** Length of the longest text among them: no offset is greater. */
  readonly characters: number;
  /** No code and no coder has a greater id. */
  readonly greatestCode: number;
  readonly greatestCoder: number;
  readonly offset: number;
  readonly limit: number;
};

/** Whole numbers up to here are exact, with a bit to spare for the divisions that take them apart. */
const mostDigits = 2 ** 52;

/** Whether the places of these documents can be read at once: document, start and end are digits of one number. */
export function fitTogether(first: number, last: number, characters: number): boolean {
  return (last - first + 1) * (characters + 1) ** 2 <= mostDigits;
}

/**
 * Codings of some documents that are no orphans (CO2), a page at a time.
 *
 * What crosses from SQLite to JavaScript costs by the cell, so a row comes as one number where it fits:
 * document, start, end, code and coder are its digits. 200,000 codings load in a third of the time that rows of
 * five cells take. Where the product of the ranges is too great (a long text and many codes), places and owners
 * come one after the other; rows equal in all five may stand in any order, so the two reads agree.
 */
export function placesIn(db: ReadableDb, wanted: PlacesWanted): Places {
  const offsets = wanted.characters + 1;
  const coders = wanted.greatestCoder + 1;
  const owners = (wanted.greatestCode + 1) * coders;
  const inOne = (wanted.last - wanted.first + 1) * offsets ** 2 * owners <= mostDigits;
  const numbers = db.column(inOne ? placesWithOwners(wanted, offsets, coders) : placesAlone(wanted, offsets));
  const separate = inOne ? null : db.column(ownersAlone(wanted, offsets, coders));
  const size = numbers.length;
  const document = new Int32Array(size);
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const code = new Int32Array(size);
  const coder = new Int32Array(size);
  for (let i = 0; i < size; i += 1) {
    const number = numbers[i] ?? 0;
    const place = separate === null ? Math.floor(number / owners) : number;
    const owner = separate === null ? number - place * owners : (separate[i] ?? 0);
    const opening = Math.floor(place / offsets);
    const index = Math.floor(opening / offsets);
    const owned = Math.floor(owner / coders);
    document[i] = wanted.first + index;
    start[i] = opening - index * offsets;
    end[i] = place - opening * offsets;
    code[i] = owned;
    coder[i] = owner - owned * coders;
  }
  return { document, start, end, code, coder };
}

// The query plans of these three are asserted: the covering index, in its own order, no row of the table. Numbers
// go in as BigInt, because the driver binds others as floating point, which SQLite computes with more slowly. A
// coding that reaches beyond its text is damage, which `check` reports: its digits would read as another coding.

export function placesWithOwners(wanted: PlacesWanted, offsets: number, coders: number): Statement {
  return sql`
    SELECT ((((document_id - ${BigInt(wanted.first)}) * ${BigInt(offsets)} + start_offset) * ${BigInt(offsets)}
      + end_offset) * ${BigInt(wanted.greatestCode + 1)} + code_id) * ${BigInt(coders)} + coalesce(coder_id, 0)
    FROM coding
    WHERE document_id BETWEEN ${wanted.first} AND ${wanted.last} AND end_offset < ${BigInt(offsets)}
      AND state <> 'orphaned'
    ORDER BY document_id, start_offset, end_offset, code_id, coder_id
    LIMIT ${wanted.limit} OFFSET ${wanted.offset}`;
}

export function placesAlone(wanted: PlacesWanted, offsets: number): Statement {
  return sql`
    SELECT ((document_id - ${BigInt(wanted.first)}) * ${BigInt(offsets)} + start_offset) * ${BigInt(offsets)}
      + end_offset
    FROM coding
    WHERE document_id BETWEEN ${wanted.first} AND ${wanted.last} AND end_offset < ${BigInt(offsets)}
      AND state <> 'orphaned'
    ORDER BY document_id, start_offset, end_offset, code_id, coder_id
    LIMIT ${wanted.limit} OFFSET ${wanted.offset}`;
}

export function ownersAlone(wanted: PlacesWanted, offsets: number, coders: number): Statement {
  return sql`
    SELECT code_id * ${BigInt(coders)} + coalesce(coder_id, 0)
    FROM coding
    WHERE document_id BETWEEN ${wanted.first} AND ${wanted.last} AND end_offset < ${BigInt(offsets)}
      AND state <> 'orphaned'
    ORDER BY document_id, start_offset, end_offset, code_id, coder_id
    LIMIT ${wanted.limit} OFFSET ${wanted.offset}`;
}

/**
 * Notes from now on in which documents codings are made, changed or removed, in a temporary table of this
 * connection, of which the project file knows nothing.
 */
export function watchCodings(db: Connection): void {
  db.execute(`
    CREATE TEMP TABLE changed_codings (document_id INTEGER PRIMARY KEY);
    CREATE TEMP TRIGGER coding_was_made AFTER INSERT ON main.coding BEGIN
      INSERT OR IGNORE INTO changed_codings VALUES (NEW.document_id);
    END;
    CREATE TEMP TRIGGER coding_was_changed AFTER UPDATE ON main.coding BEGIN
      INSERT OR IGNORE INTO changed_codings VALUES (OLD.document_id), (NEW.document_id);
    END;
    CREATE TEMP TRIGGER coding_was_removed AFTER DELETE ON main.coding BEGIN
      INSERT OR IGNORE INTO changed_codings VALUES (OLD.document_id);
    END`);
}

/** Ids of the documents noted since the last {@link forgetChanges}. */
export function documentsWithChanges(db: ReadableDb): readonly number[] {
  return db.column(sql`SELECT document_id FROM temp.changed_codings`);
}

export function forgetChanges(db: Connection): void {
  db.execute('DELETE FROM temp.changed_codings');
}

export type UnitKind = 'paragraphs' | 'sentences' | 'words' | 'sections';

/** The units of one text, as `packUnits` gives them. */
export function packedUnitsOf(db: ReadableDb, kind: UnitKind, documentId: number): Uint8Array {
  if (kind === 'sections') return packedSections(db, documentId);
  return db.get<{ units: Uint8Array }>(unitsStatement(kind, documentId))?.units ?? new Uint8Array();
}

/** A coding with its guid, for what opens the quotations behind a number. */
export type TracedCoding = {
  readonly guid: Guid;
  readonly state: CodingState;
  readonly start: number;
  readonly end: number;
  readonly codeId: number;
  readonly coderId: number | null;
};

/** The codings of two codes (or of one, given twice) in one document that are no orphans, as {@link placesIn} orders them. */
export function tracedCodings(
  db: ReadableDb,
  documentId: number,
  firstCode: number,
  secondCode: number,
): readonly TracedCoding[] {
  return db.all<TracedCoding>(tracedStatement(documentId, firstCode, secondCode));
}

/** What conditions of a query ask of documents. */
export type DocumentFacts = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly kind: string;
  readonly date: string | null;
  readonly case_id: number | null;
};

export function documentFacts(db: ReadableDb): readonly DocumentFacts[] {
  return db.all<DocumentFacts>(sql`SELECT id, guid, title, kind, date, case_id FROM document ORDER BY id`);
}

export type Named = Known & { readonly name: string };

export function namedCases(db: ReadableDb): readonly Named[] {
  return db.all<Named>(sql`SELECT id, guid, name FROM study_case ORDER BY id`);
}

export function namedCoders(db: ReadableDb): readonly Named[] {
  return db.all<Named>(sql`SELECT id, guid, name FROM coder ORDER BY id`);
}

/** Weights of the codings of one document, in the order of {@link codingGuids}; −1 where there is none. */
export function codingWeights(db: ReadableDb, documentId: number): readonly number[] {
  return db.column(sql`
    SELECT coalesce(weight, -1) FROM coding WHERE document_id = ${documentId} AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id, id`);
}

/** Days on which they were made, as numbers YYYYMMDD, in the same order. */
export function codingDays(db: ReadableDb, documentId: number): readonly number[] {
  return db.column(sql`
    SELECT CAST(replace(substr(created_at, 1, 10), '-', '') AS INTEGER) FROM coding
    WHERE document_id = ${documentId} AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id, id`);
}

/** The codings of one document that are no orphans, as {@link placesIn} orders them; alike ones by age. */
export function codingGuids(db: ReadableDb, documentId: number): readonly Guid[] {
  return db
    .all<{ readonly guid: Guid }>(sql`
      SELECT guid FROM coding WHERE document_id = ${documentId} AND state <> 'orphaned'
      ORDER BY start_offset, end_offset, code_id, coder_id, id`)
    .map(({ guid }) => guid);
}

export function tracedStatement(documentId: number, firstCode: number, secondCode: number): Statement {
  return sql`
    SELECT guid, state, start_offset AS start, end_offset AS "end", code_id AS codeId, coder_id AS coderId FROM coding
    WHERE document_id = ${documentId} AND code_id IN (${firstCode}, ${secondCode}) AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id, id`;
}

/** GU2: from where a question is asked to where the next one is; two asked at one place open one section. */
function packedSections(db: ReadableDb, documentId: number): Uint8Array {
  const starts = db.column(sql`
    SELECT DISTINCT p.start_offset FROM guide_section AS g JOIN passage AS p ON p.id = g.passage_id
    WHERE p.document_id = ${documentId} AND p.end_offset > p.start_offset ORDER BY p.start_offset`);
  if (starts.length === 0) return new Uint8Array();
  const [characters = 0] = db.column(sql`SELECT characters FROM document_text WHERE id = ${documentId}`);
  return packUnits(sectionUnits(Int32Array.from(starts), characters));
}

function unitsStatement(kind: Exclude<UnitKind, 'sections'>, documentId: number): Statement {
  switch (kind) {
    case 'paragraphs':
      return sql`SELECT paragraphs AS units FROM text_structure WHERE id = ${documentId}`;
    case 'sentences':
      return sql`SELECT sentences AS units FROM text_structure WHERE id = ${documentId}`;
    case 'words':
      return sql`SELECT words AS units FROM text_structure WHERE id = ${documentId}`;
  }
}
