// `words`, `stop-words` and `answers`: the numbers they print, counted by hand over three short texts (METHODS 2.7;
// rule GU2: an answer reaches to where the next question is asked).

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../src/shared/contract/contract.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
const study = join(desk.workshop.folder, 'kata.simpul');
afterAll(desk.workshop.cleanUp);

const texts = {
  Satu: 'Apa kendala Anda?\nDana desa kurang, dana lambat.\nLalu apa solusinya?\nRapat desa.',
  Dua: 'Apa kendala Anda?\nSinyal desa lemah.',
  Tiga: 'Rapat dana.',
} as const;

async function ask(requests: readonly object[]): Promise<readonly string[]> {
  const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
  const { stdout, stderr } = await desk.run(['batch', study], { input });
  expect(stderr).toBe('');
  const answers = stdout.trimEnd().split('\n');
  return answers.map((line) => (JSON.parse(line) as { value: { guid?: string } }).value.guid ?? '');
}

beforeAll(async () => {
  await desk.json('new', study);
  const [caseId, ...made] = await ask([
    { method: 'cases.create', input: { name: 'Desa A' } },
    ...Object.entries(texts).map(([title, text]) => ({ method: 'documents.create', input: { title, text } })),
  ]);
  const [one, two] = made;
  const [obstacle, solution] = await ask([
    { method: 'guide.create', input: { label: 'Kendala', wording: 'Apa kendala Anda?' } },
    { method: 'guide.create', input: { label: 'Solusi', wording: 'Lalu apa solusinya?' } },
    { method: 'codes.create', input: { name: 'Hambatan' } },
    { method: 'documents.update', input: { documentId: two, caseId } },
  ]);
  const asked = (documentId: string | undefined, questionId: string | undefined, words: string, text: string) => ({
    documentId,
    questionId,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const items = [
    asked(one, obstacle, 'Apa kendala Anda?', texts.Satu),
    asked(one, solution, 'Lalu apa solusinya?', texts.Satu),
    asked(two, obstacle, 'Apa kendala Anda?', texts.Dua),
  ];
  await ask([{ method: 'guide.mark', input: { items } }]);
});

type Words = OutputOf<'search.words'>;
const words = async (...more: readonly string[]) => (await desk.json<Words>('words', study, ...more)).rows;
const rowOf = (rows: Words['rows'], wanted: string) => rows.find(({ word }) => word === wanted);

describe('words', () => {
  test('how often, in how many texts, and Σ count·ln(N/df), the natural logarithm', async () => {
    const rows = await words('--stop-words', 'none');
    expect(rowOf(rows, 'desa')).toMatchObject({ count: 3, documents: 2 });
    expect(rowOf(rows, 'desa')?.tfidf).toBeCloseTo(3 * Math.log(3 / 2), 10);
    expect(rowOf(rows, 'sinyal')?.tfidf).toBeCloseTo(Math.log(3), 10);
    expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).toSorted((a, b) => b - a));
  });

  test('--order tfidf, --limit and --shortest', async () => {
    const rows = await words('--order', 'tfidf', '--limit', '4', '--shortest', '5', '--stop-words', 'none');
    expect(rows).toHaveLength(4);
    expect(rows.every(({ word }) => word.length >= 5)).toBe(true);
    expect(rows.map(({ tfidf }) => tfidf)).toEqual(rows.map(({ tfidf }) => tfidf).toSorted((a, b) => b - a));
  });

  test('--cases and --documents count what was chosen, and set it against the rest (keyness G²)', async () => {
    expect(rowOf(await words('--cases', 'Desa A', '--stop-words', 'none'), 'desa')).toMatchObject({ count: 1 });
    const rows = await words('--documents', 'Dua', '--order', 'keyness', '--stop-words', 'none');
    // Six words here and fifteen in the two other texts; `desa` once here and twice there.
    const [here, there] = [1, 2];
    const [mine, others] = [6, 15];
    const expected = (share: number) => ((here + there) * share) / (mine + others);
    const g = 2 * (here * Math.log(here / expected(mine)) + there * Math.log(there / expected(others)));
    expect(rowOf(rows, 'desa')?.keyness).toBeCloseTo(g, 10);
  });

  test('for people: count, texts, weight, keyness, word', async () => {
    const { stdout } = await desk.run(['words', study, '--stop-words', 'none']);
    expect(stdout.split('\n')[0]).toMatch(/^3\s+2\s+1\.22\s+–\s+apa$/);
  });

  test('what it refuses', async () => {
    expect(await desk.run(['words', study, '--order', 'alphabet'])).toMatchObject({ status: 2, stdout: '' });
    expect(await desk.run(['words', study, '--limit', 'many'])).toMatchObject({ status: 2, stdout: '' });
    expect(await desk.run(['words', study, '--cases', 'Tiada'])).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('stop-words', () => {
  test('own words are added and taken away, and `words` leaves out what the project leaves out', async () => {
    type StopWords = OutputOf<'search.stopWords'>;
    const before = await desk.json<StopWords>('stop-words', study);
    const after = await desk.json<StopWords>('stop-words', study, '--lists', 'id', '--add', 'Desa', 'dana');
    expect(after).toMatchObject({ lists: 'id', own: ['dana', 'desa'] });
    const rows = await words();
    expect(['desa', 'dana', 'apa'].map((word) => rowOf(rows, word))).toEqual([undefined, undefined, undefined]);
    expect(rowOf(rows, 'rapat')).toMatchObject({ count: 2 });
    expect(await desk.json<StopWords>('stop-words', study, '--remove', 'DESA')).toMatchObject({ own: ['dana'] });
    expect(rowOf(await words(), 'desa')).toMatchObject({ count: 3 });
    const { stdout } = await desk.run(['stop-words', study]);
    expect(stdout).toBe('id\ndana\n');
    // Each was one step.
    await desk.run(['undo', study]);
    await desk.run(['undo', study]);
    expect(await desk.json<StopWords>('stop-words', study)).toEqual(before);
  });
});

describe('answers', () => {
  type Answers = {
    readonly answers: readonly { title: string; start: number; end: number; text: string }[];
    readonly coded: number;
  };

  test('what was said to a question, up to the next one', async () => {
    const { answers, coded } = await desk.json<Answers>('answers', study, 'Kendala');
    expect(coded).toBe(0);
    expect(answers.map(({ title, text }) => [title, text.trim()])).toEqual([
      ['Satu', 'Dana desa kurang, dana lambat.'],
      ['Dua', 'Sinyal desa lemah.'],
    ]);
    for (const { title, start, end, text } of answers) {
      expect(texts[title as keyof typeof texts].slice(start, end)).toBe(text);
    }
    const some = await desk.json<Answers>('answers', study, 'Kendala', '--cases', 'Desa A');
    expect(some.answers.map(({ title }) => title)).toEqual(['Dua']);
    const one = await desk.json<Answers>('answers', study, 'Kendala', '--documents', 'Satu');
    expect(one.answers.map(({ title }) => title)).toEqual(['Satu']);
  });

  test('--code codes each once, whole, in one step', async () => {
    expect(await desk.json<Answers>('answers', study, 'Kendala', '--code', 'Hambatan')).toMatchObject({ coded: 2 });
    const coded = await desk.json<readonly { quote: string }[]>('codings', study, '--code', 'Hambatan');
    expect(coded.map(({ quote }) => quote.trim())).toEqual(['Dana desa kurang, dana lambat.', 'Sinyal desa lemah.']);
    expect(await desk.json<Answers>('answers', study, 'Kendala', '--code', 'Hambatan')).toMatchObject({ coded: 0 });
    await desk.run(['undo', study]);
    expect(await desk.json('codings', study)).toEqual([]);
  });

  test('a question that nobody knows is refused in one sentence', async () => {
    const { status, stdout, stderr } = await desk.run(['answers', study, 'Tiada']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^simpul: not-found: .*Tiada.*\n$/);
  });
});
