// Comments of a file as memos (P5: only where a person asks for them), and what the report says of them.

import { canonicalPiece } from './canonical.ts';
import type { CommentPassage } from './comment-anchors.ts';
import { canonicalOffsets } from './offset-map.ts';
import type { Tally } from './tally.ts';
import type { CommentChoice, DocumentComment } from './types.ts';

/** A comment as the reader of a format finds it, its passage counted in the raw text. */
export type RawComment = {
  readonly author: string;
  readonly words: string;
  readonly passage: CommentPassage | null;
};

/** Longest name of an author that is kept. */
const longestAuthor = 200;

/** Comments with words, their passages in the canonical text. */
export function placedComments(comments: readonly RawComment[], raw: string, text: string): readonly DocumentComment[] {
  const offsets = comments.flatMap(({ passage }) => (passage === null ? [] : [passage.start, passage.end]));
  const places = canonicalOffsets(raw, text, offsets, true);
  return comments.flatMap(({ author, words, passage }): DocumentComment[] => {
    const body = canonicalPiece(words, true).replaceAll('\u2028', '\n').trim();
    if (body === '') return [];
    const start = passage === null ? 0 : (places.get(passage.start) ?? 0);
    const end = passage === null ? 0 : (places.get(passage.end) ?? 0);
    const name = canonicalPiece(author, false).replace(/\s+/g, ' ').trim().slice(0, longestAuthor).toWellFormed();
    return [{ author: name, text: body, passage: end > start ? { start, end } : null }];
  });
}

/** Names in the report what became of the comments of a file. */
export function tellOfComments(tally: Tally, count: number, choice: CommentChoice): void {
  tally.add(choice === 'memos' ? 'comments-kept-as-memos' : 'comments-left-out', count);
}
