import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, rebase } from '../../../src/renderer/editor/transform.ts';
import { applySplices, moveRangeThrough, type Range, type Splice } from '../../../src/shared/domain/segments.ts';
import { editOf } from './arbitraries.ts';

describe('rebase', () => {
  test('both orders of two edits end in the same text', () => {
    const property = fc.property(
      fc.string({ maxLength: 20 }).chain((text) => fc.tuple(fc.constant(text), editOf(text), editOf(text))),
      ([text, first, second]) => {
        const rebased = rebase(first, second);
        const firstThenSecond = applySplices(applySplices(text, first), rebased.second);
        const secondThenFirst = applySplices(applySplices(text, second), rebased.first);
        expect(firstThenSecond).toBe(secondThenFirst);
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });

  test('an edit behind an empty one does to the text what it did', () => {
    const property = fc.property(
      fc.string({ maxLength: 20 }).chain((text) => fc.tuple(fc.constant(text), editOf(text))),
      ([text, edit]) => {
        expect(applySplices(text, rebase([], edit).second)).toBe(applySplices(text, edit));
      },
    );
    fc.assert(property, { numRuns: 1000 });
  });

  test('ED8: an edit behind an empty one moves every range as it did', () => {
    const property = fc.property(
      fc.string({ minLength: 4, maxLength: 20 }).chain((text) => fc.tuple(editOf(text), anyRange)),
      ([edit, range]) => {
        expect(placeAfter(range, rebase([], edit).second)).toEqual(placeAfter(range, edit));
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });

  test('ED6: words removed and then typed anew behind an edit elsewhere stay a removal and an insertion', () => {
    const typed = [
      { at: 3, remove: 4, insert: '' },
      { at: 3, remove: 0, insert: 'baru' },
    ];
    const { second } = rebase([{ at: 0, remove: 0, insert: 'xy' }], typed);
    expect(second).toEqual(typed.map((splice) => ({ ...splice, at: splice.at + 2 })));
  });

  test('what the other edit removed is not removed twice, and insertions into it survive', () => {
    const removed: readonly Splice[] = [{ at: 2, remove: 6, insert: '' }];
    const typed: readonly Splice[] = [
      { at: 4, remove: 2, insert: 'xy' },
      { at: 6, remove: 0, insert: '!' },
    ];
    const { second } = rebase(removed, typed);
    expect(applySplices(applySplices('abcdefghij', removed), second)).toBe('abxy!ij');
  });
});

describe('joined', () => {
  test('ED8, ED11: where two splices are joined, every range moves as by one after the other', () => {
    let together = 0;
    const property = fc.property(twoSplices, anyRange, ([before, next], range) => {
      const one = joined(before, next);
      if (!one) return;
      together += 1;
      expect(placeAfter(range, [one])).toEqual(placeAfter(range, [before, next]));
      const text = 'abcdefghijklmnopqrst';
      expect(applySplices(text, [one])).toBe(applySplices(text, [before, next]));
    });
    fc.assert(property, { numRuns: 50_000 });
    expect(together).toBeGreaterThan(2000);
  });

  test('ED4: a deletion and what is typed in its place stay apart', () => {
    expect(joined({ at: 3, remove: 2, insert: '' }, { at: 3, remove: 0, insert: 'x' })).toBeNull();
  });
});

/** Splices close together in a text of twenty units, so that many of them meet. */
const twoSplices = fc
  .record({
    at: fc.nat(8),
    remove: fc.nat(4),
    insert: fc.constantFrom('', '', 'x', 'yz', 'uvw'),
    apart: fc.integer({ min: -3, max: 3 }),
    remove2: fc.constantFrom(0, 0, 1, 2, 3),
    insert2: fc.constantFrom('', '', 'p', 'qr'),
  })
  .map(({ at, remove, insert, apart, remove2, insert2 }): readonly [Splice, Splice] => [
    { at, remove, insert },
    { at: Math.max(0, at + apart), remove: remove2, insert: insert2 },
  ]);

/** Also places without words, where orphans stand (ED6). */
const anyRange: fc.Arbitrary<Range> = fc.tuple(fc.nat(12), fc.nat(8)).map(([start, length]) => ({
  start,
  end: start + length,
}));

function placeAfter(range: Range, splices: readonly Splice[]): Range {
  const { start, end } = moveRangeThrough(range, splices);
  return { start, end };
}
