// The hostile payloads of the corpus through every method of the contract and of the Electron host, as a window
// that was taken over could send them (RELIABILITY 3.6): a typed error, no row changed, no path opened.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWindowGate } from '../../src/main/core/window-gate.ts';
import { createDialogs } from '../../src/main/hosts/electron/dialogs.ts';
import { answerMessage, type Bridge } from '../../src/main/hosts/electron/ipc.ts';
import type { Frame } from '../../src/main/hosts/electron/trusted-sender.ts';
import type { Answer } from '../../src/shared/contract/client.ts';
import { methods } from '../../src/shared/contract/contract.ts';
import { errorCodes } from '../../src/shared/contract/errors.ts';
import { hostMethods } from '../../src/shared/contract/host.ts';
import { openRaw, openTestProject, type TestProject } from '../support/project.ts';
import { trackedRows } from '../support/rows.ts';

const file = join(import.meta.dirname, '../../../shared/hostile/files/ipc/payloads.json');
const payloads = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly unknown[]) : [];
const own: Frame = {
  url: 'simpul://app/',
  origin: 'simpul://app',
  parent: null,
  detached: false,
  isDestroyed: () => false,
};

/** What only looks hostile: the input of methods that take none, or nothing they need. It still changes nothing. */
const isNothing = (payload: unknown): boolean => JSON.stringify(payload) === '{}';

test.skipIf(payloads.length > 0)('skipped: ../shared not there', () => {
  expect(payloads).toEqual([]);
});

describe.runIf(payloads.length > 0)('41 payloads', () => {
  let project: TestProject;
  let bridge: Bridge;
  const shown: string[] = [];
  const faults: unknown[] = [];
  beforeAll(async () => {
    project = await openTestProject({ template: 'sample' });
    const show = (name: string) => () => {
      shown.push(name);
      return Promise.reject(new Error(`${name} was shown`));
    };
    const gate = createWindowGate(project.app);
    const dialogs = createDialogs({
      app: project.app,
      folder: project.workshop.folder,
      allowFolder: gate.allowFolder,
      text: (key) => Promise.resolve(key),
      system: {
        dialog: { showOpenDialog: show('open'), showMessageBox: show('message') },
        shell: { openExternal: show('external') },
        window: () => undefined,
      },
    });
    bridge = {
      app: gate,
      handlers: { ...dialogs, 'host.spelling': () => Promise.resolve({ isOffered: false }) },
      log: { info: () => undefined, fault: (_, error) => faults.push(error) },
      sentence: (code) => Promise.resolve(code),
    };
  });
  afterAll(() => project.end());

  const send = (message: unknown): Promise<Answer> => answerMessage(bridge, own, message);

  test('there are 41 of them', () => {
    expect(payloads).toHaveLength(41);
  });

  test.each([...methods.keys()])('%s', async (method) => {
    const before = await state(project);
    for (const payload of payloads.filter((one) => !isNothing(one))) {
      expectTyped(
        await send({ kind: 'call', request: { method, input: payload, requestId: undefined } }),
        method,
        payload,
      );
    }
    expect(await state(project)).toEqual(before);
  });

  test.each(Object.keys(hostMethods))('%s', async (method) => {
    for (const payload of payloads.filter((one) => !isNothing(one))) {
      expectTyped(await send({ kind: 'call', request: { method, input: payload } }), method, payload);
    }
    expect(shown).toEqual([]);
  });

  test('as requests, as messages, as identifiers', async () => {
    const before = await state(project);
    for (const payload of payloads) {
      expectTyped(await send(payload), 'message', payload);
      expectTyped(await send({ kind: 'call', request: payload }), 'request', payload);
      expectTyped(await send({ kind: 'file', name: payload, bytes: payload }), 'file', payload);
      expectTyped(await send({ kind: 'call', request: { method: payload, input: {} } }), 'method', payload);
      if (payload === null || payload === 'Infinity') continue; // One is no identifier, the other a good one.
      expectTyped(
        await send({ kind: 'call', request: { method: 'codes.list', input: {}, requestId: payload } }),
        'requestId',
        payload,
      );
    }
    expect(await state(project)).toEqual(before);
  });

  test('nothing was polluted, no fault of ours met, and every row is as it was', async () => {
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect([...project.workshop.faults, ...faults]).toEqual([]);
    await project.client.projects.close({});
    const untouched = await openTestProject({ template: 'sample' });
    await untouched.client.projects.close({});
    const rowsOf = async (path: string): Promise<unknown> => {
      const connection = await openRaw(path);
      const rows = trackedRows(connection);
      connection.close();
      return Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.length]));
    };
    expect(await rowsOf(project.path)).toEqual(await rowsOf(untouched.path));
    await untouched.end();
  });
});

function expectTyped(answer: Answer, where: string, payload: unknown): void {
  const what = `${where} ${(JSON.stringify(payload) ?? 'undefined').slice(0, 100)}`;
  expect(answer.ok, `${what} was accepted`).toBe(false);
  if (answer.ok) return;
  expect(errorCodes, what).toContain(answer.error.code);
  expect(answer.error.code, what).not.toBe('internal');
  expect(JSON.stringify(answer.error).length, what).toBeLessThan(20_000);
}

/** What a change would show in: the revision, what is open, the settings, and every file of the user's folders. */
async function state({ client, workshop }: TestProject): Promise<unknown> {
  const files = readdirSync(workshop.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(workshop.folder, name)).isFile())
    .sort();
  return {
    info: (await client.project.info({})).project,
    open: (await client.projects.session({})).open,
    settings: await client.settings.get({}),
    files,
  };
}
