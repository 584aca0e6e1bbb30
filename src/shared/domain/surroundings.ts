// The words around a passage, for showing it in its place.

import type { Range } from './segments.ts';
import { snapToCharacters } from './text.ts';

export type Surroundings = { readonly before: string; readonly after: string };

/**
 * The text before and after a range, from word to word, with an ellipsis where the text goes on.
 * @param most UTF-16 units on each side before cutting back to whole words
 */
export function surroundingsOf(text: string, { start, end }: Range, most: number): Surroundings {
  return { before: wordsBefore(text, start, most), after: wordsAfter(text, end, most) };
}

function wordsBefore(text: string, end: number, most: number): string {
  const from = end - most;
  if (from <= 0) return text.slice(0, end);
  // One unit more than wanted: a word that begins exactly there is a whole one.
  const longer = text.slice(from - 1, end);
  const words = /\s/.test(longer)
    ? longer.replace(/^\S*\s+/, '')
    : text.slice(snapToCharacters(text, { start: from, end }).start, end);
  const cut = words.replace(/^(?:(?![“‘"'«([])[\p{P}\s])+/u, '');
  return cut === '' ? '' : `…${cut}`;
}

function wordsAfter(text: string, start: number, most: number): string {
  const to = start + most;
  if (to >= text.length) return text.slice(start);
  const longer = text.slice(start, to + 1);
  // A word longer than all that is wanted is cut: some scripts write without spaces.
  const words = /\s/.test(longer)
    ? longer.replace(/\s+\S*$/, '')
    : text.slice(start, snapToCharacters(text, { start, end: to }).end);
  const cut = words.replace(/[\s,;:–—-]+$/, '');
  // A sentence that ends keeps its full stop apart from the sign.
  return /[.!?]["”’)]?$/.test(cut) ? `${cut} …` : `${cut}…`;
}
