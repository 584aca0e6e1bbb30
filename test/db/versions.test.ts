// VE rules of SPEC.md: every state of a text can be read, named, compared and brought back.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applySplices } from '../../src/shared/domain/segments.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, randomOf, type TestProject } from '../support/project.ts';

let project: TestProject;
let now = 0;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1, 9);
  project = await openTestProject({ ports: { clock: { now: () => new Date(now) } } });
});
afterEach(() => project.end());

const minutes = (count: number): void => {
  now += count * 60_000;
};
const add = async (text: string): Promise<Guid> =>
  (await project.client.documents.create({ title: 'Satu', text })).guid;
const edit = async (documentId: Guid, at: number, remove: number, insert: string): Promise<void> => {
  const { revision } = await project.client.documents.text({ documentId });
  await project.client.documents.editText({ documentId, revision, splices: [{ at, remove, insert }] });
};
const textOf = async (documentId: Guid) => project.client.documents.text({ documentId });

test.each([1, 2, 3, 4, 5, 6])(
  'VE1: the text at every revision is what it was, through undo, redo and deletion (seed %i)',
  async (seed) => {
    const random = randomOf(seed);
    const { client } = project;
    const documentId = await add('Kami sudah mencoba 😀 é aplikasi itu.\nTidak mudah.');
    const was = new Map([[1, (await textOf(documentId)).text]]);
    for (let step = 0; step < 120; step += 1) {
      const { text, revision } = await textOf(documentId);
      const choice = random.below(12);
      if (choice < 7) {
        const at = random.below(text.length + 1);
        const remove = random.below(Math.min(5, text.length - at + 1));
        const splices = [{ at, remove, insert: random.pick(['', 'a', '\u0301', 'kata ', '\n', '😀']) }];
        if (isLegal(text, splices[0])) await client.documents.editText({ documentId, revision, splices });
      } else if (choice < 9) await client.history.undo({});
      else if (choice < 10) await client.history.redo({});
      else if (choice < 11) {
        const splices = [1, 4, 9].filter((at) => at < text.length).map((at) => ({ at, remove: 1, insert: 'xy' }));
        if (splices.every((splice) => isLegal(text, splice)) && splices.length > 0) {
          await client.texts.replace({ documents: [{ documentId, revision, splices }] });
        }
      } else if (random.below(2) === 0) {
        await client.documents.delete({ documentIds: [documentId] });
        // The row that became free is taken by another document for a while.
        await add('lain');
        await client.history.undo({});
        await client.history.undo({});
      } else await client.versions.restore({ documentId, revision: random.pick([...was.keys()]) });
      // A deletion that was redone is undone; a creation that was undone is redone.
      const isThere = async () => (await client.documents.list({})).some(({ guid }) => guid === documentId);
      if (!(await isThere())) await client.history.undo({});
      while (!(await isThere())) await client.history.redo({});
      const after = await textOf(documentId);
      const known = was.get(after.revision);
      if (known !== undefined) expect(after.text).toBe(known);
      was.set(after.revision, after.text);
    }
    for (const [revision, text] of was) {
      expect({ revision, text: (await client.versions.text({ documentId, revision })).text }).toEqual({
        revision,
        text,
      });
    }
    const list = await client.versions.list({ documentId });
    const last = Math.max(...was.keys());
    expect(list[0]).toMatchObject({ revision: last, current: true });
    expect(list.at(-1)).toMatchObject({ revision: 1, first: true });
    for (const { revision } of list) expect(was.has(revision)).toBe(true);
    await expect(client.versions.text({ documentId, revision: last + 1 })).rejects.toMatchObject({ code: 'not-found' });
    expect((await client.project.check({})).problems).toEqual([]);
  },
  120_000,
);

