// The canonical text of a document. Rules T1–T4 and SG1–SG2 of SPEC.md.

import type { Range } from './segments.ts';

/** Unicode replacement character: what a lone surrogate becomes, because UTF-8 cannot carry one. */
const replacement = '\uFFFD';

/**
 * T1: the one form in which Simpul stores text.
 * @param raw any text; line ends may be CR, LF, CRLF, NEL, FF, VT or U+2029
 */
export function canonicalText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n|[\r\u0085\u2029\f\v]/g, '\n')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, replacement)
    .replaceAll('\0', '')
    .normalize('NFC');
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
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
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
