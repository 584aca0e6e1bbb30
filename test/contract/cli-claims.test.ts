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
let judges: readonly string[];
const matrices = new Map<string, TriangulationMatrix>();
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
  judges = (await client.coders.list({})).map(({ name }) => name);
  // What the window asks for each of its choices.
  const variable = (await client.variables.list({})).find(({ name }) => name === 'Data category');
  const ready = await client.triangulation.readyMade({});
  const kinds = [
    { kind: 'technique' },
    { kind: 'time', step: 'month' },
    { kind: 'investigator' },
    { kind: 'theory' },
  ] as const;
  for (const comparison of kinds) {
    matrices.set(comparison.kind, await client.triangulation.matrix({ comparison, rows: 'codes' }));
  }
  for (const { id, comparison } of ready) {
    const asked = comparison ?? (variable ? { kind: 'group' as const, variableId: variable.guid } : null);
    if (asked) matrices.set(id, await client.triangulation.matrix({ comparison: asked, rows: 'codes' }));
  }
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

test.each([
  'technique',
  'time',
  'investigator',
  'theory',
  'patton-methods',
  'patton-public',
  'patton-time',
  'patton-rank',
  'patton-documents',
] as const)('triangulation --by %s --json is the matrix of the window', async (by) => {
  const variable = by === 'patton-public' ? ['--variable', 'Data category'] : [];
  expect(await desk.json('triangulation', path, '--by', by, ...variable, '--rows', 'codes')).toEqual(matrices.get(by));
});

test('verdict-agreement needs two judges, and says how far they agree', async () => {
  const [first, second] = judges;
  const found = await desk.json<{ readonly n: number; readonly kappa: number | null }>(
    'verdict-agreement',
    path,
    first ?? '',
    second ?? '',
  );
  expect(found).toMatchObject({ n: 0, kappa: null });
  expect((await desk.run(['verdict-agreement', path, first ?? '', 'Nobody'])).status).toBe(1);
});

test('a comparison of groups needs its variable', async () => {
  expect(await desk.run(['triangulation', path, '--by', 'group'])).toMatchObject({ status: 2, stdout: '' });
  expect((await desk.run(['triangulation', path, '--by', 'fortune'])).status).toBe(2);
});
