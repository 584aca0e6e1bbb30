import type { CodeKind } from '../../shared/contract/codes.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetCode } from './attached.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type CodeRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly parent_id: number | null;
  readonly position: number;
  readonly name: string;
  readonly color: string;
  readonly description: string;
  readonly include_rule: string;
  readonly exclude_rule: string;
  readonly typical_example: string;
  readonly counter_example: string;
  readonly kind: CodeKind | null;
  readonly codable: number;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
  /** The theory or study it comes from. */
  readonly theory: string | null;
};

export type CountedCode = CodeRow & {
  readonly parent_guid: Guid | null;
  readonly codings: number;
  readonly documents: number;
  readonly memos: number;
};

/** All codes with counts; siblings stand in their order, so that a walk down the tree gives the codebook's. */
export function listCodes(db: ReadableDb): readonly CountedCode[] {
  return db.all<CountedCode>(sql`
    SELECT c.*, p.guid AS parent_guid, coalesce(n.codings, 0) AS codings, coalesce(n.documents, 0) AS documents,
      coalesce(m.memos, 0) AS memos
    FROM code AS c
    LEFT JOIN code AS p ON p.id = c.parent_id
    LEFT JOIN (
      SELECT code_id, sum(n) AS codings, count(*) AS documents
      FROM (SELECT code_id, document_id, count(*) AS n FROM coding INDEXED BY coding_by_code
        WHERE state <> 'orphaned' GROUP BY code_id, document_id)
      GROUP BY code_id
    ) AS n ON n.code_id = c.id
    LEFT JOIN (SELECT target_guid, count(*) AS memos FROM memo_target WHERE kind = 'code' GROUP BY target_guid) AS m
      ON m.target_guid = c.guid
    ORDER BY c.position, c.id`);
}

/** @throws SimpulError `not-found` */
export function requireCode(db: ReadableDb, guid: Guid): CodeRow {
  const row = db.get<CodeRow>(sql`SELECT * FROM code WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'code' }, { guid });
  return row;
}

export function codeById(db: ReadableDb, id: number): CodeRow | undefined {
  return db.get<CodeRow>(sql`SELECT * FROM code WHERE id = ${id}`);
}

export function childrenOf(db: ReadableDb, parent: number | null): readonly CodeRow[] {
  return db.all<CodeRow>(sql`SELECT * FROM code WHERE parent_id IS ${parent} ORDER BY position, id`);
}

/** Ids from the code's parent up to the root. A damaged tree with a cycle ends the walk. */
export function ancestorsOf(db: ReadableDb, id: number): readonly number[] {
  return db
    .all<{ id: number }>(sql`
      WITH RECURSIVE above (id, depth) AS (
        SELECT parent_id, 1 FROM code WHERE id = ${id}
        UNION SELECT c.parent_id, depth + 1 FROM code AS c JOIN above AS a ON c.id = a.id WHERE depth < 1000
      ) SELECT DISTINCT id FROM above WHERE id IS NOT NULL`)
    .map((row) => row.id);
}

export type NewCode = Omit<CodeRow, 'id' | 'modified_at' | 'theory'>;

/** The caller makes room at the position first (CT2). */
export function insertCode(db: WritableDb, row: NewCode): number {
  return db.run(sql`
    INSERT INTO code (guid, parent_id, position, name, color, description, include_rule, exclude_rule,
      typical_example, counter_example, kind, codable, created_by, created_at, modified_at)
    VALUES (${row.guid}, ${row.parent_id}, ${row.position}, ${row.name}, ${row.color}, ${row.description},
      ${row.include_rule}, ${row.exclude_rule}, ${row.typical_example}, ${row.counter_example}, ${row.kind},
      ${row.codable}, ${row.created_by}, ${row.created_at}, ${row.created_at})`).id;
}

export type CodeChange = Partial<Omit<CodeRow, 'id' | 'guid' | 'created_by' | 'created_at' | 'modified_at'>>;

export function updateCode(db: WritableDb, row: CodeRow, change: CodeChange, now: string): void {
  const next = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  db.run(sql`
    UPDATE code SET parent_id = ${next.parent_id}, position = ${next.position}, name = ${next.name},
      color = ${next.color}, description = ${next.description}, include_rule = ${next.include_rule},
      exclude_rule = ${next.exclude_rule}, typical_example = ${next.typical_example},
      counter_example = ${next.counter_example}, kind = ${next.kind}, codable = ${next.codable},
      theory = ${next.theory}, modified_at = ${now} WHERE id = ${row.id}`);
}

/** CT2: gives the children of a parent the order listed. */
export function orderCodes(db: WritableDb, parent: number | null, ids: readonly number[]): void {
  ids.forEach((id, position) => {
    db.run(sql`
      UPDATE code SET parent_id = ${parent}, position = ${position}
      WHERE id = ${id} AND (parent_id IS NOT ${parent} OR position <> ${position})`);
  });
}

export function deleteCodeRow(db: WritableDb, id: number): void {
  forgetCode(db, id);
  db.run(sql`DELETE FROM code WHERE id = ${id}`);
}
