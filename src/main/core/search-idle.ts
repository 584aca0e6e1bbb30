// Brings the index of words up to date while nothing else happens: after texts came or changed, and after a search.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Services } from './handler.ts';
import { searchIndexOf } from './search-index.ts';
import { pauseOf } from './search-run.ts';

export type IdleIndexing = {
  readonly note: (event: AppEvent) => void;
  /** Stops what runs and waits until it has ended. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds without a change or a search before the index is written. */
const quietTime = 3000;

/** @param services of a host where someone works for long: a command line answers once and leaves the file as it is */
export function createIdleIndexing(services: Services): IdleIndexing {
  let timer: NodeJS.Timeout | null = null;
  let abort = new AbortController();
  let work: Promise<void> = Promise.resolve();

  const bringUpToDate = async (signal: AbortSignal): Promise<void> => {
    const session = services.projects.current();
    if (session === null || session.frozen !== null) return;
    try {
      await searchIndexOf(session, services.pool).store({ signal, pause: pauseOf({ services, session, signal }) });
    } catch (error) {
      // Another project was opened, or this one can no longer be changed; a search is complete all the same.
      if (!(error instanceof SimpulError)) services.ports.log.fault('search-index', error);
    }
  };
  const start = (): void => {
    timer = null;
    const { signal } = abort;
    work = work.then(() => bringUpToDate(signal));
  };
  return {
    note: (event) => {
      if (!isOccasion(event)) return;
      if (timer) clearTimeout(timer);
      timer = setTimeout(start, quietTime);
      timer.unref();
    },
    stop: async () => {
      if (timer) clearTimeout(timer);
      abort.abort();
      await work;
      abort = new AbortController();
    },
  };
}

function isOccasion(event: AppEvent): boolean {
  if (event.type === 'changed') return event.topics.includes('texts') || event.topics.includes('documents');
  return event.type === 'job' && event.state === 'done' && event.method === 'search.find';
}
