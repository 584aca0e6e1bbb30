// Pages of a PDF through the real core: stored with the document, kept by edits, undo and redo, named in quotations,
// gone with the document, and carried by an exchange (PG1–PG4).

import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Ports } from '../../src/main/core/ports.ts';
import { exportFile, mergeFile, otherIds, studyIn } from '../support/exchange.ts';
import { openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { randomSplice } from '../support/random-study.ts';
import { sayMissing, sharedPath } from '../support/shared-data.ts';

const projects: TestProject[] = [];
afterEach(async () => {
  for (const project of projects.splice(0)) await project.end();
});

async function opened(ports: Partial<Ports> = {}): Promise<TestProject> {
  const project = await openTestProject({ ports });
  projects.push(project);
  return project;
}

async function withPdf(path: string) {
  const project = await opened();
  const { client, app } = project;
  const token = app.files.hold({ name: 'P1.pdf', mediaType: '', bytes: readFileSync(path) });
  const { files } = await client.documents.import({ files: [{ name: 'P1.pdf', token }] });
  const documentId = files[0]?.document;
  if (!documentId) throw new Error('not imported');
  return { project, client, documentId };
}

test('are in quotations, follow edits, come back with undo, and travel', async () => {
  const path = sharedPath('data', 'transcripts', 'pdf', 'pdpilot-P1.pdf');
  if (!path) return sayMissing('data/transcripts/pdf');
  const { project, client, documentId } = await withPdf(path);
  const first = (await studyIn(project)).pages;
  const starts = first[0]?.starts ?? [];
  expect(first).toEqual([{ document: documentId, starts }]);
  expect(starts.length).toBeGreaterThan(3);

  const { guid: codeId } = await client.codes.create({ name: 'A' });
  const [, , third = 0, fourth = 0] = starts;
  await client.codings.create({ documentId, codeId, start: third + 5, end: third + 20 });
  await client.codings.create({ documentId, codeId, start: fourth - 5, end: fourth + 5 });
  const pagesNow = async () => (await client.codings.quotations({})).items.map(({ pages }) => pages);
  expect(await pagesNow()).toEqual([
    { from: 3, to: 3 },
    { from: 3, to: 4 },
  ]);

  const random = randomOf(5);
  for (let round = 0; round < 12; round += 1) {
    const { text, revision } = await client.documents.text({ documentId });
    await client.documents.editText({ documentId, revision, splices: [randomSplice(random, text, starts)] });
  }
  // Away with the end of page 2 and the beginning of page 3.
  const now = (await studyIn(project)).pages[0]?.starts ?? [];
  const { revision } = await client.documents.text({ documentId });
  const cut = { at: (now[2] ?? 0) - 3, remove: 6, insert: '' };
  await client.documents.editText({ documentId, revision, splices: [cut] });
  const edited = (await studyIn(project)).pages;
  expect(edited[0]?.starts[2]).toBe(cut.at);
  expect((await client.project.check({})).problems).toEqual([]);

  const written = await exportFile(project);
  const other = await opened({ ids: otherIds() });
  await mergeFile(other, 'again.qdpx', written.bytes);
  expect((await studyIn(other)).pages).toEqual(edited);

  for (let step = 0; step < 13; step += 1) await client.history.undo({});
  expect((await studyIn(project)).pages).toEqual(first);
  for (let step = 0; step < 13; step += 1) await client.history.redo({});
  expect((await studyIn(project)).pages).toEqual(edited);

  await client.documents.delete({ documentIds: [documentId] });
  expect((await studyIn(project)).pages).toEqual([]);
  await client.history.undo({});
  expect((await studyIn(project)).pages).toEqual(edited);
});

test('a text without pages is cited without', async () => {
  const { client } = await opened();
  const { guid: documentId } = await client.documents.create({ title: 'D', text: 'satu dua tiga' });
  const { guid: codeId } = await client.codes.create({ name: 'A' });
  await client.codings.create({ documentId, codeId, start: 0, end: 4 });
  expect((await client.codings.quotations({})).items[0]?.pages).toBeNull();
});
