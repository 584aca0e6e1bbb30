// The analyses of METHODS 2.1 and 2.4 through the whole core: contract, handlers, project file, worker thread.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CallError, type Client } from '../../src/shared/contract/client.ts';
import type { CooccurrenceResult, SimilarityIndex } from '../../src/shared/contract/analysis.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { guidOf, openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
let client: Client;
let codeA: Guid;
let codeB: Guid;

beforeEach(async () => {
  project = await openTestProject();
  client = project.client;
  codeA = (await client.codes.create({ name: 'A' })).guid;
  codeB = (await client.codes.create({ name: 'B' })).guid;
});
afterEach(() => project.end());

async function addDocument(text: string, caseId?: Guid): Promise<Guid> {
  return (await client.documents.create({ title: 'T', text, ...(caseId ? { caseId } : {}) })).guid;
}

type Passage = readonly [code: Guid, start: number, end: number];

async function code(documentId: Guid, passages: readonly Passage[]): Promise<readonly Guid[]> {
  const items = passages.map(([codeId, start, end]) => ({ documentId, codeId, start, end }));
  return (await client.codings.createMany({ items })).guids;
}

/** Twenty units: both codes in 6, A alone in 2, B alone in 4, neither in 8. */
function codesOfUnit(unit: number): readonly Guid[] {
  return unit < 6 ? [codeA, codeB] : unit < 8 ? [codeA] : unit < 12 ? [codeB] : [];
}

function cell(result: CooccurrenceResult, row = codeA, column = codeB) {
  const at = (guid: Guid) => result.codes.findIndex((entry) => entry.guid === guid);
  return { count: result.counts[at(row)]?.[at(column)], similarity: result.similarity[at(row)]?.[at(column)] };
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'nothing refused',
    (error: unknown) => (error instanceof CallError ? error.code : error),
  );
}

const fourfold: readonly (readonly [SimilarityIndex, number])[] = [
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
];

describe('METHODS 2.1: the fourfold fixture a=6 b=2 c=4 d=8', () => {
  test('every index, where the units are paragraphs of one document', async () => {
    const lines = Array.from({ length: 20 }, (_, unit) => `Paragraf ${unit} tentang layanan.`);
    const documentId = await addDocument(lines.join('\n'));
    let start = 0;
    for (const [unit, line] of lines.entries()) {
      const from = start;
      const passages = codesOfUnit(unit).map((codeId): Passage => [codeId, from, from + 8]);
      if (passages.length > 0) await code(documentId, passages);
      start += line.length + 1;
    }
    for (const [index, value] of fourfold) {
      const result = await client.analysis.cooccurrence({ level: 'paragraph', index });
      expect(result).toMatchObject({ n: 20, codes: [{ units: 8 }, { units: 10 }], mode: 'touch', index });
      expect(cell(result).count).toBe(6);
      expect(cell(result).similarity).toBeCloseTo(value, 4);
    }
  });

  test.each(['paragraph', 'sentence', 'document', 'case'] as const)(
    'level %s, where each unit is a case with a document of one sentence',
    async (level) => {
      for (let unit = 0; unit < 20; unit += 1) {
        const { guid: caseId } = await client.cases.create({ name: `K${unit}` });
        const documentId = await addDocument('Layanan sudah cepat.', caseId);
        const passages = codesOfUnit(unit).map((codeId): Passage => [codeId, 0, 7]);
        if (passages.length > 0) await code(documentId, passages);
      }
      const result = await client.analysis.cooccurrence({ level, index: 'phi' });
      expect(result).toMatchObject({
        n: 20,
        level,
        counts: [
          [8, 6],
          [6, 10],
        ],
      });
      expect(cell(result).similarity).toBeCloseTo(0.4082, 4);
    },
  );
});

