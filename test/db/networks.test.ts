// networks of the study's own codes, cases and words; links with a kind and with what they rest on. Marks follow
// from the present, so that undo clears them.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CallError } from '../../src/shared/contract/client.ts';
import { networkKind } from '../../src/shared/contract/networks.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject({ template: 'sample' });
});
afterEach(async () => {
  expect((await project.client.project.check({})).problems).toEqual([]);
  expect(project.workshop.faults).toEqual([]);
  await project.end();
});

const show = (networkId: Guid) => project.client.networks.show({ networkId });

async function aLink() {
  const { client } = project;
  const networkId = (await client.networks.create({ kind: 'causal-network', name: 'Sebab', begin: 'empty' })).guid;
  const codes = (await client.codes.list({})).filter(({ codings }) => codings > 1).slice(0, 2);
  const [code, second] = codes;
  if (!code || !second) throw new Error('the sample has too few codes');
  const { nodes } = await client.networks.addNodes({
    networkId,
    nodes: codes.map(({ guid }) => ({ kind: 'code', target: guid })),
  });
  const [from, to] = nodes;
  const [coding, other] = await client.codings.list({ codeIds: [code.guid] });
  if (!from || !to || !coding || !other) throw new Error('the sample has too little');
  const evidence = [{ kind: 'coding' as const, guid: coding.guid }];
  const link = (await client.networks.addLink({ fromId: from, toId: to, kind: 'increases', evidence })).guid;
  return { networkId, from, to, link, coding, other, code, second };
}

describe('what a network begins with', () => {
  test.each(networkKind.options)('%s: only what the study says, each node at a place of its own', async (kind) => {
    const { client } = project;
    const { guid } = await client.networks.create({ kind, name: kind });
    const { nodes, links } = await show(guid);
    const [template] = (await client.networks.templates({ language: 'id' })).filter((each) => each.kind === kind);
    expect(nodes).toHaveLength(template?.nodes ?? -1);
    expect(nodes.length).toBeGreaterThan(2);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
    // Causes are not invented: membership is all that is drawn.
    expect(new Set(links.map((link) => link.kind)).size).toBeLessThan(2);
    expect(links.every((link) => link.kind === 'part-of')).toBe(true);
    if (kind === 'causal-network') expect(links).toEqual([]);
    else expect(links.length).toBeGreaterThan(0);
  });

  test('code map: the tree of codes, link by link', async () => {
    const { client } = project;
    const { nodes, links } = await show((await client.networks.create({ kind: 'code-map', name: 'Peta' })).guid);
    const targets = new Map(nodes.map(({ guid, target }) => [guid, target]));
    const drawn = links.map(({ from, to }) => `${targets.get(from)} ${targets.get(to)}`).toSorted();
    const codes = await client.codes.list({});
    expect(drawn).toEqual(
      codes.flatMap(({ guid, parent }) => (parent === null ? [] : [`${guid} ${parent}`])).toSorted(),
    );
  });
});

describe('nodes', () => {
  test('take the present name of what they stand for, and keep the last one when it is gone', async () => {
    const { client } = project;
    const { networkId, code, from } = await aLink();
    await client.codes.update({ codeId: code.guid, name: 'Nama baru' });
    expect((await show(networkId)).nodes[0]).toMatchObject({ guid: from, label: 'Nama baru', isGone: false });
    await client.codes.delete({ codeIds: [code.guid], codings: 'delete', children: 'delete' });
    expect((await show(networkId)).nodes[0]).toMatchObject({ label: code.name, isGone: true });
    await client.history.undo({});
    expect((await show(networkId)).nodes[0]).toMatchObject({ label: 'Nama baru', isGone: false });
  });

  test('stand in a network once, are moved and arranged in one step each, and go with their links', async () => {
    const { client } = project;
    const { networkId, from, to, code } = await aLink();
    const again = await client.networks.addNodes({
      networkId,
      nodes: [{ kind: 'code', target: code.guid }],
    });
    expect(again.nodes).toEqual([from]);
    const places = [
      { nodeId: from, x: -40, y: 900 },
      { nodeId: to, x: 77, y: -3 },
    ];
    const before = (await show(networkId)).nodes.map(({ x, y }) => ({ x, y }));
    await client.networks.moveNodes({ networkId, places });
    expect((await show(networkId)).nodes.map(({ x, y }) => ({ x, y }))).toEqual(places.map(({ x, y }) => ({ x, y })));
    await client.history.undo({});
    expect((await show(networkId)).nodes.map(({ x, y }) => ({ x, y }))).toEqual(before);
    await client.history.redo({});
    await client.networks.arrange({ networkId });
    const [cause, effect] = (await show(networkId)).nodes;
    expect(cause?.x).toBeLessThan(effect?.x ?? 0);
    await client.networks.removeNodes({ nodeIds: [from] });
    expect(await show(networkId)).toMatchObject({ nodes: [{ guid: to }], links: [] });
    await client.history.undo({});
    expect((await show(networkId)).links[0]?.evidence).toHaveLength(1);
  });

  test('words of their own are needed where nothing of the study stands behind them', async () => {
    const { networkId } = await aLink();
    const refused = project.client.networks.addNodes({ networkId, nodes: [{ kind: 'free', label: '  ' }] });
    await expect(refused).rejects.toThrow(CallError);
    await expect(project.client.networks.addNodes({ networkId, nodes: [{ kind: 'code' }] })).rejects.toThrow(CallError);
  });
});

