// The result of work in steps as state.

import { startTransition, useEffect, useState } from 'react';
import { inSlices, type Steps } from './steps.ts';

export type Worked<T> = {
  /** The last that was worked out; null before the first. */
  readonly value: T | null;
  /** Whether it is of the function given now. */
  readonly isCurrent: boolean;
};

/**
 * Works out a value in slices between tasks; what takes no longer than one is there with the first drawing.
 * @param start begins the work; another function begins anew
 */
export function useSteps<T>(start: () => Steps<T>): Worked<T> {
  const [done, setDone] = useState<{ readonly start: () => Steps<T>; readonly value: T } | null>(null);
  useEffect(
    () =>
      inSlices(start(), (value, isAtOnce) => {
        if (isAtOnce) setDone({ start, value });
        // What took long is much to draw: that, too, in slices.
        else startTransition(() => setDone({ start, value }));
      }),
    [start],
  );
  return { value: done?.value ?? null, isCurrent: done?.start === start };
}
