// Co-occurrence at level section: from where a question of the guide is asked to where the next one is (GU2, U4).

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

const text = 'Pembuka. Siapa Anda? Saya camat. Apa kendalanya? Dana dan orang. Apa harapannya? Dana.';
let project: TestProject;
let documentId: Guid;
let codeIds: readonly Guid[];

beforeEach(async () => {
  project = await openTestProject();
  const { client } = project;
  ({ guid: documentId } = await client.documents.create({ title: 'Wawancara', text }));
  await client.documents.create({ title: 'Tanpa pedoman', text: 'Dana dan orang.' });
  const made: Guid[] = [];
  for (const name of ['Pembuka', 'camat', 'Dana', 'orang']) made.push((await client.codes.create({ name })).guid);
  codeIds = made;
  await client.codings.createMany({
    items: [code('Pembuka', 0), code('camat', 1), code('Dana', 2), code('orang', 3), code('Dana.', 2)],
  });
});
afterEach(() => project.end());

function code(words: string, place: number) {
  const start = text.indexOf(words);
  return { documentId, codeId: codeIds[place] ?? documentId, start, end: start + words.length };
}

async function ask(label: string): Promise<void> {
  const { guid: questionId } = await project.client.guide.create({ label });
  const start = text.indexOf(label);
  await project.client.guide.mark({ items: [{ questionId, documentId, start, end: start + label.length }] });
}

test('text before the first question and texts without any belong to no section', async () => {
  await ask('Siapa Anda?');
  await ask('Apa kendalanya?');
  await ask('Apa harapannya?');
  const { n, counts } = await project.client.analysis.cooccurrence({ level: 'section' });
  expect(n).toBe(3);
  expect(counts).toEqual([
    [0, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 2, 1],
    [0, 0, 1, 1],
  ]);
});

test('a question that is marked later cuts the section in two, though no text changed', async () => {
  await ask('Siapa Anda?');
  const before = await project.client.analysis.cooccurrence({ level: 'section' });
  expect([before.n, before.counts[1]?.[2]]).toEqual([1, 1]);
  await ask('Apa kendalanya?');
  const after = await project.client.analysis.cooccurrence({ level: 'section' });
  expect([after.n, after.counts[1]?.[2]]).toEqual([2, 0]);
});

test('a cell at this level opens the codings of its sections', async () => {
  await ask('Apa kendalanya?');
  await ask('Apa harapannya?');
  const [, , rowId = documentId, columnId = documentId] = codeIds;
  const { groups } = await project.client.analysis.cooccurrenceCell({ level: 'section', rowId, columnId });
  expect(groups).toHaveLength(1);
  expect(groups[0]?.codings).toHaveLength(2);
});
