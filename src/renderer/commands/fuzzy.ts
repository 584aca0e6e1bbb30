// Finding a command by some of its letters, in whichever of the two languages the user thinks of it.

/**
 * How well a query fits a text: null where it does not, higher is better. Every word of the query must be found: as it
 * stands, or as the beginnings of words.
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

/** The best fit among several names of one thing. Earlier ones count for more where two fit equally. */
export function bestScore(query: string, names: readonly string[]): number | null {
  let best: number | null = null;
  for (const [index, text] of names.entries()) {
    const score = fuzzyScore(query, text);
    if (score !== null && (best === null || score - index > best)) best = score - index;
  }
  return best;
}

/** Whether every word of a query begins a word of the text. */
export function holdsWords(query: string, text: string): boolean {
  const haystack = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => haystack.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)));
}

function wordScore(word: string, text: string): number | null {
  const at = text.indexOf(word);
  // The word as it stands: best at the beginning, then at the beginning of a word.
  if (at === 0) return 100 + word.length;
  if (at > 0) return (startsWord(text, at) ? 80 : 50) + word.length;
  const runs = fewestRuns(word, text, 0);
  return runs === null ? null : 40 - runs;
}

/**
 * In how many runs the letters stand in the text, each run at the beginning of a word: `npr` in “new project” in two.
 * Letters strewn anywhere are no match a person would expect.
 */
function fewestRuns(letters: string, text: string, from: number): number | null {
  if (letters === '') return 0;
  let best: number | null = null;
  for (
    let start = text.indexOf(letters.charAt(0), from);
    start >= 0;
    start = text.indexOf(letters.charAt(0), start + 1)
  ) {
    if (!startsWord(text, start)) continue;
    let length = 0;
    while (length < letters.length && text.charAt(start + length) === letters.charAt(length)) {
      length += 1;
      const rest = fewestRuns(letters.slice(length), text, start + length);
      if (rest !== null && (best === null || rest + 1 < best)) best = rest + 1;
    }
  }
  return best;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