describe('links', () => {
  test('never lead to themselves or into another network; can be turned and get another kind', async () => {
    const { client } = project;
    const { networkId, from, to, link } = await aLink();
    const other = await aLink();
    await expect(client.networks.addLink({ fromId: from, toId: from, kind: 'precedes' })).rejects.toThrow(CallError);
    await expect(client.networks.addLink({ fromId: from, toId: other.to, kind: 'precedes' })).rejects.toThrow(
      CallError,
    );
    await client.networks.updateLink({ linkId: link, kind: 'decreases', turn: true, note: 'Terbalik' });
    expect((await show(networkId)).links[0]).toMatchObject({ from: to, to: from, kind: 'decreases', note: 'Terbalik' });
  });

  test('are marked while what they rest on says something else, until it is judged again; undo clears the mark', async () => {
    const { client } = project;
    const { networkId, link, coding, second } = await aLink();
    const marked = async () => (await client.networks.list({})).find(({ guid }) => guid === networkId)?.marked;
    expect(await marked()).toBe(0);
    await client.codings.update({ codingIds: [coding.guid], codeId: second.guid });
    expect((await show(networkId)).links[0]).toMatchObject({ guid: link, isMarked: true });
    expect(await marked()).toBe(1);
    await client.history.undo({});
    expect(await marked()).toBe(0);
    await client.codings.delete({ codingIds: [coding.guid] });
    expect((await show(networkId)).links[0]?.evidence[0]).toMatchObject({ mark: 'gone', words: coding.quote });
    await client.history.undo({});
    await client.codings.update({ codingIds: [coding.guid], codeId: second.guid });
    const evidence = (await show(networkId)).links[0]?.evidence[0]?.guid as Guid;
    await client.networks.confirm({ evidenceIds: [evidence] });
    expect(await marked()).toBe(0);
  });

  test('carry propositions, and a proposition that rests on the network cannot carry it in turn', async () => {
    const { client } = project;
    const { networkId, link, coding } = await aLink();
    const below = await client.propositions.create({
      statement: 'Dasar',
      evidence: [{ target: { kind: 'coding', guid: coding.guid } }],
    });
    await client.networks.attach({ linkId: link, evidence: [{ kind: 'proposition', guid: below.guid }] });
    const above = await client.propositions.create({
      statement: 'Puncak',
      evidence: [{ target: { kind: 'display', guid: networkId } }],
    });
    const circle = client.networks.attach({ linkId: link, evidence: [{ kind: 'proposition', guid: above.guid }] });
    await expect(circle).rejects.toMatchObject({ code: 'proposition-circle' });
    const back = client.propositions.attach({
      propositionId: below.guid,
      target: { kind: 'display', guid: networkId },
    });
    await expect(back).rejects.toMatchObject({ code: 'proposition-circle' });
    // Down to the coding and up again: proposition → link → network → proposition.
    await client.codings.delete({ codingIds: [coding.guid] });
    const marks = new Map((await client.propositions.list({})).map(({ statement, mark }) => [statement, mark]));
    expect(marks.get('Puncak')?.below).toEqual([networkId]);
    expect(marks.get('Dasar')?.own).toHaveLength(1);
    expect((await show(networkId)).links[0]?.isMarked).toBe(true);
    await client.history.undo({});
    expect((await client.propositions.list({})).filter(({ mark }) => mark !== null)).toEqual([]);
  });
});