describe('METHODS 2.1: single codings', () => {
  test('c-coefficient of 100, 10, 5 is 5/105, and marked, one code being far more frequent', async () => {
    const documentId = await addDocument('x'.repeat(3000));
    const a = Array.from({ length: 100 }, (_, k): Passage => [codeA, 20 * k, 20 * k + 10]);
    const b = Array.from({ length: 10 }, (_, k): Passage => [
      codeB,
      k < 5 ? 20 * k + 5 : 2500 + 20 * k,
      k < 5 ? 20 * k + 12 : 2510 + 20 * k,
    ]);
    await code(documentId, [...a, ...b]);
    const result = await client.analysis.cooccurrence({ level: 'overlap', index: 'c-coefficient' });
    expect(result).toMatchObject({
      n: 110,
      counts: [
        [100, 5],
        [5, 10],
      ],
    });
    expect(cell(result).similarity).toBeCloseTo(0.048, 3);
    expect(result.warnings).toEqual([{ kind: 'unbalanced', row: 0, column: 1 }]);
  });

  test('raw pairs can exceed the codings: shown, marked, and no index; one to one stays between 0 and 1', async () => {
    const documentId = await addDocument('x'.repeat(200));
    await code(documentId, [
      [codeA, 0, 100],
      [codeB, 10, 20],
      [codeB, 30, 40],
      [codeB, 50, 60],
    ]);
    const pairs = await client.analysis.cooccurrence({ level: 'overlap', matching: 'pairs' });
    expect(cell(pairs)).toEqual({ count: 3, similarity: null });
    expect(pairs.warnings).toEqual([{ kind: 'out-of-range', row: 0, column: 1 }]);
    const matched = await client.analysis.cooccurrence({ level: 'overlap', matching: 'one-to-one' });
    expect(cell(matched)).toEqual({ count: 1, similarity: 1 / 3 });
    expect(matched.warnings).toEqual([]);
  });

  test('adjacent and window see what overlap does not', async () => {
    const documentId = await addDocument('satu dua\ntiga empat\nlima enam');
    await code(documentId, [
      [codeA, 0, 4],
      [codeB, 9, 13],
    ]);
    const count = async (settings: Parameters<Client['analysis']['cooccurrence']>[0]) =>
      cell(await client.analysis.cooccurrence(settings)).count;
    expect(await count({ level: 'overlap' })).toBe(0);
    expect(await count({ level: 'adjacent', distance: 1, distanceUnit: 'paragraphs' })).toBe(1);
    expect(await count({ level: 'adjacent', distance: 1, distanceUnit: 'words' })).toBe(0);
    expect(await count({ level: 'adjacent', distance: 2, distanceUnit: 'words' })).toBe(1);
    expect(await count({ level: 'adjacent', distance: 4, distanceUnit: 'characters' })).toBe(0);
    expect(await count({ level: 'adjacent', distance: 5, distanceUnit: 'characters' })).toBe(1);
    expect(await count({ level: 'window', distance: 2 })).toBe(0);
    expect(await count({ level: 'window', distance: 3 })).toBe(1);
    expect(await refusal(client.analysis.cooccurrence({ level: 'window', distance: 0 }))).toBe('invalid-input');
  });
});

describe('rules', () => {
  test('CO1: mode cover needs the share of the unit, and the result says so', async () => {
    const documentId = await addDocument('0123456789\n0123456789');
    await code(documentId, [
      [codeA, 0, 5],
      [codeB, 0, 4],
      [codeB, 11, 21],
    ]);
    const result = await client.analysis.cooccurrence({ level: 'paragraph', mode: 'cover', cover: 50 });
    expect(result).toMatchObject({
      mode: 'cover 50%',
      n: 2,
      counts: [
        [1, 0],
        [0, 1],
      ],
    });
    expect(result.provenance.method).toContain('mode=cover 50%');
  });

  test('CO2: a coding whose words were deleted takes no part', async () => {
    const documentId = await addDocument('kata kedua ketiga');
    await code(documentId, [
      [codeA, 5, 10],
      [codeB, 0, 17],
    ]);
    expect(cell(await client.analysis.cooccurrence({ level: 'overlap' })).count).toBe(1);
    const { revision } = await client.documents.text({ documentId });
    await client.documents.editText({ documentId, revision, splices: [{ at: 4, remove: 7, insert: '' }] });
    const result = await client.analysis.cooccurrence({ level: 'overlap' });
    expect(result).toMatchObject({
      n: 1,
      counts: [
        [0, 0],
        [0, 1],
      ],
      provenance: { codings: 1 },
    });
    const { rows } = await client.analysis.frequency({});
    expect(rows.map((row) => row.codings)).toEqual([0, 1]);
    const pair = { level: 'document', rowId: codeA, columnId: codeA } as const;
    expect((await client.analysis.cooccurrenceCell(pair)).groups).toEqual([]);
  });

  test('CO3: nothing divided by nothing is null, never 0', async () => {
    await addDocument('tanpa koding');
    const result = await client.analysis.cooccurrence({});
    expect(result.similarity).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(result).toMatchObject({
      n: 1,
      counts: [
        [0, 0],
        [0, 0],
      ],
    });
  });

  test('an empty project gives empty results and no error', async () => {
    for (const level of ['case', 'document', 'paragraph', 'sentence', 'overlap', 'adjacent', 'window'] as const) {
      const result = await client.analysis.cooccurrence({ level, codeIds: [] });
      expect(result).toMatchObject({ n: 0, codes: [], counts: [], clustering: { merges: [] }, map: { points: [] } });
    }
    expect((await client.analysis.frequency({})).rows.map((row) => row.codingsShare)).toEqual([null, null]);
  });

  test('level case: documents of no case are no units, and the result says how many were left out', async () => {
    const { guid: caseId } = await client.cases.create({ name: 'K' });
    await client.cases.create({ name: 'without documents' });
    const passages: readonly Passage[] = [[codeA, 0, 4]];
    await code(await addDocument('satu', caseId), passages);
    await code(await addDocument('satu', caseId), [[codeB, 0, 4]]);
    await code(await addDocument('satu'), passages);
    const result = await client.analysis.cooccurrence({ level: 'case' });
    expect(result).toMatchObject({
      n: 1,
      counts: [
        [1, 1],
        [1, 1],
      ],
      provenance: { documents: 2, codings: 2 },
    });
    expect(result.provenance.method).toContain('documents-of-no-case=1');
    const { groups } = await client.analysis.cooccurrenceCell({ level: 'case', rowId: codeA, columnId: codeB });
    expect(groups.map((group) => group.codings.length)).toEqual([1, 1]);
  });

  test('without layout clustering and map come back empty, all else the same', async () => {
    const documentId = await addDocument('satu dua tiga');
    await code(documentId, [
      [codeA, 0, 4],
      [codeB, 2, 8],
    ]);
    const { clustering, map, provenance, ...rest } = await client.analysis.cooccurrence({});
    const bare = await client.analysis.cooccurrence({ layout: false });
    expect(clustering.merges).toEqual([[0, 1, 0]]);
    expect(map.points).toHaveLength(2);
    expect(bare).toMatchObject(rest);
    expect(bare.clustering).toEqual({ merges: [], order: [0, 1], cophenetic: null });
    expect(bare.map).toEqual({ points: [], stress: null, r2: null });
    expect(provenance.codings).toBe(bare.provenance.codings);
  });
});

