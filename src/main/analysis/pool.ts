// Worker threads that stay warm between analyses. Starting one costs as much as most analyses do.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { TaskAnswer } from './messages.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export type TaskControl = {
  readonly signal: AbortSignal;
  /** How far the task is, 0..1. */
  readonly progress: (share: number) => void;
};

export type AnalysisPool = {
  /**
   * Runs a task in a worker; where all are busy, when one has become free.
   * @throws SimpulError `cancelled` as soon as the signal fires; the worker is ended with the task
   * @throws Error of what went wrong inside the task
   */
  readonly run: <Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    control: TaskControl,
  ) => Promise<TaskOutput<Name>>;
  /** Ends all workers. Tasks that wait or run are refused as cancelled. */
  readonly close: () => Promise<void>;
};

/** One processor is left to the window and the core. */
const defaultSize = Math.max(1, Math.min(2, availableParallelism() - 1));

/** @param workerUrl the worker's entry; a bundle puts it elsewhere than the source does */
export function createAnalysisPool(workerUrl: URL, size = defaultSize): AnalysisPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: { readonly start: (worker: Worker) => void; readonly refuse: (error: Error) => void }[] = [];
  let closed = false;

  const startWorker = (): Worker => {
    const worker = new Worker(workerUrl);
    // A worker without a task must not keep a command line alive.
    worker.unref();
    all.add(worker);
    const forget = (): void => {
      all.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    };
    // One that fails while it is idle is simply replaced; a task notices by itself.
    worker.on('error', forget);
    worker.on('exit', forget);
    return worker;
  };

  const free = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next.start(worker);
    else idle.push(worker);
  };

  /** The worker that is gone leaves room for whoever waits. */
  const discard = (worker: Worker): void => {
    all.delete(worker);
    void worker.terminate();
    if (!closed) waiting.shift()?.start(startWorker());
  };

  const worker = (signal: AbortSignal): Promise<Worker> => {
    const ready = idle.pop() ?? (all.size < size ? startWorker() : undefined);
    if (ready) return Promise.resolve(ready);
    const { promise, resolve, reject } = Promise.withResolvers<Worker>();
    const place = { start: resolve, refuse: reject };
    waiting.push(place);
    const leave = (): void => {
      const index = waiting.indexOf(place);
      if (index >= 0) waiting.splice(index, 1);
      reject(new SimpulError('cancelled'));
    };
    signal.addEventListener('abort', leave, { once: true });
    return promise.finally(() => signal.removeEventListener('abort', leave));
  };

  return {
    run: async (task, input, control) => {
      assertWanted(control.signal, closed);
      const chosen = await worker(control.signal);
      if (control.signal.aborted) free(chosen);
      assertWanted(control.signal, closed);
      let healthy = false;
      try {
        const answer = await ask(chosen, task, input, control);
        healthy = true;
        if (answer.kind === 'failed') throw failure(task, answer);
        return answer.output as TaskOutput<typeof task>;
      } finally {
        if (healthy) free(chosen);
        else discard(chosen);
      }
    },
    close: async () => {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new SimpulError('cancelled'));
      await Promise.all([...all].map((one) => one.terminate()));
    },
  };
}

type FinalAnswer = Exclude<TaskAnswer, { readonly kind: 'progress' }>;

/** Sends a task and waits for its answer, for the signal, or for the worker's end. */
function ask(worker: Worker, task: TaskName, input: unknown, { signal, progress }: TaskControl): Promise<FinalAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<FinalAnswer>();
  const onMessage = (answer: TaskAnswer): void => {
    if (answer.kind === 'progress') progress(answer.share);
    else resolve(answer);
  };
  const onAbort = (): void => reject(new SimpulError('cancelled'));
  const onExit = (): void => reject(new SimpulError('cancelled'));
  worker.on('message', onMessage);
  worker.on('error', reject);
  worker.on('exit', onExit);
  signal.addEventListener('abort', onAbort, { once: true });
  worker.ref();
  worker.postMessage({ task, input });
  return promise.finally(() => {
    worker.off('message', onMessage);
    worker.off('error', reject);
    worker.off('exit', onExit);
    signal.removeEventListener('abort', onAbort);
    worker.unref();
  });
}

function failure(task: TaskName, { message, stack }: Extract<TaskAnswer, { readonly kind: 'failed' }>): Error {
  const error = new Error(`analysis ${task}: ${message}`);
  // Where it went wrong is in the worker, not here.
  error.stack = stack;
  return error;
}

function assertWanted(signal: AbortSignal, closed: boolean): void {
  if (signal.aborted || closed) throw new SimpulError('cancelled');
}
