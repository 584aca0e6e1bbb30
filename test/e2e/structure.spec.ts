// Speakers, guide, outline and recording of a transcript, once by mouse and once by keyboard, in both languages.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { smallWav } from '../support/small-wav.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const title = 'Wawancara dengan penanda waktu';
const turns = Array.from({ length: 12 }, (_, index) => [
  `[00:00:${String(index * 2).padStart(2, '0')}] P: ${index === 3 ? 'Apa saja kendala yang Ibu hadapi dalam layanan daring?' : `Pertanyaan ke-${index + 1}, bagaimana menurut Ibu?`}`,
  `Sri: Jawaban ke-${index + 1}. ${'Kami bekerja seperti biasa, dari pagi sampai sore. '.repeat(8)}`,
]);
const text = ['HASIL WAWANCARA', ...turns.flat()].join('\n');

/** Pictures for whoever wants to look: a folder of their own, unless one is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SIMPUL_LOOK'];
  if (folder) writeFileSync(join(folder, `${name}.png`), await page.screenshot());
}

async function openTranscript(window: SimpulWindow): Promise<void> {
  await window.goTo('reduction');
  await ask(window.page, 'documents.create', { title, text });
  await window.openDocument(title);
}

const panel = (window: SimpulWindow) =>
  window.page.getByRole('region', { name: window.t('structure.title'), exact: true });
const strip = (window: SimpulWindow) =>
  window.page.getByRole('region', { name: window.t('structure.player'), exact: true });
const showTab = async (window: SimpulWindow, key: 'outline' | 'speakers' | 'guide' | 'recording'): Promise<void> => {
  await window.tab('structure.title', `structure.tab.${key}`).click();
};
const textNow = async (page: Page): Promise<string> => {
  const document = (await ask(page, 'documents.list', {})).find((one) => one.title === title);
  return (await ask(page, 'documents.text', { documentId: document?.guid ?? '' })).text;
};

for (const [language, theme] of [
  ['en', 'light'],
  ['id', 'dark'],
] as const) {
  test.describe(`${language} ${theme}`, () => {
    test.use({ settings: { language, theme } });
    let folder: string;
    test.beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'simpul-sound-'));
      writeFileSync(join(folder, 'wawancara.wav'), smallWav(24));
      writeFileSync(join(folder, 'lain.wav'), smallWav(24, 330));
      writeFileSync(join(folder, 'bukan.mp3'), '<!doctype html>');
    });
    test.afterAll(() => rmSync(folder, { recursive: true }));

    test('by mouse', async ({ simpul, served }) => {
      test.setTimeout(240_000);
      const window = windowOf(simpul, language);
      const { t } = window;
      await openTranscript(window);
      await window.button('structure.title').click();
      const structure = panel(window);

      await test.step('the outline leads through the text', async () => {
        const tree = structure.getByRole('treegrid', { name: t('structure.tab.outline') });
        await expect(tree.getByRole('row', { name: 'HASIL WAWANCARA' })).toBeVisible();
        const filter = structure.getByRole('searchbox', { name: t('structure.outline.filter') });
        await filter.fill('Jawaban ke-9');
        await tree.getByRole('row', { name: /^Sri: Jawaban ke-9/ }).click();
        await filter.fill('');
        await expect(window.transcript.getByText('Jawaban ke-9.')).toBeInViewport();
        await expectAccessible(simpul);
        await picture(simpul, `outline-${language}-${theme}`);
      });

      await test.step('speakers: role, colour, name everywhere, filter', async () => {
        await showTab(window, 'speakers');
        const speakers = structure.getByRole('list', { name: t('code.speakers') }).getByRole('listitem');
        await expect(speakers).toHaveCount(2);
        await structure.getByRole('button', { name: t('structure.speakers.color', { speaker: 'Sri' }) }).click();
        const colors = simpul.getByRole('dialog', { name: t('structure.speakers.color', { speaker: 'Sri' }) });
        await colors.getByRole('option').nth(4).click();
        await simpul.keyboard.press('Escape');
        await structure.getByRole('button', { name: t('structure.speakers.more', { speaker: 'P' }) }).click();
        await window.menuItem('structure.speakers.rename').click();
        const dialog = window.dialog('structure.rename.title', { speaker: 'P' });
        await dialog.getByLabel(t('structure.rename.name')).fill('Peneliti');
        await expectAccessible(simpul);
        await picture(simpul, `rename-${language}-${theme}`);
        await dialog.getByRole('button', { name: t('structure.rename.do'), exact: true }).click();
        await expect(dialog).toBeHidden();
        await expect.poll(() => textNow(simpul)).toBe(text.replaceAll('] P:', '] Peneliti:'));
        await expect(window.transcript).toContainText('Peneliti: Pertanyaan ke-1');
        await structure.getByRole('button', { name: t('code.speaker.only', { speaker: 'Peneliti' }) }).click();
        await simpul.getByRole('button', { name: t('structure.speakers.hide') }).click();
        await expect(window.transcript.locator('p[data-away]')).toHaveCount(12);
        await expect(window.transcript.getByText('Jawaban ke-2.')).toBeHidden();
        await expectAccessible(simpul);
        await picture(simpul, `hidden-${language}-${theme}`);
        await simpul.getByRole('button', { name: t('structure.speakers.hide') }).click();
        await expect(window.transcript.locator('p[data-away]')).toHaveCount(0);
        await picture(simpul, `speakers-${language}-${theme}`);
        await structure.getByRole('button', { name: t('code.speakers.all') }).click();
      });

      await test.step('all turns of a speaker are coded in one step', async () => {
        await structure.getByRole('button', { name: t('structure.speakers.code', { speaker: 'Sri' }) }).click();
        await expect(simpul.getByText(t('coding.unit.speaker.count', countOfSri()))).toBeVisible();
        await simpul.keyboard.type('inovasi');
        await simpul.keyboard.press('Enter');
        await expect.poll(async () => (await codingsNow(simpul)).length).toBe(12);
        await ask(simpul, 'history.undo', {});
        await expect.poll(async () => (await codingsNow(simpul)).length).toBe(0);
      });

      await test.step('the guide: pasted, found, marked, in the outline', async () => {
        await showTab(window, 'guide');
        await structure.getByRole('button', { name: t('structure.guide.import') }).click();
        const paste = window.dialog('structure.import.title');
        await paste
          .getByLabel(t('structure.import.list'))
          .fill('1. Kendala apa yang dihadapi dalam layanan daring?\n2. Bagaimana anggaran disusun?');
        await paste.getByRole('button', { name: t('structure.import.do', { n: 2 }) }).click();
        await structure.getByRole('button', { name: t('structure.guide.suggest') }).click();
        const found = window.dialog('structure.suggest.title');
        await expect(found.getByRole('listitem')).toHaveCount(1);
        await expectAccessible(simpul);
        await picture(simpul, `suggestions-${language}-${theme}`);
        const box = found.getByRole('checkbox');
        if (!(await box.isChecked())) await found.getByText(/Kendala apa/).click();
        await found.getByRole('button', { name: t('structure.suggest.do', { n: 1 }) }).click();
        await expect(structure.getByText(t('structure.guide.here', { n: 1 }))).toBeVisible();
        await structure.getByRole('button', { name: /^1\. Kendala/ }).click();
        await expect(window.transcript.getByText('Apa saja kendala')).toBeInViewport();
        await expectAccessible(simpul);
        await picture(simpul, `guide-${language}-${theme}`);
        await showTab(window, 'outline');
        await expect(structure.getByRole('row', { name: /^Kendala apa/ })).toBeVisible();
        await picture(simpul, `questions-${language}-${theme}`);
      });

      await test.step('a recording is attached, played and followed', async () => {
        await showTab(window, 'recording');
        const choose = async (button: string, file: string): Promise<void> => {
          const opened = simpul.waitForEvent('filechooser');
          await structure.getByRole('button', { name: button }).click();
          await (await opened).setFiles(join(folder, file));
        };
        await choose(t('structure.recording.attach'), 'bukan.mp3');
        await expect(simpul.getByText(t('error.recording-unknown'))).toBeVisible();
        await choose(t('structure.recording.attach'), 'wawancara.wav');
        const player = strip(window);
        await expect(player.getByText('/ 00:00:24')).toBeVisible();
        await expectAccessible(simpul);
        await picture(simpul, `recording-${language}-${theme}`);
        await player.getByRole('button', { name: t('structure.player.play'), exact: true }).click();
        await expect(player.getByRole('button', { name: t('structure.player.pause'), exact: true })).toBeVisible();
        await expect(player.getByText('00:00:02 /')).toBeVisible();
        await pressStamp(window, '[00:00:14]');
        await expect(player.getByText(/^00:00:1[45] \//)).toBeVisible();
        await expect(window.transcript.getByText('Pertanyaan ke-8,')).toBeInViewport();
        await picture(simpul, `playing-${language}-${theme}`);
        await player.getByRole('button', { name: t('structure.player.pause'), exact: true }).click();
        await player.getByRole('button', { name: t('structure.player.back') }).click();
        await expect(player.getByText(/^00:00:(09|10|11) \//)).toBeVisible();
      });

      await test.step('a recording that is gone is located again, and no other is taken for it', async () => {
        const media = join(
          served.home,
          'projects',
          readdirSync(join(served.home, 'projects')).find((name) => name.endsWith('.media')) ?? '',
        );
        for (const name of readdirSync(media)) rmSync(join(media, name));
        await simpul.reload();
        await window.openDocument(title);
        await expect(
          strip(window).getByText(t('structure.recording.missing', { name: 'wawancara.wav' })),
        ).toBeVisible();
        await expectAccessible(simpul);
        await picture(simpul, `missing-${language}-${theme}`);
        for (const [file, message] of [
          ['lain.wav', 'error.recording-other'],
          ['wawancara.wav', null],
        ] as const) {
          const opened = simpul.waitForEvent('filechooser');
          await structure.getByRole('button', { name: t('structure.recording.locate') }).click();
          await (await opened).setFiles(join(folder, file));
          if (message) await expect(simpul.getByText(t(message))).toBeVisible();
        }
        await expect(strip(window).getByText('/ 00:00:24')).toBeVisible();
      });
    });

    test('by keyboard', async ({ simpul }) => {
      test.setTimeout(180_000);
      const window = windowOf(simpul, language);
      const { t } = window;
      await openTranscript(window);
      const run = async (command: string): Promise<void> => {
        await simpul.keyboard.press('Control+k');
        await simpul.getByRole('combobox').fill(command);
        await expect(simpul.getByRole('option', { name: command }).first()).toBeVisible();
        await simpul.keyboard.press('Enter');
      };
      await run(t('structure.open.recording'));
      const opened = simpul.waitForEvent('filechooser');
      await panel(window)
        .getByRole('button', { name: t('structure.recording.attach') })
        .focus();
      await simpul.keyboard.press('Enter');
      await (await opened).setFiles(join(folder, 'wawancara.wav'));
      const player = strip(window);
      await expect(player.getByText('/ 00:00:24')).toBeVisible();

      await window.transcript.focus();
      await simpul.keyboard.press('Control+Home');
      await simpul.keyboard.press('Alt+PageDown');
      await simpul.keyboard.press('Alt+PageDown');
      await simpul.keyboard.press('Shift+F4');
      await expect(player.getByText(/^00:00:0[2-4] \//)).toBeVisible();
      await simpul.keyboard.press('F8');
      await expect(player.getByText(/^00:00:(0[7-9]|10) \//)).toBeVisible();
      await simpul.keyboard.press('F4');
      await expect(player.getByRole('button', { name: t('structure.player.play'), exact: true })).toBeVisible();

      // Also while typing: the keys of the recording are no text, and the stamp has the form of the others.
      await simpul.keyboard.press('Control+e');
      const editing = simpul.getByRole('textbox', { name: t('code.label.edit', { title }) });
      await editing.focus();
      await simpul.keyboard.press('Control+End');
      await expect(editing.getByText('Jawaban ke-12.')).toBeInViewport();
      await simpul.keyboard.press('Control+a');
      await simpul.keyboard.press('ArrowRight');
      await simpul.keyboard.press('Enter');
      await simpul.keyboard.press('F4');
      await simpul.keyboard.type('Sri: Terima kasih ');
      await simpul.keyboard.press('F9');
      await simpul.keyboard.press('F4');
      await expect.poll(() => textNow(simpul)).toMatch(/\nSri: Terima kasih \[00:00:(0[7-9]|1\d|2[0-4])\]$/);
      await simpul.keyboard.press('Control+z');
      await expect.poll(() => textNow(simpul)).not.toMatch(/\]$/);
      await simpul.keyboard.press('Control+e');

      await run(t('structure.open.outline'));
      const row = panel(window).getByRole('row', { name: 'HASIL WAWANCARA' });
      await row.focus();
      await simpul.keyboard.press('End');
      await expect(window.transcript.getByText('Jawaban ke-12.')).toBeInViewport();
      await simpul.keyboard.press('Enter');
      await expect(window.transcript).toBeFocused();

      await run(t('structure.open.guide'));
      await panel(window)
        .getByRole('button', { name: t('structure.guide.add') })
        .focus();
      await simpul.keyboard.press('Enter');
      await simpul.keyboard.type('Pembuka');
      await simpul.keyboard.press('Enter');
      await expect(panel(window).getByRole('button', { name: '1. Pembuka' })).toBeVisible();
      await window.transcript.focus();
      await simpul.keyboard.press('Control+Home');
      await simpul.keyboard.press('ArrowDown');
      await simpul.keyboard.press('End');
      await panel(window)
        .getByRole('button', { name: t('structure.guide.markQuestion', { question: 'Pembuka' }) })
        .focus();
      await simpul.keyboard.press('Enter');
      await expect(panel(window).getByText(t('structure.guide.here', { n: 1 }))).toBeVisible();
      const sections = await ask(simpul, 'guide.sections', {});
      expect(sections.map(({ quote }) => quote)).toEqual(['Pertanyaan ke-1, bagaimana menurut Ibu?']);
    });
  });
}

/** What is said of all turns of Sri before they are coded. */
function countOfSri(): { readonly n: number; readonly speaker: string; readonly characters: number } {
  const characters = turns.reduce((sum, [, answer = '']) => sum + answer.slice('Sri: '.length).trimEnd().length, 0);
  return { n: turns.length, speaker: 'Sri', characters };
}

async function codingsNow(page: Page) {
  const document = (await ask(page, 'documents.list', {})).find((one) => one.title === title);
  return ask(page, 'codings.list', { documentIds: document ? [document.guid] : [] });
}

async function pressStamp(window: SimpulWindow, stamp: string): Promise<void> {
  const { from, to } = await window.placeOf(stamp);
  await window.page.mouse.click((from.x + to.x) / 2, from.y);
}
