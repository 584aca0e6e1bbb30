// REFI-QDA against a real project file: every sample comes in as its source says, goes out and comes in again the same
// (REFI-QDA 1.5, sections 6 and 7: a program must carry everything, or say what it does not).

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { exportFile, mergeFile, studyIn, thereAndBack } from '../support/exchange.ts';
import { openTestProject, type TestProject } from '../support/project.ts';
import { sayMissing, sharedPath } from '../support/shared-data.ts';

let open: TestProject | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

/** Counted from the XML by hand (SOURCES.md); `shown` are the codings that stand in texts. */
const samples = [
  [
    'atlasti-8.4-mac-standard-example.qde',
    { users: 3, codes: 14, sources: 12, selections: 15, codings: 16, notes: 2, links: 1, sets: 16, graphs: 1 },
    0,
  ],
  [
    'atlasti-8.4-missing-sources-capital-names.qdpx',
    { users: 3, codes: 14, sources: 12, selections: 15, codings: 16, notes: 2, links: 1, sets: 16, graphs: 1 },
    0,
  ],
  ['nvivo-mac-15-from-qc.qdpx', { users: 2, codes: 262, sources: 2 }, 0],
  ['qc-1.3.2-demo.qdpx', { users: 1, codes: 262, sources: 2, selections: 158, codings: 205 }, 205],
  [
    'qualcoder-3.8.2-demo-valid.qdpx',
    { users: 2, codes: 8, variables: 4, cases: 2, sources: 7, selections: 18, codings: 17, notes: 2 },
    15,
  ],
  [
    'qualcoder-3.8.2-demo-invalid.qdpx',
    { users: 2, codes: 8, variables: 4, cases: 2, sources: 7, selections: 19, codings: 18, notes: 2 },
    15,
  ],
  [
    'generated/qualcoder-generated-20x60k-3000.qdpx',
    { users: 2, codes: 80, variables: 4, sources: 20, selections: 3000, codings: 3000 },
    3000,
  ],
] as const;

describe('projects of other programs', () => {
  test.each(samples)('%s comes in whole, goes out valid and comes in again the same', async (file, counts, shown) => {
    const path = sharedPath('data', 'refi', ...file.split('/'));
    if (!path) return sayMissing(`data/refi/${file}`);
    const { report, written, one, two, problems } = await thereAndBack(file, readFileSync(path));
    expect(report.counts).toEqual(counts);
    expect(written.counts).toEqual(counts);
    expect(one.codings.length).toBe(shown);
    expect(two).toEqual(one);
    expect(problems).toEqual([]);
  });
});

describe('a study of Simpul', () => {
  test('is the same after it went out as QDPX and came in again', async () => {
    open = await openTestProject({ template: 'sample' });
    const { client } = open;
    const [code] = await client.codes.list({});
    const [document] = await client.documents.list({});
    if (!code || !document) throw new Error('the sample has both');
    await client.codes.setFavourites({ codeIds: [code.guid] });
    await client.links.create({
      kind: 'explains',
      from: { documentId: document.guid, start: 0, end: 12 },
      to: { documentId: document.guid, start: 40, end: 60 },
      note: 'Why – “so” & <thus>',
    });
    const written = await exportFile(open);
    const one = await studyIn(open);
    const second = await openTestProject();
    try {
      const report = await mergeFile(second, 'again.qdpx', written.bytes);
      expect(report.notes.map(({ code: kind }) => kind)).toContain('sidecar-used');
      expect(await studyIn(second)).toEqual(one);
      expect((await second.client.project.check({})).problems).toEqual([]);
    } finally {
      await second.end();
    }
  });
});