describe('scope', () => {
  test('codes, documents, cases and coders restrict codings, units and N', async () => {
    const { guid: caseId } = await client.cases.create({ name: 'K' });
    const first = await addDocument('satu\ndua', caseId);
    const second = await addDocument('satu\ndua\ntiga');
    const { guid: other } = await client.coders.create({ name: 'Rina' });
    await code(first, [
      [codeA, 0, 4],
      [codeB, 0, 4],
    ]);
    await client.codings.create({ documentId: second, codeId: codeA, start: 5, end: 8, coderId: other });
    await client.codings.create({ documentId: second, codeId: codeB, start: 5, end: 8, coderId: null });
    const ask = async (filter: Parameters<Client['analysis']['cooccurrence']>[0]) => {
      const { n, counts, provenance } = await client.analysis.cooccurrence({ level: 'paragraph', ...filter });
      const { codes, documents, codings, coders } = provenance;
      return { n, counts, codes, documents, codings, coders };
    };
    const all = { codes: 2, coders: 2 };
    expect(await ask({})).toEqual({
      ...all,
      n: 5,
      counts: [
        [2, 2],
        [2, 2],
      ],
      documents: 2,
      codings: 4,
    });
    const ofFirst = {
      codes: 2,
      coders: 1,
      n: 2,
      counts: [
        [1, 1],
        [1, 1],
      ],
      documents: 1,
      codings: 2,
    };
    expect(await ask({ documentIds: [first] })).toEqual(ofFirst);
    expect(await ask({ caseIds: [caseId] })).toEqual(ofFirst);
    expect(await ask({ caseIds: [caseId], documentIds: [second] })).toMatchObject({ n: 0, documents: 0 });
    expect(await ask({ coderIds: [other] })).toEqual({
      codes: 2,
      coders: 1,
      n: 5,
      counts: [
        [1, 0],
        [0, 0],
      ],
      documents: 2,
      codings: 1,
    });
    expect(await ask({ codeIds: [codeB] })).toEqual({
      codes: 1,
      coders: 1,
      n: 5,
      counts: [[2]],
      documents: 2,
      codings: 2,
    });
    const unknown = guidOf(999_999);
    for (const filter of [
      { codeIds: [unknown] },
      { documentIds: [unknown] },
      { caseIds: [unknown] },
      { coderIds: [unknown] },
    ]) {
      expect(await refusal(client.analysis.frequency(filter))).toBe('not-found');
    }
    expect(await refusal(client.analysis.cooccurrenceCell({ rowId: codeA, columnId: unknown }))).toBe('not-found');
  });
});

