// PG1–PG4 of SPEC.md: pages follow edits, are taken back exactly, and tell where a passage stands.

import { expect, test } from 'vitest';
import { arePages, movePages, pagesOfRange } from '../../../src/shared/domain/pages.ts';
import { applySplices, invertSplices } from '../../../src/shared/domain/segments.ts';
import { randomOf } from '../../support/project.ts';
import { randomSplice, randomText } from '../../support/random-study.ts';

test('PG4: a passage is on the page of its first character, up to that of its last', () => {
  const starts = [0, 10, 10, 20];
  expect(pagesOfRange(starts, { start: 0, end: 10 })).toEqual({ from: 1, to: 1 });
  expect(pagesOfRange(starts, { start: 9, end: 11 })).toEqual({ from: 1, to: 3 });
  expect(pagesOfRange(starts, { start: 10, end: 20 })).toEqual({ from: 3, to: 3 });
  expect(pagesOfRange(starts, { start: 20, end: 20 })).toEqual({ from: 4, to: 4 });
  expect(pagesOfRange([5], { start: 0, end: 2 })).toEqual({ from: 1, to: 1 });
  expect(pagesOfRange(null, { start: 0, end: 2 })).toBeNull();
});

test('PG2: what is put in where a page begins is on it; a removed beginning stands where its words stood', () => {
  expect(movePages([0, 10], [{ at: 10, remove: 0, insert: 'ab' }])).toEqual({ starts: [0, 10], exact: true });
  expect(movePages([0, 10], [{ at: 9, remove: 0, insert: 'ab' }])).toEqual({ starts: [0, 12], exact: true });
  expect(movePages([0, 10], [{ at: 8, remove: 4, insert: 'ab' }])).toEqual({ starts: [0, 8], exact: false });
  expect(movePages([0, 10], [{ at: 8, remove: 2, insert: 'abc' }])).toEqual({ starts: [0, 11], exact: false });
});

test('PG2, PG3: stays in order inside the text, and where it is exact the inverse takes it back (20,000 random edits)', () => {
  const random = randomOf(77);
  let exactOnes = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const text = randomText(random, 60);
    const starts = [0, ...Array.from({ length: 4 }, () => random.below(text.length + 1))].sort(
      (one, other) => one - other,
    );
    const splices = [randomSplice(random, text, starts)];
    const after = applySplices(text, splices);
    const moved = movePages(starts, splices);
    expect(arePages(moved.starts, after.length)).toBe(true);
    if (!moved.exact) continue;
    exactOnes += 1;
    expect(movePages(moved.starts, invertSplices(text, splices))).toEqual({ starts, exact: true });
  }
  expect(exactOnes).toBeGreaterThan(5000);
});

test('PG1: beginnings out of order or outside the text are no pages', () => {
  expect(arePages([0, 3, 3, 9], 9)).toBe(true);
  for (const wrong of [[3, 2], [0, 10], [-1], [0.5], ['0'], {}, null]) expect(arePages(wrong, 9)).toBe(false);
});
