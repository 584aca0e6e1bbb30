import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { MemoryProject } from '../harness/memory-project.ts';
import { expect, test as base } from './fixture.ts';

declare global {
  interface Window {
    project: MemoryProject;
  }
}

const test = base.extend<{ readonly area: Page }>({
  area: async ({ page, address }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
        complaints.push(message.text());
    });
    await page.goto(`${address}reduction.html`);
    await page.getByRole('textbox', { name: /Wawancara Kepala Bidang/ }).waitFor();
    await use(page);
    expect(complaints).toEqual([]);
  },
});

test('a passage is coded by Enter, two letters, Enter; the coding is listed once and drawn', async ({ area }) => {
  await selectWords(area, 'Sinyal sering hilang');
  await area.keyboard.press('Enter');
  const field = area.getByRole('combobox', { name: 'Nama kode' });
  await expect(field).toBeFocused();
  await area.keyboard.type('ak');
  await area.keyboard.press('Enter');
  await expect(area.getByRole('listitem').filter({ hasText: 'Akses layanan: Sinyal sering hilang' })).toHaveCount(1);
  expect(await quotes(area)).toEqual(['Sinyal sering hilang']);
  await expect(textOf(area)).toBeFocused();
  await expect(area.locator('.transcript-name.is-active')).toHaveText(/Akses layanan/);
  await area.screenshot({ path: 'out/browser-tests/reduction.png' });
});

test('a name that no code has makes the code; 1 uses the last code again; Delete removes the active coding', async ({
  area,
}) => {
  await selectWords(area, 'anggaran terlambat');
  await area.keyboard.press('Enter');
  await area.keyboard.type('Hambatan dana');
  await expect(area.getByRole('option', { name: 'Buat kode “Hambatan dana”' })).toBeVisible();
  await area.screenshot({ path: 'out/browser-tests/reduction-quick.png' });
  await area.getByRole('option', { name: 'Buat kode “Hambatan dana”' }).click();
  await expect.poll(() => quotes(area)).toEqual(['anggaran terlambat']);
  await selectWords(area, 'Siapa yang tertinggal');
  await area.keyboard.press('1');
  await expect.poll(() => quotes(area)).toEqual(['anggaran terlambat', 'Siapa yang tertinggal']);
  await area.keyboard.press('Delete');
  await expect.poll(() => quotes(area)).toEqual(['anggaran terlambat']);
});

test('what is typed is stored after a pause; codings follow; a changed one is reviewed', async ({ area }) => {
  await selectWords(area, 'Sinyal sering hilang');
  await area.keyboard.press('Enter');
  await area.keyboard.type('ka');
  await area.keyboard.press('Enter');
  await expect.poll(() => quotes(area)).toEqual(['Sinyal sering hilang']);
  await area.keyboard.press('Control+e');
  await expect(textOf(area)).toHaveAttribute('aria-readonly', 'false');
  await selectWords(area, 'sering');
  await area.keyboard.type('kerap');
  await expect(area.getByText('Semua perubahan tersimpan')).toBeVisible();
  await expect.poll(() => quotes(area)).toEqual(['Sinyal kerap hilang']);
  await area.getByRole('button', { name: 'Perlu ditinjau: 1' }).click();
  const dialog = area.getByRole('dialog', { name: 'Koding yang berubah karena penyuntingan' });
  await expect(dialog).toContainText('Sinyal sering hilang');
  await expect(dialog).toContainText('Sinyal kerap hilang');
  await dialog.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(dialog).toContainText('Tidak ada yang perlu ditinjau');
});

test('an edit of another window reaches the text while one types here; both stay', async ({ area }) => {
  await area.keyboard.press('Control+e');
  await selectWords(area, 'gawai');
  await area.keyboard.press('ArrowRight');
  await area.keyboard.type(' pintar');
  await area.evaluate(() => window.project.editElsewhere([{ at: 0, remove: 11, insert: 'P' }]));
  await area.keyboard.type(' mereka');
  await expect.poll(() => area.evaluate(() => window.project.text())).toContain('gawai pintar mereka');
  const [stored, shown] = await area.evaluate(() => [
    window.project.text(),
    [...document.querySelectorAll('.transcript-text p')].map((line) => line.textContent).join('\n'),
  ]);
  expect(shown).toBe(stored);
  expect(stored?.startsWith('P: Bagaimana')).toBe(true);
});

test('find steps through the hits and leads to them', async ({ area }) => {
  await textOf(area).focus();
  await area.keyboard.press('Control+f');
  await area.keyboard.type('warga');
  await expect(area.getByText('1 dari 2')).toBeVisible();
  await area.keyboard.press('Enter');
  await expect(area.getByText('2 dari 2')).toBeVisible();
  await area.keyboard.press('Escape');
  await expect(textOf(area)).toBeFocused();
  expect(await area.evaluate(() => document.getSelection()?.toString())).toBe('Warga');
});

test('the menu of a passage offers what can be done with it', async ({ area }) => {
  await selectWords(area, 'pelatihan ditunda');
  await area.keyboard.press('Shift+F10');
  const menu = area.getByRole('menu', { name: 'Bagian dan koding' });
  await expect(menu.getByRole('menuitem', { name: /in-vivo/ })).toBeVisible();
  await menu.getByRole('menuitem', { name: /in-vivo/ }).click();
  await expect.poll(() => quotes(area)).toEqual(['pelatihan ditunda']);
  await expect(area.locator('.transcript-name.is-active')).toHaveText(/pelatihan ditunda/);
});

test('axe finds nothing (WCAG 2.2 A and AA)', async ({ area }) => {
  await selectWords(area, 'Sinyal sering hilang');
  await area.keyboard.press('Enter');
  await area.keyboard.type('ak');
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const open = await new AxeBuilder({ page: area }).withTags(tags).analyze();
  expect(open.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await area.keyboard.press('Enter');
  const closed = await new AxeBuilder({ page: area }).withTags(tags).analyze();
  expect(closed.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

function textOf(area: Page) {
  return area.getByRole('textbox', { name: /Wawancara Kepala Bidang/ });
}

async function selectWords(area: Page, words: string): Promise<void> {
  await textOf(area).focus();
  await area.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.transcript-text') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }, words);
  await expect(area.getByText(`${words.length} disorot`)).toBeVisible();
}

async function quotes(area: Page): Promise<readonly string[]> {
  return area.evaluate(() => window.project.codings().map(({ quote }) => quote));
}
