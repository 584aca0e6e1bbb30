// Where the pages of a document's file begin in its text (PG1–PG4).

import type { Guid } from '../../shared/domain/ids.ts';
import type { PageStarts } from '../../shared/domain/pages.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

/** Null where the document has no pages. */
export function pageStartsOf(db: ReadableDb, documentId: number): PageStarts | null {
  const row = db.get<{ starts: string }>(sql`SELECT starts FROM page_map WHERE id = ${documentId}`);
  return row ? (JSON.parse(row.starts) as PageStarts) : null;
}

export function putPages(db: WritableDb, documentId: number, starts: PageStarts): void {
  const json = JSON.stringify(starts);
  db.run(sql`
    INSERT INTO page_map (id, starts) VALUES (${documentId}, ${json})
    ON CONFLICT (id) DO UPDATE SET starts = excluded.starts`);
}

export function deletePages(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM page_map WHERE id = ${documentId}`);
}

/** Of all documents that have pages, in their order. */
export function listPages(db: ReadableDb): readonly { readonly document: Guid; readonly starts: PageStarts }[] {
  const rows = db.all<{ document: Guid; starts: string }>(sql`
    SELECT d.guid AS document, p.starts FROM page_map AS p JOIN document AS d ON d.id = p.id ORDER BY d.position, d.id`);
  return rows.map(({ document, starts }) => ({ document, starts: JSON.parse(starts) as PageStarts }));
}
