// What differs between two texts, word by word. Rules DF1–DF4 of SPEC.md.
//
// Words that stand once in both texts are anchors (patience diff, Bram Cohen 2005); between them the shortest edit
// is sought (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986), a long one in
// pieces, so that two texts that have nothing in common are compared in seconds too.

import type { Splice } from './segments.ts';

/** A stretch of both texts, in UTF-16 units. `same`: the words are equal; else one of them may be empty. */
export type Stretch = {
  readonly same: boolean;
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
};

/** A stretch of one text as it is shown: words that went or came are marked. */
export type Part = { readonly text: string; readonly changed: boolean };

/** Stretches in order that together make up both texts (DF1). Equal and different ones take turns. */
export function differences(before: string, after: string): readonly Stretch[] {
  if (before === after) return before === '' ? [] : [stretch(true, 0, before.length, 0, after.length)];
  const numbers: Numbers = new Map();
  const one = wordsOf(before, numbers);
  const other = wordsOf(after, numbers);
  return stretchesOf(matchedWords(before, one, after, other), one.starts, other.starts);
}

/**
 * The smallest splices, whole words each, that turn one text into the other (DF2). The last comes first, so that
 * each stands in the coordinates of the first text.
 */
export function splicesBetween(before: string, after: string): readonly Splice[] {
  const splices = differences(before, after)
    .filter(({ same }) => !same)
    .map(({ before: [at, end], after: [from, to] }) => ({ at, remove: end - at, insert: after.slice(from, to) }));
  return splices.toReversed();
}

/**
 * Both texts in parts for showing side by side. Blanks and punctuation between two changes are shown as changed
 * with them (DF3): single equal commas in a rewritten sentence tell nothing.
 */
export function shownDifference(
  before: string,
  after: string,
): { readonly before: readonly Part[]; readonly after: readonly Part[] } {
  const stretches = differences(before, after);
  const left: Part[] = [];
  const right: Part[] = [];
  stretches.forEach(({ same, before: [from, to], after: [start, end] }, index) => {
    const isBetween = index > 0 && index < stretches.length - 1;
    const changed = !same || (isBetween && !/[\p{L}\p{N}\n]/u.test(before.slice(from, to)));
    add(left, { text: before.slice(from, to), changed });
    add(right, { text: after.slice(start, end), changed });
  });
  return { before: left, after: right };
}

/** Index pairs of equal items in two lists, ascending in both (DF1). */
export function matched(one: Int32Array, other: Int32Array): Matches {
  const found: number[] = [];
  match(one, other, { from: 0, to: one.length, start: 0, end: other.length }, found);
  return found;
}

/** Pairs one after the other: index in the first list, index in the second. */
export type Matches = readonly number[];

/** Equal words have equal numbers in the texts that are compared. */
export type Numbers = Map<string, number>;

export function numberOf(numbers: Numbers, token: string): number {
  const known = numbers.get(token);
  if (known !== undefined) return known;
  numbers.set(token, numbers.size);
  return numbers.size - 1;
}

export type Words = {
  readonly ids: Int32Array;
  /** Where each begins, and the length of the text at the end. */
  readonly starts: Int32Array;
};

/** Words, runs of blanks and single other characters: together they are the text. */
export function wordsOf(text: string, numbers: Numbers): Words {
  const ids: number[] = [];
  const starts: number[] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{M}\p{N}_'’]+|[^\S\n]+|[^]/gu)) {
    ids.push(numberOf(numbers, token));
    starts.push(index);
  }
  starts.push(text.length);
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
}

// Words first, then the blanks and signs between them: a blank kept is worth nothing where a word is lost for it.
function matchedWords(before: string, one: Words, after: string, other: Words): Matches {
  const mine = solidIn(before, one);
  const theirs = solidIn(after, other);
  const words = matched(
    mine.map((index) => one.ids[index] ?? 0),
    theirs.map((index) => other.ids[index] ?? 0),
  );
  const found: number[] = [];
  let from = 0;
  let start = 0;
  for (let index = 0; index <= words.length; index += 2) {
    const isEnd = index === words.length;
    const to = isEnd ? one.ids.length : (mine[words[index] ?? 0] ?? 0);
    const end = isEnd ? other.ids.length : (theirs[words[index + 1] ?? 0] ?? 0);
    if (from < to && start < end) match(one.ids, other.ids, { from, to, start, end }, found);
    if (!isEnd) found.push(to, end);
    from = to + 1;
    start = end + 1;
  }
  return found;
}

/** Places of the words that have a letter or digit. */
function solidIn(text: string, { ids, starts }: Words): Int32Array {
  const places: number[] = [];
  for (let index = 0; index < ids.length; index += 1) {
    if (/[\p{L}\p{N}]/u.test(text.slice(starts[index], starts[index + 1]))) places.push(index);
  }
  return Int32Array.from(places);
}

type Box = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };

function match(one: Int32Array, other: Int32Array, box: Box, found: number[]): void {
  let { from, to, start, end } = box;
  while (from < to && start < end && one[from] === other[start]) {
    found.push(from, start);
    from += 1;
    start += 1;
  }
  let tail = 0;
  while (from < to - tail && start < end - tail && one[to - tail - 1] === other[end - tail - 1]) tail += 1;
  to -= tail;
  end -= tail;
  if (from < to && start < end) {
    const inner = { from, to, start, end };
    const anchors = to - from + end - start > anchorsFrom ? anchorsIn(one, other, inner) : [];
    if (anchors.length > 0) matchBetween(one, other, inner, anchors, found);
    else shortestEdit(one, other, inner, found);
  }
  for (let index = 0; index < tail; index += 1) found.push(to + index, end + index);
}

