// What comes in is looked at first: one long file is split, a survey is read column by column, a project of another
// program is planned. In both languages, axe clean, by mouse and by keyboard.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

const shared = join(import.meta.dirname, '../../../shared/data/transcripts');
const isThere = existsSync(shared);
if (!isThere) console.log('real files in the window skipped: ../shared not there');

const answer = 'Menurut saya aplikasinya sangat membantu pekerjaan kami sehari-hari di kantor kecamatan.';

for (const language of ['id', 'en'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'id' ? 'light' : 'dark' } });

    test('a long file is split by its marker, a survey is planned and imported', async ({ simpul: page }, info) => {
      const { t, dialog, goTo } = windowOf(page, language);
      const choose = async (...files: readonly string[]) => {
        const chooser = page.waitForEvent('filechooser');
        await page.keyboard.press('Control+i');
        await (await chooser).setFiles([...files]);
      };
      const long = info.outputPath('diskusi kelompok terarah di kantor kecamatan.txt');
      writeFileSync(long, `=== Rina\nPewawancara: Apa kabar?\nRina: Baik. [00:00:09]\n=== Budi\nBudi: Biasa saja.\n`);
      await ask(page, 'projects.create', { name: 'Masuk', language });
      await goTo('collection');
      await choose(long);
      const looking = dialog('incoming.title', { count: 1 });
      await expect(looking.getByRole('region', { name: t('incoming.sample') })).toContainText('Apa kabar?');
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/incoming-${language}.png` });
      await looking.getByRole('button', { name: new RegExp(t('incoming.split')) }).click();
      await page.getByRole('option', { name: t('incoming.split.marker') }).click();
      await looking.getByRole('textbox', { name: t('incoming.split.marker.text') }).fill('===');
      await page.keyboard.press('Enter');
      const parts = looking.getByRole('region', { name: t('incoming.parts') });
      await expect(parts.getByRole('rowheader')).toHaveText(['Rina', 'Budi']);
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/incoming-split-${language}.png` });
      await looking.getByRole('button', { name: t('incoming.do'), exact: true }).click();
      await expect(dialog('collect.report.title')).toBeVisible();
      await page.keyboard.press('Escape');
      expect((await ask(page, 'documents.list', {})).map(({ title }) => title)).toEqual(['Rina', 'Budi']);

      const survey = info.outputPath('survei.csv');
      writeFileSync(survey, `Nama;Skor;Saran\nRina;4,5;${answer}\nBudi;3;${answer}!\n`);
      await choose(survey);
      const planning = dialog('incoming.table.title', { name: 'survei.csv' });
      await expect(planning.getByRole('list', { name: t('incoming.counts') })).toContainText(
        `${t('incoming.count.newCases')} 2`,
      );
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/incoming-survey-${language}.png` });
      await planning.getByRole('button', { name: t('incoming.table.do') }).click();
      await expect(dialog('incoming.table.done', { name: 'survei.csv' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      expect((await ask(page, 'cases.list', {})).map(({ name }) => name)).toEqual(['Rina', 'Budi']);
      await ask(page, 'history.undo', {});
      expect(await ask(page, 'cases.list', {})).toEqual([]);
    });

    test('real files of every kind are looked at together', async ({ simpul: page }) => {
      test.skip(!isThere, 'skipped: ../shared not there');
      const { dialog, goTo, t } = windowOf(page, language);
      const files = ['txt', 'docx', 'odt', 'rtf', 'html', 'vtt', 'srt'].flatMap((kind) =>
        readdirSync(join(shared, kind))
          .slice(0, 1)
          .map((name) => join(shared, kind, name)),
      );
      await goTo('collection');
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Control+i');
      await (await chooser).setFiles(files);
      const looking = dialog('incoming.title', { count: files.length });
      await expect(looking.getByRole('region', { name: t('incoming.sample') })).toBeVisible({ timeout: 30_000 });
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/incoming-many-${language}.png` });
      await page.keyboard.press('Enter');
      await expect(dialog('collect.report.title')).toBeVisible({ timeout: 60_000 });
    });
  });
}
