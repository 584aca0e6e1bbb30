import type { CaseSummary, Variable, VariableScope, VariableType } from '../../shared/contract/cases.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetCase } from './attached.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type CaseRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly position: number;
};

export type VariableRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly type: VariableType;
  readonly scope: VariableScope;
  readonly choices: string;
  readonly position: number;
};

export type ValueRow = {
  readonly id: number;
  readonly variable_id: number;
  readonly case_id: number | null;
  readonly document_id: number | null;
  readonly value: string;
};

export function listCases(db: ReadableDb): readonly CaseSummary[] {
  const rows = db.all<CaseRow & { codings: number; memos: number }>(sql`
    SELECT s.*, coalesce(c.codings, 0) AS codings, coalesce(m.memos, 0) AS memos
    FROM study_case AS s
    LEFT JOIN (
      SELECT d.case_id, count(*) AS codings FROM coding AS k JOIN document AS d ON d.id = k.document_id
      WHERE k.state <> 'orphaned' AND d.case_id IS NOT NULL GROUP BY d.case_id
    ) AS c ON c.case_id = s.id
    LEFT JOIN (SELECT target_guid, count(*) AS memos FROM memo_target WHERE kind = 'case' GROUP BY target_guid) AS m
      ON m.target_guid = s.guid
    ORDER BY s.position, s.id`);
  const documents = Map.groupBy(
    db.all<{ case_id: number; guid: Guid }>(
      sql`SELECT case_id, guid FROM document WHERE case_id IS NOT NULL ORDER BY position, id`,
    ),
    (row) => row.case_id,
  );
  const values = Map.groupBy(
    db.all<{ case_id: number; variable: Guid; value: string }>(sql`
      SELECT v.case_id, x.guid AS variable, v.value FROM variable_value AS v JOIN variable AS x ON x.id = v.variable_id
      WHERE v.case_id IS NOT NULL ORDER BY x.position, x.id`),
    (row) => row.case_id,
  );
  return rows.map((row) => ({
    guid: row.guid,
    name: row.name,
    description: row.description,
    position: row.position,
    documents: (documents.get(row.id) ?? []).map(({ guid }) => guid),
    codings: row.codings,
    memos: row.memos,
    values: (values.get(row.id) ?? []).map(({ variable, value }) => ({ variable, value })),
  }));
}

/** @throws SimpulError `not-found` */
export function requireCase(db: ReadableDb, guid: Guid): CaseRow {
  const row = db.get<CaseRow>(sql`SELECT * FROM study_case WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'case' }, { guid });
  return row;
}

export function insertCase(db: WritableDb, row: Pick<CaseRow, 'guid' | 'name' | 'description'>): number {
  return db.run(sql`
    INSERT INTO study_case (guid, name, description, position)
    VALUES (${row.guid}, ${row.name}, ${row.description}, (SELECT coalesce(max(position) + 1, 0) FROM study_case))`).id;
}

export function updateCase(db: WritableDb, id: number, row: Pick<CaseRow, 'name' | 'description'>): void {
  db.run(sql`UPDATE study_case SET name = ${row.name}, description = ${row.description} WHERE id = ${id}`);
}

export function deleteCaseRow(db: WritableDb, id: number): void {
  forgetCase(db, id);
  db.run(sql`UPDATE document SET case_id = NULL WHERE case_id = ${id}`);
  db.run(sql`UPDATE speaker SET case_id = NULL WHERE case_id = ${id}`);
  db.run(sql`DELETE FROM variable_value WHERE case_id = ${id}`);
  db.run(sql`DELETE FROM study_case WHERE id = ${id}`);
}

export function listVariables(db: ReadableDb): readonly Variable[] {
  return db
    .all<VariableRow & { values: number }>(sql`
      SELECT v.*, (SELECT count(*) FROM variable_value AS x WHERE x.variable_id = v.id) AS "values"
      FROM variable AS v ORDER BY v.position, v.id`)
    .map((row) => ({
      guid: row.guid,
      name: row.name,
      description: row.description,
      type: row.type,
      scope: row.scope,
      choices: JSON.parse(row.choices) as string[],
      position: row.position,
      values: row.values,
    }));
}

/** @throws SimpulError `not-found` */
export function requireVariable(db: ReadableDb, guid: Guid): VariableRow {
  const row = db.get<VariableRow>(sql`SELECT * FROM variable WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'variable' }, { guid });
  return row;
}

export function insertVariable(db: WritableDb, row: Omit<VariableRow, 'id' | 'position'>): number {
  return db.run(sql`
    INSERT INTO variable (guid, name, description, type, scope, choices, position)
    VALUES (${row.guid}, ${row.name}, ${row.description}, ${row.type}, ${row.scope}, ${row.choices},
      (SELECT coalesce(max(position) + 1, 0) FROM variable))`).id;
}

export function updateVariable(db: WritableDb, row: VariableRow): void {
  db.run(sql`
    UPDATE variable SET name = ${row.name}, description = ${row.description}, type = ${row.type},
      choices = ${row.choices} WHERE id = ${row.id}`);
}

export function deleteVariableRow(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM variable_value WHERE variable_id = ${id}`);
  db.run(sql`DELETE FROM variable WHERE id = ${id}`);
}

export function valuesOf(db: ReadableDb, variableId: number): readonly ValueRow[] {
  return db.all<ValueRow>(sql`SELECT * FROM variable_value WHERE variable_id = ${variableId}`);
}

export function documentValues(
  db: ReadableDb,
): readonly { readonly document: Guid; readonly variable: Guid; readonly value: string }[] {
  return db.all(sql`
    SELECT d.guid AS document, x.guid AS variable, v.value FROM variable_value AS v
    JOIN variable AS x ON x.id = v.variable_id JOIN document AS d ON d.id = v.document_id
    ORDER BY d.position, d.id, x.position, x.id`);
}

export type ValueOwner = { readonly case_id: number | null; readonly document_id: number | null };

/** Sets, replaces or, with null, removes a value. */
export function putValue(db: WritableDb, variableId: number, owner: ValueOwner, value: string | null): void {
  const known = db.get<ValueRow>(sql`
    SELECT * FROM variable_value
    WHERE variable_id = ${variableId} AND case_id IS ${owner.case_id} AND document_id IS ${owner.document_id}`);
  if (value === null) {
    if (known) db.run(sql`DELETE FROM variable_value WHERE id = ${known.id}`);
  } else if (known) {
    db.run(sql`UPDATE variable_value SET value = ${value} WHERE id = ${known.id}`);
  } else {
    db.run(sql`
      INSERT INTO variable_value (variable_id, case_id, document_id, value)
      VALUES (${variableId}, ${owner.case_id}, ${owner.document_id}, ${value})`);
  }
}
