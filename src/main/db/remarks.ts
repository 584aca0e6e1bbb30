// The researcher's words on a quality criterion or on a step of the history.

import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type RemarkRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly kind: 'criterion' | 'step';
  /** The criterion, or the sequence of the step. */
  readonly subject: string;
  readonly text: string;
  readonly created_by: number | null;
  readonly modified_at: string;
};

export function listRemarks(db: ReadableDb, kind: RemarkRow['kind']): readonly RemarkRow[] {
  return db.all<RemarkRow>(sql`SELECT * FROM study_remark WHERE kind = ${kind} ORDER BY id`);
}

export function insertRemark(db: WritableDb, row: Omit<RemarkRow, 'id'>): void {
  db.run(sql`
    INSERT INTO study_remark (guid, kind, subject, text, created_by, modified_at)
    VALUES (${row.guid}, ${row.kind}, ${row.subject}, ${row.text}, ${row.created_by}, ${row.modified_at})`);
}

/** Writes a remark; one that says nothing any more goes. The same again leaves no trace (HI1). */
export function putRemark(db: WritableDb, row: Omit<RemarkRow, 'id'>): void {
  const known = db.get<RemarkRow>(
    sql`SELECT * FROM study_remark WHERE kind = ${row.kind} AND subject = ${row.subject}`,
  );
  if (!known) {
    if (row.text !== '') insertRemark(db, row);
  } else if (row.text === '') {
    db.run(sql`DELETE FROM study_remark WHERE id = ${known.id}`);
  } else if (known.text !== row.text) {
    db.run(sql`
      UPDATE study_remark SET text = ${row.text}, created_by = ${row.created_by}, modified_at = ${row.modified_at}
      WHERE id = ${known.id}`);
  }
}
