// Issue 6: `report` writes the study as Word and HTML; every quotation in it stands in a transcript.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import { makeDesk } from '../support/cli-inside.ts';
import { clientFor, guidOf } from '../support/project.ts';

const desk = makeDesk();
const folder = desk.workshop.folder;
const study = join(folder, 'contoh.simpul');
beforeAll(() => desk.json('new', study, '--template', 'sample', '--lang', 'id'));
afterAll(desk.workshop.cleanUp);

test('Word: chapters as headings, the informants, well-formed', async () => {
  const file = join(folder, 'laporan.docx');
  const { status, stderr } = await desk.run(['report', study, file]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const document = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  new SaxesParser().write(document).close();
  expect(document).toContain('BAB III METODE PENELITIAN');
  expect(document).toContain('BAB IV HASIL DAN PEMBAHASAN');
  expect(document).toContain('Bambang, Kepala Dinas');
});

test('HTML: each quotation is found in a transcript', async () => {
  const file = join(folder, 'report.html');
  await desk.run(['report', study, file, '--form', 'article', '--lang', 'en', '--quotations', '2']);
  const html = readFileSync(file, 'utf8');
  expect(html).toContain('<h2>Findings</h2>');
  const quotes = [...html.matchAll(/<blockquote>“(.*?)”<footer>/gs)].map(([, quote = '']) => quote);
  expect(quotes.length).toBeGreaterThan(10);
  const codings = await desk.json<readonly { readonly quote: string }[]>('codings', study);
  const known = new Set(codings.map(({ quote }) => quote));
  const unescaped = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  expect(quotes.map(unescaped).filter((quote) => !known.has(quote))).toEqual([]);
});

test('the page is that of the window byte for byte, and says every sentence of its preview', async () => {
  const path = join(folder, 'sama.simpul');
  await desk.json('new', path, '--template', 'sample', '--lang', 'id');
  const app = createApp(desk.workshop.ports);
  const client = clientFor(app);
  await client.projects.open({ path });
  const { blocks } = await client.report.preview({ form: 'thesis', language: 'id' });
  const shown = strFromU8(app.files.take((await client.report.export({ format: 'html' })).token).bytes);
  await app.close();
  const file = join(folder, 'sama.html');
  await desk.run(['report', path, file]);
  expect(readFileSync(file, 'utf8')).toBe(shown);
  const claims = blocks.flatMap((block) => (block.kind === 'claim' ? [block] : []));
  expect(claims.length).toBeGreaterThanOrEqual(10);
  for (const { text, from } of claims) {
    expect(from?.kind).toBe('proposition');
    expect(shown).toContain(text.replaceAll('"', '&quot;').replaceAll("'", '&#39;'));
  }
});

test('another ending is refused in one sentence, and nothing is written', async () => {
  const { status, stdout, stderr } = await desk.run(['report', study, join(folder, 'laporan.pdf')]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('.docx');
});

test('R-09: without consent neither report nor passages nor codebook goes out, until that is confirmed', async () => {
  const path = join(folder, 'tanpa-izin.simpul');
  await desk.json('new', path, '--template', 'sample', '--lang', 'id');
  const app = createApp(desk.workshop.ports);
  const client = clientFor(app);
  await client.projects.open({ path });
  const [informant] = await client.cases.list({});
  await client.collection.setParticipation({ caseId: informant?.guid ?? guidOf(0), consent: 'refused' });
  await app.close();
  const ways = [
    ['report', path, join(folder, 'a.html')],
    ['export', path, join(folder, 'a.csv')],
    ['export', path, join(folder, 'b.html'), '--as', 'documents'],
    ['codebook', 'export', path, join(folder, 'c.md'), '--quotations', '1'],
  ];
  for (const way of ways) {
    const refused = await desk.run(way, { language: 'id' });
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('export-gate: Tidak diekspor: 1 kasus');
    expect((await desk.run([...way, '--confirmed'])).status).toBe(0);
  }
});
