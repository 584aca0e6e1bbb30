// Rows of a study by GUID, as an exchange needs them: read with the GUIDs of what they refer to, written whole, and
// only where they differ.

import type { Guid } from '../../shared/domain/ids.ts';
import { codingChecksum, memoChecksum, type CodingContent, type MemoContent } from './checksums.ts';
import { sql, type ReadableDb, type Value, type WritableDb } from './database.ts';
import { columnsOf, type TrackedTable } from './history.ts';

/** Tables whose rows have a GUID. */
export type GuidTable = Extract<
  TrackedTable,
  | 'coder'
  | 'study_case'
  | 'document'
  | 'variable'
  | 'code'
  | 'coding'
  | 'memo'
  | 'passage'
  | 'passage_link'
  | 'guide_question'
  | 'guide_section'
  | 'speaker'
>;

export type StoredRow = Readonly<Record<string, Value>> & { readonly id: number; readonly guid: Guid };

/** All rows of a table in the order they have in a study. */
export function rowsOf(db: ReadableDb, table: GuidTable): readonly StoredRow[] {
  const columns = columnsOf(db, table);
  const order = columns.includes('position') ? 'position, id' : 'id';
  return db.all<StoredRow>({ text: `SELECT * FROM ${table} ORDER BY ${order}`, params: [] });
}

const summed: Readonly<Partial<Record<GuidTable, (row: Readonly<Record<string, Value>>) => number>>> = {
  coding: (row) => codingChecksum(row as unknown as CodingContent),
  memo: (row) => memoChecksum(row as unknown as MemoContent),
};

/**
 * Adds a row, or changes the columns given of the one that is there.
 * @returns its number, and whether anything was written
 */
export function putRow(
  db: WritableDb,
  table: GuidTable,
  known: StoredRow | undefined,
  columns: Readonly<Record<string, Value>>,
): { readonly id: number; readonly written: boolean } {
  const sum = summed[table];
  const merged = { ...known, ...columns };
  const row = sum ? { ...merged, checksum: sum(merged) } : merged;
  const names = Object.keys(row).filter((name) => name !== 'id');
  if (!known) {
    const text = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    return {
      id: db.run({ text, params: names.map((name) => row[name as keyof typeof row] as Value) }).id,
      written: true,
    };
  }
  const before: Readonly<Record<string, Value>> = known;
  const changed = names.filter((name) => before[name] !== row[name as keyof typeof row]);
  if (changed.length === 0) return { id: known.id, written: false };
  const text = `UPDATE ${table} SET ${changed.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
  db.run({ text, params: [...changed.map((name) => row[name as keyof typeof row] as Value), known.id] });
  return { id: known.id, written: true };
}

export function textsOf(db: ReadableDb): ReadonlyMap<number, string> {
  const rows = db.all<{ id: number; text: string }>(sql`SELECT id, text FROM document_text`);
  return new Map(rows.map(({ id, text }) => [id, text]));
}

export type KeptRow = {
  readonly id: number;
  readonly kind: string;
  readonly guid: Guid;
  readonly owner_guid: Guid | null;
  readonly position: number;
  readonly shown: number;
  readonly data: string;
};

export function keptRows(db: ReadableDb): readonly KeptRow[] {
  return db.all<KeptRow>(sql`SELECT * FROM kept_part ORDER BY position, id`);
}

/** @returns whether anything was written */
export function putKept(db: WritableDb, known: KeptRow | undefined, row: Omit<KeptRow, 'id'>): boolean {
  if (!known) {
    db.run(sql`
      INSERT INTO kept_part (kind, guid, owner_guid, position, shown, data)
      VALUES (${row.kind}, ${row.guid}, ${row.owner_guid}, ${row.position}, ${row.shown}, ${row.data})`);
    return true;
  }
  if (known.data === row.data && known.shown === row.shown && known.owner_guid === row.owner_guid) return false;
  db.run(sql`
    UPDATE kept_part SET owner_guid = ${row.owner_guid}, shown = ${row.shown}, data = ${row.data}
    WHERE id = ${known.id}`);
  return true;
}

export function lastKeptPosition(db: ReadableDb): number {
  return db.get<{ last: number }>(sql`SELECT coalesce(max(position), -1) AS last FROM kept_part`)?.last ?? -1;
}

export function keptFiles(db: ReadableDb): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return db.all(sql`
    SELECT f.name, o.bytes FROM kept_file AS f JOIN original_file AS o ON o.id = f.original_id ORDER BY f.id`);
}

export function putKeptFile(db: WritableDb, name: string, originalId: number): void {
  const known = db.get<{ id: number; original_id: number }>(sql`SELECT * FROM kept_file WHERE name = ${name}`);
  if (!known) db.run(sql`INSERT INTO kept_file (name, original_id) VALUES (${name}, ${originalId})`);
  else if (known.original_id !== originalId) {
    db.run(sql`UPDATE kept_file SET original_id = ${originalId} WHERE id = ${known.id}`);
  }
}

export type ReportRow = {
  readonly guid: Guid;
  readonly at: string;
  readonly direction: 'import' | 'export';
  readonly file: string;
  readonly format: string;
  readonly origin: string;
  readonly data: string;
};

export function insertReport(db: WritableDb, row: ReportRow): void {
  db.run(sql`
    INSERT INTO import_report (guid, at, direction, file, format, origin, data)
    VALUES (${row.guid}, ${row.at}, ${row.direction}, ${row.file}, ${row.format}, ${row.origin}, ${row.data})`);
}

/**
 * Keeps the report of an export beside the history: it changed nothing that could be undone. Its number lies below zero,
 * so that redo finds the numbers of imports free.
 */
export function insertExportReport(db: WritableDb, row: ReportRow): void {
  db.run(sql`
    INSERT INTO import_report (id, guid, at, direction, file, format, origin, data)
    VALUES ((SELECT min(0, coalesce(min(id), 0)) - 1 FROM import_report), ${row.guid}, ${row.at}, ${row.direction},
      ${row.file}, ${row.format}, ${row.origin}, ${row.data})`);
}

/** Newest first. */
export function listReports(db: ReadableDb): readonly ReportRow[] {
  return db.all<ReportRow>(sql`
    SELECT guid, at, direction, file, format, origin, data FROM import_report ORDER BY at DESC, abs(id) DESC`);
}
