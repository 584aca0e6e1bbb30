// SG and ED rules of SPEC.md on the pure functions.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applySplices,
  differenceOf,
  invertSplices,
  moveRange,
  moveRangeThrough,
  overlapLength,
} from '../../../src/shared/domain/segments.ts';
import {
  canonicalText,
  paragraphAt,
  paragraphStartsOf,
  recomposition,
  snapToCharacters,
  splitsCharacter,
} from '../../../src/shared/domain/text.ts';

const range = { start: 10, end: 20 };
const splice = (at: number, remove: number, insert: string) => ({ at, remove, insert });

describe('moveRange', () => {
  test.each([
    ['ED1 text added at the right edge does not join', splice(20, 0, 'xy'), { start: 10, end: 20, fate: 'kept' }],
    ['ED1 a change behind', splice(25, 3, ''), { start: 10, end: 20, fate: 'kept' }],
    ['ED2 text added at the left edge does not join', splice(10, 0, 'xy'), { start: 12, end: 22, fate: 'shifted' }],
    ['ED2 a removal in front', splice(2, 5, 'a'), { start: 6, end: 16, fate: 'shifted' }],
    ['ED3 an insertion inside widens', splice(15, 0, 'xy'), { start: 10, end: 22, fate: 'touched' }],
    ['ED4 retyping exactly the passage keeps it', splice(10, 10, 'new'), { start: 10, end: 13, fate: 'touched' }],
    ['ED5 a replacement inside', splice(12, 3, 'x'), { start: 10, end: 18, fate: 'touched' }],
    ['ED5 a replacement that begins at the start', splice(10, 3, 'x'), { start: 10, end: 18, fate: 'touched' }],
    ['ED5 a replacement that reaches the end', splice(17, 3, 'x'), { start: 10, end: 18, fate: 'touched' }],
    ['ED5 cut at the left', splice(5, 8, 'xy'), { start: 7, end: 14, fate: 'touched' }],
    ['ED5 cut at the right', splice(18, 8, 'xy'), { start: 10, end: 18, fate: 'touched' }],
    ['ED6 swallowed', splice(5, 20, 'xy'), { start: 5, end: 5, fate: 'orphaned' }],
    ['ED6 removed exactly', splice(10, 10, ''), { start: 10, end: 10, fate: 'orphaned' }],
  ])('%s', (_, change, wanted) => {
    expect(moveRange(range, change)).toEqual(wanted);
  });

  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  const edited = text.chain((source) =>
    fc.record({
      source: fc.constant(source),
      a: fc.nat(source.length),
      b: fc.nat(source.length),
      at: fc.nat(source.length),
      remove: fc.nat(12),
      insert: fc.string({ unit: 'binary', maxLength: 6 }),
    }),
  );

  test('ED9: a range that was not touched has the words it had', () => {
    fc.assert(
      fc.property(edited, ({ source, a, b, at, remove, insert }) => {
        const before = { start: Math.min(a, b), end: Math.max(a, b) };
        const change = splice(at, Math.min(remove, source.length - at), insert);
        const moved = moveRange(before, change);
        const after = applySplices(source, [change]);
        expect(moved.start).toBeLessThanOrEqual(moved.end);
        expect(moved.end).toBeLessThanOrEqual(after.length);
        if (moved.fate === 'kept' || moved.fate === 'shifted') {
          expect(after.slice(moved.start, moved.end)).toBe(source.slice(before.start, before.end));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('ED8, ED10: the inverse splices restore the text and every untouched range', () => {
    fc.assert(
      fc.property(
        edited,
        fc.array(fc.tuple(fc.nat(40), fc.nat(9), fc.string({ maxLength: 5 })), { maxLength: 4 }),
        (first, more) => {
          const { source, a, b } = first;
          const splices = [];
          let current = source;
          for (const [at, remove, insert] of [[first.at, first.remove, first.insert] as const, ...more]) {
            const place = Math.min(at, current.length);
            const change = splice(place, Math.min(remove, current.length - place), insert);
            splices.push(change);
            current = applySplices(current, [change]);
          }
          const inverse = invertSplices(source, splices);
          expect(applySplices(current, inverse)).toBe(source);
          const before = { start: Math.min(a, b), end: Math.max(a, b) };
          const moved = moveRangeThrough(before, splices);
          if (before.start < before.end && (moved.fate === 'kept' || moved.fate === 'shifted')) {
            expect(moveRangeThrough(moved, inverse)).toMatchObject(before);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a splice outside the text is a RangeError', () => {
    expect(() => applySplices('abc', [splice(2, 2, '')])).toThrow(RangeError);
  });
});

describe('differenceOf', () => {
  test('is the one replacement that makes one text of the other, never through a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const change = differenceOf(before, after);
        expect(change === null).toBe(before === after);
        if (!change) return;
        expect(applySplices(before, [change])).toBe(after);
        expect(splitsCharacter(before, change.at)).toBe(false);
        expect(splitsCharacter(before, change.at + change.remove)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

test('overlapLength counts shared characters only', () => {
  expect([overlapLength(range, { start: 20, end: 30 }), overlapLength(range, { start: 15, end: 17 })]).toEqual([0, 2]);
});

describe('canonical text', () => {
  test('T1: NFC, one kind of line end, no byte order mark, no NUL, no lone surrogates', () => {
    expect(canonicalText('\uFEFFe\u0301\r\nb\rc\u0085d\u2029e\0\uD800x\uDC00😀')).toBe('é\nb\nc\nd\ne\uFFFDx\uFFFD😀');
  });

  test('T1: canonical text is canonical already, and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = canonicalText(raw);
        expect(canonicalText(text)).toBe(text.replace(/^\uFEFF/, ''));
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  test('T1: an edit that brings a letter and its mark together ends composed, and the letter takes the mark in', () => {
    const wanted = [{ at: 4, remove: 0, insert: '\u0301' }];
    const edited = applySplices('kafe', wanted);
    const after = recomposition(edited, wanted);
    expect(after).toEqual([
      { at: 4, remove: 1, insert: '' },
      { at: 3, remove: 1, insert: 'é' },
    ]);
    // ED1 and ED4: a coding that ends with the letter ends with the letter that has its mark.
    expect(moveRangeThrough({ start: 0, end: 4 }, [...wanted, ...after])).toEqual({
      start: 0,
      end: 4,
      fate: 'touched',
    });
    expect(recomposition('kafe!', [{ at: 4, remove: 0, insert: '!' }])).toEqual([]);
  });

  test('T1: whatever is edited where, the text is NFC afterwards', () => {
    const letters = fc.constantFrom(
      ...'aeoA가ᄀ',
      '\u1161',
      '\u11A8',
      '\u0301',
      '\u0323',
      '\u0302',
      '😀',
      '\n',
      '\u212B',
    );
    const words = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
    const place = fc.nat(40);
    fc.assert(
      fc.property(words, fc.array(fc.tuple(place, fc.nat(3), words), { maxLength: 4 }), (initial, edits) => {
        let text = initial.normalize('NFC');
        const wanted = edits.map(([near, length, insert]) => {
          const at = snapToCharacters(text, { start: near % (text.length + 1), end: text.length }).start;
          const { end } = snapToCharacters(text, { start: at, end: Math.min(text.length, at + length) });
          const edit = splice(at, end - at, insert);
          text = applySplices(text, [edit]);
          return edit;
        });
        expect(applySplices(text, recomposition(text, wanted))).toBe(text.normalize('NFC'));
      }),
      { numRuns: 2000 },
    );
  });

  test('T1: every character that composes with the one before it is known to', () => {
    const unknown: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const composed = String.fromCodePoint(point);
      const [first = '', ...rest] = composed.normalize('NFD');
      // Those that never come about by composing have no say.
      if (rest.length === 0 || composed.normalize('NFC') !== composed) continue;
      const typed = [{ at: first.length, remove: 0, insert: rest.join('') }];
      const text = applySplices(first, typed);
      if (applySplices(text, recomposition(text, typed)) !== composed) unknown.push(point.toString(16));
    }
    expect(unknown).toEqual([]);
  });

  test('SG2: a selection is widened to whole characters', () => {
    expect(snapToCharacters('a😀b', { start: 2, end: 2 })).toEqual({ start: 1, end: 3 });
    expect(snapToCharacters('a😀b', { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  });

  test('T2: every offset lies in the paragraph that holds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '😀', '\u2028')).map((parts) => parts.join('')),
        (text) => {
          const starts = paragraphStartsOf(text);
          for (let offset = 0; offset <= text.length; offset += 1) {
            expect(paragraphAt(starts, offset)).toBe(text.slice(0, offset).split('\n').length - 1);
          }
        },
      ),
    );
  });
});
