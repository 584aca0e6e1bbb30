// A browser host over a small built window, for tests.

import { mkdirSync, mkdtempSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowserHost, type BrowserHost } from '../../../src/main/hosts/browser/server.ts';
import type { Logger } from '../../../src/main/core/ports.ts';
import { sendRaw } from './raw-http.ts';
import { createTinyApp, type TinyApp } from './tiny-app.ts';

export type TestHost = BrowserHost & {
  readonly app: TinyApp;
  readonly token: string;
  /** `name=value` of a session that has entered. */
  readonly cookie: string;
  readonly usedToken: string;
  readonly logged: string[];
  readonly stop: () => Promise<void>;
};

export async function startTestHost(
  app: TinyApp = createTinyApp(),
  page = '<!doctype html><title>Simpul</title>',
): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-host-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'index-1a2b3c.js'), 'export const started = true;\n');
  writeFileSync(join(folder, '.hidden.js'), 'secret');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'secret');
  const logged: string[] = [];
  const log: Logger = {
    info: (code, facts) => logged.push(JSON.stringify({ code, ...facts })),
    fault: (code, error) => logged.push(`${code} ${String(error)}`),
  };
  const host = await startBrowserHost({ app, port: 0, staticFolder: folder, log });
  const usedToken = tokenOf(host.newUrl());
  const entered = await sendRaw(host.port, `GET /?token=${usedToken} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`);
  return {
    ...host,
    app,
    token: tokenOf(host.url),
    usedToken,
    cookie: /^set-cookie: ([^;]+)/im.exec(entered.head)?.[1] ?? '',
    logged,
    stop: async () => {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function tokenOf(url: string): string {
  return new URL(url).searchParams.get('token') ?? '';
}
