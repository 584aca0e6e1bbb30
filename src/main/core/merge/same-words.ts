// Two texts that say the same with other characters: a letter and its mark as one character or as two. Imported texts are kept as
// they came, texts that were edited here are canonical (T1), so that both meet when a study comes again.

import { splicesBetween } from '../../../shared/domain/diff.ts';
import type { Splice } from '../../../shared/domain/segments.ts';

/** Whether two texts differ in their form alone. */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || one.normalize('NFC') === other.normalize('NFC');
}

/** Splices that lead from one text to another, letter by letter where they say the same; the last place first. */
export function splicesToSame(from: string, to: string): readonly Splice[] {
  const before = lettersOf(from);
  const after = lettersOf(to);
  if (!saysTheSame(from, to) || before.length !== after.length) return splicesBetween(from, to);
  const splices: Splice[] = [];
  let at = 0;
  before.forEach((letter, index) => {
    const insert = after[index] ?? '';
    if (insert !== letter) splices.push({ at, remove: letter.length, insert });
    at += letter.length;
  });
  return splices.toReversed();
}

/** A letter with its marks; a Korean syllable of several parts is one. */
function lettersOf(text: string): readonly string[] {
  return text.match(/[\u1100-\u11FF\uAC00-\uD7A3][\u1160-\u11FF]*\p{M}*|[^\p{M}]\p{M}*|\p{M}+/gsu) ?? [];
}
