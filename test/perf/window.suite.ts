// The window while analyses of the full-size project run and their results are drawn: how long its main thread is ever
// kept from answering.

import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../e2e/served.ts';
import { chromiumPath } from '../support/chromium-path.ts';
import { fullSize, generatedProject } from '../support/generated-project.ts';
import { type Measurement, ms, type Suite } from './measure.ts';

/** The greatest of the others. */
const whole = 'ui/longest-block';
/** Displays that show something without being asked a question; the first runs the analyses, some run a job of their own. */
const views = [
  'Heatmap',
  'Network',
  'Dendrogram',
  'Frequency',
  'Bars',
  'Sequence',
  'Concept map',
  'Proximity',
  'Code line',
  'Flow',
  'Saturation',
  'Words',
] as const;
const nameOf = (view: (typeof views)[number]): string => `${whole}-${view.toLowerCase().replace(' ', '-')}`;
/** From paragraphs to sentences and overlapping codings, then back over results that are kept to whole documents. */
const levels = ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'] as const;
const budget = 50;

export const suite: Suite = {
  names: [whole, ...views.map(nameOf)],
  run: async ({ wants, say }) => {
    // The heatmap runs the analyses that the others draw.
    const wanted = views.filter((view, k) => k === 0 || wants(nameOf(view)));
    say('Opening the full-size project in a window …');
    const executablePath = chromiumPath();
    const home = mkdtempSync(join(tmpdir(), 'simpul-bench-'));
    const path = join(home, 'study.simpul');
    copyFileSync(await generatedProject(fullSize), path);
    const served = await serve({}, [path], home);
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      // The machine may have much else to do: what is measured is processor time.
      page.setDefaultTimeout(180_000);
      await page.goto(served.url);
      const area = page.getByRole('navigation').getByText('Display', { exact: true });
      await area.waitFor();
      await drawn(page);
      await area.click();
      await page.getByRole('tab').first().waitFor();
      await drawn(page);
      const measured: Measurement[] = [];
      for (const view of wanted) {
        say(`${view} …`);
        const { longest, wall } = await longestTask(browser, page, async () => {
          await page.getByRole('tab', { name: view, exact: true }).click();
          await drawn(page);
          if (view !== 'Heatmap') return;
          for (const key of levels) {
            await page.getByRole('button', { name: /Level$/ }).press(key);
            await drawn(page);
          }
        });
        const what = view === 'Heatmap' ? 'four analyses and six heatmaps' : `the ${view.toLowerCase()}`;
        const detail = `longest task of the window's main thread, in processor time, for ${what}; by the clock ${ms(wall)}`;
        measured.push({ name: nameOf(view), value: longest, unit: 'ms', budget, detail });
      }
      const value = Math.max(...measured.map((each) => each.value));
      const detail = 'the longest of them: jobs of 500 codes and 200,000 codings under way, their results drawn';
      return [{ name: whole, value, unit: 'ms', budget, detail }, ...measured];
    } finally {
      await browser.close();
      await served.stop();
    }
  },
};

/** No job is under way, nothing is being arranged, and the main thread has had nothing to do for a while. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const idle = () => new Promise<number>((resolve) => requestIdleCallback((left) => resolve(left.timeRemaining())));
    const isBusy = () => document.querySelector('.progress, [aria-busy="true"]') !== null;
    for (let quiet = 0; quiet < 20; quiet = !isBusy() && (await idle()) > 30 ? quiet + 1 : 0) await idle();
  });
}

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock and of processor time. */
  readonly dur?: number;
  readonly tdur?: number;
};

/**
 * The browser itself says how long each task of the page's main thread took. In processor time: what other programs of
 * this machine took meanwhile does not count.
 */
async function longestTask(browser: Browser, page: Page, act: () => Promise<void>) {
  const mark = `begin ${crypto.randomUUID()}`;
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate((text) => performance.mark(text), mark);
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const own = traceEvents.find(({ name }) => name === mark);
  if (!own) throw new Error('The trace does not hold the page');
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === own.pid && tid === own.tid,
  );
  if (tasks.length === 0) throw new Error('The trace holds no tasks');
  const milliseconds = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0) / 1000;
  return {
    longest: milliseconds(tasks.map(({ dur, tdur }) => tdur ?? dur)),
    wall: milliseconds(tasks.map(({ dur }) => dur)),
  };
}
