// Ranges and what an edit does to them. Rules SG1–SG4 and ED1–ED9 of SPEC.md.

import { textBuffer } from './text-buffer.ts';

/** Half-open `[start, end)` in UTF-16 code units of the canonical text. */
export type Range = { readonly start: number; readonly end: number };

/** One replacement, in the coordinates of the text it is applied to (ED8). */
export type Splice = { readonly at: number; readonly remove: number; readonly insert: string };

/**
 * What a splice did to a range. `kept` and `shifted` ranges have the same words as before (ED9);
 * a `touched` range may have other words; an `orphaned` one has none left (ED6).
 */
export type Fate = 'kept' | 'shifted' | 'touched' | 'orphaned';

export type Moved = Range & { readonly fate: Fate };

/** ED1–ED6: where a range stands after one splice. */
export function moveRange(range: Range, splice: Splice): Moved {
  const { start, end } = range;
  const at = splice.at;
  const removedEnd = at + splice.remove;
  const added = splice.insert.length;
  const shift = added - splice.remove;
  if (end <= at) return { start, end, fate: 'kept' }; // ED1
  if (start >= removedEnd) return { start: start + shift, end: end + shift, fate: 'shifted' }; // ED2
  if (splice.remove === 0) return { start, end: end + added, fate: 'touched' }; // ED3
  if (start >= at && end <= removedEnd) {
    const replaced = start === at && end === removedEnd && added > 0;
    return replaced
      ? { start: at, end: at + added, fate: 'touched' } // ED4
      : { start: at, end: at, fate: 'orphaned' }; // ED6
  }
  return {
    // ED5
    start: start <= at ? start : at + added,
    end: end >= removedEnd ? end + shift : at,
    fate: 'touched',
  };
}

/** ED8: where a range stands after several splices, each in the coordinates the former ones left. */
export function moveRangeThrough(range: Range, splices: readonly Splice[]): Moved {
  let moved: Moved = { ...range, fate: 'kept' };
  for (const splice of splices) {
    const next = moveRange(moved, splice);
    moved = { start: next.start, end: next.end, fate: worse(moved.fate, next.fate) };
  }
  return moved;
}

/** The text after the splices. @throws RangeError where a splice does not lie inside the text */
export function applySplices(text: string, splices: readonly Splice[]): string {
  if (splices.length > fewSplices) {
    const buffer = textBuffer(text);
    for (const splice of splices) buffer.apply(splice);
    return buffer.text();
  }
  let result = text;
  for (const { at, remove, insert } of splices) {
    if (at < 0 || remove < 0 || at + remove > result.length) {
      throw new RangeError(`splice ${at}+${remove} outside a text of ${result.length}`);
    }
    result = result.slice(0, at) + insert + result.slice(at + remove);
  }
  return result;
}

/**
 * The splices that take an edit back, in the order in which they must be applied (ED10).
 * @param text the text before the edit
 */
export function invertSplices(text: string, splices: readonly Splice[]): readonly Splice[] {
  const inverse: Splice[] = [];
  const buffer = splices.length > fewSplices ? textBuffer(text) : null;
  let current = text;
  for (const splice of splices) {
    const end = splice.at + splice.remove;
    const removed = buffer ? buffer.slice(splice.at, end) : current.slice(splice.at, end);
    inverse.push({ at: splice.at, remove: splice.insert.length, insert: removed });
    if (buffer) buffer.apply(splice);
    else current = applySplices(current, [splice]);
  }
  return inverse.reverse();
}

/** From here on a copy of the text for each splice costs more than a buffer for all. */
const fewSplices = 16;

/**
 * The smallest single replacement that turns one text into the other, or null where they are equal.
 * Whole characters only: the edges never split a surrogate pair.
 */
export function differenceOf(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix -= 1;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix += 1;
  }
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix -= 1;
  return {
    at: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

/** Characters two ranges share; 0 where they are apart or only meet. */
export function overlapLength(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

const order: Readonly<Record<Fate, number>> = { kept: 0, shifted: 1, touched: 2, orphaned: 3 };

function worse(a: Fate, b: Fate): Fate {
  return order[a] >= order[b] ? a : b;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
