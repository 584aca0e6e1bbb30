// What SQLite and the file system say, as the errors a researcher can act on. Known by code, never by text.

import { SimpulError, type ErrorCode } from '../../shared/contract/errors.ts';

const bySqliteCode: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_BUSY', 'project-in-use'],
  ['SQLITE_LOCKED', 'project-in-use'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'project-read-only'],
  ['SQLITE_CORRUPT', 'project-damaged'],
  ['SQLITE_NOTADB', 'project-damaged'],
  ['SQLITE_FORMAT', 'project-damaged'],
  ['SQLITE_IOERR', 'disk-error'],
  ['SQLITE_CANTOPEN', 'disk-error'],
];

const bySystemCode: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'folder-not-writable',
  EACCES: 'folder-not-writable',
  EPERM: 'folder-not-writable',
  EISDIR: 'folder-not-writable',
  ENAMETOOLONG: 'folder-not-writable',
  ENOENT: 'folder-not-found',
  ENOTDIR: 'folder-not-found',
  EIO: 'disk-error',
  ESTALE: 'disk-error',
};

/** A driver or system error as an expected one; anything else is handed back as it is. */
export function diskError(error: unknown, path: string): unknown {
  if (error instanceof SimpulError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const match = bySqliteCode.find(([prefix]) => code.startsWith(prefix))?.[1] ?? bySystemCode[code];
  return match ? new SimpulError(match, { path }, null, error) : error;
}
