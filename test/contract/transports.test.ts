// One suite over every transport: the same requests get the same answers, errors among them; a request sent again is
// carried out once (HI6); and two clients of one host see each other's changes in one order (C2).

import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/shared/contract/client.ts';
import type { TestClient, Transport } from './transports.ts';
import { transports } from './transports.ts';

let open: Transport | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

const names = Object.keys(transports);
const reference = names[0] ?? '';
/** Made once, by the application itself. */
let wanted: readonly Step[] | null = null;

describe.each(names)('%s', (name) => {
  const connect = async (): Promise<Transport> => {
    const made = await transports[name]?.();
    if (!made) throw new Error('no such transport');
    open = made;
    return made;
  };

  test('answers as the application itself does', async () => {
    wanted ??= await transcribe(transports[reference]);
    const found = await transcribe(connect);
    expect(found).toEqual(wanted);
    expect(found.filter(({ answer }) => answer.ok).length).toBeGreaterThan(25);
    expect(new Set(found.flatMap(({ answer }) => (answer.ok ? [] : [answer.error.code])))).toEqual(
      new Set([
        'unknown-method',
        'invalid-input',
        'not-found',
        'range-empty',
        'range-outside-text',
        'code-cycle',
        'code-into-itself',
        'text-changed-meanwhile',
        'value-not-of-type',
        'file-not-handed-over',
      ]),
    );
    for (const { request, answer } of found) {
      if (!answer.ok)
        expect({ request, message: answer.error.message }).toMatchObject({
          message: expect.stringMatching(/^[^{}\n]+\.$/) as string,
        });
    }
  });

  test('HI6: a request that is sent again is carried out once and answered alike', async () => {
    const { clients } = await connect();
    const [client] = clients;
    if (!client) throw new Error('no client');
    const create = { method: 'codes.create', input: { name: 'Sekali' }, requestId: 'request-0001' };
    const first = await client.call(create);
    expect(first.ok).toBe(true);
    expect(await Promise.all([client.call(create), client.call(create)])).toEqual([first, first]);
    await client.call({ method: 'codes.create', input: { name: 'Dua kali' }, requestId: 'request-0002' });
    expect(await pathsIn(client)).toEqual(['Sekali', 'Dua kali']);
    const undo = { method: 'history.undo', input: {}, requestId: 'request-0003' };
    const undone = await client.call(undo);
    expect(await client.call(undo)).toEqual(undone);
    expect(await pathsIn(client)).toEqual(['Sekali']);
    const redo = { method: 'history.redo', input: {}, requestId: 'request-0004' };
    const redone = await client.call(redo);
    expect(await client.call(redo)).toEqual(redone);
    expect(await pathsIn(client)).toEqual(['Sekali', 'Dua kali']);
    // A refused request may be sent again, too, and is tried again.
    const refused = { method: 'codes.create', input: { name: '' }, requestId: 'request-0005' };
    expect(await client.call(refused)).toEqual(await client.call(refused));
  });

  test('undo of the coder who is current: somebody who is there codes on', async () => {
    const { clients } = await connect();
    const [client] = clients;
    const made = await client?.call({ method: 'coders.create', input: { name: 'Sementara' } });
    const coderId = made?.ok ? (made.value as { readonly guid: string }).guid : '';
    expect(await client?.call({ method: 'coders.setCurrent', input: { coderId } })).toMatchObject({ ok: true });
    expect(await client?.call({ method: 'history.undo', input: {} })).toMatchObject({ ok: true });
    expect(await client?.call({ method: 'codes.create', input: { name: 'Sesudahnya' } })).toMatchObject({ ok: true });
    expect(await client?.call({ method: 'history.undo', input: {} })).toMatchObject({ ok: true });
    expect(await client?.call({ method: 'history.redo', input: {} })).toMatchObject({ ok: true });
  });

  test('C2: two clients see one order of changes, each its own and the other’s', async () => {
    const { clients, hearsEvents, faults } = await connect();
    const [one, other] = clients;
    if (!hearsEvents || !one || !other) {
      expect(name).toBe('lines of simpul batch'); // The command line has one client, who asks and is answered.
      return;
    }
    const rounds = 15;
    const answers = await Promise.all(
      Array.from({ length: rounds }, (_, round) => [
        one.call({ method: 'codes.create', input: { name: `satu ${round}` }, requestId: `one-${round}-xxxxx` }),
        other.call({ method: 'codes.create', input: { name: `dua ${round}` }, requestId: `other-${round}-xxxxx` }),
      ]).flat(),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    await Promise.all([one.untilChanges(2 * rounds), other.untilChanges(2 * rounds)]);
    expect(one.heard).toEqual(other.heard);
    const changes = one.heard.filter((event) => event.type === 'changed');
    const [first = 0] = changes.map(({ revision }) => revision);
    expect(changes.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 2 * rounds }, (_, index) => first + index),
    );
    expect(new Set(changes.map(({ requestId }) => requestId)).size).toBe(2 * rounds);
    expect(changes.every(({ topics }) => topics.includes('codes') && topics.includes('history'))).toBe(true);
    expect([...(await pathsIn(one))].sort()).toEqual([...(await pathsIn(other))].sort());
    expect(await pathsIn(one)).toHaveLength(2 * rounds);
    expect(faults).toEqual([]);
  });

  test('a job tells how it goes, to whoever listens', async () => {
    const { clients, hearsEvents } = await connect();
    const [client] = clients;
    const answer = await client?.call({ method: 'project.check', input: {}, jobId: 'job-00000001' });
    expect(answer).toMatchObject({ ok: true, value: { ok: true } });
    const states = (): readonly string[] =>
      client?.heard.flatMap((event) => (event.type === 'job' ? [event.state] : [])) ?? [];
    if (hearsEvents) await expect.poll(states).toEqual(expect.arrayContaining(['running', 'done']));
    else expect(client?.heard).toEqual([]);
  });
});

