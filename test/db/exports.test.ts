// What goes out holds what the project holds: every chosen coding once, with its words; codes as comments of Word that
// come back as what they were; numbers of a matrix as the frequencies count them; and a report of it stays.

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../src/main/core/tables/read-table.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeAll(async () => {
  project = await openTestProject({ template: 'sample' });
});
afterAll(() => project.end());

const watch = (): void => undefined;
const taken = (token: string): Uint8Array => project.app.files.take(token).bytes;

describe('coded passages', () => {
  test.each(['csv', 'xlsx'] as const)('%s: one row a coding, in order, with its words', async (format) => {
    const { client } = project;
    const codings = await client.codings.list({ states: ['kept', 'changed'] });
    const { file, counts } = await client.exports.segments({ format });
    const { rows } = readTable(taken(file.token), {}, watch);
    const [heads = [], ...data] = rows;
    const column = (name: string) => data.map((row) => row[heads.indexOf(name)] ?? '');
    expect(counts['codings']).toBe(codings.length);
    expect(column('GUID')).toEqual(codings.map(({ guid }) => guid));
    expect(column('Quotation')).toEqual(codings.map(({ quote }) => quote));
    expect(column('Start')).toEqual(codings.map(({ start }) => String(start)));
    const variables = (await client.variables.list({})).filter(({ scope }) => scope === 'case');
    expect(heads).toEqual(expect.arrayContaining(variables.map(({ name }) => name)));
  });

  test('only what was chosen goes out, subcodes where they are asked for', async () => {
    const { client } = project;
    const codes = await client.codes.list({});
    const parent = codes.find(({ guid }) => codes.some((code) => code.parent === guid && code.codings > 0));
    if (!parent) throw new Error('the study has no subcode in use');
    const below = codes.filter(({ path }) => path.join('/').startsWith(parent.path.join('/')));
    const { counts } = await client.exports.segments({ format: 'csv', codeIds: [parent.guid], subcodes: true });
    expect(counts['codings']).toBe(below.reduce((sum, code) => sum + code.codings, 0));
    const [document] = await client.documents.list({});
    if (!document) throw new Error('the study has no documents');
    const ofDocument = await client.exports.segments({ format: 'html', documentIds: [document.guid] });
    expect(ofDocument.counts).toMatchObject({ codings: document.codings, sources: 1 });
    const nothing = client.exports.segments({ format: 'csv', from: '1999-01-01', to: '1999-12-31' });
    await expect(nothing).rejects.toMatchObject({ code: 'nothing-to-export' });
  });
});

describe('documents with codes', () => {
  test('DOCX: every coding is a comment by its coder on just its words', async () => {
    const { client } = project;
    const [document] = await client.documents.list({});
    if (!document) throw new Error('the study has no documents');
    const codings = await client.codings.list({ documentIds: [document.guid], states: ['kept', 'changed'] });
    const { file } = await client.exports.documents({ format: 'docx', documentIds: [document.guid] });
    const parts = unzipSync(taken(file.token));
    const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array());
    expect([...comments.matchAll(/<w:comment /g)]).toHaveLength(codings.length);
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const wordsOf = (number: number): string => {
      const from = body.indexOf(`<w:commentRangeStart w:id="${number}"/>`);
      return textOf(body.slice(from, body.indexOf(`<w:commentRangeEnd w:id="${number}"/>`)));
    };
    expect(codings.map((_, number) => wordsOf(number))).toEqual(codings.map(({ quote }) => quote));
  });

  test('HTML: the whole text, no script, and every coding in the margin', async () => {
    const { client } = project;
    const [document] = await client.documents.list({});
    if (!document) throw new Error('the study has no documents');
    const { file } = await client.exports.documents({ format: 'html', documentIds: [document.guid] });
    const html = new TextDecoder().decode(taken(file.token));
    expect(html).not.toMatch(/<script|javascript:| on\w+=/i);
    expect([...html.matchAll(/<li>/g)]).toHaveLength(document.codings);
    const { text } = await client.documents.text({ documentId: document.guid });
    const rows = [...html.matchAll(/<div class="row"><p>(.*?)<\/p>/gs)].map(([, words = '']) =>
      plain(words.replace(/<sup>.*?<\/sup>/g, '').replace(/<[^>]*>/g, '')),
    );
    expect(rows.join('\n')).toBe(text);
  });
});

describe('matrix', () => {
  test('columns add up to the frequencies; SPSS reads each of them', async () => {
    const { client } = project;
    const { files } = await client.exports.matrix({ format: 'csv', rows: 'documents', name: 'm' });
    const [table, columns, syntax] = files.map(({ token }) => new TextDecoder().decode(taken(token)));
    expect(files.map(({ name }) => name)).toEqual(['m.csv', 'm-columns.csv', 'm.sps']);
    const bytes = (text: string | undefined) => new TextEncoder().encode(text ?? '');
    const [heads = [], ...rows] = readTable(bytes(table), { delimiter: ',' }, watch).rows;
    const meanings = readTable(bytes(columns), { delimiter: ',' }, watch).rows.slice(1);
    expect(meanings.map(([column]) => column)).toEqual(heads);
    const sums = new Map(
      meanings.flatMap(([, , , guid = ''], place) =>
        guid === '' ? [] : [[guid, rows.reduce((sum, row) => sum + Number(row[place] ?? 0), 0)] as const],
      ),
    );
    const codes = await client.codes.list({});
    expect(codes.map(({ guid }) => sums.get(guid))).toEqual(codes.map(({ codings }) => codings));
    for (const head of heads) expect(syntax).toMatch(new RegExp(`^ {4}${head} [AF]\\d+|^ {4}${head} SDATE10`, 'm'));
  });
});

test('an export leaves a report beside the history once it has arrived, and none where it has not', async () => {
  const { client, app } = project;
  const before = await client.interchange.reports({});
  const [last] = await client.history.list({ limit: 1 });
  const { file } = await client.exports.segments({ format: 'csv' });
  const refuse = (): never => {
    throw new Error('no room');
  };
  expect(() => app.files.take(file.token, refuse)).toThrow('no room');
  expect(await client.interchange.reports({})).toEqual(before);
  const again = await client.exports.segments({ format: 'csv' });
  taken(again.file.token);
  const [report, ...others] = await client.interchange.reports({});
  expect(report).toMatchObject({ direction: 'export', file: again.file.name, format: 'csv', counts: again.counts });
  expect(others).toEqual(before);
  expect((await client.history.list({ limit: 1 }))[0]).toEqual(last);
  expect((await client.project.check({})).problems).toEqual([]);
});

test('an export that is cancelled ends at once and leaves nothing', async () => {
  const { client, app } = project;
  const before = await client.interchange.reports({});
  const jobId = 'export-to-cancel';
  const running = app.dispatch({ method: 'interchange.export', input: { format: 'qdpx' }, jobId });
  expect(await client.jobs.cancel({ jobId })).toMatchObject({});
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await client.interchange.reports({})).toEqual(before);
});

function textOf(xml: string): string {
  const lines = xml.replaceAll('</w:p>', '\n').replaceAll('<w:br/>', '\n').replaceAll('<w:tab/>', '\t');
  return plain(lines.replace(/<[^>]*>/g, ''));
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
