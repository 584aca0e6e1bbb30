// The door of the exports: a study as the bytes of a .qdpx, a codebook as those of a .qdc.

import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { SimpulError } from '../../../../shared/contract/errors.ts';
import { countsOf, textPathOf } from '../../importers/refi/read-refi.ts';
import { sidecarName } from '../../importers/refi/container.ts';
import { everyNode, refiNode, type RefiNode } from '../../importers/refi/schema.ts';
import { createNotes, type Notes } from '../../merge/notes.ts';
import { sidecarOf } from '../../merge/sidecar.ts';
import type { Study } from '../../merge/study.ts';
import type { WrittenFile } from '../write-file.ts';
import { indexStudy } from './index-study.ts';
import { codeNodes, projectNode } from './to-nodes.ts';
import { codebookXml, projectXml } from './write-xml.ts';

/** The standard's limit for a file inside a project. */
const largestFile = 2 ** 31 - 1;
/** Characters that a coding, a code or a source takes in `project.qde`, about: only the progress rests on it. */
const lengthOfObject = 600;
/** Characters packed at once. */
const pieceLength = 262_144;
/** When files in an archive were changed: always the same, so that the same project gives the same bytes. */
const mtime = new Date(1980, 0, 1, 0, 0, 0);

/**
 * @param origin how the file names the program that wrote it
 * @param progress told how far it is, 0..1
 */
export function writeQdpx(study: Study, origin: string, progress: (share: number) => void): WrittenFile {
  const notes = createNotes();
  const project = projectNode(study, origin, notes);
  noteLosses(study, notes);
  const archive = startArchive();
  const objects = study.codings.length + study.codes.length + study.documents.length + 1;
  const written = objects * lengthOfObject;
  const total = written + study.documents.reduce((sum, { text }) => sum + text.length, 0) + study.files.length;
  let done = 0;
  const tell = (most: number): void => progress(Math.min(done, most) / total);
  function* telling(texts: Iterable<string>, most: number): Generator<string> {
    for (const text of texts) {
      yield text;
      done += text.length;
      tell(most);
    }
  }
  archive.add('project.qde', telling(pieces(projectXml(project, notes)), written));
  done = written;
  for (const document of study.documents) {
    archive.add(entryOf(textPathOf(document.guid)), telling(cut(document.text), total));
  }
  const named = namedFiles(project);
  for (const { name, bytes } of study.files) {
    if (!named.has(name)) continue;
    if (bytes.length > largestFile) throw new SimpulError('too-large', { megabytes: 2048 });
    archive.store(`sources/${name}`, bytes);
    done += 1;
    tell(total);
  }
  archive.add(sidecarName, cut(sidecarOf(study, project)));
  return { bytes: archive.end(), notes: notes.all(), counts: countsOf(project) };
}

/** @throws SimpulError `nothing-to-export`: a codebook without codes cannot be valid */
export function writeQdc(study: Study, origin: string): WrittenFile {
  const notes = createNotes();
  if (study.codes.length === 0) throw new SimpulError('nothing-to-export');
  const sets = study.kept.filter(
    ({ kind, node }) => kind === 'Set' && node.children.some(({ tag }) => tag === 'MemberCode'),
  );
  const index = indexStudy(study, () => false);
  const codebook = refiNode('CodeBook', { origin }, [
    refiNode('Codes', {}, codeNodes(index)),
    refiNode(
      'Sets',
      {},
      sets.map(({ node }) => node),
    ),
  ]);
  const text = codebookXml(codebook, notes);
  notes.add('only-for-simpul', undefined, study.codes.filter(hasMore).length);
  return { bytes: new TextEncoder().encode(text), notes: notes.all(), counts: countsOf(codebook) };
}

type CodeOfStudy = Study['codes'][number];

function hasMore(code: CodeOfStudy): boolean {
  const { include_rule, exclude_rule, typical_example, counter_example, kind } = code;
  return [include_rule, exclude_rule, typical_example, counter_example, kind].some((value) => Boolean(value));
}

/** What other programs will not see, said as the standard demands. */
function noteLosses(study: Study, notes: Notes): void {
  const only =
    study.codes.filter(hasMore).length +
    study.codings.filter(({ weight }) => weight !== null && weight !== undefined).length +
    study.questions.length +
    study.speakers.length +
    study.favourites.length +
    study.named.length +
    Object.values(study.own).reduce((sum, rows) => sum + rows.length, 0);
  notes.add('only-for-simpul', undefined, only);
  notes.add('orphans-left-out', undefined, study.codings.filter(({ start, end }) => start === end).length);
}

function entryOf(path: string): string {
  return path.replace('internal://', 'sources/');
}

function namedFiles(project: RefiNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { attrs } of everyNode(project)) {
    for (const path of [attrs['path'], attrs['richTextPath'], attrs['plainTextPath']]) {
      if (path !== undefined)
        names.add(
          path
            .replace(/^internal:\/{2,3}/i, '')
            .split(/[/\\]/)
            .at(-1) ?? '',
        );
    }
  }
  return names;
}

type Archive = {
  readonly add: (name: string, text: Iterable<string>) => void;
  /** Pictures, recordings and films are packed already. */
  readonly store: (name: string, bytes: Uint8Array) => void;
  readonly end: () => Uint8Array;
};

function startArchive(): Archive {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const encoder = new TextEncoder();
  return {
    add: (name, text) => {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = mtime;
      zip.add(file);
      for (const piece of text) file.push(encoder.encode(piece));
      file.push(new Uint8Array(0), true);
    },
    store: (name, bytes) => {
      const file = new ZipPassThrough(name);
      file.mtime = mtime;
      zip.add(file);
      file.push(bytes, true);
    },
    end: () => {
      zip.end();
      return Buffer.concat(parts);
    },
  };
}

/** Joins small pieces of XML to larger ones. */
function* pieces(parts: Iterable<string>): Generator<string> {
  let kept = '';
  for (const part of parts) {
    kept += part;
    if (kept.length < pieceLength) continue;
    yield kept;
    kept = '';
  }
  yield kept;
}

/** Cuts a text into pieces, never through a character. */
function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + pieceLength);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end += 1;
    yield text.slice(at, end);
    at = end;
  }
}
