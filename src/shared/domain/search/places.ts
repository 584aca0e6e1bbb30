// Where the words, phrases and signs of a query stand in one text. Rules TX4–TX6 of SPEC.md.

import { hitsIn, plainSearch } from '../search.ts';
import type { Range } from '../segments.ts';
import type { WordOptions } from './fold.ts';
import type { Leaf, WordPattern } from './query.ts';
import { sameStem, stemsOf } from './stem.ts';
import { foldWord } from './fold.ts';
import { gap, occurrencesOf, type Occurrences, type OccurrencesRoom, type Postings } from './word-index.ts';

/** Places of all words that one pattern finds in a text, ascending. */
export type WordPlaces = { readonly starts: Int32Array; readonly ends: Int32Array; readonly gaps: Uint8Array };

type WordsLeaf = Extract<Leaf, { readonly kind: 'words' }>;

/** TX3: a word doubled with a hyphen is looked for as the word it doubles, where affixes are left aside. */
export function withoutDoubling(leaf: WordsLeaf, options: WordOptions): WordsLeaf {
  const [first] = leaf.words;
  if (!options.affixes || leaf.words.length < 2 || !first || first.wild) return leaf;
  const stems = stemsIn(first, options);
  const doubled =
    leaf.words.every((word) => !word.wild && sameStem(stems, stemsIn(word, options))) &&
    leaf.between.slice(1, -1).every((signs) => signs === '-');
  return doubled ? { ...leaf, words: [first], between: [leaf.between[0] ?? '', leaf.between.at(-1) ?? ''] } : leaf;
}

/**
 * TX6: where a phrase stands; the places do not overlap.
 * @param words places of the phrase's words, in its order
 * @param text asked for only where signs must be compared
 */
export function phrasePlaces(
  leaf: WordsLeaf,
  words: readonly WordPlaces[],
  text: () => string,
  options: WordOptions,
): readonly Range[] {
  const [first] = words;
  if (!first || words.some(({ starts }) => starts.length === 0)) return [];
  const links = leaf.between.slice(1, -1).map(linkOf);
  const before = leaf.between[0] ?? '';
  const behind = leaf.between.at(-1) ?? '';
  const leads = before === '' ? null : new RegExp(`${signsPattern(before)}$`, 'u');
  const follows = behind === '' ? null : new RegExp(signsPattern(behind), 'uy');
  const cursors = new Int32Array(words.length);
  const found: Range[] = [];
  let reached = 0;
  for (let k = 0; k < first.starts.length; k += 1) {
    let start = first.starts[k] ?? 0;
    if (start < reached) continue;
    let end = endOfPhrase(words, links, cursors, k, text);
    if (end === null) continue;
    if (leads) {
      const match = leads.exec(text().slice(Math.max(reached, start - before.length - mostBlanks), start));
      if (!match) continue;
      start -= match[0].length;
    }
    if (follows) {
      follows.lastIndex = end;
      const match = follows.exec(text());
      if (!match) continue;
      end += match[0].length;
    }
    found.push({ start, end });
    reached = end;
  }
  return options.affixes && words.length === 1 ? doublesJoined(found, first) : found;
}

/**
 * Reads the places of all words that one pattern finds, text after text. What is answered holds until the next text.
 * @param numbers of the words in the text
 * @param lengths of the same words, in UTF-16 units
 */
export type PlacesReader = (postings: Postings, numbers: readonly number[], lengths: readonly number[]) => WordPlaces;

export function createPlacesReader(): PlacesReader {
  const rooms: OccurrencesRoom[] = [];
  const merged: WordPlacesRoom = { starts: new Int32Array(), ends: new Int32Array(), gaps: new Uint8Array() };
  return (postings, numbers, lengths) => {
    const all = numbers.map((number, k) => {
      const room = (rooms[k] ??= { starts: new Int32Array(), gaps: new Uint8Array() });
      return occurrencesOf(postings, number, room);
    });
    let count = 0;
    for (const { starts } of all) count += starts.length;
    if (merged.starts.length < count) {
      merged.starts = new Int32Array(2 * count);
      merged.ends = new Int32Array(2 * count);
      merged.gaps = new Uint8Array(2 * count);
    }
    const into = {
      starts: merged.starts.subarray(0, count),
      ends: merged.ends.subarray(0, count),
      gaps: merged.gaps.subarray(0, count),
    };
    mergePlaces(all, lengths, into);
    return into;
  };
}

type WordPlacesRoom = { starts: Int32Array; ends: Int32Array; gaps: Uint8Array };

/** Places of several words as those of one. */
function mergePlaces(all: readonly Occurrences[], lengths: readonly number[], into: WordPlaces): void {
  const [first, second] = all;
  const [firstLength = 0, secondLength = 0] = lengths;
  if (first && all.length === 1) {
    into.starts.set(first.starts);
    into.gaps.set(first.gaps);
    for (let k = 0; k < first.starts.length; k += 1) into.ends[k] = (first.starts[k] ?? 0) + firstLength;
  } else if (first && second && all.length === 2) mergePair(first, second, firstLength, secondLength, into);
  else mergeMany(all, lengths, into);
}

