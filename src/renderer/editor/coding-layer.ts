// The codings of one document outside the node tree, in typed arrays: ten thousand of them move in one pass
// per keystroke and cost no node, no DOM and no garbage.

import { moveRange, type Range, type Splice } from '../../shared/domain/segments.ts';

/** A coding as the editor needs it. */
export type EditorCoding = Range & {
  readonly id: string;
  readonly code: string;
  /** Orphans stand nowhere and are not painted (ED6). */
  readonly state: 'kept' | 'changed' | 'orphaned';
};

/** A coding in the layer, by its position there. */
export type Placed = EditorCoding & { readonly lane: number };

/** The lane of a coding whose code is not shown. */
const noLane = -1;

export class CodingLayer {
  #count = 0;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  /** Furthest end of this and every earlier coding: lets a window query skip all that ended before it. */
  #reach = new Int32Array(0);
  #lanes = new Int32Array(0);
  #codes = new Int32Array(0);
  #ids: string[] = [];
  #changed = new Uint8Array(0);
  #codeIds: string[] = [];
  #codeIndexes = new Map<string, number>();
  #laneCount = 0;
  #isShown: (code: string) => boolean = () => true;
  #shownCount = 0;
  #version = 0;

  get count(): number {
    return this.#count;
  }

  /** Lanes needed so that no two overlapping codings share one. */
  get laneCount(): number {
    return this.#laneCount;
  }

  /** How many codings have a code that is shown. */
  get shownCount(): number {
    return this.#shownCount;
  }

  /** Grows with every change of codings, of their places or of what is shown of them. */
  get version(): number {
    return this.#version;
  }

  /** Lanes are given to codings of these codes only, so that hidden ones leave no gaps. */
  show(isShown: (code: string) => boolean): void {
    this.#isShown = isShown;
    this.#assignLanes();
  }

  /** Takes the place of all codings; orphans are left out. */
  load(codings: readonly EditorCoding[]): void {
    // One more coding is the usual case. The project lists them nearly in this order: those that stand as they should
    // are only looked at, and the others are sorted in.
    const placed: EditorCoding[] = [];
    let isSorted = true;
    for (let index = 0; index < codings.length; index += 1) {
      const coding = codings[index];
      if (!coding || coding.state === 'orphaned' || coding.end <= coding.start) continue;
      const former = placed[placed.length - 1];
      if (former && inOrder(former, coding) > 0) isSorted = false;
      placed.push(coding);
    }
    if (!isSorted) placed.sort(inOrder);
    this.#take(placed);
    this.#measure();
    this.#assignLanes();
  }

