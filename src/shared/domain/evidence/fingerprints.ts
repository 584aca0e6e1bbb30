// What was judged against what is there now. Marks are never stored: they follow from the comparison, so an undo that
// brings the former words back clears them by itself.

/** What a piece of evidence stood for when it was judged: small and readable, so that it can also be shown. */
export type Judged = Readonly<Record<string, string | number | boolean | null>>;

/**
 * `sound`: as it was judged. `changed`: other words, another code, another state. `gone`: its target is not there.
 */
export type EvidenceMark = 'sound' | 'changed' | 'gone';

/** One text for equal content, whatever the order of its fields. */
export function fingerprintOf(judged: Judged): string {
  return JSON.stringify(Object.fromEntries(Object.entries(judged).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** What was judged, read back; null where it is no fingerprint of fields. */
export function judgedOf(fingerprint: string | null): Judged | null {
  if (fingerprint === null) return null;
  try {
    const value: unknown = JSON.parse(fingerprint);
    return isJudged(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * @param judged the fingerprint that was stored; null where nobody has judged yet, which is as good as changed
 * @param present the fingerprint of what is there now; null where it is gone
 */
export function markOf(judged: string | null, present: string | null): EvidenceMark {
  if (present === null) return 'gone';
  if (judged === null) return 'changed';
  if (judged === present) return 'sound';
  const [before, now] = [judgedOf(judged), judgedOf(present)];
  return before && now && fingerprintOf(before) === fingerprintOf(now) ? 'sound' : 'changed';
}

/**
 * A short name for many parts, whatever their order: the codings behind a cell, the cells of a row. 64 bits.
 * @param parts each with what counts of it, such as a guid and a fingerprint
 */
export function digestOf(parts: Iterable<string>): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  const add = (unit: number): void => {
    low = Math.imul(low ^ unit, 2_654_435_761);
    high = Math.imul(high ^ unit, 1_597_334_677);
  };
  for (const part of [...parts].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    for (let at = 0; at < part.length; at += 1) add(part.charCodeAt(at));
    // Else "ab" + "c" were "a" + "bc".
    add(0x1_00_00);
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}

function isJudged(value: unknown): value is Judged {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((field) => field === null || ['string', 'number', 'boolean'].includes(typeof field))
  );
}
