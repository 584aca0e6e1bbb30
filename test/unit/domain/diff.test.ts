// DF rules of SPEC.md: differences are exact, small and shown in line.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences, shownDifference, splicesBetween } from '../../../src/shared/domain/diff.ts';
import { comparedRows, type ComparedRow } from '../../../src/shared/domain/diff-rows.ts';
import { applySplices } from '../../../src/shared/domain/segments.ts';
import { splitsCharacter } from '../../../src/shared/domain/text.ts';
import { randomOf } from '../../support/project.ts';

const word = fc.constantFrom(
  'a',
  'b',
  'ya',
  'tidak',
  ' ',
  ' ',
  ', ',
  '\n',
  '\n\n',
  '😀',
  '👩‍👧',
  'سلام',
  'ꦲꦏ꧀',
  'Ibu:',
  '\u2028',
);
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));

describe('DF1: differences', () => {
  test('together make up both texts; equal and different stretches take turns', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const all = differences(before, after);
        expect(all.map((one) => before.slice(...one.before)).join('')).toBe(before);
        expect(all.map((one) => after.slice(...one.after)).join('')).toBe(after);
        for (const one of all) {
          if (one.same) expect(before.slice(...one.before)).toBe(after.slice(...one.after));
          expect(splitsCharacter(before, one.before[0]) || splitsCharacter(after, one.after[0])).toBe(false);
        }
        for (const [index, one] of all.entries()) expect(one.same).not.toBe(all[index - 1]?.same);
      }),
      { numRuns: 500 },
    );
  });

  test('a word put in, taken out or replaced is one difference', () => {
    expect(splicesBetween('kami tidak tahu', 'kami tahu')).toEqual([{ at: 5, remove: 6, insert: '' }]);
    expect(splicesBetween('kami tahu', 'kami tidak tahu')).toEqual([{ at: 5, remove: 0, insert: 'tidak ' }]);
    expect(splicesBetween('aplikasi itu, ya, lambat', 'aplikasi ini, ya, lambat')).toEqual([
      { at: 9, remove: 3, insert: 'ini' },
    ]);
  });

  test('a word is kept rather than a blank', () => {
    expect(splicesBetween('sulit sekali', 'sangat sulit')).toEqual([
      { at: 5, remove: 7, insert: '' },
      { at: 0, remove: 0, insert: 'sangat ' },
    ]);
  });

  test('the shortest edit is found among repeated words', () => {
    const before = 'a b c a b b a'.split(' ');
    const after = 'c b a b a c'.split(' ');
    const kept = differences(before.join(' '), after.join(' '))
      .filter(({ same }) => same)
      .reduce((sum, { before: [from, to] }) => sum + to - from, 0);
    expect(kept).toBeGreaterThanOrEqual('b a b a'.length);
  });
});

describe('DF2: splices between two texts', () => {
  test('lead from one to the other, from the back to the front', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splices = splicesBetween(before, after);
        expect(applySplices(before, splices)).toBe(after);
        splices.reduce((above, { at, remove }) => {
          expect(at + remove).toBeLessThan(above);
          return at;
        }, Number.MAX_SAFE_INTEGER);
      }),
      { numRuns: 500 },
    );
  });

  test('a change in every paragraph of a long text stays a change of those words', () => {
    const random = randomOf(7);
    const words = ['kami', 'sering', 'melihat', 'data', 'yang', 'tidak', 'lengkap', 'di', 'kantor'];
    const paragraph = (index: number): string =>
      `Informan: ${Array.from({ length: 30 }, () => random.pick(words)).join(' ')} e-gov ${index % 7}`;
    const before = Array.from({ length: 3000 }, (_, index) => paragraph(index)).join('\n');
    const after = before.replaceAll('e-gov', 'SPBE');
    const splices = splicesBetween(before, after);
    expect(applySplices(before, splices)).toBe(after);
    expect(splices.length).toBeGreaterThanOrEqual(3000);
    expect(splices.reduce((sum, { insert }) => sum + insert.length, 0)).toBeLessThan(3000 * 8);
  });

  test('texts without anything in common are replaced, however long they are', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index % 3}`).join(' ');
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index % 5}`).join('\t');
    expect(applySplices(before, splicesBetween(before, after))).toBe(after);
  });
});

test('DF3: signs between two changes are shown as changed with them', () => {
  const { before, after } = shownDifference('satu dua, tiga empat', 'satu dwi, tri empat');
  expect(before).toEqual([
    { text: 'satu ', changed: false },
    { text: 'dua, tiga', changed: true },
    { text: ' empat', changed: false },
  ]);
  expect(after.map(({ text: words }) => words)).toEqual(['satu ', 'dwi, tri', ' empat']);
});

describe('DF4: texts side by side', () => {
  const side = (rows: readonly ComparedRow[], which: 'left' | 'right'): string =>
    rows
      .filter((row) => (which === 'left' ? row.before : row.after) !== null)
      .map((row) => (row.kind === 'same' ? row.text : row[which].map((part) => part.text).join('')))
      .join('\n');

  test('each paragraph of both texts stands in one row, in order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = comparedRows(before, after);
        expect(side(rows, 'left')).toBe(before);
        expect(side(rows, 'right')).toBe(after);
        const numbers = (of: 'before' | 'after') => rows.map((row) => row[of]).filter((number) => number !== null);
        expect(numbers('before')).toEqual(before.split('\n').map((_, index) => index));
        expect(numbers('after')).toEqual(after.split('\n').map((_, index) => index));
      }),
      { numRuns: 500 },
    );
  });

  test('turns stay beside each other when words in them change and a turn comes between', () => {
    const before = 'Penanya: apa kabar?\nInforman: baik sekali, terima kasih.\nPenanya: sejak kapan?';
    const after =
      'Penanya: apa kabarnya?\nInforman: baik, terima kasih banyak.\nPenanya: silakan duduk.\nPenanya: sejak kapan?';
    expect(comparedRows(before, after).map((row) => [row.kind, row.before, row.after])).toEqual([
      ['changed', 0, 0],
      ['changed', 1, 1],
      ['changed', null, 2],
      ['same', 2, 3],
    ]);
  });

  test('turns of one speaker in one place stand beside each other, though no word is the same', () => {
    const rows = comparedRows('Ana: satu dua tiga\nBudi: empat', 'Ana: lima enam tujuh\nBudi: empat');
    expect(rows.map((row) => [row.before, row.after])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
