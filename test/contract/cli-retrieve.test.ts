// Coding retrieval on the command line: operators, conditions, what is returned, tables, and faults in both languages.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatrixResult, RetrievalResult } from '../../src/shared/contract/analysis-retrieval.ts';
import type { SavedQuery } from '../../src/shared/contract/queries.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const project = join(desk.workshop.folder, 'retrieve.simpul');

const texts = {
  Satu: 'Dana desa turun. Orang kurang.\nDana tetap ada. Warga ikut.',
  Dua: 'Warga ikut rapat. Dana habis.',
} as const;
type Title = keyof typeof texts;

async function ask(requests: readonly object[]): Promise<readonly { readonly guid: string }[]> {
  const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
  const { stdout } = await desk.run(['batch', project], { input });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const answer = JSON.parse(line) as { ok: boolean; value: { guid: string } };
      if (!answer.ok) throw new Error(line);
      return answer.value;
    });
}

beforeAll(async () => {
  await desk.json('new', project);
  const made = await ask([
    { method: 'codes.create', input: { name: 'Sumber' } },
    { method: 'codes.create', input: { name: 'Warga "inti"' } },
    { method: 'documents.create', input: { title: 'Satu', text: texts.Satu, kind: 'interview' } },
    { method: 'documents.create', input: { title: 'Dua', text: texts.Dua, kind: 'observation' } },
    { method: 'coders.create', input: { name: 'Ani' } },
    {
      method: 'variables.create',
      input: { name: 'Jenjang', type: 'Text', scope: 'case', choices: ['rendah', 'tinggi'] },
    },
    { method: 'variables.create', input: { name: 'Umur', type: 'Integer', scope: 'document' } },
  ]);
  const [sumber, warga, satu, dua, ani, jenjang, umur] = made.map(({ guid }) => guid);
  const [dana, orang, kasus] = (
    await ask([
      { method: 'codes.create', input: { name: 'Dana', parentId: sumber } },
      { method: 'codes.create', input: { name: 'Orang', parentId: sumber } },
      { method: 'cases.create', input: { name: 'Desa A', documentIds: [satu] } },
    ])
  ).map(({ guid }) => guid);
  const at = (title: Title, words: string, codeId: string | undefined, coderId?: string) => {
    const start = texts[title].indexOf(words);
    const documentId = title === 'Satu' ? satu : dua;
    return { documentId, codeId, start, end: start + words.length, ...(coderId ? { coderId } : {}) };
  };
  await ask([
    { method: 'variables.setValue', input: { variableId: jenjang, targetId: kasus, value: 'tinggi' } },
    { method: 'variables.setValue', input: { variableId: umur, targetId: dua, value: '40' } },
    {
      method: 'codings.createMany',
      input: {
        items: [
          at('Satu', 'Dana desa turun.', dana),
          at('Satu', 'Orang kurang.', orang),
          at('Satu', 'Dana tetap ada. Warga', dana, ani),
          at('Satu', 'ada. Warga ikut.', warga),
          at('Dua', 'Warga ikut rapat.', warga, ani),
          at('Dua', 'Dana habis.', dana),
        ],
      },
    },
  ]);
  const codings = await desk.json<readonly { guid: string; quote: string }[]>('codings', project);
  const codingId = codings.find(({ quote }) => quote === 'Dana habis.')?.guid;
  await ask([{ method: 'codings.update', input: { codingIds: [codingId], weight: 70 } }]);
});

const retrieve = (query: string, ...options: readonly string[]) =>
  desk.json<RetrievalResult>('retrieve', project, query, ...options);
const quotes = async (query: string, ...options: readonly string[]) =>
  (await retrieve(query, ...options)).segments.map(({ quote }) => quote);

