// Verdicts and meanings of the triangulation matrix, by judge; and what was noted about who was asked what.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Prominence, VerdictValue } from '../../shared/contract/triangulation.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type VerdictRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly subject_guid: Guid;
  readonly comparison: string;
  readonly verdict: VerdictValue;
  readonly reason: string;
  readonly fingerprint: string;
  readonly judge_id: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export type MeaningRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly subject_guid: Guid;
  readonly comparison: string;
  readonly column_key: string;
  readonly meaning: string;
  readonly prominence: Prominence;
  readonly judge_id: number | null;
  readonly modified_at: string;
};

export function listVerdicts(db: ReadableDb): readonly (VerdictRow & { readonly judge: Guid | null })[] {
  return db.all(sql`
    SELECT v.*, r.guid AS judge FROM triangulation_verdict AS v LEFT JOIN coder AS r ON r.id = v.judge_id
    ORDER BY v.id`);
}

/** @throws SimpulError `not-found` */
export function requireVerdict(db: ReadableDb, guid: Guid): VerdictRow {
  const row = db.get<VerdictRow>(sql`SELECT * FROM triangulation_verdict WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'verdict' }, { guid });
  return row;
}

export function verdictOf(
  db: ReadableDb,
  subject: Guid,
  comparison: string,
  judge: number | null,
): VerdictRow | undefined {
  return db.get<VerdictRow>(sql`
    SELECT * FROM triangulation_verdict
    WHERE subject_guid = ${subject} AND comparison = ${comparison} AND judge_id IS ${judge}`);
}

export function insertVerdict(db: WritableDb, row: Omit<VerdictRow, 'id' | 'modified_at'>): void {
  db.run(sql`
    INSERT INTO triangulation_verdict (guid, subject_guid, comparison, verdict, reason, fingerprint, judge_id,
      created_at, modified_at)
    VALUES (${row.guid}, ${row.subject_guid}, ${row.comparison}, ${row.verdict}, ${row.reason}, ${row.fingerprint},
      ${row.judge_id}, ${row.created_at}, ${row.created_at})`);
}

export function updateVerdict(
  db: WritableDb,
  row: VerdictRow,
  change: Pick<VerdictRow, 'verdict' | 'reason' | 'fingerprint'>,
  now: string,
): void {
  const { verdict, reason, fingerprint } = row;
  if (JSON.stringify({ verdict, reason, fingerprint }) === JSON.stringify(change)) return;
  db.run(sql`
    UPDATE triangulation_verdict SET verdict = ${change.verdict}, reason = ${change.reason},
      fingerprint = ${change.fingerprint}, modified_at = ${now} WHERE id = ${row.id}`);
}

export function deleteVerdict(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM triangulation_verdict WHERE id = ${id}`);
}

/** Meanings of one comparison, of one judge. */
export function listMeanings(db: ReadableDb, comparison: string, judge: number | null): readonly MeaningRow[] {
  return db.all<MeaningRow>(sql`
    SELECT * FROM triangulation_cell WHERE comparison = ${comparison} AND judge_id IS ${judge} ORDER BY id`);
}

/** Writes what a cell means; one that says nothing any more goes. */
export function putMeaning(
  db: WritableDb,
  row: Omit<MeaningRow, 'id' | 'guid' | 'modified_at'>,
  nextGuid: () => Guid,
  now: string,
): void {
  const known = db.get<MeaningRow>(sql`
    SELECT * FROM triangulation_cell WHERE subject_guid = ${row.subject_guid} AND comparison = ${row.comparison}
      AND column_key = ${row.column_key} AND judge_id IS ${row.judge_id}`);
  const isEmpty = row.meaning === '' && row.prominence === '';
  if (known && isEmpty) {
    db.run(sql`DELETE FROM triangulation_cell WHERE id = ${known.id}`);
  } else if (known && (known.meaning !== row.meaning || known.prominence !== row.prominence)) {
    db.run(sql`
      UPDATE triangulation_cell SET meaning = ${row.meaning}, prominence = ${row.prominence}, modified_at = ${now}
      WHERE id = ${known.id}`);
  } else if (!known && !isEmpty) {
    db.run(sql`
      INSERT INTO triangulation_cell (guid, subject_guid, comparison, column_key, meaning, prominence, judge_id,
        modified_at)
      VALUES (${nextGuid()}, ${row.subject_guid}, ${row.comparison}, ${row.column_key}, ${row.meaning},
        ${row.prominence}, ${row.judge_id}, ${now})`);
  }
}

/** The research questions that codes and propositions serve, in their order. */
export function questionsOfTargets(db: ReadableDb): ReadonlyMap<Guid, readonly Guid[]> {
  const rows = db.all<{ target: Guid; question: Guid }>(sql`
    SELECT o.target_guid AS target, q.guid AS question FROM question_object AS o
    JOIN research_question AS q ON q.id = o.question_id ORDER BY q.position, q.id`);
  const found = new Map<Guid, Guid[]>();
  for (const { target, question } of rows) found.set(target, [...(found.get(target) ?? []), question]);
  return found;
}
