// One open project: its connection, whether it may be changed, and who codes.

import { randomBytes } from 'node:crypto';
import { SimpulError, type ErrorCode } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type Connection } from '../db/database.ts';
import { identityOf, sameFile, type FileIdentity } from '../db/header.ts';
import { installRecorder } from '../db/history.ts';
import { checkProjectFile, startLog, type OpenFile } from '../db/open.ts';
import { sharedConnection, type SharedConnection } from '../db/shared-connection.ts';

export type Session = {
  readonly file: OpenFile;
  readonly connection: SharedConnection;
  readonly path: string;
  /** Distinguishes this opening from the next, in caches. */
  readonly key: string;
  /** Why nothing can be changed, or null while it can. */
  frozen: ErrorCode | null;
  currentCoder: { readonly id: number; readonly guid: Guid; readonly name: string } | null;
  /** The write-ahead log, once there is one. */
  logIdentity: FileIdentity | null;
  /** Whether the file passed its quick check; no change before it has. */
  checked: boolean;
  /** Changes committed since the project was opened. */
  commits: number;
  /** A change that is carried out in slices; until it has ended nothing else can be changed. */
  longWrite: LongWrite | null;
};

export type LongWrite = {
  readonly ended: Promise<void>;
  /** Takes back what it has done so far. */
  readonly cancel: () => void;
};

export function startSession(file: OpenFile): Session {
  const connection = sharedConnection(file.connection);
  if (!file.readOnly) installRecorder(connection);
  const session: Session = {
    file,
    connection,
    path: file.path,
    key: randomBytes(8).toString('hex'),
    frozen: file.readOnly ? 'project-read-only' : null,
    currentCoder: null,
    logIdentity: null,
    checked: file.checked,
    commits: 0,
    longWrite: null,
  };
  refreshCoder(session);
  return session;
}

/** Who codes now, by what the file remembers; undo may have taken back the coder who was current, or a name. */
export function refreshCoder(session: Session): void {
  session.currentCoder = rememberedCoder(session.connection);
}

/**
 * Looks whether the file under us is still the one that was opened. SQLite goes on committing into a file
 * that was deleted or replaced and reports success, so this stands before every acknowledgement.
 * @throws SimpulError `project-moved`, from then on for every change
 */
export function assertFileInPlace(session: Session): void {
  const moved =
    !sameFile(identityOf(session.path), session.file.identity) ||
    (session.logIdentity !== null && !sameFile(identityOf(`${session.path}-wal`), session.logIdentity));
  if (moved) {
    session.frozen = 'project-moved';
    throw new SimpulError('project-moved', { path: session.path });
  }
}

/** Waits until a change that is carried out in slices has ended. */
export async function untilQuiet(session: Session): Promise<void> {
  while (session.longWrite) await session.longWrite.ended;
}

/** @throws SimpulError that says why the project cannot be changed now */
export function assertWritable(session: Session): void {
  if (session.longWrite) throw new SimpulError('project-busy');
  if (session.frozen) throw new SimpulError(session.frozen, { path: session.path });
  assertFileInPlace(session);
  assertSound(session);
}

/** The quick check that was put off when a large project was opened. @throws SimpulError `project-damaged` */
export function assertSound(session: Session): void {
  if (session.checked) return;
  try {
    checkProjectFile(session.connection, session.path);
    session.checked = true;
  } catch (error) {
    session.frozen = 'project-damaged';
    throw error;
  }
}

/** Before a change: switches to the write-ahead log if this session has changed something already. */
export function prepareJournal(session: Session): void {
  if (session.commits === 1) startLog(session.connection);
}

/** After a change. The log appears with the first commit that uses it; from then on it must stay the same file. */
export function noteCommit(session: Session): void {
  session.commits += 1;
  session.logIdentity ??= identityOf(`${session.path}-wal`);
}

function rememberedCoder(connection: Connection): Session['currentCoder'] {
  return (
    connection.get<{ id: number; guid: Guid; name: string }>(sql`
      SELECT id, guid, name FROM coder
      ORDER BY guid = (SELECT value FROM project_setting WHERE key = 'current-coder') DESC, id LIMIT 1`) ?? null
  );
}
