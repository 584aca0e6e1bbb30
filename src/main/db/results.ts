// Results that were kept, and the states they were kept in.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type ResultRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly comment: string;
  readonly method: string;
  readonly input: string;
  readonly in_report: number;
  readonly position: number;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export type StateRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly result_id: number;
  readonly revision: number;
  readonly computed_at: string;
  readonly inputs: string;
  readonly digest: string;
};

export function listResults(db: ReadableDb): readonly ResultRow[] {
  return db.all<ResultRow>(sql`SELECT * FROM saved_result ORDER BY position, id`);
}

/** Without answers, the latest first. */
export function listStates(db: ReadableDb): readonly StateRow[] {
  return db.all<StateRow>(sql`
    SELECT id, guid, result_id, revision, computed_at, inputs, digest FROM result_state ORDER BY id DESC`);
}

/** Of one result, without answers, the latest first. */
export function statesOf(db: ReadableDb, resultId: number): readonly StateRow[] {
  return db.all<StateRow>(sql`
    SELECT id, guid, result_id, revision, computed_at, inputs, digest
    FROM result_state WHERE result_id = ${resultId} ORDER BY id DESC`);
}

export function answerOf(db: ReadableDb, stateId: number): string {
  return db.get<{ answer: string }>(sql`SELECT answer FROM result_state WHERE id = ${stateId}`)?.answer ?? '[]';
}

/** @throws SimpulError `not-found` */
export function requireResult(db: ReadableDb, guid: Guid): ResultRow {
  const row = db.get<ResultRow>(sql`SELECT * FROM saved_result WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'result' }, { guid });
  return row;
}

export function insertResult(
  db: WritableDb,
  row: Pick<ResultRow, 'guid' | 'name' | 'comment' | 'method' | 'input' | 'created_by' | 'created_at'>,
): number {
  return db.run(sql`
    INSERT INTO saved_result (guid, name, comment, method, input, position, created_by, created_at, modified_at)
    VALUES (${row.guid}, ${row.name}, ${row.comment}, ${row.method}, ${row.input},
      (SELECT coalesce(max(position) + 1, 0) FROM saved_result), ${row.created_by}, ${row.created_at},
      ${row.created_at})`).id;
}

export function insertState(db: WritableDb, row: Omit<StateRow, 'id'> & { readonly answer: string }): void {
  db.run(sql`
    INSERT INTO result_state (guid, result_id, revision, computed_at, inputs, digest, answer)
    VALUES (${row.guid}, ${row.result_id}, ${row.revision}, ${row.computed_at}, ${row.inputs}, ${row.digest},
      ${row.answer})`);
}

export function updateResult(
  db: WritableDb,
  row: ResultRow,
  change: Partial<Pick<ResultRow, 'name' | 'comment' | 'in_report'>>,
  now: string,
): void {
  const next = { ...row, ...change };
  if (next.name === row.name && next.comment === row.comment && next.in_report === row.in_report) return;
  db.run(sql`
    UPDATE saved_result SET name = ${next.name}, comment = ${next.comment}, in_report = ${next.in_report},
      modified_at = ${now} WHERE id = ${row.id}`);
}

/** States follow. */
export function deleteResult(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM result_state WHERE result_id = ${id}`);
  db.run(sql`DELETE FROM saved_result WHERE id = ${id}`);
}
