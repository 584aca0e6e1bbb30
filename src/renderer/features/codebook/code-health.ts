// What a codebook may still lack. Hints, never commands: a start list may hold codes nobody has met yet.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { branchCodings, folded } from './tree-model.ts';

export type CodeHealth = {
  /** a code without definition is applied differently by each reader. */
  readonly undefined: readonly Guid[];
  /** Neither the code nor anything below it was used. */
  readonly unused: readonly Guid[];
  /** Names so alike that the two may be one code. */
  readonly alike: readonly (readonly [Guid, Guid])[];
};

/** Looks through the codebook. At 500 codes about 125,000 short name comparisons, a few milliseconds. */
export function codeHealth(codes: readonly CodeSummary[]): CodeHealth {
  const branch = branchCodings(codes);
  const names = codes.map((code) => ({ guid: code.guid, parent: code.parent, name: plainName(code.name) }));
  const alike: (readonly [Guid, Guid])[] = [];
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      if (b.parent !== a.guid && isAlike(a.name, b.name)) alike.push([a.guid, b.guid]);
    }
  }
  return {
    undefined: codes.filter((code) => code.codable && code.description.trim() === '').map(({ guid }) => guid),
    unused: codes.filter((code) => code.codable && (branch.get(code.guid) ?? 0) === 0).map(({ guid }) => guid),
    alike,
  };
}

/** Same words in any order, or one letter in eight apart; names under five letters must be equal. */
export function isAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b || sortedWords(a) === sortedWords(b)) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false; // `Indikator 1` and `Indikator 2` are meant to differ.
  const allowed = Math.floor(Math.min(a.length, b.length) / 8) + (Math.min(a.length, b.length) >= 5 ? 1 : 0);
  return allowed > 0 && Math.abs(a.length - b.length) <= allowed && editDistance(a, b, allowed) <= allowed;
}

function plainName(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sortedWords(name: string): string {
  return name.split(' ').sort().join(' ');
}

/** Levenshtein's distance, given up where it must exceed the limit. */
function editDistance(a: string, b: string, limit: number): number {
  let former = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (former[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (former[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    former = row;
  }
  return former[b.length] ?? 0;
}
