// The index of words of each text, and the searches that were kept.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

/** A document with what tells whether its text is the one that was indexed. */
export type SearchedDocument = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly kind: string;
  readonly case_id: number | null;
  readonly sha256: string;
  readonly characters: number;
  readonly revision: number;
};

/** All documents in their order. */
export function searchedDocuments(db: ReadableDb): readonly SearchedDocument[] {
  return db.all<SearchedDocument>(sql`
    SELECT d.id, d.guid, d.title, d.kind, d.case_id, t.sha256, t.characters, t.revision
    FROM document AS d JOIN document_text AS t ON t.id = d.id ORDER BY d.position, d.id`);
}

/** @returns the row of the index of a text, with its words, one a line */
export function indexedWords(
  db: ReadableDb,
  sha256: string,
): { readonly id: number; readonly words: string } | undefined {
  return db.get(sql`SELECT id, words FROM search_index WHERE sha256 = ${sha256}`);
}

export function postingsAt(db: ReadableDb, id: number): Uint8Array {
  return (
    db.get<{ postings: Uint8Array }>(sql`SELECT postings FROM search_index WHERE id = ${id}`)?.postings ??
    new Uint8Array()
  );
}

/** A text by way of its bytes, which takes a fifth of the time the driver takes to hand over a string. */
export function textAt(db: ReadableDb, documentId: number): string {
  const { buffer, byteOffset, byteLength } = textBytesAt(db, documentId);
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
}

/** A text as UTF-8. */
export function textBytesAt(db: ReadableDb, documentId: number): Uint8Array {
  return (
    db.get<{ bytes: Uint8Array }>(sql`SELECT CAST(text AS BLOB) AS bytes FROM document_text WHERE id = ${documentId}`)
      ?.bytes ?? new Uint8Array()
  );
}

/** @returns the row number */
export function insertWordIndex(db: WritableDb, sha256: string, words: string, postings: Uint8Array): number {
  return db.run(sql`
    INSERT INTO search_index (sha256, words, postings) VALUES (${sha256}, ${words}, ${postings})
    ON CONFLICT (sha256) DO UPDATE SET words = excluded.words, postings = excluded.postings`).id;
}

/** How many texts are indexed that no document has any more. */
export function countUnneeded(db: ReadableDb): number {
  return (
    db.get<{ n: number }>(sql`
      SELECT count(*) AS n FROM search_index WHERE sha256 NOT IN (SELECT sha256 FROM document_text)`)?.n ?? 0
  );
}

export function deleteUnneeded(db: WritableDb): void {
  db.run(sql`DELETE FROM search_index WHERE sha256 NOT IN (SELECT sha256 FROM document_text)`);
}

export type SavedSearchRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly settings: string;
  readonly position: number;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export function savedSearches(db: ReadableDb): readonly SavedSearchRow[] {
  return db.all<SavedSearchRow>(sql`SELECT * FROM saved_search ORDER BY position, id`);
}

/** @throws SimpulError `not-found` */
export function requireSavedSearch(db: ReadableDb, guid: Guid): SavedSearchRow {
  const row = db.get<SavedSearchRow>(sql`SELECT * FROM saved_search WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'search' }, { guid });
  return row;
}

export function insertSavedSearch(
  db: WritableDb,
  row: Pick<SavedSearchRow, 'guid' | 'name' | 'settings' | 'created_by' | 'created_at'>,
): void {
  db.run(sql`
    INSERT INTO saved_search (guid, name, settings, position, created_by, created_at, modified_at)
    VALUES (${row.guid}, ${row.name}, ${row.settings}, (SELECT coalesce(max(position) + 1, 0) FROM saved_search),
      ${row.created_by}, ${row.created_at}, ${row.created_at})`);
}

export function updateSavedSearch(
  db: WritableDb,
  row: SavedSearchRow,
  change: Partial<Pick<SavedSearchRow, 'name' | 'settings'>>,
  now: string,
): void {
  const next = { ...row, ...change };
  if (next.name === row.name && next.settings === row.settings) return;
  db.run(sql`
    UPDATE saved_search SET name = ${next.name}, settings = ${next.settings}, modified_at = ${now} WHERE id = ${row.id}`);
}

export function deleteSavedSearch(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM saved_search WHERE id = ${id}`);
}
