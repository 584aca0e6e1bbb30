// Pages of the file a text came from: where each begins in the text, and how these places follow edits. Rules PG1–PG4
// of SPEC.md.

import type { Range, Splice } from './segments.ts';

/** Offsets at which the pages begin, in order; page 1 first. */
export type PageStarts = readonly number[];

/** The first and the last page of a passage, counted from 1. */
export type PageSpan = { readonly from: number; readonly to: number };

/**
 * Where pages begin after splices (PG2), each splice in the coordinates of the text the ones before it made.
 * @returns `exact` is false where a splice took away words on both sides of a beginning, or right before one: then the
 *   inverse splices alone do not tell where it stood (PG3)
 */
export function movePages(
  starts: PageStarts,
  splices: readonly Splice[],
): { readonly starts: PageStarts; readonly exact: boolean } {
  let exact = true;
  const moved = starts.map((start) => {
    let at = start;
    for (const splice of splices) {
      if (at <= splice.at) continue;
      const end = splice.at + splice.remove;
      if (at <= end) exact = false;
      at = at < end ? splice.at : at + splice.insert.length - splice.remove;
    }
    return at;
  });
  return { starts: moved, exact };
}

/** On which pages a passage stands (PG4); null where the text has no pages. */
export function pagesOfRange(starts: PageStarts | null, { start, end }: Range): PageSpan | null {
  if (starts === null || starts.length === 0) return null;
  const from = pageAt(starts, start);
  return { from, to: Math.max(from, pageAt(starts, Math.max(start, end - 1))) };
}

/** What is known of the pages of a text is usable: in order and inside the text (PG1). */
export function arePages(starts: unknown, length: number): starts is PageStarts {
  return (
    Array.isArray(starts) &&
    starts.every((start, index) => {
      const before: unknown = index === 0 ? 0 : starts[index - 1];
      return Number.isSafeInteger(start) && start >= Number(before) && start <= length;
    })
  );
}

/** The last page that begins at or before an offset: one without text begins where the next does, and holds nothing. */
function pageAt(starts: PageStarts, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
