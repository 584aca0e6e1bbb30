// Rules SP1–SP5 of SPEC.md.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySplices } from '../../../src/shared/domain/segments.ts';
import { canonicalText } from '../../../src/shared/domain/text.ts';
import {
  isSpeakerName,
  likelyRole,
  renameSplices,
  speakersOf,
  turnAt,
  turnsOf,
  turnsOfSpeaker,
} from '../../../src/shared/domain/turns.ts';

/** Speaker and words of each turn. */
function said(text: string): readonly (readonly [string, string])[] {
  return turnsOf(text).map(({ speaker, bodyStart, end }) => [speaker, text.slice(bodyStart, end)]);
}

const spoken = [
  ['A', 'satu'],
  ['B', 'dua'],
  ['A', 'tiga'],
  ['B', 'empat'],
] as const;

/** A text in which two people speak twice, with labels made by a form. */
function dialogue(label: (name: string, number: number) => string, names = ['Pewawancara', 'Informan 2']): string {
  return spoken.map(([who, words], index) => `${label(names[who === 'A' ? 0 : 1] ?? '', index)}${words}`).join('\n');
}

describe('labels (SP1, SP2)', () => {
  test.each<[string, (name: string, number: number) => string]>([
    ['colon and blank', (name) => `${name}: `],
    ['colon and tab', (name) => `${name}:\t`],
    ['blank before the colon', (name) => `${name} : `],
    ['full-width colon', (name) => `${name}：`],
    ['tab alone', (name) => `${name}\t`],
    ['in capitals', (name) => `${name.toUpperCase()}: `],
    ['bold, colon outside', (name) => `**${name}**: `],
    ['bold, colon inside', (name) => `**${name}:** `],
    ['bold with underscores', (name) => `__${name}:__ `],
    ['italic', (name) => `*${name}*: `],
    ['with a remark', (name) => `${name} (Kabid TI): `],
    ['with an academic title', (name) => `${name}, S.Sos., M.Si.: `],
    ['stamp before in brackets', (name, n) => `[00:01:0${n}] ${name}: `],
    ['stamp before in parentheses', (name, n) => `(1:0${n}) ${name}: `],
    ['bare stamp before', (name, n) => `00:01:0${n} ${name}: `],
    ['f4 stamp before', (name, n) => `#00:01:0${n}-5# ${name}: `],
    ['stamp after in brackets', (name, n) => `${name} [00:01:0${n}]: `],
    ['stamp after in parentheses', (name, n) => `${name} (00:01:0${n}): `],
    ['bare stamp after', (name, n) => `${name} 00:01:0${n}: `],
    ['numbered lines', (name, n) => `${n + 1}. ${name}: `],
    ['numbered without a stop', (name, n) => `00${n} ${name}: `],
    ['indented', (name) => ` \t${name}: `],
    ['voice tag', (name) => `<v ${name}>`],
    ['voice tag with a class', (name) => `<v.loud ${name}>`],
    ['square brackets', (name) => `[${name}] `],
    ['a line with a time (Teams)', (name, n) => `${name}   0:0${n}\n`],
    ['a line with a time before (Zoom)', (name, n) => `[00:01:0${n}] ${name}\n`],
  ])('%s', (_name, label) => {
    const turns = said(dialogue(label));
    const names = new Set(turns.map(([name]) => name.replace(/ \(Kabid TI\)|, S\.Sos\., M\.Si\./, '').toLowerCase()));
    expect([...names]).toEqual(['pewawancara', 'informan 2']);
    expect(turns.map(([, words]) => words.trim())).toEqual(['satu', 'dua', 'tiga', 'empat']);
  });

  test.each([
    ['P', 'N'],
    ['I1', 'R2'],
    ['p', 'n1'],
    ['pewawancara', 'informan 3'],
    ['ꦥꦏ꧀', 'ꦧꦸ'],
    ['الباحث', 'المشارك'],
  ])('short, small and other scripts: %s, %s', (first, second) => {
    expect(speakersOf(turnsOf(dialogue((name) => `${name}: `, [first, second])))).toEqual([first, second]);
  });

  test('short names need no blank after the colon', () => {
    expect(said(dialogue((name) => `${name}:`, ['P', 'I1']))).toEqual([
      ['P', 'satu'],
      ['I1', 'dua'],
      ['P', 'tiga'],
      ['I1', 'empat'],
    ]);
  });

  test.each([
    ['a label that opens one paragraph', 'Catatan khusus: satu\nBiasa saja.'],
    ['times', '10:30: jam\n11:30: jam'],
    ['heads of several transcripts', 'Tanggal: 1 Mei\nTempat: Solo\nTanggal: 2 Mei\nTempat: Tegal'],
    ['remarks in brackets', '[tertawa] Ya.\nBegitu.\nLalu?\n[tertawa] Tidak.\nSudah.'],
    ['a table', 'Nama\tUmur\nNama\tUmur\nBudi pergi ke pasar.\nLalu pulang.\nSelesai.'],
    ['addresses', 'http://a.id\nhttp://b.id'],
    ['sentences', 'yang pertama: satu\nyang pertama: dua'],
    [
      'long beginnings',
      'Menurut saya hal yang paling penting adalah ini: a\nMenurut saya hal yang paling penting adalah ini: b',
    ],
  ])('no speaker in %s', (_name, text) => {
    expect(turnsOf(text)).toEqual([]);
  });

  test('the name stands in the text where the turn says it does', () => {
    const text = dialogue((name, n) => `${n + 1}. [00:00:0${n}] **${name}:** `);
    for (const { name, speaker } of turnsOf(text)) expect(text.slice(name.start, name.end)).toBe(speaker);
  });
});

