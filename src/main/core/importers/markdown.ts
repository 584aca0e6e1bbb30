// Markdown is kept as it was written: its marks are part of the text that gets coded, so an offset means the same in every
// program that opens the file. Only line ends and encoding are brought into canonical form, as for any plain text.

import { readText } from './text.ts';
import type { ReadDocument, TextEncoding } from './types.ts';

/**
 * Reads a Markdown text. Front matter (`---` … `---` at the top) stays in the text and is named in the report, because it often
 * holds names of people.
 * @throws ImportRefusal as {@link readText}
 */
export function readMarkdown(bytes: Uint8Array, encoding?: TextEncoding): ReadDocument {
  const document = readText(bytes, encoding, 'md');
  const lines = frontMatterLines(document.text);
  if (lines === 0) return document;
  return { ...document, notes: [...document.notes, { code: 'front-matter-kept', count: lines }] };
}

function frontMatterLines(text: string): number {
  if (!/^---[ \t]*\n/.test(text)) return 0;
  let start = text.indexOf('\n') + 1;
  for (let line = 2; start > 0 && start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const content = text.slice(start, end === -1 ? text.length : end).trimEnd();
    if (content === '---' || content === '...') return line;
    start = end + 1;
  }
  return 0;
}
