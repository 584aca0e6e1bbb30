// Propositions on a real project file; and the acceptance of issue 6: deleting, editing or
// re-coding anything marks exactly what rests on it, and undo clears the marks.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, randomOf, type TestProject } from '../support/project.ts';

let project: TestProject;
let one: Guid;
let two: Guid;
let code: Guid;
let other: Guid;
const words = 'Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh.';

beforeEach(async () => {
  project = await openTestProject();
  const { client } = project;
  one = (await client.documents.create({ title: 'Satu', text: words })).guid;
  two = (await client.documents.create({ title: 'Dua', text: words, kind: 'observation' })).guid;
  code = (await client.codes.create({ name: 'Inovasi' })).guid;
  other = (await client.codes.create({ name: 'Hambatan' })).guid;
});
afterEach(() => project.end());

async function codingOf(documentId: Guid, quote: string, codeId = code): Promise<Guid> {
  const start = words.indexOf(quote);
  return (await project.client.codings.create({ documentId, codeId, start, end: start + quote.length })).guid;
}
async function edit(documentId: Guid, at: number, remove: number, insert: string): Promise<void> {
  const { revision } = await project.client.documents.text({ documentId });
  await project.client.documents.editText({ documentId, revision, splices: [{ at, remove, insert }] });
}
const claim = (statement: string, ...targets: readonly Guid[]) =>
  project.client.propositions.create({
    statement,
    evidence: targets.map((guid) => ({ target: { kind: 'coding' as const, guid } })),
  });
async function marked() {
  return (await project.client.propositions.list({}))
    .filter(({ mark }) => mark !== null)
    .map(({ statement }) => statement);
}
async function only() {
  const [found] = await project.client.propositions.list({});
  if (!found) throw new Error('no proposition');
  return found;
}

describe('evidence', () => {
  test('shows its words and place; what was judged stays readable when it changes or goes, undo clears it', async () => {
    const coding = await codingOf(one, 'dua tiga');
    await claim('Cepat', coding);
    expect((await only()).evidence[0]).toMatchObject({
      side: 'supports',
      kind: 'coding',
      mark: 'sound',
      title: 'Satu',
      words: 'dua tiga',
      judgedWords: null,
      document: one,
      start: 5,
      end: 13,
      code,
    });
    await edit(one, 0, 4, 'Mula-mula');
    expect((await only()).mark).toBeNull();
    await project.client.codings.update({ codingIds: [coding], weight: 30 });
    expect((await only()).mark).toBeNull();

    await edit(one, 10, 3, 'DUA');
    expect((await only()).evidence[0]).toMatchObject({ mark: 'changed', words: 'DUA tiga', judgedWords: 'dua tiga' });
    await project.client.history.undo({});
    expect((await only()).mark).toBeNull();

    await project.client.codings.update({ codingIds: [coding], codeId: other });
    expect((await only()).evidence[0]?.mark).toBe('changed');
    await project.client.history.undo({});
    await project.client.codings.delete({ codingIds: [coding] });
    expect((await only()).evidence[0]).toMatchObject({ mark: 'gone', words: 'dua tiga', document: null });
    await project.client.history.undo({});
    expect((await only()).mark).toBeNull();
    expect((await project.client.project.check({})).problems).toEqual([]);
  });

  test('is judged again as it is now; what is gone cannot be', async () => {
    const coding = await codingOf(one, 'dua tiga');
    await claim('Cepat', coding);
    await edit(one, 5, 3, 'DUA');
    const evidenceIds = (await only()).evidence.map(({ guid }) => guid);
    await project.client.propositions.confirm({ evidenceIds });
    expect((await only()).mark).toBeNull();
    await project.client.codings.delete({ codingIds: [coding] });
    await expect(project.client.propositions.confirm({ evidenceIds })).rejects.toMatchObject({ code: 'not-found' });
    await project.client.propositions.detach({ evidenceIds });
    expect(await only()).toMatchObject({ evidence: [], mark: null });
  });

  test('may be a passage, which follows its text and goes with the evidence', async () => {
    const { guid: propositionId } = await claim('Cepat');
    const target = { kind: 'passage' as const, documentId: one, start: 5, end: 8 };
    const { guid } = await project.client.propositions.attach({ propositionId, target, note: 'tangan pertama' });
    await edit(one, 0, 0, 'Nah. ');
    expect((await only()).evidence[0]).toMatchObject({ words: 'dua', start: 10, end: 13, mark: 'sound' });
    await project.client.documents.delete({ documentIds: [one] });
    expect((await only()).evidence[0]).toMatchObject({ words: 'dua', mark: 'gone' });
    await project.client.history.undo({});
    expect((await only()).mark).toBeNull();
    await project.client.propositions.detach({ evidenceIds: [guid] });
    expect((await project.client.project.check({})).problems).toEqual([]);
  });

  test('may be a memo or another proposition, never itself in a circle', async () => {
    const { guid: a } = await claim('A');
    const { guid: b } = await claim('B');
    const { guid: memo } = await project.client.memos.create({ body: 'Isi', targets: [{ kind: 'project' }] });
    const attach = (propositionId: Guid, kind: 'proposition' | 'memo', guid: Guid) =>
      project.client.propositions.attach({ propositionId, target: { kind, guid } });
    await attach(a, 'memo', memo);
    await attach(b, 'proposition', a);
    await expect(attach(a, 'proposition', b)).rejects.toMatchObject({ code: 'proposition-circle' });
    await expect(attach(a, 'proposition', a)).rejects.toMatchObject({ code: 'proposition-circle' });
    await project.client.memos.update({ memoId: memo, body: 'Lain' });
    expect(await marked()).toEqual(['A', 'B']);
    await project.client.history.undo({});
    await project.client.propositions.update({ propositionId: a, status: 'supported' });
    expect(await marked()).toEqual([]);
    await project.client.propositions.update({ propositionId: a, status: 'rejected' });
    expect(await marked()).toEqual(['B']);
    expect(await project.client.propositions.restingOn({ targets: [memo] })).toMatchObject([
      { guid: a, side: 'supports' },
      { guid: b, side: null },
    ]);
  });
});

