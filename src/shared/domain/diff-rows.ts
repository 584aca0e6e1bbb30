// Two texts side by side, paragraph beside paragraph, so that the turns of a transcript stay in line. Rule DF4.

import { matched, type Matches, numberOf, type Numbers, type Part, shownDifference, wordsOf } from './diff.ts';

export type ComparedRow =
  /** A paragraph that both texts have. Paragraphs are counted from 0. */
  | { readonly kind: 'same'; readonly before: number; readonly after: number; readonly text: string }
  /** A paragraph with other words, or one that only one text has; the other side is null then. */
  | {
      readonly kind: 'changed';
      readonly before: number | null;
      readonly after: number | null;
      readonly left: readonly Part[];
      readonly right: readonly Part[];
    };

/** DF4: the rows of a comparison in the order of both texts; each paragraph of each text stands in one of them. */
export function comparedRows(before: string, after: string): readonly ComparedRow[] {
  const one = before.split('\n');
  const other = after.split('\n');
  const numbers: Numbers = new Map();
  const ids = (paragraphs: readonly string[]): Int32Array =>
    Int32Array.from(paragraphs, (paragraph) => numberOf(numbers, paragraph));
  const pairs = matched(ids(one), ids(other));
  const rows: ComparedRow[] = [];
  let from = 0;
  let start = 0;
  for (let index = 0; index <= pairs.length; index += 2) {
    const to = pairs[index] ?? one.length;
    const end = pairs[index + 1] ?? other.length;
    rows.push(...changedRows(one, other, { from, to, start, end }));
    if (index === pairs.length) break;
    rows.push({ kind: 'same', before: to, after: end, text: one[to] ?? '' });
    from = to + 1;
    start = end + 1;
  }
  return rows;
}

type Block = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };

function changedRows(one: readonly string[], other: readonly string[], block: Block): readonly ComparedRow[] {
  const rows: ComparedRow[] = [];
  let { from, start } = block;
  for (const [at, beside] of [...alike(one, other, block), [block.to, block.end] as const]) {
    rows.push(...apart(one, other, { from, to: at, start, end: beside }));
    if (at < block.to) rows.push(pair(one, other, at, beside));
    from = at + 1;
    start = beside + 1;
  }
  return rows;
}

// Between two pairs nothing is alike. Turns of one speaker in one place still stand beside each other.
function apart(one: readonly string[], other: readonly string[], { from, to, start, end }: Block): ComparedRow[] {
  const count = to - from;
  const indexes = Array.from({ length: count }, (_, index) => index);
  const isLabelled = (index: number): boolean => labelOf(one[from + index]) === labelOf(other[start + index]);
  if (count !== end - start || !indexes.every(isLabelled)) return alone(one, other, { from, to, start, end });
  return indexes.map((index) => pair(one, other, from + index, start + index));
}

function alone(one: readonly string[], other: readonly string[], { from, to, start, end }: Block): ComparedRow[] {
  const rows: ComparedRow[] = [];
  for (let at = from; at < to; at += 1) {
    rows.push({ kind: 'changed', before: at, after: null, left: whole(one[at]), right: [] });
  }
  for (let at = start; at < end; at += 1) {
    rows.push({ kind: 'changed', before: null, after: at, left: [], right: whole(other[at]) });
  }
  return rows;
}

function pair(one: readonly string[], other: readonly string[], before: number, after: number): ComparedRow {
  const { before: left, after: right } = shownDifference(one[before] ?? '', other[after] ?? '');
  return { kind: 'changed', before, after, left, right };
}

function whole(text = ''): readonly Part[] {
  return text === '' ? [] : [{ text, changed: true }];
}

/** Share of its words that a paragraph must have in common with another to stand beside it. */
const enough = 0.3;

/** Paragraphs of a block that share words, in pairs ascending on both sides. */
function alike(one: readonly string[], other: readonly string[], block: Block): readonly (readonly [number, number])[] {
  if (block.from === block.to || block.start === block.end) return [];
  const mine = paragraphWords(one.slice(block.from, block.to));
  const theirs = paragraphWords(other.slice(block.start, block.end), mine.numbers);
  const votes = votesOf(matched(mine.ids, theirs.ids), mine, theirs);
  const pairs: (readonly [number, number])[] = [];
  let next = 0;
  for (const [at, shared] of votes) {
    let best = -1;
    for (const [beside, count] of shared) if (beside >= next && count > (shared.get(best) ?? 0)) best = beside;
    if (best < 0) continue;
    const wanted = enough * Math.min(mine.counts[at] ?? 0, theirs.counts[best] ?? 0);
    const sameLabel = labelOf(one[block.from + at]) === labelOf(other[block.start + best]);
    if ((shared.get(best) ?? 0) < wanted && !sameLabel) continue;
    pairs.push([block.from + at, block.start + best]);
    next = best + 1;
  }
  return pairs;
}

type Paragraphs = {
  readonly ids: Int32Array;
  /** Paragraph of each word. */
  readonly places: Int32Array;
  /** Words of each paragraph. */
  readonly counts: Int32Array;
  readonly numbers: Numbers;
};

// Blanks and signs stand in every paragraph and say nothing about which belongs to which.
function paragraphWords(paragraphs: readonly string[], numbers: Numbers = new Map()): Paragraphs {
  const ids: number[] = [];
  const places: number[] = [];
  const counts = new Int32Array(paragraphs.length);
  paragraphs.forEach((text, place) => {
    const { ids: all, starts } = wordsOf(text, numbers);
    all.forEach((id, index) => {
      if (!/[\p{L}\p{N}]/u.test(text.slice(starts[index], starts[index + 1]))) return;
      ids.push(id);
      places.push(place);
      counts[place] = (counts[place] ?? 0) + 1;
    });
  });
  return { ids: Int32Array.from(ids), places: Int32Array.from(places), counts, numbers };
}

/** For each paragraph, ascending, how many words it shares with which ones of the other side. */
function votesOf(
  pairs: Matches,
  mine: Paragraphs,
  theirs: Paragraphs,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const votes = new Map<number, Map<number, number>>();
  for (let index = 0; index < pairs.length; index += 2) {
    const at = mine.places[pairs[index] ?? 0] ?? 0;
    const beside = theirs.places[pairs[index + 1] ?? 0] ?? 0;
    const shared = votes.get(at) ?? new Map<number, number>();
    shared.set(beside, (shared.get(beside) ?? 0) + 1);
    votes.set(at, shared);
  }
  return votes;
}

/** What a paragraph opens with, up to a colon: who speaks. */
function labelOf(text = ''): string {
  return /^[^:\n]{1,60}:(?=\s|$)/.exec(text)?.[0] ?? '';
}
