// SJ1–SJ5 of SPEC.md through the real core and a real file: what splitting and joining keep.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CallError } from '../../src/shared/contract/client.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openRaw, openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { randomRange, randomText } from '../support/random-study.ts';
import { trackedRows } from '../support/rows.ts';

const text = 'Warga datang pagi. Mereka menunggu lama. Loket tutup siang.';
let project: TestProject;
let documentId: Guid;
let codeId: Guid;
beforeEach(async () => {
  project = await openTestProject();
  documentId = (await project.client.documents.create({ title: 'D', text })).guid;
  codeId = (await project.client.codes.create({ name: 'Antre' })).guid;
});
afterEach(async () => {
  expect((await project.client.project.check({})).problems).toEqual([]);
  expect(project.workshop.faults).toEqual([]);
  await project.end();
});

const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const code = (words: string, more: { readonly weight?: number; readonly memo?: string } = {}) =>
  project.client.codings.create({ documentId, codeId, ...range(words), ...more }).then(({ guid }) => guid);
const list = async () =>
  (await project.client.codings.list({})).map(({ guid, quote, weight, state, formerQuote }) => ({
    guid,
    quote,
    weight,
    state,
    formerQuote,
  }));
const memosOn = async (guid: Guid) =>
  (await project.client.memos.list({ target: { kind: 'coding', guid } })).map(({ body }) => body).toSorted();
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof CallError ? error.code : String(error)),
  );

describe('split', () => {
  test('SJ1, SJ2: the first part keeps the identifier; code, coder, weight and memos are on both', async () => {
    const { guid: coderId } = await project.client.coders.create({ name: 'Penilai' });
    const { guid } = await project.client.codings.create({
      documentId,
      codeId,
      coderId,
      ...range('datang pagi. Mereka menunggu'),
      weight: 40,
      memo: 'catatan',
    });
    const before = await list();
    const { guid: second } = await project.client.codings.split({ codingId: guid, at: text.indexOf(' Mereka') });
    expect(await list()).toEqual([
      { guid, quote: 'datang pagi.', weight: 40, state: 'kept', formerQuote: null },
      { guid: second, quote: 'Mereka menunggu', weight: 40, state: 'kept', formerQuote: null },
    ]);
    const coders = (await project.client.codings.list({})).map(({ coder }) => coder);
    expect(coders).toEqual([coderId, coderId]);
    expect(await memosOn(guid)).toEqual(['catatan']);
    expect(await memosOn(second)).toEqual(['catatan']);
    expect(await project.client.memos.list({})).toHaveLength(1);
    await project.client.history.undo({});
    expect(await list()).toEqual(before);
    expect(await memosOn(guid)).toEqual(['catatan']);
    await project.client.history.redo({});
    expect(await list()).toHaveLength(2);
  });

  test('SJ1: a cut at an edge, outside, or within a character is refused and changes nothing', async () => {
    const { guid: other } = await project.client.documents.create({ title: 'E', text: 'a😀b' });
    const { guid } = await project.client.codings.create({ documentId: other, codeId, start: 0, end: 4 });
    expect(await refusal(project.client.codings.split({ codingId: guid, at: 0 }))).toBe('split-outside-coding');
    expect(await refusal(project.client.codings.split({ codingId: guid, at: 4 }))).toBe('split-outside-coding');
    expect(await refusal(project.client.codings.split({ codingId: guid, at: 900 }))).toBe('split-outside-coding');
    expect(await refusal(project.client.codings.split({ codingId: guid, at: 2 }))).toBe('range-splits-character');
    expect((await list()).map(({ quote }) => quote)).toEqual(['a😀b']);
  });

  test('SJ2, ED7: a changed coding leaves both parts on the review list', async () => {
    const guid = await code('Mereka menunggu lama');
    const { revision } = await project.client.documents.text({ documentId });
    const at = text.indexOf('menunggu');
    await project.client.documents.editText({ documentId, revision, splices: [{ at, remove: 8, insert: 'antre' }] });
    await project.client.codings.split({ codingId: guid, at });
    expect((await list()).map(({ quote, state, formerQuote }) => [quote, state, formerQuote])).toEqual([
      ['Mereka', 'changed', 'Mereka menunggu lama'],
      ['antre lama', 'changed', 'Mereka menunggu lama'],
    ]);
  });
});

