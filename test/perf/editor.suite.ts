// The transcript editor against a bare contenteditable of the same text, in turns, each on a fresh page of one
// browser. Identical runs differ by a third and more, so only the ratios of a round mean anything.

import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../support/chromium-path.ts';
import { serveHarness } from '../support/harness.ts';
import type { Shown, Size } from './editor/page.tsx';
import { median, ms, type Measurement, type Suite } from './measure.ts';

type SizeName = 'S' | 'M' | 'L';

const sizes: Readonly<Record<SizeName, Size>> = {
  S: { characters: 60_000, codings: 200, codes: 50 },
  M: { characters: 300_000, codings: 2000, codes: 50 },
  L: { characters: 1_000_000, codings: 10_000, codes: 50 },
};

type Figures = {
  readonly first: number;
  readonly heap: number;
  readonly key: number;
  readonly apply: number;
  readonly toggle: number;
  readonly undo: number;
  readonly jump: number;
  readonly find: number;
  readonly scroll: number;
};

type Metric = {
  readonly name: string;
  readonly editor: keyof Figures;
  /** What of the yardstick it is divided by. */
  readonly bare: keyof Figures;
  readonly budgets: Readonly<Record<SizeName, number>>;
};

const metrics: readonly Metric[] = [
  { name: 'first-paint', editor: 'first', bare: 'first', budgets: { S: 2.5, M: 1.2, L: 0.7 } },
  { name: 'key', editor: 'key', bare: 'key', budgets: { S: 2, M: 1.3, L: 0.8 } },
  { name: 'apply', editor: 'apply', bare: 'key', budgets: { S: 1.6, M: 1, L: 0.7 } },
  { name: 'toggle', editor: 'toggle', bare: 'key', budgets: { S: 1.5, M: 1, L: 0.7 } },
  { name: 'undo', editor: 'undo', bare: 'key', budgets: { S: 4, M: 5, L: 3 } },
  { name: 'jump', editor: 'jump', bare: 'jump', budgets: { S: 5, M: 4, L: 2.5 } },
  { name: 'find', editor: 'find', bare: 'find', budgets: { S: 2, M: 1.5, L: 1.2 } },
  { name: 'scroll-p95', editor: 'scroll', bare: 'scroll', budgets: { S: 3.5, M: 3, L: 1.6 } },
];
/** Megabytes above the bare page. */
const heapBudgets: Readonly<Record<SizeName, number>> = { S: 2, M: 4, L: 8 };

const sizeNames = ['S', 'M', 'L'] as const;
const rounds = 5;
const keys = 20;
const nameOf = (metric: string, size: SizeName): string => `editor/${metric}/${size}`;

export const suite: Suite = {
  names: [...metrics.map(({ name }) => name), 'heap'].flatMap((metric) =>
    sizeNames.map((size) => nameOf(metric, size)),
  ),
  run: async ({ wants, say }) => {
    say('Building the editor and opening it in a browser, five times in turns with its yardstick …');
    const page = fileURLToPath(new URL('./editor/index.html', import.meta.url));
    const served = await serveHarness([page], { minify: true });
    const executablePath = chromiumPath();
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--enable-precise-memory-info',
        '--disable-features=PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      ],
    });
    try {
      const measured: Measurement[] = [];
      for (const size of sizeNames) {
        const wanted = [...metrics.map(({ name }) => name), 'heap'].filter((metric) => wants(nameOf(metric, size)));
        if (wanted.length === 0) continue;
        const pairs = await roundsOf(browser, served.url, sizes[size]);
        measured.push(...measurementsOf(size, pairs).filter(({ name }) => wants(name)));
      }
      return measured;
    } finally {
      await browser.close();
      await served.end();
    }
  },
};

type Pair = Readonly<Record<Shown, Figures>>;

async function roundsOf(browser: Browser, url: string, size: Size): Promise<readonly Pair[]> {
  // The first page of a browser pays for what all later ones find ready.
  await figuresOf(browser, url, size, 'bare');
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await figuresOf(browser, url, size, 'bare') : null;
    const editor = await figuresOf(browser, url, size, 'editor');
    pairs.push({ editor, bare: first ?? (await figuresOf(browser, url, size, 'bare')) });
  }
  return pairs;
}

async function figuresOf(browser: Browser, url: string, size: Size, shown: Shown): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(url);
    await page.evaluate((wanted) => window.bench.prepare(wanted), size);
    const before = await heapOf(page);
    const first = await page.evaluate((which) => window.bench.show(which), shown);
    const heap = (await heapOf(page)) - before;
    await page.evaluate(() => window.bench.beginKeys());
    for (let key = 0; key < keys; key += 1) {
      await page.keyboard.press('abcdefg'[key % 7] ?? 'a');
      await page.evaluate((count) => window.bench.keysShown(count), key + 1);
    }
    return { first, heap, ...(await restOf(page, shown)) };
  } finally {
    await context.close();
  }
}

/** What comes after typing, in the order in which a researcher does it. */
async function restOf(page: Page, shown: Shown): Promise<Omit<Figures, 'first' | 'heap'>> {
  const key = median(await page.evaluate(() => window.bench.endKeys()));
  const own =
    shown === 'bare'
      ? { undo: Number.NaN, apply: Number.NaN, toggle: Number.NaN }
      : await page.evaluate(async () => ({
          undo: await window.bench.undo(),
          apply: await window.bench.apply(),
          toggle: await window.bench.toggle(),
        }));
  const jump = await page.evaluate(() => window.bench.jump());
  const find = await page.evaluate(() => window.bench.find());
  const frames = await page.evaluate(() => window.bench.scroll());
  const scroll = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
  return { key, ...own, jump, find, scroll };
}

/** Megabytes in use after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
}

function measurementsOf(size: SizeName, pairs: readonly Pair[]): readonly Measurement[] {
  const ofWhole = `median of ${pairs.length} rounds`;
  const ratios = metrics.map(({ name, editor, bare, budgets }): Measurement => {
    const value = median(pairs.map((pair) => pair.editor[editor] / pair.bare[bare]));
    const ours = median(pairs.map((pair) => pair.editor[editor]));
    const theirs = median(pairs.map((pair) => pair.bare[bare]));
    const of = bare === editor ? 'bare' : `bare ${bare}`;
    const detail = `${ms(ours)} ÷ ${of} ${ms(theirs)}, ${ofWhole}`;
    return { name: nameOf(name, size), value, unit: '×', budget: budgets[size], detail };
  });
  const above = median(pairs.map(({ editor, bare }) => editor.heap - bare.heap));
  const detail = `memory of scripts above the bare page, ${ofWhole}`;
  return [...ratios, { name: nameOf('heap', size), value: above, unit: 'MB', budget: heapBudgets[size], detail }];
}
