import type { Coding, CodingState, PlacedCoding } from '../../shared/contract/codings.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetCoding } from './attached.ts';
import { codingChecksum } from './checksums.ts';
import { joinSql, sql, type ReadableDb, type Statement, type WritableDb } from './database.ts';

export type CodingRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly document_id: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly code_id: number;
  readonly coder_id: number | null;
  readonly quote: string;
  readonly weight: number | null;
  readonly state: CodingState;
  readonly former_quote: string | null;
  readonly created_at: string;
  readonly modified_at: string;
  readonly checksum: number;
};

export type CodingFilter = {
  readonly documentIds?: readonly Guid[] | undefined;
  readonly codeIds?: readonly Guid[] | undefined;
  readonly coderIds?: readonly Guid[] | undefined;
  readonly caseIds?: readonly Guid[] | undefined;
  readonly states?: readonly CodingState[] | undefined;
  readonly codingIds?: readonly Guid[] | undefined;
  /** First and last day of coding, `YYYY-MM-DD` in UTC. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly weightFrom?: number | undefined;
  readonly weightTo?: number | undefined;
};

const joins = sql`
  FROM coding AS c
  JOIN document AS d ON d.id = c.document_id
  JOIN code AS k ON k.id = c.code_id
  LEFT JOIN coder AS r ON r.id = c.coder_id
  LEFT JOIN study_case AS s ON s.id = d.case_id
  LEFT JOIN (SELECT target_guid, count(*) AS memos FROM memo_target WHERE kind = 'coding' GROUP BY target_guid) AS m
    ON m.target_guid = c.guid`;

const columns = sql`
  c.guid, d.guid AS document, k.guid AS code, r.guid AS coder, c.start_offset AS start, c.end_offset AS "end",
  c.quote, c.created_at AS createdAt, c.modified_at AS modifiedAt, c.weight, c.state,
  c.former_quote AS formerQuote, coalesce(m.memos, 0) AS memos`;

const order = sql` ORDER BY d.position, d.id, c.start_offset, c.end_offset, c.id`;

export function listCodings(db: ReadableDb, filter: CodingFilter): readonly Coding[] {
  return db.all<Coding>(joinSql([sql`SELECT `, columns, joins, whereOf(filter), order], ' '));
}

/** A page of codings with what a quotation list shows beside them. */
export type QuotationRow = Coding & {
  readonly documentId: number;
  readonly documentTitle: string;
  readonly documentDate: string | null;
  readonly caseName: string | null;
  readonly coderName: string | null;
  readonly codeColor: string;
};

export function pageOfQuotations(
  db: ReadableDb,
  filter: CodingFilter,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly QuotationRow[] } {
  return { total: countCodings(db, filter), rows: quotationRows(db, filter, sql` LIMIT ${limit} OFFSET ${offset}`) };
}

/** All of them: for a filter that lets a few pass, such as those of some documents. */
export function quotationsOf(db: ReadableDb, filter: CodingFilter): readonly QuotationRow[] {
  return quotationRows(db, filter, sql``);
}

export function countCodings(db: ReadableDb, filter: CodingFilter): number {
  return db.get<{ n: number }>(joinSql([sql`SELECT count(*) AS n`, joins, whereOf(filter)], ' '))?.n ?? 0;
}

function quotationRows(db: ReadableDb, filter: CodingFilter, page: Statement): readonly QuotationRow[] {
  const more = sql`, d.id AS documentId, d.title AS documentTitle, d.date AS documentDate, s.name AS caseName,
    r.name AS coderName, k.color AS codeColor`;
  return db.all(joinSql([sql`SELECT `, columns, more, joins, whereOf(filter), order, page], ' '));
}

/** Light rows for the editor, in order of place. */
export function codingsInDocument(db: ReadableDb, documentId: number): readonly PlacedCoding[] {
  return db.all<PlacedCoding>(sql`
    SELECT c.guid, k.guid AS code, r.guid AS coder, c.start_offset AS start, c.end_offset AS "end", c.weight, c.state,
      (SELECT count(*) FROM memo_target AS m WHERE m.target_guid = c.guid AND m.kind = 'coding') AS memos
    FROM coding AS c JOIN code AS k ON k.id = c.code_id LEFT JOIN coder AS r ON r.id = c.coder_id
    WHERE c.document_id = ${documentId} ORDER BY c.start_offset, c.end_offset, c.id`);
}

/** @throws SimpulError `not-found` where one of them is not there */
export function requireCodings(db: ReadableDb, guids: readonly Guid[]): readonly CodingRow[] {
  const wanted = [...new Set(guids)];
  const rows = db.all<CodingRow>(sql`
    SELECT c.* FROM coding AS c JOIN json_each(${JSON.stringify(wanted)}) AS w ON c.guid = w.value ORDER BY c.id`);
  if (rows.length < wanted.length) throw new SimpulError('not-found', { what: 'coding' });
  return rows;
}

/**
 * Up to so many codings of a code, each from another document as long as there are any, those of greatest weight
 * first. In the order of choice.
 */
export function typicalCodings(db: ReadableDb, codeId: number, most: number) {
  return db.all<{ quote: string; documentTitle: string; caseName: string | null }>(sql`
    WITH turns AS (
      SELECT c.id, c.code_id, coalesce(c.weight, -1) AS weight, d.position, c.start_offset, row_number() OVER (
        PARTITION BY c.code_id, c.document_id ORDER BY coalesce(c.weight, -1) DESC, c.start_offset, c.id) AS turn
      FROM coding AS c JOIN document AS d ON d.id = c.document_id
      WHERE c.code_id = ${codeId} AND c.state <> 'orphaned'
    ), chosen AS (
      SELECT id, row_number() OVER (
        PARTITION BY code_id ORDER BY turn, weight DESC, position, start_offset, id) AS place FROM turns
    )
    SELECT c.quote, d.title AS documentTitle, s.name AS caseName
    FROM chosen JOIN coding AS c ON c.id = chosen.id
    JOIN document AS d ON d.id = c.document_id LEFT JOIN study_case AS s ON s.id = d.case_id
    WHERE chosen.place <= ${most} ORDER BY chosen.place`);
}

export function codingsOfCode(db: ReadableDb, codeId: number): readonly CodingRow[] {
  return db.all<CodingRow>(sql`SELECT * FROM coding WHERE code_id = ${codeId} ORDER BY id`);
}

export function codingsOfDocument(db: ReadableDb, documentId: number): readonly CodingRow[] {
  return db.all<CodingRow>(sql`SELECT * FROM coding WHERE document_id = ${documentId} ORDER BY id`);
}

export type NewCoding = Omit<CodingRow, 'id' | 'checksum' | 'state' | 'former_quote' | 'modified_at'>;

export function insertCoding(db: WritableDb, row: NewCoding): number {
  const content = { ...row, state: 'kept', former_quote: null, modified_at: row.created_at };
  return db.run(sql`
    INSERT INTO coding (guid, document_id, start_offset, end_offset, code_id, coder_id, quote, weight, state,
      former_quote, created_at, modified_at, checksum)
    VALUES (${row.guid}, ${row.document_id}, ${row.start_offset}, ${row.end_offset}, ${row.code_id},
      ${row.coder_id}, ${row.quote}, ${row.weight}, 'kept', NULL, ${row.created_at}, ${row.created_at},
      ${codingChecksum(content)})`).id;
}

export type CodingChange = Partial<Omit<CodingRow, 'id' | 'guid' | 'checksum' | 'created_at' | 'modified_at'>>;

/** The only place that changes a coding outside a text edit; its checksum changes with it. */
export function updateCoding(db: WritableDb, row: CodingRow, change: CodingChange, now: string): void {
  const next = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  const checksum = codingChecksum({ ...next, modified_at: now });
  db.run(sql`
    UPDATE coding SET document_id = ${next.document_id}, start_offset = ${next.start_offset},
      end_offset = ${next.end_offset}, code_id = ${next.code_id}, coder_id = ${next.coder_id}, quote = ${next.quote},
      weight = ${next.weight}, state = ${next.state}, former_quote = ${next.former_quote}, modified_at = ${now},
      checksum = ${checksum} WHERE id = ${row.id}`);
}

export function deleteCodingRow(db: WritableDb, id: number): void {
  forgetCoding(db, id);
  db.run(sql`DELETE FROM coding WHERE id = ${id}`);
}

function whereOf(filter: CodingFilter): Statement {
  const parts: Statement[] = [];
  const among = (column: Statement, values: readonly string[] | undefined): void => {
    if (values) parts.push(joinSql([column, sql` IN (SELECT value FROM json_each(${JSON.stringify(values)}))`], ''));
  };
  among(sql`d.guid`, filter.documentIds);
  among(sql`k.guid`, filter.codeIds);
  among(sql`r.guid`, filter.coderIds);
  among(sql`s.guid`, filter.caseIds);
  among(sql`c.state`, filter.states);
  among(sql`c.guid`, filter.codingIds);
  // Moments are ISO 8601 in UTC, so that they sort as text; a day begins before its first moment.
  if (filter.from !== undefined) parts.push(sql`c.created_at >= ${filter.from}`);
  if (filter.to !== undefined) parts.push(sql`c.created_at < ${`${filter.to}T24`}`);
  if (filter.weightFrom !== undefined) parts.push(sql`c.weight >= ${filter.weightFrom}`);
  if (filter.weightTo !== undefined) parts.push(sql`c.weight <= ${filter.weightTo}`);
  return parts.length === 0 ? sql`` : joinSql([sql`WHERE`, joinSql(parts, ' AND ')], ' ');
}
