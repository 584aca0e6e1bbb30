// The fixtures of code sequences and of coding by variables, from coded texts to what the command line prints.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CrosstabResult, SequenceResult } from '../../src/shared/contract/analysis-relations.ts';
import type { OutputOf } from '../../src/shared/contract/contract.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const file = (name: string): string => join(desk.workshop.folder, `${name}.simpul`);

async function ask(name: string, requests: readonly object[]): Promise<readonly string[]> {
  const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
  const { status, stdout, stderr } = await desk.run(['batch', file(name)], { input });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { value: { guid?: string } }).value.guid ?? '');
}

describe('ABACABCABBACABAC (Methods, code sequences)', () => {
  const letters = 'ABACABCABBACABAC';
  beforeAll(async () => {
    await desk.json('new', file('order'));
    const [documentId, ...codes] = await ask('order', [
      { method: 'documents.create', input: { title: 'Teks', text: letters } },
      ...['A', 'B', 'C'].map((name) => ({ method: 'codes.create', input: { name } })),
    ]);
    const items = [...letters].map((letter, start) => ({
      documentId,
      codeId: codes[letter.charCodeAt(0) - 65],
      start,
      end: start + 1,
    }));
    await ask('order', [{ method: 'codings.createMany', input: { items } }]);
  });
  test('counts, residuals and Yule’s Q as the page has them', async () => {
    const result = await desk.json<SequenceResult>('sequence', file('order'));
    expect(result).toMatchObject({
      lag: 1,
      distance: null,
      n: 15,
      permutationP: null,
      cautions: ['small-n', 'many-tests'],
    });
    expect(result.counts).toEqual([
      [0, 4, 3],
      [3, 1, 1],
      [3, 0, 0],
    ]);
    expect(result.z.map((row) => row.map((z) => Number(z?.toFixed(3))))).toEqual([
      [-2.958, 1.83, 1.326],
      [1.118, -0.775, -0.413],
      [2.372, -1.369, -1.168],
    ]);
    expect(result.yuleQ[0]?.[1]).toBeCloseTo(0.8065, 4);
    expect(result.flagged).toEqual([
      [0, 0],
      [2, 0],
    ]);
    expect(result.provenance).toMatchObject({ method: 'analysis.sequence lag=1', documents: 1, codings: 16, codes: 3 });
  });
  test('a distance in characters of 0 is lag 1 here, and the quotations behind A→B are four pairs', async () => {
    const result = await desk.json<SequenceResult>(
      'sequence',
      file('order'),
      '--maximum',
      '0',
      '--distance-unit',
      'characters',
    );
    expect(result).toMatchObject({ lag: null, n: 15, distance: { minimum: 0, maximum: 0, unit: 'characters' } });
    const [from, to] = result.codes.map(({ guid }) => guid);
    const { stdout } = await desk.run(['batch', file('order')], {
      input: `${JSON.stringify({ id: 1, method: 'analysis.sequenceCell', input: { fromId: from, toId: to } })}\n`,
    });
    const answer = JSON.parse(stdout) as { value: { pairs: readonly { first: string; second: string }[] } };
    expect(answer.value.pairs).toHaveLength(4);
    const codings = await desk.json<readonly { guid: string; start: number; code: string }[]>('codings', file('order'));
    for (const { first, second } of answer.value.pairs) {
      const [a, b] = [first, second].map((guid) => codings.find((coding) => coding.guid === guid));
      expect([a?.code, b?.code, b?.start]).toEqual([from, to, (a?.start ?? 0) + 1]);
    }
  });
  test('the table tells in both languages that the text is short', async () => {
    const english = await desk.run(['sequence', file('order'), '--no-self']);
    expect(english.stdout).toContain('A → B');
    expect(english.stderr).toContain('Fewer than thirty transitions');
    const indonesian = await desk.run(['sequence', file('order')], { language: 'id' });
    expect(indonesian.stderr).toContain('Kurang dari tiga puluh peralihan');
  });
  test('bounds in the wrong order are refused', async () => {
    const { status, stderr } = await desk.run(['sequence', file('order'), '--minimum', '3', '--maximum', '1']);
    expect({ status, stderr: stderr.slice(0, 21) }).toEqual({ status: 1, stderr: 'simpul: invalid-input' });
  });
});

