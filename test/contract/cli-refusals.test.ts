// Wrong arguments and bad projects: one sentence in the user's language on standard error, nothing on standard output,
// the right exit status, and not one byte of any file changed.

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
const folder = join(desk.workshop.folder, 'folder with space 😀');
const at = (name: string): string => join(folder, name);
const study = at('studi kami 😀.simpul');
const absent = '00000000-0000-4000-8000-00000000FFFF';

beforeAll(async () => {
  mkdirSync(folder);
  await desk.json('new', study, '--template', 'sample', '--lang', 'en');
  for (const title of ['Kembar', 'Kembar']) {
    const line = JSON.stringify({ id: 1, method: 'documents.create', input: { title, text: 'Isi.' } });
    await desk.run(['batch', study], { input: `${line}\n` });
  }
  writeFileSync(at('empty.simpul'), '');
  writeFileSync(at('zeros.simpul'), Buffer.alloc(8192));
  writeFileSync(at('text.simpul'), 'Ini bukan proyek.\n'.repeat(500));
  mkdirSync(at('folder.simpul'));
  symlinkSync(study, at('link.simpul'));
  symlinkSync(at('nowhere'), at('dangling.simpul'));
  copyFileSync(study, at('newer.simpul'));
  const newer = readFileSync(at('newer.simpul'));
  newer.writeInt32BE(999, 60);
  writeFileSync(at('newer.simpul'), newer);
  copyFileSync(study, at('other application.simpul'));
  const other = readFileSync(study);
  other.writeInt32BE(0x12345678, 68);
  writeFileSync(at('other application.simpul'), other);
  copyFileSync(study, at('cut.simpul'));
  truncateSync(at('cut.simpul'), 60_000);
  copyFileSync(study, at('header.simpul'));
  truncateSync(at('header.simpul'), 100);
  writeFileSync(at('interview.txt'), 'Penanya: apa kabar?\n');
  writeFileSync(at('broken.docx'), 'PK\u0003\u0004 nothing');
  writeFileSync(at('picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
});
afterAll(desk.workshop.cleanUp);

type Case = readonly [what: string, status: 1 | 2, code: string, args: () => readonly string[]];

const wrongUsage: readonly Case[] = [
  ['no command', 2, 'usage', () => []],
  ['an unknown command', 2, 'usage', () => ['frobnicate', study]],
  ['a name every object has', 2, 'usage', () => ['constructor', study]],
  ['an unknown option', 2, 'usage', () => ['info', study, '--frobnicate']],
  ['an unknown option of the program', 2, 'usage', () => ['--frobnicate']],
  ['info without a project', 2, 'usage', () => ['info']],
  ['info of two projects', 2, 'usage', () => ['info', study, study]],
  ['new without a project', 2, 'usage', () => ['new']],
  ['new in a language it does not speak', 2, 'usage', () => ['new', at('made.simpul'), '--lang', 'fr']],
  ['new with an option that lacks its value', 2, 'usage', () => ['new', at('made.simpul'), '--template']],
  ['import without files', 2, 'usage', () => ['import', study]],
  ['import as a kind there is not', 2, 'usage', () => ['import', study, at('interview.txt'), '--kind', 'poem']],
  ['text without a document', 2, 'usage', () => ['text', study]],
  ['code without anything', 2, 'usage', () => ['code', study]],
  ['code without an end', 2, 'usage', () => ['code', study, '--document', 'Kembar', '--start', '1', '--code', 'A']],
  [
    'code at a negative start',
    2,
    'usage',
    () => ['code', study, '--document', absent, '--start=-1', '--end', '4', '--code', 'A'],
  ],
  [
    'code at a word',
    2,
    'usage',
    () => ['code', study, '--document', absent, '--start', 'one', '--end', '4', '--code', 'A'],
  ],
  [
    'code at a fraction',
    2,
    'usage',
    () => ['code', study, '--document', absent, '--start', '1.5', '--end', '4', '--code', 'A'],
  ],
  [
    'code at a hexadecimal number',
    2,
    'usage',
    () => ['code', study, '--document', absent, '--start', '0x1', '--end', '4', '--code', 'A'],
  ],
  [
    'code at a number too large',
    2,
    'usage',
    () => ['code', study, '--document', absent, '--start', '1', '--end', '99999999999', '--code', 'A'],
  ],
  ['cooccurrence at a level there is not', 2, 'usage', () => ['cooccurrence', study, '--level', 'chapter']],
  ['cooccurrence by an index there is not', 2, 'usage', () => ['cooccurrence', study, '--index', 'best']],
  ['cooccurrence matched as nobody does', 2, 'usage', () => ['cooccurrence', study, '--matching', 'some']],
  ['cooccurrence in an unknown mode', 2, 'usage', () => ['cooccurrence', study, '--mode', 'near']],
  ['cooccurrence by an unknown distance', 2, 'usage', () => ['cooccurrence', study, '--distance-unit', 'miles']],
  [
    'cooccurrence with a share that is none',
    2,
    'usage',
    () => ['cooccurrence', study, '--mode', 'cover', '--cover', 'half'],
  ],
  ['codebook alone', 2, 'usage', () => ['codebook']],
  ['codebook doing something else', 2, 'usage', () => ['codebook', 'burn', study]],
  ['codebook export without a file', 2, 'usage', () => ['codebook', 'export', study]],
  ['codebook export to a kind it does not know', 2, 'usage', () => ['codebook', 'export', study, at('made.pdf')]],
  ['codebook export without an extension', 2, 'usage', () => ['codebook', 'export', study, at('made')]],
  ['history of a word', 2, 'usage', () => ['history', study, '--limit', 'all']],
  ['backup without a target', 2, 'usage', () => ['backup', study]],
  ['batch without a project', 2, 'usage', () => ['batch']],
  ['serve on a port there is not', 2, 'usage', () => ['serve', study, '--port', '70000']],
  ['serve on a word', 2, 'usage', () => ['serve', study, '--port', 'http']],
  ['output to nothing', 2, 'usage', () => ['codes', study, '-o']],
];

const refused: readonly Case[] = [
  ['new over a project', 1, 'project-exists', () => ['new', study]],
  ['new over another file', 1, 'project-exists', () => ['new', at('text.simpul')]],
  ['new over a dangling link', 1, 'project-exists', () => ['new', at('dangling.simpul')]],
  ['new in a folder there is not', 1, 'folder-not-found', () => ['new', at('no/such/folder/made.simpul')]],
  ['new below a file', 1, 'folder-not-found', () => ['new', at('interview.txt/made.simpul')]],
  ['new from a template there is not', 1, 'template-unknown', () => ['new', at('made.simpul'), '--template', 'best']],
  [
    'new from a template outside',
    1,
    'template-unknown',
    () => ['new', at('made.simpul'), '--template', '../../package'],
  ],
  ['new with a name too long', 1, 'folder-not-writable', () => ['new', at(`${'n'.repeat(300)}.simpul`)]],
  ['a document there is not', 1, 'not-found', () => ['text', study, 'Tiada']],
  ['a document by a GUID there is not', 1, 'not-found', () => ['text', study, absent]],
  ['a document with an ambiguous title', 1, 'ambiguous-name', () => ['text', study, 'Kembar']],
  ['codings of a document there is not', 1, 'not-found', () => ['codings', study, '--document', 'Tiada']],
  ['codings of a code there is not', 1, 'not-found', () => ['codings', study, '--code', 'Tiada / Sama sekali']],
  ['codings of a coder there is not', 1, 'not-found', () => ['codings', study, '--coder', 'Tiada']],
  ['cooccurrence of a code there is not', 1, 'not-found', () => ['cooccurrence', study, '--codes', 'Tiada']],
  [
    'cooccurrence covering nothing',
    1,
    'invalid-input',
    () => ['cooccurrence', study, '--mode', 'cover', '--cover', '0'],
  ],
  [
    'cooccurrence covering more than all',
    1,
    'invalid-input',
    () => ['cooccurrence', study, '--mode', 'cover', '--cover', '101'],
  ],
  ['import of a file there is not', 1, 'not-found', () => ['import', study, at('absent.txt')]],
  [
    'import of a good file and one there is not',
    1,
    'not-found',
    () => ['import', study, at('interview.txt'), at('absent.txt')],
  ],
  ['import of a folder', 1, 'not-found', () => ['import', study, folder]],
  ['backup over a file', 1, 'project-exists', () => ['backup', study, at('text.simpul')]],
  ['backup over itself', 1, 'project-exists', () => ['backup', study, study]],
  ['backup in a folder there is not', 1, 'folder-not-found', () => ['backup', study, at('no/such/copy.simpul')]],
  ['codebook export into a folder', 1, 'folder-not-writable', () => ['codebook', 'export', study, at('folder.csv')]],
  ['output into a folder', 1, 'folder-not-writable', () => ['codes', study, '-o', folder]],
];

const badProjects: readonly (readonly [name: string, code: string])[] = [
  ['absent.simpul', 'project-not-found'],
  ['empty.simpul', 'project-empty-file'],
  ['zeros.simpul', 'project-damaged'],
  ['text.simpul', 'project-not-simpul'],
  ['interview.txt', 'project-not-simpul'],
  ['other application.simpul', 'project-not-simpul'],
  ['newer.simpul', 'project-newer'],
  ['cut.simpul', 'project-damaged'],
  ['header.simpul', 'project-damaged'],
  ['folder.simpul', 'project-not-a-file'],
  ['link.simpul', 'project-not-a-file'],
  ['dangling.simpul', 'project-not-a-file'],
];

describe('wrong usage', () => {
  test.each(wrongUsage)('%s', (_, status, code, args) => expectRefusal(args(), status, code));
});

describe('refused', () => {
  beforeAll(() => mkdirSync(at('folder.csv')));
  test.each(refused)('%s', (_, status, code, args) => expectRefusal(args(), status, code));

  test('import of what is no document: the file named, the code that says why, and nothing imported', async () => {
    for (const [file, args] of [
      ['broken.docx', ['import', study, at('broken.docx')]],
      ['picture.png', ['import', study, at('picture.png')]],
    ] as const) {
      const before = listing();
      const { status, stdout, stderr } = await desk.run(args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^simpul: [a-z-]+: [^\n]+\.\n$/);
      expect(stderr).toContain(file);
      expect(listing()).toEqual(before);
    }
  });

  test('code outside the text, empty, or with a heading', async () => {
    const codes = await desk.json<readonly { readonly guid: string; readonly codable: boolean }[]>('codes', study);
    const [document] = await desk.json<readonly { readonly guid: string }[]>('documents', study);
    const good = codes.find(({ codable }) => codable)?.guid ?? '';
    const place = (start: string, end: string, code = good): readonly string[] => [
      'code',
      study,
      '--document',
      document?.guid ?? '',
      '--start',
      start,
      '--end',
      end,
      '--code',
      code,
    ];
    await expectRefusal(place('5', '5'), 1, 'range-empty');
    await expectRefusal(place('9', '5'), 1, 'range-empty');
    await expectRefusal(place('5', '5000000'), 1, 'range-outside-text');
    await expectRefusal(place('1', '9', 'Tiada'), 1, 'not-found');
    await expectRefusal([...place('5', '5000000'), '--coder', 'Baru sama sekali'], 1, 'range-outside-text');
  });
});

describe('bad projects', () => {
  describe.each(badProjects)('%s', (name, code) => {
    test.each([
      ['info'],
      ['codes'],
      ['check'],
      ['undo'],
      ['frequency'],
      ['batch'],
      ['text', 'Judul'],
      ['import', 'interview.txt'],
      ['backup', 'copy.simpul'],
      ['codebook', 'codes.csv'],
    ])('%s', async (...[command, operand]: readonly string[]) => {
      const project = at(name);
      const operands = operand === undefined ? [] : [operand.includes('.') ? at(operand) : operand];
      const args =
        command === 'codebook' ? ['codebook', 'export', project, ...operands] : [command ?? '', project, ...operands];
      await expectRefusal(args, 1, code);
    });
  });
});

describe('batch', () => {
  const good = JSON.stringify({ id: 'baik', method: 'project.info', input: {} });
  test.each([
    ['no JSON', 'this is no request'],
    ['half of a request', '{"id":1,"method":"codes.list"'],
    ['a list', '[{"id":1,"method":"codes.list"}]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a byte order mark and nothing else', '\ufeff{'],
    ['no method', '{"id":7,"input":{}}'],
    ['a method that is no text', '{"id":7,"method":7}'],
    ['a method there is not', '{"id":7,"method":"codes.burn","input":{}}'],
    ['a prototype’s name', '{"id":7,"method":"__proto__","input":{}}'],
    ['input that is no object', '{"id":7,"method":"codes.create","input":[]}'],
    ['input with something extra', '{"id":7,"method":"codes.create","input":{"name":"A","x":1}}'],
    ['half a surrogate pair', '{"id":7,"method":"codes.create","input":{"name":"\\ud83d"}}'],
    ['a code made inside itself', `{"id":7,"method":"codes.create","input":{"name":"A","parentId":"${absent}"}}`],
  ])('a line with %s is answered, the next one too, and nothing changes', async (_, line) => {
    const before = listing();
    const { status, stdout, stderr } = await desk.run(['batch', study], { input: `${line}\n\n${good}\n` });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { id: unknown; ok: boolean; error?: { code: string; message: string } });
    expect({ status, stderr, answers: answers.length }).toEqual({ status: 1, stderr: '', answers: 2 });
    expect(answers[0]).toMatchObject({
      ok: false,
      error: {
        code: expect.stringMatching(/^(invalid-input|unknown-method|not-found)$/) as string,
        message: expect.stringMatching(/\S/) as string,
      },
    });
    expect(answers[0]?.id).toBe(line.startsWith('{"id":7') ? 7 : null);
    expect(answers[1]).toMatchObject({ id: 'baik', ok: true });
    expect(listing()).toEqual(before);
  });

  test('empty input is no mistake', async () => {
    expect(await desk.run(['batch', study])).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

/** Runs in both languages: same code, one sentence each, not the same one; nothing printed, no byte changed. */
async function expectRefusal(args: readonly string[], status: 1 | 2, code: string): Promise<void> {
  const before = listing();
  const sentences: string[] = [];
  for (const language of ['id', 'en'] as const) {
    const result = await desk.run(args, { language });
    expect(result).toEqual({
      status,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^simpul: ${code}: [^\\n{}]+\\.\\n$`)) as string,
    });
    sentences.push(result.stderr);
  }
  expect(sentences[0]).not.toBe(sentences[1]);
  expect(listing()).toEqual(before);
}

/** Every file with its hash. */
function listing(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const stat = statSync(at(name), { throwIfNoEntry: false });
      const content = stat?.isFile()
        ? createHash('sha256')
            .update(readFileSync(at(name)))
            .digest('hex')
        : 'no file';
      return [name, content];
    }),
  );
}
