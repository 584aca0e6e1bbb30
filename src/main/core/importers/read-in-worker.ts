// Reads documents in a worker thread with a limit of time and memory, so that no file can stop or bring down the program (H1).

import { Worker } from 'node:worker_threads';
import type { DocumentFile } from './read-document.ts';
import type { ReadDocument } from './types.ts';
import { ImportRefusal, importLimits } from './types.ts';
import type { ReadAnswer, ReadRequest } from './worker-messages.ts';

export type DocumentReader = {
  /**
   * Reads one document; several calls are served one after the other.
   * @throws ImportRefusal as `readDocument`, and `took-too-long`, `needs-too-much-memory`, `reader-failed`
   */
  readonly read: (file: DocumentFile) => Promise<ReadDocument>;
  /** Ends the worker. Reading again starts a new one. */
  readonly close: () => Promise<void>;
};

export type DocumentReaderOptions = {
  /** The worker's entry; a bundle puts it elsewhere than the source does. */
  readonly workerUrl?: URL;
  /** Milliseconds for one document. */
  readonly timeMs?: number;
  /** Megabytes of JavaScript heap for one document. */
  readonly heapMegabytes?: number;
};

/** A reader with a worker of its own, started by the first document and kept for the next ones. */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const workerUrl = options.workerUrl ?? new URL('./worker.ts', import.meta.url);
  const timeMs = options.timeMs ?? importLimits.timeMs;
  const heapMegabytes = options.heapMegabytes ?? importLimits.heapMegabytes;
  let worker: Worker | undefined;
  let sequence = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    const started = new Worker(workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    // A reader that waits for work must not keep a command line alive, and one that ends while it waits is simply replaced.
    started.unref();
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    started.on('error', forget);
    started.on('exit', forget);
    return started;
  };
  const discard = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const readNow = async (file: DocumentFile): Promise<ReadDocument> => {
    // What the worker would refuse by its size is not copied into it first.
    if (file.bytes.length > importLimits.fileBytes) {
      throw new ImportRefusal('too-large', { limit: importLimits.fileBytes / 1_000_000 });
    }
    worker ??= start();
    sequence += 1;
    const limits = { timeMs, heapMegabytes };
    try {
      return resultOf(await ask(worker, { sequence, file }, limits));
    } catch (error) {
      if (error instanceof WorkerLost) {
        // Not awaited: native code ends when it ends, and nobody shall wait for that.
        void discard();
        throw error.refusal;
      }
      throw error;
    }
  };
  return {
    read: (file) => {
      const result = queue.then(() => readNow(file));
      queue = result.catch(() => undefined);
      return result;
    },
    close: discard,
  };
}

/** Reads one document in a worker of its own. @throws ImportRefusal as {@link DocumentReader.read} */
export async function readInWorker(file: DocumentFile, options: DocumentReaderOptions = {}): Promise<ReadDocument> {
  const reader = createDocumentReader(options);
  try {
    return await reader.read(file);
  } finally {
    await reader.close();
  }
}

/** The worker cannot go on and must be ended. */
class WorkerLost extends Error {
  readonly refusal: ImportRefusal;

  constructor(refusal: ImportRefusal) {
    super(refusal.code, { cause: refusal });
    this.refusal = refusal;
  }
}

type Limits = { readonly timeMs: number; readonly heapMegabytes: number };

/** Sends a request and waits for its answer, the worker's end, or the end of its time. */
function ask(worker: Worker, request: ReadRequest, limits: Limits): Promise<ReadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>();
  const lose = (refusal: ImportRefusal): void => reject(new WorkerLost(refusal));
  const onMessage = (answer: ReadAnswer): void => {
    if (answer.sequence === request.sequence) resolve(answer);
  };
  const onError = (error: unknown): void => lose(refusalOf(error, limits));
  const onExit = (): void => lose(new ImportRefusal('reader-failed'));
  worker.on('message', onMessage);
  worker.on('error', onError);
  worker.on('exit', onExit);
  const timer = setTimeout(() => {
    lose(
      new ImportRefusal('took-too-long', {
        seconds: Math.max(1, Math.round(limits.timeMs / 1000)),
      }),
    );
  }, limits.timeMs);
  // Waiting for this answer does keep the program alive.
  worker.ref();
  // A copy that is handed over: the caller keeps its bytes, and a view on a larger buffer does not drag that along.
  // (`slice` would not do: that of a Buffer is a view.)
  const bytes = new Uint8Array(request.file.bytes);
  worker.postMessage({ ...request, file: { ...request.file, bytes } } satisfies ReadRequest, [bytes.buffer]);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage);
    worker.off('error', onError);
    worker.off('exit', onExit);
    worker.unref();
  });
}

function refusalOf(error: unknown, limits: Limits): ImportRefusal {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? new ImportRefusal('needs-too-much-memory', { megabytes: limits.heapMegabytes }, { cause: error })
    : new ImportRefusal('reader-failed', {}, { cause: error });
}

function resultOf(answer: ReadAnswer): ReadDocument {
  switch (answer.outcome) {
    case 'read':
      return answer.document;
    case 'refused':
      throw new ImportRefusal(answer.code, answer.params);
    case 'failed':
      throw new ImportRefusal('reader-failed', {}, { cause: answer.reason });
  }
}