describe('R-19', () => {
  test('verified is refused until quotation, verdict and negative cases are there', async () => {
    const { guid: propositionId } = await claim('Cepat');
    const verify = () => project.client.propositions.update({ propositionId, status: 'verified' });
    await expect(verify()).rejects.toMatchObject({ code: 'proposition-not-verified' });
    const coding = { kind: 'coding' as const, guid: await codingOf(one, 'dua') };
    await project.client.propositions.attach({ propositionId, target: coding });
    expect((await only()).missing).toEqual(['verdict', 'negative-evidence']);
    const comparison = { kind: 'technique' as const };
    await project.client.triangulation.judge({ subjectId: propositionId, comparison, verdict: 'partial' });
    await expect(verify()).rejects.toMatchObject({ code: 'proposition-not-verified' });
    expect((await only()).status).toBe('hunch');
    await project.client.propositions.check({ propositionId, tactic: 'negative-evidence', outcome: 'none-found' });
    expect((await only()).missing).toEqual([]);
    await verify();
    expect((await only()).status).toBe('verified');
  });

  test('a written reason stands in; at once or on creation', async () => {
    const { guid: propositionId } = await claim('Cepat');
    const update = { propositionId, status: 'verified' as const };
    await expect(project.client.propositions.update({ ...update, overrideReason: '  ' })).rejects.toMatchObject({
      code: 'proposition-not-verified',
    });
    await project.client.propositions.update({ ...update, overrideReason: 'Hanya satu sumber.' });
    expect((await only()).missing).toHaveLength(3);
    await expect(project.client.propositions.create({ statement: 'Lain', status: 'verified' })).rejects.toMatchObject({
      code: 'proposition-not-verified',
    });
  });

  test('negative cases: without the code, or with the opposite; told apart by who was asked', async () => {
    const { client } = project;
    const { guid: first } = await client.cases.create({ name: 'Kasus A', documentIds: [one] });
    const { guid: second } = await client.cases.create({ name: 'Kasus B', documentIds: [two] });
    const coding = await codingOf(one, 'dua');
    const { guid: propositionId } = await claim('Cepat', coding);
    const ask = (opposingIds: Guid[] = []) => client.propositions.negativeCases({ propositionId, opposingIds });
    expect(await ask()).toEqual([
      { case: second, name: 'Kasus B', documents: [two], kind: 'without', asked: null, codings: [] },
    ]);
    const against = await codingOf(one, 'empat', other);
    expect(await ask([other])).toMatchObject([
      { case: first, kind: 'opposing', codings: [against] },
      { case: second, kind: 'without' },
    ]);
  });
});

