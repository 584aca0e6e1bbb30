// Spreadsheets and Word documents open in LibreOffice, which says nothing of repairing them: each becomes a PDF with pages.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestProject, type TestProject } from '../support/project.ts';

const office = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'simpul-office-'));
let project: TestProject;
beforeAll(async () => {
  project = await openTestProject({ template: 'sample' });
});
afterAll(async () => {
  await project.end();
  rmSync(folder, { recursive: true, force: true });
});

const exported = {
  'segments.xlsx': () => project.client.exports.segments({ format: 'xlsx' }),
  'segments.docx': () => project.client.exports.segments({ format: 'docx' }),
  'documents.docx': () => project.client.exports.documents({ format: 'docx' }),
  'codebook.xlsx': async () => ({ file: await project.client.codes.export({ format: 'xlsx', quotations: 2 }) }),
  'codebook.docx': async () => ({ file: await project.client.codes.export({ format: 'docx', quotations: 2 }) }),
} as const;

test.each(Object.entries(exported))(
  '%s opens in LibreOffice',
  async (name, make) => {
    if (!office) {
      process.stdout.write('skipped: LibreOffice (soffice) is not there\n');
      return;
    }
    const { file } = await make();
    const path = join(folder, name);
    writeFileSync(path, project.app.files.take(file.token).bytes);
    const made = join(folder, `pdf-${name}`);
    mkdirSync(made);
    const home = pathToFileURL(join(folder, 'profile')).href;
    const filter = name.endsWith('.xlsx') ? 'pdf:calc_pdf_Export' : 'pdf:writer_pdf_Export';
    execFileSync(
      'soffice',
      [`-env:UserInstallation=${home}`, '--headless', '--convert-to', filter, '--outdir', made, path],
      { timeout: 110_000, stdio: 'ignore' },
    );
    const pdf = join(made, name.replace(/\.\w+$/, '.pdf'));
    expect(existsSync(pdf)).toBe(true);
    expect(statSync(pdf).size).toBeGreaterThan(10_000);
  },
  120_000,
);
