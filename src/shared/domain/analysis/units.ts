// Units of analysis inside one document. Rules U1–U5 of GUIDE.md.

import { growableUnits } from './growable.ts';

/**
 * The units of one document: unit k is `[starts[k], ends[k])` in UTF-16 code units. No unit is empty,
 * starts and ends both ascend. Units lie apart, except the windows of {@link windowUnits}, which overlap.
 * Text between units (line ends, the spaces between sentences and words) belongs to no unit, so a coding
 * that touches nothing else touches no unit (U1).
 */
export type UnitBoundaries = { readonly starts: Int32Array; readonly ends: Int32Array };

/**
 * Gives the units of a document. Every analysis asks once for each document, in ascending order, so that a
 * worker can read, use and drop one text after the other.
 */
export type UnitSource = (document: number) => UnitBoundaries;

/** The units [first, last] that a range touches; first > last where it touches none. */
export type UnitSpan = { readonly first: number; readonly last: number };

/**
 * U2: a paragraph is one line of the text without its line end; an empty line is no paragraph.
 * @param starts of all lines, as `paragraphStartsOf` gives them
 * @param length of the text, in UTF-16 code units
 */
export function paragraphUnits(starts: Int32Array, length: number): UnitBoundaries {
  const units = growableUnits(starts.length);
  for (let k = 0; k < starts.length; k += 1) {
    const start = starts[k] ?? 0;
    const end = k + 1 < starts.length ? (starts[k + 1] ?? 0) - 1 : length;
    if (end > start) units.push(start, end);
  }
  return units.finish();
}

/**
 * U4: a section runs from its start to the next section's start, the last one to the end of the text.
 * Text before the first start belongs to no section.
 * @param starts ascending offsets inside the text, each once
 * @param length of the text, in UTF-16 code units
 * @throws RangeError where the starts do not ascend or lie outside the text
 */
export function sectionUnits(starts: Int32Array, length: number): UnitBoundaries {
  const ends = new Int32Array(starts.length);
  for (let k = 0; k < starts.length; k += 1) {
    const start = starts[k] ?? 0;
    const end = k + 1 < starts.length ? (starts[k + 1] ?? 0) : length;
    if (start < 0 || end <= start) throw new RangeError(`section ${k} is empty or out of order: [${start}, ${end})`);
    ends[k] = end;
  }
  return { starts, ends };
}

/**
 * U5: the sliding windows of n consecutive words, moving by one word; a window reaches from the start of
 * its first to the end of its last word. A document of w ≥ n words has w − n + 1 windows, a shorter one
 * has one window over all its words, a document without words has none.
 * @param words as `wordUnits` gives them
 * @param size n, in words
 * @throws RangeError where n is no positive integer
 */
export function windowUnits(words: UnitBoundaries, size: number): UnitBoundaries {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`a window needs a positive number of words, not ${size}`);
  const n = Math.min(size, words.starts.length);
  if (n === 0) return words;
  return { starts: words.starts.subarray(0, words.starts.length - n + 1), ends: words.ends.subarray(n - 1) };
}

/** The units that share at least one character with `[start, end)`. */
export function touchedUnits(units: UnitBoundaries, start: number, end: number): UnitSpan {
  return { first: firstTouched(units, start), last: lastTouched(units, end) };
}

/** Index of the first unit that ends after `start`; the number of units where there is none. */
export function firstTouched({ ends }: UnitBoundaries, start: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last unit that begins before `end`; −1 where there is none. */
export function lastTouched({ starts }: UnitBoundaries, end: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
