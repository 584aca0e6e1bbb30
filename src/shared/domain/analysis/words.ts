// Words of a text, for counts and for windows. Rule U6 of GUIDE.md.

import type { UnitBoundaries } from './units.ts';

/**
 * U6: a word is a run of letters, marks and digits, also across a single hyphen, apostrophe, full stop,
 * middle dot or underscore between two of them, or a comma between two digits. So `program-program`,
 * `Jum'at`, `S.IP` and `Rp1.000.000` are one word each. The full stop inside words follows Unicode
 * Standard Annex 29 (WB6–WB7, WB11–WB12); joining at the hyphen is Indonesian reduplication's need.
 */
export function wordUnits(text: string): UnitBoundaries {
  const edges = wordEdges(text);
  const starts = new Int32Array(edges.length >> 1);
  const ends = new Int32Array(starts.length);
  for (let k = 0; k < starts.length; k += 1) {
    starts[k] = edges[2 * k] ?? 0;
    ends[k] = edges[2 * k + 1] ?? 0;
  }
  return { starts, ends };
}

/** How many words a text has (U6). */
export function wordCount(text: string): number {
  return wordUnits(text).starts.length;
}

/** The words themselves, as written. */
export function words(text: string): readonly string[] {
  const { starts, ends } = wordUnits(text);
  return Array.from(starts, (start, k) => text.slice(start, ends[k]));
}

// Classes of characters. A table by code unit instead of a regular expression: ten times as fast.
const other = 0;
/** A letter or a digit. */
const inWord = 1;
// What follows is looked at more closely.
/** Continues a word but begins none: combining marks, joiners, the soft hyphen. */
const mark = 2;
/** Full stop: S.IP and 1.000, but not "nomor.5". */
const stop = 3;
/** Comma: 3,5. */
const comma = 4;
/** Hyphens, apostrophes, the middle dot and the low line. */
const hyphen = 5;
const highSurrogate = 6;
const lowSurrogate = 7;
const unknown = 8;

const classes = new Uint8Array(0x10000).fill(unknown);
/** Of characters that take two units. */
const pairClasses = new Map<number, number>();

/** Characters for which room is made at once. */
const stretch = 4096;

/**
 * Starts and ends of the words (U6) in turn, ascending.
 * @param units those of the text, where they are at hand: numbers in a row are read several times as fast as a string
 */
export function wordEdges(text: string, units: Uint16Array = unitsOf(text)): Int32Array {
  const { length } = units;
  let edges = new Int32Array((length >> 2) + 2 * stretch);
  let count = 0;
  for (let from = 0; from < length; from += stretch) {
    if (edges.length < count + stretch + 1) edges = widened(edges, stretch);
    count = edgesOfStretch(units, from, Math.min(length, from + stretch), classes, edges, count);
  }
  if (count % 2 === 1) edges[count++] = length;
  return edges.subarray(0, count);
}

/**
 * Every place is written down and counts only where a word begins or ends: a processor cannot foresee at which letter
 * that is, and to be wrong twice a word takes longer than all the rest. 60 million characters go this way, so all that
 * the loop reads is handed over.
 * @param count edges before this stretch: an odd number of them leaves a word open
 * @returns edges up to its end
 */
function edgesOfStretch(
  units: Uint16Array,
  from: number,
  to: number,
  known: Uint8Array,
  edges: Int32Array,
  count: number,
): number {
  let former = count % 2;
  for (let at = from; at < to; at += 1) {
    let here = known[units[at] ?? 0] ?? unknown;
    if (here > inWord) here = closerLook(units, at, former);
    edges[count] = at;
    count += here ^ former;
    former = here;
  }
  return count;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Whether a character that is not simply in a word or outside belongs to one, `former` telling it of the one before. */
function closerLook(units: Uint16Array, at: number, former: number): number {
  const here = classAt(units, at);
  if (here === mark || here === lowSurrogate) return former;
  if (here <= inWord) return here;
  return former === inWord && joins(units, at, here) ? inWord : other;
}

/** Whether a sign inside or behind a word joins its two neighbours to one word. */
function joins(units: Uint16Array, at: number, sign: number): boolean {
  if (at + 1 >= units.length || classAt(units, at + 1) !== inWord) return false;
  if (sign === hyphen) return true;
  let before = at - 1;
  while (before > 0 && classAt(units, before) !== inWord) before -= 1;
  const digits = Number(isDigit(units, before)) + Number(isDigit(units, at + 1));
  return sign === stop ? digits !== 1 : digits === 2;
}

/** Of what stands at a place; a pair of surrogates counts as one character, at its first half. */
function classAt(units: Uint16Array, at: number): number {
  const unit = units[at] ?? 0;
  let known = classes[unit] ?? unknown;
  if (known === unknown) known = classes[unit] = classify(unit);
  if (known === highSurrogate) return pairClassAt(units, at);
  if (known === lowSurrogate) return at > 0 && codePointAt(units, at - 1) > 0xffff ? lowSurrogate : other;
  return known;
}

function pairClassAt(units: Uint16Array, at: number): number {
  const codePoint = codePointAt(units, at);
  if (codePoint <= 0xffff) return other;
  let known = pairClasses.get(codePoint);
  if (known === undefined) {
    known = classify(codePoint);
    pairClasses.set(codePoint, known);
  }
  return known;
}

function codePointAt(units: Uint16Array, at: number): number {
  const high = units[at] ?? 0;
  const low = at + 1 < units.length ? (units[at + 1] ?? 0) : 0;
  const pair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return pair ? ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : high;
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/^[\p{L}\p{N}]$/u.test(character)) return inWord;
  if (/^[\p{M}\u00AD\u200C\u200D]$/u.test(character)) return mark;
  if (character === '.') return stop;
  if (character === ',') return comma;
  if (/^[-\u2010\u2011'\u2019\u00B7_]$/.test(character)) return hyphen;
  if (codePoint >= 0xd800 && codePoint <= 0xdbff) return highSurrogate;
  return codePoint >= 0xdc00 && codePoint <= 0xdfff ? lowSurrogate : other;
}

function isDigit(units: Uint16Array, at: number): boolean {
  const codePoint = codePointAt(units, at);
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39;
  return /^\p{N}/u.test(String.fromCodePoint(codePoint));
}

function widened(column: Int32Array<ArrayBuffer>, by: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2 + by);
  wider.set(column);
  return wider;
}