type Step = { readonly request: unknown; readonly answer: Answer };

/** Sends the script, each request after the answer to the one before, and writes down both in comparable form. */
async function transcribe(connect: (() => Promise<Transport>) | undefined): Promise<readonly Step[]> {
  const transport = await connect?.();
  const client = transport?.clients[0];
  if (!transport || !client) throw new Error('no client');
  const isOwn = transport !== open;
  const plain = createPlain();
  const steps: Step[] = [];
  try {
    for (const make of script) {
      const request = make(
        steps.map(({ answer }) => answer),
        lastMade,
      );
      const answer = await client.call(request);
      if (answer.ok) lastMade.push(guidIn(answer.value));
      steps.push({ request, answer });
    }
    return steps.map(({ request, answer }) => ({ request: plain(request), answer: plain(answer) as Answer }));
  } finally {
    lastMade.length = 0;
    if (isOwn) await transport.end();
  }
}

/** Identifiers in the order in which they were made; an empty string for answers without one. */
const lastMade: string[] = [];

type Make = (answers: readonly Answer[], made: readonly string[]) => object;
const [codeA, codeB, document] = [0, 1, 2];
const absent = '00000000-0000-4000-8000-00000000ffff';
const text = 'Penanya: apa itu inovasi?\nNarasumber: cara baru melayani warga, bukan sekadar aplikasi.';