describe('turns (SP4)', () => {
  test('numbers and times of captions belong to no turn', () => {
    const text =
      '1\n00:00:04,000 --> 00:00:13,000\nCDR: Roger.\nClock.\n\n2\n00:00:13,000 --> 00:00:15,000\nCC: Go.\n\n' +
      '3\n00:00:15,000 --> 00:00:17,000\nCDR: Yes.\n\n[00:00:20]\nCC: Now.\n';
    expect(said(text).map(([, words]) => words)).toEqual(['Roger.\nClock.', 'Go.', 'Yes.', 'Now.']);
  });

  test('the turn at an offset', () => {
    const turns = turnsOf('Judul\nA: satu\nB: dua\nA: tiga\nB: empat');
    expect(turnAt(turns, 2)).toBeNull();
    expect(turnAt(turns, 6)?.speaker).toBe('A');
    expect(turnAt(turns, 15)?.speaker).toBe('B');
    expect(turnAt(turns, 999)?.speaker).toBe('B');
  });

  test('turns of one speaker are words without labels', () => {
    const text = 'A: satu\nB: dua\nA:\nB: empat';
    const own = turnsOfSpeaker(turnsOf(text), 'A');
    expect(own.map(({ start, end }) => text.slice(start, end))).toEqual(['satu']);
  });

  test('turns are in order, apart, and hold their label and words', () => {
    const line = fc.constantFrom(
      'A: satu',
      '**B:** dua',
      'tiga',
      '',
      'A:',
      '[00:01:00]',
      '12',
      'B 0:12',
      '\tA: x',
      '[A] y',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        let before = 0;
        for (const turn of turnsOf(text)) {
          expect(turn.start).toBeGreaterThanOrEqual(before);
          expect(turn.name.start).toBeGreaterThanOrEqual(turn.start);
          expect(turn.bodyStart).toBeGreaterThanOrEqual(turn.name.end);
          expect(turn.end).toBeGreaterThanOrEqual(turn.bodyStart);
          expect(text.slice(turn.name.start, turn.name.end)).toBe(turn.speaker);
          before = turn.end;
        }
      }),
    );
  });
});