describe('what is found', () => {
  test.each([
    ['Sumber / Dana', ['Dana desa turun.', 'Dana tetap ada. Warga', 'Dana habis.']],
    ['UNDER Sumber', ['Dana desa turun.', 'Orang kurang.', 'Dana tetap ada. Warga', 'Dana habis.']],
    ['Sumber', []],
    // NOT alone: everything coded that is not it; within a unit: whatever does not share the unit with it.
    ['NOT UNDER Sumber', ['ada. Warga ikut.', 'Warga ikut rapat.']],
    ['BUKAN BUKAN Sumber / Orang', ['Orang kurang.']],
    ['ANY NOT SAME document Sumber / Orang', ['Warga ikut rapat.', 'Dana habis.']],
    ['(NOT ANY WHERE weight > 0) WHERE kind = observation', ['Warga ikut rapat.']],
    ['"Warga ""inti"""', ['ada. Warga ikut.', 'Warga ikut rapat.']],
    ['ALONE (Sumber / Dana)', null],
    ['ALONE "Sumber / Dana"', ['Dana desa turun.', 'Dana habis.']],
    ['Sumber / Dana CROSSES ANY', ['Dana tetap ada. Warga']],
    ['Sumber / Dana NEAR 1 sentence Sumber / Orang', ['Dana desa turun.', 'Dana tetap ada. Warga']],
    ['Sumber / Dana BEFORE 1 kata Sumber / Orang', ['Dana desa turun.']],
    ['Sumber / Dana SAME paragraf Sumber / Orang', ['Dana desa turun.']],
    ['Sumber / Dana SAME kasus Sumber / Orang', ['Dana desa turun.', 'Dana tetap ada. Warga']],
    ['Sumber / Dana NOT SAME document Sumber / Orang', ['Dana habis.']],
    ['ANY WHERE coder = Ani', ['Dana tetap ada. Warga', 'Warga ikut rapat.']],
    ['ANY WHERE coder != Ani', ['Dana desa turun.', 'Orang kurang.', 'ada. Warga ikut.', 'Dana habis.']],
    ['ANY WHERE weight >= 50', ['Dana habis.']],
    ['ANY WHERE weight < 50', []],
    ['SEMUA DENGAN variabel Umur > 39', ['Warga ikut rapat.', 'Dana habis.']],
    ['Sumber / Orang WHERE variable Jenjang > rendah', ['Orang kurang.']],
    ['ANY WHERE (kind = observation AND NOT weight > 0)', ['Warga ikut rapat.']],
    ['Sumber / Orang WHERE (case = "Desa A" AND document = Satu AND coded >= 2026-01-01)', ['Orang kurang.']],
    ['Sumber / Orang WHERE date < 2030-01-01', []],
  ])('%s', async (query, expected) => {
    if (expected === null) await expect(retrieve(query)).rejects.toThrow('retrieval-unexpected');
    else expect(await quotes(query)).toEqual(expected);
  });
});

describe('what is returned', () => {
  const query = 'Sumber / Dana OVERLAPS "Warga ""inti"""';
  test('whole segments, common parts, or all that take part', async () => {
    expect(await quotes(query)).toEqual(['Dana tetap ada. Warga']);
    expect(await quotes(query, '--return', 'intersections')).toEqual(['ada. Warga']);
    expect(await quotes(query, '--return', 'overlapping')).toEqual(['Dana tetap ada. Warga', 'ada. Warga ikut.']);
  });
  test('a common part carries the codings of both sides', async () => {
    const { segments } = await retrieve(query, '--return', 'intersections');
    expect(segments[0]?.codings).toHaveLength(2);
  });
  test('tables by code, case and document count all segments, whatever is shown', async () => {
    const result = await retrieve('UNDER Sumber', '--limit', '1');
    expect(result.total).toBe(4);
    expect(result.segments).toHaveLength(1);
    expect(result.byCode.map(({ path, segments }) => [path.at(-1), segments])).toEqual([
      ['Dana', 3],
      ['Orang', 1],
    ]);
    expect(result.byCase.map(({ segments, documents }) => [segments, documents])).toEqual([
      [3, 1],
      [1, 1],
    ]);
    expect(result.byCase[1]?.case).toBeNull();
    expect(result.byDocument.map(({ segments }) => segments)).toEqual([3, 1]);
    expect(result.provenance).toMatchObject({
      method: 'analysis.retrieve mode=segments UNDER "Sumber"',
      documents: 2,
      codings: 6,
      coders: 2,
    });
  });
  test('a scope of coders leaves the others out; the query comes back as it was read', async () => {
    const result = await retrieve('SEMUA', '--coders', 'Ani');
    expect([result.query, result.total, result.provenance.codings]).toEqual(['ANY', 2, 2]);
  });
  test('as a table: title, place, words; and that there is more', async () => {
    const { stdout, stderr } = await desk.run(['retrieve', project, 'Sumber / Dana', '--limit', '1'], {
      language: 'id',
    });
    expect(stdout).toBe('Satu  0  16  Dana desa turun.\n');
    expect(stderr).toBe('1 dari 3 segmen; --limit menampilkan lebih banyak\n');
  });
});

describe('queries that are kept', () => {
  const saved = () => desk.json<readonly SavedQuery[]>('queries', project);
  test('stay live: they answer by the codings and names as they are now', async () => {
    await retrieve('Sumber / Orang WHERE coder != Ani', '--save', 'Orang saja', '--cases', 'Desa A');
    expect(await quotes('--saved', 'Orang saja')).toEqual(['Orang kurang.']);
    const codes = await desk.json<readonly { guid: string; name: string }[]>('codes', project);
    const codeId = codes.find(({ name }) => name === 'Orang')?.guid;
    await ask([{ method: 'codes.update', input: { codeId, name: 'Tenaga "ahli"' } }]);
    expect((await saved()).map(({ name, settings }) => [name, settings.mode, settings.query])).toEqual([
      ['Orang saja', 'segments', '"Sumber / Tenaga ""ahli""" WHERE coder != "Ani"'],
    ]);
    expect(await quotes('--saved', 'Orang saja')).toEqual(['Orang kurang.']);
    const codings = await desk.json<readonly { guid: string; quote: string }[]>('codings', project);
    const codingIds = codings.filter(({ quote }) => quote === 'Orang kurang.').map(({ guid }) => guid);
    await ask([{ method: 'codings.delete', input: { codingIds } }]);
    expect(await quotes('--saved', 'Orang saja')).toEqual([]);
    await ask([{ method: 'history.undo', input: {} }]);
    await ask([{ method: 'history.undo', input: {} }]);
    expect((await saved())[0]?.settings.query).toBe('"Sumber / Orang" WHERE coder != "Ani"');
  });
  test('the command line lists them, and asks for one or for an expression', async () => {
    expect((await desk.run(['queries', project])).stdout).toContain('Orang saja  segments  ');
    for (const wrong of [[], ['ANY', '--saved', 'Orang saja']]) {
      const { status, stderr } = await desk.run(['retrieve', project, ...wrong], { language: 'id' });
      expect([status, stderr]).toEqual([2, expect.stringContaining('--saved NAMA')]);
    }
    const { stderr } = await desk.run(['retrieve', project, '--saved', 'Entah']);
    expect(stderr).toContain('“Entah”');
  });
  test('what cannot be read, or names what is not there, is not kept', async () => {
    for (const query of ['Sumber AND', 'Entah']) {
      await expect(ask([{ method: 'queries.save', input: { name: 'x', settings: { query } } }])).rejects.toThrow(
        'retrieval-',
      );
    }
  });
});

