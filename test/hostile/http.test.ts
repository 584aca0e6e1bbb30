// The hostile requests of the corpus against a real server, over raw sockets (RELIABILITY B1–B9). They were
// written for no program in particular, so each is sent twice: as it stands, and turned to our own routes and
// credentials, where the status its MANIFEST line names must come out exactly.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestHost, type TestHost } from '../support/hosts/browser-host.ts';
import { sendRaw } from '../support/hosts/raw-http.ts';

const corpus = join(import.meta.dirname, '../../../shared/hostile');
const isThere = existsSync(join(corpus, 'MANIFEST.tsv'));
const lines = isThere
  ? readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([file]) => file?.startsWith('http/'))
      .map(([file = '', , attack = '', , detail = '']) => ({ file, attack, detail }))
  : [];

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());

test.skipIf(isThere)('skipped: ../shared not there', () => {
  expect(lines).toEqual([]);
});

describe.each(lines)('$file: $attack', ({ file, detail }) => {
  test('as it stands it is refused', async () => {
    const before = host.app.requests.length;
    const answer = await sendRaw(host.port, filled(file));
    expectHarmless(answer.head, answer.body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(host.app.requests.length).toBe(before);
    await expectAlive();
  });

  test(`on our own routes: ${detail}`, async () => {
    const before = host.app.requests.filter(isWellFormed).length;
    const answer = await sendRaw(host.port, onOurRoutes(file));
    expectHarmless(answer.head, answer.body);
    expect(expectedStatuses(file, detail)).toContain(answer.status);
    expect(host.app.requests.filter(isWellFormed).length).toBe(before);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
    await expectAlive();
  });
});

test.runIf(isThere)('control: the same server answers a request of ours', async () => {
  const body = '{"method":"projects.session","input":{}}';
  const answer = await sendRaw(
    host.port,
    `POST /call HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: http://127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  expect(answer.status).toBe(200);
  expect(answer.body).toBe('{"ok":true,"value":{}}');
});

function filled(file: string): Buffer {
  const text = readFileSync(join(corpus, 'files', file), 'latin1')
    .replaceAll('{PORT}', String(host.port))
    .replaceAll('{TOKEN_PREFIX}', host.token.slice(0, 20))
    .replaceAll('{USED_TOKEN}', host.usedToken)
    .replaceAll('{TOKEN}', host.token)
    .replaceAll('{COOKIE}', host.cookie);
  return Buffer.from(text, 'latin1');
}

function onOurRoutes(file: string): Buffer {
  const text = filled(file)
    .toString('latin1')
    .replace(`Authorization: Bearer ${host.token}`, `Cookie: ${host.cookie}`)
    .replace(`Authorization: Bearer ${host.token.slice(0, 20)}`, `Cookie: ${host.cookie.slice(0, 30)}`)
    .replace(/^POST \/api\/\w+ /, 'POST /call ')
    .replace(/^GET \/api\/export\?name=(\S*)/, 'GET /files/$1')
    .replace(/^GET \/api\/project\/delete/, 'GET /call')
    .replace(/^GET \/api\/project/, 'GET /events')
    .replace(/^GET \/ws/, 'GET /events');
  return Buffer.from(text, 'latin1');
}

/** Statuses a MANIFEST line names, and for those that name none the ones that refuse. */
function expectedStatuses(file: string, detail: string): readonly number[] {
  if (file === 'http/import-path.txt') return [400];
  // Nothing we hand out is named by its client: a name is no file of ours, whatever it holds.
  if (file === 'http/crlf-header.txt' || file === 'http/export-name.txt') return [400, 404];
  return [...detail.matchAll(/\b[45]\d\d\b/g)].map(([status]) => Number(status));
}

function expectHarmless(head: string, body: string): void {
  expect(head).not.toMatch(/^set-cookie:/im);
  expect(head).not.toMatch(/^access-control-/im);
  expect(head).not.toMatch(/^HTTP\/1\.1 (?:101|5)/);
  expect(body).not.toMatch(/SIMPUL-SECRET|root:/);
}

async function expectAlive(): Promise<void> {
  const started = performance.now();
  const answer = await sendRaw(
    host.port,
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\n\r\n`,
  );
  expect(answer.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(1000);
}

function isWellFormed(request: unknown): boolean {
  return typeof request === 'object' && request !== null && 'method' in request;
}
