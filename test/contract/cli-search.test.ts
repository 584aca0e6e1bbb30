// `search` and `autocode`: what they print, what they refuse, and that looking alters no byte of the project.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../support/cli-inside.ts';

type Hit = {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
};

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const study = join(desk.workshop.folder, 'studi.simpul');
const text = 'Warga: Anggaran desa 😀 terbuka. Dana desa juga.\nKepala desa menganggarkan dana.\nTidak ada lagi.\n';
const hash = () => createHash('sha256').update(readFileSync(study)).digest('hex');

beforeAll(async () => {
  await desk.json('new', study);
  const input = [
    { id: 1, method: 'documents.create', input: { title: 'wawancara', text, kind: 'interview' } },
    { id: 2, method: 'codes.create', input: { name: 'Desa' } },
  ];
  await desk.run(['batch', study], { input: input.map((line) => `${JSON.stringify(line)}\n`).join('') });
});

describe('search', () => {
  test('prints every hit with its place in UTF-16 units and the words around it, and alters nothing', async () => {
    const before = hash();
    const hits = await desk.json<readonly Hit[]>('search', study, 'desa');
    const canonical = (await desk.run(['text', study, 'wawancara'])).stdout;
    expect(hits.map(({ start, end }) => canonical.slice(start, end))).toEqual(['desa', 'desa', 'desa']);
    for (const { start, end, before: left, match, after } of hits) {
      expect(canonical.slice(start - left.length, end + after.length)).toBe(left + match + after);
    }
    expect(Object.keys(hits[0] ?? {})).toEqual(['document', 'start', 'end', 'before', 'match', 'after']);
    expect(hash()).toBe(before);
  });

  test.each([
    [['dana desa'], ['desa', 'Dana', 'desa', 'desa', 'dana']],
    [
      ['dana kepala', '--unit', 'sentence'],
      ['Kepala', 'dana'],
    ],
    [['"dana desa"'], ['Dana desa']],
    [
      ['anggaran', '--affixes'],
      ['Anggaran', 'menganggarkan'],
    ],
    [['Dana', '--match-case'], ['Dana']],
    [['desa NOT kepala'], ['desa', 'desa']],
    [['/d\\p{L}na/'], ['Dana', 'dana']],
    [['😀'], ['😀']],
    [['desa', '--limit', '1'], ['desa']],
    [
      ['desa', '--documents', 'wawancara', '--kinds', 'interview', 'other'],
      ['desa', 'desa', 'desa'],
    ],
    [['tiada'], []],
  ])('%j finds %j', async (args, expected) => {
    const hits = await desk.json<readonly Hit[]>('search', study, ...args);
    expect(hits.map(({ match }) => match)).toEqual(expected);
  });

  test('for people: document, place, keyword in context', async () => {
    const { status, stdout } = await desk.run(['search', study, 'kepala']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `wawancara  ${text.indexOf('Kepala')}  [Kepala] desa menganggarkan dana.\n`,
    });
  });

  test.each([
    [['search', study, '(desa'], 1, 'query-unreadable'],
    [['search', study, ''], 1, 'query-unreadable'],
    [['search', study, 'desa', '--unit', 'page'], 2, 'usage'],
    [['search', study, 'desa', '--documents', 'tiada'], 1, 'not-found'],
    [['search', study, 'desa', '--cases', 'tiada'], 1, 'not-found'],
    [['search', study], 2, 'usage'],
    [['autocode', study, 'desa'], 2, 'usage'],
    [['autocode', study, 'desa', '--code', 'tiada'], 1, 'not-found'],
  ])('%j is refused', async (args, status, code) => {
    const before = hash();
    const result = await desk.run(args);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(result.stderr).toMatch(new RegExp(`^simpul: ${code}: .+\n$`));
    expect(hash()).toBe(before);
  });
});

describe('autocode', () => {
  test('tells first, codes once, and is one step to take back', async () => {
    const before = hash();
    const told = { hits: 3, documents: 1, codings: 3, already: 0 };
    expect(await desk.json('autocode', study, 'desa', '--code', 'Desa', '--dry-run')).toEqual({
      ...told,
      dryRun: true,
    });
    expect(hash()).toBe(before);
    expect(await desk.json('autocode', study, 'desa', '--code', 'Desa')).toEqual({ ...told, dryRun: false });
    expect(await desk.json('autocode', study, 'desa', '--code', 'Desa')).toMatchObject({ codings: 0, already: 3 });
    expect(await desk.json('codings', study, '--code', 'Desa')).toHaveLength(3);
    await desk.json('undo', study);
    expect(await desk.json('codings', study)).toEqual([]);
    await desk.json('autocode', study, 'desa', '--code', 'Desa', '--extent', 'paragraph');
    const coded = await desk.json<readonly { readonly quote: string }[]>('codings', study);
    expect(coded.map(({ quote }) => quote)).toEqual(text.split('\n').slice(0, 2));
    expect((await desk.run(['check', study])).status).toBe(0);
  });
});
