// Jobs: slow work in the host, with progress and cancel. A result on screen says when what it was computed from has
// changed; it is computed again when the user asks.

import { useCallback, useEffect, useReducer, useState } from 'react';
import { create } from 'zustand';
import { CallError } from '../../shared/contract/client.ts';
import type { InputOf, NamesOfKind, OutputOf } from '../../shared/contract/contract.ts';
import { topicsOf } from './answers.ts';
import { callMethod, type Services, useServices, useWindowEvent } from './client.ts';
import { notify } from './notices.ts';
import { type MessageKey, useT } from './text.ts';
import { HostUnreachable, type WindowEvent } from './transport.ts';

export type JobName = NamesOfKind<'job'>;

export type JobState<Name extends JobName> = {
  readonly data: OutputOf<Name> | undefined;
  readonly error: CallError | null;
  readonly isRunning: boolean;
  /** 0..1, or null while it cannot be told. */
  readonly progress: number | null;
  readonly cancel: () => void;
  /** What the result was computed from has changed since. */
  readonly stale: boolean;
  readonly rerun: () => void;
};

/** Runs a job whenever its input changes; null runs none and keeps the last result. */
export function useJob<Name extends JobName>(method: Name, input: InputOf<Name> | null): JobState<Name> {
  const services = useServices();
  const [data, setData] = useState<OutputOf<Name>>();
  const [error, setError] = useState<CallError | null>(null);
  const [running, setRunning] = useState<RunningJob | null>(null);
  const [stale, setStale] = useState(false);
  const [run, rerun] = useReducer((count: number) => count + 1, 0);
  // By its content: a caller may build an equal input at each render.
  const key = input === null ? null : JSON.stringify(input);

  useEffect(() => {
    if (key === null) return undefined;
    const job = startJob(services, method, JSON.parse(key) as InputOf<Name>, (progress) =>
      setRunning((now) => now && { ...now, progress }),
    );
    let isCurrent = true;
    setRunning({ cancel: job.cancel, progress: null });
    setStale(false);
    setError(null);
    job.result
      .then((value) => isCurrent && setData(value))
      .catch(
        (failure: unknown) =>
          isCurrent && failure instanceof CallError && failure.code !== 'cancelled' && setError(failure),
      )
      .finally(() => isCurrent && setRunning(null));
    return () => {
      isCurrent = false;
      job.cancel();
    };
  }, [services, method, key, run]);

  useWindowEvent((event) => {
    if (concerns(event, method)) setStale(true);
  });

  return {
    data,
    error,
    isRunning: running !== null,
    progress: running?.progress ?? null,
    cancel: () => running?.cancel(),
    stale,
    rerun,
  };
}

type RunningJob = { readonly cancel: () => void; readonly progress: number | null };

/** A job shown as a toast while it runs. */
export type ShownJob = RunningJob & { readonly id: string; readonly title: string };

type RunningJobs = { readonly jobs: readonly ShownJob[] };

/** Jobs started by `useRunJob` that are under way. */
export const useRunningJobs = create<RunningJobs>()(() => ({ jobs: [] }));

export type RunJob = <Name extends JobName>(
  method: Name,
  input: InputOf<Name>,
  options: { readonly title: MessageKey },
) => Promise<OutputOf<Name> | null>;

/** Runs a job once, with a toast that shows its progress and cancels it. Resolves to null if it failed or was cancelled. */
export function useRunJob(): RunJob {
  const services = useServices();
  const t = useT();
  return useCallback<RunJob>(
    async (method, input, { title }) => {
      const job = startJob(services, method, input, (progress) => change(job.id, { progress }));
      useRunningJobs.setState(({ jobs }) => ({
        jobs: [...jobs, { id: job.id, title: t(title), cancel: job.cancel, progress: null }],
      }));
      try {
        return await job.result;
      } catch (error) {
        if (error instanceof CallError) {
          if (error.code === 'cancelled') notify({ kind: 'info', text: t('notice.cancelled', { title: t(title) }) });
          else notify({ kind: 'error', text: error.message });
        } else {
          notify({
            kind: 'error',
            text: t(error instanceof HostUnreachable ? 'notice.job-lost' : 'notice.unexpected'),
          });
        }
        return null;
      } finally {
        useRunningJobs.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== job.id) }));
      }
    },
    [services, t],
  );
}

type StartedJob<Name extends JobName> = {
  readonly id: string;
  readonly result: Promise<OutputOf<Name>>;
  readonly cancel: () => void;
};

function startJob<Name extends JobName>(
  { link, client, onEvent }: Services,
  method: Name,
  input: InputOf<Name>,
  onProgress: (progress: number | null) => void,
): StartedJob<Name> {
  const id = crypto.randomUUID();
  let isOver = false;
  const stop = onEvent((event) => {
    if (event.type === 'job' && event.jobId === id && event.state === 'running') onProgress(event.progress);
  });
  const result = callMethod(link, method, input, { jobId: id }).finally(() => {
    isOver = true;
    stop();
  });
  return {
    id,
    result,
    cancel: () => {
      // Where the host cannot be reached the job is lost anyway.
      if (!isOver) client.jobs.cancel({ jobId: id }).catch(() => undefined);
    },
  };
}

function change(jobId: string, to: Partial<ShownJob>): void {
  useRunningJobs.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === jobId ? { ...job, ...to } : job)) }));
}

function concerns(event: WindowEvent, method: JobName): boolean {
  if (event.type === 'reconnected' || event.type === 'session') return true;
  return event.type === 'changed' && event.topics.some((topic) => topicsOf(method).includes(topic));
}
