// The working behind a coefficient, second-order likeness, proximity, MAXQDA's map and the likeness of cases.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseSimilarityResult, CooccurrenceResult, PairResult } from '../../src/shared/contract/analysis.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const project = join(desk.workshop.folder, 'fourfold.simpul');
const paragraphs = Array.from(
  { length: 20 },
  (_, index) => `Paragraf nomor ${String(index).padStart(2, '0')} di sini.`,
);
const width = (paragraphs[0]?.length ?? 0) + 1;

/** Paragraphs with each code: a = 6, b = 2, c = 4, d = 8 for the first two; the third never meets the second. */
const coded = { Satu: [0, 1, 2, 3, 4, 5, 6, 7], Dua: [0, 1, 2, 3, 4, 5, 8, 9, 10, 11], Tiga: [6, 15] } as const;

async function ask(requests: readonly object[]): Promise<readonly string[]> {
  const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
  const { stdout } = await desk.run(['batch', project], { input });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { value: { guid: string } }).value.guid);
}

beforeAll(async () => {
  await desk.json('new', project);
  const [documentId, other, ...codes] = await ask([
    { method: 'documents.create', input: { title: 'Teks', text: paragraphs.join('\n') } },
    { method: 'documents.create', input: { title: 'Lain', text: paragraphs.join('\n') } },
    ...Object.keys(coded).map((name) => ({ method: 'codes.create', input: { name } })),
  ]);
  const items = Object.values(coded).flatMap((places, code) =>
    places.map((place) => ({ documentId, codeId: codes[code], start: place * width + 2, end: place * width + 9 })),
  );
  const lone = { documentId: other, codeId: codes[2], start: 0, end: 5 };
  await ask([
    { method: 'codings.createMany', input: { items: [...items, lone] } },
    { method: 'cases.create', input: { name: 'A', documentIds: [documentId] } },
    { method: 'cases.create', input: { name: 'B', documentIds: [other] } },
  ]);
});

const scope = ['--documents', 'Teks'] as const;

describe('the fourfold table behind every index', () => {
  test('a = 6, b = 2, c = 4, d = 8 (Methods, co-occurrence)', async () => {
    const found = await desk.json<PairResult>('cooccurrence', project, ...scope, '--pair', 'Satu', 'Dua');
    expect(found).toMatchObject({ n: 20, table: { a: 6, b: 2, c: 4, d: 8 }, pairs: null, warnings: [] });
    const value = new Map(found.indices.map((row) => [row.index, row.value]));
    expect(value.get('jaccard')).toBe(0.5);
    expect(value.get('phi')).toBeCloseTo(0.4082, 4);
    expect(value.get('association-strength')).toBeCloseTo(1.5, 12);
    expect(found.indices.every(({ formula }) => formula.length > 2)).toBe(true);
    expect(found.provenance).toMatchObject({ codes: 2, codings: 18 });
  });
  test('at overlap level there is no "neither", and raw pairs stand beside', async () => {
    const found = await desk.json<PairResult>(
      'cooccurrence',
      project,
      ...scope,
      '--level',
      'overlap',
      '--pair',
      'Satu',
      'Dua',
    );
    expect(found).toMatchObject({ table: { a: 6, b: 2, c: 4, d: null }, pairs: 6 });
    expect(found.indices.find(({ index }) => index === 'phi')?.value).toBeNull();
  });
  test('five times as frequent is not yet out of balance', async () => {
    const found = await desk.json<PairResult>(
      'cooccurrence',
      project,
      '--level',
      'overlap',
      '--documents',
      'Teks',
      '--pair',
      'Dua',
      'Tiga',
    );
    expect(found.warnings).toEqual([]);
    const wide = await desk.json<PairResult>('cooccurrence', project, ...scope, '--pair', 'Satu', 'Tiga');
    expect(wide.table).toEqual({ a: 1, b: 7, c: 1, d: 11 });
  });
  test('a pair is two codes', async () => {
    const { status, stderr } = await desk.run(['cooccurrence', project, '--pair', 'Satu']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'simpul: usage: --pair takes two codes.\n' });
  });
});

test('second order: codes are alike by the company they keep, not by meeting', async () => {
  const found = await desk.json<CooccurrenceResult>('cooccurrence', project, ...scope, '--second-order');
  // Dua and Tiga never meet, and both meet Satu alone.
  expect(found.counts[1]?.[2]).toBe(0);
  expect(found.similarity[1]?.[2]).toBeCloseTo(1, 12);
  expect(found.provenance.method).toContain('second-order');
});

test('proximity of one target and of two, nearest first', async () => {
  const { proximity } = await desk.json<CooccurrenceResult>('cooccurrence', project, ...scope, '--targets', 'Satu');
  expect(proximity).toEqual([
    { code: 1, values: [0.5], mean: 0.5 },
    { code: 2, values: [1 / 9], mean: 1 / 9 },
  ]);
  const { stdout } = await desk.run(['cooccurrence', project, ...scope, '--targets', 'Satu', 'Dua']);
  expect(stdout).toBe('0.0556  0.1111  0  Tiga\n');
});

test('the map by another method is another map, with its own stress', async () => {
  const smacof = await desk.json<CooccurrenceResult>('cooccurrence', project, ...scope);
  const maxqda = await desk.json<CooccurrenceResult>('cooccurrence', project, ...scope, '--map', 'maxqda');
  expect(maxqda.map.points).not.toEqual(smacof.map.points);
  expect(maxqda.map.stress).not.toBeNull();
  expect(maxqda.provenance.method).toContain('map=maxqda');
  expect(maxqda.similarity).toEqual(smacof.similarity);
});

test('cases are alike by the shares of their codes', async () => {
  const found = await desk.json<CaseSimilarityResult>('case-similarity', project);
  expect(found.cases.map(({ codings }) => codings)).toEqual([20, 1]);
  expect(found.similarity[0]?.[1]).toBeCloseTo(2 / Math.sqrt(64 + 100 + 4), 12);
  expect(found.clustering.merges).toHaveLength(1);
  const { stdout } = await desk.run(['case-similarity', project]);
  expect(stdout).toBe('0.1543  A  B\n');
});
