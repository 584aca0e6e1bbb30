// TX1–TX7 through the real core and a real file: what a search tells is the same with and without the index, after any
// edit, undo, import and deletion, and the same as a slow look at every text.

import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../../src/shared/contract/client.ts';
import type { SearchSettingsInput } from '../../src/shared/contract/search.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { canonicalText } from '../../src/shared/domain/text.ts';
import { sql } from '../../src/main/db/database.ts';
import { openRaw, openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { search as slowSearch, type Unit } from '../unit/search/model.ts';

let open: TestProject | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

async function found(client: Client, query: string, settings: Partial<SearchSettingsInput> = {}) {
  const { documents } = await client.search.find({ ...settings, query });
  return documents.flatMap(({ hits }) => hits.map(({ match }) => match));
}

async function slowly(client: Client, query: string, unit: Unit) {
  const all: { document: Guid; start: number; end: number }[] = [];
  for (const { guid } of await client.documents.list({})) {
    const { text } = await client.documents.text({ documentId: guid });
    for (const { start, end } of await slowSearch(text, query, unit)) all.push({ document: guid, start, end });
  }
  return all;
}

const words = 'data Data program program-program desa terbuka, anggaran. Desa dana é É 😀 warga'.split(' ');
const blanks = [' ', ' ', ' ', '\n', ' \u00a0', '. '];

test.each(Array.from({ length: 8 }, (_, index) => 500 + index))(
  'equal to a slow search after every change (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    open = await openTestProject();
    const { client, path } = open;
    const random = randomOf(seed);
    const text = (most: number) =>
      canonicalText(
        Array.from({ length: random.below(most) }, () => `${random.pick(words)}${random.pick(blanks)}`).join(''),
      );
    const queries = [
      'data',
      'des*',
      '"program-program"',
      'data desa',
      'desa OR dana',
      'warga NOT data',
      'data NEAR/2 desa',
      'é',
      '"desa terbuka"',
      '😀 program',
      '/a[nt]a/',
    ];
    const units = ['document', 'paragraph', 'sentence'] as const;
    await client.documents.create({ title: 'Satu', text: text(60) });
    let asked = 0;
    for (let step = 0; step < 60; step += 1) {
      const documents = await client.documents.list({});
      const one = documents[random.below(Math.max(1, documents.length))];
      switch (random.below(7)) {
        case 0:
          await client.documents.create({ title: `D${step}`, text: text(40) });
          break;
        case 1:
          if (one && documents.length > 1) await client.documents.delete({ documentIds: [one.guid] });
          break;
        case 2:
          await client.history.undo({});
          break;
        case 3:
          await client.history.redo({});
          break;
        case 4:
          await client.search.index({});
          break;
        default: {
          if (!one) break;
          const { text: before, revision } = await client.documents.text({ documentId: one.guid });
          const at = before.length === 0 ? 0 : before.lastIndexOf(' ', random.below(before.length)) + 1;
          const remove = Math.max(0, before.indexOf(' ', at + random.below(9)) - at);
          await client.documents.editText({
            documentId: one.guid,
            revision,
            splices: [{ at, remove, insert: text(4) }],
          });
        }
      }
      if (step % 20 === 10) {
        await client.projects.close({});
        await client.projects.open({ path });
      }
      const query = random.pick(queries);
      const unit = random.pick(units);
      const { documents: told, hits, more } = await client.search.find({ query, unit });
      const quick = told.flatMap(({ document, hits: all }) => all.map(({ start, end }) => ({ document, start, end })));
      const slow = await slowly(client, query, unit);
      expect({ step, query, unit, quick }).toEqual({ step, query, unit, quick: slow });
      expect({ hits, more }).toEqual({ hits: slow.length, more: false });
      asked += slow.length;
    }
    expect(asked).toBeGreaterThan(20);
    await client.search.index({});
    expect((await client.project.check({})).problems).toEqual([]);
  },
);

