// Finding and replacing over documents (FR1–FR6) and giving codings their words back (ED7), on a real project file.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
let code: Guid;

beforeEach(async () => {
  project = await openTestProject();
  code = (await project.client.codes.create({ name: 'Hambatan' })).guid;
});
afterEach(() => project.end());

const add = async (title: string, text: string): Promise<Guid> =>
  (await project.client.documents.create({ title, text })).guid;
const textOf = async (documentId: Guid): Promise<string> => (await project.client.documents.text({ documentId })).text;
const coded = async (documentId: Guid, words: string): Promise<Guid> => {
  const start = (await textOf(documentId)).indexOf(words);
  return (await project.client.codings.create({ documentId, codeId: code, start, end: start + words.length })).guid;
};
const codingOf = async (guid: Guid) => {
  const [coding] = await project.client.codings.list({ codingIds: [guid] });
  if (!coding) throw new Error('the coding is gone');
  return coding;
};
const sound = async () => expect((await project.client.project.check({})).problems).toEqual([]);

describe('find', () => {
  test('over all documents, in their order, with context, replacement and the codings a change would touch', async () => {
    const one = await add('Satu', 'Kami tidak paham e-gov. E-gov itu sulit.');
    await add('Dua', 'Tidak ada.');
    const three = await add('Tiga', 'Soal e-gov saja.');
    await coded(one, 'paham e-gov');
    await coded(one, 'e-gov. E-gov');
    await coded(one, '. E');
    const found = await project.client.texts.find({ search: { query: 'e-gov' }, replacement: 'SPBE', context: 6 });
    expect(found).toMatchObject({ hits: 3, searched: 3, more: false });
    expect(found.documents.map(({ document, title, revision }) => [document, title, revision])).toEqual([
      [one, 'Satu', 1],
      [three, 'Tiga', 1],
    ]);
    expect(found.documents[0]?.hits).toEqual([
      { start: 17, end: 22, words: 'e-gov', before: 'paham ', after: '. E-go', insert: 'SPBE', codings: 2 },
      { start: 24, end: 29, words: 'E-gov', before: '-gov. ', after: ' itu s', insert: 'SPBE', codings: 2 },
    ]);
  });

  test('in some documents only, by a regular expression', async () => {
    await add('Satu', 'a1 b2');
    const two = await add('Dua', 'c3 d4');
    const found = await project.client.texts.find({
      search: { query: String.raw`(\w)(\d)`, regex: true },
      replacement: '$2$1',
      documentIds: [two],
      context: 0,
    });
    expect(found.searched).toBe(1);
    expect(found.documents.flatMap(({ hits }) => hits.map(({ insert, before }) => [insert, before]))).toEqual([
      ['3c', ''],
      ['4d', ''],
    ]);
  });

  test('FR5: an expression that cannot be read, or never comes to an end, is told apart and stops nothing', async () => {
    await add('Satu', `${'a'.repeat(60)}!`);
    const faulty = project.client.texts.find({ search: { query: '(a', regex: true } });
    await expect(faulty).rejects.toMatchObject({ code: 'pattern-invalid' });
    const endless = project.client.texts.find({ search: { query: '(a+)+$', regex: true } });
    const meanwhile = await project.client.documents.list({});
    expect(meanwhile).toHaveLength(1);
    await expect(endless).rejects.toMatchObject({ code: 'pattern-too-slow' });
    const after = await project.client.texts.find({ search: { query: 'a+', regex: true } });
    expect(after.hits).toBe(1);
    expect(project.workshop.faults).toEqual([]);
  }, 30_000);
});

