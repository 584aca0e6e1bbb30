// Real transcripts: the text of a TXT is the file's text; the words of a DOCX are those another program finds in it.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/main/core/importers/read-document.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/transcripts', import.meta.url));
const isThere = existsSync(folder);
if (!isThere) console.log('transcripts skipped: ../shared not there');

const filesOf = (extension: string): readonly string[] =>
  isThere
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(extension))
        .sort()
    : [];
const texts = filesOf('.txt');
const documents = filesOf('.docx');

describe.skipIf(!isThere)('every TXT of the transcripts', () => {
  it('is there, the one of 1.27 million characters too', () => {
    expect(texts).toContain(join('long', 'apollo13-TEC.txt'));
    expect(texts.length).toBeGreaterThan(20);
  });

  it.each(texts)('%s: the text is the file, line ends and form normalised', (name) => {
    const bytes = readFileSync(join(folder, name));
    const document = readDocument({ bytes, name });
    const expected = bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC');
    expect(document.text).toBe(expected);
    expect(document.encoding).toBe('utf-8');
    expect(document.counts.paragraphs).toBe(expected.split('\n').length);
  });
});

const hasOffice = isThere && spawnSync('soffice', ['--version']).status === 0;
if (isThere && !hasOffice) console.log('comparison of DOCX skipped: LibreOffice (soffice) not there');

describe.skipIf(!isThere)('every DOCX of the transcripts', () => {
  let work = '';
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'simpul-transcripts-'));
    if (!hasOffice) return;
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
    const sources = documents.map((name) => join(folder, name));
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', work, ...sources],
      {
        stdio: 'ignore',
      },
    );
  }, 180_000);
  afterAll(() => rmSync(work, { recursive: true }));

  it.each(documents)('%s reads, with a report that names what is left out', (name) => {
    const document = readDocument({ bytes: readFileSync(join(folder, name)), name });
    expect(document.format).toBe('docx');
    expect(document.text.length).toBeGreaterThan(500);
    expect(document.counts.paragraphs).toBeGreaterThan(3);
  });

  it.skipIf(!hasOffice).each(documents)('%s has the words LibreOffice finds, in their order', (name) => {
    const document = readDocument({ bytes: readFileSync(join(folder, name)), name });
    const other = readFileSync(join(work, name.replace(/^.*[/\\]/, '').replace(/docx$/, 'txt')), 'utf8');
    expect(lettersOf(document.text)).toBe(lettersOf(other));
  });
});

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}\p{P}]/gu, '');
}
