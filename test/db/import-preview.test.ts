// What is recognised before anything is imported, choices for each file, and one file as several documents.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { docx, paragraph } from '../support/docx-builder.ts';
import { openTestProject, root, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject();
});
afterEach(() => project.end());

const hold = (name: string, content: string | Uint8Array) => ({
  name,
  token: project.app.files.hold({
    name,
    mediaType: '',
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }),
});
const revision = async () => (await project.client.project.info({})).project.revision;
const documents = async () => {
  const listed = await project.client.documents.list({});
  return Promise.all(
    listed.map(async ({ guid, title, case: own, kind }) => {
      const { text } = await project.client.documents.text({ documentId: guid });
      const cases = await project.client.cases.list({});
      return { title, kind, text, case: cases.find((each) => each.guid === own)?.name ?? null };
    }),
  );
};

const interview = [
  '# Pembukaan',
  'Pewawancara: Apa kabar? [00:00:05]',
  'Rina: Baik. [00:00:09]',
  '## Rumah',
  'Pewawancara: Di mana Anda tinggal?',
  'Rina: Di Bandung.',
].join('\n');

describe('preview', () => {
  test('says what was recognised, changes nothing and holds the file on', async () => {
    const before = await revision();
    const file = hold('folder/wawancara 1.txt', interview);
    const { files } = await project.client.documents.preview({ files: [file, hold('b.docx', 'PK')] });
    expect(files[0]).toMatchObject({
      file: 'folder/wawancara 1.txt',
      error: null,
      found: {
        format: 'txt',
        encoding: 'utf-8',
        title: 'wawancara 1',
        characters: interview.length,
        sample: interview,
        speakers: [
          { name: 'Pewawancara', turns: 2, role: 'interviewer' },
          { name: 'Rina', turns: 2, role: 'informant' },
        ],
        timeStamps: 2,
        questions: 2,
        headings: [
          { level: 1, count: 1 },
          { level: 2, count: 1 },
        ],
        split: null,
      },
    });
    expect(files[1]).toMatchObject({ found: null, error: { code: 'not-a-docx' } });
    expect(await revision()).toBe(before);
    const report = await project.client.documents.import({ files: [file] });
    expect(report.files[0]).toMatchObject({ outcome: 'imported' });
  });

  test('shows the words in the encoding a person chooses, and what comments and changes there are', async () => {
    const bytes = Uint8Array.from([0x43, 0x61, 0x66, 0xe9]);
    const read = async (encoding?: string) => {
      const [file] = (
        await project.client.documents.preview({
          files: [{ ...hold('a.txt', bytes), ...(encoding === undefined ? {} : { encoding }) }],
        })
      ).files;
      return file?.found?.sample;
    };
    expect(await read()).toBe('Café');
    expect(await read('windows-1251')).toBe('Cafй');
    const word = docx({
      body: paragraph('Halo.') + '<w:p><w:ins w:id="1"><w:r><w:t>Baru.</w:t></w:r></w:ins></w:p>',
    });
    const { files } = await project.client.documents.preview({ files: [hold('a.docx', word)] });
    expect(files[0]?.notes.map(({ code }) => code)).toContain('tracked-insertions-kept');
    expect(files[0]?.found).toMatchObject({ encoding: null, format: 'docx' });
  });

  test('a file that was given back is held no longer', async () => {
    const file = hold('a.txt', 'Satu.');
    await project.client.documents.release({ tokens: [file.token, 'was-never-held'] });
    await expect(project.client.documents.preview({ files: [file] })).rejects.toMatchObject({
      code: 'file-not-handed-over',
    });
  });

  test('shows what splitting would make, with the lines that are left out', async () => {
    const text = '=== Ana\nsatu\n=== Budi\ndua dua';
    const split = { by: 'marker', marker: '===', pattern: false } as const;
    const { files } = await project.client.documents.preview({ files: [{ ...hold('a.txt', text), split }] });
    expect(files[0]?.found?.split).toEqual({
      count: 2,
      parts: [
        { title: 'Ana', characters: 4 },
        { title: 'Budi', characters: 7 },
      ],
      markers: 2,
      blanks: 0,
    });
  });
});

