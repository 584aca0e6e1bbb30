// Issue 5: a kept result run from the command line gives the numbers of the analysis itself.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('in words, and what is wrong in one sentence', async () => {
  const same = await desk.run(['results', 'run', study, 'Frekuensi kode']);
  expect(same.stdout).toMatch(/The same as when it was kept \(revision \d+\)\.\n$/);
  const unknown = await desk.run(['results', 'run', study, 'Lain']);
  expect(unknown).toMatchObject({ status: 1, stdout: '' });
  expect(unknown.stderr).toContain('“Lain”');
  const broken = await desk.run(['results', 'save', study, 'x', '--method', 'search.find', '--input', '{']);
  expect(broken).toMatchObject({ status: 2, stdout: '' });
});
