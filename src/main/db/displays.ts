// Displays: their definitions, what was written in their cells, and codings attached by hand.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type DisplayRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly kind: string;
  readonly name: string;
  readonly definition: string;
  readonly decision_rule: string;
  readonly commentary: string;
  readonly in_report: number;
  readonly position: number;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export type CellRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly display_id: number;
  readonly row_key: string;
  readonly column_key: string;
  readonly text: string;
  readonly rating: string;
  readonly evidence: string;
  readonly modified_at: string;
};

export function listDisplays(db: ReadableDb): readonly DisplayRow[] {
  return db.all<DisplayRow>(sql`SELECT * FROM display ORDER BY position, id`);
}

/** @throws SimpulError `not-found` */
export function requireDisplay(db: ReadableDb, guid: Guid): DisplayRow {
  const row = db.get<DisplayRow>(sql`SELECT * FROM display WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'display' }, { guid });
  return row;
}

export function insertDisplay(
  db: WritableDb,
  row: Omit<DisplayRow, 'id' | 'in_report' | 'position' | 'modified_at'>,
): number {
  return db.run(sql`
    INSERT INTO display (guid, kind, name, definition, decision_rule, commentary, position, created_by, created_at,
      modified_at)
    VALUES (${row.guid}, ${row.kind}, ${row.name}, ${row.definition}, ${row.decision_rule}, ${row.commentary},
      (SELECT coalesce(max(position) + 1, 0) FROM display), ${row.created_by}, ${row.created_at}, ${row.created_at})`)
    .id;
}

type Change = Partial<Pick<DisplayRow, 'name' | 'definition' | 'decision_rule' | 'commentary' | 'in_report'>>;

export function updateDisplay(db: WritableDb, row: DisplayRow, change: Change, now: string): void {
  const next = { ...row, ...change };
  const fields = ['name', 'definition', 'decision_rule', 'commentary', 'in_report'] as const;
  if (fields.every((field) => next[field] === row[field])) return;
  db.run(sql`
    UPDATE display SET name = ${next.name}, definition = ${next.definition}, decision_rule = ${next.decision_rule},
      commentary = ${next.commentary}, in_report = ${next.in_report}, modified_at = ${now} WHERE id = ${row.id}`);
}

/** With everything that belongs to it. */
export function deleteDisplay(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM display_evidence WHERE display_id = ${id}`);
  db.run(sql`
    DELETE FROM display_link_evidence WHERE link_id IN (SELECT id FROM display_link WHERE display_id = ${id})`);
  db.run(sql`DELETE FROM display_link WHERE display_id = ${id}`);
  db.run(sql`DELETE FROM display_node WHERE display_id = ${id}`);
  db.run(sql`DELETE FROM display_cell WHERE display_id = ${id}`);
  db.run(sql`DELETE FROM display WHERE id = ${id}`);
}

export function cellsOf(db: ReadableDb, displayId: number): readonly CellRow[] {
  return db.all<CellRow>(sql`SELECT * FROM display_cell WHERE display_id = ${displayId} ORDER BY id`);
}

export function cellAt(db: ReadableDb, displayId: number, row: string, column: string): CellRow | undefined {
  return db.get<CellRow>(sql`
    SELECT * FROM display_cell WHERE display_id = ${displayId} AND row_key = ${row} AND column_key = ${column}`);
}

/** @returns the row number */
export function insertCell(db: WritableDb, row: Omit<CellRow, 'id'>): number {
  return db.run(sql`
    INSERT INTO display_cell (guid, display_id, row_key, column_key, text, rating, evidence, modified_at)
    VALUES (${row.guid}, ${row.display_id}, ${row.row_key}, ${row.column_key}, ${row.text}, ${row.rating},
      ${row.evidence}, ${row.modified_at})`).id;
}

export function updateCell(db: WritableDb, row: CellRow): void {
  db.run(sql`
    UPDATE display_cell SET text = ${row.text}, rating = ${row.rating}, evidence = ${row.evidence},
      modified_at = ${row.modified_at} WHERE id = ${row.id}`);
}

