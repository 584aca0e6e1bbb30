// Widening passages to words, sentences, paragraphs and turns (U2, U3, U6).

import { describe, expect, test } from 'vitest';
import { snapped, type SnapText, snapUnits, wordEdge, widened } from '../../../src/renderer/editor/snap.ts';
import { moveEdge } from '../../../src/renderer/editor/grips.ts';
import { TextModel } from '../../../src/renderer/editor/text-model.ts';
import type { Range } from '../../../src/shared/domain/segments.ts';
import { turnsOf } from '../../../src/shared/domain/turns.ts';
import { randomOf } from '../../support/project.ts';
import { randomRange, randomText } from '../../support/random-study.ts';

const text = [
  'Penanya: Bagaimana kabar warga? Ceritakan.',
  'Narasumber: Mereka pulang-pergi tiap hari. Jauh sekali.',
  'Sinyal hilang.',
  '',
  'Penanya: Lalu?',
  'Narasumber: Ya, begitulah.',
].join('\n');
const source = sourceOf(text);

function sourceOf(words: string): SnapText {
  const entries = words.split('\n').map((line, index) => ({ key: String(index), text: line }));
  return { model: new TextModel(entries), turns: turnsOf(words) };
}
const at = (words: string): Range => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const caret = (words: string, inside = 1): Range => ({
  start: at(words).start + inside,
  end: at(words).start + inside,
});
const slice = ({ start, end }: Range): string => text.slice(start, end);

describe('a caret stands for the unit it is in', () => {
  test.each([
    ['word', 'pulang-pergi'],
    ['sentence', 'Mereka pulang-pergi tiap hari.'],
    ['paragraph', 'Mereka pulang-pergi tiap hari. Jauh sekali.'],
    ['turn', 'Mereka pulang-pergi tiap hari. Jauh sekali.\nSinyal hilang.'],
  ] as const)('%s', (unit, words) => {
    expect(slice(snapped(source, caret('pergi'), unit))).toBe(words);
  });

  test('in a label, the words behind it are meant; at the end of a line, those before it', () => {
    expect(slice(snapped(source, caret('Narasumber'), 'sentence'))).toBe('Mereka pulang-pergi tiap hari.');
    expect(slice(snapped(source, caret('Narasumber'), 'word'))).toBe('Mereka');
    const end = at('Jauh sekali.').end;
    expect(slice(snapped(source, { start: end, end }, 'sentence'))).toBe('Jauh sekali.');
  });

  test('an empty paragraph has no unit', () => {
    const empty = text.indexOf('\n\n') + 1;
    expect(snapped(source, { start: empty, end: empty }, 'word')).toEqual({ start: empty, end: empty });
    expect(snapped(source, { start: empty, end: empty }, 'paragraph')).toEqual({ start: empty, end: empty });
  });
});

test('a passage over the border of two paragraphs reaches to the units at both ends', () => {
  const range = { start: at('uh sekali').start, end: at('Sin').end };
  expect(slice(snapped(source, range, 'word'))).toBe('Jauh sekali.\nSinyal');
  expect(slice(snapped(source, range, 'sentence'))).toBe('Jauh sekali.\nSinyal hilang.');
});

test('widening goes from words to the turn, each step larger, and ends there', () => {
  const steps: string[] = [];
  for (let range: Range | null = caret('pergi'); range; range = widened(source, range)?.range ?? null) {
    steps.push(slice(range));
  }
  expect(steps).toEqual([
    '',
    'pulang-pergi',
    'Mereka pulang-pergi tiap hari.',
    'Mereka pulang-pergi tiap hari. Jauh sekali.',
    'Mereka pulang-pergi tiap hari. Jauh sekali.\nSinyal hilang.',
  ]);
});

test('edges of words are found in both directions, over the borders of paragraphs', () => {
  const { end } = at('sekali');
  expect(wordEdge(source, end, 'later', 'end')).toBe(at('Sinyal').end);
  expect(wordEdge(source, end, 'earlier', 'end')).toBe(at('Jauh').end);
  expect(wordEdge(source, at('Sinyal').start, 'earlier', 'start')).toBe(at('sekali').start);
  expect(wordEdge(source, text.length, 'later', 'end')).toBeNull();
  expect(wordEdge(source, 0, 'earlier', 'start')).toBeNull();
});

test('a grip leaves one character at least', () => {
  expect(moveEdge({ start: 3, end: 9 }, 'start', 20)).toEqual({ start: 8, end: 9 });
  expect(moveEdge({ start: 3, end: 9 }, 'end', 0)).toEqual({ start: 3, end: 4 });
  expect(moveEdge({ start: 3, end: 9 }, 'end', 14)).toEqual({ start: 3, end: 14 });
});

test('whatever the text: a unit holds its range, a larger unit the smaller one, and twice is once (5,000 ranges)', () => {
  const random = randomOf(9);
  for (let round = 0; round < 5000; round += 1) {
    const words = randomText(random, 80);
    const range = randomRange(random, words);
    if (!range) continue;
    const own = sourceOf(words);
    let inner: Range = range;
    for (const unit of snapUnits) {
      const found = snapped(own, range, unit);
      expect(found.start).toBeLessThanOrEqual(inner.start);
      expect(found.end).toBeGreaterThanOrEqual(inner.end);
      expect(snapped(own, found, unit)).toEqual(found);
      inner = found;
    }
  }
});
