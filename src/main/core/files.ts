// Files on their way between client and core, held in memory only: they are confidential, and a temporary
// file would outlive a crash.

import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { SimpulError } from '../../shared/contract/errors.ts';
import { diskError } from '../db/disk-errors.ts';
import { replaceFile } from '../platform/atomic-write.ts';

export type HeldFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type Files = {
  /**
   * Holds a file until it is taken.
   * @param onTaken told when it has arrived where it was taken to
   * @throws SimpulError `too-large`
   */
  readonly hold: (file: HeldFile, onTaken?: () => void) => string;
  /**
   * Hands the file out once.
   * @param put brings it to its place; where that fails, the file was not taken
   * @throws SimpulError `file-not-handed-over`
   */
  readonly take: (token: string, put?: (file: HeldFile) => void) => HeldFile;
  /** The file, which is held on. @throws SimpulError `file-not-handed-over` */
  readonly look: (token: string) => HeldFile;
  /** Forgets a file, if it is still held. */
  readonly drop: (token: string) => void;
  readonly clear: () => void;
};

/** Bytes one file, and all held files together, may have. */
export const largestFile = 100 * 1024 * 1024;
const largestTotal = 600 * 1024 * 1024;

/**
 * Writes an export where the user asked for it: whole, or not at all.
 * @throws SimpulError `disk-full`, `disk-error`, `folder-not-found`, `folder-not-writable`
 */
export function saveFile(path: string, bytes: Uint8Array): void {
  try {
    replaceFile(path, bytes);
  } catch (error) {
    throw diskError(error, dirname(path));
  }
}

export function createFiles(): Files {
  const held = new Map<string, { readonly file: HeldFile; readonly onTaken: (() => void) | undefined }>();
  let total = 0;
  const found = (token: string) => {
    const kept = held.get(token);
    if (!kept) throw new SimpulError('file-not-handed-over');
    return kept;
  };
  const drop = (token: string): void => {
    total -= held.get(token)?.file.bytes.byteLength ?? 0;
    held.delete(token);
  };
  return {
    hold: (file, onTaken) => {
      if (total + file.bytes.byteLength > largestTotal) {
        throw new SimpulError('too-large', { megabytes: Math.round(largestTotal / 1024 / 1024) });
      }
      const token = randomBytes(18).toString('base64url');
      held.set(token, { file, onTaken });
      total += file.bytes.byteLength;
      return token;
    },
    take: (token, put) => {
      const { file, onTaken } = found(token);
      drop(token);
      put?.(file);
      onTaken?.();
      return file;
    },
    look: (token) => found(token).file,
    drop,
    clear: () => {
      held.clear();
      total = 0;
    },
  };
}
