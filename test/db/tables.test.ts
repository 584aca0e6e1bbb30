// Surveys: what is recognised, a row a case, closed questions variables, open ones documents; appending; the hostile corpus.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvOf } from '../../src/main/core/exporters/csv.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const isThere = existsSync(shared);
if (!isThere) console.log('tables of the corpora skipped: ../shared not there');

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject();
});
afterEach(() => project.end());

type Choices = Omit<Parameters<TestProject['client']['documents']['importTable']>[0], 'file'>;
const importTable = (bytes: Uint8Array, choices: Choices = {}, name = 'survei.csv') =>
  project.client.documents.importTable({
    file: { name, token: project.app.files.hold({ name, mediaType: '', bytes }) },
    ...choices,
  });

const answer = 'Menurut saya aplikasinya sangat membantu pekerjaan kami sehari-hari di kantor.';
const survey = [
  'Nama;Usia;Skor;Saran',
  `Rina;30;4,5;"${answer}"`,
  `Budi;41;3;"Terlalu lambat; ""menunggu"" lama sekali,\ntetapi kami tetap memakainya setiap hari."`,
  'Sari;abc;;',
].join('\r\n');

describe('a survey', () => {
  it('preview says what was recognised and changes nothing', async () => {
    const before = (await project.client.project.info({})).project.revision;
    const report = await importTable(strToU8(survey), { preview: true });
    expect(report).toMatchObject({
      outcome: 'preview',
      delimiter: ';',
      encoding: 'utf-8',
      counts: { rows: 3, cases: 3, newCases: 3, variables: 2 },
    });
    expect(report.columns.map(({ name, role, type }) => [name, role, type])).toEqual([
      ['Nama', 'case', 'Text'],
      ['Usia', 'variable', 'Text'],
      ['Skor', 'variable', 'Float'],
      ['Saran', 'text', 'Text'],
    ]);
    expect((await project.client.project.info({})).project.revision).toBe(before);
  });

  it('becomes cases, variables and documents in one step, which undo takes back', async () => {
    const { counts } = await importTable(strToU8(survey));
    expect(counts).toEqual({
      rows: 3,
      cases: 3,
      newCases: 3,
      variables: 2,
      values: 5,
      documents: 2,
      valuesLeftOut: 0,
      rowsLeftOut: 0,
    });
    const cases = await project.client.cases.list({});
    expect(cases.map(({ name, values }) => [name, values.map(({ value }) => value)])).toEqual([
      ['Rina', ['30', '4.5']],
      ['Budi', ['41', '3']],
      ['Sari', ['abc']],
    ]);
    const documentId = cases[1]?.documents[0];
    if (!documentId) throw new Error('no document');
    expect((await project.client.documents.text({ documentId })).text).toBe(
      'Saran\nTerlalu lambat; "menunggu" lama sekali,\ntetapi kami tetap memakainya setiap hari.',
    );
    await project.client.history.undo({});
    expect(await project.client.cases.list({})).toEqual([]);
  });

  it('appends variables to the cases of the project by matching their column, and counts the rows of others', async () => {
    await importTable(strToU8(survey));
    const { counts } = await importTable(strToU8('Kode,Nama,Jabatan\n1,Budi,staf\n2,Tono,ketua\n'), {
      roles: { Nama: 'case', Kode: 'left' },
      onlyKnownCases: true,
    });
    expect(counts).toMatchObject({ cases: 1, newCases: 0, values: 1, rowsLeftOut: 1 });
    const budi = (await project.client.cases.list({})).find(({ name }) => name === 'Budi');
    expect(budi?.values.map(({ value }) => value)).toEqual(['41', '3', 'staf']);
    await expect(importTable(strToU8(survey), { roles: { Tiada: 'case' } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('cells of our own export come back as they were', async () => {
    const cell = '=HYPERLINK("http://127.0.0.1")';
    await importTable(
      strToU8(
        csvOf([
          ['Nama', 'Isi'],
          ['Rina', cell],
          ['Budi', "'=1"],
          ['Sari', '-1 x'],
        ]),
      ),
    );
    const cases = await project.client.cases.list({});
    expect(cases.map(({ values }) => values[0]?.value)).toEqual([cell, "'=1", '-1 x']);
  });

  it('XLSX: shared texts, results of formulas, days by their format; hidden sheets are counted and never read', async () => {
    const { columns, hiddenSheets, sheets } = await importTable(workbook(), {}, 'survei.xlsx');
    expect({ hiddenSheets, sheets }).toEqual({ hiddenSheets: 1, sheets: ['Data'] });
    expect(columns.map(({ name, type }) => [name, type])).toEqual([
      ['Nama', 'Text'],
      ['Tanggal', 'Date'],
      ['Jumlah', 'Float'],
    ]);
    const [rina] = await project.client.cases.list({});
    expect(rina?.values.map(({ value }) => value)).toEqual(['2026-02-03', '0.3']);
  });
});

describe('numbers and types', () => {
  const table = 'Nama;Gaji;Kode\nRina;1.250,50;1.234\nBudi;3.000;5.678';

  it('a decimal comma is told by the cells that leave no doubt, and a person may say otherwise', async () => {
    const found = await importTable(strToU8(table), { preview: true });
    expect(found).toMatchObject({ decimal: 'comma', counts: { values: 4, valuesLeftOut: 0 } });
    const other = await importTable(strToU8(table), { preview: true, decimal: 'point' });
    expect(other.columns.find(({ name }) => name === 'Gaji')?.type).toBe('Text');
    await importTable(strToU8(table), { types: { Kode: 'Text' } });
    const [rina, budi] = await project.client.cases.list({});
    expect([rina, budi].map((each) => each?.values.map(({ value }) => value))).toEqual([
      ['1250.5', '1.234'],
      ['3000', '5.678'],
    ]);
  });

  it('a type of a column that is not there is refused', async () => {
    await expect(importTable(strToU8(table), { types: { Usia: 'Integer' } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe.skipIf(!isThere)('tables of the corpora', () => {
  const manifest = isThere
    ? readFileSync(`${shared}hostile/MANIFEST.tsv`, 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([file = '']) => /^(csv|xlsx)\//.test(file))
        .map(([file = '', , , expected = '']) => ({ file, expected }))
    : [];

  it.each(manifest)('$file: $expected', async ({ file, expected }) => {
    const report = await importTable(readFileSync(`${shared}hostile/files/${file}`), { preview: true }, file);
    expect('polluted' in {}).toBe(false);
    if (expected === 'ACCEPT') expect(report.outcome).toBe('preview');
    else if (expected === 'REJECT') expect(report.outcome).toBe('refused');
    if (file === 'csv/bom.csv') expect(report.columns[0]?.name).toBe('nama');
    if (file === 'csv/unbalanced.csv') expect(report.error).toMatchObject({ code: 'table-quote-open' });
    if (/xxe|dtd|laughs|quadratic/.test(file)) expect(report.error?.code).toBe('dtd-refused');
    if (file === 'xlsx/sheet-names.xlsx') expect(report.hiddenSheets).toBe(1);
  });

  it('every real table is read, the respondents of both spreadsheets are cases', async () => {
    const folder = `${shared}data/transcripts/`;
    for (const name of ['csv', 'xlsx'].flatMap((kind) => readdirSync(folder + kind).map((file) => `${kind}/${file}`))) {
      const report = await importTable(readFileSync(folder + name), { preview: true }, name);
      expect(report.outcome, name).toBe('preview');
      if (name.includes('cases')) expect(report.columns.find(({ role }) => role === 'case')?.name).toBe('case');
    }
  });
});

function workbook(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...entries: readonly (readonly [string, string, string])[]): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
        .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  const sheet =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Tanggal</t></is></c><c r="C1" t="str"><v>Jumlah</v></c></row>' +
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>46056</v></c><c r="C2"><f>0.1+0.2</f><v>0.30000000000000004</v></c></row>';
  return zipSync({
    '_rels/.rels': relations(['r', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Rahasia" state="hidden" r:id="r9"/><sheet name="Data" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'sharedStrings', 'sharedStrings.xml'],
      ['r3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(
      `<sst xmlns="${main}"><si><t>Nama</t></si><si><r><t>Ri</t></r><r><t>na</t></r></si></sst>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
  });
}
