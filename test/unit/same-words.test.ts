// Texts that differ in their form alone: every place of one is found in the other (T1, ED8).

import { expect, test } from 'vitest';
import { saysTheSame, splicesToSame } from '../../src/main/core/merge/same-words.ts';
import { rangeMover } from '../../src/shared/domain/range-mover.ts';
import { applySplices } from '../../src/shared/domain/segments.ts';

const composed = 'Kafé Zoë – Ångström, Việt Nam, 한국어 🙂';

test('letters with marks of their own, with composed ones, and Korean parts are the same', () => {
  const apart = composed.normalize('NFD');
  expect(saysTheSame(composed, apart)).toBe(true);
  expect(saysTheSame('a', 'b')).toBe(false);
  for (const [from, to] of [
    [apart, composed],
    [composed, apart],
    [`Kafe\u0301 é`, 'Kafé e\u0301'],
  ] as const) {
    const splices = splicesToSame(from, to);
    expect(applySplices(from, splices)).toBe(to);
    const move = rangeMover(splices);
    for (const word of from.match(/\S+/gu) ?? []) {
      const start = from.indexOf(word);
      const moved = move({ start, end: start + word.length });
      expect(to.slice(moved.start, moved.end).normalize('NFC')).toBe(word.normalize('NFC'));
    }
    // Half a word too: a difference behind or before a place does not draw it along.
    const at = from.indexOf('af');
    const half = move({ start: at, end: at + 2 });
    expect(to.slice(half.start, half.end)).toBe('af');
  }
});

test('other words are brought over by their differences', () => {
  expect(applySplices('satu dua tiga', splicesToSame('satu dua tiga', 'satu lima tiga'))).toBe('satu lima tiga');
});
