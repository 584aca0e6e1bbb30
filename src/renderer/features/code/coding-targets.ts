// Which codings a command is about: those chosen in the list, or the active one.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { runsOf } from '../../../shared/domain/codings.ts';

export type CodingState = { readonly codingId: Guid | null; readonly chosen: readonly Guid[] };

/** A coding pressed in the text takes the place of what was chosen in the list. */
export function targetsOf(
  codings: readonly PlacedCoding[],
  { codingId, chosen }: CodingState,
): readonly PlacedCoding[] {
  const wanted = new Set(codingId !== null && !chosen.includes(codingId) ? [codingId] : chosen);
  return wanted.size === 0 ? [] : codings.filter(({ guid }) => wanted.has(guid));
}

export type Joining = {
  readonly codings: readonly PlacedCoding[];
  /** Words between them would be coded too. */
  readonly acrossWords: boolean;
};

/**
 * What joining means (SJ3): the chosen ones among each other; a single one with those of its code that it meets, or
 * with the nearest of them.
 * @returns null where there is no other
 */
export function joiningOf(
  codings: readonly PlacedCoding[],
  targets: readonly PlacedCoding[],
  text: string,
): Joining | null {
  const [first] = targets;
  if (!first) return null;
  const isAlike = (other: PlacedCoding): boolean =>
    other.code === first.code && other.coder === first.coder && other.state !== 'orphaned';
  if (targets.length > 1) {
    const alike = targets.filter(isAlike);
    const isApart = alike.length === targets.length && runsOf(text, alike).length === alike.length;
    return { codings: targets, acrossWords: isApart };
  }
  const others = codings.filter(isAlike);
  const run = runsOf(text, others).find((members) => members.includes(first)) ?? [];
  if (run.length > 1) return { codings: run, acrossWords: false };
  const nearest = others
    .filter(({ guid }) => guid !== first.guid)
    .toSorted((a, b) => gapBetween(first, a) - gapBetween(first, b))[0];
  return nearest ? { codings: [first, nearest], acrossWords: true } : null;
}

/**
 * The coding a cut at an offset is meant for: the active one where it holds the place, else the shortest that does.
 */
export function codingToSplit(codings: readonly PlacedCoding[], active: Guid | null, at: number): PlacedCoding | null {
  const holding = codings.filter(({ start, end }) => start < at && at < end);
  const own = holding.find(({ guid }) => guid === active);
  return own ?? holding.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** A tenth more or less, within 0 to 100; no weight counts as 0. */
export function nextWeight(weight: number | null, by: number): number {
  return Math.min(100, Math.max(0, (weight ?? 0) + by));
}

function gapBetween(a: Range, b: Range): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end);
}
