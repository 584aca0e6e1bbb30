// Jobs: slow work in the host, with progress and cancel. A result on screen says when what it was computed from has
// changed; it is computed again when the user asks.

import { hashKey, keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { CallError } from '../../shared/contract/client.ts';
import { type InputOf, methods, type NamesOfKind, type OutputOf } from '../../shared/contract/contract.ts';
import type { Topic } from '../../shared/contract/define.ts';
import { callMethod, type Services, useServices } from './client.ts';
import { askToLeave, gateOf } from './leaving.ts';
import { notify } from './notices.ts';
import { type MessageKey, useT } from './text.ts';
import { HostUnreachable } from './transport.ts';

export type JobName = NamesOfKind<'job'>;

export type JobState<Name extends JobName> = {
  readonly data: OutputOf<Name> | undefined;
  readonly error: CallError | null;
  readonly isRunning: boolean;
  /** 0..1, or null while it cannot be told, or where it is shown by another component. */
  readonly progress: number | null;
  /** For `useProgress`. */
  readonly progressKey: string;
  readonly cancel: () => void;
  /** What the result was computed from has changed since. */
  readonly stale: boolean;
  readonly rerun: () => void;
};

export type JobOptions = {
  /** `useProgress` shows it: then nothing else is drawn anew as the job goes on. */
  readonly progressElsewhere?: boolean;
};

/**
 * Runs a job whenever its input changes; null runs none and keeps the last result on screen. Results are kept for the
 * session, so that coming back to a chart does not compute it again.
 */
export function useJob<Name extends JobName>(
  method: Name,
  input: InputOf<Name> | null,
  { progressElsewhere = false }: JobOptions = {},
): JobState<Name> {
  const services = useServices();
  const queryKey = [method, input];
  const key = hashKey(queryKey);
  const progress = useJobProgress((running) => (progressElsewhere ? null : (running[key] ?? null)));
  const { data, error, isFetching, isStale, isPlaceholderData, refetch } = useQuery<OutputOf<Name>>({
    queryKey,
    queryFn: input === null ? skipToken : ({ signal }) => runUnderKey(services, method, input, key, signal),
    placeholderData: keepPreviousData,
  });
  // The same functions as long as it is the same job: what is drawn of a result is not drawn anew for nothing.
  const cancel = useCallback(
    () => void services.answers.cancelQueries({ predicate: ({ queryHash }) => queryHash === key }),
    [services, key],
  );
  const rerun = useCallback(() => void refetch(), [refetch]);
  const isOvertaken = useOvertaken((overtaken) => overtaken[key] === true);
  return {
    data,
    error: error instanceof CallError && error.code !== 'cancelled' ? error : null,
    isRunning: isFetching,
    progress,
    progressKey: key,
    cancel,
    stale: data !== undefined && !isFetching && !isPlaceholderData && (isStale || isOvertaken),
    rerun,
  };
}

/** How far a job is, 0..1, or null while it cannot be told. @param key its `progressKey` */
export function useProgress(key: string): number | null {
  return useJobProgress((running) => running[key] ?? null);
}

/** How far the jobs behind `useJob` are, by the key of their query. */
const useJobProgress = create<Readonly<Record<string, number | null>>>()(() => ({}));

/** Results during whose computing something changed that they may not know of, by the key of their query. */
const useOvertaken = create<Readonly<Record<string, boolean>>>()(() => ({}));

async function runUnderKey<Name extends JobName>(
  services: Services,
  method: Name,
  input: InputOf<Name>,
  key: string,
  signal: AbortSignal,
): Promise<OutputOf<Name>> {
  const job = startJob(services, method, input, (progress) => useJobProgress.setState({ [key]: progress }));
  signal.addEventListener('abort', job.cancel);
  // The cache calls an answer fresh that has just come; that its ground moved meanwhile must be kept beside it.
  let latest = 0;
  const stop = services.onEvent((event) => {
    if (event.type === 'reconnected') latest = Infinity;
    else if (event.type === 'changed' && concerns(method, event.topics)) latest = Math.max(latest, event.revision);
  });
  useOvertaken.setState({ [key]: false });
  try {
    const result = await job.result;
    useOvertaken.setState({ [key]: latest > revisionTold(result) });
    return result;
  } finally {
    stop();
    useJobProgress.setState({ [key]: null });
  }
}

function concerns(method: JobName, changed: readonly Topic[]): boolean {
  return methods.get(method)?.topics.some((topic) => changed.includes(topic)) ?? true;
}

/** The revision a result says it is of; 0 where it says none. */
function revisionTold(result: unknown): number {
  const parsed = ofRevision.safeParse(result);
  return parsed.success ? (parsed.data.provenance?.revision ?? parsed.data.revision ?? 0) : 0;
}

const ofRevision = z.object({
  provenance: z.object({ revision: z.number() }).optional(),
  revision: z.number().optional(),
});

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
    async function run<Name extends JobName>(
      method: Name,
      input: InputOf<Name>,
      { title }: { readonly title: MessageKey },
    ): Promise<OutputOf<Name> | null> {
      const job = startJob(services, method, input, (progress) => change(job.id, { progress }));
      useRunningJobs.setState(({ jobs }) => ({
        jobs: [...jobs, { id: job.id, title: t(title), cancel: job.cancel, progress: null }],
      }));
      const forget = (): void =>
        useRunningJobs.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => id !== job.id) }));
      try {
        return await job.result;
      } catch (error) {
        const gate = gateOf(error);
        if (gate) {
          forget();
          return (await askToLeave(gate))
            ? run(method, Object.assign({}, input, { confirmed: true }), { title })
            : null;
        }
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
        forget();
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
