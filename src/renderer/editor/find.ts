// Find in the document, over the model: it sees the whole text, rendered or not, and lays nothing out.

import type { Range } from '../../shared/domain/segments.ts';

export type FindOptions = { readonly matchCase: boolean; readonly wholeWord: boolean };

/** More hits than this are counted no further: nobody steps through them, and painting stays bounded. */
export const mostHits = 50_000;

/** The places of a text in a document, in order, without overlaps. An empty query is found nowhere. */
export function findIn(text: string, query: string, options: FindOptions): readonly Range[] {
  // A line end cannot be typed into the field, but it may be pasted.
  const wanted = query.normalize('NFC').replaceAll('\r', '');
  if (wanted === '') return [];
  const pattern = new RegExp(bounded(escaped(wanted), wanted, options), options.matchCase ? 'gu' : 'giu');
  const hits: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length >= mostHits) break;
  }
  return hits;
}

/** The hit to go to from an offset: the next one at or after it (or before it, backwards), round the ends. */
export function hitFrom(hits: readonly Range[], offset: number, backward: boolean): number {
  if (hits.length === 0) return -1;
  if (!backward) {
    const next = hits.findIndex(({ start }) => start >= offset);
    return next < 0 ? 0 : next;
  }
  const previous = hits.findLastIndex(({ end }) => end <= offset);
  return previous < 0 ? hits.length - 1 : previous;
}

// A blank in the query stands for any run of blanks, a no-break space and a soft break among them.
function escaped(query: string): string {
  return query.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}

// \b knows ASCII only: letters, marks and digits of any script make a word here.
function bounded(pattern: string, query: string, { wholeWord }: FindOptions): string {
  if (!wholeWord) return pattern;
  const word = String.raw`[\p{L}\p{M}\p{N}_]`;
  const before = new RegExp(`^${word}`, 'u').test(query) ? `(?<!${word})` : '';
  const after = new RegExp(`${word}$`, 'u').test(query) ? `(?!${word})` : '';
  return before + pattern + after;
}
