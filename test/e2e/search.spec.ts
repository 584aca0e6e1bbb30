// Searching all texts in the whole window, in both languages: hits in their words, the way to one, coding them in one
// step and taking it back, keeping a search – by mouse and by keyboard, axe clean.

import type { Page } from '@playwright/test';
import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

const first = 'Pewawancara: Bagaimana anggaran desa?\nInforman: Anggaran desa terbuka. Kami menganggarkan jalan.';
const second = 'Pewawancara: Siapa kepala desa?\nInforman: Pak Budi, sejak dua tahun.';

async function study(page: Page): Promise<void> {
  await ask(page, 'projects.create', { name: 'Searching', language: 'en' });
  await ask(page, 'documents.create', { title: 'Ibu Sari', text: first, kind: 'interview' });
  await ask(page, 'documents.create', { title: 'Pak Budi', text: second });
  await ask(page, 'codes.create', { name: 'Desa' });
}

for (const language of ['en', 'id'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'en' ? 'light' : 'dark' }, serveArgs: [] });

    test('finds, leads to a hit, codes what is ticked, keeps the search', async ({ simpul }) => {
      await study(simpul);
      const window = windowOf(simpul, language);
      const { t } = window;
      await window.goTo('reduction');
      await window.tab('codebook.pages', 'search.title').click();
      const query = simpul.getByRole('textbox', { name: t('search.query'), exact: true });
      await query.click();
      await expectAccessible(simpul);
      await simpul.keyboard.type('anggaran desa');
      const rows = simpul.getByRole('list', { name: t('search.hits') }).getByRole('listitem');
      await expect(rows).toHaveCount(5);
      await window.button('search.affixes').click();
      await expect(rows).toHaveCount(6);
      await expect(rows.nth(1)).toHaveText('Pewawancara: Bagaimana anggaran desa?');
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/search-${language}.png` });

      // A hit by mouse leads to its text; the search is still there when one comes back.
      await rows.nth(3).getByRole('button').click();
      await expect(window.transcript).toContainText('Anggaran desa terbuka');
      await window.tab('codebook.pages', 'search.title').click();
      await expect(query).toHaveValue('anggaran desa');
      await expect(rows).toHaveCount(6);

      // By keyboard: the first hit is left out, the others are coded.
      await rows.nth(1).getByRole('checkbox').focus();
      await simpul.keyboard.press('Space');
      const picker = simpul.getByRole('combobox', { name: t('search.code'), exact: true });
      await picker.fill('Desa');
      await simpul.keyboard.press('ArrowDown');
      await simpul.keyboard.press('Enter');
      await window.button('search.code.do', { n: 4 }).click();
      await expect(simpul.getByText(t('search.coded', { n: 4, already: 0 }))).toBeVisible();
      expect((await ask(simpul, 'codings.list', {})).map(({ quote }) => quote)).toEqual([
        'desa',
        'Anggaran',
        'desa',
        'menganggarkan',
      ]);
      await ask(simpul, 'history.undo', {});
      expect(await ask(simpul, 'codings.list', {})).toEqual([]);

      await window.button('search.saved').click();
      await window.menuItem('search.save').click();
      await expectAccessible(simpul);
      await simpul.keyboard.press('Enter');
      await expect
        .poll(async () => (await ask(simpul, 'search.saved', {})).map(({ name }) => name))
        .toEqual(['anggaran desa']);
      await query.fill('"kepala desa" OR');
      await expect(simpul.getByText(t('search.fault.operand', { at: 17 }))).toBeVisible();
      await window.button('search.help').click();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/search-help-${language}.png` });
    });
  });
}
