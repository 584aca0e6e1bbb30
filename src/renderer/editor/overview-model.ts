// What the overview of a document shows, by rows from its first letter to its last. Offsets, not pixels, decide the
// place: estimated heights of what was never laid out would move it about.

import type { Range } from '../../shared/domain/segments.ts';

/** Codings without their places on the screen, by position. */
export type DensitySource = {
  readonly count: number;
  readonly isShown: (index: number) => boolean;
  readonly startAt: (index: number) => number;
  readonly endAt: (index: number) => number;
  /** Number of the branch the coding's code belongs to, from 0. */
  readonly branchAt: (index: number) => number;
};

/** The row of an offset in a text of this length. */
export function rowOf(offset: number, length: number, rows: number): number {
  return length <= 0 ? 0 : Math.min(rows - 1, Math.max(0, Math.floor((offset / length) * rows)));
}

/** The offset in the middle of a share of the height, 0 to 1. */
export function offsetAt(share: number, length: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * length);
}

/** How many codings of each branch meet each row. Counted in slices: ten thousand codings never hold up a frame. */
export class Density {
  readonly rows: number;
  readonly branches: number;
  readonly #source: DensitySource;
  readonly #length: number;
  /** Row after row, branches side by side; while counting, changes from the row above. */
  readonly #counts: Int32Array;
  #next = 0;

  constructor(source: DensitySource, length: number, rows: number, branches: number) {
    this.#source = source;
    this.#length = length;
    this.rows = rows;
    this.branches = Math.max(1, branches);
    this.#counts = new Int32Array((rows + 1) * this.branches);
  }

  /**
   * Goes on counting.
   * @param hasTime asked now and then; false ends the slice
   * @returns true once all codings are counted
   */
  run(hasTime: () => boolean): boolean {
    const { count } = this.#source;
    while (this.#next < count) {
      const end = Math.min(count, this.#next + slice);
      for (; this.#next < end; this.#next += 1) this.#add(this.#next);
      if (this.#next < count && !hasTime()) return false;
    }
    if (this.#next === count) {
      this.#sum();
      this.#next = count + 1;
    }
    return true;
  }

  /** Codings of a branch on a row; right once `run` has answered true. */
  at(row: number, branch: number): number {
    return this.#counts[row * this.branches + branch] ?? 0;
  }

  /** Codings on a row. */
  total(row: number): number {
    let sum = 0;
    for (let branch = 0; branch < this.branches; branch += 1) sum += this.at(row, branch);
    return sum;
  }

  /** The most codings any row has. */
  most(): number {
    let most = 0;
    for (let row = 0; row < this.rows; row += 1) most = Math.max(most, this.total(row));
    return most;
  }

  #add(index: number): void {
    if (!this.#source.isShown(index)) return;
    const branch = Math.min(this.branches - 1, Math.max(0, this.#source.branchAt(index)));
    const first = rowOf(this.#source.startAt(index), this.#length, this.rows);
    const last = rowOf(Math.max(this.#source.startAt(index), this.#source.endAt(index) - 1), this.#length, this.rows);
    const from = first * this.branches + branch;
    const after = (last + 1) * this.branches + branch;
    this.#counts[from] = (this.#counts[from] ?? 0) + 1;
    this.#counts[after] = (this.#counts[after] ?? 0) - 1;
  }

  #sum(): void {
    for (let at = this.branches; at < this.#counts.length; at += 1) {
      this.#counts[at] = (this.#counts[at] ?? 0) + (this.#counts[at - this.branches] ?? 0);
    }
  }
}

/** Rows that ranges touch, each once, in order. @param ranges in order of starts */
export function rowsOf(ranges: readonly Range[], length: number, rows: number): readonly number[] {
  const touched = new Set<number>();
  for (const { start } of ranges) touched.add(rowOf(start, length, rows));
  return [...touched].toSorted((a, b) => a - b);
}

/** Codings between two looks at the clock. */
const slice = 512;
