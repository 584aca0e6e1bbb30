// What analyses read: the narrow columns of all codings, and where the units of each text lie. Never quotes,
// never texts. Every read is small enough to leave time for whoever is waiting.

import type { CodingState } from '../../shared/contract/codings.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type Statement } from './database.ts';

export type AnalysedDocument = {
  readonly id: number;
  readonly guid: Guid;
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

/** In the order in which the project lists them. */
export function analysedDocuments(db: ReadableDb): readonly AnalysedDocument[] {
  return db.all<AnalysedDocument>(sql`
    SELECT d.id, d.guid, d.case_id, t.characters, t.revision
    FROM document AS d JOIN document_text AS t ON t.id = d.id ORDER BY d.position, d.id`);
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

/** Codings in columns, with ids for code and coder; nobody is coder 0. In order of start and end. */
export type Places = {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
};

export type PlacesWanted = {
  readonly documentId: number;
  /** Length of the text: no offset is greater. */
  readonly characters: number;
  /** No code and no coder has a greater id. */
  readonly greatestCode: number;
  readonly greatestCoder: number;
  readonly offset: number;
  readonly limit: number;
};

/**
 * Codings of one document that are no orphans (CO2), a page at a time.
 *
 * What crosses from SQLite to JavaScript costs by the cell, so a row comes as one number where it fits:
 * start, end, code and coder are its digits. 200,000 codings load in a third of the time that rows of four
 * cells take. Where the product of the ranges exceeds 2^52 (a long text and many codes), places and owners
 * come one after the other; rows equal in all four may stand in any order, so the two reads agree.
 */
export function placesIn(db: ReadableDb, wanted: PlacesWanted): Places {
  const offsets = wanted.characters + 1;
  const coders = wanted.greatestCoder + 1;
  const owners = (wanted.greatestCode + 1) * coders;
  const inOne = offsets * offsets * owners <= 2 ** 52;
  const first = db.column(inOne ? placesWithOwners(wanted, offsets, coders) : placesAlone(wanted, offsets));
  const second = inOne ? null : db.column(ownersAlone(wanted, offsets, coders));
  const size = first.length;
  const columns = {
    start: new Int32Array(size),
    end: new Int32Array(size),
    code: new Int32Array(size),
    coder: new Int32Array(size),
  };
  for (let i = 0; i < size; i += 1) {
    const packed = first[i] ?? 0;
    const place = second === null ? Math.floor(packed / owners) : packed;
    const owner = second === null ? packed - place * owners : (second[i] ?? 0);
    const start = Math.floor(place / offsets);
    const code = Math.floor(owner / coders);
    columns.start[i] = start;
    columns.end[i] = place - start * offsets;
    columns.code[i] = code;
    columns.coder[i] = owner - code * coders;
  }
  return columns;
}

// The query plans of these three are asserted: the covering index, in its own order, no row of the table. Numbers
// go in as BigInt, because the driver binds others as floating point, which SQLite computes with more slowly. A
// coding that reaches beyond its text is damage, which `check` reports: its digits would read as another coding.

export function placesWithOwners(wanted: PlacesWanted, offsets: number, coders: number): Statement {
  return sql`
    SELECT ((start_offset * ${BigInt(offsets)} + end_offset) * ${BigInt(wanted.greatestCode + 1)} + code_id)
      * ${BigInt(coders)} + coalesce(coder_id, 0)
    FROM coding
    WHERE document_id = ${wanted.documentId} AND end_offset < ${BigInt(offsets)} AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id LIMIT ${wanted.limit} OFFSET ${wanted.offset}`;
}

export function placesAlone(wanted: PlacesWanted, offsets: number): Statement {
  return sql`
    SELECT start_offset * ${BigInt(offsets)} + end_offset
    FROM coding
    WHERE document_id = ${wanted.documentId} AND end_offset < ${BigInt(offsets)} AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id LIMIT ${wanted.limit} OFFSET ${wanted.offset}`;
}

export function ownersAlone(wanted: PlacesWanted, offsets: number, coders: number): Statement {
  return sql`
    SELECT code_id * ${BigInt(coders)} + coalesce(coder_id, 0)
    FROM coding
    WHERE document_id = ${wanted.documentId} AND end_offset < ${BigInt(offsets)} AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id LIMIT ${wanted.limit} OFFSET ${wanted.offset}`;
}

export type UnitKind = 'paragraphs' | 'sentences' | 'words';

/** The units of one text, as `packUnits` gives them. */
export function packedUnitsOf(db: ReadableDb, kind: UnitKind, documentId: number): Uint8Array {
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

export function tracedStatement(documentId: number, firstCode: number, secondCode: number): Statement {
  return sql`
    SELECT guid, state, start_offset AS start, end_offset AS "end", code_id AS codeId, coder_id AS coderId FROM coding
    WHERE document_id = ${documentId} AND code_id IN (${firstCode}, ${secondCode}) AND state <> 'orphaned'
    ORDER BY start_offset, end_offset, code_id, coder_id, id`;
}

function unitsStatement(kind: UnitKind, documentId: number): Statement {
  switch (kind) {
    case 'paragraphs':
      return sql`SELECT paragraphs AS units FROM text_structure WHERE id = ${documentId}`;
    case 'sentences':
      return sql`SELECT sentences AS units FROM text_structure WHERE id = ${documentId}`;
    case 'words':
      return sql`SELECT words AS units FROM text_structure WHERE id = ${documentId}`;
  }
}
