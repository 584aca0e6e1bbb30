// Seeing codes and reading in comfort, in the real program: pictures of what is hard to show, each looked at once by
// a person, and what can be told without looking. Pictures go to the test's own folder, or to docs/ with
// SIMPUL_PICTURES=1.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { root } from '../support/project.ts';
import { smallPng } from '../support/small-png.ts';
import { arabicText, interview, javaneseText, openSeeing } from './seeing-study.ts';
import { ask, expect, expectAccessible, test } from './served.ts';

const kept: readonly string[] = ['twelve-light', 'twelve-dark', 'dense-sepia', 'patterns-light', 'javanese-light'];

async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  const png = await page.screenshot();
  await info.attach(name, { body: png, contentType: 'image/png' });
  const isKept = process.env['SIMPUL_PICTURES'] === '1' && kept.includes(name);
  writeFileSync(isKept ? join(root, 'docs', `seeing-${name}.png`) : info.outputPath(`${name}.png`), smallPng(png));
}

// What differs between the themes is colours; four times where pictures are taken.
const themes = ['light', 'dark', 'sepia', 'contrast'] as const;
for (const theme of process.env['SIMPUL_PICTURES'] ? themes : themes.slice(0, 2)) {
  test.describe(theme, () => {
    test.use({ settings: { language: theme === 'dark' ? 'en' : 'id', theme } });

    test('one, five and twelve codings over each other, long names, 200 codes, other scripts', async ({
      simpul,
    }, info) => {
      test.setTimeout(600_000);
      const study = await openSeeing(simpul, theme === 'dark' ? 'en' : 'id');
      const text = interview(24);
      // Made before the code tree is on the screen, which each of them would change.
      await study.haveCodes(200);
      const show = async (name: string, title: string): Promise<void> => {
        await study.openDocument(title);
        await expect(study.overview).toBeVisible();
        await study.settled();
        if (name === 'patterns' || name === 'dense') await test.step(name, () => expectAccessible(simpul));
        await picture(simpul, info, `${name}-${theme}`);
      };
      const few = await study.add('Satu dan lima', text);
      await study.code(few, [
        [0, 20, 130],
        ...[1, 2, 3, 4, 5].map((code, index) => [code, 420 + index * 40, 800 - index * 30] as const),
      ]);
      await show('one-and-five', 'Satu dan lima');
      const many = await study.add('Dua belas', text);
      await study.code(
        many,
        Array.from({ length: 12 }, (_, code) => [code, 60 + code * 12, 900 - code * 30] as const),
      );
      await show('twelve', 'Dua belas');
      await study.look('seeing.patterns');
      await show('patterns', 'Dua belas');
      await study.look('seeing.patterns');
      const dense = await study.add('Dua ratus kode', interview(60));
      await study.code(
        dense,
        Array.from({ length: 200 }, (_, code) => [code, 30 + code * 31, 90 + code * 31 + ((code * 37) % 160)] as const),
      );
      await show('dense', 'Dua ratus kode');
      const arabic = await study.add('Wawancara Arab', arabicText);
      await study.code(arabic, [
        [0, 9, 60],
        [1, 90, 190],
        [2, 150, 260],
        [3, arabicText.indexOf('And what'), arabicText.indexOf('And what') + 20],
      ]);
      await show('arabic', 'Wawancara Arab');
      const javanese = await study.add('Wawancara Jawa', javaneseText);
      await study.code(javanese, [
        [0, 70, 130],
        [4, 100, 190],
        [2, 10, 40],
      ]);
      await show('javanese', 'Wawancara Jawa');
      expect((await ask(simpul, 'codes.list', {})).length).toBeGreaterThanOrEqual(200);
    });
  });
}

