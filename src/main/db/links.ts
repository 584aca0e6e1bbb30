// Links between passages. The passages at their ends belong to them alone: they come and go with them.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Link, LinkEnd, LinkKind } from '../../shared/contract/links.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';
import { deletePassage } from './passages.ts';

export type LinkRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly kind: LinkKind;
  readonly from_passage_id: number;
  readonly to_passage_id: number;
  readonly note: string;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

type Ends<Side extends 'from' | 'to'> = {
  readonly [Key in 'passage' | 'document' as `${Side}_${Key}`]: Guid;
} & { readonly [Key in 'title' | 'quote' as `${Side}_${Key}`]: string } & {
  readonly [Key in 'start' | 'end' as `${Side}_${Key}`]: number;
};
type PlacedLink = Pick<LinkRow, 'guid' | 'kind' | 'note' | 'created_at' | 'modified_at'> & {
  readonly author: Guid | null;
} & Ends<'from'> &
  Ends<'to'>;

/** All links, by document and place of their first passage. */
export function listLinks(db: ReadableDb): readonly Link[] {
  const rows = db.all<PlacedLink>(sql`
    SELECT l.guid, l.kind, l.note, l.created_at, l.modified_at, r.guid AS author,
      f.guid AS from_passage, fd.guid AS from_document, fd.title AS from_title, f.quote AS from_quote,
      f.start_offset AS from_start, f.end_offset AS from_end,
      t.guid AS to_passage, td.guid AS to_document, td.title AS to_title, t.quote AS to_quote,
      t.start_offset AS to_start, t.end_offset AS to_end
    FROM passage_link AS l
    JOIN passage AS f ON f.id = l.from_passage_id JOIN document AS fd ON fd.id = f.document_id
    JOIN passage AS t ON t.id = l.to_passage_id JOIN document AS td ON td.id = t.document_id
    LEFT JOIN coder AS r ON r.id = l.created_by
    ORDER BY fd.position, fd.id, f.start_offset, f.end_offset, l.id`);
  return rows.map((row) => ({
    guid: row.guid,
    kind: row.kind,
    note: row.note,
    author: row.author,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    from: endOf(row.from_passage, row.from_document, row.from_title, row.from_start, row.from_end, row.from_quote),
    to: endOf(row.to_passage, row.to_document, row.to_title, row.to_start, row.to_end, row.to_quote),
  }));
}

/** @throws SimpulError `not-found` */
export function requireLink(db: ReadableDb, guid: Guid): LinkRow {
  const row = db.get<LinkRow>(sql`SELECT * FROM passage_link WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'link' }, { guid });
  return row;
}

export function insertLink(db: WritableDb, row: Omit<LinkRow, 'id' | 'modified_at'>): void {
  db.run(sql`
    INSERT INTO passage_link (guid, kind, from_passage_id, to_passage_id, note, created_by, created_at, modified_at)
    VALUES (${row.guid}, ${row.kind}, ${row.from_passage_id}, ${row.to_passage_id}, ${row.note}, ${row.created_by},
      ${row.created_at}, ${row.created_at})`);
}

/** Writes a link that differs from the one stored; the same again leaves no trace (HI1). */
export function updateLink(db: WritableDb, row: LinkRow, change: Partial<LinkRow>, now: string): void {
  const next = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  db.run(sql`
    UPDATE passage_link SET kind = ${next.kind}, note = ${next.note}, from_passage_id = ${next.from_passage_id},
      to_passage_id = ${next.to_passage_id}, modified_at = ${now} WHERE id = ${row.id}`);
}

/** Removes a link together with its passages, which nothing else refers to. */
export function deleteLink(db: WritableDb, row: LinkRow): void {
  db.run(sql`DELETE FROM passage_link WHERE id = ${row.id}`);
  deletePassage(db, row.from_passage_id);
  deletePassage(db, row.to_passage_id);
}

function endOf(
  passage: Guid,
  document: Guid,
  documentTitle: string,
  start: number,
  end: number,
  quote: string,
): LinkEnd {
  return { passage, document, documentTitle, start, end, quote, isLost: end === start };
}
