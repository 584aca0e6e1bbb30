// From any decoded text to the canonical text of a document (T1, T2), with a count of all that changed.

import type { Tally } from './tally.ts';
import { ImportRefusal, importLimits } from './types.ts';

/** Longest run of combining marks that is normalised; see `refuseLongMarkRuns`. */
const longestMarkRun = 256;
/** Looks only where a run begins, so that a text full of short runs is passed over once. */
const tooManyMarks = new RegExp(String.raw`(?<!\p{M})\p{M}{${longestMarkRun + 1}}`, 'u');

/** Units that are searched and replaced at once: a search keeps all its finds, and every character can be one. */
const step = 65_536;

/**
 * Canonical text: NFC, `\n` between lines, no control characters but `\n` and `\t`, no lone surrogates, no mark of byte order.
 * @param softBreaks true where the format tells a soft break from the end of a paragraph: then U+2028 stays
 * @throws ImportRefusal `text-too-long`, `no-text`, `combining-marks-too-many`
 */
export function canonicalise(raw: string, softBreaks: boolean, tally: Tally): string {
  // Line ends of two characters shrink, a few characters grow under NFC: the exact check follows.
  if (raw.length > importLimits.textLength * 2) throw tooLong();
  const separators = softBreaks ? /[\v\f\u0085\u2029]/g : /[\v\f\u0085\u2028\u2029]/g;
  const needs = needsOf(raw);
  // A mark of byte order further in is text (zero-width no-break space) and stays.
  const start = leadingMarks(raw);
  tally.add('control-characters-removed', start);
  let text = (needs & cleaning) === 0 ? raw.slice(start) : cleaned(raw, start, needs, separators, tally);
  if ((needs & pairing) !== 0 && !text.isWellFormed()) {
    const before = count(text, /\uFFFD/g);
    text = text.toWellFormed();
    tally.add('undecodable-bytes-replaced', count(text, /\uFFFD/g) - before);
  }
  if ((needs & normalising) !== 0) refuseLongMarkRuns(text);
  const form = (needs & normalising) === 0 ? text : text.normalize('NFC');
  if (form !== text) tally.add('normalised-to-nfc', differentLines(text, form));
  if (form.length > importLimits.textLength) throw tooLong();
  if (!/[^\s\p{Cf}]/u.test(form)) throw new ImportRefusal('no-text');
  if ((needs & naming) !== 0) tally.add('invisible-characters-kept', count(form, new RegExp(invisible, 'gu')));
  return form;
}

/** Zero-width, direction and tag characters can hide words from the eye: kept exactly, but named. */
const invisible = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

// What a text may need, by its units, found in one loop: most texts need nothing, and each search through all of a
// text takes longer than to decode it.
const feeding = 1;
const separating = 2;
const removing = 4;
const cleaning = feeding | separating | removing;
const normalising = 8;
const naming = 16;
const pairing = 32;
const known = 64;

const needsOfUnits = new Uint8Array(0x10000);

/** What some unit of the text may need; never less than it does need. */
function needsOf(text: string): number {
  const { buffer, byteOffset } = Buffer.from(text, 'utf16le');
  const pairs = new Int32Array(buffer, byteOffset, text.length >> 1);
  let needs = text.length % 2 === 1 ? needsAt(text.charCodeAt(text.length - 1)) : 0;
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? 0;
    // Two units at once: neither is beyond ASCII, below the space (which borrows from above) or DEL (which carries).
    if (((pair | (pair - 0x00200020) | (pair + 0x00010001)) & 0xff80ff80) === 0) continue;
    needs |= needsAt(pair & 0xffff) | needsAt(pair >>> 16);
  }
  return needs;
}

function needsAt(unit: number): number {
  const found = needsOfUnits[unit] ?? 0;
  return found === 0 ? (needsOfUnits[unit] = needsOfUnit(unit) | known) : found;
}

function needsOfUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  if (/[\uD800-\uDBFF]/.test(character)) {
    // Of the planes beyond the first, that of the emoji holds neither marks nor anything that normalising changes.
    return unit >= 0xd83c && unit <= 0xd83e ? pairing : pairing | normalising | naming;
  }
  if (/[\uDC00-\uDFFF]/.test(character)) return pairing;
  // What composes with the character before it is a mark or a part of a Korean syllable.
  const composes = /[\p{M}\u1100-\u11FF]/u.test(character) || character.normalize('NFC') !== character;
  return (
    (character === '\r' ? feeding : 0) |
    (/[\v\f\u0085\u2028\u2029]/.test(character) ? separating : 0) |
    (/[^\P{Cc}\t\n\v\f\r\u0085]/u.test(character) ? removing : 0) |
    (composes ? normalising : 0) |
    (invisible.test(character) ? naming : 0)
  );
}

/** With nothing but `\n` at the end of lines, and without other control characters than tabs. */
function cleaned(raw: string, start: number, needs: number, separators: RegExp, tally: Tally): string {
  return inPieces(raw, start, (piece) => {
    let text = piece;
    if ((needs & feeding) !== 0) text = text.replace(/\r\n?/g, '\n');
    if ((needs & separating) !== 0) {
      text = counted(text, separators, '\n', (found) => tally.add('line-separators-converted', found));
    }
    if ((needs & removing) !== 0) {
      text = counted(text, /[^\P{Cc}\t\n]/gu, '', (found) => tally.add('control-characters-removed', found));
    }
    return text;
  });
}

/** What a piece of a text becomes by {@link canonicalise}, without the checks of the whole. */
export function canonicalPiece(raw: string, softBreaks: boolean): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(softBreaks ? /[\v\f\u0085\u2029]/g : /[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()
    .normalize('NFC');
}

/** Number of lines, that is of paragraphs (T2). */
export function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function tooLong(): ImportRefusal {
  return new ImportRefusal('text-too-long', { limit: importLimits.textLength });
}

function leadingMarks(text: string): number {
  let at = 0;
  while (text[at] === '\uFEFF') at += 1;
  return at;
}

/** Transforms piece by piece, never cutting CRLF or a pair of surrogates in two. */
function inPieces(text: string, start: number, transform: (piece: string) => string): string {
  const pieces: string[] = [];
  for (let at = start; at < text.length;) {
    let end = at + step;
    if (/[\r\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
    pieces.push(transform(text.slice(at, end)));
    at = end;
  }
  return pieces.join('');
}

/**
 * Normalisation sorts every run of combining marks, and the library does it in quadratic time, in native code that no time
 * limit can stop (100,000 marks: 6 s). Writing systems need fewer than ten marks on a letter.
 */
function refuseLongMarkRuns(text: string): void {
  if (tooManyMarks.test(text)) throw new ImportRefusal('combining-marks-too-many', { limit: longestMarkRun });
}

/** How many lines differ. Nothing composes across a line feed, so both texts have the same number of lines. */
function differentLines(one: string, other: string): number {
  let different = 0;
  let start = 0;
  let otherStart = 0;
  while (start <= one.length) {
    const end = lineEnd(one, start);
    const otherEnd = lineEnd(other, otherStart);
    if (one.slice(start, end) !== other.slice(otherStart, otherEnd)) different += 1;
    start = end + 1;
    otherStart = otherEnd + 1;
  }
  return different;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function counted(text: string, pattern: RegExp, replacement: string, report: (found: number) => void): string {
  let found = 0;
  const result = text.replace(pattern, () => {
    found += 1;
    return replacement;
  });
  report(found);
  return result;
}

/** @param pattern with the flag `g`, not used elsewhere: it carries the place reached so far */
function count(text: string, pattern: RegExp): number {
  let found = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
