// Dated, verified copies of a project. A copy gets its name only after it was opened and checked, and an old
// one goes only after a newer one was verified: other tools lost years to backups nobody had opened.

import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SimpulError } from '../../shared/contract/errors.ts';
import { openDriver, sql, type Connection, type ReadableDb } from '../db/database.ts';
import { diskError } from '../db/disk-errors.ts';
import { publishFile, syncFile, temporaryBeside } from '../platform/atomic-write.ts';

/** Newest copies that are always kept. */
const keptNewest = 10;
/** Beyond those, one a day for this many days … */
const keptDays = 14;
/** … and one a week for this many weeks. */
const keptWeeks = 26;
const dayLength = 86_400_000;

const backupName = /\.r(\d{10})\.(\d{8}T\d{6}Z)\.simpul$/;

/** Folder of a project's copies: beside it, named after it. */
export function backupFolder(projectPath: string): string {
  return join(dirname(projectPath), `${basename(projectPath, '.simpul')}.backups`);
}

/**
 * Writes a verified copy of the whole project, in steps between which others have their turn. It holds what the project
 * holds at the end.
 * @param target must not exist; nothing is ever overwritten
 * @param step told between two steps how far it is, 0..1; what it throws ends the copying, and nothing is left of it
 * @throws SimpulError `backup-failed`, `project-exists`, `disk-full`, `folder-not-writable`, `folder-not-found`
 */
export async function copyProject(
  connection: Connection,
  target: string,
  step: (share: number) => void = () => undefined,
): Promise<void> {
  if (existsSync(target)) throw new SimpulError('project-exists', { path: target });
  const temporary = temporaryBeside(target);
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    await connection.copyInto(temporary, (share) => step(share * copying));
    // At once: what the copy is held against must not have changed since.
    const census = censusOf(connection);
    makeOrdinary(temporary);
    syncFile(temporary);
    await breath();
    step(copying);
    await verifyCopy(census, temporary);
    step(1);
    publishFile(temporary, target);
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(`${temporary}${suffix}`, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new SimpulError('project-exists', { path: target });
    }
    throw diskError(error, target);
  }
}

/** The share of the work that copying is; the rest is looking at the copy. */
const copying = 0.7;

/** Bytes 18 and 19 of the header: 1 for an ordinary file, 2 for one whose original has its log open. */
function makeOrdinary(path: string): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Uint8Array.of(1, 1), 0, 2, 18);
  } finally {
    closeSync(file);
  }
}

function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * Makes the dated copy of a session, unless nothing changed since the last one, and lets go of old ones.
 * @returns the new copy's path, or null where none was needed
 */
export async function backUp(connection: Connection, projectPath: string, now: Date): Promise<string | null> {
  // One after the other: the second finds what the first has made.
  const former = underWay.get(connection) ?? Promise.resolve();
  const made = former.then(() => backUpNow(connection, projectPath, now));
  const settled = made.then(
    () => undefined,
    () => undefined,
  );
  underWay.set(connection, settled);
  return made;
}

const underWay = new WeakMap<Connection, Promise<void>>();

async function backUpNow(connection: Connection, projectPath: string, now: Date): Promise<string | null> {
  const revision = revisionOf(connection);
  const folder = backupFolder(projectPath);
  const known = listBackups(folder);
  if (known.some((backup) => backup.revision === revision)) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = basename(projectPath, '.simpul');
  // The revision comes first, so that names sort in order of change although the clock may have jumped.
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const target = join(folder, `${stem}.r${String(revision).padStart(10, '0')}.${stamp}.simpul`);
  await copyProject(connection, target);
  for (const { path } of superfluous(listBackups(folder))) rmSync(path, { force: true });
  return target;
}

export type Backup = { readonly path: string; readonly revision: number; readonly at: Date };

/** The copies in a folder, oldest change first. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = backupName.exec(name);
      if (!match?.[1] || !match[2]) return [];
      const stamp = match[2].replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z');
      return [{ path: join(folder, name), revision: Number(match[1]), at: new Date(stamp) }];
    })
    .sort((a, b) => a.revision - b.revision || a.path.localeCompare(b.path));
}

/** The rule: the newest ten; then the last of each day for two weeks; then the last of each week for half a year. */
export function superfluous(backups: readonly Backup[]): readonly Backup[] {
  const newestFirst = [...backups].reverse();
  const newest = newestFirst[0];
  if (!newest) return [];
  const periods = new Set<string>();
  return newestFirst.filter((backup, index) => {
    if (index < keptNewest) return false;
    const age = newest.at.getTime() - backup.at.getTime();
    const day = Math.floor(backup.at.getTime() / dayLength);
    const period =
      age < keptDays * dayLength ? `d${day}` : age < keptWeeks * 7 * dayLength ? `w${Math.floor(day / 7)}` : null;
    if (period === null || periods.has(period)) return true;
    periods.add(period);
    return false;
  });
}

async function verifyCopy(census: unknown, path: string): Promise<void> {
  const copy = await openDriver(path, { readOnly: true, mustExist: true, busyMs: 0 });
  try {
    const sound = copy.pragma('quick_check(1)') === 'ok';
    if (!sound || JSON.stringify(censusOf(copy)) !== JSON.stringify(census)) {
      throw new SimpulError('backup-failed', { path });
    }
  } finally {
    copy.close();
  }
}

function censusOf(db: ReadableDb): unknown {
  return db.get(sql`
    SELECT (SELECT number FROM revision) AS revision, (SELECT count(*) FROM document) AS documents,
      (SELECT total(characters) FROM document_text) AS characters, (SELECT count(*) FROM code) AS codes,
      (SELECT count(*) FROM coding) AS codings, (SELECT count(*) FROM memo) AS memos,
      (SELECT count(*) FROM history_group) AS steps`);
}

function revisionOf(db: ReadableDb): number {
  return db.get<{ number: number }>(sql`SELECT number FROM revision`)?.number ?? 0;
}
