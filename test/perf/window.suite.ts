// The window while a job runs on the full-size project: how long its main thread is ever kept from answering.

import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../e2e/served.ts';
import { chromiumPath } from '../support/chromium-path.ts';
import { fullSize, generatedProject } from '../support/generated-project.ts';
import type { Suite } from './measure.ts';

const name = 'ui/longest-block';

export const suite: Suite = {
  names: [name],
  run: async ({ say }) => {
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
      await page.goto(served.url);
      await page.getByRole('navigation').getByText('Display', { exact: true }).waitFor();
      const { longest, calls } = await blocksDuringJobs(page);
      const detail = `longest task of the window's main thread while ${calls} analyses ran one after the other`;
      return [{ name, value: longest, unit: 'ms', budget: 50, detail }];
    } finally {
      await browser.close();
      await served.stop();
    }
  },
};

/** The analyses are asked for by the page itself; what they show is measured by the editor's and charts' own tests. */
function blocksDuringJobs(page: Page): Promise<{ readonly longest: number; readonly calls: number }> {
  return page.evaluate(async () => {
    const inputs = [
      { method: 'analysis.frequency', input: {} },
      ...['overlap', 'paragraph', 'sentence', 'document'].map((level) => ({
        method: 'analysis.cooccurrence',
        input: { level },
      })),
    ];
    // The window has finished showing the project when its main thread had nothing to do for a while.
    const idle = () => new Promise<number>((resolve) => requestIdleCallback((left) => resolve(left.timeRemaining())));
    for (let quiet = 0; quiet < 40; quiet = (await idle()) > 40 ? quiet + 1 : 0);
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask', buffered: false });
    for (const { method, input } of inputs) {
      const answer = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ method, input, jobId: crypto.randomUUID() }),
      });
      const { ok } = (await answer.json()) as { readonly ok: boolean };
      if (!ok) throw new Error(`${method} failed`);
    }
    observer.disconnect();
    return { longest, calls: inputs.length };
  });
}
