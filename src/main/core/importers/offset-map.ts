// Places in a text as a reader wrote it, found again in its canonical form.

import { canonicalPiece } from './canonical.ts';

/**
 * Where places of a raw text lie in its canonical text.
 * @param offsets UTF-16 units into `raw`, in any order
 * @param softBreaks as given to `canonicalise`
 */
export function canonicalOffsets(
  raw: string,
  text: string,
  offsets: readonly number[],
  softBreaks: boolean,
): ReadonlyMap<number, number> {
  const places = [...new Set(offsets)].sort((one, other) => one - other);
  if (raw === text) return new Map(places.map((place) => [place, place]));
  const found = new Map<number, number>();
  let from = 0;
  let length = 0;
  for (const place of places) {
    length += canonicalPiece(raw.slice(from, place), softBreaks).length;
    from = place;
    // A letter that composes across a place makes the pieces longer than the whole: never beyond its end.
    found.set(place, Math.min(length, text.length));
  }
  return found;
}
