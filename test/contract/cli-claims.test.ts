// The command line on propositions and triangulation prints what the window shows.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import type { Proposition } from '../../src/shared/contract/propositions.ts';
import type { TriangulationMatrix } from '../../src/shared/contract/triangulation.ts';
import { makeDesk, type Desk } from '../support/cli-inside.ts';
import { clientFor } from '../support/project.ts';

let desk: Desk;
let path: string;
let shown: { propositions: Proposition[]; matrix: TriangulationMatrix };

beforeAll(async () => {
  desk = makeDesk();
  path = join(desk.workshop.folder, 'studi.simpul');
  const app = createApp(desk.workshop.ports);
  const client = clientFor(app);
  await client.projects.create({ name: 'Studi', path, template: 'sample' });
  const [coding] = await client.codings.list({});
  if (!coding) throw new Error('the sample has no codings');
  const target = { kind: 'coding' as const, guid: coding.guid };
  await client.propositions.create({ statement: 'Layanan cepat', dimensionId: coding.code, evidence: [{ target }] });
  shown = {
    propositions: await client.propositions.list({}),
    matrix: await client.triangulation.matrix({ comparison: { kind: 'source' } }),
  };
  await app.close();
});
afterAll(() => desk.workshop.cleanUp());

test('propositions --json is the list of the window; without, a line each', async () => {
  expect(await desk.json('propositions', path)).toEqual(shown.propositions);
  const { stdout } = await desk.run(['propositions', path]);
  expect(stdout).toMatch(/^\S{36} {2}verified {3}\+6 −1 {2}\s*0 {2}The share of complaints/);
  expect(stdout).toMatch(/\n\S{36} {2}hunch {6}\+1 −0 {2}\s*2 {2}Layanan cepat\n$/);
});

test('triangulation --json is the matrix of the window; without, a table', async () => {
  expect(await desk.json('triangulation', path, '--by', 'source')).toEqual(shown.matrix);
  const { stdout } = await desk.run(['triangulation', path, '--by', 'source']);
  expect(stdout.split('\n')[0]).toContain(shown.matrix.columns[0]?.label);
  expect(stdout).toContain('Layanan cepat');
});

test('a comparison of groups needs its variable', async () => {
  expect(await desk.run(['triangulation', path, '--by', 'group'])).toMatchObject({ status: 2, stdout: '' });
  expect((await desk.run(['triangulation', path, '--by', 'fortune'])).status).toBe(2);
});
