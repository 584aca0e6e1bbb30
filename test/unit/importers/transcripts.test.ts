// Real transcripts: the text of a TXT is the file's text; the words of a DOCX are those another program finds in it.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timeStampsOf } from '../../../src/shared/domain/time-stamps.ts';
import { speakersOf, turnsOf } from '../../../src/shared/domain/turns.ts';
import { readAnyDocument } from '../../../src/main/core/importers/read-any-document.ts';
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
const documents = ['.docx', '.odt', '.rtf'].flatMap(filesOf);

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
if (isThere && !hasOffice) console.log('comparison of DOCX, ODT and RTF skipped: LibreOffice (soffice) not there');

describe.skipIf(!isThere)('every DOCX, ODT and RTF of the transcripts', () => {
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
    expect(name).toMatch(new RegExp(`\\.${document.format}$`));
    expect(document.text.length).toBeGreaterThan(500);
    expect(document.counts.paragraphs).toBeGreaterThan(3);
  });

  it.skipIf(!hasOffice).each(documents)('%s has the words LibreOffice finds, in their order', (name) => {
    const document = readDocument({ bytes: readFileSync(join(folder, name)), name });
    const other = readFileSync(join(work, name.replace(/^.*[/\\]/, '').replace(/(docx|odt|rtf)$/, 'txt')), 'utf8');
    expect(lettersOf(document.text)).toBe(lettersOf(other));
  });
});

const hasPoppler = isThere && spawnSync('pdftotext', ['-v']).status === 0;
if (isThere && !hasPoppler) console.log('comparison of PDF skipped: poppler (pdftotext) not there');

describe.skipIf(!isThere)('every PDF, HTML, VTT and SRT of the transcripts', () => {
  it.skipIf(!hasPoppler).each(filesOf('.pdf'))('%s has the letters poppler finds, in their order', async (name) => {
    const path = join(folder, name);
    const document = await readAnyDocument({ bytes: readFileSync(path), name });
    const left = document.notes.find(({ code }) => code === 'headers-left-out')?.count ?? 0;
    const other = plainLetters(execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }));
    const own = plainLetters(document.text);
    // Numbers of pages and paragraphs at the edges are left out and counted, each has three digits at most.
    if (left === 0) expect(own).toBe(other);
    else expect(own.replace(/\p{N}/gu, '')).toBe(other.replace(/\p{N}/gu, ''));
    expect(document.pages?.length).toBeGreaterThan(0);
  });

  it.each(filesOf('.html'))('%s has the words between its tags', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const body = /<body[^>]*>(.*)<\/body>/su.exec(bytes.toString('utf8'))?.[1] ?? '';
    const bare = body.replace(/<[^>]+>/g, ' ').replace(/&(amp|quot|nbsp|lt|gt|#39);/g, ' ');
    const { text } = await readAnyDocument({ bytes, name });
    // Numbers of list items are shown by browsers and not in the file.
    expect(plainLetters(text).replace(/\p{N}/gu, '')).toBe(plainLetters(bare).replace(/\p{N}/gu, ''));
  });

  it.each(['.vtt', '.srt'].flatMap(filesOf))('%s keeps every word, and its speakers and times are known', (name) => {
    const bytes = readFileSync(join(folder, name));
    const document = readDocument({ bytes, name });
    const words = bytes
      .toString('utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !/^\uFEFF?(WEBVTT|\d+$|[\da-f-]{36}\/)|-->/.test(line))
      .map((line) => line.replace(/^(<v )?[A-Z/]{2,8}(: |>)/, '').replaceAll(/<[^>]+>/g, ''));
    const stamps = timeStampsOf(document.text);
    const bare = document.text.replace(/\[[\d:.]+\] /g, '').replace(/^[A-Z/]{2,8}: /gm, '');
    expect(lettersOf(bare)).toBe(lettersOf(words.join('')));
    expect(stamps.length).toBeGreaterThanOrEqual(document.counts.paragraphs);
    if (name.includes('apollo'))
      expect(speakersOf(turnsOf(document.text))).toEqual(expect.arrayContaining(['CDR', 'CC']));
  });
});

function plainLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}\p{P}]/gu, '');
}
