// Places in a text, counted by other programs in code points or bytes, as UTF-16 units.

/** Turns an offset in code points into UTF-16 units; null beyond the end. */
export type PlaceFinder = (offset: number) => number | null;

/** Offsets in code points, as Python and R count. */
export function codePointPlaces(text: string): PlaceFinder {
  // Only texts beyond the first plane need a map.
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => (isPlace(offset) && offset <= text.length ? offset : null);
  const wide: number[] = [];
  let points = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(points);
    points += 1;
  }
  const total = points;
  return (offset) => (isPlace(offset) && offset <= total ? offset + countBelow(wide, offset) : null);
}

/** Offsets in bytes of UTF-8; one within a character is none. */
export function utf8Places(text: string): PlaceFinder {
  const places = new Map<number, number>();
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    places.set(bytes, units);
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    units += character.length;
  }
  places.set(bytes, units);
  return (offset) => places.get(offset) ?? null;
}

function isPlace(offset: number): boolean {
  return Number.isSafeInteger(offset) && offset >= 0;
}

/** How many numbers of a rising list are below a value. */
function countBelow(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
