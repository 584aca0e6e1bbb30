import type { DocumentKind, DocumentSummary } from '../../shared/contract/documents.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetDocument } from './attached.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type DocumentRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly description: string;
  readonly language: string;
  readonly date: string | null;
  readonly place: string;
  readonly case_id: number | null;
  readonly original_id: number | null;
  readonly original_name: string;
  readonly position: number;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export function listDocuments(db: ReadableDb): readonly DocumentSummary[] {
  return db.all<DocumentSummary>(sql`
    SELECT d.guid, d.title, d.description, d.kind, t.characters, coalesce(c.codings, 0) AS codings, s.guid AS "case", d.language,
      d.date, d.place, d.position, coalesce(m.memos, 0) AS memos, coalesce(r.review, 0) AS toReview,
      d.created_at AS createdAt, d.modified_at AS modifiedAt
    FROM document AS d
    JOIN document_text AS t ON t.id = d.id
    LEFT JOIN study_case AS s ON s.id = d.case_id
    LEFT JOIN (SELECT document_id, count(*) AS codings FROM coding WHERE state <> 'orphaned' GROUP BY document_id)
      AS c ON c.document_id = d.id
    LEFT JOIN (SELECT document_id, count(*) AS review FROM coding WHERE state <> 'kept' GROUP BY document_id)
      AS r ON r.document_id = d.id
    LEFT JOIN (
      SELECT coalesce(mt.document_id, own.id) AS document_id, count(DISTINCT mt.memo_id) AS memos
      FROM memo_target AS mt
      LEFT JOIN document AS own ON mt.kind = 'document' AND own.guid = mt.target_guid
      WHERE mt.kind IN ('document', 'passage') GROUP BY 1
    ) AS m ON m.document_id = d.id
    ORDER BY d.position, d.id`);
}

/** @throws SimpulError `not-found` */
export function requireDocument(db: ReadableDb, guid: Guid): DocumentRow {
  const row = db.get<DocumentRow>(sql`SELECT * FROM document WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'document' }, { guid });
  return row;
}

export type NewDocument = Omit<DocumentRow, 'id' | 'position' | 'modified_at'>;

/** Adds a document at the end of the list. Its text is added beside it. */
export function insertDocument(db: WritableDb, row: NewDocument): number {
  return db.run(sql`
    INSERT INTO document (guid, title, kind, description, language, date, place, case_id, original_id, original_name,
      position, created_by, created_at, modified_at)
    VALUES (${row.guid}, ${row.title}, ${row.kind}, ${row.description}, ${row.language}, ${row.date}, ${row.place},
      ${row.case_id}, ${row.original_id}, ${row.original_name},
      (SELECT coalesce(max(position) + 1, 0) FROM document), ${row.created_by}, ${row.created_at},
      ${row.created_at})`).id;
}

export type DocumentChange = Partial<
  Pick<DocumentRow, 'title' | 'kind' | 'description' | 'language' | 'date' | 'place' | 'case_id'>
>;

export function updateDocument(db: WritableDb, row: DocumentRow, change: DocumentChange, now: string): void {
  const next = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  db.run(sql`
    UPDATE document SET title = ${next.title}, kind = ${next.kind}, description = ${next.description},
      language = ${next.language}, date = ${next.date}, place = ${next.place}, case_id = ${next.case_id},
      modified_at = ${now} WHERE id = ${row.id}`);
}

/** Puts the documents into the order given. */
export function orderDocuments(db: WritableDb, ids: readonly number[]): void {
  ids.forEach((id, position) => {
    db.run(sql`UPDATE document SET position = ${position} WHERE id = ${id} AND position <> ${position}`);
  });
}

export function documentIdsInOrder(db: ReadableDb): readonly number[] {
  return db.all<{ id: number }>(sql`SELECT id FROM document ORDER BY position, id`).map(({ id }) => id);
}

export function deleteDocumentRow(db: WritableDb, id: number): void {
  forgetDocument(db, id);
  db.run(sql`DELETE FROM document WHERE id = ${id}`);
}

export type OriginalFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly sha256: string;
};

/** Keeps an imported file once, however many documents came from it. */
export function keepOriginal(db: WritableDb, { name, mediaType, bytes, sha256 }: OriginalFile): number {
  const known = db.get<{ id: number }>(sql`SELECT id FROM original_file WHERE sha256 = ${sha256}`);
  if (known) return known.id;
  return db.run(sql`
    INSERT INTO original_file (sha256, name, media_type, size, bytes)
    VALUES (${sha256}, ${name}, ${mediaType}, ${bytes.byteLength}, ${bytes})`).id;
}
