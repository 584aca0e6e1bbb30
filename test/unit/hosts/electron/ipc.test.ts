import { describe, expect, test } from 'vitest';
import { answerMessage, type Bridge } from '../../../../src/main/hosts/electron/ipc.ts';
import type { Frame } from '../../../../src/main/hosts/electron/trusted-sender.ts';
import { hostMethods } from '../../../../src/shared/contract/host.ts';
import { methods } from '../../../../src/shared/contract/contract.ts';
import { createTinyApp } from '../../../support/hosts/tiny-app.ts';

const own: Frame = {
  url: 'simpul://app/',
  origin: 'simpul://app',
  parent: null,
  detached: false,
  isDestroyed: () => false,
};

function createBridge() {
  const app = createTinyApp();
  const done: unknown[] = [];
  const record = (answer: unknown) => (input: unknown) => {
    done.push(input);
    return Promise.resolve(answer);
  };
  const logged: string[] = [];
  const bridge = {
    app,
    handlers: {
      'host.openProject': record({ path: '/p/studi.simpul' }) as Bridge['handlers']['host.openProject'],
      'host.spelling': record({ isOffered: false }) as Bridge['handlers']['host.spelling'],
      'host.chooseFolder': record(null) as Bridge['handlers']['host.chooseFolder'],
      'host.openExternal': () => Promise.reject(new Error('no browser for https://example.org')),
    },
    log: { info: (code, facts) => logged.push(JSON.stringify([code, facts])), fault: (code) => logged.push(code) },
    sentence: (code) => Promise.resolve(`sentence ${code}`),
  } satisfies Bridge;
  return { bridge, app, done, logged };
}

describe('messages of the window', () => {
  test('a call reaches the dispatcher as it is, and its answer the window', async () => {
    const { bridge, app } = createBridge();
    const request = { method: 'codes.list', input: { a: new Map([[1, 2]]) }, requestId: 'r-00000001' };
    expect(await answerMessage(bridge, own, { kind: 'call', request })).toEqual({ ok: true, value: request.input });
    expect(app.requests).toEqual([request]);
  });

  test('a file is held for an import', async () => {
    const { bridge, app } = createBridge();
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    const answer = await answerMessage(bridge, own, { kind: 'file', name: 'a.txt', bytes });
    const { token } = (answer.ok ? answer.value : {}) as { token: string };
    expect(app.files.take(token)).toEqual({
      name: 'a.txt',
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array([1, 2, 3]),
    });
  });

  test('a stranger gets nothing, whatever the message', async () => {
    const { bridge, app, logged } = createBridge();
    for (const frame of [
      null,
      { ...own, parent: own },
      { ...own, url: 'https://evil.example/', origin: 'https://evil.example' },
    ]) {
      const answer = await answerMessage(bridge, frame, { kind: 'call', request: { method: 'codes.list', input: {} } });
      expect(answer).toEqual({ ok: false, error: { code: 'refused', message: 'sentence refused', details: null } });
    }
    expect(app.requests).toEqual([]);
    expect(logged).toHaveLength(3);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'call'],
    ['an unknown kind', { kind: 'eval', code: '1' }],
    ['an extra property', { kind: 'call', request: {}, channel: 'x' }],
    ['a file without bytes', { kind: 'file', name: 'a' }],
    ['a file from a path', { kind: 'file', name: 'a', path: '/etc/passwd' }],
    ['a file that only looks like one', { kind: 'file', name: 'a', bytes: { byteLength: 1 } }],
    ['a file without a name', { kind: 'file', name: '', bytes: new ArrayBuffer(1) }],
  ])('%s is no message', async (_, message) => {
    const { bridge, app } = createBridge();
    expect(await answerMessage(bridge, own, message)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(app.requests).toEqual([]);
  });
});

describe('the host’s own methods', () => {
  test('are checked like every other, and answer like every other', async () => {
    const { bridge, done, app } = createBridge();
    const call = (method: string, input: unknown) =>
      answerMessage(bridge, own, { kind: 'call', request: { method, input } });
    expect(await call('host.openProject', {})).toEqual({ ok: true, value: { path: '/p/studi.simpul' } });
    expect(await call('host.chooseFolder', undefined)).toEqual({ ok: true, value: null });
    expect(await call('host.openProject', { path: '/etc/passwd' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(await call('host.openExternal', { url: 1 })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect([done.length, app.requests.length]).toEqual([2, 0]);
  });

  test('a fault of theirs is logged without its words', async () => {
    const { bridge, logged } = createBridge();
    const answer = await answerMessage(bridge, own, {
      kind: 'call',
      request: { method: 'host.openExternal', input: { url: 'https://example.org' } },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(logged.join()).not.toContain('example.org');
  });

  test('share no name with the contract', () => {
    expect(Object.keys(hostMethods).filter((name) => methods.has(name))).toEqual([]);
  });
});
