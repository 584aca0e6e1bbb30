// What is inside a .qdpx, a bare .qde or a .qdc: the XML, the files it may name, and what Simpul itself left there.
// Names are only compared, never opened: whatever a path says, nothing outside the archive is read.

import type { Notes } from '../../merge/notes.ts';
import { openZip, type ZipArchive, type ZipEntry } from '../unzip.ts';
import { ImportRefusal } from '../types.ts';
import { signatureOf } from '../file-kinds.ts';

export type RefiContainer = {
  /** The XML in pieces, read as it is unpacked. */
  readonly xml: () => Iterable<Uint8Array>;
  /** Bytes of a source's file, or why there are none. */
  readonly file: (path: string) => SourceFile;
  /** Names in the sources' folder that nothing asked for. */
  readonly unused: () => readonly string[];
  /** What Simpul adds for itself; other programs ignore it. */
  readonly sidecar: () => string | null;
};

export type SourceFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly bytes: null; readonly why: 'missing' | 'refused' | 'outside' };

export const sidecarName = 'simpul.json';
const longestSidecar = 50_000_000;

/** @throws ImportRefusal `refi-no-project`, `refi-two-projects`, and what unpacking throws */
export function openRefi(bytes: Uint8Array): RefiContainer {
  const signature = signatureOf(bytes);
  if (signature === 'zip') return openArchive(openZip(bytes));
  if (signature !== undefined) throw new ImportRefusal('refi-no-project');
  return {
    xml: () => [bytes],
    file: (path) => ({ name: path, bytes: null, why: 'missing' }),
    unused: () => [],
    sidecar: () => null,
  };
}

function openArchive(archive: ZipArchive): RefiContainer {
  const entries = [...archive.entries.values()].filter(({ name }) => !isJunk(name));
  const project = projectAmong(entries);
  const folder = project.name.slice(0, project.name.length - baseName(project.name).length);
  const sources = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = slashed(entry.name);
    // Only what stands in the folder itself: the standard knows no folders below it, and `..` leads out of it.
    const match = name.startsWith(folder) ? /^sources\/([^/]+)$/i.exec(name.slice(folder.length)) : null;
    if (match?.[1] !== undefined && !match[1].startsWith('.')) sources.set(match[1].toLowerCase(), entry);
  }
  const asked = new Set<string>();
  return {
    xml: () => [unpacked(archive, project)],
    file: (path) => {
      const place = placeOf(path);
      if (place.kind !== 'internal') return { name: path, bytes: null, why: place.kind };
      const key = place.name.toLowerCase();
      const entry = sources.get(key) ?? sources.get(decoded(key));
      if (!entry) return { name: place.name, bytes: null, why: 'missing' };
      asked.add(entry.name);
      return { name: baseName(slashed(entry.name)), bytes: unpacked(archive, entry) };
    },
    unused: () => [...sources.values()].filter(({ name }) => !asked.has(name)).map(({ name }) => baseName(name)),
    sidecar: () => {
      const entry = archive.entries.get(sidecarName);
      if (!entry || entry.size > longestSidecar) return null;
      return new TextDecoder().decode(unpacked(archive, entry));
    },
  };
}

function projectAmong(entries: readonly ZipEntry[]): ZipEntry {
  const found = entries.filter(({ name }) => /\.qde$/i.test(name));
  const atRoot = found.filter(({ name }) => !slashed(name).includes('/'));
  const candidates = atRoot.length > 0 ? atRoot : found.filter(({ name }) => /^[^/]+\/[^/]+$/.test(slashed(name)));
  const [project, second] = candidates;
  if (!project) throw new ImportRefusal('refi-no-project');
  if (second) throw new ImportRefusal('refi-two-projects');
  return project;
}

function isJunk(name: string): boolean {
  return /^__MACOSX[/\\]/.test(name) || /[/\\]$/.test(name) || /(^|[/\\])(\.DS_Store|Thumbs\.db)$/i.test(name);
}

function slashed(name: string): string {
  return name.replaceAll('\\', '/');
}

function baseName(name: string): string {
  return slashed(name).split('/').at(-1) ?? name;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** `internal://NAME`, or the bare name that some tools write; everything else is outside or an attempt to get there. */
function placeOf(path: string): { readonly kind: 'internal'; readonly name: string } | { kind: 'outside' | 'refused' } {
  const bare = path.trim();
  if (/^(relative|absolute):/i.test(bare)) return { kind: 'outside' };
  const name = slashed(bare.replace(/^internal:\/{2,3}/i, '')).replace(/^sources\//i, '');
  if (name === '' || name.includes('/') || /^[a-z][a-z\d+.-]*:/i.test(name) || name.startsWith('..')) {
    return { kind: 'refused' };
  }
  return { kind: 'internal', name };
}

function unpacked(archive: ZipArchive, entry: ZipEntry): Uint8Array {
  const parts: Uint8Array[] = [];
  archive.unpack(entry, (part) => parts.push(part.slice()));
  return Buffer.concat(parts);
}

/** Says what of a source's file could not be read. */
export function noteFile(file: SourceFile, notes: Notes, source: string): void {
  if (file.bytes !== null) return;
  notes.add(file.why === 'refused' ? 'source-path-refused' : 'source-file-missing', `${source}: ${file.name}`);
}
