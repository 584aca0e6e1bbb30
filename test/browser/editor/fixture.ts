// The harness page, built once, and the editor on it with a person's verbs.

import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { serveHarness } from '../../support/harness.ts';
import type { Harness, HarnessState } from '../harness/main.tsx';

const pageFile = (name: string): string => fileURLToPath(new URL(`../harness/${name}`, import.meta.url));

type Fixtures = { readonly editor: EditorPage };
type WorkerFixtures = { readonly address: string };

export const test = base.extend<Fixtures, WorkerFixtures>({
  address: [
    async ({ playwright: _playwright }, use) => {
      const served = await serveHarness([pageFile('index.html'), pageFile('reduction.html')], { minify: false });
      await use(served.url);
      await served.end();
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
