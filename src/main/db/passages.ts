// Places in a text that follow its edits: the ends of links, the questions of the interview guide.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import type { Range } from '../../shared/domain/segments.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';
import { deletePages } from './pages.ts';

export type PassageRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly document_id: number;
  readonly start_offset: number;
  readonly end_offset: number;
  /** Its words; once they were all removed, its last ones. */
  readonly quote: string;
};

/** @returns the row number of the new passage */
export function insertPassage(db: WritableDb, row: Omit<PassageRow, 'id'>): number {
  return db.run(sql`
    INSERT INTO passage (guid, document_id, start_offset, end_offset, quote)
    VALUES (${row.guid}, ${row.document_id}, ${row.start_offset}, ${row.end_offset}, ${row.quote})`).id;
}

/** Moves a passage to other words of its document. */
export function placePassage(db: WritableDb, id: number, { start, end }: Range, quote: string): void {
  db.run(sql`UPDATE passage SET start_offset = ${start}, end_offset = ${end}, quote = ${quote} WHERE id = ${id}`);
}

export function passagesOf(db: ReadableDb, documentId: number): readonly PassageRow[] {
  return db.all<PassageRow>(sql`SELECT * FROM passage WHERE document_id = ${documentId} ORDER BY start_offset, id`);
}

/** @throws SimpulError `internal` where the row is gone: what refers to a passage goes before it does */
export function requirePassage(db: ReadableDb, id: number): PassageRow {
  const row = db.get<PassageRow>(sql`SELECT * FROM passage WHERE id = ${id}`);
  if (!row) throw new SimpulError('internal');
  return row;
}

/** Removes a passage that nothing refers to any more. */
export function deletePassage(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM passage WHERE id = ${id}`);
}

/**
 * Removes what stands in a document beside its codings and memos: links from or to it (with the passage at
 * their other end), questions asked in it, its recordings, its pages and the names of its former states.
 */
export function deleteStructureOf(db: WritableDb, documentId: number): void {
  const links = db.all<{ id: number; from: number; to: number }>(sql`
    SELECT l.id, l.from_passage_id AS "from", l.to_passage_id AS "to" FROM passage_link AS l
    JOIN passage AS f ON f.id = l.from_passage_id JOIN passage AS t ON t.id = l.to_passage_id
    WHERE f.document_id = ${documentId} OR t.document_id = ${documentId}`);
  for (const { id, from, to } of links) {
    db.run(sql`DELETE FROM passage_link WHERE id = ${id}`);
    deletePassage(db, from);
    deletePassage(db, to);
  }
  db.run(sql`
    DELETE FROM guide_section WHERE passage_id IN (SELECT id FROM passage WHERE document_id = ${documentId})`);
  db.run(sql`DELETE FROM passage WHERE document_id = ${documentId}`);
  db.run(sql`DELETE FROM audio WHERE document_id = ${documentId}`);
  db.run(sql`DELETE FROM text_version WHERE document_id = ${documentId}`);
  deletePages(db, documentId);
}
