// H1: what is refused leaves the project as it is, byte for byte. Every file of the hostile corpus that must be refused, of
// every format, given to the open project as a person would give it; exchange files are in `refi.test.ts`.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestProject, type TestProject } from '../support/project.ts';
import { hostileFiles, sayMissing } from '../support/shared-data.ts';

let open: TestProject;
beforeEach(async () => {
  open = await openTestProject({ template: 'sample' });
});
afterEach(() => open.end());

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('files that must be refused are, with a sentence, and change no byte', { timeout: 300_000 }, async () => {
  const files = hostileFiles('docx', 'odt', 'rtf', 'pdf', 'subtitle', 'txt', 'csv', 'xlsx').filter(
    (file) => file.expect === 'REJECT',
  );
  if (files.length === 0) return sayMissing('hostile');
  expect(files.length).toBeGreaterThan(40);
  const before = hashOf(open.path);
  for (const { file: name, path, format } of files) {
    const file = { name, token: open.app.files.hold({ name, mediaType: '', bytes: readFileSync(path) }) };
    const error =
      format === 'csv' || format === 'xlsx'
        ? (await open.client.documents.importTable({ file })).error
        : (await open.client.documents.import({ files: [file] })).files[0]?.error;
    expect(error?.message, name).toMatch(/\S/);
    expect(hashOf(open.path), name).toBe(before);
  }
  expect(existsSync('/tmp/simpul-canary-slip.txt')).toBe(false);
  expect(open.workshop.faults).toEqual([]);
});
