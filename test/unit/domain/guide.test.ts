// Rules GU2 and GU3 of SPEC.md, and the outline.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastScore, questionsIn, sectionsOf, suggestQuestions } from '../../../src/shared/domain/guide.ts';
import { headingsOf, outlineOf, type OutlineNode } from '../../../src/shared/domain/outline.ts';
import { turnsOf, turnsOfSpeaker } from '../../../src/shared/domain/turns.ts';
import { root } from '../../support/project.ts';

const text = [
  'Pewawancara: Selamat pagi, Pak. Boleh diceritakan, sudah berapa lama Bapak bekerja di dinas ini?',
  'Informan: Sudah lima tahun.',
  'Pewawancara: Baik. Lalu kendala apa saja yang Bapak hadapi waktu menjalankan layanan daring?',
  'Informan: Kendalanya jaringan. Berapa lama pun kami tunggu, tidak ada.',
  'Pewawancara: Hmm.',
  'Informan: Ya begitu.',
  'Pewawancara: Bagaimana peran pimpinan dalam perubahan itu? Apakah mendukung?',
  'Informan: Mendukung.',
].join('\n');
const turns = turnsOf(text);
const asking = turnsOfSpeaker(turns, 'Pewawancara');

const questions = [
  { id: 'lama', text: 'Berapa lama Anda sudah bekerja di dinas ini?' },
  { id: 'kendala', text: 'Apa kendala yang dihadapi dalam menjalankan layanan daring?' },
  { id: 'pimpinan', text: 'Peran pimpinan: bagaimana pimpinan berperan dalam perubahan?' },
  { id: 'anggaran', text: 'Bagaimana anggaran disusun setiap tahun?' },
];

describe('suggestions (GU3)', () => {
  test('each question is found where it is asked in other words, and none where it is not', () => {
    const found = suggestQuestions(text, asking, questions);
    expect(found.map(({ questionId, start, end }) => [questionId, text.slice(start, end)])).toEqual([
      ['lama', 'Boleh diceritakan, sudah berapa lama Bapak bekerja di dinas ini?'],
      ['kendala', 'Lalu kendala apa saja yang Bapak hadapi waktu menjalankan layanan daring?'],
      ['pimpinan', 'Bagaimana peran pimpinan dalam perubahan itu?'],
    ]);
    for (const { score } of found) expect(score).toBeGreaterThanOrEqual(leastScore);
  });

  test('the same words score 1', () => {
    const words = 'Lalu kendala apa saja yang Bapak hadapi waktu menjalankan layanan daring?';
    const [only] = suggestQuestions(text, asking, [{ id: 'x', text: words }]);
    expect(only?.score).toBeCloseTo(1, 10);
  });

  test('no passage is suggested twice, every suggestion lies in a passage, scores are shares', () => {
    const word = fc.constantFrom('lama', 'kendala', 'kerja', 'pimpinan', 'apa', 'berapa', 'jaringan', '?', '.');
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), fc.array(words, { maxLength: 5 }), (asked, guide) => {
        const spoken = asked.join('\n');
        let at = 0;
        const passages = asked.map((line) => {
          const start = at;
          at += line.length + 1;
          return { start, end: start + line.length };
        });
        const found = suggestQuestions(
          spoken,
          passages,
          guide.map((line, index) => ({ id: String(index), text: line })),
        );
        const holders = found.map(({ start, end }) =>
          passages.findIndex((one) => one.start <= start && end <= one.end),
        );
        expect(holders.every((index) => index >= 0)).toBe(true);
        expect(new Set(holders).size).toBe(holders.length);
        for (const { score } of found) {
          expect(score).toBeGreaterThanOrEqual(leastScore);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

test('a section reaches to the next question asked, or to the end (GU2)', () => {
  const places = [
    { start: 40, end: 50, id: 'b' },
    { start: 0, end: 10, id: 'a' },
    { start: 40, end: 45, id: 'c' },
  ];
  expect(sectionsOf(places, 100).map(({ asked, end }) => [asked.id, asked.start, end])).toEqual([
    ['a', 0, 40],
    ['c', 40, 100],
    ['b', 40, 100],
  ]);
});

test('a pasted list is read without its bullets and numbers (GU1)', () => {
  expect(
    questionsIn('1. Apa?\r\n2) Mengapa   begitu?\n\n - Siapa?\n(a) Kapan?\n1.2. Di mana?\n• Berapa?\nBiasa'),
  ).toEqual(['Apa?', 'Mengapa begitu?', 'Siapa?', 'Kapan?', 'Di mana?', 'Berapa?', 'Biasa']);
});

describe('outline', () => {
  test.each([
    ['## Latar', 2],
    ['BAB II TINJAUAN PUSTAKA', 1],
    ['Bab 3', 1],
    ['Pasal 5', 2],
    ['2.1 Tata kelola', 2],
    ['HASIL OBSERVASI', 1],
    ['Ya begitu saja', null],
    ['1. Ini kalimat biasa.', null],
    ['Babak baru', null],
    ['A B', null],
  ])('%s', (line, level) => {
    expect(headingsOf(`${line}\nisi`, []).map((heading) => heading.level)).toEqual(level === null ? [] : [level]);
  });

  test('questions stand below headings, turns below either, in order of the text', () => {
    const whole = `PEMBUKAAN\n${text}`;
    const own = turnsOf(whole);
    const asked = { id: 'q', start: whole.indexOf('Lalu kendala'), text: 'Kendala' };
    const tree = outlineOf(whole, own, headingsOf(whole, own), [asked]);
    const shape = (nodes: readonly OutlineNode[]): unknown =>
      nodes.map(({ kind, children }) => (children.length > 0 ? [kind, shape(children)] : kind));
    expect(shape(tree)).toEqual([
      ['heading', ['turn', 'turn', ['question', ['turn', 'turn', 'turn', 'turn', 'turn', 'turn']]]],
    ]);
    const starts = flat(tree)
      .filter(({ kind }) => kind === 'turn')
      .map(({ start }) => start);
    expect(starts).toEqual(own.map(({ start }) => start));
  });

  test('the documents of the sample study have headings, its interviews have turns', () => {
    const read = (name: string) => readFileSync(join(root, 'samples/study/id', name), 'utf8');
    const rules = read('09-perbup-spbe.txt');
    expect(headingsOf(rules, turnsOf(rules)).length).toBeGreaterThan(3);
    const interview = read('01-kepala-dinas.txt');
    expect(headingsOf(interview, turnsOf(interview))).toEqual([]);
  });
});

function flat(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