export function deleteCell(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM display_cell WHERE id = ${id}`);
}

/** Codings attached by hand, by their owner; the quotation is null where the coding is gone. */
export function attachedIn(
  db: ReadableDb,
  displayId: number,
): readonly { readonly owner: Guid; readonly coding: Guid; readonly quote: string | null }[] {
  return db.all(sql`
    SELECT e.owner_guid AS owner, e.coding_guid AS coding, c.quote
    FROM display_evidence AS e LEFT JOIN coding AS c ON c.guid = e.coding_guid AND c.state <> 'orphaned'
    WHERE e.display_id = ${displayId} ORDER BY e.id`);
}

export function attachEvidence(db: WritableDb, guid: Guid, displayId: number, owner: Guid, coding: Guid): void {
  db.run(sql`
    INSERT INTO display_evidence (guid, display_id, owner_guid, coding_guid)
    VALUES (${guid}, ${displayId}, ${owner}, ${coding}) ON CONFLICT (owner_guid, coding_guid) DO NOTHING`);
}

export function detachEvidence(db: WritableDb, owner: Guid, coding: Guid): void {
  db.run(sql`DELETE FROM display_evidence WHERE owner_guid = ${owner} AND coding_guid = ${coding}`);
}

/** A coding as displays place it. */
export type PlacedEvidence = {
  readonly id: number;
  readonly guid: Guid;
  readonly code_id: number;
  readonly document_id: number;
  readonly coder: Guid | null;
};

/** Codings of one document that are no orphans (CO2). */
export function evidenceInDocument(db: ReadableDb, documentId: number): readonly PlacedEvidence[] {
  return db.all<PlacedEvidence>(sql`
    SELECT c.id, c.guid, c.code_id, c.document_id, r.guid AS coder
    FROM coding AS c LEFT JOIN coder AS r ON r.id = c.coder_id
    WHERE c.document_id = ${documentId} AND c.state <> 'orphaned' ORDER BY c.start_offset, c.end_offset, c.id`);
}

/** The same with their words. */
export function evidenceWithWords(
  db: ReadableDb,
  documentId: number,
): readonly (PlacedEvidence & { readonly quote: string })[] {
  return db.all(sql`
    SELECT c.id, c.guid, c.quote, c.code_id, c.document_id, r.guid AS coder
    FROM coding AS c LEFT JOIN coder AS r ON r.id = c.coder_id
    WHERE c.document_id = ${documentId} AND c.state <> 'orphaned' ORDER BY c.id`);
}

/** Those of these codings that are there and no orphans, in the order of the texts. */
export function placedCodings(db: ReadableDb, guids: readonly Guid[]): readonly PlacedEvidence[] {
  return db.all<PlacedEvidence>(sql`
    SELECT c.id, c.guid, c.code_id, c.document_id, r.guid AS coder FROM json_each(${JSON.stringify(guids)}) AS w
    JOIN coding AS c ON c.guid = w.value JOIN document AS d ON d.id = c.document_id
    LEFT JOIN coder AS r ON r.id = c.coder_id
    WHERE c.state <> 'orphaned' ORDER BY d.position, d.id, c.start_offset, c.end_offset, c.id`);
}

/** Codings by code and document: ids as JSON lists; null is all. */
export function evidenceAt(
  db: ReadableDb,
  codes: string | null,
  documents: string | null,
): readonly { readonly guid: Guid; readonly quote: string; readonly coder: Guid | null }[] {
  return db.all(sql`
    SELECT c.guid, c.quote, r.guid AS coder FROM coding AS c LEFT JOIN coder AS r ON r.id = c.coder_id
    JOIN document AS d ON d.id = c.document_id
    WHERE c.state <> 'orphaned'
      AND (${codes} IS NULL OR c.code_id IN (SELECT value FROM json_each(${codes})))
      AND (${documents} IS NULL OR c.document_id IN (SELECT value FROM json_each(${documents})))
    ORDER BY d.position, d.id, c.start_offset, c.end_offset, c.id`);
}
