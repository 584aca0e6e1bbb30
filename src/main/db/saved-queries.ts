// Retrieval queries that were kept.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type SavedQueryRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  /** JSON */
  readonly settings: string;
  readonly position: number;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export function savedQueries(db: ReadableDb): readonly SavedQueryRow[] {
  return db.all<SavedQueryRow>(sql`SELECT * FROM saved_query ORDER BY position, id`);
}

/** @throws SimpulError `not-found` */
export function requireSavedQuery(db: ReadableDb, guid: Guid): SavedQueryRow {
  const row = db.get<SavedQueryRow>(sql`SELECT * FROM saved_query WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'query' }, { guid });
  return row;
}

export function insertSavedQuery(
  db: WritableDb,
  row: Pick<SavedQueryRow, 'guid' | 'name' | 'settings' | 'created_by' | 'created_at'>,
): void {
  db.run(sql`
    INSERT INTO saved_query (guid, name, settings, position, created_by, created_at, modified_at)
    VALUES (${row.guid}, ${row.name}, ${row.settings}, (SELECT coalesce(max(position) + 1, 0) FROM saved_query),
      ${row.created_by}, ${row.created_at}, ${row.created_at})`);
}

export function updateSavedQuery(
  db: WritableDb,
  row: SavedQueryRow,
  change: Partial<Pick<SavedQueryRow, 'name' | 'settings'>>,
  now: string,
): void {
  const next = { ...row, ...change };
  if (next.name === row.name && next.settings === row.settings) return;
  db.run(sql`
    UPDATE saved_query SET name = ${next.name}, settings = ${next.settings}, modified_at = ${now} WHERE id = ${row.id}`);
}

export function deleteSavedQuery(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM saved_query WHERE id = ${id}`);
}
