// When two ways of writing a word count as one. Rules TX2 and TX3 of SPEC.md.

import { folded } from '../search.ts';

export type WordOptions = {
  readonly matchCase: boolean;
  /** Letters count alike with and without their marks (FR3). */
  readonly ignoreMarks: boolean;
  /** Indonesian words count alike with and without their affixes (TX3). */
  readonly affixes: boolean;
};

export const plainWords: WordOptions = { matchCase: false, ignoreMarks: false, affixes: false };

/** TX2: a word with its case folded, sign by sign, so that it keeps its length. */
export function foldCase(word: string): string {
  if (/^[\u0000-\u007f]*$/.test(word)) return word.toLowerCase();
  let result = '';
  for (const sign of word) result += foldSign(sign);
  return result;
}

/** What is compared of a word, without affixes. */
export function foldWord(word: string, { matchCase, ignoreMarks }: WordOptions): string {
  const bare = ignoreMarks ? folded(word).text : word;
  return matchCase ? bare : foldCase(bare);
}

// By way of the capital: final and inner sigma, long and short s have one.
function foldSign(sign: string): string {
  const upper = sign.toUpperCase();
  const lower = (upper.length === sign.length ? upper : sign).toLowerCase();
  return lower.length === sign.length ? lower : sign;
}
