// Every command of the command line: what it prints with `--json`, what without, its help in both languages.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods } from '../../src/shared/contract/contract.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
const folder = desk.workshop.folder;
const study = join(folder, 'contoh.simpul');
beforeAll(() => desk.json('new', study, '--template', 'sample', '--lang', 'id'));
afterAll(desk.workshop.cleanUp);

const guid = /^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/;
const anyGuid = expect.stringMatching(guid) as string;
const number = expect.any(Number) as number;
const string = expect.any(String) as string;

type Row = Readonly<Record<string, unknown>>;

/** Commands and sub-commands, as the user types them. */
const commands = [
  'new',
  'import',
  'info',
  'documents',
  'codes',
  'codings',
  'cases',
  'variables',
  'memos',
  'coders',
  'text',
  'code',
  'frequency',
  'cooccurrence',
  'case-similarity',
  'crosstab',
  'sequence',
  'propositions',
  'triangulation',
  'queries',
  'saturation',
  'agreement',
  'retrieve',
  'matrix',
  'search',
  'autocode',
  'similar',
  'words',
  'stop-words',
  'answers',
  'codebook export',
  'displays list',
  'displays show',
  'networks create',
  'networks list',
  'networks show',
  'report',
  'results list',
  'results run',
  'results save',
  'history',
  'undo',
  'redo',
  'check',
  'backup',
  'batch',
  'serve',
  'contract',
] as const;

