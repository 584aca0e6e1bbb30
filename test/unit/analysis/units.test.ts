import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceStarts, sentenceUnits } from '../../../src/shared/domain/analysis/sentences.ts';
import {
  firstTouched,
  lastTouched,
  paragraphUnits,
  sectionUnits,
  touchedUnits,
  windowUnits,
} from '../../../src/shared/domain/analysis/units.ts';
import type { UnitBoundaries } from '../../../src/shared/domain/analysis/units.ts';
import { wordCount, words, wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { paragraphStartsOf } from '../../../src/shared/domain/text.ts';

function slices(text: string, { starts, ends }: UnitBoundaries): string[] {
  return Array.from(starts, (start, k) => text.slice(start, ends[k]));
}

const paragraphs = (text: string) => paragraphUnits(paragraphStartsOf(text), text.length);

describe('paragraphs (U2)', () => {
  test('are the lines without their line ends; an empty line is none', () => {
    const text = 'satu\n\ndua\u2028masih dua\n';
    expect(slices(text, paragraphs(text))).toEqual(['satu', 'dua\u2028masih dua']);
  });

  test('an empty text has none', () => {
    expect(paragraphs('').starts).toHaveLength(0);
  });

  test('a coding of nothing but a line end touches no paragraph (U1)', () => {
    const text = 'satu\ndua\n\ntiga';
    const units = paragraphs(text);
    const span = (start: number, end: number) => touchedUnits(units, start, end);
    expect(span(3, 4)).toEqual({ first: 0, last: 0 });
    expect(span(3, 5)).toEqual({ first: 0, last: 0 });
    expect(span(3, 6)).toEqual({ first: 0, last: 1 });
    expect(span(4, 6)).toEqual({ first: 1, last: 1 });
    for (const [start, end] of [
      [4, 5],
      [8, 9],
      [8, 10],
      [9, 10],
    ] as const) {
      const { first, last } = span(start, end);
      expect(first, `[${start}, ${end})`).toBeGreaterThan(last);
    }
  });
});

describe('sections (U4)', () => {
  test('run from start to start; text before the first belongs to none', () => {
    const text = 'Kata pengantar. 1 Data. 2 Temuan.';
    expect(slices(text, sectionUnits(Int32Array.of(16, 24), text.length))).toEqual(['1 Data. ', '2 Temuan.']);
  });

  test('starts out of order or outside the text are refused', () => {
    expect(() => sectionUnits(Int32Array.of(5, 5), 10)).toThrow(RangeError);
    expect(() => sectionUnits(Int32Array.of(0, 10), 10)).toThrow(RangeError);
    expect(() => sectionUnits(Int32Array.of(-1), 10)).toThrow(RangeError);
  });
});

describe('words (U6)', () => {
  test.each([
    ['program-program desa', ['program-program', 'desa']],
    ["Jum'at ma’ruf", ["Jum'at", 'ma’ruf']],
    ['Rp1.000.000 atau 3,5 persen', ['Rp1.000.000', 'atau', '3,5', 'persen']],
    ['Budi, S.IP., M.Si.', ['Budi', 'S.IP', 'M.Si']],
    ['e-government – bukan—begitu -awal akhir-', ['e-government', 'bukan', 'begitu', 'awal', 'akhir']],
    ['satu,dua dan/atau tiga', ['satu', 'dua', 'dan', 'atau', 'tiga']],
    ['cafe\u0301 \u{1D49C}bc 👍🏽 日本', ['cafe\u0301', '\u{1D49C}bc', '日本']],
    ['kota\u00ADkota 2019-2024', ['kota\u00ADkota', '2019-2024']],
    ['  \n\u2028 … !', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
    expect(wordCount(text)).toBe(expected.length);
    expect(slices(text, wordUnits(text))).toEqual(expected);
  });

  test.each([4088, 4089, 4090, 4091, 4092, 4093, 4094, 4095, 4096, 4097])(
    'a word after %i characters is whole',
    (before) => {
      const expected = ['a\u0301-b', 'S.IP', '\u{1D49C}', '1,5'];
      expect(words(`${' '.repeat(before)}${expected.join(' ')}`)).toEqual(expected);
    },
  );

  test('a text may be nothing but words', () => {
    const { starts, ends } = wordUnits('a '.repeat(50_000));
    expect(starts).toEqual(Int32Array.from({ length: 50_000 }, (_, k) => 2 * k));
    expect(ends).toEqual(starts.map((start) => start + 1));
  });

  test('a text is counted alike in one piece and line by line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const lines = text.split('\n').reduce((sum, line) => sum + wordCount(line), 0);
        expect(wordCount(text)).toBe(lines);
      }),
    );
  });
});

describe('windows of words (U5)', () => {
  const text = 'a b c d.';
  const window = (size: number) => slices(text, windowUnits(wordUnits(text), size));

  test('slide by one word', () => {
    expect(window(1)).toEqual(['a', 'b', 'c', 'd']);
    expect(window(3)).toEqual(['a b c', 'b c d']);
    expect(window(4)).toEqual(['a b c d']);
  });

  test('a text shorter than the window is one window, an empty one none', () => {
    expect(window(9)).toEqual(['a b c d']);
    expect(windowUnits(wordUnits('…'), 2).starts).toHaveLength(0);
  });

  test('a size that is no positive integer is refused', () => {
    expect(() => window(0)).toThrow(RangeError);
    expect(() => window(1.5)).toThrow(RangeError);
  });
});

