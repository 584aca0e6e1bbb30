// Transcripts as the programs write them that make them: speakers and times are recognised (TS1, SP1, SP2), whatever the
// format of the file. Third acceptance line of the exchange.

import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readAnyDocument } from '../../../src/main/core/importers/read-any-document.ts';
import { timeStampsOf } from '../../../src/shared/domain/time-stamps.ts';
import { speakersOf, turnsOf } from '../../../src/shared/domain/turns.ts';
import { docx, paragraph, run, wrapRun } from '../../support/docx-builder.ts';

const lines = (...words: readonly string[]): Uint8Array => strToU8(words.join('\n'));
const word = (...paragraphs: readonly (readonly string[])[]): Uint8Array =>
  docx({
    body: paragraphs.map((parts) => paragraph(parts.map((part) => run(part)).join(wrapRun('<w:br/>')))).join(''),
  });
/** Bytes of Windows-1252, in which Transana writes its sign. */
const western = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));

type Row = readonly [tool: string, file: string, bytes: Uint8Array, times: readonly number[]];

const rows: readonly Row[] = [
  [
    'f4',
    'a.txt',
    lines('Rina: Pagi. #00:00:00-0#', 'Budi: Ya. #00:00:05-3#', 'Rina: Mari. #00:00:09-0#', 'Budi: Baik. #01:02:03-4#'),
    [0, 5_300, 9_000, 3_723_400],
  ],
  [
    'f4 as RTF',
    'a.rtf',
    strToU8(
      String.raw`{\rtf1\ansi Rina: Pagi. #00:00:00-0#\par Budi: Ya. #00:00:05-3#\par Rina: Mari.\par Budi: Baik.\par}`,
    ),
    [0, 5_300],
  ],
  [
    'Transana',
    'a.txt',
    lines('¤<0>Rina: Pagi.', '¤<5300>Budi: Ya.', 'Rina: Mari. ¤<9000>', 'Budi: Baik.'),
    [0, 5_300, 9_000],
  ],
  [
    'Transana in Windows-1252',
    'a.txt',
    western('Rina: Pagi \xa4<1234>\nBudi: Ya \xa4<5678>\nRina: Mari, caf\xe9.\nBudi: Baik.'),
    [1_234, 5_678],
  ],
  [
    'Transana as RTF',
    'a.rtf',
    strToU8(
      String.raw`{\rtf1\ansi\ansicpg1252 Rina: Pagi \'a4<1234>\par Budi: Ya \'a4<5678>\par Rina: Mari.\par Budi: Baik.\par}`,
    ),
    [1_234, 5_678],
  ],
  [
    'Transana as RTF, which hides the milliseconds',
    'a.rtf',
    strToU8(
      String.raw`{\rtf1\ansi\ansicpg1252 Rina: Pagi \'a4{\v <1234>}\par Budi: Ya {\cf2 \'a4}{\v <5678> }{\v rahasia}\par Rina: Mari.\par Budi: Baik.\par}`,
    ),
    [1_234, 5_678],
  ],
  [
    'plain brackets',
    'a.txt',
    lines('[00:12:34] Rina: Pagi.', '[00:12:40] Budi: Ya.', '[00:12:44] Rina: Mari.', '[00:12:50] Budi: Baik.'),
    [754_000, 760_000, 764_000, 770_000],
  ],
  [
    'times at the beginning of lines',
    'a.txt',
    lines('00:12:34 Rina: Pagi.', '00:12:40 Budi: Ya.', '00:12:44 Rina: Mari.', '00:12:50 Budi: Baik.'),
    [754_000, 760_000, 764_000, 770_000],
  ],
  [
    'Zoom',
    'a.vtt',
    lines(
      'WEBVTT',
      '',
      '1',
      '00:00:01.000 --> 00:00:02.500',
      'Rina: Pagi.',
      '',
      '2',
      '00:00:03.000 --> 00:00:04.500',
      'Budi: Ya.',
      '',
      '3',
      '00:00:05.000 --> 00:00:06.500',
      'Rina: Mari.',
      '',
      '4',
      '00:00:07.000 --> 00:00:08.500',
      'Budi: Baik.',
    ),
    [1_000, 3_000, 5_000, 7_000],
  ],
  [
    'Teams',
    'a.vtt',
    lines(
      '\uFEFFWEBVTT',
      '',
      '7b1c2f0e-0000-4000-8000-000000000001/12-0',
      '00:00:01.000 --> 00:00:02.500',
      '<v Rina>Pagi.</v>',
      '',
      '00:00:03.000 --> 00:00:04.500',
      '<v Budi>Ya.</v>',
      '',
      '00:00:05.000 --> 00:00:06.500',
      '<v Rina>Mari.</v>',
      '',
      '00:00:07.000 --> 00:00:08.500',
      '<v Budi>Baik.</v>',
    ),
    [1_000, 3_000, 5_000, 7_000],
  ],
  [
    'Teams as DOCX',
    'a.docx',
    word(
      ['Rina   0:03', 'Pagi.'],
      ['Budi   0:09', 'Ya.'],
      ['Rina   1:12:30', 'Mari.'],
      ['Budi   1:12:40', `Baik. ${'Kami setuju. '.repeat(30)}`],
    ),
    [3_000, 9_000, 4_350_000, 4_360_000],
  ],
  [
    'Teams as DOCX before 2022',
    'a.docx',
    word(
      ['0:0:0.0 --> 0:0:3.400', 'Rina', 'Pagi.'],
      ['0:0:3.400 --> 0:0:9.0', 'Budi', 'Ya.'],
      ['0:0:9.0 --> 0:0:12.10', 'Rina', 'Mari.'],
      ['0:0:13.0 --> 0:0:15.10', 'Budi', 'Baik.'],
    ),
    [0, 3_400, 9_000, 13_000],
  ],
  [
    'Teams copied, names on lines of their own',
    'a.txt',
    lines('Rina   0:03', 'Pagi.', 'Budi   0:09', 'Ya.', 'Rina   0:12', 'Mari.', 'Budi   0:19', 'Baik.'),
    [3_000, 9_000, 12_000, 19_000],
  ],
];

describe('speakers and times', () => {
  test.each(rows)('%s (%s)', async (_tool, name, bytes, times) => {
    const { text } = await readAnyDocument({ name, bytes });
    const turns = turnsOf(text);
    expect(speakersOf(turns)).toEqual(['Rina', 'Budi']);
    expect(turns.map(({ name: { start, end } }) => text.slice(start, end))).toEqual(['Rina', 'Budi', 'Rina', 'Budi']);
    const words = turns.map(({ bodyStart, end }) => text.slice(bodyStart, end).trim());
    for (const [index, word1] of ['Pagi', 'Ya', 'Mari', 'Baik'].entries())
      expect(words[index]).toMatch(new RegExp(`^${word1}`));
    expect(timeStampsOf(text).map(({ milliseconds }) => milliseconds)).toEqual(times);
  });
});
