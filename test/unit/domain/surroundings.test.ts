// The words around a quotation, as quotation lists and reports show them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { surroundingsOf } from '../../../src/shared/domain/surroundings.ts';

const text = 'Sejak itu, semua menunggu disposisi. Kami rapat tiap Senin; hasilnya dicatat bersama, lalu dibagikan.';
const around = (words: string, most: number) => {
  const start = text.indexOf(words);
  return surroundingsOf(text, { start, end: start + words.length }, most);
};

describe('surroundings of a passage', () => {
  test('are whole where they fit', () => {
    expect(around('rapat', 1000)).toEqual({
      before: 'Sejak itu, semua menunggu disposisi. Kami ',
      after: ' tiap Senin; hasilnya dicatat bersama, lalu dibagikan.',
    });
  });

  test('are cut between words, with an ellipsis, and begin with no punctuation', () => {
    // 14 units back lies within “disposisi”, 10 ahead within “Senin”.
    expect(around('rapat', 14)).toEqual({ before: '…Kami ', after: ' tiap Senin…' });
    expect(around('rapat', 10)).toEqual({ before: '…Kami ', after: ' tiap…' });
    // A word that fits exactly is not dropped, and a comma before the cut goes.
    expect(around('semua', 5)).toEqual({ before: '…itu, ', after: '…' });
    expect(around('dicatat', 9)).toEqual({ before: '…hasilnya ', after: ' bersama…' });
  });

  test('keep the full stop of a sentence that ends at the cut', () => {
    expect(around('menunggu', 14).after).toBe(' disposisi. …');
  });

  test('of a script without spaces are cut between characters', () => {
    expect(surroundingsOf('漢字😀漢字漢字漢字漢', { start: 6, end: 7 }, 3)).toEqual({
      before: '…😀漢字',
      after: '字漢字…',
    });
  });

  test('are words of the text that touch the passage, no longer than wanted', () => {
    const words = fc
      .array(fc.constantFrom('kata', 'a', '😀', ', ', '. ', ' ', '\n', '“', '”', '('), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 40 }), (whole, first, second, most) => {
        const [start = 0, end = 0] = [first % (whole.length + 1), second % (whole.length + 1)].toSorted(
          (a, b) => a - b,
        );
        const { before, after } = surroundingsOf(whole, { start, end }, most);
        const [bare, rest] = [before.replace(/^…/, ''), after.replace(/ ?…$/, '')];
        expect(whole.slice(0, start).endsWith(bare)).toBe(true);
        expect(whole.slice(end).startsWith(rest)).toBe(true);
        expect(Math.max(bare.length, rest.length)).toBeLessThanOrEqual(most + 1);
        if (before.startsWith('…')) expect(bare).not.toMatch(/^[\s,.;”]/);
      }),
    );
  });
});