describe('replace', () => {
  test('FR6: one step over several documents; codings follow, the review list gets what changed, undo takes all back', async () => {
    const one = await add('Satu', 'aplikasi lama, aplikasi lama');
    const two = await add('Dua', 'hanya aplikasi');
    const inside = await coded(one, 'lama, aplikasi');
    const exact = await coded(two, 'aplikasi');
    const before = await project.client.codings.list({});
    const { documents } = await project.client.texts.find({ search: { query: 'aplikasi' }, replacement: 'sistem' });
    const outcome = await project.client.texts.replace({
      documents: documents.map(({ document, revision, hits }) => ({
        documentId: document,
        revision,
        splices: hits.map(({ start, end, insert }) => ({ at: start, remove: end - start, insert: insert ?? '' })),
      })),
    });
    expect(outcome).toEqual({ documents: 2, replaced: 3, changed: 2, orphaned: 0 });
    expect([await textOf(one), await textOf(two)]).toEqual(['sistem lama, sistem lama', 'hanya sistem']);
    expect(await codingOf(inside)).toMatchObject({
      quote: 'lama, sistem',
      formerQuote: 'lama, aplikasi',
      state: 'changed',
    });
    expect(await codingOf(exact)).toMatchObject({ quote: 'sistem', state: 'changed' });
    expect((await project.client.documents.list({})).map(({ toReview }) => toReview)).toEqual([1, 1]);
    expect((await project.client.history.list({ limit: 1 }))[0]?.label).toBe('3 passages replaced in 2 documents');
    await sound();
    await project.client.history.undo({});
    expect([await textOf(one), await textOf(two)]).toEqual(['aplikasi lama, aplikasi lama', 'hanya aplikasi']);
    expect(await project.client.codings.list({})).toEqual(before);
    await project.client.history.redo({});
    expect(await textOf(two)).toBe('hanya sistem');
    await sound();
  });

  test('FR6: where one of the documents has changed meanwhile, none is touched', async () => {
    const one = await add('Satu', 'kata');
    const two = await add('Dua', 'kata');
    await project.client.documents.editText({
      documentId: two,
      revision: 1,
      splices: [{ at: 0, remove: 0, insert: 'x' }],
    });
    const splices = [{ at: 0, remove: 4, insert: 'lain' }];
    const order = [one, two].map((documentId) => ({ documentId, revision: 1, splices }));
    await expect(project.client.texts.replace({ documents: order })).rejects.toMatchObject({
      code: 'text-changed-meanwhile',
    });
    expect(await textOf(one)).toBe('kata');
  });

  test('passages that overlap are refused', async () => {
    const one = await add('Satu', 'kata demi kata');
    const splices = [
      { at: 0, remove: 4, insert: '' },
      { at: 3, remove: 2, insert: '' },
    ];
    const order = project.client.texts.replace({ documents: [{ documentId: one, revision: 1, splices }] });
    await expect(order).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('T1: what is put in is stored in composed form, with line ends of one kind', async () => {
    const one = await add('Satu', 'cafe x kafe');
    const splices = [
      { at: 4, remove: 0, insert: '\u0301' },
      { at: 5, remove: 1, insert: '\r\n' },
    ];
    await project.client.texts.replace({ documents: [{ documentId: one, revision: 1, splices }] });
    expect(await textOf(one)).toBe('caf\u00e9 \n kafe');
    await sound();
  });

  test('five thousand replacements among five thousand codings are one quick step', async () => {
    const sentence = 'Informan: kami memakai aplikasi itu setiap hari kerja di kantor. ';
    const long = await add('Panjang', sentence.repeat(5000));
    await project.client.codings.createMany({
      items: Array.from({ length: 5000 }, (_, index) => ({
        documentId: long,
        codeId: code,
        start: index * sentence.length + (index % 20),
        end: index * sentence.length + 20 + (index % 40),
      })),
    });
    const { documents } = await project.client.texts.find({
      search: { query: 'aplikasi' },
      replacement: 'sistem',
      context: 0,
    });
    const order = documents.map(({ document, revision, hits }) => ({
      documentId: document,
      revision,
      splices: hits.map(({ start, end }) => ({ at: start, remove: end - start, insert: 'sistem' })),
    }));
    const began = performance.now();
    expect(await project.client.texts.replace({ documents: order })).toMatchObject({ replaced: 5000 });
    // Not a measure of speed: one splice after the other over the whole text takes minutes here.
    expect(performance.now() - began).toBeLessThan(20_000);
    await sound();
    await project.client.history.undo({});
    expect(await textOf(long)).toBe(sentence.repeat(5000));
    await sound();
  }, 120_000);
});

describe('the former words of a coding', () => {
  const edit = async (documentId: Guid, at: number, remove: number, insert: string): Promise<void> => {
    const { revision } = await project.client.documents.text({ documentId });
    await project.client.documents.editText({ documentId, revision, splices: [{ at, remove, insert }] });
  };

  test('are put back in the text; the coding leaves the review list and others keep their words', async () => {
    const one = await add('Satu', 'kami tidak pernah dilatih sama sekali');
    const whole = await coded(one, 'tidak pernah dilatih');
    const part = await coded(one, 'dilatih');
    await edit(one, 5, 'tidak pernah'.length, 'selalu');
    expect(await codingOf(whole)).toMatchObject({ quote: 'selalu dilatih', state: 'changed' });
    expect(await project.client.texts.restoreWords({ codingIds: [whole] })).toEqual({ restored: 1 });
    expect(await textOf(one)).toBe('kami tidak pernah dilatih sama sekali');
    expect(await codingOf(whole)).toMatchObject({ quote: 'tidak pernah dilatih', state: 'kept', formerQuote: null });
    expect(await codingOf(part)).toMatchObject({ quote: 'dilatih', state: 'kept' });
    await sound();
    await project.client.history.undo({});
    expect(await codingOf(whole)).toMatchObject({ quote: 'selalu dilatih', state: 'changed' });
  });

  test('words cut off at an edge belong to the coding again', async () => {
    const one = await add('Satu', 'satu dua tiga empat');
    const coding = await coded(one, 'dua tiga');
    await edit(one, 9, 10, '');
    expect(await codingOf(coding)).toMatchObject({ quote: 'dua ' });
    await project.client.texts.restoreWords({ codingIds: [coding] });
    expect(await textOf(one)).toBe('satu dua tiga');
    expect(await codingOf(coding)).toMatchObject({ quote: 'dua tiga', state: 'kept' });
  });

  test('orphans come back with their words, once for all that stood inside each other', async () => {
    const one = await add('Satu', 'awal satu dua tiga akhir');
    const inner = await coded(one, 'dua');
    const outer = await coded(one, 'satu dua tiga');
    await edit(one, 5, 'satu dua tiga '.length, '');
    expect((await codingOf(inner)).state).toBe('orphaned');
    expect(await project.client.texts.restoreWords({ codingIds: [inner, outer] })).toEqual({ restored: 2 });
    expect(await textOf(one)).toBe('awal satu dua tiga akhir');
    expect(await codingOf(inner)).toMatchObject({ quote: 'dua', start: 10, state: 'kept' });
    expect(await codingOf(outer)).toMatchObject({ quote: 'satu dua tiga', start: 5, state: 'kept' });
    await sound();
  });

  test('the inner orphan is taken up in the words of the outer one that came back before', async () => {
    const one = await add('Satu', 'awal satu dua tiga akhir');
    const inner = await coded(one, 'dua');
    const outer = await coded(one, 'satu dua tiga');
    await edit(one, 5, 'satu dua tiga'.length, '');
    await project.client.texts.restoreWords({ codingIds: [outer] });
    await project.client.texts.restoreWords({ codingIds: [inner] });
    expect(await textOf(one)).toBe('awal satu dua tiga akhir');
    expect(await codingOf(inner)).toMatchObject({ start: 10, state: 'kept' });
  });

  test('a coding that has its words is left alone', async () => {
    const one = await add('Satu', 'satu dua');
    const coding = await coded(one, 'dua');
    expect(await project.client.texts.restoreWords({ codingIds: [coding] })).toEqual({ restored: 0 });
  });

  test('an orphan is attached to other words by giving it a place', async () => {
    const one = await add('Satu', 'satu dua tiga');
    const coding = await coded(one, 'dua');
    await edit(one, 5, 4, '');
    await project.client.codings.update({ codingIds: [coding], start: 0, end: 4 });
    expect(await codingOf(coding)).toMatchObject({ quote: 'satu', state: 'kept', formerQuote: null });
    await sound();
  });
});
