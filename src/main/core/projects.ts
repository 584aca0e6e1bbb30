// Which project is open, and the ways of opening, making and closing one.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Language } from '../../shared/contract/values.ts';
import { sql } from '../db/database.ts';
import { diskError } from '../db/disk-errors.ts';
import { readMigrations, type SchemaObject } from '../db/migrate.ts';
import { closeProjectFile, createProjectFile, openProjectFile, type Schema } from '../db/open.ts';
import { publishFile, replaceFile, syncFile, temporaryBeside } from '../platform/atomic-write.ts';
import { backUp } from './backup.ts';
import type { Ports } from './ports.ts';
import { recordHolder, forgetHolder, holderOf } from './holder.ts';
import { assertSound, startSession, untilQuiet, type Session } from './session.ts';
import { fillFromTemplate } from './templates.ts';

export type RecentProject = {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string | null;
  readonly exists: boolean;
};

export type NewProject = {
  readonly path: string;
  readonly name: string;
  readonly language: Language;
  readonly template: string | null;
};

export type Projects = {
  readonly current: () => Session | null;
  /** @throws SimpulError `no-project-open` */
  readonly require: () => Session;
  /** Opens a project, having closed the one that was open. */
  readonly open: (path: string) => Promise<Session>;
  /** Makes a project file, complete or not at all, and leaves it closed. */
  readonly create: (wanted: NewProject) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly recent: () => readonly RecentProject[];
  /** Told after every change: a long session gets a dated copy every half hour, not only when it is closed. */
  readonly noteChange: () => void;
};

const recentShape = z.array(z.strictObject({ path: z.string(), name: z.string(), openedAt: z.string() }));
const recentLimit = 20;
/** Milliseconds between the dated copies of a session that goes on. */
const backupInterval = 30 * 60_000;
/** Milliseconds a large project is shown before its quick check begins. */
const checkDelay = 2_000;

/** @param onFrozen told when a project that is open can no longer be changed */
export function createProjects(ports: Ports, onFrozen: () => void): Projects {
  const schema = readSchema(ports.places.migrations);
  const recentFile = join(ports.places.configuration, 'recent.json');
  let session: Session | null = null;
  let lastCopy = 0;

  // The window has shown the project by then. Whoever changes something earlier waits for the check (assertSound).
  const checkSoon = (opened: Session): void => {
    setTimeout(() => {
      if (session !== opened) return;
      try {
        assertSound(opened);
      } catch (error) {
        ports.log.fault('quick-check', error);
        onFrozen();
      }
    }, checkDelay).unref();
  };

  const close = async (): Promise<void> => {
    const closing = session;
    session = null;
    if (!closing) return;
    closing.longWrite?.cancel();
    await untilQuiet(closing);
    if (closing.frozen === null && ports.host !== 'cli') await backUpQuietly(ports, closing);
    tidyUp(ports, closing);
    forgetHolder(ports.places.configuration, closing.path);
  };

  return {
    current: () => session,
    require: () => {
      if (!session) throw new SimpulError('no-project-open');
      return session;
    },
    open: async (path) => {
      const absolute = resolve(path);
      if (session?.path === absolute) return session;
      await close();
      session = startSession(await openOrExplain(ports, schema, absolute));
      recordHolder(ports, absolute);
      lastCopy = ports.clock.now().getTime();
      if (!session.checked) checkSoon(session);
      if (ports.host !== 'cli') rememberQuietly(ports, recentFile, absolute, nameOf(session));
      return session;
    },
    create: (wanted) => createProject(ports, schema, wanted),
    close,
    recent: () => listRecent(recentFile, ports.places.projects),
    noteChange: () => {
      const now = ports.clock.now().getTime();
      if (ports.host === 'cli' || Math.abs(now - lastCopy) < backupInterval) return;
      lastCopy = now;
      // After the answer is out: nobody waits for a copy.
      setImmediate(() => {
        if (session?.frozen === null) void backUpQuietly(ports, session);
      });
    },
  };
}