describe('the index in the file', () => {
  test('is not written by searching, is kept exact, and forgets texts that are gone', async () => {
    open = await openTestProject();
    const { client, path } = open;
    const { guid } = await client.documents.create({ title: 'A', text: 'rahasia dan data' });
    await client.documents.create({ title: 'B', text: 'data terbuka' });
    expect(await found(client, 'data')).toEqual(['data', 'data']);
    const rows = async () => {
      await client.projects.close({});
      const db = await openRaw(path);
      const all = db.all<{ words: string }>(sql`SELECT words FROM search_index ORDER BY words`).map((row) => row.words);
      db.close();
      await client.projects.open({ path });
      return all;
    };
    expect(await rows()).toEqual([]);
    expect(await client.search.index({})).toEqual({ texts: 2, indexed: 2 });
    expect(await rows()).toEqual(['data\nterbuka', 'rahasia\ndan\ndata']);
    expect(await client.search.index({})).toEqual({ texts: 2, indexed: 0 });
    await client.documents.delete({ documentIds: [guid] });
    expect(await found(client, 'data')).toEqual(['data']);
    await client.search.index({});
    expect(await rows()).toEqual(['data\nterbuka']);
    await client.history.undo({});
    expect(await found(client, 'rahasia')).toEqual(['rahasia']);
  });

  test('check tells of one that was tampered with', async () => {
    open = await openTestProject();
    const { client, path } = open;
    await client.documents.create({ title: 'A', text: 'data terbuka' });
    await client.search.index({});
    await client.projects.close({});
    const db = await openRaw(path);
    db.run(sql`UPDATE search_index SET words = 'data' || char(10) || 'tertutup'`);
    db.close();
    await client.projects.open({ path });
    expect((await client.project.check({})).problems).toMatchObject([{ kind: 'index' }]);
  });
});