test.describe('what is shown', () => {
  test.use({ settings: { language: 'en' } });

  test('the filter says how much is seen, is remembered with the project, and leaves analysis alone', async ({
    simpul,
  }, info) => {
    const { t, button, add, code, openDocument, codings, margin } = await openSeeing(simpul, 'en');
    const document = await add('Filtered', interview(10));
    const made = await code(document, [
      [0, 10, 60],
      [0, 90, 120],
      [1, 130, 160],
      [4, 200, 240],
    ]);
    const [first] = made;
    if (first) await ask(simpul, 'codings.update', { codingIds: [first], weight: 80 });
    await openDocument('Filtered');
    const frequency = await ask(simpul, 'codings.list', { documentIds: [document] });
    await expect(codings).toHaveCount(4);
    await button('seeing.shown.all', { n: 4 }).click();
    const popover = simpul.getByRole('dialog', { name: t('seeing.shown') });
    await popover.getByRole('checkbox', { name: /^Kepemimpinan/ }).uncheck();
    await expect(button('seeing.shown.some', { n: 2, m: 4 })).toHaveCount(1);
    await expect(codings).toHaveCount(2);
    await popover.getByRole('button', { name: t('seeing.shown.only.of', { code: 'Kepemimpinan' }) }).click();
    await expect(codings).toHaveCount(2);
    await popover.getByRole('spinbutton', { name: t('seeing.shown.from') }).fill('50');
    await expect(codings).toHaveCount(1);
    await popover.getByText(t('seeing.shown.unweighted')).click();
    await expect(codings).toHaveCount(2);
    await expectAccessible(simpul);
    await picture(simpul, info, 'filter');
    await simpul.keyboard.press('Escape');
    await simpul.reload();
    await expect(button('seeing.shown.some', { n: 2, m: 4 })).toBeVisible();
    await expect(simpul.locator('.transcript-name:visible')).toHaveCount(2);
    expect(await ask(simpul, 'codings.list', { documentIds: [document] })).toEqual(frequency);
    await button('seeing.shown.reset').click();
    await expect(button('seeing.shown.all', { n: 4 })).toBeVisible();
    await expect(margin).toHaveAttribute('aria-valuemax', '4');
  });

  test('without marks, only the text, and back by Escape; the place in a document is kept', async ({
    simpul,
  }, info) => {
    const { button, add, code, openDocument, transcript, overview } = await openSeeing(simpul, 'en');
    await code(await add('Long one', interview(120)), [
      [0, 10, 60],
      [1, 70, 160],
    ]);
    await add('Other one', interview(20));
    await openDocument('Long one');
    const names = simpul.locator('.transcript-name:visible');
    await expect(names).toHaveCount(2);
    await transcript.focus();
    await simpul.keyboard.press('Control+Alt+m');
    await expect(names).toHaveCount(0);
    await button('seeing.bare.leave').click();
    await expect(names).toHaveCount(2);
    await overview.focus();
    for (let step = 0; step < 4; step += 1) {
      const before = await overview.getAttribute('aria-valuenow');
      await simpul.keyboard.press('PageDown');
      await expect(overview).not.toHaveAttribute('aria-valuenow', before ?? '');
    }
    const place = Number(await overview.getAttribute('aria-valuenow'));
    await openDocument('Other one');
    await openDocument('Long one');
    await expect(overview).toHaveAttribute('aria-valuenow', String(place));
    await openDocument('Other one');
    await openDocument('Long one');
    await expect(overview).toHaveAttribute('aria-valuenow', String(place));
    // A press into the text, which leaves it where it is.
    const text = await simpul.locator('.transcript').boundingBox();
    await simpul.mouse.click((text?.x ?? 0) + 200, (text?.y ?? 0) + 300);
    await simpul.keyboard.press('Control+Alt+o');
    await expect(simpul.getByRole('navigation')).toHaveCount(0);
    await expect(button('seeing.focus.leave')).toBeVisible();
    const view = await simpul.locator('.transcript').boundingBox();
    expect([view?.x, view?.y, view?.width, view?.height]).toEqual([0, 0, 1440, 900]);
    await expectAccessible(simpul);
    await picture(simpul, info, 'focus');
    await simpul.keyboard.press('Tab');
    await simpul.keyboard.press('Escape');
    await expect(simpul.getByRole('navigation')).toBeVisible();
    await expect(overview).toHaveAttribute('aria-valuenow', String(place));
  });

  test('letters and lines are chosen with a sample in sight, kept, and used by the text', async ({ simpul }, info) => {
    const { t, button, dialog, add, openDocument, transcript } = await openSeeing(simpul, 'en');
    await add('Read me', javaneseText);
    await openDocument('Read me');
    await button('settings.title').click();
    const settings = dialog('settings.title');
    const sample = settings.getByRole('group', { name: t('reading.sample') });
    await settings.getByRole('slider', { name: t('reading.size') }).fill('24');
    await expect(sample).toHaveCSS('font-size', '24px');
    await settings.getByRole('slider', { name: t('reading.line') }).fill('2');
    await settings.getByRole('button', { name: t('reading.font') }).click();
    await simpul.getByRole('option', { name: t('reading.font.sans') }).click();
    await settings.getByText(t('settings.theme.sepia')).click();
    await expectAccessible(simpul);
    await picture(simpul, info, 'settings');
    await simpul.keyboard.press('Escape');
    await expect(transcript).toHaveCSS('font-size', '24px');
    await expect(transcript).toHaveCSS('line-height', '48px');
    expect(await transcript.evaluate((element) => getComputedStyle(element).fontFamily)).toContain('system-ui');
    await simpul.reload();
    await expect(transcript).toHaveCSS('font-size', '24px');
    await expect(simpul.locator('html')).toHaveAttribute('data-theme', 'sepia');
  });

  test('the tree of a screen reader names each coding once', async ({ simpul }) => {
    const { add, code, openDocument, codings } = await openSeeing(simpul, 'en');
    const text = interview(12);
    const document = await add('Heard', text);
    const places = Array.from({ length: 12 }, (_, index) => [index, 30 + index * 9, 400 - index * 20] as const);
    await code(document, places);
    await openDocument('Heard');
    await expect(codings).toHaveCount(12);
    const session = await simpul.context().newCDPSession(simpul);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const main = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'StaticText');
    const codesHeard = await ask(simpul, 'codes.list', {});
    const stored = await ask(simpul, 'codings.list', { documentIds: [document] });
    for (const { code: id, quote } of stored) {
      const path = codesHeard.find(({ guid }) => guid === id)?.path.join(' / ') ?? '';
      // A screen reader hears a line end as a blank.
      const words = `${path}: ${quote}`.replaceAll(/\s+/g, ' ').slice(0, 60);
      const named = main.filter(({ name }) => String(name?.value).replaceAll(/\s+/g, ' ').startsWith(words));
      expect(named.length, path).toBe(1);
    }
    // Nothing of what is drawn in the margin comes up a second time.
    const margin = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'spinbutton');
    expect(margin).toHaveLength(1);
    expect(margin[0]?.childIds ?? []).toEqual([]);
  });
});
