// real names and the pseudonyms that stand for them.

export type NamePair = { readonly realName: string; readonly pseudonym: string };

/** Puts pseudonyms for real names, whole names only, the longest first; letter case counts. */
export function pseudonymised(text: string, pairs: readonly NamePair[]): string {
  const pattern = patternOf(pairs);
  if (!pattern) return text;
  const known = new Map(pairs.map(({ realName, pseudonym }) => [realName, pseudonym]));
  return text.replace(pattern, (name) => known.get(name) ?? name);
}

/** How often each real name stands in a text, by name; a name inside a longer one is counted as the longer one. */
export function countNames(text: string, pairs: readonly NamePair[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const pattern = patternOf(pairs);
  if (pattern) for (const [name] of text.matchAll(pattern)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function patternOf(pairs: readonly NamePair[]): RegExp | null {
  const names = [...new Set(pairs.map(({ realName }) => realName))].filter((name) => name.trim() !== '');
  if (names.length === 0) return null;
  const longestFirst = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
