// A project goes out for other programs and comes in again: what would change is shown first, merging is one step that
// undo takes back, and the report stays. In both languages, axe clean, by mouse and by keyboard.

import { readFileSync } from 'node:fs';
import { readTable } from '../../src/main/core/tables/read-table.ts';
import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

for (const language of ['id', 'en'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'id' ? 'light' : 'dark' } });

    test('coded passages of one document go out as a table; the report stays', async ({ simpul: page }, info) => {
      const { t, dialog, menuItem } = windowOf(page, language);
      const [first] = await ask(page, 'documents.list', {});
      await page.getByRole('button', { name: new RegExp(`^${t('app.project-menu', { name: '' })}`) }).click();
      await menuItem('exchange.export.open').click();
      const exporting = dialog('exchange.export.title');
      await exporting.getByText(t('exports.segments'), { exact: true }).click();
      await exporting.getByRole('button', { name: new RegExp(`^${t('display.scope.documents')}`) }).click();
      await page.getByRole('checkbox', { name: first?.title ?? '' }).press('Space');
      await page.keyboard.press('Escape');
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/export-segments-${language}.png` });
      const coming = page.waitForEvent('download');
      await exporting.getByRole('button', { name: t('exchange.export.do'), exact: true }).press('Enter');
      const path = info.outputPath('kutipan.xlsx');
      const download = await coming;
      await download.saveAs(path);
      expect(readTable(readFileSync(path), {}, () => undefined).rows).toHaveLength(1 + (first?.codings ?? 0));
      await page.getByRole('button', { name: new RegExp(`^${t('app.project-menu', { name: '' })}`) }).click();
      await menuItem('exchange.reports.open').click();
      await expect(dialog('exchange.reports.title')).toContainText(download.suggestedFilename());
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/export-report-${language}.png` });
    });

    test('a project goes out, is merged into another one, and undo takes it back', async ({ simpul: page }, info) => {
      const { t, button, dialog, document, goTo, menuItem } = windowOf(page, language);
      // A step of history, which no exchange file carries.
      await ask(page, 'codes.create', { name: 'Baru' });
      const codings = (await ask(page, 'codings.list', {})).length;
      await page.getByRole('button', { name: new RegExp(`^${t('app.project-menu', { name: '' })}`) }).click();
      await menuItem('exchange.export.open').click();
      await expectAccessible(page);
      const coming = page.waitForEvent('download');
      await page.keyboard.press('Tab');
      await dialog('exchange.export.title')
        .getByRole('button', { name: t('exchange.export.do') })
        .press('Enter');
      const path = info.outputPath('studi.qdpx');
      await (await coming).saveAs(path);
      await expect(page.getByText(t('interchange.note.history-left-out'))).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');

      await ask(page, 'projects.create', { name: 'Gabungan', language });
      await ask(page, 'documents.create', { title: 'Catatan saya', text: 'Sudah ada sebelumnya.' });
      await goTo('collection');
      await expect(document('Catatan saya')).toBeVisible();
      const choosing = page.waitForEvent('filechooser');
      await page.keyboard.press('Control+i');
      await (await choosing).setFiles(path);
      const merging = dialog('exchange.merge.title', { name: 'studi.qdpx' });
      const added = merging
        .getByRole('row', { name: new RegExp(`^${t('interchange.kind.codings')}`) })
        .getByRole('cell')
        .first();
      await expect(added).toHaveText(String(codings));
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/exchange-merge-${language}.png` });
      await merging.getByRole('button', { name: t('exchange.merge.do') }).click();
      const merged = dialog('exchange.merged.title', { name: 'studi.qdpx' });
      await expect(merged).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/exchange-report-${language}.png` });
      await page.keyboard.press('Escape');
      expect(await ask(page, 'codings.list', {})).toHaveLength(codings);

      await button('app.undo.what', { what: t('history.interchange.merged', { file: 'studi.qdpx' }) }).click();
      await expect
        .poll(async () => (await ask(page, 'documents.list', {})).map(({ title }) => title))
        .toEqual(['Catatan saya']);
      expect(await ask(page, 'codings.list', {})).toEqual([]);
    });
  });
}