const script: readonly Make[] = [
  () => ({ method: 'codes.create', input: { name: 'Inovasi', color: '#0072b2' } }),
  (_, made) => ({ method: 'codes.create', input: { name: 'Warga 😀', parentId: made[codeA] } }),
  () => ({ method: 'documents.create', input: { title: 'Wawancara', text, kind: 'interview' } }),
  (_, made) => ({
    method: 'codings.create',
    input: { documentId: made[document], codeId: made[codeA], start: 9, end: 24 },
  }),
  (_, made) => ({
    method: 'codings.createMany',
    input: {
      items: [0, 12].map((start) => ({ documentId: made[document], codeId: made[codeB], start, end: start + 30 })),
    },
  }),
  (_, made) => ({
    method: 'memos.create',
    input: { body: 'Catatan', targets: [{ kind: 'passage', guid: made[document], start: 9, end: 12 }] },
  }),
  (_, made) => ({ method: 'cases.create', input: { name: 'Dinas', documentIds: [made[document]] } }),
  () => ({ method: 'variables.create', input: { name: 'Umur', type: 'Integer', scope: 'document' } }),
  (_, made) => ({
    method: 'variables.setValue',
    input: { variableId: made[7], targetId: made[document], value: '42' },
  }),
  (_, made) => ({
    method: 'variables.setValue',
    input: { variableId: made[7], targetId: made[document], value: 'tua' },
  }),
  (_, made) => ({ method: 'documents.text', input: { documentId: made[document] } }),
  (_, made) => ({
    method: 'documents.editText',
    input: { documentId: made[document], revision: revisionOf(_), splices: [{ at: 12, remove: 4, insert: 'sebuah ' }] },
  }),
  (_, made) => ({
    method: 'documents.editText',
    input: { documentId: made[document], revision: 999, splices: [{ at: 0, remove: 1, insert: '' }] },
  }),
  () => ({ method: 'codings.list', input: {} }),
  () => ({ method: 'codings.quotations', input: { limit: 2 } }),
  () => ({ method: 'codes.list', input: {} }),
  () => ({ method: 'documents.list', input: {} }),
  () => ({ method: 'cases.list', input: {} }),
  () => ({ method: 'variables.list', input: {} }),
  () => ({ method: 'variables.documentValues', input: {} }),
  () => ({ method: 'memos.list', input: {} }),
  () => ({ method: 'coders.list', input: {} }),
  () => ({ method: 'analysis.frequency', input: {} }),
  () => ({ method: 'analysis.cooccurrence', input: { level: 'sentence' } }),
  () => ({ method: 'analysis.exportTable', input: { rows: [['=1', 2, null]] } }),
  () => ({ method: 'history.undo', input: {} }),
  () => ({ method: 'history.state' }),
  () => ({ method: 'history.redo', input: {} }),
  () => ({ method: 'history.redo', input: {} }),
  () => ({ method: 'history.list', input: { limit: 5 } }),
  () => ({ method: 'project.info', input: {} }),
  () => ({ method: 'project.check', input: {} }),
  () => ({ method: 'jobs.cancel', input: { jobId: 'nothing-runs' } }),
  () => ({ method: 'codes.export', input: { format: 'md' } }),
  // What is refused.
  (_, made) => ({
    method: 'codings.create',
    input: { documentId: made[document], codeId: made[codeA], start: 4, end: 4 },
  }),
  (_, made) => ({
    method: 'codings.create',
    input: { documentId: made[document], codeId: made[codeA], start: 4, end: 4000 },
  }),
  (_, made) => ({ method: 'codings.create', input: { documentId: absent, codeId: made[codeA], start: 0, end: 4 } }),
  (_, made) => ({ method: 'codes.move', input: { codeIds: [made[codeA]], parentId: made[codeB] } }),
  (_, made) => ({ method: 'codes.merge', input: { sourceIds: [made[codeA]], targetId: made[codeA] } }),
  () => ({ method: 'documents.import', input: { files: [{ name: 'a.txt', token: 'never-handed-over' }] } }),
  () => ({ method: 'codes.create', input: { name: 'A', nonsense: 1 } }),
  () => ({ method: 'codes.create', input: { name: 7 } }),
  () => ({ method: 'codes.create', input: 'Inovasi' }),
  () => ({ method: 'codes.create', input: [] }),
  () => ({ method: 'codes.create', input: null }),
  () => ({ method: 'codes.create' }),
  () => ({ method: 'codes.list', input: {}, requestId: 'short' }),
  ...[
    'codes.nothing',
    '__proto__',
    'constructor',
    'toString',
    'codes.__proto__',
    'codes.constructor',
    '',
    '../codes.list',
  ].map((method) => () => ({ method, input: {} })),
  () => JSON.parse('{"method":"codes.create","input":{"name":"A","__proto__":{"color":"#000000"}}}') as object,
  () => ({ method: 7, input: {} }),
  () => ({ input: {} }),
  () => ({}),
  () => ({ method: 'codes.list', input: {} }),
];

function revisionOf(answers: readonly Answer[]): number {
  const last = answers.at(-1);
  return last?.ok ? (last.value as { readonly revision: number }).revision : -1;
}

function guidIn(value: unknown): string {
  return (value as { readonly guid?: string } | null)?.guid ?? '';
}

/** Replaces what differs from run to run: identifiers by the order in which they appear, moments, tokens. */
function createPlain(): (value: unknown) => unknown {
  const guids = new Map<string, string>();
  return (value) =>
    JSON.parse(JSON.stringify(value), (key, item: unknown) => {
      if (key === 'token') return 'TOKEN';
      if (key === 'size') return 'SIZE'; // An export says on which day it was made.
      if (typeof item !== 'string') return item;
      if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(item)) return 'MOMENT';
      return item.replace(/[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}/gi, (guid) => {
        const known = guids.get(guid) ?? `GUID ${guids.size + 1}`;
        guids.set(guid, known);
        return known;
      });
    }) as unknown;
}

async function pathsIn(client: TestClient): Promise<readonly string[]> {
  const answer = await client.call({ method: 'codes.list', input: {} });
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as readonly { readonly path: readonly string[] }[]).map(({ path }) => path.join(' / '));
}
