// Long work on the core's thread, in pieces between which other calls are answered.

import { breathe, type JobControl } from './jobs.ts';

/** Each `yield` is a place where the work may rest, and says how far it is, 0..1. */
export type Steps<Result> = Generator<number, Result, undefined>;

/** Milliseconds of work after which others have their turn. */
const slice = 25;

/** @throws SimpulError `cancelled` at the next place to rest */
export async function inSlices<Result>(steps: Steps<Result>, { signal, progress }: JobControl): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < slice) continue;
    progress(step.value);
    await breathe(signal);
    since = performance.now();
  }
}

export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
