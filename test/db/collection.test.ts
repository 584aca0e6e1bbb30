// questions, sampling, the log, forms and consent on real project files.

import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { methods } from '../../src/shared/contract/contract.ts';
import { guidOf, openTestProject, type TestProject } from '../support/project.ts';

let open: TestProject;
afterEach(() => open.end());

const talk = 'Pewawancara: Apa kendalanya?\nInforman: Jaringan.\nPewawancara: Anggarannya?\nInforman: Hmm.\n';

/** A head who was asked two questions and answered one, and a clerk who was asked nothing. */
async function study() {
  open = await openTestProject();
  const { client } = open;
  const { guid: head } = await client.cases.create({ name: 'Kepala Dinas Surya' });
  const { guid: clerk } = await client.cases.create({ name: 'Staf' });
  const { guid: document } = await client.documents.create({ title: 'W1', text: talk, caseId: head });
  const { guids: asked } = await client.guide.createMany({ questions: [{ label: 'Kendala' }, { label: 'Anggaran' }] });
  const [obstacles = guidOf(0), budget = guidOf(0)] = asked;
  const at = (words: string) => ({ start: talk.indexOf(words), end: talk.indexOf(words) + words.length });
  await client.guide.mark({
    items: [
      { questionId: obstacles, documentId: document, ...at('Apa kendalanya?') },
      { questionId: budget, documentId: document, ...at('Anggarannya?') },
    ],
  });
  const { guid: parent } = await client.codes.create({ name: 'Penghambat' });
  const { guid: code } = await client.codes.create({ name: 'Teknologi', parentId: parent });
  await client.codings.create({ documentId: document, codeId: code, ...at('Jaringan.') });
  const { guid: question } = await client.questions.create({ label: 'RM1' });
  await client.questions.link({ questionId: question, kind: 'code', targetIds: [parent] });
  const stateOf = async (source: string, about: string) =>
    (await client.collection.coverage({})).cells.find((cell) => cell.source === source && cell.question === about);
  return { client, head, clerk, document, obstacles, budget, parent, code, question, stateOf };
}

describe('coverage of the open project', () => {
  test('CV1–CV4: covered, silent and not asked are told apart, for documents and their cases; codes below count', async () => {
    const { document, head, clerk, obstacles, budget, question, stateOf } = await study();
    expect(await stateOf(document, obstacles)).toMatchObject({ state: 'covered', asked: 'guide', codings: 1 });
    expect(await stateOf(head, budget)).toMatchObject({ state: 'silent', asked: 'guide' });
    expect(await stateOf(clerk, budget)).toMatchObject({ state: 'not-asked', asked: null, entry: null });
    expect(await stateOf(head, question)).toMatchObject({ state: 'covered', asked: null, codings: 1 });
  });

  test('R-03: the log says what the text cannot, is one row for a cell, and undo takes it back', async () => {
    const { client, clerk, budget, stateOf } = await study();
    const cell = { sourceId: clerk, questionId: budget };
    await client.collection.setEntries({ items: [{ ...cell, status: 'planned', who: 'Rina' }] });
    expect(await stateOf(clerk, budget)).toMatchObject({ state: 'planned', entry: { who: 'Rina' } });
    await client.collection.setEntries({ items: [{ ...cell, status: 'done', completeness: 'none' }] });
    expect(await stateOf(clerk, budget)).toMatchObject({ state: 'silent', asked: 'log', entry: { who: 'Rina' } });
    await client.history.undo({});
    expect(await stateOf(clerk, budget)).toMatchObject({ state: 'planned' });
    await client.collection.setEntries({ items: [{ ...cell, status: null }] });
    expect(await stateOf(clerk, budget)).toMatchObject({ state: 'not-asked', entry: null });
  });

  test('what hangs on a question, a case or a code goes with it and comes back with undo', async () => {
    const { client, clerk, head, budget, parent, question } = await study();
    const items = [clerk, head].map((sourceId) => ({ sourceId, questionId: question, status: 'done' as const }));
    await client.collection.setEntries({ items });
    await client.questions.link({ questionId: question, kind: 'guide-question', targetIds: [budget] });
    const before = await client.collection.coverage({});
    const linked = await client.questions.list({});
    await client.guide.delete({ questionIds: [budget] });
    await client.codes.delete({ codeIds: [parent], codings: 'delete', children: 'delete' });
    await client.cases.delete({ caseIds: [clerk] });
    expect((await client.questions.list({}))[0]).toMatchObject({ codes: [], guideQuestions: [] });
    expect((await client.project.check({})).problems).toEqual([]);
    await client.questions.delete({ questionIds: [question] });
    for (let step = 0; step < 4; step += 1) await client.history.undo({});
    expect(await client.collection.coverage({})).toEqual(before);
    expect(await client.questions.list({})).toEqual(linked);
  });

  test('a code that is merged away hands its questions over', async () => {
    const { client, parent, question } = await study();
    const { guid: other } = await client.codes.create({ name: 'Kendala' });
    await client.codes.merge({ sourceIds: [parent], targetId: other, reason: 'Sama saja' });
    expect((await client.questions.list({}))[0]).toMatchObject({ guid: question, codes: [other] });
    expect((await client.condensation.changes({}))[0]).toMatchObject({ kind: 'merge', reason: 'Sama saja' });
    expect((await client.project.check({})).problems).toEqual([]);
  });
});

