// Paragraphs from the lines of pages: a PDF says where letters stand, not which lines belong together. Rules in GUIDE.md.

import type { PdfLine } from './pdf-lines.ts';
import type { Tally } from './tally.ts';

export type PageText = {
  readonly raw: string;
  /** Where each page begins in `raw`; a page may begin within a paragraph. */
  readonly starts: readonly number[];
};

/** Brings the lines of all pages together; a line that is on most pages at the top or bottom is left out. */
export function textOfPages(pages: readonly (readonly PdfLine[])[], tally: Tally): PageText {
  const repeated = repeatedLines(pages);
  const leading = leadingOf(pages);
  const words = new Set(pages.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}-]+/u))));
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let last: PdfLine | undefined;
  let joined = 0;
  const write = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (const lines of pages) {
    let isFirst = true;
    let started = false;
    for (const [index, line] of lines.entries()) {
      if (isEdge(lines, index) && repeated.has(shapeOf(line))) {
        tally.add('headers-left-out');
        continue;
      }
      const goesOn =
        last !== undefined && (isFirst ? continuesOnNextPage(last, line) : continues(last, line, lines, leading));
      let separator = last === undefined ? '' : goesOn ? ' ' : '\n';
      if (goesOn) joined += 1;
      const divided = goesOn && last !== undefined ? divisionOf(last.text, line.text, words) : 'none';
      if (divided === 'kept') separator = '';
      if (divided === 'joined') {
        const former = parts.pop() ?? '';
        length -= former.length;
        write(former.slice(0, -1));
        tally.add('hyphens-joined');
        separator = '';
      }
      write(separator);
      if (!started) starts.push(length);
      started = true;
      write(line.text);
      last = line;
      isFirst = false;
    }
    if (!started) starts.push(length);
  }
  tally.add('page-lines-joined', joined);
  return { raw: parts.join(''), starts };
}

/**
 * What a line says but for its numbers, and how high it stands: heads and feet of pages differ in nothing else. By the words
 * alone, an answer such as "Ya." at the end of several pages would be one.
 */
function shapeOf({ text, base }: PdfLine): string {
  return `${Math.round(base / 3)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}

function isEdge(lines: readonly PdfLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  const above = lines.filter(({ base }) => base > line.base + line.size * 0.5).length;
  const below = lines.filter(({ base }) => base < line.base - line.size * 0.5).length;
  return above <= 1 || below <= 1;
}

/** Shapes of lines that stand at the edge of more than half of the pages, of three at least. */
function repeatedLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const shapes = new Set(lines.flatMap((line, index) => (isEdge(lines, index) ? [shapeOf(line)] : [])));
    for (const shape of shapes) seen.set(shape, (seen.get(shape) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length / 2);
  return new Set([...seen].filter(([, count]) => count >= least).map(([shape]) => shape));
}

/** Usual distance of two lines of a paragraph, as a share of the size of their letters: the lower fifth of all. */
function leadingOf(pages: readonly (readonly PdfLine[])[]): number {
  const distances = pages
    .flatMap((lines) =>
      lines.slice(1).map((line, index) => ((lines[index]?.base ?? 0) - line.base) / Math.max(1, line.size)),
    )
    .filter((distance) => distance > 0.5 && distance < 4)
    .sort((one, other) => one - other);
  return distances[Math.floor(distances.length / 5)] ?? 1.2;
}

/** Two lines are of one paragraph where they are as near as lines are, and the second's first word had no room before. */
function continues(last: PdfLine, line: PdfLine, lines: readonly PdfLine[], leading: number): boolean {
  const distance = last.base - line.base;
  const sameSize = Math.abs(last.size - line.size) <= last.size * 0.12;
  if (!sameSize || last.text.includes('\t') || line.text.includes('\t')) return false;
  // Upwards: the next column.
  if (distance < 0) return continuesOnNextPage(last, line);
  if (distance > last.size * leading * 1.35) return false;
  return !hadRoom(last, line, lines);
}

function hadRoom(last: PdfLine, line: PdfLine, lines: readonly PdfLine[]): boolean {
  const edge = Math.max(
    ...lines
      .filter(({ left, right, size }) => left < last.right && right > last.left && Math.abs(size - last.size) <= 2)
      .map(({ right }) => right),
  );
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  return last.right + (word.length + 1) * letter < edge;
}

/** Over the end of a page or column only a sentence that is not at its end goes on. */
function continuesOnNextPage(last: PdfLine, line: PdfLine): boolean {
  return !/[.!?:;…"”»)\]]\s*$/u.test(last.text) && /^[\p{Ll}\d(“"]/u.test(line.text);
}

/**
 * A hyphen at the end of a line divides a word, or belongs to it: Indonesian doubles words with one ("kota-kota"). It stays where
 * the document has the word with it elsewhere, or where what follows repeats what stands before.
 */
function divisionOf(before: string, after: string, words: ReadonlySet<string>): 'none' | 'kept' | 'joined' {
  const first = /(\p{L}+)[-\u2010\u00AD]$/u.exec(before)?.[1]?.toLowerCase();
  const second = /^\p{Ll}+/u.exec(after)?.[0];
  if (first === undefined || second === undefined) return 'none';
  if (before.endsWith('\u00AD')) return 'joined';
  if (words.has(`${first}-${second}`)) return 'kept';
  if (words.has(first + second)) return 'joined';
  const isDoubled = second.startsWith(first.slice(-4)) || first.endsWith(second.slice(0, 4));
  return isDoubled ? 'kept' : 'joined';
}