describe('VE2: what is told as one', () => {
  test('edits of one coder without a pause of ten minutes', async () => {
    const documentId = await add('satu');
    minutes(1);
    await edit(documentId, 4, 0, ' dua');
    minutes(9);
    await edit(documentId, 0, 4, 'Satu');
    minutes(10);
    await edit(documentId, 8, 0, ' tiga');
    const list = await project.client.versions.list({ documentId });
    expect(
      list.map(({ revision, added, removed, edits, current, first }) => ({
        revision,
        added,
        removed,
        edits,
        current,
        first,
      })),
    ).toEqual([
      { revision: 4, added: 5, removed: 0, edits: 1, current: true, first: false },
      { revision: 3, added: 8, removed: 4, edits: 2, current: false, first: false },
      { revision: 1, added: 0, removed: 0, edits: 0, current: false, first: true },
    ]);
    expect(list[1]).toMatchObject({ from: '2026-01-01T09:01:00.000Z', at: '2026-01-01T09:10:00.000Z' });
    expect(list.map(({ label }) => label)).toEqual([
      'Text of “Satu” edited',
      'Text of “Satu” edited',
      'Document “Satu” added',
    ]);
  });

  test('another coder, a name, an undo and a replacement begin a new entry', async () => {
    const { client } = project;
    const documentId = await add('satu');
    await edit(documentId, 4, 0, ' dua');
    await client.versions.name({ documentId, revision: 2, name: 'Sebelum ejaan' });
    await edit(documentId, 8, 0, ' tiga');
    const { guid } = await client.coders.create({ name: 'Penilai' });
    await client.coders.setCurrent({ coderId: guid });
    await edit(documentId, 13, 0, ' empat');
    await client.history.undo({});
    await client.texts.replace({
      documents: [{ documentId, revision: 5, splices: [{ at: 0, remove: 4, insert: 'SATU' }] }],
    });
    const list = await client.versions.list({ documentId });
    expect(list.map(({ revision, coderName, names, label }) => [revision, coderName, names[0]?.name, label])).toEqual([
      [6, 'Penilai', undefined, '1 passages replaced in 1 documents'],
      [5, 'Penilai', undefined, 'Undone: Text of “Satu” edited'],
      [4, 'Penilai', undefined, 'Text of “Satu” edited'],
      [3, 'Researcher', undefined, 'Text of “Satu” edited'],
      [2, 'Researcher', 'Sebelum ejaan', 'Text of “Satu” edited'],
      [1, 'Researcher', undefined, 'Document “Satu” added'],
    ]);
  });

  test('names can be changed and taken off; a state that never was takes none', async () => {
    const { client } = project;
    const documentId = await add('satu');
    const { guid } = await client.versions.name({ documentId, revision: 1, name: 'Awal' });
    await client.versions.rename({ versionId: guid, name: 'Asli' });
    expect((await client.versions.list({ documentId }))[0]?.names).toMatchObject([
      { name: 'Asli', coderName: 'Researcher' },
    ]);
    await client.versions.unname({ versionId: guid });
    expect((await client.versions.list({ documentId }))[0]?.names).toEqual([]);
    await client.history.undo({});
    expect((await client.versions.list({ documentId }))[0]?.names).toMatchObject([{ name: 'Asli' }]);
    const never = client.versions.name({ documentId, revision: 7, name: 'x' });
    await expect(never).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('VE3: restoring', () => {
  test('is an edit word by word: codings on what stays keep their words, one undo takes it back', async () => {
    const { client } = project;
    const former = 'Penanya: apa kabar?\nInforman: kami tidak pernah dilatih untuk itu.\nPenanya: oh.';
    const documentId = await add(former);
    const { guid: codeId } = await client.codes.create({ name: 'Kode' });
    const start = former.indexOf('dilatih');
    const { guid } = await client.codings.create({ documentId, codeId, start, end: start + 7 });
    await edit(documentId, former.indexOf('tidak'), 'tidak pernah'.length, 'kadang-kadang');
    await edit(documentId, 0, 'Penanya: apa kabar?\n'.length, '');
    const { text: later, revision } = await textOf(documentId);
    const outcome = await client.versions.restore({ documentId, revision: 1 });
    expect(outcome).toEqual({ revision: revision + 1, changed: 0, orphaned: 0 });
    expect((await textOf(documentId)).text).toBe(former);
    expect(await client.codings.list({ codingIds: [guid] })).toMatchObject([
      { quote: 'dilatih', start, state: 'kept' },
    ]);
    expect((await client.history.list({ limit: 1 }))[0]?.label).toBe('A former text of “Satu” restored');
    await client.history.undo({});
    expect((await textOf(documentId)).text).toBe(later);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('gives codings on the review list their former words back where these stand at their place again', async () => {
    const { client } = project;
    const former = 'Informan: tapi sulit sekali, dan wajib sejak dulu.';
    const documentId = await add(former);
    const { guid: codeId } = await client.codes.create({ name: 'Kode' });
    const coded = async (words: string) => {
      const start = former.indexOf(words);
      return (await client.codings.create({ documentId, codeId, start, end: start + words.length })).guid;
    };
    const cut = await coded('tapi sulit sekali');
    const gone = await coded('wajib');
    const before = await client.codings.list({});
    await edit(documentId, former.indexOf('sulit sekali'), 'sulit sekali'.length, 'sangat sulit');
    await edit(documentId, former.indexOf('wajib'), 'wajib '.length, '');
    expect((await client.codings.list({})).map(({ state }) => state)).toEqual(['changed', 'orphaned']);
    expect(await client.versions.restore({ documentId, revision: 1 })).toMatchObject({ changed: 0, orphaned: 0 });
    expect((await client.codings.list({})).map(({ guid, quote, state }) => [guid, quote, state])).toEqual([
      [cut, 'tapi sulit sekali', 'kept'],
      [gone, 'wajib', 'kept'],
    ]);
    expect((await client.project.check({})).problems).toEqual([]);
    await client.history.undo({});
    expect((await client.codings.list({})).map(({ state }) => state)).toEqual(['changed', 'orphaned']);
    await client.history.undo({});
    await client.history.undo({});
    expect(await client.codings.list({})).toEqual(before);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('of the present state changes nothing', async () => {
    const documentId = await add('satu');
    await project.client.versions.restore({ documentId, revision: 1 });
    expect((await textOf(documentId)).revision).toBe(1);
  });
});

test('DF4: two states are compared with what lies far from any difference left out', async () => {
  const { client } = project;
  const lines = Array.from({ length: 40 }, (_, index) => `Baris ${index}.`);
  const documentId = await add(lines.join('\n'));
  await edit(documentId, lines.slice(0, 20).join('\n').length + 1, 'Baris'.length, 'Larik');
  const { rows, added, removed } = await client.versions.compare({ documentId, before: 1, context: 1 });
  expect(rows.map((row) => (row.kind === 'left-out' ? `… ${row.count}` : `${row.kind} ${row.before}`))).toEqual([
    '… 19',
    'same 19',
    'changed 20',
    'same 21',
    '… 18',
  ]);
  expect({ added, removed }).toEqual({ added: 5, removed: 5 });
  const all = await client.versions.compare({ documentId, before: 2, after: 1, context: 1000 });
  expect(all.rows.filter(({ kind }) => kind === 'same')).toHaveLength(39);
});

function isLegal(
  text: string,
  splice: { readonly at: number; readonly remove: number; readonly insert: string } | undefined,
): boolean {
  if (!splice) return false;
  const { at, remove } = splice;
  const splits = (offset: number): boolean =>
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
  return at + remove <= text.length && !splits(at) && !splits(at + remove) && applySplices(text, [splice]) !== text;
}
