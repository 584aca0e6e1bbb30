// Writes a file in a worker of its own, which ends with it: the core answers everybody meanwhile, and cancelling is at once.

import { Worker } from 'node:worker_threads';
import { SimpulError, type ErrorCode, type ErrorParams } from '../../../shared/contract/errors.ts';
import type { JobControl } from '../jobs.ts';
import type { FileTask, WrittenFile } from './write-file.ts';

export type WriterRequest = { readonly task: FileTask };
export type WriterAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly written: WrittenFile }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly params: ErrorParams }
  /** A bug in a writer: `reason` is for the log, never for the person. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * @param workerUrl the worker's entry; a bundle puts it elsewhere than the source does
 * @throws SimpulError `cancelled` as soon as the signal fires, and as the writer of the file
 */
export async function writeInWorker(
  workerUrl: URL,
  task: FileTask,
  { signal, progress }: JobControl,
): Promise<WrittenFile> {
  if (signal.aborted) throw new SimpulError('cancelled');
  const worker = new Worker(workerUrl);
  const { promise, resolve, reject } = Promise.withResolvers<WrittenFile>();
  const cancel = (): void => reject(new SimpulError('cancelled'));
  signal.addEventListener('abort', cancel, { once: true });
  worker.on('message', (answer: WriterAnswer) => {
    if (answer.kind === 'progress') progress(answer.share);
    else if (answer.kind === 'done') resolve(answer.written);
    else if (answer.kind === 'refused') reject(new SimpulError(answer.code, answer.params));
    else reject(new Error(`writing failed: ${answer.reason}`));
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('the writer ended early')));
  worker.postMessage({ task } satisfies WriterRequest);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', cancel);
    worker.removeAllListeners();
    void worker.terminate();
  }
}
