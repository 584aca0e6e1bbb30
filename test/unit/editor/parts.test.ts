import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodingLayer, type EditorCoding } from '../../../src/renderer/editor/coding-layer.ts';
import { findIn, hitFrom } from '../../../src/renderer/editor/find.ts';
import { overlapsOf } from '../../../src/renderer/editor/highlights.ts';
import { passageOf } from '../../../src/renderer/editor/passages.ts';
import { spliceBetween } from '../../../src/renderer/editor/splices.ts';
import { TextModel } from '../../../src/renderer/editor/text-model.ts';
import { clusterLengthAfter, clusterLengthBefore, wordLengthBefore } from '../../../src/renderer/editor/units.ts';
import { applySplices, moveRangeThrough, type Range } from '../../../src/shared/domain/segments.ts';
import { editOf, smallText } from './arbitraries.ts';

describe('TextModel', () => {
  test('agrees with the plain text after any replacement of paragraphs', () => {
    const block = fc.tuple(
      fc.nat(20),
      fc.nat(5),
      fc.array(fc.constantFrom('', 'a', 'bc', 'd\u2028e'), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        let lines = ['first'];
        let keys = 0;
        const model = new TextModel([{ key: 'k', text: 'first' }]);
        for (const [at, size, texts] of blocks) {
          const from = at % lines.length;
          const count = Math.min(size, lines.length - from);
          const next = lines.length - count + texts.length === 0 ? ['rest'] : texts;
          const entries = next.map((text) => ({ key: `n${(keys += 1)}`, text }));
          lines = lines.toSpliced(from, count, ...next);
          model.replace(from, count, entries);
        }
        const text = lines.join('\n');
        expect([model.text(), model.length, model.size]).toEqual([text, text.length, lines.length]);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const point = model.pointAt(offset);
          expect(model.offsetOf(point.key, point.offset)).toBe(offset);
          expect(model.slice(offset, offset + 5)).toBe(text.slice(offset, offset + 5));
        }
      }),
    );
  });
});

