// Every import leaves a report in the project, in which what went in and what came out can be counted against each other; the
// standard asks for it (REFI-QDA 1.5, section 7). It goes with the import when that is undone.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readForeign } from '../../src/main/core/foreign/read-foreign.ts';
import type { ExchangeReport } from '../../src/shared/contract/interchange.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let open: TestProject;
beforeEach(async () => {
  open = await openTestProject();
});
afterEach(() => open.end());

const hold = (name: string, bytes: Uint8Array) => ({
  name,
  token: open.app.files.hold({ name, mediaType: '', bytes }),
});
const latest = async (): Promise<ExchangeReport> => {
  const [report] = await open.client.interchange.reports({});
  if (!report) throw new Error('no report');
  return report;
};
const added = ({ changes }: ExchangeReport, wanted: string): number =>
  changes.find(({ kind }) => kind === wanted)?.added ?? 0;
const noted = ({ notes }: ExchangeReport, ...codes: readonly string[]): number =>
  notes.filter(({ code }) => codes.includes(code)).reduce((sum, { count }) => sum + count, 0);

test('documents: files in are documents and refusals, by name, each with what was changed in it', async () => {
  await open.client.documents.import({
    files: [
      hold('satu.txt', strToU8('Satu\u0007.')),
      hold('map/dua.md', strToU8('# Dua')),
      hold('rusak.docx', strToU8('bukan')),
    ],
  });
  const report = await latest();
  expect(report).toMatchObject({ direction: 'import', file: 'satu.txt + 2', format: 'txt, md, docx' });
  expect(report.counts['files']).toBe(added(report, 'documents') + noted(report, 'file-refused'));
  expect(report.notes).toEqual([
    expect.objectContaining({ code: 'file-refused', count: 1, details: ['rusak.docx'] }),
    expect.objectContaining({ code: 'control-characters-removed', count: 1, details: ['satu.txt'] }),
  ]);
  for (const { message } of report.notes) expect(message).toMatch(/^[A-Z].*: ?1/);
  await open.client.history.undo({});
  expect(await open.client.interchange.reports({})).toEqual([]);
});

test('documents: where all are refused nothing changes, and there is no report', async () => {
  const { revision } = (await open.client.project.info({})).project;
  await open.client.documents.import({ files: [hold('rusak.docx', strToU8('bukan'))] });
  expect((await open.client.project.info({})).project.revision).toBe(revision);
  expect(await open.client.interchange.reports({})).toEqual([]);
});

test('tables: rows in are rows out, and so is every filled cell of a variable', async () => {
  const rows = ['Nama,Usia,Alasan,Nomor', 'Rina,30,,1', 'Budi,abc,,2', 'Sari,,,3'];
  await open.client.documents.importTable({ file: hold('awal.csv', strToU8(rows.join('\n'))) });
  const first = await latest();
  expect(first.counts).toMatchObject({ rows: 3, columns: 4 });
  expect(added(first, 'cases')).toBe(3);
  await open.client.documents.importTable({
    file: hold('lagi.csv', strToU8('Nama,Nomor,Kosong\nRina,9,\nTono,x,\nBudi,y,\n')),
    roles: { Nama: 'case' },
    onlyKnownCases: true,
  });
  const report = await latest();
  const cases = report.changes.find(({ kind }) => kind === 'cases');
  expect(report.counts['rows']).toBe((cases?.added ?? 0) + (cases?.unchanged ?? 0) + noted(report, 'row-of-no-case'));
  expect(added(report, 'values') + noted(report, 'value-unreadable')).toBe(2);
  expect(report.notes.find(({ code }) => code === 'column-not-wanted')?.details).toEqual(['Kosong']);
});

const folder = fileURLToPath(new URL('../../../shared/data/refi/other-formats/', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log('reports of projects of other programs skipped: ../shared not there');

describe.skipIf(!isThere)('projects of other programs', () => {
  it.each(['qualcoder-demo.qda.zip', 'rqda-OPCW-CSP-DG.rqda', 'taguette-serdif.sqlite3'])(
    '%s: codings in are codings out and left out',
    async (name) => {
      const bytes = readFileSync(`${folder}${name}`);
      const project = await readForeign(bytes);
      const { counts } = await open.client.documents.importProject({ file: hold(name, bytes) });
      const report = await latest();
      expect(report.origin).toBe(project.program);
      expect(report.counts).toMatchObject({ sources: project.documents.length, codings: project.codings.length });
      expect(added(report, 'codings')).toBe(counts.codings);
      const lost = noted(report, 'codings-of-nothing', 'codings-double', 'codings-without-place');
      expect(report.counts['codings']).toBe(added(report, 'codings') + lost);
      expect(report.counts['sources']).toBe(added(report, 'documents'));
    },
  );
});