  #take(placed: readonly EditorCoding[]): void {
    const { length } = placed;
    this.#count = length;
    this.#ids = Array.from({ length });
    this.#starts = new Int32Array(length);
    this.#ends = new Int32Array(length);
    this.#codes = new Int32Array(length);
    this.#changed = new Uint8Array(length);
    this.#reach = new Int32Array(length);
    this.#lanes = new Int32Array(length);
    for (let index = 0; index < length; index += 1) {
      const coding = placed[index];
      if (!coding) continue;
      this.#ids[index] = coding.id;
      this.#starts[index] = coding.start;
      this.#ends[index] = coding.end;
      this.#codes[index] = this.#indexOfCode(coding.code);
      if (coding.state === 'changed') this.#changed[index] = 1;
    }
  }

  /** ED1–ED9 for every coding. What a splice orphans leaves the layer; the project keeps it (ED6). */
  move(splices: readonly Splice[]): void {
    let lost = false;
    for (const splice of splices) {
      const removedEnd = splice.at + splice.remove;
      const shift = splice.insert.length - splice.remove;
      for (let index = 0; index < this.#count; index += 1) {
        const start = this.#starts[index] ?? 0;
        const end = this.#ends[index] ?? 0;
        if (end <= splice.at) continue; // ED1
        if (start >= removedEnd) {
          this.#starts[index] = start + shift; // ED2
          this.#ends[index] = end + shift;
          continue;
        }
        const moved = moveRange({ start, end }, splice);
        this.#starts[index] = moved.start;
        this.#ends[index] = moved.end;
        if (moved.fate === 'touched') this.#changed[index] = 1;
        else if (moved.fate === 'orphaned') lost = true;
      }
    }
    if (lost) this.load(this.all().filter(({ start, end }) => end > start));
    else this.#measure();
    this.#version += 1;
  }

  /** The coding at a position, in order of starts. */
  at(index: number): Placed {
    return {
      id: this.#ids[index] ?? '',
      code: this.#codeIds[this.#codes[index] ?? 0] ?? '',
      start: this.#starts[index] ?? 0,
      end: this.#ends[index] ?? 0,
      lane: this.#lanes[index] ?? 0,
      state: this.#changed[index] === 1 ? 'changed' : 'kept',
    };
  }

  all(): Placed[] {
    return Array.from({ length: this.#count }, (_, index) => this.at(index));
  }

  isShown(index: number): boolean {
    return this.#lanes[index] !== noLane;
  }

  startAt(index: number): number {
    return this.#starts[index] ?? 0;
  }

  endAt(index: number): number {
    return this.#ends[index] ?? 0;
  }

  codeAt(index: number): string {
    return this.#codeIds[this.#codes[index] ?? 0] ?? '';
  }

  /** Position of the coding with this identifier, or -1. */
  indexOf(id: string): number {
    return this.#ids.indexOf(id);
  }

  /** Position of the first coding that starts at or after an offset; `count` where there is none. */
  firstFrom(offset: number): number {
    return firstAbove(this.#starts, this.#count, offset - 1);
  }

  /** Positions of the codings that share at least one character with a range, in order of starts. */
  meeting({ start, end }: Range): number[] {
    const found: number[] = [];
    for (let index = firstAbove(this.#reach, this.#count, start); index < this.#count; index += 1) {
      if ((this.#starts[index] ?? 0) >= end) break;
      if ((this.#ends[index] ?? 0) > start) found.push(index);
    }
    return found;
  }

  /** The coding with this identifier, or null. */
  find(id: string): Placed | null {
    const index = this.#ids.indexOf(id);
    return index < 0 ? null : this.at(index);
  }

  #indexOfCode(code: string): number {
    const known = this.#codeIndexes.get(code);
    if (known !== undefined) return known;
    const index = this.#codeIds.push(code) - 1;
    this.#codeIndexes.set(code, index);
    return index;
  }

  #measure(): void {
    let furthest = 0;
    for (let index = 0; index < this.#count; index += 1) {
      furthest = Math.max(furthest, this.#ends[index] ?? 0);
      this.#reach[index] = furthest;
    }
  }

  // Interval partitioning: each shown coding takes the lowest lane that is free at its start.
  #assignLanes(): void {
    const shown = this.#codeIds.map((code) => this.#isShown(code));
    const busyUntil: number[] = [];
    this.#shownCount = 0;
    for (let index = 0; index < this.#count; index += 1) {
      this.#lanes[index] = noLane;
      if (shown[this.#codes[index] ?? 0] !== true) continue;
      const start = this.#starts[index] ?? 0;
      let lane = 0;
      while (lane < busyUntil.length && (busyUntil[lane] ?? 0) > start) lane += 1;
      busyUntil[lane] = this.#ends[index] ?? 0;
      this.#lanes[index] = lane;
      this.#shownCount += 1;
    }
    this.#laneCount = busyUntil.length;
    this.#version += 1;
  }
}

/** By their starts, the longer one first. */
function inOrder(a: EditorCoding, b: EditorCoding): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1);
}

/** First position whose value is above `limit`, in an array that never falls. */
function firstAbove(values: Int32Array, count: number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
