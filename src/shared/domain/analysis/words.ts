// Words of a text, for counts and for windows. Rule U6 of GUIDE.md.

import { growableUnits } from './growable.ts';
import type { UnitBoundaries } from './units.ts';

/**
 * U6: a word is a run of letters, marks and digits, also across a single hyphen, apostrophe, full stop,
 * middle dot or underscore between two of them, or a comma between two digits. So `program-program`,
 * `Jum'at`, `S.IP` and `Rp1.000.000` are one word each. The full stop inside words follows Unicode
 * Standard Annex 29 (WB6–WB7, WB11–WB12); joining at the hyphen is Indonesian reduplication's need.
 */
export function wordUnits(text: string): UnitBoundaries {
  const units = growableUnits(text.length >> 3);
  scanWords(text, (start, end) => units.push(start, end));
  return units.finish();
}

/** How many words a text has (U6). */
export function wordCount(text: string): number {
  let count = 0;
  scanWords(text, () => (count += 1));
  return count;
}

/** The words themselves, as written. */
export function words(text: string): readonly string[] {
  const found: string[] = [];
  scanWords(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

// Classes of characters. A table by code unit instead of a regular expression: ten times as fast,
// which counts at 60 million characters.
const unknown = 0;
const other = 1;
const letter = 2;
const digit = 3;
/** Continues a word but begins none: combining marks, joiners, the soft hyphen. */
const mark = 4;

const classes = new Uint8Array(0x10000);

function scanWords(text: string, found: (start: number, end: number) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const first = classes[text.charCodeAt(at)] || classAt(text, at);
    if (first !== letter && first !== digit) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    let before = first;
    at += widthAt(text, at);
    while (at < length) {
      const here = classes[text.charCodeAt(at)] || classAt(text, at);
      if (here !== other) {
        if (here !== mark) before = here;
        at += widthAt(text, at);
      } else if (joins(text, at, before)) {
        at += 1;
      } else break;
    }
    found(start, at);
  }
}

/** Whether the character at `at`, which is no letter, joins its two neighbours to one word. */
function joins(text: string, at: number, before: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x2d: // hyphen-minus
    case 0x2010: // hyphen
    case 0x2011: // non-breaking hyphen
    case 0x27: // apostrophe
    case 0x2019: // right single quotation mark
    case 0xb7: // middle dot
    case 0x5f: // low line
      return beginsWord(text, at + 1);
    case 0x2e: // full stop: S.IP and 1.000, but not "nomor.5"
      return at + 1 < text.length && classAt(text, at + 1) === before;
    case 0x2c: // comma: 3,5
      return before === digit && at + 1 < text.length && classAt(text, at + 1) === digit;
    default:
      return false;
  }
}

function beginsWord(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const found = classAt(text, at);
  return found === letter || found === digit;
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isHighSurrogate(unit)) return classify(text.codePointAt(at) ?? unit);
  const known = classes[unit] ?? unknown;
  if (known !== unknown) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/^\p{L}$/u.test(character)) return letter;
  if (/^\p{N}$/u.test(character)) return digit;
  if (/^[\p{M}\u00AD\u200C\u200D]$/u.test(character)) return mark;
  return other;
}

function widthAt(text: string, at: number): number {
  if (!isHighSurrogate(text.charCodeAt(at))) return 1;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