/** Below this many words the shortest edit is found at once. */
const anchorsFrom = 64;
/** Edits longer than this are found in pieces: the time of the search grows with the square of their length. */
const longestEdit = 800;

function matchBetween(one: Int32Array, other: Int32Array, box: Box, anchors: Matches, found: number[]): void {
  let { from, start } = box;
  for (let index = 0; index < anchors.length; index += 2) {
    const at = anchors[index] ?? 0;
    const otherAt = anchors[index + 1] ?? 0;
    // The stretch before an anchor is matched up to and with it.
    match(one, other, { from, to: at + 1, start, end: otherAt + 1 }, found);
    from = at + 1;
    start = otherAt + 1;
  }
  match(one, other, { from, to: box.to, start, end: box.end }, found);
}

/** Words that stand once on both sides, the longest ascending run of them. */
function anchorsIn(one: Int32Array, other: Int32Array, { from, to, start, end }: Box): Matches {
  const places = new Map<number, number>();
  for (let at = start; at < end; at += 1) places.set(other[at] ?? 0, places.has(other[at] ?? 0) ? -1 : at);
  const once = new Map<number, number>();
  for (let at = from; at < to; at += 1) once.set(one[at] ?? 0, once.has(one[at] ?? 0) ? -1 : at);
  const mine: number[] = [];
  const theirs: number[] = [];
  for (const [id, at] of once) {
    const place = places.get(id) ?? -1;
    if (at < 0 || place < 0) continue;
    mine.push(at);
    theirs.push(place);
  }
  return ascending(mine, theirs);
}

// Longest increasing subsequence by patience sorting; `mine` is ascending already.
function ascending(mine: readonly number[], theirs: readonly number[]): Matches {
  const tops: number[] = [];
  const former = new Int32Array(mine.length).fill(-1);
  for (let index = 0; index < mine.length; index += 1) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((theirs[tops[middle] ?? 0] ?? 0) < (theirs[index] ?? 0)) low = middle + 1;
      else high = middle;
    }
    if (low > 0) former[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const result: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = former[index] ?? -1) {
    result.push(theirs[index] ?? 0, mine[index] ?? 0);
  }
  return result.reverse();
}

// Myers' greedy algorithm with its trace. Neither side begins or ends alike.
function shortestEdit(one: Int32Array, other: Int32Array, box: Box, found: number[]): void {
  const { from, to, start, end } = box;
  const n = to - from;
  const m = end - start;
  const most = Math.min(n + m, longestEdit);
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0));
      let x = down ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1;
      while (x < n && x - k < m && x - k >= 0 && one[from + x] === other[start + x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= n && x - k >= m) {
        trace.push(reach.slice(middle - edits, middle + edits + 1));
        backtrack(trace, box, found);
        return;
      }
    }
    trace.push(reach.slice(middle - edits, middle + edits + 1));
  }
  // Too far apart: what reached furthest is taken, and the search goes on from there.
  const [x, y] = furthest(reach, middle, most, n, m);
  backtrack(trace, { from, to: from + x, start, end: start + y }, found);
  match(one, other, { from: from + x, to, start: start + y, end }, found);
}

function furthest(reach: Int32Array, middle: number, most: number, n: number, m: number): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  for (let k = -most; k <= most; k += 2) {
    const x = reach[middle + k] ?? 0;
    if (x <= n && x - k <= m && 2 * x - k > best[0] + best[1]) best = [x, x - k];
  }
  return best;
}

/** Walks the trace back and notes the diagonal steps. `trace[d]` holds diagonals −d … d. */
function backtrack(trace: readonly Int32Array[], { from, to, start, end }: Box, found: number[]): void {
  const steps: number[] = [];
  let x = to - from;
  let y = end - start;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const row = trace[edits - 1] ?? new Int32Array(0);
    const at = (k: number): number => row[k + edits - 1] ?? -1;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const formerK = down ? k + 1 : k - 1;
    const formerX = at(formerK);
    const formerY = formerX - formerK;
    const snakeFrom = down ? formerX : formerX + 1;
    for (; x > snakeFrom; x -= 1, y -= 1) steps.push(start + y - 1, from + x - 1);
    x = formerX;
    y = formerY;
  }
  for (; x > 0; x -= 1, y -= 1) steps.push(start + y - 1, from + x - 1);
  for (let index = steps.length - 1; index >= 0; index -= 1) found.push(steps[index] ?? 0);
}

function stretchesOf(pairs: Matches, before: Int32Array, after: Int32Array): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let one = 0;
  let other = 0;
  const at = (starts: Int32Array, index: number): number => starts[index] ?? 0;
  for (let index = 0; index <= pairs.length;) {
    const isEnd = index === pairs.length;
    const next = isEnd ? before.length - 1 : (pairs[index] ?? 0);
    const otherNext = isEnd ? after.length - 1 : (pairs[index + 1] ?? 0);
    if (next > one || otherNext > other) {
      stretches.push(stretch(false, at(before, one), at(before, next), at(after, other), at(after, otherNext)));
    }
    if (isEnd) break;
    let length = 0;
    while (pairs[index + 2 * length] === next + length && pairs[index + 2 * length + 1] === otherNext + length)
      length += 1;
    one = next + length;
    other = otherNext + length;
    stretches.push(stretch(true, at(before, next), at(before, one), at(after, otherNext), at(after, other)));
    index += 2 * length;
  }
  return stretches;
}

function stretch(same: boolean, from: number, to: number, start: number, end: number): Stretch {
  return { same, before: [from, to], after: [start, end] };
}

function add(parts: Part[], part: Part): void {
  if (part.text === '') return;
  const last = parts.at(-1);
  if (last?.changed === part.changed) parts[parts.length - 1] = { text: last.text + part.text, changed: part.changed };
  else parts.push(part);
}
