// From what a person selected to the passage that is meant.

import type { Range } from '../../shared/domain/segments.ts';
import { snapToCharacters } from '../../shared/domain/text.ts';

/** A selection in offsets; `anchor` is where it began, so a backward one has its focus first. */
export type Selected = { readonly anchor: number; readonly focus: number };

/** Start and end, whichever way it was drawn. */
export function rangeOf({ anchor, focus }: Selected): Range {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/**
 * The passage a selection means: whole characters (SG2), and without the line end and blanks at its edges. A
 * triple click ends at the start of the next paragraph; nobody means to code that line end.
 * @returns null where nothing but blanks is selected
 */
export function passageOf(text: string, selected: Selected): Range | null {
  let { start, end } = snapToCharacters(text, rangeOf(selected));
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? '');
}
