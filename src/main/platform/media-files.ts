// Recordings beside a project: `NAME.media/<sha256>.<ending>`. The name is made from a checked hash and a listed
// ending, never from what somebody wrote, and neither folder nor file may be a link: nothing outside is ever read.

import { constants, closeSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a recording is, from its first bytes. */
export type SoundKind = { readonly mediaType: string; readonly ending: string };

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
};

/** Bytes {@link soundKindOf} looks at. */
export const soundHead = 16;

/** Folder of a project's recordings: beside it, named after it. */
export function mediaFolder(projectPath: string): string {
  return join(dirname(projectPath), `${basename(projectPath, '.simpul')}.media`);
}

/** The folder, made where it is missing. @throws Error where something else has its name */
export function makeMediaFolder(projectPath: string): string {
  const folder = mediaFolder(projectPath);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isFolder(folder)) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  return folder;
}

/** Where a recording stands, or null where hash or kind are none of ours. */
export function mediaPath(projectPath: string, sha256: string, mediaType: string): string | null {
  const ending = Object.hasOwn(endings, mediaType) ? endings[mediaType] : undefined;
  if (ending === undefined || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  return join(mediaFolder(projectPath), `${sha256}.${ending}`);
}

/** Whether a recording's file is there, an ordinary one of that size. */
export function hasMedia(projectPath: string, path: string | null, size: number): boolean {
  if (path === null || !isFolder(mediaFolder(projectPath))) return false;
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === size;
}

/** Opens a recording for reading. @returns a file descriptor, or null where it is not there or not the same */
export function openMedia(projectPath: string, path: string | null, size: number): number | null {
  if (path === null || !hasMedia(projectPath, path, size)) return null;
  // Windows has no such flag; there the look above is all there is.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  let file: number;
  try {
    file = openSync(path, flags);
  } catch {
    return null;
  }
  const opened = fstatSync(file);
  if (opened.isFile() && opened.size === size) return file;
  closeSync(file);
  return null;
}

/** Names of the recordings in the folder, with their sizes. */
export function listMedia(projectPath: string): readonly { readonly path: string; readonly size: number }[] {
  const folder = mediaFolder(projectPath);
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}\.(?:mp3|m4a|wav|ogg|webm)$/.test(entry.name))
    .map(({ name }) => ({ path: join(folder, name), size: lstatSync(join(folder, name)).size }));
}

/** Pieces of recordings whose handing over was broken off by a crash. */
export function listUnfinished(projectPath: string): readonly string[] {
  const folder = mediaFolder(projectPath);
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\.upload\.[0-9a-f]{12}\.tmp$/.test(name))
    .map((name) => join(folder, name));
}

/** The kind of a recording by its first bytes, whatever its name says; null where it is none that is played. */
export function soundKindOf(head: Uint8Array): SoundKind | null {
  const text = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  const [first = 0, second = 0] = head;
  const layer = (second >> 1) & 3;
  if (text(0, 3) === 'ID3' || (first === 0xff && (second & 0xe0) === 0xe0 && layer !== 0)) return kind('audio/mpeg');
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return kind('audio/wav');
  if (text(0, 4) === 'OggS') return kind('audio/ogg');
  if (text(4, 8) === 'ftyp') return kind('audio/mp4');
  if (text(0, 4) === '\u001a\u0045\u00df\u00a3') return kind('audio/webm');
  return null;
}

function kind(mediaType: string): SoundKind {
  return { mediaType, ending: endings[mediaType] ?? '' };
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
