// The first 100 bytes of a project file, read before SQLite sees it: SQLite takes an empty or missing
// file for a healthy empty database, which is how other tools have lost studies.

import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { SimpulError } from '../../shared/contract/errors.ts';
import { diskError } from './disk-errors.ts';
import { applicationId } from './migrate.ts';

export type FileIdentity = { readonly device: bigint; readonly inode: bigint };
export type ProjectHeader = {
  readonly identity: FileIdentity;
  readonly size: number;
  readonly version: number;
  readonly writeAheadLog: boolean;
};

const headerLength = 100;
const smallestDatabase = 4096;
const magic = 'SQLite format 3\0';

/**
 * Refuses by kind whatever is no Simpul project, without touching it.
 * @param newest the newest schema version this Simpul knows
 */
export function readHeader(path: string, newest: number): ProjectHeader {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat) throw new SimpulError('project-not-found', { path });
  if (!stat.isFile()) throw new SimpulError('project-not-a-file', { path });
  const size = Number(stat.size);
  if (size === 0) throw new SimpulError('project-empty-file', { path });
  const bytes = readStart(path);
  if (bytes.every((byte) => byte === 0)) throw new SimpulError('project-damaged', { path });
  if (bytes.toString('latin1', 0, 16) !== magic) throw new SimpulError('project-not-simpul', { path });
  if (bytes.readUInt32BE(68) !== applicationId) throw new SimpulError('project-not-simpul', { path });
  if (size < smallestDatabase) throw new SimpulError('project-damaged', { path });
  if (isCutShort(bytes, size) && !hasLeftovers(path)) throw new SimpulError('project-damaged', { path });
  const version = bytes.readInt32BE(60);
  if (version < 1) throw new SimpulError('project-damaged', { path });
  if (version > newest) throw new SimpulError('project-newer', { path, version });
  return {
    identity: { device: stat.dev, inode: stat.ino },
    size,
    version,
    writeAheadLog: bytes[18] === 2,
  };
}

/** Which file stands at a path now; null where there is none. */
export function identityOf(path: string): FileIdentity | null {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? { device: stat.dev, inode: stat.ino } : null;
}

export function sameFile(a: FileIdentity | null, b: FileIdentity | null): boolean {
  return a !== null && b !== null && a.device === b.device && a.inode === b.inode;
}

// The header says how many pages there are, where it was written last by a program that keeps that number.
function isCutShort(bytes: Buffer, size: number): boolean {
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const isKept = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  return isKept && bytes.readUInt32BE(28) * pageSize > size;
}

// After a crash the log or journal beside the file may hold what the file lacks.
function hasLeftovers(path: string): boolean {
  return ['-wal', '-journal'].some((suffix) => lstatSync(`${path}${suffix}`, { throwIfNoEntry: false }));
}

function readStart(path: string): Buffer {
  const bytes = Buffer.alloc(headerLength);
  const file = openToRead(path);
  try {
    readSync(file, bytes, 0, headerLength, 0);
  } finally {
    closeSync(file);
  }
  return bytes;
}

function openToRead(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
    throw refused ? new SimpulError('project-not-readable', { path }, null, error) : diskError(error, path);
  }
}