describe('sampling and forms', () => {
  test('R-07: who fulfils a criterion, and with which note', async () => {
    const { client, head } = await study();
    const { guid: criterionId } = await client.collection.createCriterion({ kind: 'informant', label: 'Pimpinan' });
    await client.collection.fulfil({ criterionId, caseId: head, fulfils: true, note: 'Eselon II' });
    await client.collection.fulfil({ criterionId, caseId: head, fulfils: true });
    const [criterion] = await client.collection.criteria({});
    expect(criterion).toMatchObject({ wanted: 1, fulfilledBy: [{ case: head, note: 'Eselon II' }] });
    await client.collection.fulfil({ criterionId, caseId: head, fulfils: false });
    expect((await client.collection.criteria({}))[0]?.fulfilledBy).toEqual([]);
  });

  test('R-04, R-05: a form takes date and case from its document; a line becomes a memo about it once', async () => {
    const { client, document, head, question } = await study();
    await client.documents.update({ documentId: document, date: '2026-02-03' });
    const { guid: formId } = await client.forms.create({ kind: 'contact', documentId: document });
    const line = { formId, section: 'hypotheses' as const, text: 'Jaringan dulu, baru layanan', questionId: question };
    const { guid: itemId } = await client.forms.addItem(line);
    const { guid: memo } = await client.forms.toMemo({ itemId });
    const [form] = await client.forms.list({ documentId: document });
    expect(form).toMatchObject({ title: 'W1', date: '2026-02-03', case: head, items: [{ memo, question }] });
    const [made] = await client.memos.list({});
    expect(made).toMatchObject({ kind: 'theoretical', targets: [{ kind: 'document', guid: document }] });
    await client.memos.delete({ memoIds: [memo] });
    expect((await client.forms.list({}))[0]?.items).toMatchObject([{ memo: null, text: line.text }]);
    await client.documents.delete({ documentIds: [document] });
    expect(await client.forms.list({})).toMatchObject([{ document: null, title: 'W1' }]);
    expect((await client.project.check({})).problems).toEqual([]);
  });
});

