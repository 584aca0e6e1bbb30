// Triangulation on a real project file. Silence against "not asked"; verdicts that know their row; the
// blind second judge and the agreement of both (Methods 2.9).

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { guidOf, openRaw, openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
let code: Guid;
const documents = new Map<string, Guid>();
const words = 'Layanan menjadi cepat sekali.';
const technique = { kind: 'technique' as const };

beforeEach(async () => {
  project = await openTestProject();
  const { client } = project;
  const make = async (title: string, kind: 'interview' | 'observation' | 'document' | 'field-note') =>
    documents.set(title, (await client.documents.create({ title, text: words, kind })).guid);
  await make('Wawancara', 'interview');
  await make('Pengamatan', 'observation');
  await make('Perbup', 'document');
  code = (await client.codes.create({ name: 'Cepat' })).guid;
});
afterEach(() => project.end());

const documentOf = (title: string): Guid => documents.get(title) ?? code;
const codingIn = (title: string) =>
  project.client.codings.create({ documentId: documentOf(title), codeId: code, start: 0, end: 7 });
const propose = async () =>
  (await project.client.propositions.create({ statement: 'Layanan cepat', dimensionId: code })).guid;
async function states() {
  const { rows, columns } = await project.client.triangulation.matrix({ comparison: technique });
  return rows[0]?.cells.map(({ state, count }, at) => `${columns[at]?.key} ${state} ${count}`);
}
/** A question of the guide that serves a research question, asked in these documents. */
async function askIn(...titles: readonly string[]): Promise<Guid> {
  const { client } = project;
  const { guid: question } = await client.guide.create({ label: 'P1', wording: 'Seberapa cepat?' });
  for (const title of titles) {
    await client.guide.mark({ items: [{ questionId: question, documentId: documentOf(title), start: 0, end: 7 }] });
  }
  return question;
}

describe('the matrix', () => {
  test('counts what was coded and attached, and shows the best words', async () => {
    const coding = await codingIn('Wawancara');
    const propositionId = await propose();
    await project.client.propositions.attach({ propositionId, target: { kind: 'coding', guid: coding.guid } });
    const passage = { kind: 'passage' as const, documentId: documentOf('Perbup'), start: 16, end: 21 };
    await project.client.propositions.attach({ propositionId, side: 'opposes', target: passage });
    const { rows } = await project.client.triangulation.matrix({ comparison: technique });
    expect(rows[0]?.cells).toMatchObject([
      { state: 'heard', count: 1, supports: 1, opposes: 0, documents: 1, best: [{ quote: 'Layanan' }] },
      { state: 'unknown', count: 0 },
      { state: 'heard', count: 1, supports: 0, opposes: 1, best: [{ quote: 'cepat' }] },
    ]);
    const { rows: codes } = await project.client.triangulation.matrix({ comparison: technique, rows: 'codes' });
    expect(codes[0]).toMatchObject({ kind: 'code', label: 'Cepat', cells: [{ count: 1 }, { count: 0 }, { count: 0 }] });
  });

  test('tells silence, not asked and unknown apart, and suggests silence alone (R-24)', async () => {
    await codingIn('Wawancara');
    const propositionId = await propose();
    expect(await states()).toEqual(['interview heard 1', 'observation unknown 0', 'document unknown 0']);

    const questionId = guidOf(900);
    const guide = await askIn('Wawancara', 'Pengamatan');
    await project.client.projects.close({});
    const raw = await openRaw(project.path);
    raw.execute(`
      INSERT INTO research_question (id, guid, position, label) VALUES (1, '${questionId}', 0, 'RM1');
      INSERT INTO question_object (guid, question_id, kind, target_guid)
        VALUES ('${guidOf(901)}', 1, 'guide-question', '${guide}')`);
    raw.close();
    await project.client.projects.open({ path: project.path });
    await project.client.propositions.update({ propositionId, questionId });
    expect(await states()).toEqual(['interview heard 1', 'observation silent 0', 'document not-asked 0']);
    const { rows } = await project.client.triangulation.matrix({ comparison: technique });
    expect(rows[0]?.suggestion).toBe('silence');
    expect(rows[0]?.verdict).toBeNull();
  });

  /** A research question that the code serves, and one question of the guide for it; what the row says of all columns. */
  async function askedAbout() {
    const { client } = project;
    await codingIn('Wawancara');
    const propositionId = await propose();
    const { guid: questionId } = await client.questions.create({ label: 'RM1', text: 'Bagaimana layanan?' });
    const { guid: guide } = await client.guide.create({ label: 'P1', wording: 'Seberapa cepat?' });
    await client.questions.link({ questionId, kind: 'guide-question', targetIds: [guide] });
    await client.propositions.update({ propositionId, questionId });
    const note = (sourceId: Guid, status: 'not-asked' | 'planned' | 'done', about = questionId) =>
      client.collection.setEntries({ items: [{ sourceId, questionId: about, status }] });
    return { client, questionId, guide, note };
  }

  test('reads the log as coverage does: of the research question, of its guide question, of a case (R-24, CV1)', async () => {
    const { client, guide, note } = await askedAbout();
    await note(documentOf('Pengamatan'), 'planned');
    expect(await states()).toEqual(['interview heard 1', 'observation not-asked 0', 'document not-asked 0']);
    await note(documentOf('Pengamatan'), 'done', guide);
    expect(await states()).toEqual(['interview heard 1', 'observation silent 0', 'document not-asked 0']);
    // Noted of the case: its column of sources was asked; in which of its documents nobody said.
    const { guid: caseId } = await client.cases.create({ name: 'A', documentIds: [documentOf('Perbup')] });
    await note(caseId, 'done');
    expect(await states()).toEqual(['interview heard 1', 'observation silent 0', 'document unknown 0']);
    const { rows } = await client.triangulation.matrix({ comparison: { kind: 'source' } });
    expect(rows[0]?.cells.map(({ state }) => state)).toEqual(['silent', 'heard']);
  });

  test('what was asked in words that are gone was not asked; the verdict on the row is marked, and undo clears it', async () => {
    const { client, guide } = await askedAbout();
    await client.guide.mark({ items: [{ questionId: guide, documentId: documentOf('Perbup'), start: 8, end: 15 }] });
    expect(await states()).toEqual(['interview heard 1', 'observation not-asked 0', 'document silent 0']);
    const subjectId = (await client.propositions.list({}))[0]?.guid ?? code;
    await client.triangulation.judge({ subjectId, comparison: technique, verdict: 'silence' });
    const mark = async () => (await client.propositions.list({}))[0]?.verdicts[0]?.mark;
    const text = await client.documents.text({ documentId: documentOf('Perbup') });
    await client.documents.editText({
      documentId: documentOf('Perbup'),
      revision: text.revision,
      splices: [{ at: 8, remove: 7, insert: '' }],
    });
    const covered = await client.collection.coverage({});
    expect(covered.cells.filter(({ asked }) => asked !== null)).toEqual([]);
    expect(await states()).toEqual(['interview heard 1', 'observation unknown 0', 'document unknown 0']);
    expect(await mark()).toBe('changed');
    await client.history.undo({});
    expect(await mark()).toBe('sound');
  });

  test('a code that serves two questions was asked about where either was put (CV5)', async () => {
    const { client, questionId, note } = await askedAbout();
    const { guid: second } = await client.questions.create({ label: 'RM2', text: 'Apa dampaknya?' });
    for (const each of [questionId, second])
      await client.questions.link({ questionId: each, kind: 'code', targetIds: [code] });
    await note(documentOf('Perbup'), 'not-asked');
    await note(documentOf('Perbup'), 'done', second);
    await note(documentOf('Pengamatan'), 'not-asked');
    const { rows } = await client.triangulation.matrix({ comparison: technique, rows: 'codes' });
    expect(rows[0]?.cells.map(({ state }) => state)).toEqual(['heard', 'not-asked', 'silent']);
  });

  test('has the five comparisons of Patton ready-made (R-23)', async () => {
    const { client } = project;
    const bare = await client.triangulation.readyMade({});
    expect(bare.map(({ id, comparison }) => [id, comparison?.kind ?? null])).toEqual([
      ['patton-methods', 'technique'],
      ['patton-public', null],
      ['patton-time', 'time'],
      ['patton-rank', null],
      ['patton-documents', 'technique'],
    ]);
    const { guid: setting } = await client.variables.create({
      name: 'Sifat pernyataan',
      scope: 'document',
      type: 'Text',
    });
    const { guid: office } = await client.variables.create({ name: 'Perangkat daerah', scope: 'case', type: 'Text' });
    const ofRank = async () => (await client.triangulation.readyMade({}))[3]?.comparison;
    expect(await ofRank()).toEqual({ kind: 'group', variableId: office });
    const { guid: rank } = await client.variables.create({ name: 'Jabatan', scope: 'case', type: 'Text' });
    expect(await ofRank()).toEqual({ kind: 'group', variableId: rank });
    await client.variables.setValue({ variableId: setting, targetId: documentOf('Wawancara'), value: 'Pribadi' });
    await client.variables.setValue({ variableId: setting, targetId: documentOf('Perbup'), value: 'Umum' });
    await codingIn('Wawancara');
    await propose();
    const said = (await client.triangulation.readyMade({}))[1]?.comparison ?? technique;
    const { columns, rows } = await client.triangulation.matrix({ comparison: said });
    expect(columns.map(({ label }, at) => [label, rows[0]?.cells[at]?.count])).toEqual([
      ['Pribadi', 1],
      ['Umum', 0],
      ['None of these', 0],
    ]);
    // Observation against interview: two columns, whatever else there is.
    const [methods, , , , documentary] = await client.triangulation.readyMade({});
    const keys = async (each: typeof methods) =>
      (await client.triangulation.matrix({ comparison: each?.comparison ?? technique })).columns.map(({ key }) => key);
    expect(await keys(methods)).toEqual(['observation', 'interview']);
    expect(await keys(documentary)).toEqual(['interview', 'document']);
  });

  test.each([
    [{ kind: 'source' as const }, ['Kasus A', 'None of these']],
    [technique, ['Interview', 'Observation', 'Document']],
    [{ kind: 'technique' as const, only: ['observation', 'interview'] }, ['Observation', 'Interview']],
    [{ kind: 'time' as const, step: 'year' as const }, ['2024', 'None of these']],
    [{ kind: 'investigator' as const }, ['Researcher']],
    [{ kind: 'theory' as const }, ['Cepat']],
  ])('compares %j', async (comparison, labels) => {
    await project.client.cases.create({ name: 'Kasus A', documentIds: [documentOf('Wawancara')] });
    await project.client.documents.update({ documentId: documentOf('Wawancara'), date: '2024-03-01' });
    await codingIn('Wawancara');
    await propose();
    const { columns, rows } = await project.client.triangulation.matrix({ comparison });
    expect(columns.map(({ label }) => label)).toEqual(labels);
    expect(rows[0]?.cells.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('groups by the values of a variable', async () => {
    const { client } = project;
    const { guid: caseId } = await client.cases.create({ name: 'A', documentIds: [documentOf('Wawancara')] });
    const { guid: variableId } = await client.variables.create({ name: 'Jabatan', scope: 'case', type: 'Text' });
    await client.variables.setValue({ variableId, targetId: caseId, value: 'Kepala dinas' });
    await codingIn('Wawancara');
    await propose();
    const comparison = { kind: 'group' as const, variableId };
    const { columns, rows } = await client.triangulation.matrix({ comparison });
    expect(columns.map(({ label, documents: n }) => [label, n])).toEqual([
      ['Kepala dinas', 1],
      ['None of these', 2],
    ]);
    expect(rows[0]?.cells.map(({ count }) => count)).toEqual([1, 0]);
  });
});

describe('verdicts', () => {
  test('know the row they judged: another quotation marks them and the proposition, undo clears it', async () => {
    await codingIn('Wawancara');
    const subjectId = await propose();
    await project.client.triangulation.judge({ subjectId, comparison: technique, verdict: 'agreement' });
    const mark = async () => (await project.client.propositions.list({}))[0];
    expect(await mark()).toMatchObject({ mark: null, verdicts: [{ verdict: 'agreement', mark: 'sound' }] });
    await codingIn('Perbup');
    const after = await mark();
    expect(after?.verdicts[0]?.mark).toBe('changed');
    expect(after?.mark?.own).toEqual([after?.verdicts[0]?.guid]);
    await project.client.history.undo({});
    expect((await mark())?.mark).toBeNull();
    await codingIn('Perbup');
    await project.client.triangulation.judge({ subjectId, comparison: technique, verdict: 'agreement' });
    expect((await mark())?.mark).toBeNull();
  });

  test('of another judge stay hidden until the own one is given; meanings are each judge’s own', async () => {
    const { client } = project;
    await codingIn('Wawancara');
    const subjectId = await propose();
    const column = 'interview';
    await client.triangulation.describe({
      subjectId,
      comparison: technique,
      column,
      meaning: 'Cepat',
      prominence: 'high',
    });
    await client.triangulation.judge({ subjectId, comparison: technique, verdict: 'partial', reason: 'Satu saja' });
    const { guid: second } = await client.coders.create({ name: 'Penilai kedua' });
    await client.coders.setCurrent({ coderId: second });
    const row = async () => (await client.triangulation.matrix({ comparison: technique })).rows[0];
    expect(await row()).toMatchObject({ verdict: null, others: [], otherCount: 1, cells: [{ meaning: '' }, {}, {}] });
    expect((await client.propositions.list({}))[0]).toMatchObject({ verdicts: [], verdictCount: 1 });
    await client.triangulation.judge({ subjectId, comparison: technique, verdict: 'agreement' });
    expect(await row()).toMatchObject({
      verdict: { verdict: 'agreement' },
      others: [{ verdict: 'partial', reason: 'Satu saja' }],
    });
    expect((await client.project.check({})).problems).toEqual([]);
  });

  // Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., table 18.1: 100 subjects, two
  // raters, [[75, 1, 4], [5, 4, 1], [0, 0, 10]]; printed κ = .68 (.23/.34). Recomputed with scikit-learn 1.9.1: .67647
  // (test/unit/analysis/reference_values.py, verdicts).
  test('of two judges agree as a published table says: κ .68 (Fleiss, Levin & Paik 2003)', async () => {
    const { client } = project;
    const values = ['agreement', 'partial', 'dissonance'] as const;
    const counts = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const pairs = counts.flatMap((row, first) =>
      row.flatMap((count, second) => Array.from({ length: count }, () => [first, second] as const)),
    );
    const first = (await client.coders.list({})).find(({ current }) => current)?.guid ?? code;
    const { guid: second } = await client.coders.create({ name: 'Penilai kedua' });
    const subjects: Guid[] = [];
    for (const k of pairs.keys()) subjects.push((await client.propositions.create({ statement: `P${k}` })).guid);
    for (const [judge, coderId] of [first, second].entries()) {
      await client.coders.setCurrent({ coderId });
      for (const [k, subjectId] of subjects.entries()) {
        const verdict = values[pairs[k]?.[judge] ?? 0] ?? 'silence';
        await client.triangulation.judge({ subjectId, comparison: technique, verdict });
      }
    }
    const found = await client.triangulation.agreement({ firstId: first, secondId: second });
    expect(found).toMatchObject({ n: 100, observed: 0.89 });
    expect(found.expected).toBeCloseTo(0.66, 10);
    expect(found.kappa).toBeCloseTo(0.6764705882352942, 10);
    expect(found.kappa?.toFixed(2)).toBe('0.68');
    expect(found.disagreements).toHaveLength(11);
    // Krippendorff's α from the pooled values: 160, 15 and 25 of 200; D_o = .11, D_e = 1 − Σ n(n−1) / 200·199.
    const disagreement = 1 - (160 * 159 + 15 * 14 + 25 * 24) / (200 * 199);
    expect(found.alpha).toBeCloseTo(1 - 0.11 / disagreement, 10);
  }, 60_000);

  test('of two judges agree by κ as the reference computes it', async () => {
    const { client } = project;
    // Twenty findings: the table [[9, 1], [3, 7]] of agreement and partial agreement. Cohen: P_o = .8, P_e = .5, κ = .6.
    const pairs = [
      ...Array.from({ length: 9 }, () => ['agreement', 'agreement'] as const),
      ['agreement', 'partial'] as const,
      ...Array.from({ length: 3 }, () => ['partial', 'agreement'] as const),
      ...Array.from({ length: 7 }, () => ['partial', 'partial'] as const),
    ];
    const first = (await client.coders.list({})).find(({ current }) => current)?.guid ?? code;
    const { guid: second } = await client.coders.create({ name: 'Penilai kedua' });
    const subjects: Guid[] = [];
    for (const k of pairs.keys()) subjects.push((await client.propositions.create({ statement: `P${k}` })).guid);
    for (const [judge, coderId] of [first, second].entries()) {
      await client.coders.setCurrent({ coderId });
      for (const [k, subjectId] of subjects.entries()) {
        const verdict = pairs[k]?.[judge] ?? 'silence';
        await client.triangulation.judge({ subjectId, comparison: technique, verdict });
      }
    }
    const found = await client.triangulation.agreement({ firstId: first, secondId: second });
    expect(found).toMatchObject({ n: 20, observed: 0.8 });
    expect(found.kappa).toBeCloseTo(0.6, 10);
    expect(found.expected).toBeCloseTo(0.5, 10);
    expect(found.table.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
      [9, 1],
      [3, 7],
    ]);
    expect(found.disagreements).toHaveLength(4);
    const nobody = await client.triangulation.agreement({ firstId: first, secondId: first });
    expect(nobody).toMatchObject({ n: 20, kappa: 1 });
  });
});