describe('codes by a variable of documents (Methods, coding by variables)', () => {
  /** How often each group's documents have the code: the fixture of F and Kruskal–Wallis. */
  const groups = { rendah: [3, 4, 5, 4], sedang: [6, 7, 5, 8], tinggi: [2, 1, 3, 2] };
  beforeAll(async () => {
    await desk.json('new', file('groups'));
    const sizes = Object.entries(groups).flatMap(([value, counts]) => counts.map((count) => ({ value, count })));
    const text = 'kata '.repeat(20);
    const [code, other, variableId, ...documents] = await ask('groups', [
      { method: 'codes.create', input: { name: 'Layanan' } },
      { method: 'codes.create', input: { name: 'Lain' } },
      {
        method: 'variables.create',
        input: { name: 'Jenjang', type: 'Text', scope: 'document', choices: ['rendah', 'sedang', 'tinggi'] },
      },
      ...sizes.map((_, place) => ({ method: 'documents.create', input: { title: `Teks ${place}`, text } })),
      { method: 'documents.create', input: { title: 'Tanpa nilai', text } },
    ]);
    const items = sizes.flatMap(({ count }, place) =>
      Array.from({ length: count }, (_, k) => ({
        documentId: documents[place],
        codeId: code,
        start: 5 * k,
        end: 5 * k + 4,
      })),
    );
    const lone = [documents[0], documents.at(-1)].map((documentId) => ({
      documentId,
      codeId: other,
      start: 0,
      end: 4,
    }));
    await ask('groups', [
      {
        method: 'variables.setValues',
        input: { values: sizes.map(({ value }, place) => ({ variableId, targetId: documents[place], value })) },
      },
      { method: 'codings.createMany', input: { items: [...items, ...lone] } },
    ]);
  });
  test('counts without tests, unless they are asked for', async () => {
    const result = await desk.json<CrosstabResult>(
      'crosstab',
      file('groups'),
      '--variable',
      'Jenjang',
      '--measure',
      'codings',
    );
    expect(result).toMatchObject({
      measure: 'codings',
      n: 12,
      withoutValue: 1,
      tests: null,
      cautions: [],
      correspondence: null,
    });
    expect(result.columns).toEqual([
      { value: 'rendah', units: 4 },
      { value: 'sedang', units: 4 },
      { value: 'tinggi', units: 4 },
    ]);
    expect(result.counts).toEqual([
      [16, 26, 8],
      [1, 0, 0],
    ]);
    expect(result.columnShare[0]).toEqual([16 / 17, 1, 1]);
    expect(result.rowShare[1]).toEqual([1, 0, 0]);
  });
  test('each cell opens as many codings as it counts, in the documents that have the value', async () => {
    const table = await desk.json<CrosstabResult>(
      'crosstab',
      file('groups'),
      '--variable',
      'Jenjang',
      '--measure',
      'codings',
    );
    const { variable, rows, columns, counts } = table;
    const cellOf = async (cell: { readonly codeId?: string | undefined; readonly value: string }) => {
      const call = { id: 1, method: 'analysis.crosstabCell', input: { variableId: variable.guid, ...cell } };
      const { stdout } = await desk.run(['batch', file('groups')], { input: `${JSON.stringify(call)}\n` });
      return (JSON.parse(stdout) as { value: OutputOf<'analysis.crosstabCell'> }).value;
    };
    for (const [column, { value, units }] of columns.entries()) {
      for (const [row, code] of rows.entries()) {
        const { codings, documents } = await cellOf({ codeId: code.guid, value });
        expect([new Set(codings).size, documents.length]).toEqual([counts[row]?.[column], units]);
      }
      const whole = counts.reduce((sum, row) => sum + (row[column] ?? 0), 0);
      expect((await cellOf({ value })).codings).toHaveLength(whole);
    }
    expect(await cellOf({ value: 'tidak ada' })).toEqual({ codings: [], documents: [] });
  });
  test('F 20.3333 and H 9.37145', async () => {
    const args = [
      'crosstab',
      file('groups'),
      '--variable',
      'Jenjang',
      '--measure',
      'codings',
      '--tests',
      '--draws',
      '99',
    ];
    const { tests, cautions } = await desk.json<CrosstabResult>(...(args as [string]));
    expect(tests?.perCode[0]?.anova?.f).toBeCloseTo(20.3333, 4);
    expect(tests?.perCode[0]?.anova?.p).toBeCloseTo(0.000459, 6);
    expect(tests?.perCode[0]?.kruskalWallis?.h).toBeCloseTo(9.37145, 5);
    expect(tests?.perCode[0]?.means).toEqual([4, 6.5, 2]);
    // All documents have the code: nothing to test in its presence.
    expect(tests?.perCode[0]?.presence.chiSquare).toBeNull();
    expect(tests?.perCode[1]?.presence).toMatchObject({ n: 12, df: 2, fisher: { method: 'monte-carlo', draws: 99 } });
    expect(cautions).toEqual(['purposive-sample', 'small-expected', 'not-independent', 'many-tests']);
    const printed = await desk.run(args, { language: 'id' });
    expect(printed.stdout).toContain('20.3333');
    expect(printed.stderr).toContain('Kasus-kasus ini dipilih');
  });
  test.each([
    ['cases', [4, 4, 4]],
    ['cases-share', [1, 1, 1]],
    ['words', [16, 26, 8]],
    ['words-share', [16 / 80, 26 / 80, 8 / 80]],
    ['rate', [2000, 3250, 1000]],
    ['codings-share', [16 / 17, 1, 1]],
  ])('measure %s', async (measure, expected) => {
    const result = await desk.json<CrosstabResult>(
      'crosstab',
      file('groups'),
      '--variable',
      'Jenjang',
      '--measure',
      measure,
    );
    expect(result.counts[0]?.map((value) => value?.toFixed(9))).toEqual(expected.map((value) => value.toFixed(9)));
  });
  test('a variable that is not there', async () => {
    const { status, stderr } = await desk.run(['crosstab', file('groups'), '--variable', 'Tidak ada']);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'simpul: not-found: No variable is called “Tidak ada”; `simpul variables` lists them.\n',
    });
  });
});
