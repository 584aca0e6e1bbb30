// condensation, changes of the codebook and the codings they send back, vignettes, the funnel.

import { afterEach, describe, expect, test } from 'vitest';
import { guidOf, openTestProject, type TestProject } from '../support/project.ts';

let open: TestProject;
afterEach(() => open.end());

const text = 'Layanan daring lambat. Pimpinan mendukung. Anggaran kurang.\n';

async function study() {
  open = await openTestProject();
  const { client } = open;
  const { guid: document } = await client.documents.create({ title: 'W1', text });
  const { guid: code } = await client.codes.create({ name: 'Layanan', description: 'Layanan daring' });
  const coded = async (words: string) => {
    const start = text.indexOf(words);
    const place = { documentId: document, codeId: code, start, end: start + words.length };
    return (await client.codings.create(place)).guid;
  };
  const slow = await coded('Layanan daring lambat.');
  const support = await coded('Pimpinan mendukung.');
  return { client, document, code, slow, support, coded };
}

describe('condensation of a segment', () => {
  test('is written step by step, listed, and goes and comes with its coding', async () => {
    const { client, slow, support } = await study();
    await client.condensation.write({ codingId: slow, paraphrase: 'Layanannya pelan' });
    await client.condensation.write({ codingId: slow, generalisation: 'Layanan lambat', reduction: 'Kecepatan' });
    await client.condensation.mark({ codingIds: [support], mark: 'parked' });
    const { segments } = await client.condensation.list({ only: 'condensed' });
    expect(segments).toMatchObject([{ coding: slow, paraphrase: 'Layanannya pelan', reduction: 'Kecepatan' }]);
    expect((await client.condensation.list({ only: 'open' })).total).toBe(0);
    expect((await client.condensation.list({ only: 'parked' })).segments).toMatchObject([{ coding: support }]);
    await client.codings.delete({ codingIds: [slow] });
    expect((await client.condensation.list({ only: 'condensed' })).total).toBe(0);
    await client.history.undo({});
    expect((await client.condensation.list({ only: 'condensed' })).segments).toEqual(segments);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('stays with the coding that stays when two become one', async () => {
    const { client, document, code, slow } = await study();
    const { guid: other } = await client.codes.create({ name: 'Lambat' });
    const { guid: twin } = await client.codings.create({ documentId: document, codeId: other, start: 0, end: 22 });
    await client.condensation.write({ codingId: twin, reduction: 'Pelan' });
    await client.codes.merge({ sourceIds: [other], targetId: code });
    const { segments } = await client.condensation.list({ only: 'condensed' });
    expect(segments).toMatchObject([{ coding: slow, reduction: 'Pelan' }]);
  });
});

describe('CB1, CB2: an older definition', () => {
  test('a correction of the wording sends nothing back; a redefinition sends what was coded before it', async () => {
    const { client, code, slow, support, coded } = await study();
    await client.codes.update({ codeId: code, description: 'Layanan daring.' });
    expect(await client.condensation.recheck({})).toEqual([]);
    await client.codes.update({ codeId: code, description: 'Hanya mutu layanan', reason: 'Terlalu luas' });
    const later = await coded('Anggaran kurang.');
    const queue = await client.condensation.recheck({});
    expect(queue.map(({ coding }) => coding)).toEqual([slow, support]);
    expect(queue[0]).toMatchObject({ reason: 'Terlalu luas', codeName: 'Layanan' });
    expect(queue.some(({ coding }) => coding === later)).toBe(false);
  });

  test('keeping and re-coding take a coding off the list, undo puts it back, undoing the redefinition clears it', async () => {
    const { client, code, slow, support } = await study();
    await client.codes.update({ codeId: code, include: 'Hanya daring', reason: 'Tegas' });
    const waiting = async () => (await client.condensation.recheck({})).map(({ coding }) => coding);
    const { guid: other } = await client.codes.create({ name: 'Pimpinan' });
    await client.condensation.keep({ codingIds: [slow] });
    expect(await waiting()).toEqual([support]);
    await client.condensation.recode({ codingIds: [support], codeId: other });
    expect(await waiting()).toEqual([]);
    await client.history.undo({});
    await client.history.undo({});
    expect(await waiting()).toEqual([slow, support]);
    await client.history.undo({});
    await client.history.undo({});
    expect(await waiting()).toEqual([]);
  });

  test('the versions of a definition come from the history, with the reason where one was given', async () => {
    const { client, code } = await study();
    await client.codes.update({ codeId: code, color: '#123456' });
    await client.codes.update({ codeId: code, description: 'Mutu layanan', reason: 'Terlalu luas' });
    await client.codes.update({ codeId: code, name: 'Mutu' });
    await client.codes.update({ codeId: code, description: 'Salah' });
    await client.history.undo({});
    const versions = await client.condensation.versions({ codeId: code });
    expect(versions.map(({ name, description, reason }) => [name, description, reason])).toEqual([
      ['Mutu', 'Mutu layanan', ''],
      ['Layanan', 'Mutu layanan', 'Terlalu luas'],
      ['Layanan', 'Layanan daring', ''],
    ]);
  });

  test('splitting moves the codings chosen; those that stay are to be looked at again, those that moved are not', async () => {
    const { client, code, slow, support } = await study();
    const { guid: question } = await client.questions.create({ label: 'RM1' });
    await client.codes.setGround({ codeId: code, theory: 'Miles dkk.', questionIds: [question] });
    const parts = [{ name: 'Pimpinan', codingIds: [support] }];
    const { guids, moved } = await client.codes.split({ codeId: code, parts, reason: 'Dua hal' });
    expect(moved).toBe(1);
    expect((await client.codes.list({})).map(({ name, codings }) => [name, codings])).toEqual([
      ['Layanan', 1],
      ['Pimpinan', 1],
    ]);
    expect((await client.condensation.recheck({})).map(({ coding }) => coding)).toEqual([slow]);
    expect((await client.questions.list({}))[0]?.codes).toEqual([code, guids[0]]);
    expect(await client.codes.grounds({})).toMatchObject([
      { code, theory: 'Miles dkk.', questions: [question] },
      { code: guids[0], theory: '', questions: [question] },
    ]);
    expect((await client.condensation.changes({ codeId: code })).map(({ kind }) => kind)).toEqual(['split', 'split']);
    const foreign = client.codes.split({ codeId: code, parts, reason: 'Lagi' });
    await expect(foreign).rejects.toMatchObject({ code: 'coding-of-other-code' });
    expect((await client.project.check({})).problems).toEqual([]);
  });
});

describe('vignettes, skeleton, funnel', () => {
  test('R-13: a vignette follows its segments and keeps their words when they go', async () => {
    const { client, slow } = await study();
    const { guid: vignetteId } = await client.condensation.createVignette({ title: 'Pagi yang pelan' });
    const parts = [
      { kind: 'words' as const, text: 'Pagi itu:' },
      { kind: 'segment' as const, codingId: slow },
    ];
    await client.condensation.updateVignette({ vignetteId, parts });
    await client.codings.update({ codingIds: [slow], end: 14 });
    const words = async () => (await client.condensation.vignettes({}))[0]?.parts.map((part) => part.text);
    expect(await words()).toEqual(['Pagi itu:', 'Layanan daring']);
    await client.codings.delete({ codingIds: [slow] });
    expect((await client.condensation.vignettes({}))[0]?.parts[1]).toMatchObject({ kind: 'segment', coding: null });
    expect((await words())?.[1]).toBe('Layanan daring lambat.');
  });

  test('R-08: the skeleton of a case names its sources, its questions and what was coded', async () => {
    const { client, document } = await study();
    const { guid: caseId } = await client.cases.create({ name: 'Dinas', documentIds: [document] });
    await client.questions.create({ label: 'RM1' });
    const skeleton = await client.condensation.caseSkeleton({ caseId });
    expect(skeleton.title).toContain('Dinas');
    for (const fact of ['W1', 'RM1: not asked', 'Layanan (2)']) expect(skeleton.text).toContain(fact);
    await expect(client.condensation.caseSkeleton({ caseId: guidOf(9999) })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('the funnel counts each character once, however often it is coded', async () => {
    const { client, document, slow } = await study();
    const { guid: other } = await client.codes.create({ name: 'Lain' });
    await client.codings.create({ documentId: document, codeId: other, start: 8, end: 30 });
    await client.condensation.write({ codingId: slow, reduction: 'Kecepatan' });
    expect(await client.condensation.funnel({})).toMatchObject({
      characters: text.length,
      coded: text.indexOf(' Anggaran'),
      condensed: 22,
      displayed: 0,
      claimed: 0,
      codings: { coded: 3, condensed: 1 },
    });
  });

  test('displayed is what stands behind a cell that was written, and no longer once its words are gone', async () => {
    const { client, code } = await study();
    const displayed = async () => (await client.condensation.funnel({})).codings.displayed;
    const { guid: displayId } = await client.displays.create({
      kind: 'source-code',
      name: 'M',
      definition: { rows: { by: 'documents' }, columns: { by: 'codes', ids: [code] } },
    });
    expect(await displayed()).toBe(0);
    const { rows, columns } = await client.displays.matrix({ displayId });
    const place = { displayId, row: rows[0]?.key ?? '', column: columns[0]?.key ?? '' };
    await client.displays.setCell({ ...place, text: 'Lambat, tetapi didukung' });
    expect(await displayed()).toBe(2);
    await client.history.undo({});
    expect(await displayed()).toBe(0);
  });
});
