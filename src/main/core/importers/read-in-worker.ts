// Reads documents in a worker thread with a limit of time and memory, so that no file can stop or bring down the program (H1).

import { Worker } from 'node:worker_threads';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { DocumentFile } from './read-document.ts';
import { ImportRefusal, importLimits } from './types.ts';
import type { ReadStudy } from './refi/read-refi.ts';
import type { ForeignProject } from '../foreign/model.ts';
import type { ReadTable, TableChoices } from '../tables/table.ts';
import type { DocumentPreview } from './preview-document.ts';
import type { Begun, PreparedDocument, ReadAnswer, ReadRequest, WantedFile } from './worker-messages.ts';

export type DocumentReader = {
  /** How many documents are read at the same time; further calls wait for their turn. */
  readonly lanes: number;
  /**
   * Reads one document and prepares what will be stored of it.
   * @throws ImportRefusal as `readDocument`, and `took-too-long`, `needs-too-much-memory`, `reader-failed`
   */
  readonly read: (file: Omit<WantedFile, 'table'>) => Promise<PreparedDocument>;
  /** What is recognised in a document. @throws ImportRefusal as {@link DocumentReader.read} */
  readonly preview: (file: Omit<WantedFile, 'table'>) => Promise<DocumentPreview>;
  /**
   * Reads a whole study from an exchange file.
   * @param signal ends the worker in the midst of the file
   * @throws ImportRefusal as {@link DocumentReader.read}; SimpulError `cancelled`
   */
  readonly readStudy: (file: DocumentFile, signal?: AbortSignal) => Promise<ReadStudy>;
  /** Reads a project of QualCoder, RQDA or Taguette. @throws ImportRefusal as {@link DocumentReader.read} */
  readonly readForeign: (file: DocumentFile) => Promise<ForeignProject>;
  /** Reads a table. @throws ImportRefusal as {@link DocumentReader.read} */
  readonly readTable: (file: DocumentFile, choices: TableChoices) => Promise<ReadTable>;
  /** Ends the workers. Reading again starts new ones. */
  readonly close: () => Promise<void>;
};

export type DocumentReaderOptions = {
  /** The worker's entry; a bundle puts it elsewhere than the source does. */
  readonly workerUrl?: URL;
  /** Milliseconds for one document. */
  readonly timeMs?: number;
  /** Megabytes of JavaScript heap for one document. */
  readonly heapMegabytes?: number;
  /** How many workers there may be. */
  readonly lanes?: number;
};

/** A reader with workers of its own, started when documents come and kept warm for the next ones. */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const lanes = Array.from({ length: options.lanes ?? 1 }, () => createLane(options));
  const idle = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  const turn = async (): Promise<Lane> =>
    idle.pop() ??
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const inTurn = async <Result>(work: (lane: Lane) => Promise<Result>): Promise<Result> => {
    const lane = await turn();
    try {
      return await work(lane);
    } finally {
      const next = waiting.shift();
      if (next) next(lane);
      else idle.push(lane);
    }
  };
  return {
    lanes: lanes.length,
    read: async (file) => documentOf(await inTurn((lane) => lane.ask(file, 'document'))),
    preview: async (file) => {
      const answer = await inTurn((lane) => lane.ask(file, 'preview'));
      if (answer.outcome === 'preview') return answer.preview;
      throw refusalIn(answer);
    },
    readStudy: async (file, signal) => studyOf(await inTurn((lane) => lane.ask(file, 'study', signal))),
    readForeign: async (file) => {
      const answer = await inTurn((lane) => lane.ask(file, 'foreign'));
      if (answer.outcome === 'foreign') return answer.project;
      throw refusalIn(answer);
    },
    readTable: async (file, table) => {
      const answer = await inTurn((lane) => lane.ask({ ...file, table }, 'table'));
      if (answer.outcome === 'table') return answer.table;
      throw refusalIn(answer);
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** One worker, with one document at a time. */
type Lane = Pick<DocumentReader, 'close'> & {
  readonly ask: (file: WantedFile, wanted: ReadRequest['wanted'], signal?: AbortSignal) => Promise<ReadAnswer>;
};

function createLane(options: DocumentReaderOptions): Lane {
  const workerUrl = options.workerUrl ?? new URL('./worker.ts', import.meta.url);
  const timeMs = options.timeMs ?? importLimits.timeMs;
  const heapMegabytes = options.heapMegabytes ?? importLimits.heapMegabytes;
  let worker: Worker | undefined;
  let sequence = 0;

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
  const askLane: Lane['ask'] = async (file, wanted, signal) => {
    // What the worker would refuse by its size is not copied into it first.
    if (file.bytes.length > importLimits.fileBytes) {
      throw new ImportRefusal('too-large', { limit: importLimits.fileBytes / 1_000_000 });
    }
    worker ??= start();
    sequence += 1;
    if (signal?.aborted) throw new SimpulError('cancelled');
    const limits = { timeMs: timeMs * patience(wanted, file.bytes.length), heapMegabytes };
    try {
      return await ask(worker, { sequence, file, wanted }, limits, signal);
    } catch (error) {
      if (error instanceof WorkerLost) {
        // Not awaited: native code ends when it ends, and nobody shall wait for that.
        void discard();
        throw error.reason;
      }
      throw error;
    }
  };
  return { ask: askLane, close: discard };
}

/** A whole project takes longer than a document, the more the larger it is: a slow machine must not refuse a sound one. */
function patience(wanted: ReadRequest['wanted'], bytes: number): number {
  return wanted === 'study' ? Math.min(6, Math.max(1, bytes / 300_000)) : 1;
}

/** Reads one document in a worker of its own. @throws ImportRefusal as {@link DocumentReader.read} */
export async function readInWorker(file: DocumentFile, options: DocumentReaderOptions = {}): Promise<PreparedDocument> {
  const reader = createDocumentReader(options);
  try {
    return await reader.read(file);
  } finally {
    await reader.close();
  }
}

/** The worker cannot go on and must be ended. */
class WorkerLost extends Error {
  readonly reason: ImportRefusal | SimpulError;

  constructor(reason: ImportRefusal | SimpulError) {
    super(reason.code, { cause: reason });
    this.reason = reason;
  }
}

type Limits = { readonly timeMs: number; readonly heapMegabytes: number };

/** Sends a request and waits for its answer, the worker's end, or the end of its time. */
function ask(worker: Worker, request: ReadRequest, limits: Limits, signal?: AbortSignal): Promise<ReadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>();
  const lose = (reason: ImportRefusal | SimpulError): void => reject(new WorkerLost(reason));
  const cancel = (): void => lose(new SimpulError('cancelled'));
  signal?.addEventListener('abort', cancel, { once: true });
  const onMessage = (answer: ReadAnswer | Begun): void => {
    if (answer.sequence !== request.sequence) return;
    if (answer.outcome === 'begun') timer.refresh();
    else resolve(answer);
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
    signal?.removeEventListener('abort', cancel);
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

function documentOf(answer: ReadAnswer): PreparedDocument {
  if (answer.outcome === 'read') return answer.document;
  throw refusalIn(answer);
}

function studyOf(answer: ReadAnswer): ReadStudy {
  if (answer.outcome === 'study') return answer.study;
  throw refusalIn(answer);
}

function refusalIn(answer: ReadAnswer): ImportRefusal {
  if (answer.outcome === 'refused') return new ImportRefusal(answer.code, answer.params);
  return new ImportRefusal('reader-failed', {}, { cause: answer.outcome === 'failed' ? answer.reason : null });
}
