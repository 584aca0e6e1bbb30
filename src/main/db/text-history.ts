// What the history holds of one text, and the names people gave to its states.

import type { Guid } from '../../shared/domain/ids.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';
import type { GroupRow } from './history.ts';

export type TextChange = {
  readonly group_sequence: number;
  readonly operation: 'insert' | 'delete' | 'splice';
  /** Of a splice: what it did. */
  readonly record: string | null;
};

export type TextGroup = Pick<
  GroupRow,
  'sequence' | 'at' | 'coder_guid' | 'coder_name' | 'method' | 'label_key' | 'label_params' | 'kind' | 'target_sequence'
>;

/** Changes of a text by the step that made them, in order. */
export function textChanges(db: ReadableDb, documentId: number): ReadonlyMap<number, readonly TextChange[]> {
  const rows = db.all<TextChange>(sql`
    SELECT group_sequence, operation, CASE operation WHEN 'splice' THEN before_row END AS record
    FROM history_change WHERE table_name = 'document_text' AND row_id = ${documentId} ORDER BY id`);
  return Map.groupBy(rows, (row) => row.group_sequence);
}

/** Steps that changed a text, and those that took them back or brought them back, in order of time. */
export function groupsOfText(db: ReadableDb, documentId: number): readonly TextGroup[] {
  return db.all<TextGroup>(sql`
    WITH own AS (
      SELECT DISTINCT group_sequence AS sequence FROM history_change
      WHERE table_name = 'document_text' AND row_id = ${documentId})
    SELECT sequence, at, coder_guid, coder_name, method, label_key, label_params, kind, target_sequence
    FROM history_group
    WHERE sequence IN (SELECT sequence FROM own) OR target_sequence IN (SELECT sequence FROM own)
    ORDER BY sequence`);
}

export type VersionNameRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly document_id: number;
  readonly revision: number;
  readonly name: string;
  readonly created_at: string;
  readonly coder_name: string | null;
};

export function versionNames(db: ReadableDb, documentId: number): readonly VersionNameRow[] {
  return db.all<VersionNameRow>(sql`
    SELECT v.id, v.guid, v.document_id, v.revision, v.name, v.created_at, c.name AS coder_name
    FROM text_version AS v LEFT JOIN coder AS c ON c.id = v.created_by
    WHERE v.document_id = ${documentId} ORDER BY v.revision, v.id`);
}

/** @throws SimpulError `not-found` */
export function requireVersionName(db: ReadableDb, guid: Guid): VersionNameRow & { readonly document: Guid } {
  const row = db.get<VersionNameRow & { document: Guid }>(sql`
    SELECT v.id, v.guid, v.document_id, v.revision, v.name, v.created_at, NULL AS coder_name, d.guid AS document
    FROM text_version AS v JOIN document AS d ON d.id = v.document_id WHERE v.guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'version' });
  return row;
}

export type NewVersionName = Omit<VersionNameRow, 'id' | 'coder_name'> & { readonly created_by: number | null };

export function insertVersionName(db: WritableDb, row: NewVersionName): void {
  db.run(sql`
    INSERT INTO text_version (guid, document_id, revision, name, created_by, created_at)
    VALUES (${row.guid}, ${row.document_id}, ${row.revision}, ${row.name}, ${row.created_by}, ${row.created_at})`);
}

export function renameVersion(db: WritableDb, id: number, name: string): void {
  db.run(sql`UPDATE text_version SET name = ${name} WHERE id = ${id}`);
}

export function deleteVersionName(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM text_version WHERE id = ${id}`);
}