describe('sentences (U3)', () => {
  test.each([
    // Degrees, titles, initials
    [
      'Budi Santoso, S.IP., M.Si adalah kepala dinas. Beliau hadir.',
      'Budi Santoso, S.IP., M.Si adalah kepala dinas.|Beliau hadir.',
    ],
    ['Drs. Ahmad dan Dra. Hj. Siti datang. Rapat mulai.', 'Drs. Ahmad dan Dra. Hj. Siti datang.|Rapat mulai.'],
    ['Oleh Siti, S.Sos. M.Si. Wawancara mulai.', 'Oleh Siti, S.Sos. M.Si.|Wawancara mulai.'],
    ['Presiden B. J. Habibie dan A.H. Nasution. Benar.', 'Presiden B. J. Habibie dan A.H. Nasution.|Benar.'],
    ['Ditandatangani a.n. Bupati Kab. Bone. Selesai.', 'Ditandatangani a.n. Bupati Kab. Bone.|Selesai.'],
    // Numbers
    ['Sesuai No. 5 Tahun 2020. Lihat hlm. 12 juga.', 'Sesuai No. 5 Tahun 2020.|Lihat hlm. 12 juga.'],
    ['Anggaran Rp1.000.000. Naik 3.5 persen. 5 orang hadir.', 'Anggaran Rp1.000.000.|Naik 3.5 persen.|5 orang hadir.'],
    ['1. Pertama kami rapat. 2. Kedua kami kerja.', '1. Pertama kami rapat.|2. Kedua kami kerja.'],
    ['Ada beberapa hal. Saya jelaskan.', 'Ada beberapa hal.|Saya jelaskan.'],
    ['Itu di Bab IV. Lalu selesai.', 'Itu di Bab IV.|Lalu selesai.'],
    // Closings of a list
    ['OPD, ASN, dll. sudah siap. Ya.', 'OPD, ASN, dll. sudah siap.|Ya.'],
    ['OPD, ASN, dll., sudah siap.', 'OPD, ASN, dll., sudah siap.'],
    ['Kami undang OPD, dll. Setelah itu rapat.', 'Kami undang OPD, dll.|Setelah itu rapat.'],
    // Pauses, questions, quotations
    ['Ya... Saya kira begitu… Mungkin. Ya.', 'Ya... Saya kira begitu… Mungkin.|Ya.'],
    ['Anu . . . Saya lupa. Maaf.', 'Anu . . . Saya lupa.|Maaf.'],
    ['“Mengapa?” tanya dia. Saya diam!', '“Mengapa?” tanya dia.|Saya diam!'],
    ['Dia bilang “sudah.” Kami percaya?! Tidak.', 'Dia bilang “sudah.”|Kami percaya?!|Tidak.'],
    ['Buka www.bone.go.id sekarang. Terima kasih', 'Buka www.bone.go.id sekarang.|Terima kasih'],
    [
      'It rained, e.g. Monday. Mr. Smith left at 5 p.m. sharp.',
      'It rained, e.g. Monday.|Mr. Smith left at 5 p.m. sharp.',
    ],
    // Line ends
    ['Tanpa titik\nDrs.\n\n  Baris lain \u2028lunak', 'Tanpa titik|Drs.|Baris lain|lunak'],
    ['…', '…'],
    [' \n ', ''],
  ])('%s', (text, expected) => {
    expect(slices(text, sentenceUnits(text)).join('|')).toBe(expected);
  });

  // Taken one part at a time in more than one way, these would keep a processor busy for years (H7).
  test.each([
    ['a chain that looks like a degree', `A${'.Ab'.repeat(200)}.1.`, 'Bab.'],
    ['a word after a degree that ends in full stops', 'Oleh S.IP.', `A${'.'.repeat(1_000_000)}x`],
  ])('%s is soon done with', (_, first, second) => {
    expect(slices(`${first} ${second}`, sentenceUnits(`${first} ${second}`))).toEqual([first, second]);
  });

  test('starts are those of the units', () => {
    expect(sentenceStarts(' Satu. Dua.')).toEqual(Int32Array.of(1, 7));
  });
});

/** Text of the signs that splitting and counting turn on. */
const awkwardText = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'Drs',
      'dll',
      'No',
      '5',
      '.',
      '.',
      '?',
      '…',
      ' ',
      ' ',
      '\n',
      '"',
      '(',
      '-',
      ',',
      '\u2028',
      '😀',
      '\u0301',
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

describe('units of any text', () => {
  const kinds: readonly (readonly [string, (text: string) => UnitBoundaries])[] = [
    ['paragraphs', paragraphs],
    ['sentences', sentenceUnits],
    ['words', wordUnits],
  ];

  test.each(kinds)('%s are in order, apart, not empty, inside the text', (_, unitsOf) => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const { starts, ends } = unitsOf(text);
        let reached = 0;
        starts.forEach((start, k) => {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(ends[k]).toBeGreaterThan(start);
          reached = ends[k] ?? 0;
        });
        expect(reached).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('sentences leave out nothing but white space and never cross a line', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const found = slices(text, sentenceUnits(text));
        expect(found.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const sentence of found) {
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toMatch(/[\n\u2028]/);
        }
      }),
    );
  });

  test('the touched units are those that share a character', () => {
    fc.assert(
      fc.property(
        awkwardText,
        fc.nat(40),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (text, start, size, n) => {
          for (const units of [
            paragraphs(text),
            sentenceUnits(text),
            wordUnits(text),
            windowUnits(wordUnits(text), n),
          ]) {
            const touched = Array.from(units.starts.keys()).filter(
              (k) => Math.min(units.ends[k] ?? 0, start + size) > Math.max(units.starts[k] ?? 0, start),
            );
            const first = firstTouched(units, start);
            const last = lastTouched(units, start + size);
            expect(Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k)).toEqual(touched);
          }
        },
      ),
    );
  });
});
