import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, rebase } from '../../../src/renderer/editor/transform.ts';
import { applySplices, moveRange, type Range, type Splice } from '../../../src/shared/domain/segments.ts';
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
  test('ED1–ED6: a joined run moves every range as its parts did', () => {
    const run: fc.Arbitrary<readonly Splice[]> = fc.oneof(
      fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }).map(typedRun),
      fc.integer({ min: 2, max: 5 }).map(backspaceRun),
      fc
        .integer({ min: 2, max: 5 })
        .map((count) => Array.from({ length: count }, () => ({ at: 6, remove: 1, insert: '' }))),
    );
    const range = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 8 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(run, range, (splices, coding) => {
        const together = splices.reduce<Splice | null>((before, next) => (before ? joined(before, next) : next), null);
        expect(together).not.toBeNull();
        const apart = splices.reduce<Range>((at, splice) => (at.end > at.start ? moveRange(at, splice) : at), coding);
        const { start, end } = together ? moveRange(coding, together) : coding;
        const isOrphan = apart.start === apart.end;
        expect(isOrphan ? start === end : { start, end }).toEqual(
          isOrphan ? true : { start: apart.start, end: apart.end },
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('ED4: a deletion and what is typed in its place stay apart', () => {
    expect(joined({ at: 3, remove: 2, insert: '' }, { at: 3, remove: 0, insert: 'x' })).toBeNull();
  });
});

function typedRun(parts: readonly string[]): readonly Splice[] {
  let at = 6;
  return parts.map((insert) => {
    const splice = { at, remove: 0, insert };
    at += insert.length;
    return splice;
  });
}

function backspaceRun(count: number): readonly Splice[] {
  return Array.from({ length: count }, (_, index) => ({ at: 9 - index, remove: 1, insert: '' }));
}
