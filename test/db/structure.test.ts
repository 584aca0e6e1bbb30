// Speakers and the interview guide on a real project file: rules SP3, SP5, GU1–GU4, ED1–ED10 and HI3 of SPEC.md.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, randomOf, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject();
});
afterEach(() => project.end());

const interview = [
  'P: Sudah berapa lama bekerja di sini?',
  'Sri: Lima tahun.',
  'P: Apa kendala layanan daring?',
  'Sri: Jaringan.',
].join('\n');

function add(title: string, text = interview): Promise<Guid> {
  return project.client.documents.create({ title, text }).then(({ guid }) => guid);
}
async function textOf(documentId: Guid): Promise<string> {
  return (await project.client.documents.text({ documentId })).text;
}
async function edit(documentId: Guid, at: number, remove: number, insert: string): Promise<void> {
  const { revision } = await project.client.documents.text({ documentId });
  await project.client.documents.editText({ documentId, revision, splices: [{ at, remove, insert }] });
}

describe('speakers', () => {
  test('are counted in one document and in all, with roles that name and questions suggest (SP3)', async () => {
    const one = await add('Satu');
    await add('Dua', 'Sri: Ya.\nMod: Baik.\nSri: Tidak ada.\nMod: Terima kasih banyak.');
    const all = await project.client.speakers.list({});
    expect(all.map(({ name, role, turns, words, documents }) => [name, role, turns, words, documents.length])).toEqual([
      ['P', 'interviewer', 2, 10, 1],
      ['Sri', 'informant', 4, 6, 2],
      ['Mod', 'interviewer', 2, 4, 1],
    ]);
    const own = await project.client.speakers.list({ documentId: one });
    expect(own.map(({ name, turns }) => [name, turns])).toEqual([
      ['P', 2],
      ['Sri', 2],
    ]);
    expect(all.every(({ isRoleSet }) => !isRoleSet)).toBe(true);
  });

  test('are counted anew when a text changes, is undone or goes', async () => {
    const documentId = await add('Satu');
    const names = async () => (await project.client.speakers.list({})).map(({ name, turns }) => `${name} ${turns}`);
    expect(await names()).toEqual(['P 2', 'Sri 2']);
    await edit(documentId, 0, 0, 'Sri: Halo.\n');
    expect(await names()).toEqual(['Sri 3', 'P 2']);
    await project.client.history.undo({});
    expect(await names()).toEqual(['P 2', 'Sri 2']);
    await project.client.documents.delete({ documentIds: [documentId] });
    expect(await names()).toEqual([]);
  });

  test('what a person says of one stays, also through undo of what came later', async () => {
    await add('Satu');
    const { guid: caseId } = await project.client.cases.create({ name: 'Bu Sri' });
    await project.client.speakers.set({ name: 'Sri', color: '#0072B2', caseId });
    await project.client.speakers.set({ name: 'Sri', role: 'other' });
    const sri = async () => (await project.client.speakers.list({})).find(({ name }) => name === 'Sri');
    expect(await sri()).toMatchObject({ role: 'other', isRoleSet: true, color: '#0072b2', case: caseId });
    await project.client.history.undo({});
    expect(await sri()).toMatchObject({ role: 'informant', isRoleSet: true, color: '#0072b2' });
    await project.client.cases.delete({ caseIds: [caseId] });
    expect(await sri()).toMatchObject({ case: null });
  });

  test('a new name stands in every label; codings, quotes and knowledge follow; one undo takes all back', async () => {
    const [one, two] = [await add('Satu'), await add('Dua')];
    const { guid: codeId } = await project.client.codes.create({ name: 'Lama' });
    const start = interview.indexOf('Lima tahun');
    await project.client.codings.create({ documentId: one, codeId, start, end: start + 10 });
    await project.client.codings.create({ documentId: one, codeId, start: 0, end: interview.indexOf('\n') });
    await project.client.speakers.set({ name: 'P', role: 'other', color: '#123456' });
    const before = await project.client.codings.list({});
    expect(await project.client.speakers.rename({ from: ['P'], to: 'Peneliti Utama' })).toEqual({
      documents: 2,
      turns: 4,
    });
    const renamed = interview.replaceAll(/^P:/gm, 'Peneliti Utama:');
    expect([await textOf(one), await textOf(two)]).toEqual([renamed, renamed]);
    const codings = await project.client.codings.list({});
    expect(codings.map(({ quote, state }) => [quote, state])).toEqual([
      [renamed.slice(0, renamed.indexOf('\n')), 'changed'],
      ['Lima tahun', 'kept'],
    ]);
    const [speaker] = await project.client.speakers.list({});
    expect(speaker).toMatchObject({ name: 'Peneliti Utama', role: 'other', color: '#123456', turns: 4 });
    expect((await project.client.project.check({})).problems).toEqual([]);
    const undone = await project.client.history.undo({});
    expect(undone?.label).toBe('Speaker “P” renamed to “Peneliti Utama” in 4 turns');
    expect([await textOf(one), await textOf(two)]).toEqual([interview, interview]);
    expect(
      (await project.client.codings.list({})).map(({ guid, start: from, end, quote, state }) => [
        guid,
        from,
        end,
        quote,
        state,
      ]),
    ).toEqual(before.map(({ guid, start: from, end, quote, state }) => [guid, from, end, quote, state]));
    expect((await project.client.speakers.list({}))[0]).toMatchObject({ name: 'P', role: 'other' });
  });

  test('two spellings become one, in the documents named only', async () => {
    const spelled = `${interview}\np: Lalu?\nSRI: Begitu.\np: Ya.\nSRI: Ya.`;
    const [one, two] = [await add('Satu', spelled), await add('Dua', spelled)];
    await project.client.speakers.set({ name: 'Sri', role: 'other' });
    await project.client.speakers.rename({ from: ['SRI', 'Sri'], to: 'Sri', documentIds: [one] });
    expect(await textOf(one)).toBe(spelled.replaceAll('SRI:', 'Sri:'));
    expect(await textOf(two)).toBe(spelled);
    const names = (await project.client.speakers.list({ documentId: one })).map(({ name, turns }) => [name, turns]);
    expect(names).toEqual([
      ['P', 2],
      ['Sri', 4],
      ['p', 2],
    ]);
  });

  test('nothing can be said of a speaker whom no text has', async () => {
    await add('Satu');
    await expect(project.client.speakers.set({ name: 'Siapa' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what could not be read back as a label is refused, and nothing changes', async () => {
    const documentId = await add('Satu');
    for (const to of ['10:30', 'a: b', 'Tanggal', '!?']) {
      await expect(project.client.speakers.rename({ from: ['P'], to })).rejects.toMatchObject({ code: 'speaker-name' });
    }
    expect(await textOf(documentId)).toBe(interview);
  });
});

describe('the interview guide', () => {
  async function ask(documentId: Guid, label: string, words: string): Promise<Guid> {
    const { guid } = await project.client.guide.create({ label });
    const start = (await textOf(documentId)).indexOf(words);
    const items = [{ questionId: guid, documentId, start, end: start + words.length }];
    await project.client.guide.mark({ items });
    return guid;
  }

  test('questions keep an order without gaps through random steps, and undo brings it back (GU1, HI3)', async () => {
    const random = randomOf(5);
    const wanted: string[] = [];
    const seen: string[][] = [];
    const order = async () => (await project.client.guide.questions({})).map(({ label }) => label);
    for (let step = 0; step < 60; step += 1) {
      seen.push([...wanted]);
      const questions = await project.client.guide.questions({});
      const at = random.below(wanted.length + 1);
      const chosen = questions[random.below(Math.max(1, questions.length))];
      const kind = random.below(3);
      if (!chosen || kind === 0) {
        await project.client.guide.create({ label: `Q${step}`, position: at });
        wanted.splice(at, 0, `Q${step}`);
      } else if (kind === 1) {
        await project.client.guide.delete({ questionIds: [chosen.guid] });
        wanted.splice(chosen.position, 1);
      } else {
        const target =
          at === chosen.position || at >= wanted.length ? (chosen.position === 0 ? wanted.length - 1 : 0) : at;
        if (target === chosen.position) {
          seen.pop();
          continue;
        }
        await project.client.guide.move({ questionId: chosen.guid, position: target });
        const [moved = ''] = wanted.splice(chosen.position, 1);
        wanted.splice(target, 0, moved);
      }
      expect(await order()).toEqual(wanted);
      expect((await project.client.guide.questions({})).map(({ position }) => position)).toEqual(
        wanted.map((_, index) => index),
      );
    }
    for (const former of seen.toReversed()) {
      await project.client.history.undo({});
      expect(await order()).toEqual(former);
    }
  });

  test('a section reaches to the next question and follows edits (GU2, ED1–ED6)', async () => {
    const documentId = await add('Satu');
    await ask(documentId, 'Lama', 'Sudah berapa lama bekerja di sini?');
    await ask(documentId, 'Kendala', 'Apa kendala layanan daring?');
    const sections = async () => {
      const text = await textOf(documentId);
      return (await project.client.guide.sections({ documentIds: [documentId] })).map(({ start, end, until, isLost }) =>
        isLost ? null : [text.slice(start, end), text.slice(end, until)],
      );
    };
    const whole = [
      ['Sudah berapa lama bekerja di sini?', '\nSri: Lima tahun.\nP: '],
      ['Apa kendala layanan daring?', '\nSri: Jaringan.'],
    ];
    expect(await sections()).toEqual(whole);
    await edit(documentId, 0, 0, 'Judul\n');
    expect(await sections()).toEqual(whole);
    const at = (await textOf(documentId)).indexOf('Apa kendala');
    await edit(documentId, at - 3, 'P: Apa kendala layanan daring?'.length, '');
    expect(await sections()).toEqual([
      ['Sudah berapa lama bekerja di sini?', '\nSri: Lima tahun.\n\nSri: Jaringan.'],
      null,
    ]);
    expect((await project.client.guide.questions({})).map(({ sections: count }) => count)).toEqual([1, 0]);
    await project.client.history.undo({});
    expect(await sections()).toEqual(whole);
    expect((await project.client.project.check({})).problems).toEqual([]);
  });

  test('deleting a question deletes its sections and their passages, and undo brings all back (GU4)', async () => {
    const documentId = await add('Satu');
    const question = await ask(documentId, 'Lama', 'Sudah berapa lama');
    const before = await project.client.guide.sections({});
    expect(await project.client.guide.delete({ questionIds: [question] })).toEqual({ questions: 1, sections: 1 });
    expect(await project.client.guide.sections({})).toEqual([]);
    await project.client.history.undo({});
    expect(await project.client.guide.sections({})).toEqual(before);
    await project.client.documents.delete({ documentIds: [documentId] });
    expect(await project.client.guide.sections({})).toEqual([]);
    await project.client.history.undo({});
    expect(await project.client.guide.sections({})).toEqual(before);
    expect((await project.client.project.check({})).problems).toEqual([]);
  });

  test('suggestions are made from turns of those who ask, and leave out what is marked (GU3)', async () => {
    const documentId = await add('Satu');
    const { guids } = await project.client.guide.createMany({
      questions: [
        { label: 'Lama kerja', wording: 'Berapa lama Anda bekerja di sini?' },
        { label: 'Kendala', wording: 'Apa kendala dalam layanan daring?' },
        { label: 'Jaringan', wording: 'Jaringan lima tahun.' },
      ],
    });
    const found = await project.client.guide.suggestions({ documentId });
    expect(found.map(({ question, quote }) => [guids.indexOf(question), quote])).toEqual([
      [0, 'Sudah berapa lama bekerja di sini?'],
      [1, 'Apa kendala layanan daring?'],
    ]);
    const [first] = found;
    if (!first) throw new Error('nothing was found');
    const { question, start, end } = first;
    await project.client.guide.mark({ items: [{ questionId: question, documentId, start, end }] });
    expect((await project.client.guide.suggestions({ documentId })).map((one) => guids.indexOf(one.question))).toEqual([
      1,
    ]);
    // A person says who asks: then only those turns count.
    await project.client.speakers.set({ name: 'P', role: 'informant' });
    await project.client.speakers.set({ name: 'Sri', role: 'interviewer' });
    expect((await project.client.guide.suggestions({ documentId })).map((one) => guids.indexOf(one.question))).toEqual([
      2,
    ]);
  });
});
