// Finding a code by a few letters of its name.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

/**
 * Codes that fit what was typed, the likeliest first: names that begin with it, then words that do, then names and
 * paths that hold it, then names that have its letters in order. Among equals the recently used come first.
 * @param recent codes used lately, the last one first
 */
export function rankCodes(
  codes: readonly CodeSummary[],
  typed: string,
  recent: readonly Guid[],
  most: number,
): readonly CodeSummary[] {
  const query = plain(typed.trim());
  const used = new Map(recent.map((guid, index) => [guid, recent.length - index]));
  return codes
    .filter(({ codable }) => codable) // CT6
    .map((code, index) => ({ code, index, fit: fitOf(code, query), use: used.get(code.guid) ?? 0 }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit || b.use - a.use || a.index - b.index)
    .slice(0, most)
    .map(({ code }) => code);
}

/** True where a code has exactly this name, whatever its letter case. */
export function isNameOf(codes: readonly CodeSummary[], typed: string): boolean {
  const query = plain(typed.trim());
  return codes.some(({ name }) => plain(name) === query);
}

/** A code's name in the words of the passage itself (in-vivo): one line, of a length that fits a tree. */
export function inVivoName(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60);
  const end = cut.lastIndexOf(' ');
  return `${(end > 30 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

function fitOf({ name, path }: CodeSummary, query: string): number {
  if (query === '') return 1;
  const own = plain(name);
  if (own === query) return 6;
  if (own.startsWith(query)) return 5;
  if (own.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(query))) return 4;
  if (own.includes(query)) return 3;
  if (plain(path.join(' ')).includes(query)) return 2;
  return hasInOrder(own, query) ? 1 : 0;
}

function hasInOrder(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Without letter case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