/** Where a project of that name goes; characters that file systems refuse are replaced. */
export function projectPath(folder: string, name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f<>:"/\\|?*\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe);
  return join(folder, `${safe === '' || reserved ? `Simpul ${safe}`.trim() : safe}.simpul`);
}

export function readSchema(folder: string): Schema {
  return {
    migrations: readMigrations(folder),
    snapshot: JSON.parse(readFileSync(join(folder, 'schema.snapshot.json'), 'utf8')) as readonly SchemaObject[],
  };
}

async function openOrExplain(ports: Ports, schema: Schema, path: string) {
  try {
    return await openProjectFile(path, schema, {
      beforeMigration: async (connection) => {
        await backUp(connection, path, ports.clock.now());
      },
    });
  } catch (error) {
    if (error instanceof SimpulError && error.code === 'project-in-use') {
      throw new SimpulError('project-in-use', { path, ...holderOf(ports.places.configuration, path) });
    }
    throw error;
  }
}

async function createProject(ports: Ports, schema: Schema, wanted: NewProject): Promise<void> {
  const path = isAbsolute(wanted.path) ? wanted.path : resolve(wanted.path);
  if (existsSync(path)) throw new SimpulError('project-exists', { path });
  if (!existsSync(dirname(path))) throw new SimpulError('folder-not-found', { path: dirname(path) });
  const temporary = temporaryBeside(path);
  try {
    const file = await createProjectFile(temporary, schema);
    try {
      file.connection.execute('BEGIN IMMEDIATE');
      fillFromTemplate(file.connection, ports, wanted);
      file.connection.execute('COMMIT');
    } finally {
      closeProjectFile(file);
    }
    syncFile(temporary);
    publishFile(temporary, path);
  } catch (error) {
    for (const suffix of ['', '-wal', '-journal', '-shm']) rmSync(`${temporary}${suffix}`, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new SimpulError('project-exists', { path });
    }
    throw diskError(error, dirname(path));
  }
}

async function backUpQuietly(ports: Ports, { connection, path }: Session): Promise<void> {
  try {
    await backUp(connection, path, ports.clock.now());
  } catch (error) {
    // The project itself is safe; a full disk must not keep a person from closing it.
    ports.log.fault('backup-failed', error);
  }
}

// Where the disk refuses, all that was acknowledged is in the log beside the file, and the next opening brings it in:
// a full disk must not keep a person from closing a project and opening another.
function tidyUp({ log }: Ports, { file, frozen }: Session): void {
  try {
    closeProjectFile(file, frozen === null);
  } catch (error) {
    if (!(diskError(error, file.path) instanceof SimpulError)) throw error;
    log.fault('close', error);
  }
}

function nameOf({ connection }: Session): string {
  return connection.get<{ name: string }>(sql`SELECT name FROM project`)?.name ?? '';
}

function readRecent(file: string): z.infer<typeof recentShape> {
  try {
    return recentShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

function rememberQuietly(ports: Ports, file: string, path: string, name: string): void {
  try {
    remember(file, path, name, ports.clock.now());
  } catch (error) {
    ports.log.fault('recent-list', error);
  }
}

function remember(file: string, path: string, name: string, now: Date): void {
  const others = readRecent(file).filter((entry) => entry.path !== path);
  const entries = [{ path, name, openedAt: now.toISOString() }, ...others].slice(0, recentLimit);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  replaceFile(file, JSON.stringify(entries, null, 1));
}

function listRecent(file: string, folder: string): readonly RecentProject[] {
  const recent = readRecent(file).map((entry) => ({ ...entry, exists: isFile(entry.path) }));
  const known = new Set(recent.map(({ path }) => path));
  const inFolder = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.simpul') && !name.startsWith('.'))
        .map((name) => join(folder, name))
        .filter((path) => !known.has(path) && isFile(path))
        .map((path) => ({ path, name: basename(path, '.simpul'), openedAt: null, exists: true }))
    : [];
  return [...recent, ...inFolder];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
