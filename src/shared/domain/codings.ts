// Where codings stand after they were split or joined. Rules SJ1–SJ5 of SPEC.md.

import type { Range } from './segments.ts';

/**
 * SJ1: the two ranges that a cut leaves. Blanks at the cut belong to neither.
 * @param at offset of the cut, between two characters of the range
 * @returns null where a part would hold nothing but blanks
 */
export function splitRange(text: string, { start, end }: Range, at: number): readonly [Range, Range] | null {
  if (at <= start || at >= end) return null;
  let firstEnd = at;
  while (firstEnd > start && isBlank(text, firstEnd - 1)) firstEnd -= 1;
  let secondStart = at;
  while (secondStart < end && isBlank(text, secondStart)) secondStart += 1;
  if (firstEnd === start || secondStart === end) return null;
  return [
    { start, end: firstEnd },
    { start: secondStart, end },
  ];
}

/**
 * SJ3: sorts ranges into runs whose members overlap, touch, or have nothing but blanks between them.
 * @param text null joins over words too: all ranges are one run then
 * @returns runs in order of the text, each in order of starts; a longer range comes before a shorter one
 */
export function runsOf<Placed extends Range>(
  text: string | null,
  ranges: readonly Placed[],
): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  let reach = 0;
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const run = runs.at(-1);
    if (run && (text === null || range.start <= reach || isBlankBetween(text, reach, range.start))) run.push(range);
    else runs.push([range]);
    reach = runs.at(-1)?.length === 1 ? range.end : Math.max(reach, range.end);
  }
  return runs;
}

/** From the first start to the furthest end. @param ranges at least one */
export function spanOf(ranges: readonly Range[]): Range {
  // Not by spreading: a run may have more members than a call takes arguments.
  return ranges.reduce((span, { start, end }) => ({
    start: Math.min(span.start, start),
    end: Math.max(span.end, end),
  }));
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isBlank(text, at)) return false;
  return true;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? '');
}
