// The canonical text of a document. Rules T1–T4 and SG1–SG2 of SPEC.md.

import type { Range, Splice } from './segments.ts';

/**
 * T1: the one form in which Simpul stores text.
 * @param raw any text; line ends may be CR, LF, CRLF, NEL, FF, VT or U+2029
 */
export function canonicalText(raw: string): string {
  let text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  // To look for one character takes a tenth of the time of a pattern, and most texts have none of these.
  if (otherLineEnds.some((end) => text.includes(end))) text = text.replace(/\r\n|[\r\u0085\u2029\f\v]/g, '\n');
  // UTF-8 cannot carry a lone surrogate: it becomes the replacement character.
  return text.toWellFormed().replaceAll('\0', '').normalize('NFC');
}

const otherLineEnds = ['\r', '\u0085', '\u2029', '\f', '\v'] as const;

/**
 * T1 after an edit: the splices that follow it, so that the text is NFC again. None where it still is.
 * @param text a text that was NFC before the edit
 * @param edit the splices that led to it
 */
export function recomposition(text: string, edit: readonly Splice[]): readonly Splice[] {
  const [from, to] = editedStretch(text, edit);
  const splices: Splice[] = [];
  // From the back, so that the places before stay where they are.
  for (const { 0: cluster, index } of [...text.slice(from, to).matchAll(clusters)].toReversed()) {
    const composed = cluster.normalize('NFC');
    if (composed === cluster) continue;
    const letter = String.fromCodePoint(cluster.codePointAt(0) ?? 0);
    const at = from + index;
    // The marks go first and the letter is replaced by itself: what holds the letter then holds both (ED4, ED5).
    if (cluster !== letter)
      splices.push({ at: at + letter.length, remove: cluster.length - letter.length, insert: '' });
    splices.push({ at, remove: letter.length, insert: composed });
  }
  return splices;
}

/** SG2: true where `offset` falls between the two halves of a surrogate pair. */
export function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Widens a range to whole characters, for selections that a pointer made. */
export function snapToCharacters(text: string, range: Range): Range {
  return {
    start: splitsCharacter(text, range.start) ? range.start - 1 : range.start,
    end: splitsCharacter(text, range.end) ? range.end + 1 : range.end,
  };
}

/** Starts of the paragraphs (T2), ascending, the first always 0. Units: UTF-16. */
export function paragraphStartsOf(text: string): Int32Array {
  // Counted first: a list that grows takes three times the room, which counts in a text of millions of lines.
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  const starts = new Int32Array(lines);
  for (let at = text.indexOf('\n'), line = 1; at !== -1; at = text.indexOf('\n', at + 1), line += 1)
    starts[line] = at + 1;
  return starts;
}

/** Index of the paragraph that holds `offset`, by binary search over {@link paragraphStartsOf}. */
export function paragraphAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What may compose with the character before it: marks, vowels and finals of Hangul, vowels of Kirat Rai. */
const joining = String.raw`[\p{M}\u1161-\u1175\u11A8-\u11C2\u{16D63}\u{16D67}]`;
const clusters = new RegExp(String.raw`(?:[^]${joining}*)`, 'gu');
const joins = new RegExp(`^${joining}`, 'u');

/** Where an edit may have left something to compose, in the text after it: from the letter before to the last mark. */
function editedStretch(text: string, edit: readonly Splice[]): readonly [from: number, to: number] {
  let from = text.length;
  let to = 0;
  for (const { at, remove, insert } of edit) {
    from = Math.min(from, at);
    to = Math.max(to, at + remove) + insert.length - remove;
  }
  do from = startOfCharacter(text, from - 1);
  while (from > 0 && joins.test(characterAt(text, from)));
  while (to < text.length && joins.test(characterAt(text, to))) to += characterAt(text, to).length;
  return [Math.max(0, from), to];
}

function startOfCharacter(text: string, offset: number): number {
  return splitsCharacter(text, offset) ? offset - 1 : Math.max(0, offset);
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}
