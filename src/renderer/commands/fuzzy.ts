// Finding a command by some of its letters, in whichever of the two languages the user thinks of it.

/**
 * How well a query fits a text: null where it does not, higher is better. Every word of the query must be found, as
 * letters in order; word beginnings and runs of letters count for more.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const haystack = plain(text);
  let total = 0;
  for (const word of plain(query)
    .split(/\s+/)
    .filter((part) => part !== '')) {
    const score = wordScore(word, haystack);
    if (score === null) return null;
    total += score;
  }
  return total;
}

/** The best fit among several texts about one thing. Earlier texts count for more where two fit equally. */
export function bestScore(query: string, texts: readonly string[]): number | null {
  let best: number | null = null;
  for (const [index, text] of texts.entries()) {
    const score = fuzzyScore(query, text);
    if (score !== null && (best === null || score - index > best)) best = score - index;
  }
  return best;
}

function wordScore(word: string, text: string): number | null {
  const at = text.indexOf(word);
  // The word as it stands: best at the beginning, then at the beginning of a word.
  if (at === 0) return 100 + word.length;
  if (at > 0) return (startsWord(text, at) ? 80 : 50) + word.length;
  let position = -1;
  let score = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, position + 1);
    if (next < 0) return null;
    if (next === position + 1) score += 3;
    else if (startsWord(text, next)) score += 2;
    else score -= 1;
    position = next;
  }
  // Letters strewn all over a text are no match a person would expect.
  return score >= word.length ? score : null;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
