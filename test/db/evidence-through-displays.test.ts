// from a proposition through a cell, a matrix or a network to the quotations, and from a quotation back.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject();
});
afterEach(() => project.end());

/** Two codes in two cases; a cell and an outsider; a network whose link rests on the first coding. */
async function study() {
  const { client } = project;
  const text = 'Layanan cepat. Anggaran kurang.';
  const [first, second] = [
    (await client.documents.create({ title: 'Satu', text })).guid,
    (await client.documents.create({ title: 'Dua', text })).guid,
  ];
  const caseId = (await client.cases.create({ name: 'Kepala', documentIds: [first] })).guid;
  await client.cases.create({ name: 'Staf', documentIds: [second] });
  const fast = (await client.codes.create({ name: 'Cepat' })).guid;
  const money = (await client.codes.create({ name: 'Anggaran' })).guid;
  const code = async (documentId: Guid, codeId: Guid, start: number, end: number) =>
    (await client.codings.create({ documentId, codeId, start, end })).guid;
  const inCell = await code(first, fast, 0, 7);
  const beside = await code(second, fast, 0, 7);
  const outside = await code(second, money, 15, 23);
  const displayId = (
    await client.displays.create({
      kind: 'case-code',
      name: 'Matriks',
      definition: { rows: { by: 'cases' }, columns: { by: 'codes', ids: [fast] } },
    })
  ).guid;
  const place = { displayId, row: caseId, column: fast };
  await client.displays.setCell({ ...place, text: 'Cepat karena loket' });
  const cell = (await client.displays.written({}))[0]?.guid ?? fast;
  const claim = async (statement: string, kind: 'cell' | 'display' | 'proposition' | 'coding', guid: Guid) =>
    (await client.propositions.create({ statement, evidence: [{ side: 'opposes', target: { kind, guid } }] })).guid;
  return { client, inCell, beside, outside, displayId, place, cell, claim, fast, money };
}

const resting = async (...targets: readonly Guid[]) =>
  (await project.client.propositions.restingOn({ targets: [...targets] })).map(({ statement, side, through }) => [
    statement,
    side,
    through && (through.cell ? 'cell' : through.name),
  ]);
const behind = async (propositionId: Guid) =>
  (await project.client.propositions.behind({ propositionId })).flatMap(({ codings }) => codings);

test('a quotation tells what rests on it through a cell, a matrix, a network, and further up', async () => {
  const { client, inCell, beside, outside, cell, displayId, claim, fast, money } = await study();
  const onCell = await claim('Dari sel', 'cell', cell);
  const onMatrix = await claim('Dari matriks', 'display', displayId);
  await claim('Di atasnya', 'proposition', onCell);
  const { guid: networkId } = await client.networks.create({
    kind: 'causal-network',
    name: 'Jaringan',
    begin: 'empty',
  });
  const { nodes } = await client.networks.addNodes({
    networkId,
    nodes: [fast, money].map((target) => ({ kind: 'code' as const, target })),
  });
  await client.networks.addLink({
    fromId: nodes[0] ?? fast,
    toId: nodes[1] ?? fast,
    kind: 'increases',
    evidence: [
      { kind: 'coding', guid: outside },
      { kind: 'cell', guid: cell },
    ],
  });
  const onNetwork = await claim('Dari jaringan', 'display', networkId);

  expect(await resting(inCell)).toEqual([
    ['Dari sel', 'opposes', 'cell'],
    ['Dari matriks', 'opposes', 'Matriks'],
    ['Dari jaringan', 'opposes', 'Jaringan'],
    ['Di atasnya', null, null],
  ]);
  expect(await resting(beside)).toEqual([['Dari matriks', 'opposes', 'Matriks']]);
  expect(await resting(outside)).toEqual([['Dari jaringan', 'opposes', 'Jaringan']]);
  expect(await resting(cell)).toContainEqual(['Dari sel', 'opposes', null]);
  expect(await resting(cell)).toContainEqual(['Dari matriks', 'opposes', 'Matriks']);
  expect(await resting(displayId)).toContainEqual(['Dari sel', 'opposes', 'cell']);
  expect(await behind(onCell)).toEqual([inCell]);
  expect(await behind(onMatrix)).toEqual([inCell, beside]);
  expect(await behind(onNetwork)).toEqual([outside, inCell]);

  await client.codings.delete({ codingIds: [inCell] });
  expect(await behind(onCell)).toEqual([]);
  expect(await resting(inCell)).toEqual([]);
  await client.history.undo({});
  expect(await behind(onCell)).toEqual([inCell]);
});

test('codings attached to a cell by hand count, those that became orphans and lost cells do not', async () => {
  const { client, inCell, outside, place, cell, claim, money } = await study();
  const onCell = await claim('Dari sel', 'cell', cell);
  await client.displays.attach({ ...place, codingIds: [outside] });
  expect(await behind(onCell)).toEqual([inCell, outside]);
  expect(await resting(outside)).toEqual([['Dari sel', 'opposes', 'cell']]);
  await client.displays.update({
    displayId: place.displayId,
    definition: { rows: { by: 'cases' }, columns: { by: 'codes', ids: [money] } },
  });
  expect(await behind(onCell)).toEqual([outside]);
  expect(await resting(inCell)).toEqual([]);
});

test('a direct quotation comes before the same one through a display', async () => {
  const { client, inCell, cell, claim } = await study();
  const propositionId = await claim('Dari sel', 'cell', cell);
  await claim('Langsung', 'coding', inCell);
  expect(await resting(inCell)).toEqual([
    ['Langsung', 'opposes', null],
    ['Dari sel', 'opposes', 'cell'],
  ]);
  await client.propositions.attach({ propositionId, side: 'supports', target: { kind: 'coding', guid: inCell } });
  expect(await resting(inCell)).toContainEqual(['Dari sel', 'supports', null]);
});

test('both ways say the same for every coding of the sample study', async () => {
  const { client } = project;
  await client.projects.openSample({ language: 'en' });
  const displays = await client.displays.list({});
  for (const { guid, name } of displays) {
    await client.propositions.create({ statement: name, evidence: [{ target: { kind: 'display', guid } }] });
  }
  for (const { guid, row, column } of await client.displays.written({})) {
    await client.propositions.create({
      statement: `${row} ${column}`,
      evidence: [{ target: { kind: 'cell', guid } }],
    });
  }
  const down = new Map<Guid, Set<Guid>>();
  for (const { guid, evidence } of await client.propositions.list({})) {
    const direct = evidence.flatMap(({ kind, target }) => (kind === 'coding' ? [target] : []));
    const codings = new Set([...direct, ...(await behind(guid))]);
    for (const coding of codings) down.set(coding, (down.get(coding) ?? new Set()).add(guid));
  }
  const codings = (await client.codings.list({})).slice(0, 24);
  expect(codings.length).toBeGreaterThan(20);
  for (const { guid } of codings) {
    const up = (await client.propositions.restingOn({ targets: [guid] })).filter(({ side }) => side !== null);
    expect(new Set(up.map((each) => each.guid))).toEqual(down.get(guid) ?? new Set());
  }
  expect([...down.values()].some((each) => each.size > 1)).toBe(true);
});
