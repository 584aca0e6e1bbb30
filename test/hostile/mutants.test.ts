// H2: damaged copies of a file of every format that comes in, through the real application: read or refused with a message of
// its own, never a crash, never a file that holds the program up, and not one byte of the project changed. What an archive
// holds is damaged inside as well, so that the reader behind the checksum meets it. 200 of each are what the exchange is
// accepted with: SIMPUL_CASES=200.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeQdc } from '../../src/main/core/exporters/refi/write-refi.ts';
import { xlsxOf } from '../../src/main/core/exporters/xlsx.ts';
import { createDocumentReader } from '../../src/main/core/importers/read-in-worker.ts';
import { readRefi } from '../../src/main/core/importers/refi/read-refi.ts';
import { ImportRefusal } from '../../src/main/core/importers/types.ts';
import { CallError } from '../../src/shared/contract/client.ts';
import { chapter, elan, epub, spoken, standing } from '../support/book-builder.ts';
import { casesOr } from '../support/cases.ts';
import { docx, paragraph, run, wrapRun } from '../support/docx-builder.ts';
import { qualCoderProject, rqdaProject, taguetteProject } from '../support/foreign-builder.ts';
import { generator, mutant, mutantInside, mutantOfTags } from '../support/mutants.ts';
import { lineAt, odt, pdf } from '../support/page-builder.ts';
import { openTestProject, type TestProject } from '../support/project.ts';
import { oneText, projectOf, selection, textSource, codes, users, written } from '../support/refi-fixture.ts';

/** Which door of the application a file goes through. */
type Door = 'document' | 'table' | 'study' | 'foreign';
type Seed = readonly [file: string, door: Door, bytes: () => Uint8Array];

const sheet = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  xlsxOf([
    {
      name: 'Data',
      columns: (rows[0] ?? []).map((label) => ({ label: String(label), width: 9 })),
      rows: rows.slice(1),
    },
  ]).bytes;
const study = () =>
  readRefi(
    oneText(
      selection(1, 0, 4, { inside: '<Description>catatan</Description>' }) + selection(2, 5, 8),
      'satu 🙂 dua',
      '<Notes><Note guid="AAAAAAAA-0000-4000-8000-000000000001" name="N"><PlainTextContent>isi</PlainTextContent></Note></Notes>' +
        '<Sets><Set guid="AAAAAAAA-0000-4000-8000-000000000002" name="S"/></Sets>',
    ),
  ).study;

const seeds: readonly Seed[] = [
  ['a.txt', 'document', () => strToU8('Rina: halo 🙂 e\u0301\r\n[00:00:05] Budi: ya\n')],
  ['a.md', 'document', () => strToU8('---\nnama: Rina\n---\n# Kepala\n\n- satu\n- dua 🙂\n')],
  [
    'a.docx',
    'document',
    () =>
      docx({
        body:
          paragraph(run('a', '<w:vanish/>') + run('b') + wrapRun('<w:footnoteReference w:id="1"/>')) +
          `<w:tbl><w:tr><w:tc>${paragraph('c')}</w:tc></w:tr></w:tbl>`,
        footnotes: `<w:footnote w:id="1">${paragraph('d')}</w:footnote>`,
        styles: '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
      }),
  ],
  [
    'a.odt',
    'document',
    () =>
      odt(
        '<text:h text:outline-level="1">Kepala</text:h><text:p>satu<text:s text:c="2"/>dua</text:p><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>' +
          '<table:table><table:table-row><table:table-cell table:number-columns-repeated="3"><text:p>y</text:p></table:table-cell></table:table-row></table:table>',
      ),
  ],
  [
    'a.rtf',
    'document',
    () =>
      strToU8(
        String.raw`{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}\f0 a\'ef\u1087?{\v b}{\footnote c}\trowd x\cell y\cell\row\par{\field{\*\fldinst X}{\fldrslt z}}}`,
      ),
  ],
  ['a.pdf', 'document', () => pdf([`${lineAt(700, 'Rina: halo')} ${lineAt(686, 'semua')}`, lineAt(700, 'Budi: ya')])],
  [
    'a.html',
    'document',
    () =>
      strToU8(
        '<meta charset=utf-8><table><tr><td>a<td>b</table><ol start="3"><li>c<p hidden>d</ol><pre>e\n</pre>&amp;&#x1F642;<script>x</script>',
      ),
  ],
  [
    'a.vtt',
    'document',
    () =>
      strToU8(
        'WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Rina>a &lt; <i>b\n\n00:03.000 --> 00:04.000\nBudi: c\n',
      ),
  ],
  [
    'a.srt',
    'document',
    () =>
      strToU8('1\r\n00:00:01,000 --> 00:00:02,000\r\n- a\r\n- b\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nc\r\n'),
  ],
  [
    'a.epub',
    'document',
    () =>
      epub({
        chapters: {
          'a.xhtml': chapter('<h1>Satu</h1><table><tr><td>a</td></tr></table><p>c</p>'),
          'b.xhtml': chapter('<p>d</p>'),
        },
      }),
  ],
  [
    'a.eaf',
    'document',
    () =>
      strToU8(
        elan(
          `<TIER LINGUISTIC_TYPE_REF="utterance" TIER_ID="A">${spoken('a1', 1, 2, 'satu')}${spoken('a2', 2, 3, 'dua')}</TIER>` +
            `<TIER LINGUISTIC_TYPE_REF="beside" PARENT_REF="A" TIER_ID="B">${standing('b1', 'a1', 'one')}</TIER>`,
          [1, null, 3],
        ),
      ),
  ],
  [
    'a.csv',
    'table',
    () =>
      strToU8(
        'Nama;Usia;Saran\nRina;41,5;"Terlalu ""lama"" sekali,\nmenurut saya dan teman-teman di kantor kami"\nBudi;30;ya\n',
      ),
  ],
  [
    'a.xlsx',
    'table',
    () =>
      sheet([
        ['Nama', 'Usia'],
        ['Rina', 41],
        ['=1+1', 30],
      ]),
  ],
  ['buku.csv', 'study', () => strToU8('Path;Colour;Definition\nA / B;#ff0000;x\n"C";;"=1"\n')],
  [
    'buku.xlsx',
    'study',
    () =>
      sheet([
        ['Path', 'Colour'],
        ['A / B', '#ff0000'],
        ['C', ''],
      ]),
  ],
  [
    'a.ris',
    'study',
    () =>
      strToU8(
        'TY  - JOUR\r\nTI  - Tata kelola\r\nAU  - Sari, Rina\r\nPY  - 2021\r\nAB  - Baris\r\n  lanjut\r\nER  - \r\n',
      ),
  ],
  ['a.qdpx', 'study', () => written(study()).bytes],
  [
    'a.qde',
    'study',
    () =>
      strToU8(
        projectOf(
          `${users}${codes}<Sources>${textSource(`<PlainTextContent>satu dua</PlainTextContent>${selection(1, 0, 4)}`, 'name="T"')}</Sources>`,
        ),
      ),
  ],
  ['a.qdc', 'study', () => writeQdc(study(), 'Simpul').bytes],
  ['data.qda', 'foreign', qualCoderProject],
  ['proyek.qda.zip', 'foreign', () => zipSync({ 'proyek.qda/data.qda': qualCoderProject() }, { level: 0 })],
  ['a.rqda', 'foreign', rqdaProject],
  ['a.sqlite3', 'foreign', taguetteProject],
];

