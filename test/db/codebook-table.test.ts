// Codebooks as CSV and XLSX: columns in both languages, trees by path or by parent, our own export comes back the same,
// one step, a plan first, and a report that stays.

import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeFile } from '../support/exchange.ts';
import { generator, mutant } from '../support/mutants.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let open: TestProject;
beforeEach(async () => {
  open = await openTestProject();
});
afterEach(() => open.end());

const csv = (...lines: readonly string[]): Uint8Array => strToU8(lines.join('\r\n'));
const read = async (name: string, bytes: Uint8Array) =>
  open.client.interchange.read({ name, token: open.app.files.hold({ name, mediaType: '', bytes }) });
const paths = async (): Promise<readonly string[]> =>
  (await open.client.codes.list({})).map(({ path }) => path.join(' / '));

describe('a codebook as a table', () => {
  test('is a tree by path; ancestors without a row are added and told; unknown columns and rows without a name too', async () => {
    const { plan, report } = await planned(
      csv(
        'Jalur;Definisi;Dipakai bila;Tidak dipakai bila;Contoh khas;Warna;Menerima koding;Jenis;Catatan kami',
        'Inovasi / Langkah kecil;Mencoba dulu;bila ada uji coba;bila hanya rencana;kami coba dulu;#a32;ya;proses;x',
        'Inovasi / Langkah besar;"Baris satu\nbaris dua";;;;;tidak;;',
        'Hambatan;;;;;merah;;;',
        ';tanpa nama;;;;;;;',
      ),
    );
    expect(plan.changes.find(({ kind }) => kind === 'codes')).toMatchObject({ added: 4 });
    expect(report.counts).toEqual({ codes: 4 });
    expect(Object.fromEntries(report.notes.map(({ code, count }) => [code, count]))).toEqual({
      'color-unreadable': 1,
      'column-left-out': 1,
      'row-without-name': 1,
      'code-added-above': 1,
    });
    expect(await paths()).toEqual(['Inovasi', 'Inovasi / Langkah kecil', 'Inovasi / Langkah besar', 'Hambatan']);
    const codes = await open.client.codes.list({});
    expect(codes[1]).toMatchObject({
      description: 'Mencoba dulu',
      include: 'bila ada uji coba',
      exclude: 'bila hanya rencana',
      typicalExample: 'kami coba dulu',
      color: '#aa3322',
      kind: 'process',
      codable: true,
    });
    expect(codes[2]).toMatchObject({ description: 'Baris satu\nbaris dua', codable: false });
    await open.client.history.undo({});
    expect(await paths()).toEqual([]);
  });

  test('is a tree by a column of parents, whatever the order of rows; a circle is broken and told', async () => {
    const { report } = await planned(
      csv('Code,Parent code,Description', 'Child,Top,d', 'Top,,t', 'A,B,', 'B,A,', 'Lost,Elsewhere,'),
    );
    expect(await paths()).toEqual(['Elsewhere', 'Elsewhere / Lost', 'Top', 'Top / Child', 'A', 'A / B']);
    expect(report.notes.map(({ code }) => code)).toEqual(['reference-dangling', 'code-added-above']);
    expect((await open.client.project.check({})).problems).toEqual([]);
  });

  test('without GUIDs, codes of the same path are updated and keep what the table does not say', async () => {
    const { guid: top } = await open.client.codes.create({ name: 'Tata kelola', color: '#112233', include: 'aturan' });
    const { guid } = await open.client.codes.create({ name: 'Warga', parentId: top, description: 'lama' });
    const { plan } = await planned(csv('path,description', 'Tata kelola / Warga,baru', 'Tata kelola / Baru,'));
    expect(plan.matches.map(({ project }) => project)).toEqual(expect.arrayContaining([guid]));
    expect(await paths()).toEqual(['Tata kelola', 'Tata kelola / Warga', 'Tata kelola / Baru']);
    const codes = await open.client.codes.list({});
    expect(codes[0]).toMatchObject({ guid: top, color: '#112233', include: 'aturan' });
    expect(codes[1]).toMatchObject({ guid, description: 'baru' });
    const again = await planned(csv('path,description', 'Tata kelola / Warga,baru', 'Tata kelola / Baru,'));
    expect(again.report.changes.find(({ kind }) => kind === 'codes')).toMatchObject({ added: 0 });
  });

  test.each([
    ['en', 'csv'],
    ['id', 'csv'],
    ['en', 'xlsx'],
    ['id', 'xlsx'],
  ] as const)(
    'our own table (%s, %s) brings the same codebook into another project, formulas as the words they are',
    async (language, format) => {
      const sample = await openTestProject({ template: 'sample' });
      try {
        await sample.client.settings.set({ language });
        const names = [
          '=1+1',
          '+1',
          '-2',
          '@SUM(A1)',
          "'-x",
          "''=x",
          '=HYPERLINK("http://127.0.0.1","k")',
          'a / b',
          'Ya, "kutip"',
          'é🖀',
          '_x0041_',
          'TRUE',
          '1.50',
          '2026-01-15',
        ];
        const { guid: parentId } = await sample.client.codes.create({ name: 'Rumit / sekali' });
        for (const name of names) await sample.client.codes.create({ name, parentId, description: `${name}\n${name}` });
        const made = await sample.client.codes.export({ format });
        const { bytes } = sample.app.files.take(made.token);
        if (format === 'xlsx') {
          const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
          // Nothing in it is a formula; a spreadsheet shows the words and computes nothing.
          expect(sheet).toContain('HYPERLINK');
          expect(sheet).not.toMatch(/<f[ >]/);
        }
        await mergeFile(open, `buku kode.${format}`, bytes);
        // How often a code is used does not come with a codebook.
        const plain = async ({ client }: Pick<TestProject, 'client'>) =>
          (await client.codes.list({})).map((code) => ({ ...code, codings: 0, documents: 0, memos: 0 }));
        expect(await plain(open)).toEqual(await plain(sample));
      } finally {
        await sample.end();
      }
    },
  );

  test('XLSX is read alike; a table that names no codes is refused with what to do, and changes nothing', async () => {
    await mergeFile(
      open,
      'buku.xlsx',
      workbook([
        ['Code', 'Description'],
        ['Satu', 'a & b'],
        ['Dua', ''],
      ]),
    );
    expect(await paths()).toEqual(['Satu', 'Dua']);
    const { revision } = (await open.client.project.info({})).project;
    await expect(read('buku.csv', csv('Usia,Skor', '1,2'))).rejects.toMatchObject({
      code: 'import-refused',
      details: { code: 'codebook-without-names' },
    });
    expect((await open.client.project.info({})).project.revision).toBe(revision);
  });

  test('200 damaged tables each are read or refused, and nothing else (H2)', { timeout: 60_000 }, async () => {
    const seeds = { 'a.csv': csv('Path;Colour;GUID', 'A / B;#fff;x', '"C";;'), 'a.xlsx': workbook([['Code'], ['A']]) };
    for (const [name, bytes] of Object.entries(seeds)) {
      const random = generator(7);
      const outcomes = new Set<string>();
      for (let round = 0; round < 200; round += 1) {
        const outcome = await read(name, mutant(bytes, random)).then(
          ({ planId }) => open.client.interchange.discard({ planId }).then(() => 'read'),
          (error: { readonly code: string }) => error.code,
        );
        outcomes.add(outcome);
      }
      expect([...outcomes].every((outcome) => outcome === 'read' || outcome === 'import-refused')).toBe(true);
    }
  });
});

/** Read, planned and merged with the defaults. */
async function planned(bytes: Uint8Array, name = 'buku kode.csv') {
  const { planId } = await read(name, bytes);
  const plan = await open.client.interchange.plan({ planId });
  return { plan, report: await open.client.interchange.merge({ planId }) };
}

function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cells = rows.map(
    (row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${escape(cell)}</t></is></c>`).join('')}</row>`,
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${package_}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${package_}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/a.xml"/></Relationships>`,
    ),
    'xl/worksheets/a.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`),
  });
}