describe('join', () => {
  test('SJ3–SJ5: overlapping and following codings become the first of them, with every memo once', async () => {
    const last = await code('Loket tutup', { memo: 'tiga' });
    const first = await code('Warga datang pagi.', { weight: 20, memo: 'satu' });
    const middle = await code('pagi. Mereka', { weight: 60 });
    const next = await code('menunggu lama.');
    const both = [first, middle, last].map((guid) => ({ kind: 'coding' as const, guid }));
    await project.client.memos.create({ body: 'semua', targets: both });
    const before = await list();
    const answer = await project.client.codings.join({ codingIds: [next, middle, last, first] });
    expect(answer).toEqual({ guids: [first], joined: 4 });
    const quote = 'Warga datang pagi. Mereka menunggu lama. Loket tutup';
    expect(await list()).toEqual([{ guid: first, quote, weight: 60, state: 'kept', formerQuote: null }]);
    expect(await memosOn(first)).toEqual(['satu', 'semua', 'tiga']);
    const targets = (await project.client.memos.list({})).map((memo) => memo.targets.length);
    expect(targets).toEqual([1, 1, 1]);
    await project.client.history.undo({});
    expect(await list()).toEqual(before);
    expect(await memosOn(last)).toEqual(['semua', 'tiga']);
  });

  test('SJ3: words between keep codings apart unless they are to be coded too', async () => {
    const codingIds = [await code('Warga'), await code('pagi')];
    expect(await refusal(project.client.codings.join({ codingIds }))).toBe('codings-apart');
    await project.client.codings.join({ codingIds, acrossWords: true });
    expect((await list()).map(({ quote }) => quote)).toEqual(['Warga datang pagi']);
  });

  test('SJ3: another code, coder or document is never joined', async () => {
    const { guid: otherCode } = await project.client.codes.create({ name: 'Lain' });
    const { guid: coderId } = await project.client.coders.create({ name: 'Penilai' });
    const { guid: otherText } = await project.client.documents.create({ title: 'E', text });
    const at = range('Warga datang');
    const mine = await code('Warga datang');
    const made = await project.client.codings.createMany({
      items: [
        { documentId, codeId: otherCode, ...at },
        { documentId, codeId, ...at, coderId },
        { documentId: otherText, codeId, ...at },
      ],
    });
    const codingIds = [mine, ...made.guids];
    expect(await refusal(project.client.codings.join({ codingIds, acrossWords: true }))).toBe('codings-apart');
    expect(await list()).toHaveLength(4);
  });

  test('SJ5, ED6: what an edit changed stays for review with the former words of all; orphans take no part', async () => {
    const changed = await code('Warga datang');
    const plain = await code('pagi');
    const gone = await code('Mereka');
    const { revision } = await project.client.documents.text({ documentId });
    const splices = [
      { at: text.indexOf('Mereka'), remove: 6, insert: '' },
      { at: text.indexOf('datang'), remove: 6, insert: 'tiba' },
    ];
    await project.client.documents.editText({ documentId, revision, splices });
    await project.client.codings.join({ codingIds: [changed, plain, gone] });
    const found = await list();
    expect(found.find(({ guid }) => guid === changed)).toMatchObject({
      quote: 'Warga tiba pagi',
      state: 'changed',
      formerQuote: 'Warga datang … pagi',
    });
    expect(found.find(({ guid }) => guid === gone)).toMatchObject({ state: 'orphaned' });
  });
});

test.each([1, 2, 3])(
  'SJ1–SJ5, HI3: random cuts and joins keep every memo, and undo takes all back (seed %i)',
  async (seed) => {
    const random = randomOf(seed);
    const words = randomText(random, 200);
    const { guid: other } = await project.client.documents.create({ title: 'R', text: words });
    const { text: stored } = await project.client.documents.text({ documentId: other });
    for (let count = 0; count < 20; count += 1) {
      const place = randomRange(random, stored);
      if (!place) continue;
      await project.client.codings.create({ documentId: other, codeId, ...place, memo: `memo ${count}` });
    }
    await project.client.projects.close({});
    const before = await rowsOf();
    await project.client.projects.open({ path: project.path });
    let done = 0;
    for (let step = 0; step < 120; step += 1) {
      const codings = await project.client.codings.list({ documentIds: [other] });
      const memos = await bodies();
      const coding = random.pick(codings);
      const call =
        random.below(2) === 0
          ? project.client.codings.split({ codingId: coding.guid, at: random.below(stored.length) })
          : project.client.codings.join({
              codingIds: [coding.guid, random.pick(codings).guid, random.pick(codings).guid],
              acrossWords: random.below(4) === 0,
            });
      if ((await refusal(call)) === 'done') done += 1;
      expect(await bodies()).toEqual(memos);
      for (const { start, end, quote } of await project.client.codings.list({ documentIds: [other] })) {
        expect(quote).toBe(stored.slice(start, end)); // SG3
      }
    }
    expect(done).toBeGreaterThan(20);
    for (let step = 0; step < done; step += 1) await project.client.history.undo({});
    await project.client.projects.close({});
    expect(await rowsOf()).toEqual(before);
    await project.client.projects.open({ path: project.path });

    /** Memos that are on a coding of the text. */
    async function bodies(): Promise<readonly string[]> {
      const memos = await project.client.memos.list({ documentId: other });
      return memos.map(({ body }) => body).toSorted();
    }
  },
);

test('favourites stay in order, beside the history, and come back with a code that comes back', async () => {
  const { client } = project;
  const { guid: second } = await client.codes.create({ name: 'Lain' });
  await client.codes.setFavourites({ codeIds: [second, codeId, second] });
  expect(await client.codes.favourites({})).toEqual({ codeIds: [second, codeId] });
  expect((await client.history.list({ limit: 1 }))[0]).toMatchObject({ method: 'codes.create' });
  await client.codes.delete({ codeIds: [second], codings: 'delete', children: 'lift' });
  expect(await client.codes.favourites({})).toEqual({ codeIds: [codeId] });
  await client.history.undo({});
  await client.projects.close({});
  await client.projects.open({ path: project.path });
  expect(await client.codes.favourites({})).toEqual({ codeIds: [second, codeId] });
  expect(await refusal(client.codes.setFavourites({ codeIds: [documentId] }))).toBe('not-found');
});

async function rowsOf() {
  const db = await openRaw(project.path);
  try {
    return trackedRows(db);
  } finally {
    db.close();
  }
}
