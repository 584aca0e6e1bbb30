// Attacks on the browser host from a real Chromium: a page of another site, a name that turns into 127.0.0.1
// (DNS rebinding), frames, and the ways in that have to work (RELIABILITY B1–B6).

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { chromiumPath } from '../support/chromium-path.ts';
import { startTestHost, type TestHost } from '../support/hosts/browser-host.ts';

const executablePath = chromiumPath();

const window = `<!doctype html><html><head><meta charset="utf-8"><title>Simpul</title>
<script type="module" src="/assets/index-1a2b3c.js"></script></head><body>studi</body></html>`;

test.skipIf(executablePath)('skipped: no Chromium here', () => {
  expect(executablePath).toBeUndefined();
});

describe.runIf(executablePath)('from a real Chromium', () => {
  let browser: Browser;
  let evil: Server;
  let evilAddress: string;
  let host: TestHost;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--host-resolver-rules=MAP rebind.test 127.0.0.1, MAP evil.test 127.0.0.1'],
    });
    evil = createServer((_, response) =>
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><body>evil'),
    );
    evil.listen(0, '127.0.0.1');
    await once(evil, 'listening');
    evilAddress = `http://evil.test:${(evil.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await browser.close();
    evil.close();
  });
  beforeEach(async () => {
    host = await startTestHost(undefined, window);
    context = await browser.newContext();
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await host.stop();
  });

  const ours = (path: string): string => `http://127.0.0.1:${host.port}${path}`;

  test('control: the address opens the window once, the token leaves it, and the window can call', async () => {
    await page.goto(host.url);
    expect(page.url()).toBe(ours('/'));
    expect(await page.textContent('body')).toBe('studi');
    const answer = await page.evaluate(async () => {
      const response = await fetch('/call', {
        method: 'POST',
        body: '{"method":"a","input":7}',
        headers: { 'Content-Type': 'application/json' },
      });
      return response.json() as Promise<unknown>;
    });
    expect(answer).toEqual({ ok: true, value: 7 });
    const event = page.evaluate(
      () => new Promise((resolve) => new EventSource('/events').addEventListener('alive', () => resolve('alive'))),
    );
    expect(await event).toBe('alive');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.reload();
    expect(await page.textContent('body')).toBe('studi');
    await page.goto(host.url);
    expect(await page.textContent('body')).toContain('tidak dapat dipakai lagi');
  });

  test('the address opens from a file on disk too, as openInBrowser has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simpul-leading-'));
    writeFileSync(join(folder, 'x.html'), `<meta http-equiv="refresh" content="0; url=${host.url}">`);
    await page.goto(`file://${join(folder, 'x.html')}`);
    await page.waitForURL(ours('/'));
    expect(await page.textContent('body')).toBe('studi');
    rmSync(folder, { recursive: true });
  });

  test('B3, B4, B5: a foreign page reads nothing, changes nothing and gets no channel', async () => {
    await page.goto(host.url);
    await page.goto(evilAddress);
    const results = await page.evaluate(async (target) => {
      const attempt = (init: RequestInit, path: string): Promise<string> =>
        fetch(target + path, { credentials: 'include', ...init }).then(
          (response) => response.text(),
          () => 'blocked',
        );
      const json = '{"method":"a","input":1}';
      const opens = (source: EventSource | WebSocket): Promise<string> =>
        new Promise((resolve) => {
          source.addEventListener('open', () => resolve('open'));
          source.addEventListener('error', () => resolve('blocked'));
        });
      return [
        await attempt({}, '/'),
        await attempt({ method: 'POST', body: json, headers: { 'Content-Type': 'application/json' } }, '/call'),
        await attempt({ method: 'POST', body: json, headers: { 'Content-Type': 'text/plain' } }, '/call'),
        await attempt({ method: 'POST', body: json, mode: 'no-cors' }, '/call'),
        await attempt({ method: 'POST', body: 'x', mode: 'no-cors' }, '/files?name=a.txt'),
        await opens(new EventSource(`${target}/events`, { withCredentials: true })),
        await opens(new WebSocket(`${target.replace('http', 'ws')}/events`)),
      ];
    }, ours(''));
    expect(new Set(results)).toEqual(new Set(['blocked']));
    // They did arrive: only the host can refuse them.
    expect(host.logged.filter((line) => line.includes('host.refused')).length).toBeGreaterThanOrEqual(results.length);
    expect(host.app.requests).toEqual([]);
    await page.setContent(
      `<form method="post" enctype="text/plain" action="${ours('/call')}"><input name='{"method":"a","input":"' value='"}'></form>`,
    );
    await page.evaluate(() => document.querySelector('form')?.submit());
    await page.waitForURL(ours('/call'));
    expect(host.app.requests).toEqual([]);
  });

  test('B2: a name that turns into 127.0.0.1 gets nothing, not even with the right token', async () => {
    for (const path of ['/', `/?token=${host.token}`]) {
      const response = await page.goto(`http://rebind.test:${host.port}${path}`);
      expect(response?.status()).toBe(403);
    }
    const read = await page.evaluate(() =>
      fetch('/call', {
        method: 'POST',
        body: '{"method":"a","input":1}',
        headers: { 'Content-Type': 'application/json' },
      }).then((response) => response.status),
    );
    expect(read).toBe(403);
    expect(host.app.requests).toEqual([]);
    await page.goto(host.url);
    expect(await page.textContent('body')).toBe('studi');
  });

  test('B6: nothing of ours shows in a frame', async () => {
    await page.goto(host.url);
    const framed = page.waitForEvent('frameattached');
    await page.goto(evilAddress);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, ours('/'));
    const frame = await framed;
    expect(await frame.evaluate(() => document.body.textContent).catch(() => '')).not.toContain('studi');
  });

  test('B1: a link on a foreign page leads to no session', async () => {
    await page.goto(host.url);
    await page.goto(evilAddress);
    await page.setContent(`<a href="${ours('/')}">x</a>`);
    const answered = page.waitForResponse(ours('/'));
    await page.click('a');
    expect((await answered).status()).toBe(403);
  });
});
