// Jottings, memos and links at passages in the real program: once with the mouse in Indonesian, once with the keys
// alone in English, in two other themes; each screen is accessible. Pictures are looked at by a person.

import { readFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { lines, openStudy } from './coding-study.ts';
import { keysOf } from './keys.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

const other = 'Catatan: Antrean kini justru lebih panjang.\nKata Budi jaringan jarang putus.';

async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  await info.attach(name, {
    body: await page.screenshot({ path: info.outputPath(`${name}.png`) }),
    contentType: 'image/png',
  });
}

async function told(page: Page): Promise<readonly string[]> {
  return (await ask(page, 'links.list', {})).map(({ kind, from, to }) => `${from.quote} ${kind} ${to.quote}`);
}

test.describe('with the mouse', () => {
  test.use({ settings: { language: 'id' } });

  test('a jotting becomes a memo; a link across documents is made, followed, changed, listed and breaks', async ({
    simpul: page,
  }, info) => {
    test.setTimeout(420_000);
    const study = await openStudy(page, 'id');
    const { t, button, select, openDocument, transcript, menuItem, dialog, tab } = study;
    const { guid: second } = await ask(page, 'documents.create', { title: 'Budi', text: other });
    const sign = (kind: string) => page.locator(`.transcript-note[data-kind="${kind}"]:visible`);
    const menuAt = async (words: string): Promise<void> => {
      await select(words);
      const { from, to } = await study.placeOf(words);
      await page.mouse.click((from.x + to.x) / 2, from.y, { button: 'right' });
    };

    await menuAt('jaringan putus');
    await menuItem('links.jot').click();
    const jotting = dialog('links.jot');
    await jotting.getByRole('textbox').fill('Seberapa sering?');
    await expectAccessible(page);
    await jotting.getByRole('button', { name: t('links.jot.do') }).click();
    await expect(sign('jotting')).toHaveCount(1);
    await sign('jotting').click();
    const notes = dialog('links.notes');
    await notes.getByRole('textbox').fill('Seberapa sering putus?');
    await notes.getByRole('textbox').press('Control+Enter');
    const memos = () => ask(page, 'memos.list', { documentId: study.documentId });
    await expect
      .poll(async () => (await memos()).map(({ kind, body }) => [kind, body]))
      .toEqual([['jotting', 'Seberapa sering putus?']]);
    await expectAccessible(page);
    await picture(page, info, 'jotting-light');
    await notes.getByRole('button', { name: t('links.convert') }).click();
    await page.getByRole('option', { name: t('memos.kind.analytic'), exact: true }).click();
    await expect.poll(async () => (await memos()).map(({ kind }) => kind)).toEqual(['analytic']);
    await page.keyboard.press('Escape');
    await expect(sign('memo')).toHaveCount(1);
    await expect(sign('jotting')).toHaveCount(0);

    await menuAt('Antrean lebih pendek');
    await menuItem('links.start').click();
    const pending = page.getByRole('region', { name: t('links.pending') });
    await expect(pending).toContainText('Antrean lebih pendek');
    await openDocument('Budi');
    await select('justru lebih panjang');
    await expectAccessible(page);
    await pending.getByRole('button', { name: t('links.finish') }).click();
    const making = dialog('links.make');
    await making.getByRole('button', { name: t('links.kind') }).click();
    await page.getByRole('option', { name: t('links.kind.contradicts'), exact: true }).click();
    await making.getByRole('textbox', { name: t('links.note') }).fill('Dua pihak, dua kesan.');
    await expectAccessible(page);
    await picture(page, info, 'making-light');
    await making.getByRole('button', { name: t('links.make.do'), exact: true }).click();
    await expect.poll(() => told(page)).toEqual(['Antrean lebih pendek contradicts justru lebih panjang']);
    await expect(pending).toHaveCount(0);

    await expect(sign('link-to')).toHaveCount(1);
    await sign('link-to').click();
    await expectAccessible(page);
    await notes.getByRole('button', { name: /Antrean lebih pendek/ }).click();
    await expect(transcript).toContainText(lines[1]);
    await expect(sign('link-from')).toBeVisible();
    await tab('inspector.title', 'links.tab').click();
    const panel = page.getByRole('region', { name: t('links.title') });
    await expect(panel.getByRole('article')).toHaveCount(1);
    await expectAccessible(page);
    await picture(page, info, 'panel-light');
    await panel.getByRole('button', { name: t('links.turn') }).click();
    await expect.poll(() => told(page)).toEqual(['justru lebih panjang contradicts Antrean lebih pendek']);
    await panel.getByRole('button', { name: t('links.change') }).click();
    const changing = dialog('links.change');
    await changing.getByRole('button', { name: t('links.kind') }).click();
    await page.getByRole('option', { name: t('links.kind.example'), exact: true }).click();
    await changing.getByRole('button', { name: t('links.change.do'), exact: true }).click();
    await expect.poll(() => told(page)).toEqual(['justru lebih panjang example Antrean lebih pendek']);

    const { revision, text } = await ask(page, 'documents.text', { documentId: second });
    const at = text.indexOf(' justru lebih panjang');
    const splices = [{ at, remove: ' justru lebih panjang'.length, insert: '' }];
    await ask(page, 'documents.editText', { documentId: second, revision, splices });
    await expect(panel.getByText(t('links.lost'))).toBeVisible();
    await tab('codebook.pages', 'links.title').click();
    const table = page.getByRole('grid', { name: t('links.title') });
    await expect(table.getByRole('row')).toHaveCount(2);
    await expect(table).toContainText(`(${t('links.lost')})`);
    await expectAccessible(page);
    await picture(page, info, 'page-light');
    const saved = page.waitForEvent('download');
    await button('links.csv').click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    expect(csv).toContain(t('links.kind.example'));
    expect(csv).toContain('Dua pihak, dua kesan.');

    await tab('codebook.pages', 'codebook.page.coding').click();
    await study.document('Budi').click();
    await page.mouse.move(0, 0);
    await page.keyboard.press('Delete');
    await expect(page.getByText(t('links.deleted-with', { n: 1 }))).toBeVisible();
    await page.getByRole('button', { name: t('ui.cancel'), exact: true }).click();
  });
});