function mergeMany(all: readonly Occurrences[], lengths: readonly number[], { starts, ends, gaps }: WordPlaces): void {
  // Start, length and follower of each in one number (2^24, 2^24, 4), so that one sort of numbers brings them in order.
  const packed = new Float64Array(starts.length);
  let next = 0;
  for (const [k, own] of all.entries()) {
    const length = lengths[k] ?? 0;
    for (let i = 0; i < own.starts.length; i += 1) {
      packed[next] = ((own.starts[i] ?? 0) * 0x100_0000 + length) * 4 + (own.gaps[i] ?? 0);
      next += 1;
    }
  }
  packed.sort();
  for (let k = 0; k < packed.length; k += 1) {
    const value = packed[k] ?? 0;
    const place = Math.floor(value / 4);
    gaps[k] = value % 4;
    starts[k] = Math.floor(place / 0x100_0000);
    ends[k] = (starts[k] ?? 0) + (place % 0x100_0000);
  }
}

/** Most words stand in a text in two ways: with a small letter, and with a capital at the start of sentences. */
function mergePair(
  first: Occurrences,
  second: Occurrences,
  firstLength: number,
  secondLength: number,
  { starts, ends, gaps }: WordPlaces,
): void {
  const many = first.starts.length;
  const more = second.starts.length;
  let i = 0;
  let j = 0;
  for (let k = 0; k < starts.length; k += 1) {
    const isFirst = j === more || (i < many && (first.starts[i] ?? 0) < (second.starts[j] ?? 0));
    const start = (isFirst ? first.starts[i] : second.starts[j]) ?? 0;
    starts[k] = start;
    ends[k] = start + (isFirst ? firstLength : secondLength);
    gaps[k] = (isFirst ? first.gaps[i] : second.gaps[j]) ?? 0;
    if (isFirst) i += 1;
    else j += 1;
  }
}

/** Where signs without a letter stand. */
export function signPlaces(text: string, signs: string): readonly Range[] {
  return hitsIn(text, { ...plainSearch, query: signs }).map(({ start, end }) => ({ start, end }));
}

/** Longer runs of blanks are not looked across. */
const mostBlanks = 50;

type Link =
  | { readonly kind: 'blank' | 'hyphen' }
  | { readonly kind: 'signs'; readonly pattern: RegExp; readonly reach: number };

function linkOf(between: string): Link {
  if (/^\s+$/.test(between)) return { kind: 'blank' };
  if (between === '-') return { kind: 'hyphen' };
  return { kind: 'signs', pattern: new RegExp(signsPattern(between), 'uy'), reach: between.length * mostBlanks };
}

/** TX6: a blank stands for any run of blanks inside a paragraph, every other sign for itself. */
function signsPattern(signs: string): string {
  return signs.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`[^\S\n]{1,${mostBlanks}}`);
}

/** The end of the phrase that begins with the k-th place of its first word, or null. */
function endOfPhrase(
  words: readonly WordPlaces[],
  links: readonly Link[],
  cursors: Int32Array,
  k: number,
  text: () => string,
): number | null {
  let former = words[0];
  let place = k;
  for (let index = 0; index < links.length; index += 1) {
    const link = links[index];
    const next = words[index + 1];
    if (!former || !next || !link) return null;
    const follower = former.gaps[place] ?? 0;
    // What stands behind most words rules the next one out, without looking where it is.
    if (!mayFollow(link, follower)) return null;
    const end = former.ends[place] ?? 0;
    // What follows directly is the first one that begins after the end.
    const { starts } = next;
    let cursor = cursors[index + 1] ?? 0;
    while (cursor < starts.length && (starts[cursor] ?? 0) < end) cursor += 1;
    cursors[index + 1] = cursor;
    const start = starts[cursor];
    if (start === undefined || !isLinked(link, follower, end, start, text)) return null;
    former = next;
    place = cursor;
  }
  return former?.ends[place] ?? null;
}

function mayFollow({ kind }: Link, follower: number): boolean {
  if (kind === 'blank') return follower === gap.space || follower === gap.blanks;
  return kind === 'hyphen' ? follower === gap.hyphen : true;
}

function isLinked(link: Link, follower: number, end: number, start: number, text: () => string): boolean {
  switch (link.kind) {
    case 'blank':
      if (follower === gap.space) return start === end + 1;
      // The text is read only where the next word can be the one behind the blanks.
      if (start > end + mostBlanks) return false;
      return /^[^\S\n]+$/.test(text().slice(end, start));
    case 'hyphen':
      return start === end + 1;
    case 'signs':
      if (start > end + link.reach) return false;
      link.pattern.lastIndex = end;
      return link.pattern.test(text()) && link.pattern.lastIndex === start;
  }
}

// TX3: `buku-bukunya` is one place of `buku`.
function doublesJoined(found: readonly Range[], { ends, gaps }: WordPlaces): readonly Range[] {
  const hyphenated = new Set<number>();
  for (let k = 0; k < ends.length; k += 1) if (gaps[k] === gap.hyphen) hyphenated.add(ends[k] ?? 0);
  const joined: Range[] = [];
  for (const range of found) {
    const former = joined.at(-1);
    if (former && range.start === former.end + 1 && hyphenated.has(former.end)) {
      joined[joined.length - 1] = { start: former.start, end: range.end };
    } else joined.push(range);
  }
  return joined;
}

function stemsIn({ text }: WordPattern, options: WordOptions): readonly string[] {
  return stemsOf(foldWord(text, options));
}
