// Kept results: the numbers of a fresh analysis, a mark while their inputs differ, none once these are back.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../src/shared/contract/contract.ts';
import { keptMethod, type KeptMethod } from '../../src/shared/contract/results.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject({ template: 'sample' });
});
afterEach(() => project.end());

async function inputFor(method: KeptMethod) {
  const [variable] = (await project.client.variables.list({})).filter(({ scope }) => scope === 'case');
  const [code] = await project.client.codes.list({});
  // Two who code are needed before they can agree.
  if (method === 'analysis.agreement') await project.client.coders.create({ name: 'Pengode kedua' });
  const coderIds = (await project.client.coders.list({})).slice(0, 2).map(({ guid }) => guid);
  const inputs: Partial<Record<KeptMethod, object>> = {
    'analysis.agreement': { coderIds },
    'analysis.crosstab': { variableId: variable?.guid ?? '' },
    'analysis.retrieve': { query: `"${code?.name}" OR ANY` },
    'search.find': { query: 'data' },
    'search.similar': { text: 'koordinasi antardinas berjalan lambat' },
  };
  return JSON.parse(JSON.stringify(inputs[method] ?? {})) as InputOf<'results.save'>['input'];
}

async function freshness(): Promise<readonly string[]> {
  return (await project.client.results.check({})).map((each) => each.freshness);
}

async function codeAnew(documentId: Guid): Promise<void> {
  const [code] = (await project.client.codes.list({})).filter(({ codable }) => codable);
  await project.client.codings.create({ documentId, codeId: code?.guid ?? '', start: 0, end: 7 });
}

describe('a result that is kept', () => {
  test.each(keptMethod.options)(
    '%s: run again it is what a fresh analysis gives, also after its inputs changed, which it says',
    async (method) => {
      const { client, app } = project;
      const input = await inputFor(method);
      const { guid } = await client.results.save({ name: method, method, input });
      const fresh = await app.dispatch({ method, input });
      if (!fresh.ok) throw new Error(fresh.error.message);
      const run = await client.results.run({ resultId: guid });
      const plain = (value: unknown): unknown =>
        JSON.parse(JSON.stringify(value).replaceAll(/"(computedAt|revision)":[^,}]+/g, '"$1":0'));
      expect(plain(run.answer)).toEqual(plain(fresh.value));
      expect(run).toMatchObject({ isSame: true, changes: [], changed: 0 });
      expect(run.tables.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
      expect((await client.results.tables({ resultId: guid })).tables).toEqual(run.tables);
      expect(await freshness()).toEqual(['current']);
      // Both what is coded and what is written changes: each analysis looks at one of them at least.
      const [document] = (await client.documents.list({})).filter(({ codings }) => codings > 0);
      const documentId = document?.guid ?? ('' as Guid);
      const { revision } = await client.documents.text({ documentId });
      const splices = [{ at: 0, remove: 0, insert: 'Data koordinasi. ' }];
      await client.documents.editText({ documentId, revision, splices });
      await codeAnew(documentId);
      expect(await freshness()).toEqual(['stale']);
      await client.history.undo({});
      await client.history.undo({});
      expect(await freshness()).toEqual(['current']);
      await client.history.redo({});
      await client.history.redo({});
      expect(await freshness()).toEqual(['stale']);
      await client.results.renew({ resultId: guid });
      expect(await freshness()).toEqual(['current']);
      const again = await client.results.run({ resultId: guid });
      expect(again.isSame).toBe(true);
      // Opened anew nothing is remembered of what was computed: this is what somebody else would get.
      await client.projects.open({ path: project.path });
      const anew = await app.dispatch({ method, input });
      if (!anew.ok) throw new Error(anew.error.message);
      expect(plain(again.answer)).toEqual(plain(anew.value));
      expect(plain((await client.results.run({ resultId: guid })).answer)).toEqual(plain(anew.value));
    },
  );

  test('word counts and similar passages are marked when the stop words change, and no other', async () => {
    const { client } = project;
    for (const method of ['search.words', 'search.similar', 'analysis.frequency'] as const) {
      await client.results.save({ name: method, method, input: await inputFor(method) });
    }
    await client.search.setStopWords({ own: ['data'] });
    expect(await freshness()).toEqual(['stale', 'stale', 'current']);
    await client.history.undo({});
    expect(await freshness()).toEqual(['current', 'current', 'current']);
  });

  test('is marked while its inputs differ; undo clears the mark', async () => {
    const { client } = project;
    const [document] = await client.documents.list({});
    await client.results.save({ name: 'Frekuensi', method: 'analysis.frequency', input: {} });
    await codeAnew(document?.guid ?? ('' as Guid));
    expect(await freshness()).toEqual(['stale']);
    await client.history.undo({});
    expect(await freshness()).toEqual(['current']);
    const documentId = document?.guid ?? '';
    const { revision } = await client.documents.text({ documentId });
    await client.documents.editText({ documentId, revision, splices: [{ at: 0, remove: 0, insert: 'x' }] });
    expect(await freshness()).toEqual(['stale']);
    await client.history.undo({});
    expect(await freshness()).toEqual(['current']);
  });

  test('outside its scope nothing marks it', async () => {
    const { client } = project;
    const [first, second] = await client.documents.list({});
    const input = { documentIds: [first?.guid ?? ''] };
    await client.results.save({ name: 'Satu', method: 'analysis.frequency', input });
    await codeAnew(second?.guid ?? ('' as Guid));
    await client.memos.create({ body: 'catatan', targets: [{ kind: 'project' }] });
    expect(await freshness()).toEqual(['current']);
    await client.documents.delete({ documentIds: [first?.guid ?? ''] });
    expect(await freshness()).toEqual(['missing']);
  });

  test('renewed, it can be held against its earlier state; the same answer makes no state', async () => {
    const { client } = project;
    const [document] = await client.documents.list({});
    const { guid } = await client.results.save({ name: 'Frekuensi', method: 'analysis.frequency', input: {} });
    expect(await client.results.renew({ resultId: guid })).toMatchObject({ isSame: true });
    await codeAnew(document?.guid ?? ('' as Guid));
    const renewed = await client.results.renew({ resultId: guid });
    expect(renewed.isSame).toBe(false);
    expect(renewed.changes).toContainEqual(expect.objectContaining({ column: '@codings' }));
    const [saved] = await client.results.list({});
    expect(saved?.states).toHaveLength(2);
    const compared = await client.results.compare({ resultId: guid });
    expect(compared.changes).toEqual(renewed.changes);
    expect(await freshness()).toEqual(['current']);
    await client.history.undo({});
    expect((await client.results.list({}))[0]?.states).toHaveLength(1);
  });

  test('input that the analysis would refuse is refused, and nothing is kept', async () => {
    const { client } = project;
    const bad = client.results.save({ name: 'x', method: 'analysis.frequency', input: { codes: 1 } });
    await expect(bad).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await client.results.list({})).toEqual([]);
  });

  test('goes with its states, and comes back with them', async () => {
    const { client } = project;
    const { guid } = await client.results.save({ name: 'A', method: 'analysis.frequency', input: {}, comment: 'c' });
    await client.results.update({ resultId: guid, comment: 'lain', inReport: true });
    const before = await client.results.list({});
    await client.results.remove({ resultId: guid });
    expect(await client.results.list({})).toEqual([]);
    await client.history.undo({});
    expect(await client.results.list({})).toEqual(before);
    expect((await client.project.check({})).problems).toEqual([]);
  });
});