test('a code may be named by the end of its path, where no other code ends so', async () => {
  const whole = await desk.json<RetrievalResult>('retrieve', project, 'Sumber / Dana');
  expect(whole.segments.length).toBeGreaterThan(0);
  expect((await desk.json<RetrievalResult>('retrieve', project, 'Dana')).segments).toEqual(whole.segments);
});

describe('faults are told in the user’s language, with the place', () => {
  test.each([
    ['Sumber AND', 'retrieval-unfinished', 'character 11'],
    ['Sumber / Dana NEAR x words Sumber', 'retrieval-number', 'At character 20'],
    ['Entah', 'retrieval-name', '“Entah”'],
    ['ANY WHERE coder > Ani', 'retrieval-order', '“coder”'],
    ['ANY WHERE weight > banyak', 'value-not-of-type', '“banyak”'],
  ])('%s', async (query, code, words) => {
    const { status, stderr } = await desk.run(['retrieve', project, query]);
    expect(status).toBe(1);
    expect(stderr).toContain(`simpul: ${code}: `);
    expect(stderr).toContain(words);
  });
  test('in Indonesian', async () => {
    const { stderr } = await desk.run(['retrieve', project, '(Sumber'], { language: 'id' });
    expect(stderr).toContain('Kueri berakhir pada karakter 8');
  });
});

describe('matrix (Methods, NVivo matrix coding query)', () => {
  test('code by code: what they have in common, in references, words and shares', async () => {
    const found = await desk.json<MatrixResult>('matrix', project, '--codes', 'Sumber / Dana', 'Warga "inti"');
    expect(found.rows.map(({ path }) => path.at(-1))).toEqual(['Dana', 'Warga "inti"']);
    expect(found.references).toEqual([
      [3, 1],
      [1, 2],
    ]);
    // "ada. Warga" is two words.
    expect(found.words).toEqual([
      [9, 2],
      [2, 6],
    ]);
    expect(found.rowShare[0]).toEqual([9 / 11, 2 / 11]);
    expect(found.documents).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
  test('codes by cases, documents and values; another relation; as a table', async () => {
    const dana = ['--codes', 'Sumber / Dana'];
    const byCase = await desk.json<MatrixResult>('matrix', project, ...dana, '--columns', 'cases');
    expect([byCase.columns.map(({ path }) => path), byCase.references]).toEqual([[['Desa A']], [[2]]]);
    const byValue = await desk.json<MatrixResult>('matrix', project, ...dana, '--columns', 'variable=Umur');
    expect([byValue.columns, byValue.references]).toEqual([[{ guid: null, path: ['40'] }], [[1]]]);
    const { stdout } = await desk.run(['matrix', project, ...dana, '--columns', 'documents', '--show', 'words']);
    expect(stdout).toBe('Satu  Dua\n7     2    Sumber / Dana\n');
    const both = ['--codes', 'Sumber / Dana', 'Sumber / Orang', '--relation', 'BEFORE 1 kata'];
    expect((await desk.json<MatrixResult>('matrix', project, ...both)).references[0]).toEqual([3, 1]);
  });
  test('an axis or a relation that is none', async () => {
    expect(await desk.run(['matrix', project, '--rows', 'warna'])).toMatchObject({ status: 2 });
    const { stderr } = await desk.run(['matrix', project, '--relation', 'DEKAT']);
    expect(stderr).toContain('simpul: retrieval-number: ');
  });
  test('more cells than anybody reads are refused before they are counted', async () => {
    const large = join(desk.workshop.folder, 'besar.simpul');
    await desk.json('new', large);
    const input = Array.from({ length: 201 }, (_, id) =>
      JSON.stringify({ id, method: 'codes.create', input: { name: `K${id}` } }),
    );
    await desk.run(['batch', large], { input: `${input.join('\n')}\n` });
    const { status, stderr } = await desk.run(['matrix', large]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'simpul: too-many-cells: That would be 40,401 cells, and 40,000 are the most. ' +
        'Choose fewer codes, cases, documents or values.\n',
    });
  });
});
