// What is known of speakers beyond the labels in the texts.

import type { SpeakerRole } from '../../shared/contract/speakers.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type SpeakerRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly color: string | null;
  readonly case_id: number | null;
};

export function listSpeakers(db: ReadableDb): readonly (SpeakerRow & { readonly case_guid: Guid | null })[] {
  return db.all(sql`
    SELECT s.*, c.guid AS case_guid FROM speaker AS s LEFT JOIN study_case AS c ON c.id = s.case_id ORDER BY s.id`);
}

export function speakerNamed(db: ReadableDb, name: string): SpeakerRow | undefined {
  return db.get<SpeakerRow>(sql`SELECT * FROM speaker WHERE name = ${name}`);
}

export function insertSpeaker(db: WritableDb, row: Omit<SpeakerRow, 'id'>): void {
  db.run(sql`
    INSERT INTO speaker (guid, name, role, color, case_id)
    VALUES (${row.guid}, ${row.name}, ${row.role}, ${row.color}, ${row.case_id})`);
}

export function updateSpeaker(db: WritableDb, row: SpeakerRow): void {
  db.run(sql`
    UPDATE speaker SET name = ${row.name}, role = ${row.role}, color = ${row.color}, case_id = ${row.case_id}
    WHERE id = ${row.id}`);
}

export function deleteSpeaker(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM speaker WHERE id = ${id}`);
}
