// Projects of QualCoder, RQDA and Taguette: counts as in SOURCES.md, every coding on the words the program stored beside it, one
// undoable step, and a refused file changes nothing.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readForeign } from '../../src/main/core/foreign/read-foreign.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

const folder = fileURLToPath(new URL('../../../shared/data/refi/other-formats/', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log('projects of other programs skipped: ../shared not there');
const bytesOf = (name: string): Uint8Array => readFileSync(`${folder}${name}`);

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject();
});
afterEach(() => project.end());

const importProject = (name: string, bytes: Uint8Array) =>
  project.client.documents.importProject({
    file: { name, token: project.app.files.hold({ name, mediaType: '', bytes }) },
  });
const words = (text: string): string => text.replace(/[\s\p{Cc}\uFEFF]+/gu, '');

/** The words of every coding are those at its place, and those the other program stored. */
async function expectSlices(bytes: Uint8Array): Promise<number> {
  const { codings } = await readForeign(bytes);
  const texts = new Map<string, string>();
  for (const { guid } of await project.client.documents.list({})) {
    texts.set(guid, (await project.client.documents.text({ documentId: guid })).text);
  }
  const own = await project.client.codings.list({});
  for (const { document, start, end, quote } of own) expect(texts.get(document)?.slice(start, end)).toBe(quote);
  const stored = new Set(codings.map(({ quote }) => words((quote ?? '').normalize('NFC'))));
  expect(own.filter(({ quote }) => !stored.has(words(quote))).length).toBe(0);
  return own.length;
}

describe.skipIf(!isThere)('projects of other programs', () => {
  it('QualCoder: texts, categories and codes, codings of two coders in code points, cases, variables, journal', async () => {
    const report = await importProject('proyek.qda.zip', bytesOf('qualcoder-demo.qda.zip'));
    expect(report).toMatchObject({ outcome: 'imported', program: 'QualCoder', error: null });
    expect(report.counts).toMatchObject({ documents: 6, cases: 2, variables: 4, coders: 2 });
    expect(Object.fromEntries(report.notes.map(({ code, count }) => [code, count]))).toMatchObject({
      'media-left-out': 2,
      'picture-codings-left-out': 1,
      'recording-codings-left-out': 1,
    });
    expect(await expectSlices(bytesOf('qualcoder-demo.qda.zip'))).toBe(report.counts.codings);
    const codes = await project.client.codes.list({});
    expect(codes.find(({ name }) => name === 'aturan "belum ada"')?.path).toEqual([
      'Tata kelola',
      'Hambatan',
      'Regulasi',
      'aturan "belum ada"',
    ]);
    expect(codes.find(({ name }) => name === 'Tata kelola')?.codable).toBe(false);
    const codings = await project.client.codings.list({});
    expect(codings.some(({ quote }) => quote.startsWith('𝒜𝒢𝐼𝐿𝐸 itu bukan sekadar jargon'))).toBe(true);
    const variables = await project.client.variables.list({});
    expect(variables.map(({ name, scope, type }) => [name, scope, type])).toContainEqual(['usia', 'case', 'Integer']);
    const memos = await project.client.memos.list({});
    expect(memos.find(({ body }) => body === 'anotasi polos')?.targets[0]).toMatchObject({ kind: 'passage' });
    expect(memos.find(({ title }) => title === 'Jurnal 1')?.targets).toEqual([{ kind: 'project' }]);
    expect(memos.find(({ body }) => body === 'memo koding <1> & lagi')?.targets[0]).toMatchObject({ kind: 'coding' });
  });

  it('a preview says what would come in, changes nothing and holds the file on; undo takes all of it back', async () => {
    const before = (await project.client.project.info({})).project.revision;
    const bytes = bytesOf('rqda-OPCW-CSP-DG.rqda');
    const file = { name: 'a.rqda', token: project.app.files.hold({ name: 'a.rqda', mediaType: '', bytes }) };
    const plan = await project.client.documents.importProject({ file, preview: true });
    expect(plan).toMatchObject({ outcome: 'preview', program: 'RQDA' });
    expect((await project.client.project.info({})).project.revision).toBe(before);
    expect(await project.client.documents.list({})).toEqual([]);
    const report = await project.client.documents.importProject({ file });
    expect(report).toEqual({ ...plan, outcome: 'imported' });
    await project.client.history.undo({});
    expect(await project.client.documents.list({})).toEqual([]);
    expect(await project.client.codes.list({})).toEqual([]);
  });

  it('RQDA: what was deleted stays out, every other coding comes', async () => {
    const report = await importProject('a.rqda', bytesOf('rqda-OPCW-CSP-DG.rqda'));
    expect(report.counts).toMatchObject({ documents: 13, codes: 2, codings: 21, coders: 1 });
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'deleted-left-out', count: 1 }));
    expect(await expectSlices(bytesOf('rqda-OPCW-CSP-DG.rqda'))).toBe(21);
  });

  it('Taguette: places count bytes of UTF-8, and a highlight of several tags is as many codings', async () => {
    const report = await importProject('a.sqlite3', bytesOf('taguette-serdif.sqlite3'));
    expect(report.counts).toMatchObject({ documents: 17, codes: 22, codings: 1930, coders: 0 });
    expect(await expectSlices(bytesOf('taguette-serdif.sqlite3'))).toBe(1930);
    expect(report.notes.map(({ code }) => code)).not.toContain('places-mended');
  });

  it('is one step: undo takes all of it back; a second time what is there by name is used', async () => {
    const bytes = bytesOf('qualcoder-demo.qda.zip');
    await importProject('a.zip', bytes);
    const codes = (await project.client.codes.list({})).length;
    await importProject('a.zip', bytes);
    expect(await project.client.codes.list({})).toHaveLength(codes);
    expect(await project.client.cases.list({})).toHaveLength(2);
    expect(await project.client.documents.list({})).toHaveLength(12);
    await project.client.history.undo({});
    await project.client.history.undo({});
    expect(await project.client.codes.list({})).toEqual([]);
    expect(await project.client.documents.list({})).toEqual([]);
    expect((await project.client.project.check({})).problems).toEqual([]);
  });
});

it('another file is refused with what to choose, and changes nothing', async () => {
  const before = (await project.client.project.info({})).project.revision;
  for (const text of ['SQLite format 3\0 rusak', 'halo', '']) {
    const report = await importProject('a.qda', new TextEncoder().encode(text));
    expect(report).toMatchObject({ outcome: 'refused', program: null, error: { code: 'foreign-unknown' } });
  }
  expect((await project.client.project.info({})).project.revision).toBe(before);
});
