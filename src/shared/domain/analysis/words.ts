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

/** Starts and ends of the words (U6) in turn, ascending. */
export function wordEdges(text: string): Int32Array {
  const { length } = text;
  let edges = new Int32Array((length >> 2) + 2 * stretch);
  let count = 0;
  let former = other;
  for (let from = 0; from < length; from += stretch) {
    if (edges.length < count + stretch + 1) edges = widened(edges, stretch);
    const to = Math.min(length, from + stretch);
    // Every place is written down and counts only where a word begins or ends: a processor cannot foresee at which
    // letter that is, and to be wrong twice a word takes longer than all the rest. 60 million characters go this way.
    for (let at = from; at < to; at += 1) {
      let here = classes[text.charCodeAt(at)] ?? unknown;
      if (here > inWord) here = closerLook(text, at, former);
      edges[count] = at;
      count += here ^ former;
      former = here;
    }
  }
  if (former === inWord) edges[count++] = length;
  return edges.subarray(0, count);
}

/** Whether a character that is not simply in a word or outside belongs to one, `former` telling it of the one before. */
function closerLook(text: string, at: number, former: number): number {
  const here = classAt(text, at);
  if (here === mark || here === lowSurrogate) return former;
  if (here <= inWord) return here;
  return former === inWord && joins(text, at, here) ? inWord : other;
}

/** Whether a sign inside or behind a word joins its two neighbours to one word. */
function joins(text: string, at: number, sign: number): boolean {
  if (at + 1 >= text.length || classAt(text, at + 1) !== inWord) return false;
  if (sign === hyphen) return true;
  let before = at - 1;
  while (before > 0 && classAt(text, before) !== inWord) before -= 1;
  const digits = Number(isDigit(text, before)) + Number(isDigit(text, at + 1));
  return sign === stop ? digits !== 1 : digits === 2;
}

/** Of what stands at a place; a pair of surrogates counts as one character, at its first half. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let known = classes[unit] ?? unknown;
  if (known === unknown) known = classes[unit] = classify(unit);
  if (known === highSurrogate) return pairClassAt(text, at);
  if (known === lowSurrogate) return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? lowSurrogate : other;
  return known;
}

function pairClassAt(text: string, at: number): number {
  const codePoint = text.codePointAt(at) ?? 0;
  if (codePoint <= 0xffff) return other;
  let known = pairClasses.get(codePoint);
  if (known === undefined) {
    known = classify(codePoint);
    pairClasses.set(codePoint, known);
  }
  return known;
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

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x30 && unit <= 0x39;
  return /^\p{N}/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function widened(column: Int32Array<ArrayBuffer>, by: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(column.length * 2 + by);
  wider.set(column);
  return wider;
}
