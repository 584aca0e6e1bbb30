// What evidence points at, as the file has it: read for all of it at once, by guid. What follows from codings elsewhere
// is added in `core/claims/present.ts`.

import type { Guid } from '../../shared/domain/ids.ts';
import { digestOf, fingerprintOf } from '../../shared/domain/evidence/fingerprints.ts';
import type { EvidenceKind } from '../../shared/contract/propositions.ts';
import { sql, type ReadableDb } from './database.ts';

/** One thing that evidence points at. */
export type PresentThing = {
  readonly fingerprint: string;
  /** Where it comes from. */
  readonly title: string;
  readonly words: string;
  readonly document: Guid | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly code: Guid | null;
  readonly case: Guid | null;
  /** Of a cell: where it stands. */
  readonly cell?: { readonly display: Guid; readonly row: string; readonly column: string };
};

/** The things of one kind that are there; what is missing in the answer is gone. */
export function storedThings(
  db: ReadableDb,
  kind: EvidenceKind,
  targets: readonly Guid[],
): ReadonlyMap<Guid, PresentThing> {
  return targets.length === 0 ? new Map() : readers[kind](db, JSON.stringify([...new Set(targets)]));
}

type Reader = (db: ReadableDb, targets: string) => ReadonlyMap<Guid, PresentThing>;

const nowhere = { document: null, start: null, end: null, code: null, case: null };

// Weight, coder and place do not count: they say nothing else than was judged. An orphan has no words (SG1).
const readers: Readonly<Record<EvidenceKind, Reader>> = {
  coding: (db, targets) =>
    mapOf(
      db.all<Placed & { code: Guid }>(sql`
        SELECT c.guid, d.guid AS document, k.guid AS code, s.guid AS "case", c.start_offset AS start,
          c.end_offset AS "end", c.quote, d.title
        FROM json_each(${targets}) AS w JOIN coding AS c ON c.guid = w.value JOIN document AS d ON d.id = c.document_id
        JOIN code AS k ON k.id = c.code_id LEFT JOIN study_case AS s ON s.id = d.case_id`),
      ({ document, code, quote, title, start, end, case: studyCase }) => ({
        fingerprint: fingerprintOf({ document, code, quote }),
        title,
        words: quote,
        document,
        start,
        end,
        code,
        case: studyCase,
      }),
    ),
  passage: (db, targets) =>
    mapOf(
      db.all<Placed>(sql`
        SELECT p.guid, d.guid AS document, s.guid AS "case", p.start_offset AS start, p.end_offset AS "end", p.quote,
          d.title
        FROM json_each(${targets}) AS w JOIN passage AS p ON p.guid = w.value JOIN document AS d ON d.id = p.document_id
        LEFT JOIN study_case AS s ON s.id = d.case_id`),
      ({ document, quote, title, start, end, case: studyCase }) => ({
        fingerprint: fingerprintOf({ document, quote, lost: end === start }),
        title,
        words: quote,
        document,
        start,
        end,
        code: null,
        case: studyCase,
      }),
    ),
  memo: (db, targets) =>
    mapOf(
      db.all<{ guid: Guid; title: string; body: string }>(sql`
        SELECT m.guid, m.title, m.body FROM json_each(${targets}) AS w JOIN memo AS m ON m.guid = w.value`),
      ({ title, body }) => ({ ...nowhere, fingerprint: fingerprintOf({ title, body }), title, words: body }),
    ),
  // On its way up a status changes often; only a rejection takes the ground away.
  proposition: (db, targets) =>
    mapOf(
      db.all<{ guid: Guid; statement: string; status: string }>(sql`
        SELECT p.guid, p.statement, p.status FROM json_each(${targets}) AS w JOIN proposition AS p ON p.guid = w.value`),
      ({ statement, status }) => ({
        ...nowhere,
        fingerprint: fingerprintOf({ statement, rejected: status === 'rejected' }),
        title: '',
        words: statement,
      }),
    ),
  display: (db, targets) => {
    const cells = Map.groupBy(
      db.all<{ display: Guid; row_key: string; column_key: string; text: string; rating: string }>(sql`
        SELECT d.guid AS display, c.row_key, c.column_key, c.text, c.rating FROM json_each(${targets}) AS w
        JOIN display AS d ON d.guid = w.value JOIN display_cell AS c ON c.display_id = d.id`),
      ({ display }) => display,
    );
    return mapOf(
      db.all<{ guid: Guid; name: string; definition: string; commentary: string }>(sql`
        SELECT d.guid, d.name, d.definition, d.commentary FROM json_each(${targets}) AS w
        JOIN display AS d ON d.guid = w.value`),
      ({ guid, name, definition, commentary }) => ({
        ...nowhere,
        fingerprint: fingerprintOf({
          definition,
          commentary,
          cells: digestOf((cells.get(guid) ?? []).map((each) => JSON.stringify(each))),
        }),
        title: name,
        words: commentary,
      }),
    );
  },
  cell: (db, targets) =>
    mapOf(
      db.all<CellRow>(sql`
        SELECT c.guid, d.guid AS display, c.row_key AS row, c.column_key AS "column", d.name, c.text, c.rating, c.evidence FROM json_each(${targets}) AS w
        JOIN display_cell AS c ON c.guid = w.value JOIN display AS d ON d.id = c.display_id`),
      ({ display, row, column, name, text, rating, evidence }) => ({
        ...nowhere,
        fingerprint: fingerprintOf({ text, rating, evidence }),
        title: name,
        words: text === '' ? rating : text,
        cell: { display, row, column },
      }),
    ),
};

type CellRow = {
  readonly guid: Guid;
  readonly display: Guid;
  readonly row: string;
  readonly column: string;
  readonly name: string;
  readonly text: string;
  readonly rating: string;
  readonly evidence: string;
};

type Placed = {
  readonly guid: Guid;
  readonly document: Guid;
  readonly case: Guid | null;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly title: string;
};

function mapOf<Row extends { readonly guid: Guid }>(
  rows: readonly Row[],
  thing: (row: Row) => PresentThing,
): ReadonlyMap<Guid, PresentThing> {
  return new Map(rows.map((row) => [row.guid, thing(row)]));
}
