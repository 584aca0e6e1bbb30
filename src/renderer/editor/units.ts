// How much one press of Backspace or Delete takes.

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Backspace takes a whole emoji, flag or surrogate pair, but only the last mark of a letter with combining
 * marks: that is how a vowel sign of Arabic or Javanese script is corrected without typing the letter again.
 */
export function clusterLengthBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const cluster = lastOf(characters, text.slice(Math.max(0, offset - 64), offset));
  const [, ...marks] = cluster;
  if (marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark) && mark !== '\uFE0F' && mark !== '\u20E3')) {
    return marks.at(-1)?.length ?? 1;
  }
  return Math.max(1, cluster.length);
}

/** Delete takes the whole character as it is seen. */
export function clusterLengthAfter(text: string, offset: number): number {
  if (offset >= text.length) return 0;
  return firstOf(characters, text.slice(offset, offset + 64)).length;
}

/** Blanks before the caret and the word before them. */
export function wordLengthBefore(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 512), offset);
  const trimmed = before.trimEnd();
  return before.length - trimmed.length + lastOf(words, trimmed).length;
}

/** Blanks behind the caret and the word after them. */
export function wordLengthAfter(text: string, offset: number): number {
  const after = text.slice(offset, offset + 512);
  const trimmed = after.trimStart();
  return after.length - trimmed.length + firstOf(words, trimmed).length;
}

function firstOf(segmenter: Intl.Segmenter, text: string): string {
  for (const { segment } of segmenter.segment(text)) return segment;
  return '';
}

function lastOf(segmenter: Intl.Segmenter, text: string): string {
  let last = '';
  for (const { segment } of segmenter.segment(text)) last = segment;
  return last;
}
