// ED8 for thousands of splices: the fast ways give what one after the other gives.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeMover } from '../../../src/shared/domain/range-mover.ts';
import { applySplices, invertSplices, moveRangeThrough, type Splice } from '../../../src/shared/domain/segments.ts';
import { textBuffer } from '../../../src/shared/domain/text-buffer.ts';

const text = '0123456789abcdefghijklmnopqrstuvwxyz'.repeat(3);

/** Splices up or down the text, or all about it; some touch. */
const edits = fc
  .record({
    cuts: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom('', '', 'x', 'xyz')), {
      minLength: 1,
      maxLength: 40,
    }),
    way: fc.constantFrom('up', 'down', 'mixed'),
  })
  .map(({ cuts, way }) => {
    const ascending: Splice[] = [];
    let at = 0;
    for (const [gap, remove, insert] of cuts) {
      at += gap;
      if (at + remove > text.length) break;
      ascending.push({ at, remove, insert });
      at += remove;
    }
    if (way === 'down') return ascending.toReversed();
    let shift = 0;
    const up = ascending.map((splice) => {
      const moved = { ...splice, at: splice.at + shift };
      shift += splice.insert.length - splice.remove;
      return moved;
    });
    return way === 'up' ? up : [...up, ...up.slice(0, 3).toReversed(), ...up.slice(0, 12)];
  })
  .filter((splices) => {
    let length = text.length;
    return splices.every(({ at, remove, insert }) => {
      const inside = at + remove <= length;
      length += insert.length - remove;
      return inside;
    });
  });

function oneByOne(splices: readonly Splice[]): string {
  return splices.reduce((so, splice) => applySplices(so, [splice]), text);
}

test('every range stands where one splice after the other puts it, with the same fate', () => {
  fc.assert(
    fc.property(edits, (splices) => {
      const move = rangeMover(splices);
      for (let start = 0; start < 60; start += 1) {
        for (const width of [0, 1, 2, 3, 5, 9, 30]) {
          const range = { start, end: start + width };
          const moved = move(range);
          const wanted = moveRangeThrough(range, splices);
          if (moved.start !== wanted.start || moved.end !== wanted.end || moved.fate !== wanted.fate) {
            expect({ range, moved }).toEqual({ range, moved: wanted });
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('text and inverse are those of one splice after the other', () => {
  fc.assert(
    fc.property(edits, (splices) => {
      const after = oneByOne(splices);
      expect(applySplices(text, splices)).toBe(after);
      expect(applySplices(after, invertSplices(text, splices))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('a buffer holds the text after each splice and gives out any part of it', () => {
  fc.assert(
    fc.property(edits, fc.nat(60), fc.nat(60), (splices, one, other) => {
      const buffer = textBuffer(text);
      let plain = text;
      for (const splice of splices) {
        buffer.apply(splice);
        plain = applySplices(plain, [splice]);
        expect(buffer.length).toBe(plain.length);
        expect(buffer.slice(Math.min(one, other), Math.max(one, other))).toBe(
          plain.slice(Math.min(one, other), Math.max(one, other)),
        );
      }
      expect(buffer.text()).toBe(plain);
    }),
    { numRuns: 200 },
  );
});

test('a splice outside the text is refused', () => {
  expect(() => textBuffer('abc').apply({ at: 2, remove: 2, insert: '' })).toThrow(RangeError);
  expect(() =>
    applySplices(
      'abc',
      Array.from({ length: 20 }, () => ({ at: 4, remove: 0, insert: '' })),
    ),
  ).toThrow(RangeError);
});
