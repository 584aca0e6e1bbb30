// The charts of the display area on the sample study: each is accessible in both languages, light and dark, is walked
// by keys, and leads from a mark to the quotations or the passage behind it (issue 5: no number stands alone).

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DisplayId } from '../../src/renderer/features/display/displays.ts';
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts';
import { looks } from './looks.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const charts = [
  ['bars', 'charts.bars.picture'],
  ['map', 'charts.map.picture'],
  ['proximity', 'charts.proximity.picture'],
  ['code-line', 'charts.code-line.picture'],
  ['flow', 'charts.flow.picture'],
  ['saturation', 'charts.saturation.picture'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** Where pictures are put for those who want to look at the charts; nowhere else. */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['SIMPUL_CHART_PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Where the keys go in pictures that open quotations (flow, code line and words below), and the keys that lead from there to a mark of some. */
const walks = [
  ['frequency', '.data-row[tabindex="0"]', ['Enter']],
  ['bars', '.drawn', ['End', 'Home', 'Enter']],
  ['heatmap', '[role="grid"]', ['ArrowDown', 'Enter']],
  ['network', '[role="application"] [role="button"][tabindex="0"]', ['Enter']],
  ['dendrogram', '.dendrogram-leaf[tabindex="0"]', ['ArrowDown', 'Enter']],
  ['crosstab', '.number-grid td >> nth=0', ['Enter']],
  ['sequence', '[role="grid"]', ['ArrowDown', 'Enter']],
  ['coding-matrix', '.number-grid td >> nth=0', ['Enter']],
  ['map', '.drawn', ['End', 'Home', 'Enter']],
  ['proximity', '.drawn', ['Home', 'Enter']],
  ['saturation', '.drawn', ['Home', 'Enter']],
] as const satisfies readonly (readonly [DisplayId, string, readonly string[]])[];

async function showView({ goTo, tab, settled }: SimpulWindow, view: DisplayId) {
  await goTo('display');
  await tab('display.views', `display.view.${view}`).click();
  await settled();
}

/** A second coder goes over one interview: every other passage as the first had it, the rest some words later. */
async function codedAgain(page: Page): Promise<void> {
  const name = 'Dr. Siti Nurhaliza Kusumawardhani, S.IP., M.Si. (penilai kedua)';
  const [, known] = await ask(page, 'coders.list', {});
  const coderId = known?.guid ?? (await ask(page, 'coders.create', { name, initials: 'SN', color: '#123456' })).guid;
  if (known) await ask(page, 'coders.update', { coderId, name });
  const [document] = await ask(page, 'documents.list', {});
  const documentId = document?.guid ?? coderId;
  const codings = await ask(page, 'codings.inDocument', { documentId });
  const items = codings.map(({ code: codeId, start, end }, place) => ({
    documentId,
    codeId,
    start: place % 2 === 0 ? start : Math.min(start + 20, end - 1),
    end,
    coderId,
  }));
  await ask(page, 'codings.createMany', { items });
}

for (const { language, theme } of looks) {
  test.describe(`${language} ${theme}`, () => {
    test.use({ settings: { language, theme } });

    test('every chart is accessible', async ({ simpul }) => {
      test.setTimeout(240_000);
      const window = windowOf(simpul, language);
      for (const [view, label] of charts) {
        await showView(window, view);
        await expect(simpul.getByRole('listbox', { name: window.like(label) })).toBeVisible();
        await pictured(simpul, `${view}-${language}-${theme}`);
        await test.step(view, () => expectAccessible(simpul));
      }
      await showView(window, 'words');
      await expect(simpul.getByRole('table', { name: window.t('charts.words.title') })).toBeVisible();
      await pictured(simpul, `words-${language}-${theme}`);
      await test.step('words', () => expectAccessible(simpul));
      await window.button('display.picture').click();
      await expect(simpul.getByRole('listbox', { name: window.like('charts.words.picture') })).toBeVisible();
      await pictured(simpul, `cloud-${language}-${theme}`);
      await test.step('cloud', () => expectAccessible(simpul));

      await showView(window, 'coding-matrix');
      await expect(simpul.getByRole('table', { name: window.like('coding-matrix.grid') })).toBeVisible();
      await test.step('coding matrix', () => expectAccessible(simpul));

      await codedAgain(simpul);
      await simpul.getByRole('button', { name: window.like('coders.coding-as') }).click();
      const coders = window.dialog('coders.title');
      await coders.getByRole('button', { name: /^\d+ / }).last().click();
      await expect(coders.getByRole('grid', { name: window.like('quotations.list') })).toBeVisible();
      await pictured(simpul, `coders-${language}-${theme}`);
      await test.step('coders', () => expectAccessible(simpul));
      await coders.getByRole('button', { name: window.like('coders.choose.whom') }).click();
      await expect
        .poll(async () => (await ask(simpul, 'coders.list', {})).map(({ current }) => current))
        .toEqual([false, true]);
      await simpul.keyboard.press('Escape');
      await showView(window, 'agreement');
      const agreement = simpul.getByRole('table', { name: window.t('agreement.table') });
      await agreement.getByRole('button').filter({ hasText: /^\d+$/ }).first().click();
      await expect(simpul.getByRole('region', { name: window.like('agreement.places') })).toBeVisible();
      await window.settled();
      await pictured(simpul, `agreement-${language}-${theme}`);
      await test.step('agreement', () => expectAccessible(simpul));
    });
  });
}

test.describe('by keyboard', () => {
  test.use({ settings: { language: 'en', theme: 'light' } });

  test('a mark of each of eleven charts opens its quotations', async ({ simpul }) => {
    test.setTimeout(300_000);
    const window = windowOf(simpul, 'en');
    for (const [view, place, keys] of walks) {
      await test.step(view, async () => {
        await showView(window, view);
        // What the chart before opened is gone with the page; the view is remembered.
        await simpul.reload();
        await window.settled();
        const nothing = simpul.getByText(window.t('display.quotations.none'));
        await expect(nothing).toBeVisible();
        await simpul.locator(place).first().focus();
        for (const key of keys) await simpul.keyboard.press(key);
        await expect(nothing).toBeHidden();
        await window.settled();
        const quotations = simpul.getByRole('grid', { name: window.like('quotations.list') });
        await expect(quotations.or(simpul.getByRole('list', { name: window.like('sequence.pairs') }))).toBeVisible();
      });
    }
  });

  test('a band of the flow opens its quotations, a bar of the code line its passage, a word its context', async ({
    simpul,
  }) => {
    test.setTimeout(120_000);
    const window = windowOf(simpul, 'en');
    await showView(window, 'flow');
    const flow = simpul.getByRole('listbox', { name: window.like('charts.flow.picture') });
    await flow.focus();
    await simpul.keyboard.press('Home');
    await simpul.keyboard.press('ArrowRight');
    const band = await flow.getByRole('option').innerText();
    const [, count] = /: (\d+) codings?$/.exec(band) ?? [];
    await simpul.keyboard.press('Enter');
    await expect(simpul.getByText(new RegExp(`^${count} codings?$`)).first()).toBeVisible();

    await showView(window, 'words');
    await simpul
      .getByRole('table', { name: window.t('charts.words.title') })
      .getByRole('row')
      .nth(1)
      .focus();
    const word = await simpul.getByRole('row', { name: /./ }).nth(1).getByRole('rowheader').innerText();
    await simpul.keyboard.press('Enter');
    await expect(simpul.getByRole('textbox', { name: window.t('search.query') })).toHaveValue(word);
    await expect(simpul.locator('mark').first()).toHaveText(new RegExp(word, 'i'));

    await showView(window, 'code-line');
    await simpul.getByRole('listbox', { name: window.like('charts.code-line.picture') }).focus();
    await simpul.keyboard.press('End');
    await simpul.keyboard.press('Enter');
    await expect(window.transcript).toBeVisible();
  });
});
