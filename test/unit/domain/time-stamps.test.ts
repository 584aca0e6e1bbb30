// Rules TS1–TS4 of SPEC.md.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src/shared/domain/text.ts';
import { clockText, courseOf, risingStamps, stampLike, timeStampsOf } from '../../../src/shared/domain/time-stamps.ts';

function found(text: string): readonly (readonly [string, number])[] {
  return timeStampsOf(text).map(({ start, end, milliseconds }) => [text.slice(start, end), milliseconds]);
}

describe('forms (TS1)', () => {
  test.each([
    ['f4 with tenths', 'Ya begitu. #00:12:05-3#', '#00:12:05-3#', 725_300],
    ['f4', '#00:12:05#', '#00:12:05#', 725_000],
    ['square brackets', 'kata [00:12:05] kata', '[00:12:05]', 725_000],
    ['minutes and seconds in brackets', 'kata [12:05] kata', '[12:05]', 725_000],
    ['parentheses', 'kata (12:05) kata', '(12:05)', 725_000],
    ['braces', '{00:12:05}', '{00:12:05}', 725_000],
    ['angle brackets', '<00:12:05.500>', '<00:12:05.500>', 725_500],
    ['fraction in brackets', '[00:12:05.123]', '[00:12:05.123]', 725_123],
    ['a caption in SRT', '00:12:05,123 --> 00:12:07,000', '00:12:05,123', 725_123],
    ['a caption in WebVTT', '00:12:05.12 --> 00:12:07.000', '00:12:05.12', 725_120],
    ['a fraction within a line', 'pada 00:12:05.5 lalu', '00:12:05.5', 725_500],
    ['Transana', 'kata ¤<725000> kata', '¤<725000>', 725_000],
    ['start of a paragraph', '12:05 Selamat pagi', '12:05', 725_000],
    ['alone in its paragraph', '00:12:05', '00:12:05', 725_000],
    ['end of a paragraph', 'Selamat pagi. 00:12:05', '00:12:05', 725_000],
    ['after a name (Teams)', 'Budi Santoso   12:05', '12:05', 725_000],
    ['more than a hundred minutes', '[125:09]', '[125:09]', 7_509_000],
    ['before the start', '[-00:00:10]', '[-00:00:10]', -10_000],
  ])('%s', (_name, text, written, milliseconds) => {
    expect(found(text)).toEqual([[written, milliseconds]]);
  });

  test.each([
    ['a time of day', 'Kami mulai pukul 10:30 dan selesai.'],
    ['a verse', 'lihat Yohanes 3:16 dan Lukas 2:1'],
    ['a ratio', 'perbandingan 1:20 saja'],
    ['sixty seconds', '[00:12:60]'],
    ['sixty minutes of an hour', '[01:60:00]'],
    ['a long number', '[1234:56]'],
    ['part of an address', '127.0.0.1:8080'],
  ])('none in %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  test('the last of four numbers counts frames, or the first days (TS2)', () => {
    expect(found('[00:12:05:10]')).toEqual([['[00:12:05:10]', 725_400]]);
    expect(found('[00:00:12:05]\n[01:00:12:59]').map(([, time]) => time)).toEqual([725_000, 86_400_000 + 779_000]);
  });

  test('stamps stand in order, apart, and read back what was written', () => {
    const piece = fc.oneof(
      fc.integer({ min: 0, max: 35_999 }).map((seconds) => `[${clockText(seconds * 1000)}]`),
      fc.integer({ min: 0, max: 359_999 }).map((tenths) => `#${clockText(tenths * 100, true)}#`),
      fc.constantFrom(' kata ', '\n', ': ', '12', '#', '['),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let before = 0;
        for (const { start, end, milliseconds } of timeStampsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          const written = text.slice(start, end);
          if (written.startsWith('#')) expect(written).toBe(`#${clockText(milliseconds, true)}#`);
          before = end;
        }
      }),
    );
  });

  test('a million characters of anything take well under a second', () => {
    for (const unit of ['[00:12:05] kata\n', '12:', ' ', '1 ', 'Nama   ', '[', '(1:', '-->', '¤<1']) {
      const text = `${unit.repeat(1_000_000 / unit.length)} 1:11`;
      const begun = performance.now();
      timeStampsOf(text);
      expect(performance.now() - begun).toBeLessThan(3_000);
    }
  });
});

