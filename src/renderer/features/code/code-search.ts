// Finding a code by a few letters of its name.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

/**
 * Codes that fit what was typed, the likeliest first: names that begin with it, then words that do, then names and
 * paths that hold it, then names that have its letters in order. Among equals the recently used come first.
 * A path with slashes finds codes below those it names first.
 * @param recent codes used lately, the last one first
 * @param own what this coder chose for the same letters before: it comes first where it still fits
 */
export function rankCodes(
  codes: readonly CodeSummary[],
  typed: string,
  recent: readonly Guid[],
  most: number,
  own: Guid | null = null,
): readonly CodeSummary[] {
  const parts = typed.split('/').map((part) => plain(part.trim()));
  const query = parts.at(-1) ?? '';
  const above = parts.slice(0, -1).filter((part) => part !== '');
  const used = new Map(recent.map((guid, index) => [guid, recent.length - index]));
  return codes
    .filter(({ codable, path }) => codable && isBelow(path, above)) // CT6
    .map((code, index) => ({ code, index, fit: fitOf(code, query), use: used.get(code.guid) ?? 0 }))
    .filter(({ fit }) => fit > 0)
    .map((found) => (found.code.guid === own ? { ...found, fit: Number.POSITIVE_INFINITY } : found))
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

function isBelow(path: readonly string[], above: readonly string[]): boolean {
  let at = 0;
  for (const part of above) {
    const found = path.findIndex((name, index) => index >= at && index < path.length - 1 && plain(name).includes(part));
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
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
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