describe('spliceBetween', () => {
  test('typing between equal letters goes to the caret, not to the end of the run (ED1, ED3)', () => {
    expect(spliceBetween('aaaa', 'aaaaa', { selection: { start: 1, end: 1 }, caret: 2 })).toEqual({
      at: 1,
      remove: 0,
      insert: 'a',
    });
    expect(spliceBetween('aaaa', 'aaa', { selection: { start: 2, end: 2 }, caret: 1 })).toEqual({
      at: 1,
      remove: 1,
      insert: '',
    });
    expect(spliceBetween('aaaa', 'aaa', { selection: { start: 2, end: 2 }, caret: 2 })).toEqual({
      at: 2,
      remove: 1,
      insert: '',
    });
  });

  test('ED4: typing over a selection replaces all of it, also where letters stay the same', () => {
    expect(spliceBetween('xaax', 'xabx', { selection: { start: 1, end: 3 }, caret: 3 })).toEqual({
      at: 1,
      remove: 2,
      insert: 'ab',
    });
  });

  test('leads from one text to the other whatever the hints say', () => {
    const hint = fc.option(fc.nat(12));
    fc.assert(
      fc.property(smallText, smallText, hint, hint, hint, (before, after, a, b, caret) => {
        const selection = a === null || b === null ? null : { start: Math.min(a, b), end: Math.max(a, b) };
        const splice = spliceBetween(before, after, { selection, caret });
        expect(splice ? applySplices(before, [splice]) : before).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('CodingLayer', () => {
  const coding = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }), fc.constantFrom('c', 'd', 'e'));
  const codings = fc.array(coding, { maxLength: 30 }).map((rows) =>
    rows.map(([start, length, code], index): EditorCoding => ({
      id: `i${index}`,
      code,
      start,
      end: start + length,
      state: 'kept',
    })),
  );
  const text = 'x'.repeat(42);

  test('ED1–ED9: moves every coding as the rule moves one', () => {
    fc.assert(
      fc.property(codings, editOf(text), (rows, splices) => {
        const layer = new CodingLayer();
        layer.load(rows);
        layer.move(splices);
        const expected = rows
          .map((row) => ({ ...row, ...moveRangeThrough(row, splices) }))
          .filter(({ fate }) => fate !== 'orphaned');
        const place = ({ id, start, end }: EditorCoding): string => `${id} ${start}-${end}`;
        expect(layer.all().map(place).toSorted()).toEqual(expected.map(place).toSorted());
      }),
      { numRuns: 2000 },
    );
  });

  test('finds exactly the codings that meet a window, in order, after any edit', () => {
    fc.assert(
      fc.property(codings, editOf(text), fc.nat(40), fc.nat(20), (rows, splices, start, length) => {
        const layer = new CodingLayer();
        layer.load(rows);
        layer.move(splices);
        const window = { start, end: start + length };
        const met = layer.meeting(window).map((index) => layer.at(index).id);
        const expected = layer.all().filter((row) => row.start < window.end && row.end > window.start);
        expect(met).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 2000 },
    );
  });

  test('no two overlapping codings share a lane, and no lane is spared', () => {
    fc.assert(
      fc.property(codings, (rows) => {
        const layer = new CodingLayer();
        layer.load(rows);
        const all = layer.all();
        const deepest = Math.max(
          0,
          ...Array.from(text, (_, at) => all.filter(({ start, end }) => start <= at && at < end).length),
        );
        expect(layer.laneCount).toBe(deepest);
        for (const a of all) {
          for (const b of all) {
            const overlap = a.id !== b.id && a.lane === b.lane && a.start < b.end && b.start < a.end;
            expect(overlap).toBe(false);
          }
        }
      }),
    );
  });

  test('codes that are not shown take no lane, and those that are close the gap', () => {
    fc.assert(
      fc.property(codings, fc.subarray(['c', 'd', 'e']), (rows, shown) => {
        const layer = new CodingLayer();
        layer.load(rows);
        layer.show((code) => shown.includes(code));
        const alone = new CodingLayer();
        alone.load(rows.filter(({ code }) => shown.includes(code)));
        expect([layer.laneCount, layer.shownCount]).toEqual([alone.laneCount, alone.count]);
        const lanes = (of: CodingLayer): string[] =>
          of
            .all()
            .filter(({ lane }) => lane >= 0)
            .map(({ id, lane }) => `${id} ${lane}`);
        expect(lanes(layer)).toEqual(lanes(alone));
        expect(layer.all().every(({ lane }, index) => lane >= 0 === layer.isShown(index))).toBe(true);
      }),
    );
  });

  test('ED6: orphans are not shown', () => {
    const layer = new CodingLayer();
    layer.load([{ id: 'o', code: 'c', start: 4, end: 4, state: 'orphaned' }]);
    expect(layer.count).toBe(0);
  });
});

describe('overlaps', () => {
  test('are the stretches that at least two codings share', () => {
    const range = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
      .map(([start, size]): Range => ({ start, end: start + size }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
        const overlaps = overlapsOf(ranges);
        for (let at = 0; at < 30; at += 1) {
          const depth = ranges.filter(({ start, end }) => start <= at && at < end).length;
          expect(overlaps.some(({ start, end }) => start <= at && at < end)).toBe(depth >= 2);
        }
      }),
    );
  });
});

describe('find', () => {
  const plain = { matchCase: false, wholeWord: false };

  test('finds over the whole text, across soft breaks, in any letter case', () => {
    const text = 'Gotong royong.\nGOTONG\u2028ROYONG itu gotong-royong?';
    expect(findIn(text, 'gotong royong', plain)).toEqual([
      { start: 0, end: 13 },
      { start: 15, end: 28 },
    ]);
    expect(findIn(text, 'GOTONG', { ...plain, matchCase: true })).toEqual([{ start: 15, end: 21 }]);
  });

  test('a whole word ends at letters of any script', () => {
    expect(findIn('data pendataan données data', 'data', { ...plain, wholeWord: true })).toEqual([
      { start: 0, end: 4 },
      { start: 23, end: 27 },
    ]);
    expect(findIn('سلامات سلام', 'سلام', { ...plain, wholeWord: true })).toEqual([{ start: 7, end: 11 }]);
  });

  test('signs of a pattern mean themselves', () => {
    expect(findIn('a.b (a+b) a.b/[x]', '(a+b)', plain)).toEqual([{ start: 4, end: 9 }]);
    expect(findIn('a.b/[x]', 'b/[x]', plain)).toEqual([{ start: 2, end: 7 }]);
    expect(findIn('a-b \\ c', '-b \\', plain)).toEqual([{ start: 1, end: 5 }]);
    expect(findIn('abc', '', plain)).toEqual([]);
  });

  test('next and previous go round the ends', () => {
    const hits = [2, 10, 20].map((start) => ({ start, end: start + 2 }));
    expect([
      hitFrom(hits, 3, false),
      hitFrom(hits, 21, false),
      hitFrom(hits, 3, true),
      hitFrom(hits, 12, true),
    ]).toEqual([1, 0, 2, 1]);
    expect(hitFrom([], 3, false)).toBe(-1);
  });
});

describe('passageOf', () => {
  test('a triple click does not take the line end, nor any selection the blanks at its edges', () => {
    expect(passageOf('satu\n dua', { anchor: 0, focus: 5 })).toEqual({ start: 0, end: 4 });
    expect(passageOf('satu\n dua ', { anchor: 10, focus: 4 })).toEqual({ start: 6, end: 9 });
    expect(passageOf('a \n b', { anchor: 1, focus: 4 })).toBeNull();
  });

  test('SG2: never ends inside a surrogate pair', () => {
    expect(passageOf('a😀b', { anchor: 2, focus: 4 })).toEqual({ start: 1, end: 4 });
    expect(passageOf('a😀b', { anchor: 2, focus: 0 })).toEqual({ start: 0, end: 3 });
  });
});

describe('one press of a deleting key', () => {
  test('takes whole emoji and flags, but one combining mark at a time backwards', () => {
    expect(clusterLengthBefore('a👩‍👧', 6)).toBe(5);
    expect(clusterLengthBefore('🇮🇩', 4)).toBe(4);
    expect(clusterLengthBefore('xe\u0301\u0323', 4)).toBe(1);
    expect(clusterLengthBefore('ꦏꦶ', 2)).toBe(1);
    expect(clusterLengthAfter('e\u0301x', 0)).toBe(2);
    expect(clusterLengthBefore('', 0)).toBe(0);
  });

  test('takes a word with the blanks behind it', () => {
    expect(wordLengthBefore('kata demi kata  ', 16)).toBe(6);
  });
});
