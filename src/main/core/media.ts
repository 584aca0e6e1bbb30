// Recordings on their way to the folder beside the project. They come in pieces, so that an hour of sound is never
// held in memory, are hashed on the way and read back before they get their name.

import { createHash, randomBytes, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { largestRecording } from '../../shared/contract/audio.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import { isGuid } from '../../shared/domain/ids.ts';
import { findAudio, type AudioRow } from '../db/audio.ts';
import { diskError } from '../db/disk-errors.ts';
import { syncFolder } from '../platform/atomic-write.ts';
import {
  hasMedia,
  listUnfinished,
  makeMediaFolder,
  mediaPath,
  openMedia,
  soundHead,
  soundKindOf,
} from '../platform/media-files.ts';
import { breathe, type JobControl } from './jobs.ts';
import { assertWritable, type Session } from './session.ts';

/** A recording that stands beside the project. */
export type KeptRecording = { readonly sha256: string; readonly size: number; readonly mediaType: string };

/** An open file and what to say of it. Whoever gets it closes it. */
export type OpenRecording = { readonly file: number; readonly size: number; readonly mediaType: string };

export type Media = {
  /** @throws SimpulError where the project cannot be changed or its folder not be written */
  readonly begin: (session: Session) => string;
  /** @returns bytes so far @throws SimpulError `file-not-handed-over`, `too-large`, `disk-full` */
  readonly append: (session: Session, uploadId: string, bytes: Uint8Array) => number;
  readonly discard: (uploadId: string) => void;
  /**
   * Reads back what was written, gives it its name and ends the handing over, well or not.
   * @param expected hash it must have, where it takes the place of a file that is missing
   * @throws SimpulError `recording-unknown`, `recording-other`, `disk-error`, `cancelled`
   */
  readonly finish: (
    session: Session,
    uploadId: string,
    control: JobControl,
    expected?: string,
  ) => Promise<KeptRecording>;
  readonly clear: () => void;
};

type Upload = {
  readonly session: string;
  readonly path: string;
  readonly file: number;
  readonly hash: Hash;
  size: number;
};

const pieceLength = 1024 * 1024;

export function createMedia(): Media {
  const uploads = new Map<string, Upload>();
  const discard = (uploadId: string): void => {
    const upload = uploads.get(uploadId);
    if (!upload) return;
    uploads.delete(uploadId);
    closeSync(upload.file);
    rmSync(upload.path, { force: true });
  };
  const find = (session: Session, uploadId: string): Upload => {
    const upload = uploads.get(uploadId);
    if (upload?.session !== session.key) throw new SimpulError('file-not-handed-over');
    return upload;
  };
  return {
    begin: (session) => {
      assertWritable(session);
      return guarded(session, () => {
        const folder = makeMediaFolder(session.path);
        // One process has the project open, so pieces that nobody here holds are left from a crash.
        const held = new Set([...uploads.values()].map(({ path }) => path));
        for (const path of listUnfinished(session.path)) if (!held.has(path)) rmSync(path, { force: true });
        const path = join(folder, `.upload.${randomBytes(6).toString('hex')}.tmp`);
        const uploadId = randomBytes(18).toString('base64url');
        const file = openSync(path, 'wx', 0o600);
        uploads.set(uploadId, { session: session.key, path, file, hash: createHash('sha256'), size: 0 });
        return uploadId;
      });
    },
    append: (session, uploadId, bytes) => {
      const upload = find(session, uploadId);
      if (upload.size + bytes.byteLength > largestRecording) {
        discard(uploadId);
        throw new SimpulError('too-large', { megabytes: Math.round(largestRecording / 1024 / 1024) });
      }
      return guarded(session, () => {
        for (let written = 0; written < bytes.byteLength;) written += writeSync(upload.file, bytes, written);
        upload.hash.update(bytes);
        upload.size += bytes.byteLength;
        return upload.size;
      });
    },
    discard,
    finish: async (session, uploadId, control, expected) => {
      const upload = find(session, uploadId);
      try {
        fsyncSync(upload.file);
        const sha256 = upload.hash.digest('hex');
        if (expected !== undefined && expected !== sha256) throw new SimpulError('recording-other');
        const kept = await readBack(upload, sha256, control);
        uploads.delete(uploadId);
        closeSync(upload.file);
        return publish(session, upload, kept);
      } catch (error) {
        discard(uploadId);
        throw diskError(error, dirname(upload.path));
      }
    },
    clear: () => {
      for (const uploadId of uploads.keys()) discard(uploadId);
    },
  };
}

/** Whether the file of a recording stands beside the project, by name and size. */
export function isThere(session: Session, row: Pick<AudioRow, 'sha256' | 'media_type' | 'size'>): boolean {
  return hasMedia(session.path, mediaPath(session.path, row.sha256, row.media_type), row.size);
}

/** Opens a recording for a host to hand out; null where there is none of that identifier, or its file is gone. */
export function openRecording(session: Session | null, guid: string): OpenRecording | null {
  if (!session || !isGuid(guid)) return null;
  const row = findAudio(session.connection, guid);
  if (!row) return null;
  const file = openMedia(session.path, mediaPath(session.path, row.sha256, row.media_type), row.size);
  return file === null ? null : { file, size: row.size, mediaType: row.media_type };
}

/** SHA-256 of an open file, read a piece at a time. */
export async function hashOf(file: number, size: number, { signal, progress }: JobControl): Promise<string> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceLength);
  for (let at = 0; at < size;) {
    await breathe(signal);
    progress(at / size);
    const length = readSync(file, piece, 0, Math.min(pieceLength, size - at), at);
    if (length === 0) break;
    hash.update(piece.subarray(0, length));
    at += length;
  }
  return hash.digest('hex');
}

async function readBack(upload: Upload, sha256: string, control: JobControl): Promise<KeptRecording> {
  const file = openSync(upload.path, 'r');
  try {
    const head = new Uint8Array(soundHead);
    readSync(file, head, 0, soundHead, 0);
    const kind = soundKindOf(head);
    if (!kind) throw new SimpulError('recording-unknown');
    if ((await hashOf(file, upload.size, control)) !== sha256) {
      throw new SimpulError('disk-error', { path: dirname(upload.path) });
    }
    return { sha256, size: upload.size, mediaType: kind.mediaType };
  } finally {
    closeSync(file);
  }
}

// An altered file of that name is replaced by the sound one; an equal one by its equal.
function publish(session: Session, upload: Upload, kept: KeptRecording): KeptRecording {
  const path = mediaPath(session.path, kept.sha256, kept.mediaType);
  if (path === null) throw new SimpulError('internal');
  try {
    renameSync(upload.path, path);
    syncFolder(dirname(path));
    return kept;
  } catch (error) {
    rmSync(upload.path, { force: true });
    throw error;
  }
}

function guarded<Value>(session: Session, body: () => Value): Value {
  try {
    return body();
  } catch (error) {
    throw diskError(error, dirname(session.path));
  }
}
