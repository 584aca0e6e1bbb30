// Issue 6, acceptance 1: the sample study is carried through to verified propositions, in both languages.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Proposition } from '../../src/shared/contract/propositions.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

describe.each(['id', 'en'] as const)('the sample study (%s)', (language) => {
  let project: TestProject;
  let propositions: readonly Proposition[];
  beforeAll(async () => {
    project = await openTestProject({ template: 'sample', language });
    propositions = await project.client.propositions.list({});
  });
  afterAll(() => project.end());

  test('has verified, rejected and open propositions; none is marked (R-18, R-19)', () => {
    const of = (...wanted: readonly string[]) => propositions.filter(({ status }) => wanted.includes(status)).length;
    expect(of('verified')).toBeGreaterThanOrEqual(3);
    expect(of('rejected')).toBeGreaterThanOrEqual(1);
    expect(of('hunch', 'tentative')).toBeGreaterThanOrEqual(1);
    expect(propositions.filter(({ mark }) => mark !== null)).toEqual([]);
  });

  test('what is verified meets every condition without an override, and looked for the other side (R-19)', () => {
    const verified = propositions.filter(({ status }) => status === 'verified');
    for (const { statement, missing, overrideReason, evidence, checks } of verified) {
      expect({ statement, missing, overrideReason }).toEqual({ statement, missing: [], overrideReason: '' });
      expect(evidence.some(({ side }) => side === 'opposes')).toBe(true);
      expect(checks.map(({ tactic }) => tactic)).toEqual(
        expect.arrayContaining(['negative-evidence', 'rival-explanations']),
      );
    }
    const kinds = new Set(propositions.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(['cell', 'coding', 'display', 'proposition']);
  });

  test('a second judge worked blind: both gave verdicts, and they do not always agree (R-24)', async () => {
    const { client } = project;
    const [first, second] = await client.coders.list({});
    const agreement = await client.triangulation.agreement({
      firstId: first?.guid ?? '',
      secondId: second?.guid ?? '',
    });
    expect(agreement.n).toBeGreaterThanOrEqual(8);
    expect(agreement.disagreements.length).toBeGreaterThan(0);
    expect(agreement.kappa).toBeGreaterThan(0);
  });

  test('its displays are up to date and have their decision rules (R-14)', async () => {
    const displays = await project.client.displays.list({});
    expect(displays.filter(({ decisionRule, commentary }) => decisionRule === '' || commentary === '')).toEqual([]);
    expect(await project.client.displays.check({})).toEqual(
      displays.map(({ guid }) => ({ guid, written: expect.any(Number) as number, stale: 0 })),
    );
    const written = await project.client.displays.check({});
    expect(written.every((each) => each.written >= 9)).toBe(true);
  });

  test('silent and not asked are both there, and kept apart (R-24)', async () => {
    const { counts } = await project.client.collection.coverage({});
    expect(counts.silent).toBeGreaterThan(0);
    expect(counts['not-asked']).toBeGreaterThan(0);
    expect((await project.client.collection.exportGate({})).open).toBe(true);
  });

  test('is sound', async () => {
    expect(await project.client.project.check({})).toMatchObject({ ok: true, problems: [] });
  });
});
