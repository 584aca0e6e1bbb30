// Where thousands of ranges stand after thousands of splices, as a replacement all through a text makes them. The
// same as `moveRangeThrough` (ED8), in the time of a search per range instead of a pass over all splices.

import { moveRange, moveRangeThrough, type Fate, type Moved, type Range, type Splice } from './segments.ts';

/** A function that moves ranges as {@link moveRangeThrough} does with these splices. */
export function rangeMover(splices: readonly Splice[]): (range: Range) => Moved {
  if (splices.length < worthwhile) return (range) => moveRangeThrough(range, splices);
  const movers = runsOf(splices).map((run) =>
    run.length < worthwhile ? (range: Range) => moveRangeThrough(range, run) : moverOfRun(inFirstCoordinates(run)),
  );
  const [only] = movers;
  if (movers.length === 1 && only) return only;
  return (range) => {
    let moved: Moved = { ...range, fate: 'kept' };
    for (const mover of movers) {
      const next = mover(moved);
      moved = { ...next, fate: worse(moved.fate, next.fate) };
    }
    return moved;
  };
}

const worthwhile = 8;

/** Cuts a list of splices into runs that go up or down the text without meeting. */
export function runsOf(splices: readonly Splice[]): readonly (readonly Splice[])[] {
  const runs: Splice[][] = [];
  let direction = 0;
  for (const splice of splices) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const way = last ? directionOf(last, splice) : 0;
    if (run && way !== 0 && (direction === 0 || direction === way)) {
      run.push(splice);
      direction = way;
    } else {
      runs.push([splice]);
      direction = 0;
    }
  }
  return runs;
}

// Two that touch count as meeting: which of them a range between them fell to depends on which came first.
function directionOf(former: Splice, next: Splice): -1 | 0 | 1 {
  if (next.at + next.remove < former.at) return -1;
  return next.at > former.at + former.insert.length ? 1 : 0;
}

/** A run (of {@link runsOf}) ascending, each splice in the coordinates of the text before all of them. */
export function inFirstCoordinates(run: readonly Splice[]): readonly Splice[] {
  const [first, second] = run;
  if (first && second && directionOf(first, second) < 0) return run.toReversed();
  let shift = 0;
  return run.map((splice) => {
    const at = splice.at - shift;
    shift += splice.insert.length - splice.remove;
    return { ...splice, at };
  });
}

function moverOfRun(ascending: readonly Splice[]): (range: Range) => Moved {
  const shifts = new Int32Array(ascending.length + 1);
  ascending.forEach(({ remove, insert }, index) => {
    shifts[index + 1] = (shifts[index] ?? 0) + insert.length - remove;
  });
  return (range) => {
    const before = countUntil(ascending, ({ at, remove }) => at + remove <= range.start && at < range.start);
    const upTo = countUntil(ascending, ({ at }) => at < range.end || at === range.start);
    let moved: Moved = { ...range, fate: 'kept' };
    for (let index = upTo - 1; index >= before; index -= 1) {
      const splice = ascending[index];
      if (!splice) continue;
      const next = moveRange(moved, splice);
      moved = { ...next, fate: worse(moved.fate, next.fate) };
    }
    if (before === 0) return moved;
    const shift = shifts[before] ?? 0;
    return { start: moved.start + shift, end: moved.end + shift, fate: worse(moved.fate, 'shifted') };
  };
}

/** How many splices from the first on fulfil a condition that none fulfils behind the first that does not. */
function countUntil(splices: readonly Splice[], holds: (splice: Splice) => boolean): number {
  let low = 0;
  let high = splices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const splice = splices[middle];
    if (splice && holds(splice)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const order: Readonly<Record<Fate, number>> = { kept: 0, shifted: 1, touched: 2, orphaned: 3 };

function worse(a: Fate, b: Fate): Fate {
  return order[a] >= order[b] ? a : b;
}
