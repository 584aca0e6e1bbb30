import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Retyping } from '../../../src/renderer/editor/retyping.ts';
import { joined } from '../../../src/renderer/editor/transform.ts';
import { applySplices, moveRangeThrough, type Range, type Splice } from '../../../src/shared/domain/segments.ts';

const text = 'abcdefghijklmnopqrst';

test('ED11: a typed run moves every range as one replacement by the whole, however it is stored', () => {
  const property = fc.property(
    fc.nat(12),
    fc.integer({ min: 1, max: 6 }),
    fc.array(fc.constantFrom('x', 'y', '😀', ' ', '\n', '⌫'), { minLength: 1, maxLength: 8 }),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    (at, size, keys, sent) => {
      const page = new Page({ start: at, end: at + size });
      for (const key of keys) {
        page.press(key);
        // A run that was taken back whole is over: what follows is new text.
        if (page.typed === '') return;
      }
      const whole = { at, remove: size, insert: page.typed };
      const batches: Splice[] = [];
      for (const [index, splice] of page.told.entries()) {
        const together = sent[index] === true ? null : joined(batches.at(-1), splice);
        if (together) batches[batches.length - 1] = together;
        else batches.push(splice);
      }
      expect(applySplices(text, page.told)).toBe(applySplices(text, [whole]));
      for (let start = 0; start < text.length; start += 1) {
        for (let end = start + 1; end <= text.length; end += 1) {
          const range = { start, end };
          const wanted = placeOf(range, [whole]);
          expect(placeOf(range, page.told)).toEqual(wanted);
          expect(placeOf(range, batches)).toEqual(wanted);
        }
      }
    },
  );
  fc.assert(property, { numRuns: 400 });
});

test.each([
  ['another place of the caret', (page: Page) => page.run.caretAt({ start: 2, end: 2 })],
  ['leaving the text', (page: Page) => page.run.end()],
  ['an edit of another window in it', (page: Page) => page.run.follow([{ at: 4, remove: 1, insert: '' }])],
])('ED1: %s ends the run; what follows is not part of the coding', (_, end) => {
  const page = new Page({ start: 4, end: 7 });
  page.press('x');
  end(page);
  page.press('y');
  expect(page.told.at(-1)).toEqual({ at: 5, remove: 0, insert: 'y' });
});

test('an edit of another window before the run moves it', () => {
  const page = new Page({ start: 4, end: 7 });
  page.press('x');
  page.run.follow([{ at: 0, remove: 0, insert: '__' }]);
  page.text = `__${page.text}`;
  page.selected = { start: 7, end: 7 };
  page.press('y');
  expect(page.told.at(-1)).toEqual({ at: 6, remove: 1, insert: 'xy' });
});

test('a first key that is the letter it replaces begins the run', () => {
  const page = new Page({ start: 4, end: 5 });
  page.run.typedAlike(page.selected);
  page.selected = { start: 5, end: 5 };
  page.press('y');
  expect(page.told).toEqual([{ at: 4, remove: 1, insert: 'ey' }]);
});

test('ED1: what is typed with nothing selected stays an insertion', () => {
  const page = new Page({ start: 4, end: 4 });
  page.press('x');
  page.press('y');
  expect(page.told).toEqual([
    { at: 4, remove: 0, insert: 'x' },
    { at: 5, remove: 0, insert: 'y' },
  ]);
});

/** A text with a caret, and keys. */
class Page {
  readonly run = new Retyping();
  readonly told: Splice[] = [];
  text = text;
  typed = '';
  selected: Range;

  constructor(selected: Range) {
    this.selected = selected;
  }

  press(key: string): void {
    const splice = this.#meant(key);
    this.typed = key === '⌫' ? [...this.typed].slice(0, -1).join('') : this.typed + key;
    this.told.push(...this.run.tell([splice], this.selected, (start, end) => this.text.slice(start, end)));
    this.text = applySplices(this.text, [splice]);
    const caret = splice.at + splice.insert.length;
    this.selected = { start: caret, end: caret };
  }

  #meant(key: string): Splice {
    const { start, end } = this.selected;
    if (key !== '⌫') return { at: start, remove: end - start, insert: key };
    const last = end > start ? end - start : ([...this.typed].at(-1)?.length ?? 1);
    return { at: end > start ? start : start - last, remove: last, insert: '' };
  }
}

function placeOf(range: Range, splices: readonly Splice[]): Range {
  const { start, end } = moveRangeThrough(range, splices);
  return { start, end };
}
