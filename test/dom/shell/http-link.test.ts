// The window's side of the browser host: a host that falls silent for three seconds is gone (B10); one that answers
// 401 no longer knows the window.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHttpLink } from '../../../src/renderer/services/http-link.ts';
import { HostUnreachable, type Reachability } from '../../../src/renderer/services/transport.ts';
import type { AppEvent } from '../../../src/shared/contract/events.ts';

/** A stream of events as the browser gives it, in the hands of the test. */
class TestSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: TestSource[] = [];
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    TestSource.opened.push(this);
  }

  close(): void {
    this.readyState = TestSource.CLOSED;
  }
}

let answers: (() => Response | Promise<Response>)[] = [];
const sent: { readonly address: string; readonly body: unknown }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  TestSource.opened = [];
  answers = [];
  sent.length = 0;
  vi.stubGlobal('EventSource', TestSource);
  vi.stubGlobal('fetch', async (address: string, { body }: RequestInit) => {
    sent.push({ address, body });
    const next = answers.shift();
    if (!next) throw new TypeError('Failed to fetch');
    return next();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function connected() {
  const link = createHttpLink();
  const states: Reachability[] = [];
  link.onReachability((state) => states.push(state));
  const source = TestSource.opened[0];
  if (!source) throw new Error('no stream was opened');
  return { link, states, source };
}

/** A window that hears its host. */
function hearing() {
  const opened = connected();
  opened.source.dispatchEvent(new Event('alive'));
  return opened;
}

test('nothing is asked before changes are heard: an answer from before could become stale without a word', async () => {
  const { link, source } = connected();
  answers.push(() => Response.json({ ok: true, value: [] }));
  const answer = link.call({ method: 'codes.list', input: {} });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([]);
  source.dispatchEvent(new Event('alive'));
  await answer;
  expect(sent).toHaveLength(1);
});

test('a stream that fails holds no call back', async () => {
  const { link, source } = connected();
  source.dispatchEvent(new Event('error'));
  answers.push(() => Response.json({ ok: true, value: [] }));
  expect(await link.call({ method: 'codes.list', input: {} })).toEqual({ ok: true, value: [] });
});

test('a call is one POST of JSON, and its answer is the answer', async () => {
  const { link } = hearing();
  answers.push(() => Response.json({ ok: true, value: [] }));
  expect(await link.call({ method: 'codes.list', input: {} })).toEqual({ ok: true, value: [] });
  expect(sent).toEqual([{ address: '/call', body: '{"method":"codes.list","input":{}}' }]);
});

test('events reach the listeners until they end their subscription', () => {
  const { link, source } = connected();
  const heard: AppEvent[] = [];
  const stop = link.onEvent((event) => heard.push(event));
  source.dispatchEvent(new MessageEvent('message', { data: '{"type":"settings"}' }));
  stop();
  source.dispatchEvent(new MessageEvent('message', { data: '{"type":"session"}' }));
  expect(heard).toEqual([{ type: 'settings' }]);
});

test('B10: three seconds of silence mean that the host is gone; a sign of life that it is back', () => {
  const { states, source } = connected();
  source.dispatchEvent(new Event('alive'));
  vi.advanceTimersByTime(2_900);
  source.dispatchEvent(new Event('alive'));
  vi.advanceTimersByTime(2_900);
  expect(states).toEqual(['reachable']);
  vi.advanceTimersByTime(200);
  expect(states).toEqual(['reachable', 'lost']);
  source.dispatchEvent(new Event('alive'));
  expect(states).toEqual(['reachable', 'lost', 'reachable']);
});

test('a stream that fell silent is given up for a new one, which tells that the host is there', () => {
  const { states, source } = hearing();
  vi.advanceTimersByTime(3_000);
  expect(source.readyState).toBe(TestSource.CLOSED);
  const [, second] = TestSource.opened;
  second?.dispatchEvent(new Event('alive'));
  expect(states).toEqual(['reachable', 'lost', 'reachable']);
  // One that never opens is given up in its turn.
  vi.advanceTimersByTime(3_000 + 10_000);
  expect(TestSource.opened).toHaveLength(4);
});

test('a call that gets no answer says so, and the host counts as gone', async () => {
  const { link, states } = hearing();
  await expect(link.call({ method: 'codes.list', input: {} })).rejects.toBeInstanceOf(HostUnreachable);
  expect(states).toEqual(['reachable', 'lost']);
});

test('401 ends the session for good', async () => {
  const { link, states, source } = hearing();
  answers.push(() => new Response('', { status: 401 }));
  await expect(link.call({ method: 'codes.list', input: {} })).rejects.toBeInstanceOf(HostUnreachable);
  source.dispatchEvent(new Event('alive'));
  expect(states).toEqual(['reachable', 'ended']);
});

test('a refused stream is opened anew once the host knows the window', async () => {
  const { states, source } = connected();
  source.close();
  answers.push(() => Response.json({ ok: true, value: null }));
  source.dispatchEvent(new Event('error'));
  expect(states).toEqual(['reachable', 'lost']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(TestSource.opened).toHaveLength(2);
});

test('a file is sent as it is, and a refusal is an error with the sentence of the host', async () => {
  const { link } = connected();
  const file = new File(['isi'], 'Wawancara 1 & 2.txt');
  answers.push(() => Response.json({ token: 'abcdefgh' }));
  expect(await link.sendFile(file)).toEqual({ token: 'abcdefgh' });
  expect(sent[0]).toEqual({ address: '/files?name=Wawancara%201%20%26%202.txt', body: file });
  answers.push(() =>
    Response.json({ ok: false, error: { code: 'too-large', message: 'Too large.', details: null } }, { status: 413 }),
  );
  await expect(link.sendFile(file)).rejects.toMatchObject({ code: 'too-large', message: 'Too large.' });
});