describe('importing with choices', () => {
  test('each file with its own title, kind and case, in one step', async () => {
    const { guid } = await project.client.cases.create({ name: 'Kantor' });
    await project.client.documents.import({
      kind: 'observation',
      files: [
        { ...hold('a.txt', 'Satu.'), title: 'Rina', kind: 'interview', ownCase: true },
        { ...hold('b.txt', 'Dua.'), caseId: guid },
        hold('c.txt', 'Tiga.'),
      ],
    });
    expect(await documents()).toEqual([
      { title: 'Rina', kind: 'interview', text: 'Satu.', case: 'Rina' },
      { title: 'b', kind: 'observation', text: 'Dua.', case: 'Kantor' },
      { title: 'c', kind: 'observation', text: 'Tiga.', case: null },
    ]);
    await project.client.history.undo({});
    expect(await documents()).toEqual([]);
    expect((await project.client.cases.list({})).map(({ name }) => name)).toEqual(['Kantor']);
  });

  test('a file is split at its headings; the report names each document, undo takes all of them back', async () => {
    const split = { by: 'heading', level: 1 } as const;
    const text = 'Kata pengantar\n# Ana\nsatu\n## Rumah\ndua\n# Ana\ntiga';
    const { files } = await project.client.documents.import({
      files: [{ ...hold('fgd.txt', text), split, ownCase: true }],
    });
    expect(await documents()).toMatchObject([
      { title: 'fgd 1', text: 'Kata pengantar', case: 'fgd 1' },
      { title: 'Ana', text: '# Ana\nsatu\n## Rumah\ndua', case: 'Ana' },
      { title: 'Ana (2)', text: '# Ana\ntiga', case: 'Ana' },
    ]);
    expect(files[0]).toMatchObject({ title: 'fgd 1', characters: text.length - 2 });
    expect(files[0]?.parts.map(({ title, characters }) => [title, characters])).toEqual([
      ['fgd 1', 14],
      ['Ana', 23],
      ['Ana (2)', 10],
    ]);
    expect(files[0]?.notes).toContainEqual(expect.objectContaining({ code: 'split-into-parts', count: 3 }));
    expect((await project.client.project.check({})).problems).toEqual([]);
    await project.client.history.undo({});
    expect(await documents()).toEqual([]);
  });

  test('a Word file is split at the headings its styles name', async () => {
    const heading = (level: number, words: string) =>
      `<w:p><w:pPr><w:pStyle w:val="Judul"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const word = docx({
      body: [
        heading(1, 'Ana'),
        paragraph('satu'),
        heading(2, 'rumahnya.'),
        paragraph('dua'),
        heading(1, 'Budi'),
        paragraph('tiga'),
      ].join(''),
    });
    const split = { by: 'heading', level: 1 } as const;
    await project.client.documents.import({ files: [{ ...hold('a.docx', word), split }] });
    expect(await documents()).toMatchObject([
      { title: 'Ana', text: 'Ana\nsatu\nrumahnya.\ndua' },
      { title: 'Budi', text: 'Budi\ntiga' },
    ]);
  });

  test.each([
    ['(', 'split-pattern'],
    ['(a+)+$', 'took-too-long'],
  ])(
    'a regular expression that cannot be used refuses the file and changes nothing: %s',
    async (marker, code) => {
      const before = await revision();
      const split = { by: 'marker', marker, pattern: true } as const;
      const { files } = await project.client.documents.import({
        files: [{ ...hold('a.txt', `${'a'.repeat(60)}!`), split }],
      });
      expect(files).toMatchObject([{ outcome: 'refused', error: { code } }]);
      expect(await revision()).toBe(before);
    },
    30_000,
  );
});

const transcripts = join(root, '../shared/data/transcripts');
const isThere = existsSync(transcripts);
if (!isThere) console.log('previews of real files skipped: ../shared not there');

test.skipIf(!isThere)(
  'real transcripts: split by speaker, the parts are the text, and every document is as long as the preview says',
  async () => {
    const folder = join(transcripts, 'txt');
    const split = { by: 'speaker' } as const;
    for (const name of readdirSync(folder).slice(0, 8)) {
      const bytes = readFileSync(join(folder, name));
      const [preview] = (await project.client.documents.preview({ files: [{ ...hold(name, bytes), split }] })).files;
      const [report] = (await project.client.documents.import({ files: [{ ...hold(name, bytes), split }] })).files;
      expect(report?.outcome, name).toBe('imported');
      const made = preview?.found?.split;
      const lengths = report?.parts.length ? report.parts : [{ characters: report?.characters ?? 0 }];
      expect(lengths.map(({ characters }) => characters).slice(0, 300), name).toEqual(
        made?.parts.map(({ characters }) => characters),
      );
      if (made?.blanks === 0) {
        const total = lengths.reduce((sum, { characters }) => sum + characters, 0) + lengths.length - 1;
        expect(total, name).toBe(preview?.found?.characters);
      }
    }
  },
  60_000,
);
