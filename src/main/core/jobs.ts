// Slow work: visible, cancellable, always brought to an end.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';

export type JobControl = {
  readonly signal: AbortSignal;
  /** Tells how far the job is, 0..1, or null while it cannot be told. */
  readonly progress: (share: number | null) => void;
};

export type Jobs = {
  readonly run: <Value>(jobId: string, method: string, body: (control: JobControl) => Promise<Value>) => Promise<Value>;
  /** @returns false where no such job runs */
  readonly cancel: (jobId: string) => boolean;
  /** Cancels all and waits until each has ended. */
  readonly stop: () => Promise<void>;
};

/** Events are sent at most this often per job, in milliseconds. */
const quietTime = 80;

export function createJobs(emit: (event: AppEvent) => void): Jobs {
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<unknown> }>();
  return {
    run: async (jobId, method, body) => {
      if (running.has(jobId)) throw new SimpulError('invalid-input', { field: 'jobId' });
      const abort = new AbortController();
      const tell = (state: 'running' | 'done' | 'failed' | 'cancelled', progress: number | null) =>
        emit({ type: 'job', jobId, method, state, progress });
      let told = 0;
      // Several passes over the same thing each begin at 0: what was reached stays reached.
      let reached = 0;
      // Known before it begins, so that it can be stopped from its first word on.
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      running.set(jobId, { abort, ended });
      tell('running', null);
      try {
        const value = await body({
          signal: abort.signal,
          progress: (share) => {
            const now = performance.now();
            reached = Math.max(reached, Math.min(1, share ?? 0));
            if (now - told < quietTime) return;
            told = now;
            tell('running', share === null ? null : reached);
          },
        });
        tell('done', 1);
        return value;
      } catch (error) {
        tell(abort.signal.aborted ? 'cancelled' : 'failed', null);
        throw abort.signal.aborted ? new SimpulError('cancelled') : error;
      } finally {
        running.delete(jobId);
        end();
      }
    },
    cancel: (jobId) => {
      const job = running.get(jobId);
      job?.abort.abort();
      return job !== undefined;
    },
    stop: async () => {
      const jobs = [...running.values()];
      for (const { abort } of jobs) abort.abort();
      await Promise.all(jobs.map(({ ended }) => ended));
    },
  };
}

/** Lets waiting requests run, and stops here if the job was cancelled. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  if (signal.aborted) throw new SimpulError('cancelled');
}
