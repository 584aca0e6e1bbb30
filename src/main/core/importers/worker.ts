// Entry of the worker thread in which documents are read: it can be ended from outside whatever a file does to a reader.

import { getHeapStatistics } from 'node:v8';
import { parentPort, resourceLimits } from 'node:worker_threads';
import { readDocument } from './read-document.ts';
import { ImportRefusal, importLimits } from './types.ts';
import type { ReadAnswer, ReadRequest } from './worker-messages.ts';

const megabytes = resourceLimits.maxOldGenerationSizeMb ?? importLimits.heapMegabytes;

/**
 * A worker that reaches its limit of heap can take the whole program with it (Node ends the process when one allocation goes
 * beyond the small reserve). So reading stops by itself, well before.
 */
const heapBytes = megabytes * 1_000_000 * 0.65;

parentPort?.on('message', (request: ReadRequest) => {
  parentPort?.postMessage(answerTo(request));
});

function answerTo({ sequence, file }: ReadRequest): ReadAnswer {
  try {
    return { sequence, outcome: 'read', document: readDocument(file, watchHeap) };
  } catch (error) {
    if (error instanceof ImportRefusal) return { sequence, outcome: 'refused', code: error.code, params: error.params };
    return {
      sequence,
      outcome: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function watchHeap(): void {
  if (getHeapStatistics().used_heap_size > heapBytes) throw new ImportRefusal('needs-too-much-memory', { megabytes });
}
