// Word frequency, TF·IDF and keyness, by hand and by what must always hold.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyness, wordMeasures } from '../../../src/shared/domain/search/measures.ts';
import { isStopWord } from '../../../src/shared/domain/search/stop-words.ts';

const counts = (text: string) => {
  const found = new Map<string, number>();
  for (const word of text.split(' ')) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
};

test('TF is the count, IDF ln(N/df) without smoothing', () => {
  const [data, desa] = wordMeasures([counts('data data desa'), counts('data')], null);
  expect(data).toEqual({ word: 'data', count: 3, documents: 2, share: 0.75, tfidf: 0, keyness: null });
  expect(desa).toMatchObject({ word: 'desa', count: 1, documents: 1, share: 0.25 });
  expect(desa?.tfidf).toBeCloseTo(Math.log(2), 12);
});

test('keyness by the formula: 10 of 100 words against 5 of 200', () => {
  // E = 100·15/300 = 5 and 200·15/300 = 10; G² = 2(10 ln 2 + 5 ln ½) = 10 ln 2.
  expect(keyness(10, 100, 5, 200)).toBeCloseTo(10 * Math.log(2), 12);
  expect(keyness(5, 200, 10, 100)).toBeCloseTo(-10 * Math.log(2), 12);
  expect(keyness(3, 30, 10, 100)).toBeCloseTo(0, 12);
});

test('keyness is never NaN, turns its sign with the corpora, and is 0 only for equal shares', () => {
  const size = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(size, size, fc.nat(10_000), fc.nat(10_000), (a, b, x, y) => {
      const [here, there] = [Math.min(x, a), Math.min(y, b)];
      const value = keyness(here, a, there, b);
      expect(value).not.toBeNaN();
      expect(keyness(there, b, here, a)).toBeCloseTo(-value, 6);
      if (here * b > there * a) expect(value).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('words that say little, in two languages', () => {
  expect(['yang', 'the', 'desa'].map((word) => isStopWord(word, 'both'))).toEqual([true, true, false]);
  expect([isStopWord('yang', 'en'), isStopWord('the', 'id'), isStopWord('yang', 'none')]).toEqual([
    false,
    false,
    false,
  ]);
});
