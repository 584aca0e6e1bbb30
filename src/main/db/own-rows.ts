// What Simpul has and no exchange standard knows, row by row: every table of the study that no other part of an
// exchange carries. Columns and what they refer to are read from the file's own schema, so that a table that is added
// later is carried without a line here.

import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type Value, type WritableDb } from './database.ts';
import { trackedTables, type TrackedTable } from './history.ts';

/** Tables that are not carried row by row, and why. A test holds this list against the tables of the study. */
export const carriedOtherwise = {
  project: 'the project of a study',
  coder: 'coders',
  study_case: 'cases',
  document: 'documents',
  document_text: 'documents',
  variable: 'variables',
  variable_value: 'values',
  code: 'codes',
  coding: 'codings',
  memo: 'memos',
  memo_target: 'memos',
  passage: 'passages',
  passage_link: 'links',
  guide_question: 'questions',
  guide_section: 'sections',
  speaker: 'speakers',
  text_version: 'named texts: a revision means nothing without the history',
  page_map: 'pages',
  kept_part: 'kept parts',
  kept_file: 'kept files',
  pseudonym: 'never: whose names they are stays with who holds the key (R-09)',
} as const satisfies Partial<Record<TrackedTable, string>>;

export type OwnTable = Exclude<TrackedTable, keyof typeof carriedOtherwise>;
export const ownTables: readonly OwnTable[] = trackedTables.filter(
  (table): table is OwnTable => !(table in carriedOtherwise),
);

export type OwnColumn = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** The table whose row it names by number. */
  readonly refersTo: TrackedTable | null;
};

/** A row as it travels: with the GUID of what it refers to where the file has a number. */
export type OwnRow = Readonly<Record<string, string | number | null>>;
export type OwnRows = Readonly<Record<string, readonly OwnRow[]>>;

/** Columns of a table but its number. */
export function ownColumns(db: ReadableDb, table: TrackedTable): readonly OwnColumn[] {
  const references = new Map(
    db
      .all<{ from: string; table: TrackedTable }>(sql`SELECT "from", "table" FROM pragma_foreign_key_list(${table})`)
      .map((row) => [row.from, row.table]),
  );
  return db
    .all<{ name: string; type: string; notnull: number }>(
      sql`SELECT name, type, "notnull" FROM pragma_table_info(${table}) WHERE name <> 'id' ORDER BY cid`,
    )
    .map(({ name, type, notnull }) => ({
      name,
      type,
      required: notnull === 1,
      refersTo: references.get(name) ?? null,
    }));
}

/** All rows of a table with a GUID, in the order they were made. */
export function ownRows(db: ReadableDb, table: TrackedTable): readonly OwnRow[] {
  const columns = ownColumns(db, table).map(({ name, refersTo }) =>
    refersTo === null ? `t.${name}` : `(SELECT r.guid FROM ${refersTo} AS r WHERE r.id = t.${name}) AS ${name}`,
  );
  return db.all<OwnRow>({ text: `SELECT ${columns.join(', ')} FROM ${table} AS t ORDER BY t.id`, params: [] });
}

/** Tables with those first that others refer to. */
export function inOrderOfReference(db: ReadableDb, tables: readonly OwnTable[]): readonly OwnTable[] {
  const ordered: OwnTable[] = [];
  const visit = (table: OwnTable): void => {
    if (ordered.includes(table)) return;
    for (const { refersTo } of ownColumns(db, table)) {
      const above = tables.find((each) => each === refersTo);
      if (above !== undefined && above !== table) visit(above);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

export function numbersByGuid(db: ReadableDb, table: TrackedTable): Map<Guid, number> {
  const rows = db.all<{ id: number; guid: Guid }>({ text: `SELECT id, guid FROM ${table}`, params: [] });
  return new Map(rows.map(({ id, guid }) => [guid, id]));
}

export function ownRowAt(db: ReadableDb, table: OwnTable, id: number): Readonly<Record<string, Value>> {
  return db.get<Record<string, Value>>({ text: `SELECT * FROM ${table} WHERE id = ?`, params: [id] }) ?? {};
}

/** How many rows of this kind there are, over all tables given. */
export function countRows(db: ReadableDb, tables: readonly TrackedTable[]): number {
  const parts = tables.map((table) => `(SELECT count(*) FROM ${table})`);
  return db.get<{ n: number }>({ text: `SELECT ${parts.join(' + ') || '0'} AS n`, params: [] })?.n ?? 0;
}

/** Where the lists of a table end: new rows come behind. */
export function lastPosition(db: ReadableDb, table: OwnTable): number {
  const row = db.get<{ last: number }>({
    text: `SELECT coalesce(max(position), -1) AS last FROM ${table}`,
    params: [],
  });
  return row?.last ?? -1;
}

/**
 * Adds a row, or changes one.
 * @param known number of the row that is there
 * @returns its number; null where a rule of the table forbids it: nothing was written then
 */
export function putOwnRow(
  db: WritableDb,
  table: OwnTable,
  known: number | undefined,
  columns: Readonly<Record<string, Value>>,
): number | null {
  const names = Object.keys(columns);
  const params = names.map((name) => columns[name] ?? null);
  if (known === undefined) {
    const text = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    const { changes, id } = db.run({ text, params });
    return changes === 0 ? null : id;
  }
  const text = `UPDATE OR IGNORE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
  return db.run({ text, params: [...params, known] }).changes === 0 ? null : known;
}