describe('renaming (SP5)', () => {
  const names = fc.constantFrom('A', 'B', 'Informan 2', 'Pewawancara');
  test('every label of the old names carries the new one; turns and words stay', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.constantFrom('satu', 'dua')), { minLength: 4, maxLength: 20 }),
        (lines) => {
          const text = lines.map(([name, words]) => `${name}: ${words}`).join('\n');
          const before = turnsOf(text);
          const renamed = applySplices(text, renameSplices(before, ['A', 'B'], 'Bu Sri'));
          const wanted = lines.map(
            ([name, words]) =>
              `${/^[AB]$/.test(name) && before.some(({ speaker }) => speaker === name) ? 'Bu Sri' : name}: ${words}`,
          );
          expect(renamed).toBe(wanted.join('\n'));
        },
      ),
    );
  });

  test('what is no name in a label cannot become one', () => {
    expect(['Bu Sri', 'P', 'INFORMAN 2 (Kabid)', 'pewawancara', 'ꦥꦏ꧀'].map(isSpeakerName)).toEqual(Array(5).fill(true));
    expect(['', ' ', '10:30', 'Ya: tidak', 'a\nb', 'Tanggal', `X${'y'.repeat(60)}`].map(isSpeakerName)).toEqual(
      Array(7).fill(false),
    );
  });
});

test('who asks seems to be the interviewer (SP3)', () => {
  const text = 'P: Berapa lama?\nN: Lima tahun.\nP: Lalu?\nN: Begitu.\nModerator: Ya.\nModerator: Baik.';
  const turns = turnsOf(text);
  expect(['P', 'N', 'Moderator'].map((name) => likelyRole(name, turns, text))).toEqual([
    'interviewer',
    'informant',
    'interviewer',
  ]);
});

test('a million characters are read in well under a second, blanks and brackets too', () => {
  for (const unit of ['A: satu dua tiga\n', ' ', '[', '1 ', '\t', 'A', 'A: \n\n\n12\n']) {
    const text = unit.repeat(1_000_000 / unit.length);
    const begun = performance.now();
    turnsOf(text);
    expect(performance.now() - begun).toBeLessThan(3_000);
  }
});

const corpus = join(import.meta.dirname, '../../../../shared/data/transcripts');
describe('the transcripts of the corpus', () => {
  test.skipIf(existsSync(corpus))('skipped: ../shared not there', () => {
    expect(existsSync(corpus)).toBe(false);
  });

  const crew = ['CDR', 'CC', 'CMP', 'CT', 'LMP'];
  test.runIf(existsSync(corpus)).each([
    ['txt/apollo11-air-ground-bracket-timestamps.txt', crew, 598],
    ['srt/apollo11-air-ground.srt', crew, 399],
    ['srt/apollo11-air-ground-crlf-bom.srt', crew, 199],
    ['vtt/apollo11-air-ground-zoom.vtt', crew, 399],
    ['vtt/apollo11-air-ground-teams.vtt', crew, 199],
    ['vtt/apollo11-air-ground-voice.vtt', crew, 399],
    ['txt/qualcoder-transcript.txt', ['id1', 'id2', 'id3'], 7],
  ])('%s', (file, names, count) => {
    const turns = turnsOf(canonicalText(readFileSync(join(corpus, file), 'utf8')));
    expect(speakersOf(turns)).toEqual(names);
    expect(turns).toHaveLength(count);
  });

  test.runIf(existsSync(corpus))('speeches and notes have no speakers', () => {
    const files = readdirSync(join(corpus, 'txt')).filter((name) => /^(?:id-|serdif)/.test(name));
    const wrong = files.filter(
      (name) => turnsOf(canonicalText(readFileSync(join(corpus, 'txt', name), 'utf8'))).length > 0,
    );
    expect(files.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });
});
