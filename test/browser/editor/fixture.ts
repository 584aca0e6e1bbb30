// Builds the harness page once and serves it with the policy of the program, so that a style or script which the
// policy would block fails here.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Harness, HarnessState } from '../harness/main.tsx';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const pageFile = (name: string): string => fileURLToPath(new URL(`../harness/${name}`, import.meta.url));

type Fixtures = { readonly editor: EditorPage };
type WorkerFixtures = { readonly address: string };

export const test = base.extend<Fixtures, WorkerFixtures>({
  address: [
    async ({ playwright: _playwright }, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'simpul-harness-'));
      await build({
        configFile: false,
        logLevel: 'error',
        root: fileURLToPath(new URL('../harness', import.meta.url)),
        plugins: [react()],
        build: {
          rolldownOptions: { input: [pageFile('index.html'), pageFile('reduction.html')] },
          outDir,
          emptyOutDir: true,
          assetsInlineLimit: 0,
          minify: false,
          modulePreload: { polyfill: false },
        },
      });
      const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        const path = normalize((request.url ?? '/').split('?')[0] ?? '/');
        try {
          const body = await readFile(join(outDir, path === '/' ? 'index.html' : path));
          response.writeHead(200, {
            'content-type': types[extname(path)] ?? types['.html'] ?? '',
            'content-security-policy': policy,
          });
          response.end(body);
        } catch {
          response.writeHead(404).end();
        }
      };
      const server = createServer((request, response) => void answer(request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      await use(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, address }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A browser asks for /favicon.ico by itself.
      if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
        complaints.push(message.text());
    });
    await page.goto(address);
    const editor = new EditorPage(page);
    await use(editor);
    expect(complaints).toEqual([]);
    expect(await editor.read((harness) => harness.faults)).toEqual([]);
  },
});

/** The editor with a person's verbs. */
export class EditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get text() {
    return this.page.getByRole('textbox', { name: 'Transkrip' });
  }

  async show(state: Partial<HarnessState>): Promise<void> {
    await this.page.evaluate((next) => window.harness.set(next), state);
    await this.painted();
  }

  /** Waits until React has rendered and the editor has painted. */
  async painted(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
    await this.page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  }

  async select(anchor: number, focus = anchor): Promise<void> {
    await this.page.evaluate((selected) => window.harness.handle?.select(selected), { anchor, focus });
  }

  async read<T>(take: (harness: Harness) => T): Promise<T> {
    return this.page.evaluate(`(${take.toString()})(window.harness)`);
  }

  async content(): Promise<string> {
    return this.read((harness) => harness.handle?.text() ?? '');
  }

  /** The words of the passage that the present selection means. */
  async passage(): Promise<string | null> {
    return this.read((harness) => {
      const { passage, handle } = harness;
      return passage && handle ? handle.slice(passage.start, passage.end) : null;
    });
  }

  /** Centre of the first letter at an offset, on the screen. */
  async pointAt(offset: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate((at) => {
      const selection = document.getSelection();
      window.harness.handle?.select({ anchor: at, focus: at + 1 });
      const box = selection?.getRangeAt(0).getBoundingClientRect();
      window.harness.handle?.select({ anchor: at, focus: at });
      return { x: (box?.left ?? 0) + 2, y: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 };
    }, offset);
  }
}

export { expect };
