// Pictures of every chart with 3, 30 and 200 codes, names of 80 characters, light and dark, in both languages, for a
// person to look at: SIMPUL_CHART_PICTURES=FOLDER npx playwright test -c test/e2e/playwright.config.ts chart-pictures
// It is no part of the normal run; charts.spec.ts holds what can be told without looking.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DisplayId } from '../../src/renderer/features/display/displays.ts';
import { type ChartSize, chartProject, dressCharts } from './chart-study.ts';
import { expect, test } from './served.ts';
import { windowOf } from './window.ts';

const folder = process.env['SIMPUL_CHART_PICTURES'];
const only = process.env['SIMPUL_CHARTS']?.split(',');
const sizes: readonly ChartSize[] = [3, 30, 200];
const looks = [
  ['id', 'light'],
  ['en', 'dark'],
] as const;
const views = [
  'frequency',
  'bars',
  'heatmap',
  'network',
  'dendrogram',
  'crosstab',
  'sequence',
  'map',
  'proximity',
  'code-line',
  'flow',
  'saturation',
  'words',
  'similar',
] as const satisfies readonly DisplayId[];

for (const codes of folder ? sizes : []) {
  for (const [language, theme] of looks) {
    const project = await chartProject(codes);
    test.describe(`${codes} ${language} ${theme}`, () => {
      test.use({ settings: { language, theme }, serveArgs: [project] });

      test('pictures', async ({ simpul }) => {
        test.setTimeout(600_000);
        const window = windowOf(simpul, language);
        const { t, tab } = window;
        await expect(simpul.getByRole('navigation')).toBeVisible();
        await dressCharts(simpul);
        await window.goTo('display');
        const take = async (name: string): Promise<void> => {
          // Two hundred tests by drawing take their time on a busy machine.
          await expect(simpul.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
          await drawn(simpul);
          await simpul.screenshot({ path: join(folder ?? '', `${name}-${codes}-${language}-${theme}.png`) });
        };
        for (const view of views.filter((each) => only?.includes(each) ?? true)) {
          await tab('display.views', `display.view.${view}`).click();
          if (view === 'words') {
            await take('words-table');
            await window.button('display.picture').click();
          }
          if (view === 'similar') {
            await simpul.getByRole('combobox', { name: t('similar.code') }).fill('Anggaran');
            await simpul.keyboard.press('ArrowDown');
            await simpul.keyboard.press('Enter');
          }
          await take(view);
          if (view === 'crosstab') {
            for (const shows of ['map', 'tests'] as const) {
              await simpul.getByRole('button', { name: new RegExp(`${t('crosstab.shows')}$`) }).click();
              await simpul.getByRole('option', { name: t(`crosstab.shows.${shows}`) }).click();
              await take(`crosstab-${shows}`);
            }
          }
        }
      });
    });
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
