// How codes spread over documents, and how many were new in each: the picture of saturation.

import type { CodingColumns } from './codings.ts';

/** A code in a document, and how many codings say so. All three by place. */
export type Spread = readonly (readonly [code: number, document: number, codings: number])[];

/** A step of the curve: one document, in the order of collection. */
export type SaturationStep = {
  readonly document: number;
  /** Codes met here for the first time, ascending. */
  readonly fresh: readonly number[];
  /** Different codes met so far. */
  readonly met: number;
};

/** Cells with at least one coding, by document and then by code. */
export function spreadOf({ code, document }: Pick<CodingColumns, 'code' | 'document'>, codes: number): Spread {
  const counts = new Map<number, number>();
  for (let row = 0; row < code.length; row += 1) {
    const key = (document[row] ?? 0) * codes + (code[row] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => a - b).map(([key, n]) => [key % codes, Math.floor(key / codes), n]);
}

/**
 * The new codes of each document (Guest, Bunce & Johnson 2006: new information per interview, in the order of
 * collection). A curve that has gone flat says that these documents, coded this way, bring nothing new; whether that
 * is saturation is for the researcher to say.
 * @param order documents by place, in the order of collection; documents left out count for nothing
 */
export function saturation(spread: Spread, order: readonly number[]): readonly SaturationStep[] {
  const codesOf = new Map<number, number[]>();
  for (const [code, document] of spread) {
    const codes = codesOf.get(document);
    if (codes) codes.push(code);
    else codesOf.set(document, [code]);
  }
  const met = new Set<number>();
  return order.map((document) => {
    const fresh = (codesOf.get(document) ?? []).filter((code) => !met.has(code)).toSorted((a, b) => a - b);
    for (const code of fresh) met.add(code);
    return { document, fresh, met: met.size };
  });
}

/** By day of collection; those without a day after all others, each in the order they stand in. */
export function collectionOrder(days: readonly (string | null)[]): readonly number[] {
  const last = '\u{10ffff}';
  const day = (place: number): string => days[place] ?? last;
  return days.map((_, place) => place).toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
}