describe('where a search looks', () => {
  const text = [
    'Peneliti: Apakah anggaran desa terbuka?',
    'Warga: Anggaran dipasang di balai. Desa terbuka.',
    'Peneliti: Sejak kapan?',
    'Warga: Sejak pelayanan membaik.',
  ].join('\n');

  test('documents, cases, kinds, speakers, codes, sections of questions, coded segments', async () => {
    open = await openTestProject();
    const { client } = open;
    const { guid: one } = await client.documents.create({ title: 'Satu', text, kind: 'interview' });
    const { guid: two } = await client.documents.create({ title: 'Dua', text: 'Anggaran lain.', kind: 'document' });
    const { guid: caseId } = await client.cases.create({ name: 'Kasus' });
    await client.cases.assign({ caseId, documentIds: [two] });
    const { guid: codeId } = await client.codes.create({ name: 'Kode' });
    const start = text.indexOf('Anggaran dipasang');
    await client.codings.create({ documentId: one, codeId, start, end: start + 25 });
    const { guid: questionId } = await client.guide.create({ label: 'Sejak kapan?' });
    const asked = text.indexOf('Sejak kapan');
    await client.guide.mark({ items: [{ questionId, documentId: one, start: asked, end: asked + 12 }] });

    expect(await found(client, 'anggaran')).toEqual(['anggaran', 'Anggaran', 'Anggaran']);
    expect(await found(client, 'anggaran', { documentIds: [two] })).toEqual(['Anggaran']);
    expect(await found(client, 'anggaran', { caseIds: [caseId] })).toEqual(['Anggaran']);
    expect(await found(client, 'anggaran', { kinds: ['interview'] })).toEqual(['anggaran', 'Anggaran']);
    expect(await found(client, 'anggaran', { speakers: ['Peneliti'] })).toEqual(['anggaran']);
    expect(await found(client, 'peneliti', { speakers: ['Peneliti'] })).toEqual([]);
    expect(await found(client, 'anggaran', { codeIds: [codeId] })).toEqual(['Anggaran']);
    expect(await found(client, 'anggaran OR desa', { unit: 'coding' })).toEqual(['Anggaran']);
    expect(await found(client, 'sejak', { questionIds: [questionId] })).toEqual(['Sejak', 'Sejak']);
    expect(await found(client, 'layan', { affixes: true })).toEqual(['pelayanan']);
    await expect(client.search.find({ query: 'a', documentIds: [caseId] })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(client.search.find({ query: '(a' })).rejects.toMatchObject({ code: 'query-unreadable' });
  });

  test('H7: an expression without an end is stopped, and the project goes on', { timeout: 30_000 }, async () => {
    open = await openTestProject();
    const { client } = open;
    await client.documents.create({ title: 'A', text: `${'a'.repeat(40)}!` });
    await expect(client.search.find({ query: '/(a+)+$/' })).rejects.toMatchObject({ code: 'pattern-too-slow' });
    expect(await found(client, '/a+/')).toHaveLength(1);
  });
});

test('words are counted over what was chosen, and set against the rest', async () => {
  open = await openTestProject();
  const { client } = open;
  const { guid } = await client.documents.create({ title: 'A', text: 'Desa desa dan program-program.' });
  await client.documents.create({ title: 'B', text: 'Dana, dana, dana, desa.' });
  const { rows, ...counts } = await client.search.words({ documentIds: [guid] });
  expect(counts).toMatchObject({ different: 2, words: 3, documents: 1, stopWords: { lists: 'both', own: 0 } });
  expect(rows.map(({ word, count }) => [word, count])).toEqual([
    ['desa', 2],
    ['program-program', 1],
  ]);
  expect(rows[0]?.keyness).toBeGreaterThan(0);
  const all = await client.search.words({ stopWords: 'none' });
  expect(all.rows.find(({ word }) => word === 'dan')).toMatchObject({ count: 1, keyness: null });
  await expect(client.search.words({ caseIds: [guid] })).rejects.toMatchObject({ code: 'not-found' });
});

describe('coding what is found', () => {
  test('all in one step, each once, and what would be coded without doing it', async () => {
    open = await openTestProject();
    const { client } = open;
    const text = 'Dana desa terbuka. Desa dana desa.\nWarga tahu.';
    await client.documents.create({ title: 'A', text });
    await client.documents.create({ title: 'B', text: 'desa' });
    const { guid: codeId } = await client.codes.create({ name: 'Desa' });
    const dry = await client.search.code({ query: 'desa', codeId, dryRun: true });
    expect(dry).toEqual({ hits: 4, documents: 2, codings: 4, already: 0 });
    expect(await client.codings.list({})).toEqual([]);
    expect(await client.search.code({ query: 'desa', codeId })).toEqual(dry);
    expect((await client.codings.list({})).map(({ quote }) => quote)).toEqual(['desa', 'Desa', 'desa', 'desa']);
    expect(await client.search.code({ query: 'desa', codeId })).toEqual({
      hits: 4,
      documents: 0,
      codings: 0,
      already: 4,
    });
    await client.history.undo({});
    expect(await client.codings.list({})).toEqual([]);
    await client.search.code({ query: 'desa', codeId, extent: 'sentence' });
    expect((await client.codings.list({})).map(({ quote }) => quote)).toEqual([
      'Dana desa terbuka.',
      'Desa dana desa.',
      'desa',
    ]);
    await client.search.code({ query: 'tahu', codeId, extent: 'paragraph', coderId: null });
    expect((await client.codings.list({})).map(({ quote }) => quote)).toContain('Warga tahu.');
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('searches that were kept come back with undo and after opening again', async () => {
    open = await openTestProject();
    const { client, path } = open;
    const { guid } = await client.search.save({ name: 'Satu', settings: { query: 'desa', affixes: true } });
    await client.search.updateSaved({ searchId: guid, name: 'Dua', settings: { query: 'dana' } });
    await client.search.removeSaved({ searchId: guid });
    expect(await client.search.saved({})).toEqual([]);
    await client.history.undo({});
    await client.projects.close({});
    await client.projects.open({ path });
    expect(await client.search.saved({})).toMatchObject([{ name: 'Dua', settings: { query: 'dana', affixes: false } }]);
    await client.history.undo({});
    expect(await client.search.saved({})).toMatchObject([{ name: 'Satu', settings: { query: 'desa', affixes: true } }]);
    await expect(client.search.save({ name: 'x', settings: { query: '"' } })).rejects.toMatchObject({
      code: 'query-unreadable',
    });
  });
});
