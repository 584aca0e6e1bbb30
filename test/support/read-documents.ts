// A process of its own that reads documents, so that their time, their memory and whatever they reach for can be measured.
// Usage: node read-documents.ts FILE …; with `--control` it reaches for the network itself, to show that this is seen.

import { createHook } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename } from 'node:path';
import type { DocumentReader } from '../../src/main/core/importers/read-in-worker.ts';
import { createDocumentReader } from '../../src/main/core/importers/read-in-worker.ts';
import type { DocumentFile } from '../../src/main/core/importers/read-document.ts';
import { readAnyDocument } from '../../src/main/core/importers/read-any-document.ts';
import type { DocumentCounts, ImportNote } from '../../src/main/core/importers/types.ts';
import { prepareStudy } from '../../src/main/core/importers/studies/prepare-study.ts';
import { ImportRefusal } from '../../src/main/core/importers/types.ts';
import { readTable } from '../../src/main/core/tables/read-table.ts';

export type ReadReport = {
  readonly outcome: 'read' | 'refused';
  readonly code: string;
  readonly text: string;
  readonly length: number;
  readonly notes: readonly ImportNote[];
  readonly counts: Partial<DocumentCounts>;
  readonly milliseconds: number;
  /** Largest memory of the whole process so far, its start and the files before included. */
  readonly megabytes: number;
  /** Kinds of files, sockets and look-ups that came into being while the document was read. */
  readonly reached: readonly string[];
  readonly ranCode: boolean;
};

/** Longer texts are only measured. */
const longestText = 1_000_000;

async function main(): Promise<void> {
  const reader = createDocumentReader();
  const reports: ReadReport[] = [];
  for (const path of process.argv.slice(2)) reports.push(await reportOn(path, reader));
  await reader.close();
  process.stdout.write(JSON.stringify(reports));
}

async function reportOn(path: string, reader: DocumentReader): Promise<ReadReport> {
  const isControl = path === '--control';
  const file: DocumentFile = isControl
    ? { bytes: new Uint8Array([0x78]), name: 'a.txt' }
    : { bytes: readFileSync(path), name: basename(path) };
  const started = performance.now();
  const result = await settled(() => readBy(reader, file));
  const milliseconds = performance.now() - started;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const stopped = result.code === 'took-too-long' || result.code === 'needs-too-much-memory';
  const reached = stopped ? [] : await reachedBy(() => (isControl ? reachOut() : readQuietly(file)));
  return { ...result, milliseconds, megabytes, reached, ranCode: '__pwned' in globalThis };
}

type Result = Pick<ReadReport, 'outcome' | 'code' | 'text' | 'length' | 'notes' | 'counts'>;

type Door = 'document' | 'table' | 'study';

/** Which way the program reads a file of this name. */
function doorOf(name: string): Door {
  if (/\.(csv|tsv|xlsx)$/i.test(name)) return 'table';
  return /\.(qdpx|qde|qdc)$/i.test(name) ? 'study' : 'document';
}

type Words = { readonly text: string; readonly notes: readonly ImportNote[]; readonly counts: Partial<DocumentCounts> };

/** As the program does it, in the worker. What is no document comes as all of its words in one line. */
async function readBy(reader: DocumentReader, file: DocumentFile): Promise<Words> {
  switch (doorOf(file.name)) {
    case 'table':
      return { text: JSON.stringify((await reader.readTable(file, {})).rows), notes: [], counts: {} };
    case 'study':
      return { text: JSON.stringify((await reader.readStudy(file)).study), notes: [], counts: {} };
    case 'document': {
      const { text, notes, counts } = await reader.read(file);
      return { text: new TextDecoder().decode(text.bytes), notes, counts };
    }
  }
}

async function settled(read: () => Promise<Words>): Promise<Result> {
  try {
    const { text, notes, counts } = await read();
    return { outcome: 'read', code: '', text: text.slice(0, longestText), length: text.length, notes, counts };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return { outcome: 'refused', code: error.code, text: '', length: 0, notes: [], counts: {} };
  }
}

async function readQuietly(file: DocumentFile): Promise<void> {
  try {
    const door = doorOf(file.name);
    if (door === 'table') readTable(file.bytes, {}, () => undefined);
    else if (door === 'study') await prepareStudy(file, () => undefined);
    else await readAnyDocument(file);
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
  }
}

async function reachOut(): Promise<void> {
  connect(9, '127.0.0.1')
    .on('error', () => undefined)
    .destroy();
  await Promise.resolve();
}

/** Waiting for oneself reaches nothing: the reader of PDF does, and loads its library when the first one comes. */
const waiting = new Set(['PROMISE', 'TickObject', 'Immediate', 'Timeout', 'Microtask', 'FSREQPROMISE', 'FILEHANDLE']);

/** Everything asynchronous that `act` starts: reading is pure, so it must be nothing but waiting. */
async function reachedBy(act: () => Promise<void>): Promise<readonly string[]> {
  const kinds = new Set<string>();
  const hook = createHook({ init: (_id, type) => kinds.add(type) }).enable();
  await act();
  hook.disable();
  return [...kinds].filter((kind) => !waiting.has(kind)).sort();
}

await main();
