// Sentences of Indonesian and English text. Rule U3 of GUIDE.md.

import { growableUnits } from './growable.ts';
import type { UnitBoundaries } from './units.ts';

/**
 * U3: the sentences of a text, without the white space around them.
 *
 * A line end always ends a sentence. Inside a line a sentence ends at `.`, `?` or `!` (closing quotes and
 * brackets included) before white space, unless
 * - the next word begins with a small letter ("Mengapa?" tanya dia);
 * - the sign is an ellipsis, which marks a pause in speech;
 * - a full stop closes a title or another abbreviation that a word follows (Drs., Kab., a.n.), an initial
 *   (B. J. Habibie), or the number of a list at the start of the sentence (1. Pertama);
 * - a full stop closes an abbreviation that a number follows (No. 5, hlm. 12);
 * - a full stop closes an academic degree that another degree follows (S.IP. M.Si.).
 * "dll.", "dsb.", "etc." and a degree end a sentence only before a capital letter.
 */
export function sentenceUnits(text: string): UnitBoundaries {
  const units = growableUnits(text.length >> 6);
  // T2: a soft break is a line end too, though not the end of a paragraph.
  const lineEndFrom = finder(text, ['\n', '\u2028']);
  const terminatorFrom = finder(text, ['.', '?', '!', '…']);
  for (let lineStart = 0; lineStart <= text.length;) {
    const lineEnd = lineEndFrom(lineStart);
    splitLine(text, lineStart, lineEnd, terminatorFrom, units.push);
    lineStart = lineEnd + 1;
  }
  return units.finish();
}

/** Starts of the sentences (U3), ascending. */
export function sentenceStarts(text: string): Int32Array {
  return sentenceUnits(text).starts;
}

/** Stand before a name or a noun: never the end of a sentence. */
const titles = wordSet(`
  drs dra dr drg drh ir prof kh hj bpk sdr sdri yth tn ny nn jend letjen mayjen brigjen letkol kapt
  jl jln gg kel kec kab prov kep pt cv mr mrs ms messrs hon gov st vs cf viz approx dept univ`);

/** Stand before a number; elsewhere they are words, and end sentences ("beberapa hal."). */
const beforeNumbers = wordSet(`
  no nomor nr hal hlm p pp ps psl pasal ayat bab vol jil jilid ed tgl thn th fig figs gbr tab tbl eq sec ch
  art para rt rw lt tel telp hp jan feb mar apr mei jun jul agt agu sep sept okt oct nov des dec`);

/** End a list, and often the sentence with it. */
const listClosings = wordSet('dll dsb dst dkk etc al inc ltd co corp tbk tsb jr sr');

const longestAbbreviation = Math.max(...[...titles, ...beforeNumbers, ...listClosings].map(({ length }) => length));

function splitLine(
  text: string,
  from: number,
  to: number,
  terminatorFrom: Finder,
  push: (start: number, end: number) => void,
): void {
  let start = skipSpace(text, from, to);
  for (let at = terminatorFrom(start); at < to; at = terminatorFrom(at)) {
    const signs = at;
    while (at < to && isTerminator(text.charCodeAt(at))) at += 1;
    const signsEnd = at;
    while (at < to && closing.has(text.charCodeAt(at))) at += 1;
    const next = skipSpace(text, at, to);
    if (next === at || next === to || isTerminator(text.charCodeAt(next))) continue;
    if (!endsSentence(text, start, signs, signsEnd, next, to)) continue;
    push(start, at);
    start = next;
    at = next;
  }
  const end = trimEnd(text, start, to);
  if (end > start) push(start, end);
}

function endsSentence(
  text: string,
  sentence: number,
  signs: number,
  signsEnd: number,
  next: number,
  lineEnd: number,
): boolean {
  const follower = followerAt(text, next, lineEnd);
  if (follower === 'small letter') return false;
  for (let at = signs; at < signsEnd; at += 1) if (isQuestionOrCall(text.charCodeAt(at))) return true;
  if (signsEnd - signs > 1 || text.charCodeAt(signs) !== 0x2e) return false; // an ellipsis
  return !isAbbreviation(text, sentence, signs, next, lineEnd, follower === 'number');
}