describe('R-09: the gate of exports', () => {
  test('a study that says nothing of consent or names is not held back', async () => {
    const { client } = await study();
    expect(await client.collection.exportGate({})).toEqual({ open: true, withoutConsent: [], names: [] });
    expect((await client.interchange.export({ format: 'qdpx' })).file.size).toBeGreaterThan(0);
  });

  test('missing consent and real names hold an export back until a person confirms; names never go out', async () => {
    const { client, head } = await study();
    await client.collection.setParticipation({ caseId: head, consent: 'refused' });
    await client.collection.setPseudonym({ realName: 'Surya', pseudonym: 'Informan 1', caseId: head });
    await client.collection.setPseudonym({ realName: 'Tidak Muncul', pseudonym: 'Informan 2' });
    const gate = await client.collection.exportGate({});
    expect(gate.withoutConsent).toMatchObject([{ case: head, consent: 'refused' }]);
    expect(gate.names).toMatchObject([{ realName: 'Surya', places: 1 }]);
    await expect(client.interchange.export({ format: 'qdpx' })).rejects.toMatchObject({ code: 'export-gate' });
    const { file } = await client.interchange.export({ format: 'qdpx', confirmed: true });
    const bytes = Buffer.from(open.app.files.take(file.token).bytes).toString('latin1');
    expect(bytes).not.toContain('Informan 1');
    expect((await client.interchange.export({ format: 'qdc' })).file.size).toBeGreaterThan(0);
  });

  test('names in forms, displays and propositions count as well as those in texts', async () => {
    const { client } = await study();
    await client.collection.setPseudonym({ realName: 'Rahmawati', pseudonym: 'Informan 9' });
    await client.propositions.create({ statement: 'Rahmawati menolak.' });
    await client.questions.create({ label: 'Siapa', text: 'Apa kata Rahmawati?' });
    expect((await client.collection.exportGate({})).names).toMatchObject([{ realName: 'Rahmawati', places: 2 }]);
  });

  test('everything that lets words of the study out asks, in the same way', async () => {
    const { client, head } = await study();
    const { guid: codeId } = await client.codes.create({ name: 'Kendala' });
    const [document] = await client.documents.list({});
    await client.codings.create({ documentId: document?.guid ?? head, codeId, start: 0, end: 5 });
    await client.propositions.create({ statement: 'Jaringan.' });
    const { guid: form } = await client.forms.create({ kind: 'contact', title: 'W1', caseId: head });
    await client.collection.setParticipation({ caseId: head, consent: 'withdrawn' });
    const ways: Readonly<Record<string, (confirmed: boolean) => Promise<unknown>>> = {
      'interchange.export': (confirmed) => client.interchange.export({ format: 'qdpx', confirmed }),
      'exports.segments': (confirmed) => client.exports.segments({ format: 'csv', confirmed }),
      'exports.documents': (confirmed) => client.exports.documents({ format: 'html', confirmed }),
      'exports.matrix': (confirmed) => client.exports.matrix({ confirmed }),
      'codes.export': (confirmed) => client.codes.export({ format: 'md', quotations: 1, confirmed }),
      'report.export': (confirmed) => client.report.export({ format: 'html', confirmed }),
      'forms.sheets': (confirmed) => client.forms.sheets({ format: 'html', formIds: [form], confirmed }),
      'trustworthiness.audit': (confirmed) => client.trustworthiness.audit({ confirmed }),
      'propositions.sheet': (confirmed) => client.propositions.sheet({ confirmed }),
      'project.copy': (confirmed) => client.project.copy({ confirmed }),
    };
    for (const [name, leave] of Object.entries(ways)) {
      await expect(leave(false), name).rejects.toMatchObject({ code: 'export-gate' });
      await expect(leave(true), name).resolves.toBeDefined();
    }
    // A codebook without examples and quotations is the researcher's own.
    expect((await client.codes.export({ format: 'md' })).size).toBeGreaterThan(0);
    // Whatever hands out a file is among them: a report of an exchange holds names of files and counts alone.
    const handsOut = [...methods].filter(([, { output }]) => handsOutFile(output));
    const known = [...Object.keys(ways), 'interchange.exportReport'];
    expect(handsOut.map(([name]) => name).toSorted()).toEqual(known.toSorted());
  });
});

function handsOutFile(output: z.ZodType): boolean {
  return /"token".*"mediaType"/.test(JSON.stringify(z.toJSONSchema(output, { unrepresentable: 'any' })));
}
