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
import { readTable } from '../../../src/main/core/tables/read-table.ts';
import { linesOfDocx, linesOfOdt, rowsOfCsv, rowsOfXlsx } from '../../support/plain-walk.ts';

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

describe.skipIf(!isThere)('every DOCX and ODT of the transcripts, walked by another XML library', () => {
  it.each(documents.filter((name) => !name.endsWith('.rtf')))('%s has its very lines, space by space', (name) => {
    const bytes = readFileSync(join(folder, name));
    const { text } = readDocument({ bytes, name });
    const lines = name.endsWith('.docx') ? linesOfDocx(bytes) : linesOfOdt(bytes);
    let at = 0;
    let between = '';
    for (const line of lines.map((each) => each.normalize('NFC').trimEnd()).filter((each) => each.trim() !== '')) {
      const found = text.indexOf(line, at);
      expect(found, `“${line}”`).toBeGreaterThanOrEqual(at);
      between += text.slice(at, found);
      at = found + line.length;
    }
    // Nothing else stands in the text but numbers and signs of lists.
    expect(`${between}${text.slice(at)}`).toMatch(/^(?:\d+\.[a-z]|[\s\d.)•◦▪–-])*$/u);
  });

  // The same speeches in two formats: one says what the other must say.
  const twins = documents
    .concat(['.html', '.pdf'].flatMap(filesOf))
    .map((name) => [name, texts.find((text) => twinOf(text) !== null && twinOf(text) === twinOf(name))] as const)
    .filter(([, text]) => text !== undefined);
  it.each(twins)('%s says what %s says', async (name, text = '') => {
    const own = plainLetters((await readAnyDocument({ bytes: readFileSync(join(folder, name)), name })).text);
    // Heads of the page, and what a second format was given beyond the words, are left aside: every sentence counts.
    const plain = readFileSync(join(folder, text), 'utf8').replace(
      /^(?:.*(?:Oleh|Diposkan|Views|Kategori).*\n|\s*\n)*/,
      '',
    );
    const sentences = plain
      .split(/[.?!;:\n]+/)
      .map(plainLetters)
      .filter((sentence) => sentence.length > 12);
    const missing = sentences.filter((sentence) => !own.includes(sentence));
    expect(sentences.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });
});

describe.skipIf(!isThere)('every table of the transcripts', () => {
  it.each(filesOf('.csv'))('%s has the cells another reader finds', (name) => {
    const bytes = readFileSync(join(folder, name));
    const table = readTable(bytes, {}, () => undefined);
    const rows = rowsOfCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    expect(table.rows).toEqual(rows.filter((row) => row.some((cell) => cell !== '')));
  });

  it.each(filesOf('.xlsx'))('%s has the cells another reader finds', (name) => {
    const bytes = readFileSync(join(folder, name));
    expect(readTable(bytes, {}, () => undefined).rows).toEqual(rowsOfXlsx(bytes));
  });
});

describe.skipIf(!isThere)('speakers and times of the transcripts', () => {
  it.each([
    ['txt/apollo11-air-ground-bracket-timestamps.txt', ['CDR', 'CC', 'CMP', 'CT', 'LMP']],
    ['txt/qualcoder-transcript.txt', ['id1', 'id2', 'id3']],
    ['odt/serdif-P9_GMT20211129.odt', ['MODERATOR']],
    ['pdf/pdpilot-P1.pdf', ['Dan', 'Participant']],
    ['pdf/pdpilot-P4.pdf', ['Dan', 'Participant']],
    ['vtt/apollo11-air-ground-teams.vtt', ['CDR', 'CC', 'CMP', 'CT', 'LMP']],
    ['vtt/apollo11-air-ground-zoom.vtt', ['CDR', 'CC', 'CMP', 'CT', 'LMP']],
    ['srt/apollo11-air-ground-crlf-bom.srt', ['CDR', 'CC', 'CMP', 'CT', 'LMP']],
  ] as const)('%s', async (name, speakers) => {
    const { text } = await readAnyDocument({ bytes: readFileSync(join(folder, name)), name });
    expect(speakersOf(turnsOf(text))).toEqual(speakers);
  });

  it('every line of the air-ground voice has its time and its speaker, as written', () => {
    const name = 'txt/apollo11-air-ground-bracket-timestamps.txt';
    const { text } = readDocument({ bytes: readFileSync(join(folder, name)), name });
    const lines = [...text.matchAll(/^\[(\d+):(\d+):(\d+)\] (\w+): /gm)];
    expect(lines.length).toBe(600);
    expect(timeStampsOf(text).map(({ milliseconds }) => milliseconds)).toEqual(
      lines.map(
        ([, hours, minutes, seconds]) => (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000,
      ),
    );
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

/** The speech that a file holds, by its number. */
function twinOf(name: string): string | null {
  return /(?:^|[/\\])(id-\d\d)-/.exec(name)?.[1] ?? null;
}

function plainLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}\p{P}]/gu, '');
}