describe('help', () => {
  test.each(['id', 'en'] as const)('the program lists every command (%s)', async (language) => {
    const { status, stdout, stderr } = await desk.run(['--help'], { language });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command.split(' ')[0]}\\b.* \\S`, 'm'));
  });

  test.each(commands)('%s', async (command) => {
    const [id, en] = await Promise.all(
      (['id', 'en'] as const).map((language) => desk.run([...command.split(' '), '--help'], { language })),
    );
    for (const help of [id, en]) {
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help?.stdout).toContain(`simpul ${command} `);
      expect(help?.stdout).toContain('--help');
      expect(help?.stdout).toContain('--json');
      expect(help?.stdout).not.toMatch(/\bcli\.\w/);
    }
    expect(id?.stdout).not.toBe(en?.stdout);
    expect(await desk.run([...command.split(' '), '-h'])).toEqual(en);
  });
});

describe('--json', () => {
  test('info', async () => {
    expect(await desk.json('info', study)).toMatchObject({
      project: { guid: anyGuid, name: string, schemaVersion: number },
      counts: {
        documents: 10,
        characters: number,
        codes: number,
        codings: number,
        memos: number,
        cases: number,
        variables: number,
        coders: number,
        propositions: 10,
        displays: 3,
      },
    });
  });

  test('documents', async () => {
    const rows = await desk.json<readonly Row[]>('documents', study);
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      expect(row).toMatchObject({ guid: anyGuid, title: string, kind: string, characters: number, codings: number });
      expect(row['case']).toSatisfy((value) => value === null || guid.test(String(value)));
    }
  });

  test('codes, in codebook order', async () => {
    const rows = await desk.json<
      readonly (Row & { readonly path: readonly string[]; readonly parent: string | null; readonly guid: string })[]
    >('codes', study);
    const seen = new Map<string, readonly string[]>();
    for (const row of rows) {
      expect(row).toMatchObject({
        guid: anyGuid,
        color: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
        description: string,
        codable: expect.any(Boolean) as boolean,
        codings: number,
      });
      if (row.parent === null) expect(row.path).toHaveLength(1);
      else expect(row.path.slice(0, -1)).toEqual(seen.get(row.parent)); // Parents come first.
      seen.set(row.guid, row.path);
    }
  });

  test('codings, by document, start and end, and filtered', async () => {
    type Coding = {
      readonly document: string;
      readonly code: string;
      readonly coder: string;
      readonly start: number;
      readonly end: number;
      readonly quote: string;
    };
    const rows = await desk.json<readonly Coding[]>('codings', study);
    const documents = await desk.json<readonly { readonly guid: string; readonly title: string }[]>('documents', study);
    const order = new Map(documents.map((row, index) => [row.guid, index]));
    const place = (row: Coding): readonly number[] => [order.get(row.document) ?? -1, row.start, row.end];
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.map(place)).toEqual(
      rows
        .map(place)
        .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0)),
    );
    const [first] = rows;
    expect(first).toMatchObject({
      guid: anyGuid,
      document: anyGuid,
      code: anyGuid,
      coder: anyGuid,
      start: number,
      end: number,
      quote: string,
      createdAt: string,
    });
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(['guid', 'document', 'code', 'coder', 'start', 'end', 'quote', 'createdAt']),
    );

    const title = documents[2]?.title ?? '';
    const ofDocument = await desk.json<readonly Coding[]>('codings', study, '--document', title);
    expect(ofDocument).toEqual(rows.filter(({ document }) => document === documents[2]?.guid));
    const ofCode = await desk.json<readonly Coding[]>('codings', study, '--code', first?.code ?? '');
    expect(ofCode).toEqual(rows.filter(({ code }) => code === first?.code));
    const ofCoder = await desk.json<readonly Coding[]>('codings', study, '--coder', first?.coder ?? '');
    expect(ofCoder).toEqual(rows.filter(({ coder }) => coder === first?.coder));
  });

  test.each(['cases', 'variables', 'memos', 'coders'])('%s', async (command) => {
    const rows = await desk.json<readonly Row[]>(command, study);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ guid: anyGuid });
  });

  test('text: every quote is its slice, and without --json nothing but the text is printed', async () => {
    const [document] = await desk.json<readonly { readonly guid: string; readonly title: string }[]>(
      'documents',
      study,
    );
    const { text } = await desk.json<{ readonly text: string }>('text', study, document?.guid ?? '');
    expect(await desk.run(['text', study, document?.title ?? ''])).toEqual({ status: 0, stdout: text, stderr: '' });
    const codings = await desk.json<
      readonly { readonly start: number; readonly end: number; readonly quote: string }[]
    >('codings', study, '--document', document?.guid ?? '');
    expect(codings.map(({ start, end }) => text.slice(start, end))).toEqual(codings.map(({ quote }) => quote));
  });

  test('frequency', async () => {
    for (const row of await desk.json<readonly Row[]>('frequency', study)) {
      expect(row).toMatchObject({
        code: anyGuid,
        path: expect.any(Array) as unknown[],
        codings: number,
        codingsShare: number,
        documents: number,
        cases: number,
        words: number,
        wordsShare: number,
      });
    }
  });

  test.each(['case', 'document', 'paragraph', 'sentence', 'overlap', 'adjacent', 'window'])(
    'cooccurrence at level %s',
    async (level) => {
      type Result = Row & {
        readonly codes: readonly unknown[];
        readonly counts: readonly (readonly number[])[];
        readonly similarity: readonly (readonly unknown[])[];
      };
      const result = await desk.json<Result>('cooccurrence', study, '--level', level, '--index', 'jaccard');
      expect(result).toMatchObject({
        level,
        index: 'jaccard',
        mode: 'touch',
        matching: 'one-to-one',
        n: number,
        clustering: {
          merges: expect.any(Array) as unknown[],
          order: expect.any(Array) as unknown[],
          cophenetic: number,
        },
        map: { points: expect.any(Array) as unknown[], stress: number, r2: number },
      });
      expect(result.codes.length).toBeGreaterThan(10);
      expect(result.codes[0]).toMatchObject({ guid: anyGuid, path: expect.any(Array) as unknown[], units: number });
      for (const matrix of [result.counts, result.similarity]) {
        expect(matrix.map((row) => row.length)).toEqual(result.codes.map(() => result.codes.length));
      }
    },
  );

  test('cooccurrence --codes takes paths and GUIDs', async () => {
    const codes = await desk.json<
      readonly { readonly guid: string; readonly path: readonly string[]; readonly codings: number }[]
    >('codes', study);
    const [one, other] = codes.filter(({ codings }) => codings > 3);
    const args = ['--codes', one?.path.join(' / ') ?? '', other?.guid ?? ''];
    const result = await desk.json<{ readonly codes: readonly { readonly guid: string }[] }>(
      'cooccurrence',
      study,
      ...args,
    );
    expect(result.codes.map((code) => code.guid).sort()).toEqual([one?.guid ?? '', other?.guid ?? ''].sort());
  });

  test('code, history, undo, redo', async () => {
    const own = join(folder, 'langkah.simpul');
    await desk.json('new', own, '--template', 'sample', '--lang', 'en');
    const [document] = await desk.json<readonly { readonly guid: string }[]>('documents', own);
    const codes = await desk.json<readonly { readonly path: readonly string[]; readonly codable: boolean }[]>(
      'codes',
      own,
    );
    const path = codes.find(({ codable }) => codable)?.path.join(' / ') ?? '';
    const place = ['--document', document?.guid ?? '', '--start', '3', '--end', '20', '--code', path];
    const made = await desk.json<{ readonly guid: string }>(
      'code',
      own,
      ...place,
      '--coder',
      'Coder Baru',
      '--memo',
      'Catatan',
    );
    const codings = await desk.json<readonly Row[]>('codings', own, '--coder', 'Coder Baru');
    expect(codings).toEqual([expect.objectContaining({ guid: made.guid, start: 3, end: 20 })]);
    const history = await desk.json<readonly Row[]>('history', own);
    expect(history[0]).toMatchObject({
      sequence: number,
      at: string,
      method: 'codings.create',
      label: string,
      kind: 'do',
      undone: false,
    });
    expect(await desk.json('history', own, '--limit', '1')).toEqual(history.slice(0, 1));
    expect(await desk.json('undo', own)).toMatchObject({ label: history[0]?.['label'] });
    // The coder came with the coding, in one step.
    expect((await desk.json<readonly Row[]>('coders', own)).map(({ name }) => name)).not.toContain('Coder Baru');
    expect(await desk.json('redo', own)).toMatchObject({ label: history[0]?.['label'] });
    expect(await desk.json('redo', own)).toBeNull();
    expect(await desk.json('codings', own, '--coder', 'Coder Baru')).toHaveLength(1);
    expect(await desk.json('check', own)).toMatchObject({ ok: true, problems: [] });
  });

  test('new, --list-templates, import, backup, codebook export', async () => {
    const templates = await desk.json<readonly { readonly name: string }[]>('new', '--list-templates');
    expect(templates.map(({ name }) => name).sort()).toEqual(
      [
        'agile-governance',
        'agile-transition',
        'egov-capacity',
        'sample',
        'smart-governance',
        'smart-governance-swot',
      ].sort(),
    );
    for (const { name } of templates) {
      for (const language of ['id', 'en']) {
        const path = join(folder, `${name} ${language} 😀.simpul`);
        expect(await desk.json('new', path, '--template', name, '--lang', language)).toEqual({ path });
        expect(await desk.json('check', path)).toMatchObject({ ok: true });
      }
    }
    const report = await desk.run(['import', study, '-', '--json', '--kind', 'field-note'], { input: 'Satu.\r\nDua.' });
    expect(report).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(report.stdout)).toMatchObject({
      files: [
        {
          outcome: 'imported',
          title: 'stdin',
          characters: 10,
          document: anyGuid,
          notes: expect.any(Array) as unknown[],
          error: null,
        },
      ],
    });
    expect((await desk.run(['text', study, 'stdin'])).stdout).toBe('Satu.\nDua.');
    const copy = join(folder, 'salinan.simpul');
    expect(await desk.json('backup', study, copy)).toEqual({ path: copy });
    expect(await desk.json('documents', copy)).toEqual(await desk.json('documents', study));
    for (const extension of ['csv', 'docx', 'html', 'md']) {
      const path = join(folder, `buku kode.${extension}`);
      expect(await desk.json('codebook', 'export', study, path)).toEqual({ path });
      expect(readFileSync(path).byteLength).toBeGreaterThan(1000);
    }
  });

  test('contract: every method with its schemas', async () => {
    const document = await desk.json<readonly Row[]>('contract');
    expect(document.map(({ method }) => method)).toEqual([...methods.keys()]);
    for (const method of document) {
      expect(method).toMatchObject({
        kind: string,
        summary: string,
        input: { $schema: string },
        output: { $schema: string },
      });
    }
  });
});

describe('without --json', () => {
  test.each([
    ['info'],
    ['documents'],
    ['codes'],
    ['codings'],
    ['cases'],
    ['variables'],
    ['memos'],
    ['coders'],
    ['frequency'],
    ['cooccurrence'],
    ['history'],
    ['check'],
  ])('%s prints lines that are no JSON', async (command) => {
    const { status, stdout, stderr } = await desk.run([command, study]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\n$/);
    expect(() => JSON.parse(stdout) as unknown).toThrow(SyntaxError);
    expect(stdout).not.toMatch(/\[object|undefined|NaN/);
  });

  test('-o writes to a file what would have been printed, and prints nothing', async () => {
    const path = join(folder, 'kode.json');
    const { stdout } = await desk.run(['codes', study, '--json']);
    expect(await desk.run(['codes', study, '--json', '-o', path])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe(stdout);
    expect((await desk.run(['codes', study, '--json', '-o', '-'])).stdout).toBe(stdout);
    const failed = join(folder, 'gagal.json');
    expect((await desk.run(['codes', join(folder, 'tiada.simpul'), '-o', failed])).status).toBe(1);
    expect(existsSync(failed)).toBe(false);
  });
});
