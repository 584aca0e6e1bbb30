import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type CoderRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly initials: string;
  readonly color: string;
  readonly created_at: string;
};

export function listCoders(db: ReadableDb): readonly (CoderRow & { readonly codings: number })[] {
  return db.all(sql`
    SELECT r.*, (SELECT count(*) FROM coding AS c WHERE c.coder_id = r.id) AS codings FROM coder AS r ORDER BY r.id`);
}

/** @throws SimpulError `not-found` */
export function requireCoder(db: ReadableDb, guid: Guid): CoderRow {
  const row = db.get<CoderRow>(sql`SELECT * FROM coder WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'coder' }, { guid });
  return row;
}

export function insertCoder(db: WritableDb, row: Omit<CoderRow, 'id'>): number {
  return db.run(sql`
    INSERT INTO coder (guid, name, initials, color, created_at)
    VALUES (${row.guid}, ${row.name}, ${row.initials}, ${row.color}, ${row.created_at})`).id;
}

export function updateCoder(db: WritableDb, row: CoderRow): void {
  db.run(sql`
    UPDATE coder SET name = ${row.name}, initials = ${row.initials}, color = ${row.color} WHERE id = ${row.id}`);
}
