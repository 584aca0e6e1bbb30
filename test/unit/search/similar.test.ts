// Query by example (Methods, text measures): against values worked out by hand, and the properties it must have.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cosine,
  featuresOf as featuresWithout,
  wantedOf,
  weightsOf,
} from '../../../src/shared/domain/search/similar.ts';
import { isStopWord } from '../../../src/shared/domain/search/stop-words.ts';

const featuresOf = (text: string) => featuresWithout(text, (word) => isStopWord(word, 'both'));

function countsOf(texts: readonly string[]) {
  const having = new Map<string, number>();
  for (const text of texts) {
    for (const feature of featuresOf(text).keys()) having.set(feature, (having.get(feature) ?? 0) + 1);
  }
  return { units: texts.length, having };
}

describe('features', () => {
  test('are words without stop words, and their 3-grams with marked ends', () => {
    expect([...featuresOf('Yang Desa desa')]).toEqual([
      ['w:desa', 2],
      ['g: de', 2],
      ['g:des', 2],
      ['g:esa', 2],
      ['g:sa ', 2],
    ]);
  });

  test('weigh count × ln(N/df); what every unit has weighs nothing', () => {
    const counts = {
      units: 4,
      having: new Map([
        ['w:desa', 1],
        ['w:kota', 4],
      ]),
    };
    const weights = weightsOf(
      new Map([
        ['w:desa', 2],
        ['w:kota', 5],
      ]),
      counts,
    );
    expect([...weights]).toEqual([['w:desa', 2 * Math.log(4)]]);
  });
});

describe('likeness', () => {
  const weights = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.01, max: 10, noNaN: true }))
    .map((all) => new Map(Object.entries(all)));

  test('is symmetric, between 0 and 1, and 1 of a thing with itself', () => {
    fc.assert(
      fc.property(weights, weights, (first, second) => {
        const value = cosine(first, second);
        expect(value).toBeCloseTo(cosine(second, first), 12);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(cosine(first, first)).toBeCloseTo(first.size === 0 ? 0 : 1, 12);
      }),
    );
  });

  test('finds forms of a word with other affixes before words that have nothing in common', () => {
    const texts = ['mengoordinasikan program', 'anggaran belanja', 'koordinasi lintas bidang', 'cuaca cerah'];
    const counts = countsOf(texts);
    const wanted = wantedOf([weightsOf(featuresOf('koordinasi'), counts)], [], []);
    const scores = texts.map((text) => cosine(wanted, weightsOf(featuresOf(text), counts)));
    expect(scores[2]).toBeGreaterThan(scores[0] ?? 1);
    expect(scores[0]).toBeGreaterThan(0.1);
    expect(scores[1]).toBe(0);
    expect(scores[3]).toBe(0);
  });
});

describe('feedback (Rocchio: α 1, β 0.75, γ 0.25)', () => {
  const unit = (feature: string): ReadonlyMap<string, number> => new Map([[feature, 7]]);

  test('adds the mean of the hits and takes away that of the misses, at length 1', () => {
    const wanted = wantedOf([unit('a')], [unit('b'), unit('c')], [unit('a'), unit('d')]);
    expect(wanted.get('a')).toBeCloseTo(1 - 0.25 / 2, 12);
    expect(wanted.get('b')).toBeCloseTo(0.75 / 2, 12);
    expect(wanted.get('c')).toBeCloseTo(0.75 / 2, 12);
    // Below 0 it says nothing of what is wanted.
    expect(wanted.has('d')).toBe(false);
  });

  test('brings what was marked right nearer, and what was marked wrong farther', () => {
    const texts = ['rapat koordinasi bulanan', 'rapat anggaran tahunan', 'rapat koordinasi anggaran', 'hujan deras'];
    const counts = countsOf(texts);
    const vectors = texts.map((text) => weightsOf(featuresOf(text), counts));
    const sample = weightsOf(featuresOf('rapat'), counts);
    const before = vectors.map((each) => cosine(wantedOf([sample], [], []), each));
    const after = vectors.map((each) => cosine(wantedOf([sample], vectors.slice(0, 1), vectors.slice(1, 2)), each));
    expect(after[0]).toBeGreaterThan(before[0] ?? 1);
    expect((after[1] ?? 1) / (after[0] ?? 1)).toBeLessThan((before[1] ?? 0) / (before[0] ?? 1));
  });
});
