// Recordings as the project knows them; their bytes stand beside it (platform/media-files.ts).

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type AudioRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly document_id: number;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string;
  readonly time_shift: number;
  readonly created_at: string;
};

export function listAudio(db: ReadableDb): readonly (AudioRow & { readonly document: Guid })[] {
  return db.all(sql`
    SELECT a.*, d.guid AS document FROM audio AS a JOIN document AS d ON d.id = a.document_id
    ORDER BY d.position, d.id, a.id`);
}

export function findAudio(db: ReadableDb, guid: Guid): AudioRow | undefined {
  return db.get<AudioRow>(sql`SELECT * FROM audio WHERE guid = ${guid}`);
}

/** @throws SimpulError `not-found` */
export function requireAudio(db: ReadableDb, guid: Guid): AudioRow {
  const row = findAudio(db, guid);
  if (!row) throw new SimpulError('not-found', { what: 'recording' }, { guid });
  return row;
}

export function insertAudio(db: WritableDb, row: Omit<AudioRow, 'id' | 'time_shift'>): void {
  db.run(sql`
    INSERT INTO audio (guid, document_id, name, media_type, size, sha256, created_at)
    VALUES (${row.guid}, ${row.document_id}, ${row.name}, ${row.media_type}, ${row.size}, ${row.sha256},
      ${row.created_at})`);
}

export function updateAudio(db: WritableDb, row: AudioRow): void {
  db.run(sql`UPDATE audio SET name = ${row.name}, time_shift = ${row.time_shift} WHERE id = ${row.id}`);
}

export function deleteAudio(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM audio WHERE id = ${id}`);
}
