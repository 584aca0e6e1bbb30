// Entry of the worker thread in which a file is written: a large one holds up nobody, and a cancelled one ends with it.

import { parentPort } from 'node:worker_threads';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { writeFile } from './write-file.ts';
import type { WriterAnswer, WriterRequest } from './write-in-worker.ts';

parentPort?.once('message', (request: WriterRequest) => {
  void write(request);
});

async function write({ task }: WriterRequest): Promise<void> {
  try {
    const written = await writeFile(task, (share) => answer({ kind: 'progress', share }));
    // Handed over where the bytes have a buffer of their own.
    const { buffer, byteLength } = written.bytes;
    const own = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
    answer({ kind: 'done', written }, own);
  } catch (error) {
    if (error instanceof SimpulError) answer({ kind: 'refused', code: error.code, params: error.params });
    else answer({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function answer(message: WriterAnswer, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}
