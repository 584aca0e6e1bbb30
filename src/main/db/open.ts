// The one sequence by which every host opens and closes a project file.

import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { SimpulError } from '../../shared/contract/errors.ts';
import { openDriver, type Connection } from './database.ts';
import { diskError } from './disk-errors.ts';
import { identityOf, readHeader, type FileIdentity } from './header.ts';
import { assertSchema, migrate, schemaOf, type Migration, type SchemaObject } from './migrate.ts';

export type Schema = { readonly migrations: readonly Migration[]; readonly snapshot: readonly SchemaObject[] };

export type OpenFile = {
  readonly connection: Connection;
  readonly path: string;
  readonly identity: FileIdentity;
  readonly readOnly: boolean;
  /** Folder of the private copy that a read-only project left in WAL mode had to be read from. */
  readonly privateCopy: string | null;
  /** False for a large project whose quick check is still to come: {@link checkProjectFile} before any change. */
  readonly checked: boolean;
};

/** Bytes of a project that is checked before it is shown; the check of this much takes a tenth of a second. */
const checkedAtOnce = 24 * 1024 * 1024;

export type OpenOptions = {
  /** Called with a sound, writable file of an older version, before it is migrated. */
  readonly beforeMigration: (connection: Connection, version: number) => Promise<void>;
};

/**
 * Opens a project: header, settings read back, quick check, schema, backup, migration.
 * @throws SimpulError with one of the `project-…` codes; the file is then as it was before
 */
export async function openProjectFile(path: string, schema: Schema, options: OpenOptions): Promise<OpenFile> {
  const newest = schema.migrations.at(-1)?.version ?? 0;
  const header = readHeader(path, newest);
  const readOnly = !isWritable(path) || !isWritable(dirname(path));
  if (readOnly) return openReadOnly(path, schema, header);
  const connection = await openConnection(path, false);
  try {
    configure(connection);
    const checked = header.version < newest || header.size <= checkedAtOnce;
    if (checked) checkProjectFile(connection, path);
    if (header.version < newest) {
      // Looked at before anything is done with it: what is no project of ours gets neither a backup nor a migration.
      assertSchema(connection, await schemaAt(header.version, schema.migrations));
      await options.beforeMigration(connection, header.version);
    }
    migrate(connection, schema.migrations);
    assertSchema(connection, schema.snapshot);
    return { connection, path, identity: header.identity, readOnly: false, privateCopy: null, checked };
  } catch (error) {
    connection.close();
    throw diskError(error, path);
  }
}

/**
 * Makes an empty project file. The caller fills it and closes it before anyone else may see it.
 * @param path must not exist
 */
export async function createProjectFile(path: string, schema: Schema): Promise<OpenFile> {
  if (existsSync(path)) throw new SimpulError('project-exists', { path });
  let connection: Connection | null = null;
  try {
    // Made before SQLite sees it, so that nobody but its owner can ever read it.
    closeSync(openSync(path, 'wx', 0o600));
    connection = await openDriver(path, { readOnly: false, mustExist: true, busyMs: 0 });
    configure(connection);
    migrate(connection, schema.migrations);
    // Later migrations drop what earlier ones made. What is written to a page left free by that, and then taken back,
    // stays in it: a change that fails would not leave every byte as it was.
    connection.execute('VACUUM');
  } catch (error) {
    connection?.close();
    for (const file of [path, `${path}-wal`, `${path}-journal`]) rmSync(file, { force: true });
    throw diskError(error, path);
  }
  const identity = identityOf(path);
  if (!identity) throw new SimpulError('disk-error', { path });
  return { connection, path, identity, readOnly: false, privateCopy: null, checked: true };
}

/**
 * SQLite's quick check: pages, order of rows, indexes. It reads the whole file, so a large project is opened first and
 * checked right after; no change is ever made to a file that has not passed.
 * @throws SimpulError `project-damaged`
 */
export function checkProjectFile(connection: Connection, path: string): void {
  if (connection.pragma('quick_check(1)') !== 'ok') throw new SimpulError('project-damaged', { path });
}

/**
 * Leaves the project as one ordinary file: no write-ahead log that a read-only stick could not open.
 * @param inPlace false where the file was moved or replaced under us: nothing is written there any more
 */
export function closeProjectFile({ connection, readOnly, privateCopy }: OpenFile, inPlace = true): void {
  try {
    if (!readOnly && inPlace && connection.pragma('journal_mode') === 'wal') {
      connection.execute('PRAGMA optimize');
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.pragma('journal_mode = DELETE');
    }
  } finally {
    connection.close();
    if (privateCopy) rmSync(privateCopy, { recursive: true, force: true });
  }
}

