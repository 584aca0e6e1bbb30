// Pictures of every chart with 3, 30 and 200 codes, names of 80 characters, light and dark, in both languages, for a
// person to look at: SIMPUL_CHART_PICTURES=FOLDER npx playwright test -c test/e2e/playwright.config.ts chart-pictures
// SIMPUL_CHARTS=bars,map takes some charts, SIMPUL_CHART_LOOKS=id-dark,en-light some looks. It is no part of the normal run; charts.spec.ts holds what can be told without looking.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DisplayId } from '../../src/renderer/features/display/displays.ts';
import { type ChartSize, chartProject, dressCharts } from './chart-study.ts';
import { ask, expect, test } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const folder = process.env['SIMPUL_CHART_PICTURES'];
const only = process.env['SIMPUL_CHARTS']?.split(',');
const onlyLooks = process.env['SIMPUL_CHART_LOOKS']?.split(',');
const sizes: readonly ChartSize[] = [3, 30, 200];
const looks = [
  ['id', 'light'],
  ['en', 'dark'],
  ['id', 'dark'],
  ['en', 'light'],
] as const;
const views = [
  'frequency',
  'bars',
  'heatmap',
  'network',
  'dendrogram',
  'retrieval',
  'crosstab',
  'coding-matrix',
  'sequence',
  'map',
  'proximity',
  'code-line',
  'flow',
  'saturation',
  'answers',
  'words',
  'similar',
  'agreement',
] as const satisfies readonly DisplayId[];

for (const codes of folder ? sizes : []) {
  test.describe(`${codes}`, () => {
    test.use({ settings: { language: 'id', theme: 'light' } });

    test('pictures', async ({ simpul }) => {
      test.setTimeout(1_200_000);
      await expect(simpul.getByRole('navigation')).toBeVisible();
      await ask(simpul, 'projects.open', { path: await chartProject(codes) });
      await dressCharts(simpul);
      for (const [language, theme] of looks) {
        const name = `${language}-${theme}`;
        if (onlyLooks?.includes(name) === false) continue;
        await ask(simpul, 'settings.set', { language, theme });
        await simpul.reload();
        await picturesOf(windowOf(simpul, language), `${codes}-${name}`);
      }
    });
  });
}

async function picturesOf(window: SimpulWindow, look: string): Promise<void> {
  const { page, t, tab } = window;
  await window.goTo('display');
  const take = async (name: string): Promise<void> => {
    // Two hundred tests by drawing take their time on a busy machine.
    for (let round = 0; round < 2; round += 1) {
      await drawn(page);
      await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
    }
    await drawn(page);
    await page.screenshot({ path: join(folder ?? '', `${name}-${look}.png`) });
  };
  const choose = async (name: string, typed: string): Promise<void> => {
    await page.getByRole('combobox', { name }).first().fill(typed);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  for (const view of views.filter((each) => only?.includes(each) ?? true)) {
    await tab('display.views', `display.view.${view}`).click();
    if (view === 'words') {
      await take('words-table');
      await window.button('display.picture').click();
    }
    if (view === 'similar') await choose(t('similar.code'), 'Anggaran');
    if (view === 'retrieval') {
      await page.getByRole('textbox', { name: t('retrieval.text'), exact: true }).fill('Kepemimpinan');
    }
    if (view === 'agreement') {
      await take('agreement');
      await page
        .getByRole('table', { name: t('agreement.table') })
        .getByRole('button')
        .filter({ hasText: /^\d+$/ })
        .first()
        .click();
      await take('agreement-places');
      continue;
    }
    await take(view);
    // It is remembered which of both is shown.
    if (view === 'words') await window.button('display.table').click();
    if (view === 'crosstab') {
      for (const shows of ['map', 'tests'] as const) {
        await page.getByRole('button', { name: new RegExp(`${t('crosstab.shows')}$`) }).click();
        await page.getByRole('option', { name: t(`crosstab.shows.${shows}`) }).click();
        await take(`crosstab-${shows}`);
      }
    }
  }
}

/** What is drawn in slices takes some frames. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let left = 40;
        const next = (): void => {
          left -= 1;
          if (left === 0) resolve();
          else requestAnimationFrame(next);
        };
        next();
      }),
  );
}