describe('course (TS3, TS4)', () => {
  test('a mistyped stamp does not lead astray', () => {
    const text = '[00:00:10] a [09:00:00] b [00:00:20] c [00:00:05] d [00:00:30] e';
    expect(risingStamps(timeStampsOf(text)).map(({ milliseconds }) => milliseconds)).toEqual([10_000, 20_000, 30_000]);
  });

  test('the run is the longest one there is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 10 }), (times) => {
        const stamps = times.map((milliseconds, index) => ({ start: index * 10, end: index * 10 + 5, milliseconds }));
        const run = risingStamps(stamps);
        run.forEach((stamp, index) => {
          if (index > 0) expect(stamp.milliseconds).toBeGreaterThan(run[index - 1]?.milliseconds ?? -1);
        });
        expect(run.length).toBe(longestRising(times));
      }),
    );
  });

  test('between two stamps time and text run evenly', () => {
    const stamps = [
      { start: 0, end: 5, milliseconds: 0 },
      { start: 100, end: 105, milliseconds: 10_000 },
    ];
    const course = courseOf(stamps, 200, 20_000);
    expect(course.placeAt(5_000)).toBe(50);
    expect(course.timeAt(25)).toBe(2_500);
    expect(course.placeAt(15_000)).toBe(150);
    expect(course.timeAt(200)).toBe(20_000);
    expect(courseOf(stamps, 200, null).placeAt(99_000)).toBe(100);
    expect(courseOf([], 200, 20_000).placeAt(1)).toBeNull();
  });

  test('time rises with the text, and back', () => {
    const stamp = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9_000 }));
    fc.assert(
      fc.property(fc.array(stamp, { minLength: 1, maxLength: 20 }), (steps) => {
        let [place, time] = [0, 0];
        const stamps = steps.map(([forward, later]) => {
          place += forward;
          time += later;
          return { start: place, end: place + 1, milliseconds: time };
        });
        const course = courseOf(stamps, place + 10, time + 1000);
        let former = Number.NEGATIVE_INFINITY;
        for (let offset = 0; offset <= place + 10; offset += 1) {
          const at = course.timeAt(offset) ?? 0;
          expect(at).toBeGreaterThanOrEqual(former);
          former = at;
        }
        for (const { start, milliseconds } of stamps) {
          expect(course.placeAt(milliseconds)).toBe(start);
          expect(course.timeAt(start)).toBe(milliseconds);
        }
      }),
    );
  });
});

const corpus = join(import.meta.dirname, '../../../../shared/data/transcripts');
test.skipIf(existsSync(corpus))('skipped: ../shared not there', () => {
  expect(existsSync(corpus)).toBe(false);
});
test.runIf(existsSync(corpus)).each([
  ['txt/apollo11-air-ground-bracket-timestamps.txt', 600, 600],
  ['srt/apollo11-air-ground.srt', 400, 400],
  ['vtt/apollo11-air-ground-teams.vtt', 200, 200],
  ['vtt/elephantsdream-captions.ar.vtt', 77, 77],
  ['long/apollo13-TEC.txt', 11_289, 11_263],
])('every stamp of %s', (file, all, rising) => {
  const stamps = timeStampsOf(canonicalText(readFileSync(join(corpus, file), 'utf8')));
  expect(stamps).toHaveLength(all);
  expect(risingStamps(stamps)).toHaveLength(rising);
});

function longestRising(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, index) => {
    lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => before < index && (values[before] ?? 0) < value)));
  });
  return Math.max(0, ...lengths);
}

test('a new stamp has the form most stamps of the text have', () => {
  const like = (text: string): string => stampLike(text, timeStampsOf(text), 65_340);
  expect(like('')).toBe('[00:01:05]');
  expect(like('#00:00:01-0# a #00:00:02-0#')).toBe('#00:01:05-3#');
  expect(like('(0:01) a (0:02) b [0:03]')).toBe('(00:01:05)');
  expect(like('[0:01] a (0:02) b [0:03]')).toBe('[00:01:05]');
});
