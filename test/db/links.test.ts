// Links between passages on a real project file: rules LK1–LK4, HI1 and HI3 of SPEC.md.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
let one: Guid;
let two: Guid;
const words = 'Satu dua tiga empat lima.';

beforeEach(async () => {
  project = await openTestProject();
  one = (await project.client.documents.create({ title: 'Satu', text: words })).guid;
  two = (await project.client.documents.create({ title: 'Dua', text: words })).guid;
});
afterEach(() => project.end());

function passage(documentId: Guid, quote: string) {
  const start = words.indexOf(quote);
  return { documentId, start, end: start + quote.length };
}
async function link(from = passage(one, 'dua'), to = passage(two, 'empat')): Promise<Guid> {
  return (await project.client.links.create({ kind: 'contradicts', from, to, note: 'Lain' })).guid;
}
async function edit(documentId: Guid, at: number, remove: number, insert: string): Promise<void> {
  const { revision } = await project.client.documents.text({ documentId });
  await project.client.documents.editText({ documentId, revision, splices: [{ at, remove, insert }] });
}
async function told() {
  return (await project.client.links.list({})).map(({ kind, from, to }) => `${from.quote} ${kind} ${to.quote}`);
}

describe('a link', () => {
  test('tells both ends with words, place and document, and who made it (LK1)', async () => {
    const guid = await link();
    const [found] = await project.client.links.list({});
    expect(found).toMatchObject({
      guid,
      kind: 'contradicts',
      note: 'Lain',
      author: (await project.client.coders.list({}))[0]?.guid,
      from: { document: one, documentTitle: 'Satu', start: 5, end: 8, quote: 'dua', isLost: false },
      to: { document: two, documentTitle: 'Dua', start: 14, end: 19, quote: 'empat', isLost: false },
    });
  });

  test('is found by document, by passage and by kind', async () => {
    await link();
    await project.client.links.create({ kind: 'repeats', from: passage(one, 'tiga'), to: passage(one, 'lima') });
    const count = async (input: Parameters<typeof project.client.links.list>[0]) =>
      (await project.client.links.list(input)).length;
    expect(await count({})).toBe(2);
    expect(await count({ documentId: one })).toBe(2);
    expect(await count({ documentId: two })).toBe(1);
    expect(await count({ documentId: one, start: 6, end: 7 })).toBe(1);
    expect(await count({ documentId: one, start: 8, end: 9 })).toBe(0);
    expect(await count({ kinds: ['repeats', 'follows'] })).toBe(1);
    expect(await count({ documentId: two, kinds: ['repeats'] })).toBe(0);
  });

  test('of a passage to itself, to nothing or outside the text is refused, and nothing changes (LK1)', async () => {
    const from = passage(one, 'dua');
    const { sequence } = (await project.client.history.list({ limit: 1 }))[0] ?? {};
    const create = (to: typeof from) => project.client.links.create({ kind: 'follows', from, to });
    await expect(create(from)).rejects.toMatchObject({ code: 'link-to-itself' });
    await expect(create({ ...from, end: from.start })).rejects.toMatchObject({ code: 'range-empty' });
    await expect(create({ documentId: two, start: 5, end: 500 })).rejects.toMatchObject({ code: 'range-outside-text' });
    expect(await project.client.links.list({})).toEqual([]);
    expect((await project.client.history.list({ limit: 1 }))[0]?.sequence).toBe(sequence);
    expect((await project.client.project.check({})).problems).toEqual([]);
  });

  test('changes kind, note and direction; the same again leaves no step (HI1), undo takes each back (HI3)', async () => {
    const linkId = await link();
    await project.client.links.update({ linkId, kind: 'supports', note: 'Sebab' });
    await project.client.links.update({ linkId, turn: true });
    expect(await told()).toEqual(['empat supports dua']);
    const { sequence } = (await project.client.history.list({ limit: 1 }))[0] ?? {};
    await project.client.links.update({ linkId, kind: 'supports', note: 'Sebab' });
    expect((await project.client.history.list({ limit: 1 }))[0]?.sequence).toBe(sequence);
    const undone = await project.client.history.undo({});
    expect(undone?.label).toBe('Direction of the link from “dua” to “empat” turned round');
    expect(await told()).toEqual(['dua supports empat']);
    await project.client.history.undo({});
    expect((await project.client.links.list({}))[0]).toMatchObject({ kind: 'contradicts', note: 'Lain' });
  });

  test('keeps to its words through edits before, in and after them (LK2)', async () => {
    await link();
    await edit(one, 0, 0, 'Nol ');
    await edit(one, 10, 0, 'X');
    await edit(two, words.length, 0, ' Enam.');
    const [found] = await project.client.links.list({});
    expect(found?.from).toMatchObject({ start: 9, end: 13, quote: 'dXua' });
    expect(found?.to).toMatchObject({ start: 14, end: 19, quote: 'empat' });
  });

  test('whose words were removed is broken, with its last words, until undo brings them back (LK3)', async () => {
    await link();
    await edit(one, 4, 5, '');
    const [found] = await project.client.links.list({ documentId: one });
    expect(found?.from).toMatchObject({ quote: 'dua', isLost: true });
    expect(found?.to.isLost).toBe(false);
    expect((await project.client.project.check({})).problems).toEqual([]);
    await project.client.history.undo({});
    expect((await project.client.links.list({}))[0]?.from).toMatchObject({ start: 5, end: 8, isLost: false });
  });

  test('goes with its passages, and comes back with them (LK4, HI3)', async () => {
    await link();
    const before = await project.client.links.list({});
    await project.client.links.delete({ linkIds: before.map(({ guid }) => guid) });
    expect(await project.client.links.list({})).toEqual([]);
    expect((await project.client.documents.text({ documentId: one })).text).toBe(words);
    await project.client.history.undo({});
    expect(await project.client.links.list({})).toEqual(before);
  });

  test('goes with a document at either end, and comes back with it (LK4)', async () => {
    await link();
    await link(passage(one, 'tiga'), passage(one, 'lima'));
    const before = await project.client.links.list({});
    await project.client.documents.delete({ documentIds: [two] });
    expect(await told()).toEqual(['tiga contradicts lima']);
    expect((await project.client.project.check({})).problems).toEqual([]);
    await project.client.history.undo({});
    expect(await project.client.links.list({})).toEqual(before);
  });
});
