// The researcher's own displays in the whole window, in both languages: a matrix from a template, a cell with its
// quotations and words, the mark that its evidence changed, a kept result – by mouse and keyboard, axe clean.

import type { Page } from '@playwright/test';
import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

for (const language of ['en', 'id'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'en' ? 'light' : 'dark' }, serveArgs: [] });

    test('a matrix from a template: cell, words, stale mark and back (R-14, R-15)', async ({ simpul }) => {
      await ask(simpul, 'projects.openSample', { language });
      for (const { guid } of await ask(simpul, 'displays.list', {})) {
        await ask(simpul, 'displays.remove', { displayId: guid });
      }
      const window = windowOf(simpul, language);
      const { t } = window;
      await window.goTo('display');
      await window.tab('matrices.pages', 'matrices.page.matrices').click();
      await expect(simpul.getByText(t('matrices.empty'))).toBeVisible();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/matrices-empty-${language}.png` });
      await window.button('matrices.new').click();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/matrices-new-${language}.png` });
      await window.button('matrices.create').click();
      const grid = simpul.getByRole('grid', { name: t('matrices.grid', { name: t('matrix.kind.role-ordered') }) });
      const cells = grid.getByRole('gridcell');
      await cells.first().focus();
      await simpul.keyboard.press('ArrowRight');
      await simpul.keyboard.press('ArrowLeft');
      await simpul.keyboard.press('Enter');
      const words = simpul.getByRole('textbox', { name: t('matrices.cell.text') });
      await words.fill('Pimpinan mendorong kerja lintas bidang.');
      await simpul.getByRole('textbox', { name: t('matrices.cell.rating') }).fill('+');
      await simpul.getByRole('textbox', { name: t('matrices.cell.rating') }).press('Enter');
      await expect(cells.first()).toContainText('Pimpinan mendorong');
      await expect(cells.first()).toContainText('+');
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/matrices-${language}.png` });

      const [matrix] = await ask(simpul, 'displays.list', {});
      const displayId = matrix?.guid ?? '';
      const { rows, columns } = await ask(simpul, 'displays.matrix', { displayId });
      const place = { displayId, row: rows[0]?.key ?? '', column: columns[0]?.key ?? '' };
      const { codings } = await ask(simpul, 'displays.evidence', place);
      await ask(simpul, 'codings.delete', { codingIds: codings.slice(0, 1) });
      await expect(simpul.getByText(t('matrices.cell.stale.text'))).toBeVisible();
      await expect(simpul.getByText(t('matrices.stale', { n: 1 }))).toBeVisible();
      await ask(simpul, 'history.undo', {});
      await expect(simpul.getByText(t('matrices.cell.stale.text'))).toBeHidden();
      await ask(simpul, 'history.redo', {});
      await window.button('matrices.cell.holds').click();
      await expect(simpul.getByText(t('matrices.cell.stale.text'))).toBeHidden();
    });

    test('stays usable with 60 cases × 40 codes and long names', async ({ simpul }) => {
      const displayId = await largeMatrix(simpul);
      const window = windowOf(simpul, language);
      await window.goTo('display');
      await window.tab('matrices.pages', 'matrices.page.matrices').click();
      const grid = simpul.getByRole('grid', { name: window.like('matrices.grid') });
      await expect(grid).toHaveAttribute('aria-rowcount', '61');
      await expect(grid).toHaveAttribute('aria-colcount', '41');
      await grid.getByRole('gridcell').first().focus();
      await simpul.keyboard.press('ControlOrMeta+End');
      const last = grid.locator('[role=row][aria-rowindex="61"] [aria-colindex="41"]');
      await expect(last).toBeFocused();
      await expect(last).toBeInViewport();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/matrices-large-${language}.png` });
      expect((await ask(simpul, 'displays.matrix', { displayId })).rows).toHaveLength(60);
    });

    test('a result that is kept says when it no longer holds, and what changed', async ({ simpul }) => {
      await ask(simpul, 'projects.openSample', { language });
      const window = windowOf(simpul, language);
      const { t } = window;
      await window.goTo('display');
      await window.button('results.keep').click();
      await simpul.getByRole('textbox', { name: t('results.comment') }).fill('Sebelum pemeriksaan');
      await window.button('results.keep.do').click();
      await expect(simpul.getByText(t('results.kept', { name: t('display.frequency.title') }))).toBeVisible();
      await window.tab('matrices.pages', 'matrices.page.results').click();
      await expect(simpul.getByRole('textbox', { name: t('results.comment') })).toHaveValue('Sebelum pemeriksaan');
      await expectAccessible(simpul);
      const [coding] = await ask(simpul, 'codings.list', {});
      await ask(simpul, 'codings.delete', { codingIds: [coding?.guid ?? ''] });
      await expect(simpul.getByText(t('results.stale.text'))).toBeVisible();
      await window.button('results.renew').first().click();
      await expect(simpul.getByText(t('results.stale.text'))).toBeHidden();
      await expect(simpul.getByText(new RegExp(t('results.column.codings'))).first()).toBeVisible();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/results-${language}.png` });
    });

    test('the report is read in the window and saved as Word', async ({ simpul }) => {
      await ask(simpul, 'projects.openSample', { language });
      const window = windowOf(simpul, language);
      const { t } = window;
      await window.goTo('display');
      await window.tab('matrices.pages', 'matrices.page.report').click();
      const paper = simpul.getByRole('region', { name: t('report.preview') });
      await expect(paper).toContainText(t('report.thesis.method'));
      await expect(paper).toContainText(t('report.informants.table'));
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/report-${language}.png` });
      const download = simpul.waitForEvent('download');
      await window.button('report.save.docx').click();
      expect((await download).suggestedFilename()).toMatch(/\.docx$/);
    });
  });
}

async function largeMatrix(page: Page): Promise<string> {
  await ask(page, 'projects.create', { name: 'Besar', language: 'id' });
  const long = 'dengan nama yang panjang sekali supaya lebarnya terlihat pada setiap kepala';
  const ids: string[] = [];
  for (let code = 1; code <= 40; code += 1) {
    ids.push((await ask(page, 'codes.create', { name: `Kode ${code} ${long}`.slice(0, 80) })).guid);
  }
  for (let number = 1; number <= 60; number += 1) {
    const { guid } = await ask(page, 'documents.create', { title: `Wawancara ${number}`, text: 'Satu. Dua. Tiga.' });
    await ask(page, 'cases.create', { name: `Kasus ${number} ${long}`.slice(0, 80), documentIds: [guid] });
    const codeId = ids[number % 40] ?? '';
    await ask(page, 'codings.create', { documentId: guid, codeId, start: 0, end: 5 });
  }
  const axes = { rows: { by: 'cases' as const }, columns: { by: 'codes' as const, ids } };
  return (await ask(page, 'displays.create', { kind: 'case-code', name: 'Kasus × kode', definition: axes })).guid;
}
