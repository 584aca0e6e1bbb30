// SJ1 and SJ3 of SPEC.md: where a cut falls, and which codings make a run.

import { expect, test } from 'vitest';
import { runsOf, spanOf, splitRange } from '../../../src/shared/domain/codings.ts';
import type { Range } from '../../../src/shared/domain/segments.ts';
import { randomOf } from '../../support/project.ts';
import { randomRange, randomText } from '../../support/random-study.ts';

test('SJ1: a cut leaves two ranges without the blanks at it', () => {
  const text = 'satu  dua tiga';
  const whole = { start: 0, end: 14 };
  for (const at of [4, 5, 6]) {
    expect(splitRange(text, whole, at)).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 14 },
    ]);
  }
  expect(splitRange(text, whole, 2)).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 14 },
  ]);
});

test('SJ1: nothing is cut at an edge, outside, or where a part would be blank', () => {
  const text = ' kata  ';
  expect([0, 1, 5, 6, 7, 9].map((at) => splitRange(text, { start: 0, end: 7 }, at))).toEqual(Array(6).fill(null));
  expect(splitRange(text, { start: 1, end: 5 }, 3)).not.toBeNull();
});

test('SJ1, SJ3: what was split is one run, and its span is what it was before (20,000 random cuts)', () => {
  const random = randomOf(77);
  let cuts = 0;
  while (cuts < 20_000) {
    const text = randomText(random, 40);
    const range = randomRange(random, text);
    if (!range) continue;
    cuts += 1;
    const parts = splitRange(text, range, range.start + random.below(range.end - range.start + 1));
    if (!parts) continue;
    expect(parts.map(({ start, end }) => text.slice(start, end).trim())).not.toContain('');
    expect(runsOf(text, parts.toReversed())).toEqual([parts]);
    expect(spanOf(parts)).toEqual(range);
  }
});

test('SJ3: runs agree with a slow model that grows them character by character', () => {
  const random = randomOf(78);
  for (let round = 0; round < 3000; round += 1) {
    const text = randomText(random, 60);
    const ranges = Array.from({ length: 1 + random.below(6) }, () => randomRange(random, text)).filter(
      (range) => range !== null,
    );
    const found = runsOf(text, ranges);
    expect(found.flat().toSorted(byPlace)).toEqual(ranges.toSorted(byPlace));
    expect(found.map((run) => spanOf(run))).toEqual(slowSpans(text, ranges));
    if (ranges.length > 0) expect(runsOf(null, ranges)).toHaveLength(1);
  }
});

/** Joins any two that meet, until no two do. */
function slowSpans(text: string, ranges: readonly Range[]): readonly Range[] {
  const spans = [...ranges];
  for (let again = true; again;) {
    again = false;
    for (const [index, one] of spans.entries()) {
      const other = spans.findIndex(
        (span, place) => place > index && text.slice(one.end, span.start).trim() === '' && meets(text, one, span),
      );
      const second = spans[other];
      if (!second) continue;
      spans.splice(other, 1);
      spans[index] = { start: Math.min(one.start, second.start), end: Math.max(one.end, second.end) };
      again = true;
      break;
    }
  }
  return spans.toSorted(byPlace);
}

function meets(text: string, a: Range, b: Range): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return second.start <= first.end || text.slice(first.end, second.start).trim() === '';
}

function byPlace(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end;
}