test('a memo becomes a proposition once, with its quotations and passages (R-12)', async () => {
  const coding = await codingOf(one, 'dua');
  const { guid: memoId } = await project.client.memos.create({
    title: 'Cepat',
    body: 'Karena aplikasi.',
    targets: [
      { kind: 'coding', guid: coding },
      { kind: 'passage', guid: two, start: 0, end: 4 },
      { kind: 'code', guid: code },
    ],
  });
  const { guid } = await project.client.propositions.fromMemo({ memoId });
  expect(await only()).toMatchObject({
    guid,
    statement: 'Cepat',
    argument: 'Karena aplikasi.',
    dimension: code,
    memo: memoId,
    evidence: [{ words: 'dua' }, { words: 'Satu', document: two }],
  });
  expect(await project.client.propositions.fromMemo({ memoId })).toEqual({ guid });
  expect(await project.client.propositions.list({})).toHaveLength(1);
});

test('its history tells every step, of its evidence and checks too; deleting it leaves what it rested on', async () => {
  const coding = await codingOf(one, 'dua');
  const { guid: propositionId } = await claim('Cepat', coding);
  await claim('Lain');
  await project.client.propositions.update({ propositionId, scope: 'Kabupaten' });
  await project.client.propositions.check({ propositionId, tactic: 'if-then', outcome: 'holds' });
  const steps = await project.client.propositions.history({ propositionId });
  expect(steps.map(({ method }) => method)).toEqual([
    'propositions.check',
    'propositions.update',
    'propositions.create',
  ]);
  await project.client.propositions.delete({ propositionIds: [propositionId] });
  expect((await only()).statement).toBe('Lain');
  expect(await project.client.codings.list({})).toHaveLength(1);
  await project.client.history.undo({});
  expect((await only()).evidence).toHaveLength(1);
  expect((await project.client.project.check({})).problems).toEqual([]);
});

test.each([7, 77, 777])(
  'over random studies, what changes upstream marks exactly what rests on it, and undo clears it (seed %i)',
  async (seed) => {
    const { client } = project;
    const { below, pick } = randomOf(seed);
    const places = ['dua', 'tiga', 'empat', 'enam', 'tujuh', 'sembilan'];
    const codings: { guid: Guid; document: Guid; quote: string }[] = [];
    for (const quote of places) {
      for (const document of [one, two]) codings.push({ guid: await codingOf(document, quote), document, quote });
    }
    const restsOn = new Map<string, { own: Set<Guid>; claims: Set<string> }>();
    const made: { name: string; guid: Guid }[] = [];
    for (let k = 0; k < 6; k += 1) {
      const own = new Set(Array.from({ length: below(3) }, () => pick(codings).guid));
      const { guid } = await claim(`P${k}`, ...own);
      const claims = new Set<string>();
      if (made.length > 0 && below(3) > 0) {
        const lower = pick(made);
        claims.add(lower.name);
        await client.propositions.attach({ propositionId: guid, target: { kind: 'proposition', guid: lower.guid } });
      }
      restsOn.set(`P${k}`, { own, claims });
      made.push({ name: `P${k}`, guid });
    }
    const reaches = (name: string, coding: Guid): boolean => {
      const { own, claims } = restsOn.get(name) ?? { own: new Set(), claims: new Set<string>() };
      return own.has(coding) || [...claims].some((lower) => reaches(lower, coding));
    };
    for (let round = 0; round < 8; round += 1) {
      const { guid, document, quote } = pick(codings);
      const change = pick(['delete', 'edit', 'recode', 'shift'] as const);
      if (change === 'delete') await client.codings.delete({ codingIds: [guid] });
      else if (change === 'recode') await client.codings.update({ codingIds: [guid], codeId: other });
      else if (change === 'shift') await edit(document, 0, 0, 'Nah, ');
      else await edit(document, words.indexOf(quote) + 1, 1, 'X');
      const expected = change === 'shift' ? [] : made.filter(({ name }) => reaches(name, guid)).map(({ name }) => name);
      expect({ change, quote, marked: await marked() }).toEqual({ change, quote, marked: expected });
      await client.history.undo({});
      expect(await marked()).toEqual([]);
    }
  },
  60_000,
);
