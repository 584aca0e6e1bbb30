// Propositions, what they rest on, and the tactics they were tested with.

import { SimpulError } from '../../shared/contract/errors.ts';
import type {
  CheckOutcome,
  EvidenceKind,
  EvidenceSide,
  EvidenceStrength,
  Proposition,
  PropositionStatus,
} from '../../shared/contract/propositions.ts';
import type { Tactic } from '../../shared/domain/evidence/tactics.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type Value, type WritableDb } from './database.ts';

export type PropositionRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly position: number;
  readonly statement: string;
  readonly argument: string;
  readonly scope: string;
  readonly limits: string;
  readonly question_guid: Guid | null;
  readonly dimension_guid: Guid | null;
  readonly status: PropositionStatus;
  readonly confidence: Proposition['confidence'];
  readonly override_reason: string;
  readonly memo_guid: Guid | null;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export type EvidenceRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly proposition_id: number;
  readonly side: EvidenceSide;
  readonly kind: EvidenceKind;
  readonly target_guid: Guid;
  readonly strength: EvidenceStrength | null;
  readonly note: string;
  readonly fingerprint: string | null;
  readonly created_by: number | null;
  readonly created_at: string;
};

export type CheckRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly proposition_id: number;
  readonly tactic: Tactic;
  readonly subject: string;
  readonly outcome: CheckOutcome;
  readonly note: string;
  readonly case_guid: Guid | null;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export function listPropositions(db: ReadableDb): readonly PropositionRow[] {
  return db.all<PropositionRow>(sql`SELECT * FROM proposition ORDER BY position, id`);
}

export function listEvidence(db: ReadableDb): readonly EvidenceRow[] {
  return db.all<EvidenceRow>(sql`SELECT * FROM proposition_evidence ORDER BY id`);
}

export function listChecks(db: ReadableDb): readonly CheckRow[] {
  return db.all<CheckRow>(sql`SELECT * FROM proposition_check ORDER BY id`);
}

/** @throws SimpulError `not-found` */
export function requireProposition(db: ReadableDb, guid: Guid): PropositionRow {
  const row = db.get<PropositionRow>(sql`SELECT * FROM proposition WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'proposition' }, { guid });
  return row;
}

/** @throws SimpulError `not-found` */
export function requireEvidence(db: ReadableDb, guid: Guid): EvidenceRow {
  const row = db.get<EvidenceRow>(sql`SELECT * FROM proposition_evidence WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'evidence' }, { guid });
  return row;
}

/** @throws SimpulError `not-found` */
export function requireCheck(db: ReadableDb, guid: Guid): CheckRow {
  const row = db.get<CheckRow>(sql`SELECT * FROM proposition_check WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'check' }, { guid });
  return row;
}

export function evidenceOf(db: ReadableDb, propositionId: number): readonly EvidenceRow[] {
  return db.all<EvidenceRow>(
    sql`SELECT * FROM proposition_evidence WHERE proposition_id = ${propositionId} ORDER BY id`,
  );
}

export function propositionById(db: ReadableDb, id: number): PropositionRow | undefined {
  return db.get<PropositionRow>(sql`SELECT * FROM proposition WHERE id = ${id}`);
}

/** Puts a new proposition at the end. */
export function insertProposition(
  db: WritableDb,
  row: Omit<PropositionRow, 'id' | 'position' | 'modified_at'>,
): number {
  return insert(db, 'proposition', {
    ...row,
    position: db.get<{ n: number }>(sql`SELECT coalesce(max(position) + 1, 0) AS n FROM proposition`)?.n ?? 0,
    modified_at: row.created_at,
  });
}

export function updateProposition(
  db: WritableDb,
  row: PropositionRow,
  change: Partial<PropositionRow>,
  now: string,
): void {
  update(db, 'proposition', row, change, now);
}

export function insertEvidence(db: WritableDb, row: Omit<EvidenceRow, 'id'>): number {
  return insert(db, 'proposition_evidence', row);
}

export function updateEvidence(db: WritableDb, row: EvidenceRow, change: Partial<EvidenceRow>): void {
  update(db, 'proposition_evidence', row, change, null);
}

/** Removes evidence, and the passage that belongs to it alone. */
export function deleteEvidence(db: WritableDb, row: EvidenceRow): void {
  db.run(sql`DELETE FROM proposition_evidence WHERE id = ${row.id}`);
  if (row.kind === 'passage') db.run(sql`DELETE FROM passage WHERE guid = ${row.target_guid}`);
}

export function insertCheck(db: WritableDb, row: Omit<CheckRow, 'id' | 'modified_at'>): number {
  return insert(db, 'proposition_check', { ...row, modified_at: row.created_at });
}

export function updateCheck(db: WritableDb, row: CheckRow, change: Partial<CheckRow>, now: string): void {
  update(db, 'proposition_check', row, change, now);
}

export function deleteCheck(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM proposition_check WHERE id = ${id}`);
}

/** Removes a proposition with its evidence, checks, verdicts and the meanings of its row. */
export function deletePropositionRow(db: WritableDb, row: PropositionRow): void {
  for (const each of evidenceOf(db, row.id)) deleteEvidence(db, each);
  db.run(sql`DELETE FROM proposition_check WHERE proposition_id = ${row.id}`);
  db.run(sql`DELETE FROM triangulation_verdict WHERE subject_guid = ${row.guid}`);
  db.run(sql`DELETE FROM triangulation_cell WHERE subject_guid = ${row.guid}`);
  db.run(sql`DELETE FROM proposition WHERE id = ${row.id}`);
}

export function placeProposition(db: WritableDb, id: number, position: number): void {
  db.run(sql`UPDATE proposition SET position = ${position} WHERE id = ${id} AND position <> ${position}`);
}

/** Steps of the history that changed a proposition, its evidence, checks or verdicts, newest first. */
export function stepsOfProposition(db: ReadableDb, { id, guid }: PropositionRow): readonly number[] {
  return db
    .all<{ n: number }>(sql`
      SELECT DISTINCT group_sequence AS n FROM history_change
      WHERE (table_name = 'proposition' AND row_id = ${id})
        OR (table_name IN ('proposition_evidence', 'proposition_check')
          AND json_extract(coalesce(after_row, before_row), '$.proposition_id') = ${id})
        OR (table_name = 'triangulation_verdict'
          AND json_extract(coalesce(after_row, before_row), '$.subject_guid') = ${guid})
      ORDER BY group_sequence DESC`)
    .map(({ n }) => n);
}

type Columns = Readonly<Record<string, Value>>;
type Table = 'proposition' | 'proposition_evidence' | 'proposition_check';

function insert(db: WritableDb, table: Table, row: Columns): number {
  const names = Object.keys(row);
  return db.run({
    text: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    params: Object.values(row),
  }).id;
}

/** Writes a row that differs from the one stored; the same again leaves no trace (HI1). */
function update(
  db: WritableDb,
  table: Table,
  row: Columns & { readonly id: number },
  change: Columns,
  now: string | null,
): void {
  const next: Columns = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  const written = now === null ? next : { ...next, modified_at: now };
  const names = Object.keys(written).filter((name) => name !== 'id');
  db.run({
    text: `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    params: [...names.map((name) => written[name] ?? null), row.id],
  });
}
