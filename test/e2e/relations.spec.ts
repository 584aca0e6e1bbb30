// Crosstab, correspondence map and sequence in the whole window, in both languages: by mouse and keyboard, each number
// to its quotations, axe clean.

import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

for (const language of ['en', 'id'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'en' ? 'light' : 'dark' } });

    test('codes by a variable: table, map, tests, quotations', async ({ simpul }) => {
      const window = windowOf(simpul, language);
      const { t, like, option } = window;
      const shot = (name: string) => simpul.screenshot({ path: `out/looks/crosstab-${name}-${language}.png` });
      await window.goTo('display');
      await window.tab('display.views', 'display.view.crosstab').click();
      const grid = simpul.getByRole('table', { name: like('crosstab.grid') });
      await expect(grid).toBeVisible();
      // By keyboard to a cell, and on to one that holds something.
      await grid.locator('[data-cell="1 1"]').focus();
      await simpul.keyboard.press('ArrowDown');
      await expect(grid.locator('[data-cell="2 1"]')).toBeFocused();
      await grid
        .locator('td')
        .filter({ hasText: /^[1-9]/ })
        .first()
        .focus();
      await simpul.keyboard.press('Enter');
      await expect(simpul.getByRole('grid', { name: like('quotations.list') })).toBeVisible();
      await window.settled();
      await expectAccessible(simpul);
      await shot('table');
      const select = async (label: Parameters<typeof t>[0], to: string): Promise<void> => {
        await simpul.getByRole('button', { name: new RegExp(`${t(label)}$`) }).click();
        await option(to).click();
      };
      await select('display.heatmap.shows', t('crosstab.cells.residuals'));
      await select('display.heatmap.order', t('crosstab.order.cluster'));
      await window.settled();
      await expectAccessible(simpul);
      await shot('residuals');
      await select('crosstab.shows', t('crosstab.shows.map'));
      const map = simpul.getByRole('listbox', { name: t('crosstab.map.picture') });
      await map.focus();
      await simpul.keyboard.press('Enter');
      await window.settled();
      await expectAccessible(simpul);
      await shot('map');
      await select('crosstab.shows', t('crosstab.shows.tests'));
      await expect(simpul.getByText(t('analysis.caution.purposive-sample'))).toBeVisible();
      await expect(simpul.getByRole('table', { name: t('crosstab.tests.table') })).toBeVisible();
      await expectAccessible(simpul);
      await shot('tests');
    });

    test('sequences: matrix, pairs, table', async ({ simpul }) => {
      const window = windowOf(simpul, language);
      const { t, like } = window;
      await window.goTo('display');
      await window.tab('display.views', 'display.view.sequence').click();
      await simpul.getByRole('button', { name: t('display.table') }).click();
      const table = simpul.getByRole('table', { name: t('sequence.table') });
      await table.getByRole('row').nth(1).focus();
      await simpul.keyboard.press('Enter');
      const { codes, counts, z } = await ask(simpul, 'analysis.sequence', {});
      const pairs = simpul.getByRole('list', { name: like('sequence.pairs') }).getByRole('listitem');
      let [most, count] = [0, 0];
      codes.forEach((_, row) =>
        codes.forEach((_other, column) => {
          const n = counts[row]?.[column] ?? 0;
          const far = Math.abs(z[row]?.[column] ?? 0);
          if (n > 0 && far > most) [most, count] = [far, n];
        }),
      );
      await expect(pairs).toHaveCount(count);
      await simpul.getByRole('button', { name: t('display.picture') }).click();
      await expect(simpul.getByRole('grid', { name: like('display.heatmap.grid') })).toBeVisible();
      await window.settled();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/sequence-${language}.png` });
      await pairs.first().getByRole('button').first().click();
      await expect(window.transcript).toBeVisible();
    });
  });
}
