// Work that may take long, in steps of a few milliseconds: between them the window answers, draws and scrolls.

/** Yields wherever others may have their turn; returns what was worked out. */
export type Steps<T> = Generator<undefined, T>;

/** Milliseconds of work at a time: well below the 50 ms at which a window is felt to hang. */
export const slice = 10;
/** Milliseconds of what is begun while something is being drawn already. */
const firstSlice = 4;

/** All steps at once, for what is known to be small and for tests. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Steps until the time is up; at least one. @returns the last of them */
export function advanced<T>(steps: Steps<T>, milliseconds = slice): IteratorResult<undefined, T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const result = steps.next();
    if (result.done || performance.now() >= end) return result;
  }
}

/**
 * Works in slices between tasks until done, beginning at once.
 * @param onDone told whether the first slice was enough
 * @returns a function that ends the work early
 */
export function inSlices<T>(steps: Steps<T>, onDone: (value: T, isAtOnce: boolean) => void = () => {}): () => void {
  let task: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    const result = advanced(steps, task === undefined ? firstSlice : slice);
    if (result.done) onDone(result.value, task === undefined);
    // A timer and not a message: what the user does and what has to be drawn come first.
    else task = setTimeout(go, 0);
  };
  go();
  return () => clearTimeout(task);
}

/**
 * A new list in order; equal items keep theirs. A merge sort from the bottom up, whose runs the browser sorts.
 * @param compare as `Array.prototype.sort` takes it
 */
export function* sortedInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const sorted: T[] = [];
  for (let start = 0; start < items.length; start += run) {
    for (const item of items.slice(start, start + run).sort(compare)) sorted.push(item);
    yield;
  }
  let from: T[] = sorted;
  for (let width = run; width < items.length; width *= 2) {
    const to: T[] = [];
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(from.length, start + width);
      const end = Math.min(from.length, start + 2 * width);
      let [left, right] = [start, middle];
      while (left < middle || right < end) {
        const takesLeft = right >= end || (left < middle && compare(from[left] as T, from[right] as T) <= 0);
        to.push(from[takesLeft ? left : right] as T);
        if (takesLeft) left += 1;
        else right += 1;
        if (to.length % run === 0) yield;
      }
    }
    from = to;
  }
  return from;
}

/** Items sorted or merged in one step. */
const run = 2_048;
