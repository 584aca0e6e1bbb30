// The command line on propositions and triangulation prints what the window shows.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import type { Proposition } from '../../src/shared/contract/propositions.ts';
import type { TriangulationMatrix } from '../../src/shared/contract/triangulation.ts';
import type { LogStep, QualityStandard } from '../../src/shared/contract/trustworthiness.ts';
import { qualityCriteria } from '../../src/shared/domain/quality.ts';
import { makeDesk, type Desk } from '../support/cli-inside.ts';
import { clientFor } from '../support/project.ts';

let desk: Desk;
let path: string;
let judges: readonly string[];
const matrices = new Map<string, TriangulationMatrix>();
let shown: {
  propositions: Proposition[];
  matrix: TriangulationMatrix;
  audit: { page: QualityStandard[]; log: LogStep[] };
  bundle: Uint8Array;
};

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
    audit: { page: await client.trustworthiness.page({}), log: await client.trustworthiness.log({}) },
    bundle: app.files.take((await client.trustworthiness.audit({})).token).bytes,
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
  // By hand for the sample study: 5 of 8 rows alike, expected (4·3 + 3·5) / 64, so κ = (5/8 − 27/64) / (1 − 27/64).
  expect(found.n).toBe(8);
  expect(found.kappa).toBeCloseTo((5 / 8 - 27 / 64) / (1 - 27 / 64), 12);
  expect((await desk.run(['verdict-agreement', path, first ?? '', 'Nobody'])).status).toBe(1);
});

test('a comparison of groups needs its variable', async () => {
  expect(await desk.run(['triangulation', path, '--by', 'group'])).toMatchObject({ status: 2, stdout: '' });
  expect((await desk.run(['triangulation', path, '--by', 'fortune'])).status).toBe(2);
});

describe('audit (R-20, R-21, R-22)', () => {
  test('--json is the page and the log of the window', async () => {
    expect(await desk.json('audit', path)).toEqual(shown.audit);
    expect(shown.audit.page.map(({ criterion }) => criterion)).toEqual([...qualityCriteria]);
    expect(shown.audit.log).toMatchObject([{ stream: 'conclusion', method: 'propositions.create' }]);
    const { stdout } = await desk.run(['audit', path]);
    expect(stdout).toContain(shown.audit.page[0]?.facts[0]?.text);
  });

  test('the bundle is that of the window, in six folders; the texts stand in it byte for byte', async () => {
    const file = join(desk.workshop.folder, 'audit.zip');
    expect((await desk.run(['audit', path, file])).status).toBe(0);
    const [own, window] = [unzipSync(readFileSync(file)), unzipSync(shown.bundle)];
    expect(Object.keys(own)).toEqual(Object.keys(window));
    // The day on which it was made stands in the index alone.
    const changing = new Set(['index.html']);
    for (const [name, bytes] of Object.entries(own)) {
      if (!changing.has(name))
        expect({ name, same: Buffer.compare(bytes, window[name] ?? new Uint8Array()) }).toEqual({ name, same: 0 });
    }
    const folders = new Set(Object.keys(own).flatMap((name) => (name.includes('/') ? [name.split('/', 1)[0]] : [])));
    expect(folders).toEqual(
      new Set(['1-raw-data', '2-condensation', '3-synthesis', '4-process', '5-intentions', '6-instruments']),
    );
    const [document] = await desk.json<readonly { readonly guid: string }[]>('documents', path);
    const text = (await desk.run(['text', path, document?.guid ?? ''])).stdout;
    const [first] = Object.keys(own)
      .filter((name) => name.startsWith('1-raw-data/texts/'))
      .toSorted();
    expect(Buffer.from(own[first ?? ''] ?? []).toString('utf8')).toBe(text);
    const listed = Buffer.from(own['files.csv'] ?? []).toString('utf8');
    const proof = own['3-synthesis/propositions.csv'] ?? new Uint8Array();
    expect(listed).toContain(createHash('sha256').update(proof).digest('hex'));
  });

  test('another ending is refused', async () => {
    expect(await desk.run(['audit', path, 'audit.txt'])).toMatchObject({ status: 2, stdout: '' });
  });
});

test('propositions --sheet writes the feedback sheet of the window', async () => {
  const file = join(desk.workshop.folder, 'sheet.html');
  expect((await desk.run(['propositions', path, '--sheet', file])).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('Layanan cepat');
});