describe('METHODS 2.4: frequency', () => {
  test('codings, shares, documents, cases, and words each counted once', async () => {
    const { guid: child } = await client.codes.create({ name: 'C', parentId: codeA });
    const { guid: caseId } = await client.cases.create({ name: 'K' });
    const first = await addDocument('Program-program desa berjalan baik.', caseId);
    const second = await addDocument('Belum ada anggaran');
    await code(first, [
      [codeA, 0, 20],
      [codeA, 16, 29],
      [child, 0, 1],
    ]);
    await code(second, [[codeA, 6, 9]]);
    const { rows, provenance } = await client.analysis.frequency({});
    const common = { color: expect.any(String) };
    expect(rows).toEqual([
      {
        ...common,
        code: codeA,
        path: ['A'],
        codings: 3,
        codingsShare: 0.75,
        documents: 2,
        documentsShare: 1,
        cases: 1,
        casesShare: 1,
        words: 4,
        wordsShare: 4 / 7,
      },
      {
        ...common,
        code: child,
        path: ['A', 'C'],
        codings: 1,
        codingsShare: 0.25,
        documents: 1,
        documentsShare: 0.5,
        cases: 1,
        casesShare: 1,
        words: 1,
        wordsShare: 1 / 7,
      },
      {
        ...common,
        code: codeB,
        path: ['B'],
        codings: 0,
        codingsShare: 0,
        documents: 0,
        documentsShare: 0,
        cases: 0,
        casesShare: 0,
        words: 0,
        wordsShare: 0,
      },
    ]);
    expect(provenance).toMatchObject({ method: 'analysis.frequency', documents: 2, codings: 4, coders: 1, codes: 3 });
    expect(provenance.computedAt).toMatch(/^2026-/);
  });
});

describe('behind a cell', () => {
  test('the codings of each unit, neighbouring units with the same codings once', async () => {
    const documentId = await addDocument('satu\ndua\ntiga\nempat');
    const [long, wide, late] = await code(documentId, [
      [codeA, 0, 13],
      [codeB, 0, 8],
      [codeB, 9, 11],
    ]);
    const settings = { level: 'paragraph', rowId: codeA, columnId: codeB } as const;
    expect(await client.analysis.cooccurrenceCell(settings)).toEqual({
      groups: [
        { document: documentId, codings: [wide, long] },
        { document: documentId, codings: [long, late] },
      ],
      states: ['kept'],
    });
    expect((await client.analysis.cooccurrenceCell({ ...settings, columnId: codeA })).groups).toEqual([
      { document: documentId, codings: [long] },
    ]);
    const swapped = { ...settings, rowId: codeB, columnId: codeA };
    expect(await client.analysis.cooccurrenceCell(swapped)).toEqual(await client.analysis.cooccurrenceCell(settings));
    const single = await client.analysis.cooccurrenceCell({ ...settings, level: 'overlap', matching: 'pairs' });
    expect(single.groups.map((group) => group.codings)).toEqual([
      [wide, long],
      [long, late],
    ]);
    const matched = await client.analysis.cooccurrenceCell({ ...settings, level: 'overlap' });
    expect(matched.groups.map((group) => group.codings)).toEqual([[wide, long]]);
  });

  test('documents stand in the order of the list, and the coders of the filter count', async () => {
    const first = await addDocument('satu');
    const second = await addDocument('dua');
    const { guid: other } = await client.coders.create({ name: 'Rina' });
    await client.codings.create({ documentId: first, codeId: codeA, start: 0, end: 4, coderId: other });
    await code(first, [[codeA, 0, 4]]);
    const [own] = await code(second, [[codeA, 0, 3]]);
    await client.documents.move({ documentId: second, position: 0 });
    const settings = { level: 'document', rowId: codeA, columnId: codeA } as const;
    const { groups } = await client.analysis.cooccurrenceCell(settings);
    expect(groups.map((group) => [group.document, group.codings.length])).toEqual([
      [second, 1],
      [first, 2],
    ]);
    expect(groups[0]?.codings).toEqual([own]);
    const filtered = await client.analysis.cooccurrenceCell({ ...settings, coderIds: [other] });
    expect(filtered.groups.map((group) => [group.document, group.codings.length])).toEqual([[first, 1]]);
  });
});

describe('tables for spreadsheets', () => {
  test('formulas are harmless, numbers stay numbers, quoting follows RFC 4180', async () => {
    const rows = [
      ['kode', '=1+1', '"kutip", koma'],
      [-0.5, null, "'=sudah"],
    ];
    const { csv } = await client.analysis.exportTable({ rows });
    expect(csv).toBe('\uFEFFkode,\'=1+1,"""kutip"", koma"\r\n-0.5,,\'\'=sudah\r\n');
  });
});
