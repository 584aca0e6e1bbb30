// Entry of the worker thread in which documents are read: it can be ended from outside whatever a file does to a reader.

import { getHeapStatistics } from 'node:v8';
import { parentPort, resourceLimits } from 'node:worker_threads';
import { sha256 } from '../../db/checksums.ts';
import { storedText } from '../../db/stored-text.ts';
import { readAnyDocument } from './read-any-document.ts';
import { previewOf } from './preview-document.ts';
import { splitDocument } from './split-document.ts';
import { createTally } from './tally.ts';
import type { ImportNote, ReadDocument } from './types.ts';
import { ImportRefusal, importLimits } from './types.ts';
import type { Begun, PreparedDocument, ReadAnswer, ReadRequest, WantedFile } from './worker-messages.ts';

const megabytes = resourceLimits.maxOldGenerationSizeMb ?? importLimits.heapMegabytes;

/**
 * A worker that reaches its limit of heap can take the whole program with it (Node ends the process when one allocation goes
 * beyond the small reserve). So reading stops by itself, well before.
 */
const heapBytes = megabytes * 1_000_000 * 0.65;

parentPort?.on('message', (request: ReadRequest) => {
  void answer(request);
});

// A library may give up promises of a damaged file that nobody waits for any more, as that for PDF does; what is waited for
// fails by itself. Without this such a file would end the worker.
process.on('unhandledRejection', () => undefined);

async function answer(request: ReadRequest): Promise<void> {
  const given = await answerTo(request);
  parentPort?.postMessage(given, given.outcome === 'read' ? buffersOf(given.document) : []);
}

async function answerTo({ sequence, file, wanted }: ReadRequest): Promise<ReadAnswer> {
  const begin = (): void => parentPort?.postMessage({ sequence, outcome: 'begun' } satisfies Begun);
  try {
    // Each reader is loaded when it is needed: what the others take of memory and time is not a document's.
    switch (wanted) {
      case 'document':
        return { sequence, outcome: 'read', document: await prepared(file) };
      case 'preview':
        return { sequence, outcome: 'preview', preview: previewOf(await readAnyDocument(file, watchHeap), file.split) };
      case 'study': {
        const { prepareStudy } = await import('./studies/prepare-study.ts');
        begin();
        return { sequence, outcome: 'study', study: await prepareStudy(file, watchHeap) };
      }
      case 'foreign': {
        const { readForeign } = await import('../foreign/read-foreign.ts');
        begin();
        return { sequence, outcome: 'foreign', project: await readForeign(file.bytes) };
      }
      case 'table': {
        const { readTable } = await import('../tables/read-table.ts');
        begin();
        return { sequence, outcome: 'table', table: readTable(file.bytes, file.table ?? {}, watchHeap) };
      }
    }
  } catch (error) {
    if (error instanceof ImportRefusal) return { sequence, outcome: 'refused', code: error.code, params: error.params };
    return {
      sequence,
      outcome: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

async function prepared(file: WantedFile): Promise<PreparedDocument> {
  const { asInFile, ...document } = await readAnyDocument(file, watchHeap);
  const text = asInFile ? storedText(document.text, new Uint8Array(file.bytes)) : storedText(document.text);
  const fileSha256 = asInFile ? text.sha256 : sha256(file.bytes);
  return { ...document, text, fileSha256, ...split(document, file.split) };
}

/** Parts only where there are several, or lines that belong to none. */
function split(document: ReadDocument, rule: WantedFile['split']): Partial<Pick<PreparedDocument, 'parts' | 'notes'>> {
  if (rule === undefined) return {};
  const { parts, left } = splitDocument(document, rule);
  return {
    parts: parts.map(({ start: _start, end: _end, text, ...part }) => ({ ...part, text: storedText(text) })),
    notes: [...document.notes, ...splitNotes(parts.length, left)],
  };
}

function splitNotes(parts: number, left: { readonly markers: number; readonly blanks: number }): readonly ImportNote[] {
  const tally = createTally();
  tally.add('split-into-parts', parts);
  tally.add('split-markers-left-out', left.markers);
  tally.add('split-blanks-left-out', left.blanks);
  return tally.notes();
}

/** Handed over, not copied. */
function buffersOf({ text, parts = [] }: PreparedDocument): readonly ArrayBuffer[] {
  return [text, ...parts.map((part) => part.text)].flatMap(({ bytes, paragraphs, sentences, words }) =>
    [bytes, paragraphs, sentences, words].map(({ buffer }) => buffer),
  );
}

function watchHeap(): void {
  if (getHeapStatistics().used_heap_size > heapBytes) throw new ImportRefusal('needs-too-much-memory', { megabytes });
}