function isAbbreviation(
  text: string,
  sentence: number,
  stop: number,
  next: number,
  lineEnd: number,
  number: boolean,
): boolean {
  let tokenStart = stop;
  while (tokenStart > sentence && isTokenUnit(text.charCodeAt(tokenStart - 1))) tokenStart -= 1;
  if (tokenStart === stop) return isTerminator(text.charCodeAt(trimEnd(text, sentence, stop) - 1)); // ". . ."
  // Most words, and fast: no initial, no number and no degree looks like these.
  if (isSmallWord(text, tokenStart, stop)) {
    return stop - tokenStart <= longestAbbreviation && isAbbreviatedWord(text.slice(tokenStart, stop), number);
  }
  const token = text.slice(tokenStart, stop);
  if (/^\p{L}\p{M}*$/u.test(token)) return true; // an initial, or "a." of a list
  if (/^[\p{N}.]+$/u.test(token) || /^[IVXLC]+$/.test(token)) return tokenStart === sentence; // "1.", "IV." of a list
  const lower = token.toLowerCase();
  if (isAbbreviatedWord(lower, number)) return true;
  if (/^(\p{L}\.)+\p{L}$/u.test(token)) return true; // "a.n.", "A.H.", "S.H."
  return isDegree(token) && (number || isDegree(wordAt(text, next, lineEnd)));
}

/** @param number whether a number follows */
function isAbbreviatedWord(lower: string, number: boolean): boolean {
  return titles.has(lower) || (number && (beforeNumbers.has(lower) || listClosings.has(lower)));
}

/** Two or more small letters of ASCII. */
function isSmallWord(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

/** S.IP, M.Si, S.Sos, Ph.D, A.Md: short dotted parts, the first beginning with a capital. */
function isDegree(token: string): boolean {
  // A part matches in one way only: with two for each, a long chain of them would take for ever (H7).
  return /^\p{Lu}\p{L}{0,3}(\.(\p{Lu}\p{L}{5}|\p{L}{1,5}))+$/u.test(token);
}

/** The word that begins at `from`, with its inner full stops and without a last one. */
function wordAt(text: string, from: number, to: number): string {
  let end = from;
  while (end < to && isTokenUnit(text.charCodeAt(end))) end += 1;
  while (end > from && text.charCodeAt(end - 1) === 0x2e) end -= 1;
  return text.slice(from, end);
}

type Follower = 'small letter' | 'number' | 'other';

/** What the next word begins with, past opening quotes, brackets and dashes. */
function followerAt(text: string, from: number, to: number): Follower {
  const unit = text.charCodeAt(from);
  if (unit >= 0x61 && unit <= 0x7a) return 'small letter';
  if (unit >= 0x41 && unit <= 0x5a) return 'other';
  const word = text.slice(from, Math.min(to, from + 8)).replace(/^[\p{P}\p{S}\s]+/u, '');
  if (/^\p{Ll}/u.test(word)) return 'small letter';
  return /^\p{N}/u.test(word) ? 'number' : 'other';
}

function isQuestionOrCall(unit: number): boolean {
  return unit === 0x3f || unit === 0x21;
}

function isTerminator(unit: number): boolean {
  return unit === 0x2e || unit === 0x3f || unit === 0x21 || unit === 0x2026;
}

/** Quotes and brackets that belong to the sentence they close. */
const closing = new Set(Array.from('"\'”’»)]}›', (sign) => sign.charCodeAt(0)));

/** Letters, digits and what stands inside abbreviations: everything but white space, brackets and quotes. */
function isTokenUnit(unit: number): boolean {
  if (unit <= 0x7f) {
    return (
      unit === 0x2e || // full stop
      (unit >= 0x30 && unit <= 0x39) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x61 && unit <= 0x7a)
    );
  }
  return /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit));
}

/** The next place, from one on, of any of some characters; the end of the text where there is none. */
type Finder = (from: number) => number;

/** To be asked for ascending places. Searching for each character is several times as fast as looking at each unit. */
function finder(text: string, characters: readonly string[]): Finder {
  const places = characters.map(() => -1);
  return (from) => {
    let nearest = text.length;
    for (let k = 0; k < places.length; k += 1) {
      let place = places[k] ?? 0;
      if (place < from) {
        place = text.indexOf(characters[k] ?? '', from);
        if (place === -1) place = text.length;
        places[k] = place;
      }
      if (place < nearest) nearest = place;
    }
    return nearest;
  };
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit >= 0xa0 && /\s/.test(String.fromCharCode(unit));
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
