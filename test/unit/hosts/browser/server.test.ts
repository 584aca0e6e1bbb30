// The browser host as a whole: entering, calling, files, events, headers, and what happens at its limits.

import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../../src/main/platform/content-security.ts';
import { startTestHost, tokenOf, type TestHost } from '../../../support/hosts/browser-host.ts';
import { createTinyApp } from '../../../support/hosts/tiny-app.ts';
import { sendRaw } from '../../../support/hosts/raw-http.ts';

let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
});
afterEach(() => host.stop());

const address = (path: string): string => `http://127.0.0.1:${host.port}${path}`;
type Init = { readonly method?: string; readonly body?: BodyInit; readonly headers?: Readonly<Record<string, string>> };
const ask = (path: string, init: Init = {}): Promise<Response> =>
  fetch(address(path), { redirect: 'manual', ...init, headers: { cookie: host.cookie, ...init.headers } });
const call = (body: BodyInit): Promise<Response> =>
  ask('/call', { method: 'POST', body, headers: { 'content-type': 'application/json' } });

describe('B1: entering', () => {
  test('a token becomes a cookie and leaves the address, once', async () => {
    const entered = await fetch(host.url, { redirect: 'manual' });
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/');
    expect(entered.headers.get('set-cookie')).toMatch(/^simpul-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const again = await fetch(host.url, { redirect: 'manual' });
    expect(again.status).toBe(401);
    expect(again.headers.get('set-cookie')).toBeNull();
    const page = await again.text();
    expect(page).toContain('Alamat ini tidak dapat dipakai lagi');
    expect(page).toContain('This address can no longer be used');
    expect(page).not.toMatch(/<script|<style|style=/);
  });

  test('from a file or a foreign page it goes through a page of ours, as strict cookies need', async () => {
    const hop = await sendRaw(
      host.port,
      `GET /?token=${host.token} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n\r\n`,
    );
    expect(hop.status).toBe(200);
    expect(hop.head).toMatch(/^refresh: 0; url=\/$/im);
    expect(hop.head).toMatch(/^set-cookie: simpul-/im);
  });

  test('the window can be opened again by a new address', async () => {
    const url = host.newUrl();
    expect(tokenOf(url)).not.toBe(tokenOf(host.url));
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  });

  test('guessing is slowed while whoever is in works on', async () => {
    const guess = (): Promise<unknown> => fetch(address('/?token=wrong'), { redirect: 'manual' }).catch(() => null);
    const guesses = Promise.all(Array.from({ length: 25 }, guess));
    const started = performance.now();
    expect((await ask('/')).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(900);
    await guesses;
    expect(performance.now() - started).toBeGreaterThan(900);
  });

  test('B8, P11: neither token nor cookie nor name gets into the log', async () => {
    await fetch(host.url, { redirect: 'manual' });
    await fetch(host.url, { redirect: 'manual' });
    await ask('/files?name=Ibu%20Sri.txt', { method: 'POST', body: 'x', headers: { origin: 'http://evil.example' } });
    expect(host.logged.length).toBeGreaterThan(1);
    const text = host.logged.join('\n');
    for (const secret of [host.token, host.usedToken, host.cookie.split('=')[1] ?? 'x', 'Sri'])
      expect(text).not.toContain(secret);
  });
});

test('every answer carries the headers of RELIABILITY 3.4, and none for other origins', async () => {
  const answers = [
    await ask('/'),
    await ask('/assets/index-1a2b3c.js'),
    await ask('/nothing'),
    await call('{}'),
    await fetch(address('/')),
    await fetch(host.url, { redirect: 'manual' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400, 401, 303]);
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*usb=\(\)/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
  }
  expect(answers[1]?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

describe('calls', () => {
  test('answers are values, errors among them', async () => {
    const answer = await call('{"method":"codes.list","input":{"a":"é"}}');
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, value: { a: 'é' } }]);
  });
  test('what is no request has a status of its own and a typed error', async () => {
    for (const body of [
      '',
      'x',
      '[]',
      '{"method":1,"input":{}}',
      '{"method":"a","input":{},"extra":1}',
      `{"method":"a","input":${'['.repeat(70)}${']'.repeat(70)}}`,
    ]) {
      const answer = await call(body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject(
        body.includes('method') && !body.includes('[[') ? {} : { ok: false, error: { code: 'invalid-input' } },
      );
    }
  });
  test('a body that grows past the limit is cut off while it comes in', async () => {
    const head = `POST /call HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `${(1024 * 1024).toString(16)}\r\n${' '.repeat(1024 * 1024)}\r\n`;
    const answer = await sendRaw(host.port, head + chunk.repeat(13));
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(host.app.requests).toEqual([]);
  });
});

describe('files', () => {
  test('are held for an import under a name that is only a name', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 256);
    const answer = await ask(`/files?name=${encodeURIComponent('../Wawancara é.txt')}`, {
      method: 'POST',
      body: bytes,
    });
    const { token } = (await answer.json()) as { token: string };
    const held = host.app.files.take(token);
    expect(held.name).toBe('-Wawancara é.txt');
    expect(Buffer.from(held.bytes).equals(bytes)).toBe(true);
  });
  test('are handed out once, to be saved and never shown', async () => {
    const token = host.app.files.hold({
      name: 'Peta "kode".html',
      mediaType: 'text/html; charset=utf-8',
      bytes: Buffer.from('<p>'),
    });
    const answer = await ask(`/files/${token}`);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Peta -kode-.html"; filename*=UTF-8''Peta%20-kode-.html`,
    );
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe('<p>');
    expect((await ask(`/files/${token}`)).status).toBe(404);
  });
  test('a media type that is none cannot add headers', async () => {
    const token = host.app.files.hold({ name: 'x', mediaType: 'text/html\r\nSet-Cookie: a=b', bytes: Buffer.from('') });
    const answer = await ask(`/files/${token}`);
    expect([answer.headers.get('content-type'), answer.headers.get('set-cookie')]).toEqual([
      'application/octet-stream',
      null,
    ]);
  });
});

test('B10: events reach every open page, with signs of life between them', async () => {
  const answer = await ask('/events');
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (part: string): Promise<void> => {
    while (!text.includes(part)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`ended before ${part}`);
      text += value;
    }
  };
  await readUntil('event: alive');
  host.app.emit({ type: 'session' });
  await readUntil('data: {"type":"session"}\n\n');
  text = '';
  await readUntil('event: alive');
  await reader.cancel();
});

describe('B9: at the limits others are still served', () => {
  test('a header that never ends is cut off after five seconds', async () => {
    const slow = connect(host.port, '127.0.0.1');
    await once(slow, 'connect');
    slow.write('GET / HTTP/1.1\r\nHost: 127.0.0.1');
    const closed = once(slow, 'close');
    slow.resume();
    const started = performance.now();
    expect((await ask('/')).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1000);
    await closed;
    expect(performance.now() - started).toBeLessThan(8000);
  }, 15_000);

  test.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length that is none', 'Content-Length: -1\r\n\r\n'],
    ['a folded header', 'X: a\r\n b\r\n\r\n'],
    ['a space before the colon', 'X : a\r\n\r\n'],
  ])('smuggling: %s', async (_, rest) => {
    const answer = await sendRaw(
      host.port,
      `POST /call HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nContent-Type: application/json\r\n${rest}`,
    );
    expect(answer.status).toBe(400);
    expect(host.app.requests).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')('B8: it listens on 127.0.0.1 and on nothing else', () => {
  const hex = host.port.toString(16).toUpperCase().padStart(4, '0');
  const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    execFileSync('cat', [table], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === '0A')
      .map(([, local]) => local),
  );
  expect(listening).toEqual([`0100007F:${hex}`]);
});

test('closing answers what is under way, ends the events and lets go of the application', async () => {
  const reached = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const slow = await startTestHost(
    createTinyApp(async () => {
      reached.resolve();
      await finish.promise;
      return { ok: true, value: 'done' };
    }),
  );
  const headers = { cookie: slow.cookie, 'content-type': 'application/json' };
  const events = await fetch(`http://127.0.0.1:${slow.port}/events`, { headers });
  const body = '{"method":"a","input":{}}';
  const answer = fetch(`http://127.0.0.1:${slow.port}/call`, { method: 'POST', body, headers });
  await reached.promise;
  const stopped = slow.stop();
  finish.resolve();
  expect(await (await answer).json()).toEqual({ ok: true, value: 'done' });
  await stopped;
  expect(slow.app.listeners()).toBe(0);
  expect(await events.text()).toContain('retry:');
});
