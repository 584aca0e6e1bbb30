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
  // A mark of byte order further in is text (zero-width no-break space) and stays.
  const start = leadingMarks(raw);
  tally.add('control-characters-removed', start);
  let text = inPieces(raw, start, (piece) => {
    const lines = counted(piece.replace(/\r\n?/g, '\n'), separators, '\n', (found) =>
      tally.add('line-separators-converted', found),
    );
    return counted(lines, /[^\P{Cc}\t\n]/gu, '', (found) => tally.add('control-characters-removed', found));
  });
  if (!text.isWellFormed()) {
    const before = count(text, /\uFFFD/g);
    text = text.toWellFormed();
    tally.add('undecodable-bytes-replaced', count(text, /\uFFFD/g) - before);
  }
  refuseLongMarkRuns(text);
  const form = text.normalize('NFC');
  if (form !== text) tally.add('normalised-to-nfc', differentLines(text, form));
  if (form.length > importLimits.textLength) throw tooLong();
  if (!/[^\s\p{Cf}]/u.test(form)) throw new ImportRefusal('no-text');
  // Zero-width, direction and tag characters can hide words from the eye: kept exactly, but named.
  const invisible = /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
  tally.add('invisible-characters-kept', count(form, invisible));
  return form;
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