async function openReadOnly(
  path: string,
  schema: Schema,
  header: { readonly identity: FileIdentity; readonly version: number; readonly writeAheadLog: boolean },
): Promise<OpenFile> {
  const newest = schema.migrations.at(-1)?.version ?? 0;
  const isOld = header.version < newest;
  // What a crash left half done, and an older version, can only be brought in order where one may write: in a
  // private copy.
  const leftovers = ['-wal', '-journal'].filter((suffix) => existsSync(`${path}${suffix}`));
  const needsCopy = header.writeAheadLog || leftovers.length > 0 || isOld;
  const privateCopy = needsCopy ? mkdtempSync(join(tmpdir(), 'simpul-')) : null;
  const source = privateCopy ? join(privateCopy, basename(path)) : path;
  if (privateCopy) {
    copyFileSync(path, source);
    chmodSync(source, 0o600); // the copy of a protected file is protected too
    for (const suffix of leftovers) copyFileSync(`${path}${suffix}`, `${source}${suffix}`);
  }
  try {
    const connection = await openConnection(source, privateCopy === null);
    guardReads(connection);
    checkProjectFile(connection, path);
    if (isOld) {
      assertSchema(connection, await schemaAt(header.version, schema.migrations));
      migrate(connection, schema.migrations);
    }
    assertSchema(connection, schema.snapshot);
    return { connection, path, identity: header.identity, readOnly: true, privateCopy, checked: true };
  } catch (error) {
    if (privateCopy) rmSync(privateCopy, { recursive: true, force: true });
    throw diskError(error, path);
  }
}

/** The schema a project of an older version must have. */
async function schemaAt(version: number, migrations: readonly Migration[]): Promise<readonly SchemaObject[]> {
  const empty = await openDriver(':memory:', { readOnly: false, mustExist: false, busyMs: 0 });
  try {
    migrate(
      empty,
      migrations.filter((migration) => migration.version <= version),
    );
    return schemaOf(empty);
  } finally {
    empty.close();
  }
}

async function openConnection(path: string, readOnly: boolean): Promise<Connection> {
  try {
    return await openDriver(path, { readOnly, mustExist: true, busyMs: 0 });
  } catch (error) {
    throw diskError(error, path);
  }
}

type Setting = { readonly set: string; readonly read: string; readonly value: string | number };

// EXCLUSIVE before the first access in WAL mode keeps every second process out and is let go by the
// operating system when the process dies.
const settings: readonly Setting[] = [
  { set: 'trusted_schema = OFF', read: 'trusted_schema', value: 0 },
  { set: 'cell_size_check = ON', read: 'cell_size_check', value: 1 },
  { set: 'mmap_size = 0', read: 'mmap_size', value: 0 },
  { set: 'foreign_keys = ON', read: 'foreign_keys', value: 1 },
  { set: 'secure_delete = ON', read: 'secure_delete', value: 1 },
  { set: 'temp_store = MEMORY', read: 'temp_store', value: 2 },
  { set: 'locking_mode = EXCLUSIVE', read: 'locking_mode', value: 'exclusive' },
  { set: 'fullfsync = ON', read: 'fullfsync', value: 1 },
  { set: 'checkpoint_fullfsync = ON', read: 'checkpoint_fullfsync', value: 1 },
];

function configure(connection: Connection): void {
  for (const { set } of settings) connection.pragma(set);
  // Takes the lock now rather than at the first change.
  connection.execute('BEGIN EXCLUSIVE; COMMIT');
  for (const { read, value } of settings) assertSetting(connection, read, value);
  makeDurable(connection);
  connection.pragma('cache_size = -65536');
}

/**
 * Sets and reads back the strongest promise the journal in use can give: nothing acknowledged is lost in a
 * power cut. A log needs FULL (the driver's default on reopening is less); a rollback journal needs EXTRA,
 * because with FULL its removal may not have reached the disk when the commit is acknowledged.
 */
function makeDurable(connection: Connection): void {
  const level = connection.pragma('journal_mode') === 'wal' ? { name: 'FULL', value: 2 } : { name: 'EXTRA', value: 3 };
  connection.pragma(`synchronous = ${level.name}`);
  assertSetting(connection, 'synchronous', level.value);
}

/**
 * From the second change of a session on, changes go through a write-ahead log, which is faster. Not before:
 * opening a project, looking at it, or trying something that is refused must not alter one byte of the file.
 */
export function startLog(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  assertSetting(connection, 'journal_mode', 'wal');
  makeDurable(connection);
}

function assertSetting(connection: Connection, name: string, value: string | number): void {
  const found = connection.pragma(name);
  if (found !== undefined && found !== value) {
    throw new SimpulError('disk-error', { path: `${name}=${found}` });
  }
}

function guardReads(connection: Connection): void {
  for (const setting of ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0', 'temp_store = MEMORY']) {
    connection.pragma(setting);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
