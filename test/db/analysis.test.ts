// The analyses of METHODS 2.1 and 2.4 through the whole core: contract, handlers, project file, worker thread.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/shared/contract/client.ts';
import type { CooccurrenceResult, SimilarityIndex } from '../../src/shared/contract/analysis.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
let client: Client;

/** A document of one-word paragraphs; `kinds` says by letter which codes each paragraph gets. */
async function paragraphs(kinds: string): Promise<Guid> {
  const lines = Array.from(kinds, (_, index) => `paragraf${index}`);
  const { guid } = await client.documents.create({ title: 'T', text: lines.join('\n') });
  let at = 0;
  for (const [index, kind] of Array.from(kinds).entries()) {
    const end = at + (lines[index] ?? '').length;
    for (const code of codesOfKind(kind)) {
      await client.codings.create({ documentId: guid, codeId: code, start: at, end });
    }
    at = end + 1;
  }
  return guid;
}

let codeA: Guid;
let codeB: Guid;

function codesOfKind(kind: string): readonly Guid[] {
  return { a: [codeA, codeB], b: [codeA], c: [codeB] }[kind] ?? [];
}

function cellOf(result: CooccurrenceResult, row: Guid, column: Guid) {
  const r = result.codes.findIndex(({ guid }) => guid === row);
  const c = result.codes.findIndex(({ guid }) => guid === column);
  return { count: result.counts[r]?.[c], similarity: result.similarity[r]?.[c] };
}

describe('METHODS 2.1, fourfold fixture a=6 b=2 c=4 d=8', () => {
  beforeAll(async () => {
    project = await openTestProject();
    client = project.client;
    codeA = (await client.codes.create({ name: 'A' })).guid;
    codeB = (await client.codes.create({ name: 'B' })).guid;
    await paragraphs(`${'a'.repeat(6)}${'b'.repeat(2)}${'c'.repeat(4)}${'d'.repeat(8)}`);
  });
  afterAll(() => project.end());

  const expected: readonly (readonly [SimilarityIndex, number])[] = [
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
  test.each(expected)('%s is %d', async (index, value) => {
    const result = await client.analysis.cooccurrence({ level: 'paragraph', index });
    expect(result.n).toBe(20);
    expect(result.codes.map(({ units }) => units)).toEqual([8, 10]);
    expect(cellOf(result, codeA, codeB).count).toBe(6);
    expect(cellOf(result, codeA, codeB).similarity).toBeCloseTo(value, 4);
  });
});
