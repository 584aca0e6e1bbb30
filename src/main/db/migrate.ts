// Numbered migrations, forward only, all pending ones in one transaction together with `user_version`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimpulError } from '../../shared/contract/errors.ts';
import { sql, type Connection, type ReadableDb } from './database.ts';

/** "SPL1": tells a Simpul project from any other SQLite file. */
export const applicationId = 0x53504c31;

export type Migration = { readonly version: number; readonly name: string; readonly script: string };

/** @throws Error where the numbers have a gap: that is a fault of the build, not of the project */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file));
  return files.sort().map((file, index) => {
    const version = Number(file.slice(0, 4));
    if (version !== index + 1) throw new Error(`migration ${file} is out of order`);
    return { version, name: file, script: readFileSync(join(folder, file), 'utf8') };
  });
}

/** Brings the schema to the last version. Either all pending migrations apply, or none. */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  const current = Number(connection.pragma('user_version'));
  const pending = migrations.filter(({ version }) => version > current);
  const last = migrations.at(-1)?.version ?? 0;
  if (current > last) throw new SimpulError('project-newer', { version: current });
  if (pending.length === 0) return;
  connection.execute('BEGIN IMMEDIATE');
  try {
    for (const { script } of pending) connection.execute(script);
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma(`user_version = ${last}`);
    connection.execute('COMMIT');
  } catch (error) {
    if (connection.inTransaction()) connection.execute('ROLLBACK');
    throw error;
  }
}

export type SchemaObject = { readonly type: string; readonly name: string; readonly sql: string };

/** Every table, index, trigger and view with its definition, blanks folded, in a fixed order. */
export function schemaOf(db: ReadableDb): readonly SchemaObject[] {
  return db
    .all<SchemaObject>(
      sql`SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .map((object) => ({
      ...object,
      sql: object.sql
        .replace(/--[^\n]*/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    }));
}

/**
 * A project that brings tables, triggers or views of its own was not made by Simpul, or was tampered with.
 * @param expected the snapshot kept beside the migrations
 */
export function assertSchema(db: ReadableDb, expected: readonly SchemaObject[]): void {
  const found = schemaOf(db);
  const known = new Map(expected.map((object) => [object.name, object]));
  const strange = found.find((object) => {
    const match = known.get(object.name);
    return !match || match.sql !== object.sql || match.type !== object.type;
  });
  const missing = expected.find((object) => !found.some(({ name }) => name === object.name));
  const name = strange?.name ?? missing?.name;
  if (name !== undefined) throw new SimpulError('project-schema-unexpected', { name });
}
