// The fixtures of the co-occurrence methods, from coded texts to what `cooccurrence --json` prints: the similarity
// indices of a fourfold table a = 6, b = 2, c = 4, d = 8, and the c-coefficient of codes used 100 and 10 times that
// meet 5 times, which must be counted one to one.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../support/cli-inside.ts';

type Result = {
  readonly n: number;
  readonly codes: readonly { readonly path: readonly string[]; readonly units: number }[];
  readonly counts: readonly (readonly number[])[];
  readonly similarity: readonly (readonly (number | null)[])[];
  readonly clustering: {
    readonly merges: readonly (readonly [number, number, number])[];
    readonly cophenetic: number | null;
  };
  readonly map: { readonly points: readonly (readonly [number, number])[]; readonly stress: number | null };
};

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const file = (name: string): string => join(desk.workshop.folder, `${name}.simpul`);

/** Makes a project of one text with codes and codings. @returns what `batch` answered, line by line */
async function build(
  name: string,
  text: string,
  ranges: Readonly<Record<string, readonly (readonly [number, number])[]>>,
) {
  await desk.json('new', file(name));
  const ask = async (
    requests: readonly object[],
  ): Promise<readonly { readonly value: { readonly guid: string } }[]> => {
    const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
    const { status, stdout, stderr } = await desk.run(['batch', file(name)], { input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { value: { guid: string } });
  };
  const codes = Object.keys(ranges);
  const made = await ask([
    { method: 'documents.create', input: { title: 'Teks', text } },
    ...codes.map((code) => ({ method: 'codes.create', input: { name: code } })),
  ]);
  const documentId = made[0]?.value.guid;
  const items = codes.flatMap((code, index) =>
    (ranges[code] ?? []).map(([start, end]) => ({ documentId, codeId: made[index + 1]?.value.guid, start, end })),
  );
  if (items.length > 0) await ask([{ method: 'codings.createMany', input: { items } }]);
}

describe('a = 6, b = 2, c = 4, d = 8 at paragraph level', () => {
  const paragraphs = Array.from(
    { length: 20 },
    (_, index) => `Paragraf nomor ${String(index).padStart(2, '0')} di sini.`,
  );
  const width = (paragraphs[0]?.length ?? 0) + 1;
  const inParagraph = (index: number): readonly [number, number] => [index * width + 2, index * width + 9];
  const both = [0, 1, 2, 3, 4, 5];
  beforeAll(() =>
    build('fourfold', paragraphs.join('\n'), {
      Satu: [...both, 6, 7].map(inParagraph),
      Dua: [...both, 8, 9, 10, 11].map(inParagraph),
    }),
  );

  test.each([
    ['jaccard', 0.5],
    ['sorensen-dice', 0.6667],
    ['ochiai', 0.6708],
    ['inclusion', 0.75],
    ['kulczynski2', 0.675],
    ['simple-matching', 0.7],
    ['russell-rao', 0.3],
    ['phi', 0.4082],
    ['yule-q', 0.7143],
    ['association-strength', 1.5],
    ['pmi', 0.585],
  ])('%s is %f', async (index, value) => {
    const result = await desk.json<Result>('cooccurrence', file('fourfold'), '--level', 'paragraph', '--index', index);
    expect(result).toMatchObject({
      level: 'paragraph',
      index,
      n: 20,
      counts: [
        [8, 6],
        [6, 10],
      ],
    });
    expect(result.codes.map(({ path, units }) => [path, units])).toEqual([
      [['Satu'], 8],
      [['Dua'], 10],
    ]);
    expect(result.similarity[0]?.[1]?.toFixed(4)).toBe(value.toFixed(4));
    expect(result.similarity[1]?.[0]).toBe(result.similarity[0]?.[1]);
  });

  test('CO3: 0/0 is printed as null, never as 0', async () => {
    await build('nothing', 'Satu kalimat.', { Satu: [], Dua: [] });
    for (const index of ['jaccard', 'phi', 'pmi', 'yule-q', 'cosine']) {
      const { similarity } = await desk.json<Result>('cooccurrence', file('nothing'), '--index', index);
      expect({ index, value: similarity[0]?.[1] }).toEqual({ index, value: null });
    }
  });
});

describe('100, 10 and 5 at overlap level', () => {
  // 100 codings of the one code; 5 of the 10 of the other lie on 5 of them, and touch two each where pairs are counted.
  const text = 'kata '.repeat(1200);
  const many = Array.from({ length: 100 }, (_, index): readonly [number, number] => [index * 20, index * 20 + 15]);
  const meeting = Array.from({ length: 5 }, (_, index): readonly [number, number] => [index * 40 + 5, index * 40 + 30]);
  const apart = Array.from({ length: 5 }, (_, index): readonly [number, number] => [
    3000 + index * 20,
    3000 + index * 20 + 9,
  ]);
  beforeAll(() => build('coefficient', text, { Banyak: many, Sedikit: [...meeting, ...apart] }));

  test('one to one: 5 / (100 + 10 − 5) = 0.048', async () => {
    const args = ['cooccurrence', file('coefficient'), '--level', 'overlap', '--matching', 'one-to-one'];
    const result = await desk.json<Result>(...args, '--index', 'c-coefficient');
    expect(result.counts[0]?.[1]).toBe(5);
    expect(result.codes.map(({ units }) => units)).toEqual([100, 10]);
    expect(result.similarity[0]?.[1]).toBeCloseTo(5 / 105, 12);
  });

  test('in pairs, as the other way of counting has it, each of the five meets two', async () => {
    const args = ['cooccurrence', file('coefficient'), '--level', 'overlap', '--matching', 'pairs'];
    const result = await desk.json<Result>(...args, '--index', 'c-coefficient');
    expect(result.counts[0]?.[1]).toBe(10);
  });
});

describe('clustering of S = [[1, .8, .3, .2], [.8, 1, .4, .1], [.3, .4, 1, .6], [.2, .1, .6, 1]]', () => {
  // Nineteen paragraphs by the codes in them, so that the Sørensen–Dice indices of the four codes are just these.
  const times = (count: number, codes: string): readonly string[] => Array.from({ length: count }, () => codes);
  const sets = [
    ...times(1, 'D'),
    ...times(5, 'AB'),
    ...times(2, 'AD'),
    ...times(1, 'BC'),
    ...times(1, 'BD'),
    ...times(6, 'CD'),
    ...times(3, 'ABC'),
  ];
  const width = 12;
  const text = sets.map((_, index) => `Alinea ${index}`.padEnd(width - 1, '.')).join('\n');
  beforeAll(() =>
    build(
      'clusters',
      text,
      Object.fromEntries(
        ['A', 'B', 'C', 'D'].map((code) => [
          code,
          sets.flatMap((set, index) => (set.includes(code) ? [[index * width, index * width + 6] as const] : [])),
        ]),
      ),
    ),
  );

  test('average linkage merges (0, 1) at 0.2, (2, 3) at 0.4 and all at 0.75; cophenetic r = 0.92355', async () => {
    const args = ['cooccurrence', file('clusters'), '--level', 'paragraph', '--index', 'sorensen-dice'];
    const { similarity, clustering, map } = await desk.json<Result>(...args);
    const above = similarity.map((row, index) => row.slice(index + 1).map((value) => value?.toFixed(4)));
    expect(above).toEqual([['0.8000', '0.3000', '0.2000'], ['0.4000', '0.1000'], ['0.6000'], []]);
    expect(clustering.merges.map(([a, b]) => [a, b]).slice(0, 2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(clustering.merges.map(([, , height]) => height.toFixed(4))).toEqual(['0.2000', '0.4000', '0.7500']);
    expect(clustering.cophenetic?.toFixed(5)).toBe('0.92355');
    expect(map.points.flat().filter(Number.isFinite)).toHaveLength(8);
    expect(map.stress).toBeGreaterThanOrEqual(0);
  });
});