test.describe('with the keys', () => {
  for (const theme of ['dark', 'sepia'] as const) {
    test.describe(theme, () => {
      test.use({ settings: { language: 'en', theme } });

      test('jot, step, open, link, give up, follow and undo', async ({ simpul: page }, info) => {
        test.setTimeout(300_000);
        const study = await openStudy(page, 'en');
        const { t, transcript, dialog } = study;
        const keys = keysOf(windowOf(page, 'en'));
        const selected = study.selected;
        const memos = async () =>
          (await ask(page, 'memos.list', { documentId: study.documentId })).map(({ body }) => body);

        await transcript.focus();
        await keys.select('Antrean lebih pendek');
        await keys.press('n');
        await expect(dialog('links.jot').getByRole('textbox')).toBeFocused();
        await keys.type('Since when? '.repeat(12).trim());
        await keys.press('Enter');
        await expect.poll(memos).toEqual(['Since when? '.repeat(12).trim()]);
        await expect(transcript).toBeFocused();
        await keys.select('Sejak tahun lalu');
        await keys.press('Alt+Shift+ArrowDown');
        await expect.poll(selected).toBe('Antrean lebih pendek');
        await keys.press('Shift+N');
        await expect(dialog('links.notes').getByRole('textbox')).toBeFocused();
        await expectAccessible(page);
        await picture(page, info, `jotting-${theme}`);
        await keys.press('Escape');
        await expect(transcript).toBeFocused();

        const pending = page.getByRole('region', { name: t('links.pending') });
        await keys.select('Bidang informatika');
        await keys.press('k');
        await expect(pending).toContainText('Bidang informatika');
        await keys.press('Escape');
        await expect(pending).toHaveCount(0);
        await keys.press('k');
        await expect(pending).toBeVisible();
        await keys.select('jaringan putus');
        await keys.press('Shift+K');
        await expect(dialog('links.make')).toBeVisible();
        await expectAccessible(page);
        await keys.tabTo(dialog('links.make').getByRole('button', { name: t('links.make.do'), exact: true }));
        await keys.press('Enter');
        await expect.poll(() => told(page)).toEqual(['Bidang informatika explains jaringan putus']);
        await keys.select('jaringan putus');
        await keys.press('g');
        await expect.poll(selected).toBe('Bidang informatika');
        await keys.press('Alt+Shift+ArrowUp');
        await expect.poll(selected).toBe('jaringan putus');
        // Where there is room, the jotting is read beside its words.
        await page.setViewportSize({ width: 1920, height: 900 });
        await expect(page.locator('.transcript-note-card:visible')).toHaveText('Since when? '.repeat(12).trim());
        await picture(page, info, `linked-${theme}`);
        await keys.run('links.show');
        const panel = page.getByRole('region', { name: t('links.title') });
        await expect(panel.getByRole('article')).toHaveCount(1);
        await expectAccessible(page);
        await keys.press('Control+z');
        await expect.poll(() => told(page)).toEqual([]);
        await expect(panel.getByText(t('links.none'))).toBeVisible();
      });
    });
  }
});
