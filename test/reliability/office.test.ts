// Issue 4: every spreadsheet and Word document that Simpul writes opens in LibreOffice, which says nothing of repairing
// them: each becomes a PDF with pages, in both languages, with long names. SIMPUL_PICTURES=FOLDER keeps the PDFs there, to
// be looked at.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openTestProject, type TestProject } from '../support/project.ts';

const office = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'simpul-office-'));
const kept = process.env['SIMPUL_PICTURES'];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const longName =
  'Keterbatasan anggaran, sumber daya manusia dan infrastruktur jaringan di tingkat kelurahan menurut penuturan para pelaksana';

/** A study with long names in every place where a table or a document shows one. */
async function makeStudy({ client }: TestProject): Promise<void> {
  const [first] = await client.cases.list({});
  const [document] = await client.documents.list({});
  if (!first || !document) throw new RangeError('the sample has both');
  const { guid: codeId } = await client.codes.create({ name: longName });
  await client.codings.create({ documentId: document.guid, codeId, start: 0, end: 400 });
  await client.cases.update({ caseId: first.guid, name: `${longName} (Kepala Bidang)` });
  await client.forms.create({ kind: 'contact', title: longName, documentId: document.guid });
  await client.propositions.create({ statement: `${longName}.` });
}

type Made = readonly { readonly name: string; readonly bytes: Uint8Array }[];

async function everyFile({ app, client }: TestProject): Promise<Made> {
  const forms = (await client.forms.list({})).map(({ guid }) => guid);
  const table = await client.analysis.exportSheet({
    name: longName,
    rows: [
      ['', longName, 'B', 'C'],
      ...Array.from({ length: 60 }, (_, row) => [`${row + 1} ${longName}`, row, row / 7, null]),
    ],
    notes: [longName, 'N = 60'],
  });
  const produced = {
    'segments.xlsx': (await client.exports.segments({ format: 'xlsx' })).file,
    'passages.docx': (await client.exports.segments({ format: 'docx' })).file,
    'documents.docx': (await client.exports.documents({ format: 'docx' })).file,
    'codebook.xlsx': await client.codes.export({ format: 'xlsx', quotations: 2 }),
    'codes.docx': await client.codes.export({ format: 'docx', quotations: 2 }),
    'thesis.docx': await client.report.export({ form: 'thesis', format: 'docx' }),
    'article.docx': await client.report.export({ form: 'article', format: 'docx' }),
    'forms-blank.docx': await client.forms.sheets({ format: 'docx' }),
    'forms-filled.docx': await client.forms.sheets({ format: 'docx', blank: [], formIds: forms }),
  };
  return [
    { name: 'table.xlsx', bytes: Buffer.from(table.xlsx, 'base64') },
    ...Object.entries(produced).map(([name, { token }]) => ({ name, bytes: app.files.take(token).bytes })),
  ];
}

test.each(['id', 'en'] as const)(
  'every spreadsheet and Word document opens in LibreOffice (%s)',
  async (language) => {
    if (!office) {
      process.stdout.write('skipped: LibreOffice (soffice) is not there\n');
      return;
    }
    const project = await openTestProject({ template: 'sample', ports: { defaultLanguage: language } });
    try {
      await makeStudy(project);
      const files = await everyFile(project);
      const into = kept ? join(kept, language) : join(folder, language);
      mkdirSync(into, { recursive: true });
      const paths = files.map(({ name, bytes }) => {
        const path = join(into, name);
        writeFileSync(path, bytes);
        return path;
      });
      const home = pathToFileURL(join(folder, 'profile')).href;
      execFileSync(
        'soffice',
        [`-env:UserInstallation=${home}`, '--headless', '--convert-to', 'pdf', '--outdir', into, ...paths],
        { timeout: 280_000, stdio: 'ignore' },
      );
      for (const { name } of files) {
        const pdf = readFileSync(join(into, `${name.replace(/\.\w+$/, '')}.pdf`));
        expect(pdf.subarray(0, 5).toString('latin1'), name).toBe('%PDF-');
        expect(pdf.length, name).toBeGreaterThan(5_000);
      }
    } finally {
      await project.end();
    }
  },
  300_000,
);
