import type { Memo, MemoKind, MemoTarget } from '../../shared/contract/memos.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetMemo } from './attached.ts';
import { memoChecksum } from './checksums.ts';
import { sql, type ReadableDb, type Statement, type WritableDb } from './database.ts';

export type MemoRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly body: string;
  readonly kind: MemoKind;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
  readonly checksum: number;
};

export type MemoTargetRow = {
  readonly id: number;
  readonly memo_id: number;
  readonly kind: MemoTarget['kind'];
  readonly target_guid: Guid;
  readonly document_id: number | null;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly quote: string | null;
};

/** Memos, newest first: all, those about one thing, or those in and on one document. */
export function listMemos(
  db: ReadableDb,
  about: { readonly target?: MemoTarget | undefined; readonly documentId?: number | undefined },
): readonly Memo[] {
  const rows = db.all<MemoRow & { author: Guid | null }>({
    text: `SELECT m.*, r.guid AS author FROM memo AS m LEFT JOIN coder AS r ON r.id = m.created_by
      ${aboutClause(about).text} ORDER BY m.created_at DESC, m.id DESC`,
    params: aboutClause(about).params,
  });
  const targets = Map.groupBy(
    db.all<MemoTargetRow>(sql`SELECT * FROM memo_target ORDER BY id`),
    ({ memo_id: memo }) => memo,
  );
  return rows.map((row) => ({
    guid: row.guid,
    title: row.title,
    body: row.body,
    kind: row.kind,
    author: row.author,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    targets: (targets.get(row.id) ?? []).map(targetOf),
  }));
}

/** What was noted about codings, title and text, by the coding's guid. */
export function memosOfCodings(db: ReadableDb): ReadonlyMap<Guid, readonly string[]> {
  const rows = db.all<{ coding: Guid; title: string; body: string }>(sql`
    SELECT t.target_guid AS coding, m.title, m.body FROM memo_target AS t JOIN memo AS m ON m.id = t.memo_id
    WHERE t.kind = 'coding' ORDER BY m.created_at, m.id`);
  const found = new Map<Guid, string[]>();
  for (const { coding, title, body } of rows) {
    const text = title === '' ? body : `${title}\n${body}`;
    const known = found.get(coding);
    if (known) known.push(text);
    else found.set(coding, [text]);
  }
  return found;
}

/** @throws SimpulError `not-found` */
export function requireMemo(db: ReadableDb, guid: Guid): MemoRow {
  const row = db.get<MemoRow>(sql`SELECT * FROM memo WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'memo' }, { guid });
  return row;
}

export function insertMemo(db: WritableDb, row: Omit<MemoRow, 'id' | 'modified_at' | 'checksum'>): number {
  return db.run(sql`
    INSERT INTO memo (guid, title, body, kind, created_by, created_at, modified_at, checksum)
    VALUES (${row.guid}, ${row.title}, ${row.body}, ${row.kind}, ${row.created_by}, ${row.created_at},
      ${row.created_at}, ${memoChecksum({ ...row, modified_at: row.created_at })})`).id;
}

export function updateMemo(
  db: WritableDb,
  row: MemoRow,
  change: Partial<Pick<MemoRow, 'title' | 'body' | 'kind'>>,
  now: string,
): void {
  const next = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  db.run(sql`
    UPDATE memo SET title = ${next.title}, body = ${next.body}, kind = ${next.kind}, modified_at = ${now},
      checksum = ${memoChecksum({ ...next, modified_at: now })} WHERE id = ${row.id}`);
}

export function targetsOf(db: ReadableDb, memoId: number): readonly MemoTargetRow[] {
  return db.all<MemoTargetRow>(sql`SELECT * FROM memo_target WHERE memo_id = ${memoId} ORDER BY id`);
}

export function insertTarget(db: WritableDb, row: Omit<MemoTargetRow, 'id'>): void {
  db.run(sql`
    INSERT INTO memo_target (memo_id, kind, target_guid, document_id, start_offset, end_offset, quote)
    VALUES (${row.memo_id}, ${row.kind}, ${row.target_guid}, ${row.document_id}, ${row.start_offset},
      ${row.end_offset}, ${row.quote})`);
}

export function deleteTarget(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM memo_target WHERE id = ${id}`);
}

export function deleteMemoRow(db: WritableDb, id: number): void {
  forgetMemo(db, id);
  db.run(sql`DELETE FROM memo_target WHERE memo_id = ${id}`);
  db.run(sql`DELETE FROM memo WHERE id = ${id}`);
}

/** Targets that point at an object which is about to go. */
export function targetsAbout(db: ReadableDb, guid: Guid): readonly MemoTargetRow[] {
  return db.all<MemoTargetRow>(sql`SELECT * FROM memo_target WHERE target_guid = ${guid} ORDER BY id`);
}

/** Memos about one thing become memos about another; one that is about both already is so once. */
export function moveTargets(db: WritableDb, from: Guid, to: Guid): void {
  db.run(sql`
    DELETE FROM memo_target WHERE target_guid = ${from} AND kind <> 'passage'
      AND memo_id IN (SELECT memo_id FROM memo_target WHERE target_guid = ${to} AND kind <> 'passage')`);
  db.run(sql`UPDATE memo_target SET target_guid = ${to} WHERE target_guid = ${from} AND kind <> 'passage'`);
}

/** Memos about one thing are about another too from now on. */
export function copyTargets(db: WritableDb, from: Guid, to: Guid): void {
  for (const { id: _id, ...target } of targetsAbout(db, from)) insertTarget(db, { ...target, target_guid: to });
}

export function targetOf(row: MemoTargetRow): MemoTarget {
  if (row.kind === 'project') return { kind: 'project' };
  if (row.kind === 'passage') {
    return { kind: 'passage', guid: row.target_guid, start: row.start_offset ?? 0, end: row.end_offset ?? 0 };
  }
  return { kind: row.kind, guid: row.target_guid };
}

function aboutClause(about: {
  readonly target?: MemoTarget | undefined;
  readonly documentId?: number | undefined;
}): Statement {
  if (about.documentId !== undefined) {
    return sql`WHERE m.id IN (
      SELECT memo_id FROM memo_target WHERE document_id = ${about.documentId}
      UNION SELECT t.memo_id FROM memo_target AS t JOIN document AS d ON t.kind = 'document' AND d.guid = t.target_guid
        WHERE d.id = ${about.documentId}
      UNION SELECT t.memo_id FROM memo_target AS t JOIN coding AS c ON t.kind = 'coding' AND c.guid = t.target_guid
        WHERE c.document_id = ${about.documentId})`;
  }
  if (!about.target) return sql``;
  if (about.target.kind === 'project')
    return sql`WHERE m.id IN (SELECT memo_id FROM memo_target WHERE kind = 'project')`;
  return sql`WHERE m.id IN (
    SELECT memo_id FROM memo_target WHERE target_guid = ${about.target.guid} AND kind = ${about.target.kind})`;
}
