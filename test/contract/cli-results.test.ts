// Issue 5: a kept result run from the command line gives the numbers of the analysis itself.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptMethod } from '../../src/shared/contract/results.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
const study = join(desk.workshop.folder, 'contoh.simpul');
beforeAll(() => desk.json('new', study, '--template', 'sample'));
afterAll(desk.workshop.cleanUp);

type Run = { readonly isSame: boolean; readonly answer: { readonly rows: unknown } };

test('save, list and run', async () => {
  await desk.json('results', 'save', study, 'Frekuensi kode', '--method', 'analysis.frequency', '--comment', 'awal');
  const list = await desk.json<readonly object[]>('results', 'list', study);
  expect(list).toMatchObject([{ name: 'Frekuensi kode', comment: 'awal', freshness: 'current' }]);
  const run = await desk.json<Run>('results', 'run', study, 'Frekuensi kode');
  expect(run.isSame).toBe(true);
  expect(run.answer.rows).toEqual(await desk.json('frequency', study));
});

/** For each kind of result what is asked of the analysis, and the command that asks the same. */
const kinds: readonly (readonly [KeptMethod, object, readonly string[] | null])[] = [
  [
    'analysis.cooccurrence',
    { level: 'sentence', index: 'phi' },
    ['cooccurrence', '--level', 'sentence', '--index', 'phi'],
  ],
  [
    'analysis.cooccurrence',
    { level: 'overlap', matching: 'pairs', index: 'c-coefficient' },
    ['cooccurrence', '--level', 'overlap', '--matching', 'pairs', '--index', 'c-coefficient'],
  ],
  ['analysis.caseSimilarity', {}, ['case-similarity']],
  [
    'analysis.sequence',
    { lag: 2, selfFollows: false, permutations: 49, seed: 7 },
    ['sequence', '--lag', '2', '--no-self', '--permutations', '49', '--seed', '7'],
  ],
  ['analysis.retrieve', { query: 'ANY NEAR 1 paragraph ANY' }, ['retrieve', 'ANY NEAR 1 paragraph ANY']],
  [
    'analysis.matrix',
    { columns: { kind: 'cases' }, relation: 'OVERLAPS' },
    ['matrix', '--columns', 'cases', '--relation', 'OVERLAPS'],
  ],
  ['analysis.spread', { order: 'list' }, ['saturation', '--order', 'list']],
  ['search.words', { order: 'tfidf', limit: 50 }, ['words', '--order', 'tfidf', '--limit', '50']],
  [
    'search.similar',
    { text: 'koordinasi antardinas', unit: 'sentence' },
    ['similar', '--text', 'koordinasi antardinas', '--unit', 'sentence'],
  ],
  // `search` prints the hits alone.
  ['search.find', { query: 'dan*', unit: 'sentence' }, null],
];

test.each(kinds)(
  '%s %o: the kept result, run again, is what a fresh analysis answers',
  async (method, input, command) => {
    const name = JSON.stringify([method, input]);
    await desk.json('results', 'save', study, name, '--method', method, '--input', JSON.stringify(input));
    const run = await desk.json<{ isSame: boolean; answer: object }>('results', 'run', study, name);
    expect(run.isSame).toBe(true);
    expect(withoutTime(run.answer)).toEqual(withoutTime(await asked(method, input)));
    if (!command) return;
    const [verb = '', ...options] = command;
    const fresh = await desk.json<object>(verb, study, ...options);
    expect(withoutTime(run.answer)).toEqual(withoutTime(fresh));
  },
);

test('crosstabs and agreement, which name a variable and coders', async () => {
  const [variable] = await desk.json<readonly { guid: string; name: string }[]>('variables', study);
  const coders = await desk.json<readonly { guid: string; name: string }[]>('coders', study);
  const [one = '', other = ''] = coders.map(({ name }) => name);
  const both: readonly (readonly [KeptMethod, object, readonly string[]])[] = [
    [
      'analysis.crosstab',
      { variableId: variable?.guid, tests: true, correspondence: true, seed: 3 },
      ['crosstab', '--variable', variable?.name ?? '', '--tests', '--correspondence', '--seed', '3'],
    ],
    [
      'analysis.agreement',
      { coderIds: coders.slice(0, 2).map(({ guid }) => guid), level: 'paragraph' },
      ['agreement', '--coders', one, other, '--level', 'paragraph'],
    ],
  ];
  for (const [method, input, [verb = '', ...options]] of both) {
    await desk.json('results', 'save', study, method, '--method', method, '--input', JSON.stringify(input));
    const run = await desk.json<{ isSame: boolean; answer: object }>('results', 'run', study, method);
    expect(run.isSame).toBe(true);
    expect(withoutTime(run.answer)).toEqual(withoutTime(await desk.json<object>(verb, study, ...options)));
  }
});

test('a search names the same hits', async () => {
  type Found = { readonly documents: readonly { document: string; hits: readonly { start: number }[] }[] };
  const input = JSON.stringify({ query: 'desa', limit: 1000 });
  await desk.json('results', 'save', study, 'desa', '--method', 'search.find', '--input', input);
  const run = await desk.json<{ answer: Found }>('results', 'run', study, 'desa');
  const fresh = await desk.json<readonly { document: string; start: number }[]>('search', study, 'desa');
  expect(fresh.length).toBeGreaterThan(0);
  expect(run.answer.documents.flatMap(({ document, hits }) => hits.map(({ start }) => ({ document, start })))).toEqual(
    fresh.map(({ document, start }) => ({ document, start })),
  );
});

/** The analysis itself, by `batch`. */
async function asked(method: string, input: object): Promise<object> {
  const { stdout } = await desk.run(['batch', study], { input: `${JSON.stringify({ id: 1, method, input })}\n` });
  const { value } = JSON.parse(stdout) as { value: object };
  return value;
}

/** Without the moment it was computed at, and the revision: keeping a result is a change. */
function withoutTime(answer: object): object {
  const text = JSON.stringify(answer, (key, value: unknown) =>
    key === 'computedAt' || key === 'revision' ? 0 : value,
  );
  return JSON.parse(text) as object;
}

test('in words, and what is wrong in one sentence', async () => {
  const same = await desk.run(['results', 'run', study, 'Frekuensi kode']);
  expect(same.stdout).toMatch(/The same as when it was kept \(revision \d+\)\.\n$/);
  const unknown = await desk.run(['results', 'run', study, 'Lain']);
  expect(unknown).toMatchObject({ status: 1, stdout: '' });
  expect(unknown.stderr).toContain('“Lain”');
  const broken = await desk.run(['results', 'save', study, 'x', '--method', 'search.find', '--input', '{']);
  expect(broken).toMatchObject({ status: 2, stdout: '' });
});