let open: TestProject;
const reader = createDocumentReader();
beforeAll(async () => {
  open = await openTestProject({ template: 'sample' });
});
afterAll(async () => {
  await reader.close();
  await open.end();
});

const held = (name: string, bytes: Uint8Array) => ({
  name,
  token: open.app.files.hold({ name, mediaType: '', bytes }),
});

/** What became of a file: 'read', or the code of its refusal. Whatever else is thrown is a crash. */
const doors: Readonly<Record<Door, (name: string, bytes: Uint8Array) => Promise<string>>> = {
  document: async (name, bytes) => {
    try {
      await reader.preview({ name, bytes });
      return 'read';
    } catch (error) {
      if (error instanceof ImportRefusal) return error.code;
      throw error;
    }
  },
  table: async (name, bytes) => {
    const file = held(name, bytes);
    const { error } = await open.client.documents.importTable({ file, preview: true });
    await open.client.documents.release({ tokens: [file.token] });
    return error?.code ?? 'read';
  },
  study: async (name, bytes) => {
    try {
      const { planId } = await open.client.interchange.read(held(name, bytes));
      await open.client.interchange.plan({ planId, match: 'names' });
      await open.client.interchange.discard({ planId });
      return 'read';
    } catch (error) {
      if (error instanceof CallError && error.code === 'import-refused') return String(Object(error.details)['code']);
      throw error;
    }
  },
  foreign: async (name, bytes) => {
    const { error } = await open.client.documents.importProject({ file: held(name, bytes), preview: true });
    return error?.code ?? 'read';
  },
};

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isMarkup = (bytes: Uint8Array): boolean => bytes[0] === 0x3c;

function damaged(seed: Uint8Array, round: number, random: () => number): Uint8Array {
  if (isArchive(seed) && round % 4 > 0) return mutantInside(seed, random);
  if (isMarkup(seed) && round % 2 > 0) return strToU8(mutantOfTags(new TextDecoder().decode(seed), random));
  return mutant(seed, random);
}

const cases = casesOr(40);

describe(`${cases} damaged files of each format (H2)`, () => {
  test.each(seeds)('%s as a %s', { timeout: 300_000 }, async (name, door, make) => {
    const seed = make();
    expect(await doors[door](name, seed), 'the undamaged one').toBe('read');
    const before = createHash('sha256').update(readFileSync(open.path)).digest('hex');
    const random = generator(20_261_122);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < cases; round += 1) {
      const bytes = damaged(seed, round, random);
      const outcome = await doors[door](name, bytes).catch((error: unknown) => {
        throw new Error(`${name}, mutant ${round}: ${Buffer.from(bytes.subarray(0, 4000)).toString('latin1')}`, {
          cause: error,
        });
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(['reader-failed', 'took-too-long', 'needs-too-much-memory'], `mutant ${round}`).not.toContain(outcome);
    }
    // Damage must reach the readers; where a format forgives much, none may be refused.
    expect(outcomes.get('read') ?? 0).toBeGreaterThan(0);
    if (!['a.txt', 'a.md', 'a.rtf', 'a.csv', 'buku.csv'].includes(name)) expect(outcomes.size).toBeGreaterThan(1);
    expect(createHash('sha256').update(readFileSync(open.path)).digest('hex')).toBe(before);
    expect(open.workshop.faults).toEqual([]);
  });
});
