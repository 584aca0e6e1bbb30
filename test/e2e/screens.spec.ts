// Every screen and dialog, light and dark, and in both languages: axe finds nothing, and no request leaves the machine.
// The high contrast theme is looked at in the areas. With SIMPUL_PICTURES=1 the pictures in docs/ are taken anew.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../support/project.ts';
import { smallPng } from '../support/small-png.ts';
import { makeFieldWork } from './interviews.ts';
import { looks } from './looks.ts';
import { ask, expect, expectAccessible, test, type Served } from './served.ts';
import { areas, type SimpulWindow, windowOf } from './window.ts';

/** The pictures of docs/: what is in the README and one of each screen in light and in dark. */
const pictures: Readonly<Record<string, readonly string[]>> = {
  start: ['en-light', 'id-dark'],
  collection: ['id-light', 'id-dark', 'en-light', 'en-dark'],
  cases: ['id-light', 'en-dark'],
  accounting: ['en-light', 'id-dark'],
  reduction: ['id-light', 'id-dark', 'en-light', 'en-dark'],
  codebook: ['id-light', 'en-dark'],
  'quick-code': ['en-light', 'id-dark'],
  search: ['id-light', 'en-dark'],
  links: ['en-light', 'id-dark'],
  memos: ['id-light', 'en-dark'],
  dendrogram: ['en-light', 'id-dark'],
  frequency: ['en-light', 'id-dark'],
  heatmap: ['id-light', 'id-dark', 'en-light', 'en-dark'],
  network: ['id-light', 'en-dark'],
  conclusion: ['id-light', 'id-dark', 'en-light', 'en-dark'],
};

/** Looks at a screen as it stands. */
type Look = (name: string) => Promise<void>;

for (const { language, theme } of looks) {
  test.describe(`${language} ${theme}`, () => {
    test.use({ settings: { language, theme } });
    const lookAt =
      (page: Page): Look =>
      async (name) => {
        await test.step(name, () => expectAccessible(page));
        if (process.env['SIMPUL_PICTURES'] && pictures[name]?.includes(`${language}-${theme}`)) {
          writeFileSync(join(root, 'docs', `${name}-${language}-${theme}.png`), smallPng(await page.screenshot()));
        }
      };

    test('every screen of the sample study is accessible', async ({ simpul, served }) => {
      test.setTimeout(300_000);
      const window = windowOf(simpul, language);
      const look = lookAt(simpul);
      await lookAtDisplay(window, look);
      await lookAtConclusion(window, look);
      await lookAtReduction(window, look);
      await lookAtCodebook(window, look);
      await lookAtShell(window, look);
      await lookAtCollection(window, served, look);
    });

    test.describe('without a project', () => {
      test.use({ serveArgs: [] });
      test('the start screen and an empty study are accessible', async ({ simpul }) => {
        const window = windowOf(simpul, language);
        const look = lookAt(simpul);
        await expect(window.button('start.new')).toBeVisible();
        await look('start-empty');
        await window.button('start.new').click();
        await expect(window.dialog('start.new').getByRole('radio').nth(4)).toBeVisible();
        await look('new-project');
        await simpul.keyboard.press('Escape');
        await ask(simpul, 'projects.create', { name: 'Studi kosong', language });
        for (const area of areas) {
          await window.goTo(area);
          await window.settled();
          await look(`${area}-empty`);
        }
        await ask(simpul, 'projects.close', {});
        await expect(simpul.getByRole('button', { name: /^Studi kosong/ })).toBeVisible();
        await look('start');
      });
    });
  });
}

for (const language of ['id', 'en'] as const) {
  test.describe(`${language} contrast`, () => {
    test.use({ settings: { language, theme: 'contrast' } });
    test('every area is accessible in high contrast', async ({ simpul }) => {
      const window = windowOf(simpul, language);
      for (const area of areas) {
        await window.goTo(area);
        await window.settled();
        await test.step(area, () => expectAccessible(simpul));
      }
    });
  });
}

async function lookAtDisplay({ page, t, goTo, tab, like, settled }: SimpulWindow, look: Look): Promise<void> {
  await goTo('display');
  await settled();
  await page
    .getByRole('table', { name: t('display.frequency.table') })
    .getByRole('row')
    .nth(2)
    .click();
  await expect(page.getByRole('grid', { name: like('quotations.list') })).toBeVisible();
  await look('frequency');
  await tab('display.views', 'display.view.heatmap').click();
  await settled();
  const grid = page.getByRole('grid', { name: like('display.heatmap.grid') });
  await openFullCell(grid);
  await expect(page.getByRole('table', { name: t('display.cell.table') })).toBeVisible();
  await settled();
  await look('heatmap');
  await tab('display.views', 'display.view.network').click();
  await settled();
  await expect(page.getByRole('application')).toBeVisible();
  await look('network');
  await tab('display.views', 'display.view.dendrogram').click();
  await settled();
  await look('dendrogram');
}

/** Opens a cell whose codes do meet, as its own words say. */
async function openFullCell(grid: ReturnType<Page['locator']>): Promise<void> {
  const count = Number(await grid.getAttribute('aria-rowcount'));
  const { width, height } = (await grid.boundingBox()) ?? { width: 0, height: 0 };
  for (let column = 1; column < count; column += 1) {
    await grid.click({ position: { x: ((column + 0.5) * width) / count, y: (0.5 * height) / count } });
    await expect(grid.getByRole('gridcell')).toHaveAttribute('aria-colindex', String(column + 1));
    if (!/: 0 /.test((await grid.getByRole('gridcell').textContent()) ?? '')) return;
  }
}

async function lookAtConclusion({ goTo, settled }: SimpulWindow, look: Look): Promise<void> {
  await goTo('conclusion');
  await settled();
  await look('conclusion');
}

async function lookAtReduction(window: SimpulWindow, look: Look): Promise<void> {
  const { page, t, goTo, document, transcript, placeOf, select, menuItem, dialog, button } = window;
  const { title, words, guid, overlap } = await overlapped(page);
  await goTo('reduction');
  await document(title).click();
  await expect(transcript).toBeVisible();
  const { from } = await placeOf(words);
  await page.mouse.click(from.x + 20, from.y);
  await expect(button('inspector.coding.reveal')).toBeVisible();
  await look('reduction');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: t('code.find'), exact: true }).fill(words.slice(0, 8));
  await look('find');
  await page.keyboard.press('Escape');
  await select(words);
  const at = await placeOf(words);
  await page.mouse.click(at.from.x + 20, at.from.y, { button: 'right' });
  await expect(menuItem('code.quick')).toBeVisible();
  await look('context-menu');
  await menuItem('code.quick').click();
  await expect(dialog('code.quick.title').getByRole('option').first()).toBeVisible();
  await look('quick-code');
  await page.keyboard.press('Escape');
  // A correction within coded words puts their coding on the review list.
  const { revision } = await ask(page, 'documents.text', { documentId: guid });
  await ask(page, 'documents.editText', {
    documentId: guid,
    revision,
    splices: [{ at: overlap, remove: 1, insert: '–' }],
  });
  const toReview = page.getByRole('button', { name: new RegExp(`^${t('code.review', { n: '' })}`) });
  await toReview.click();
  await expect(dialog('code.review.title')).toBeVisible();
  await look('review');
  await closeDialog(page);
  await button('app.undo.what', { what: t('history.document.edited', { title }) }).click();
  await expect(toReview).toHaveCount(0);
}

/** A passage of the sample study where codings overlap. */
async function overlapped(page: Page) {
  for (const { guid, title } of await ask(page, 'documents.list', {})) {
    const codings = await ask(page, 'codings.list', { documentIds: [guid] });
    const { text } = await ask(page, 'documents.text', { documentId: guid });
    for (const one of codings) {
      const other = codings.find(({ start, code }) => code !== one.code && start > one.start && start < one.end - 60);
      if (!other) continue;
      const words = text.slice(other.start, other.start + 30);
      if (!words.includes('\n') && text.indexOf(words) === other.start)
        return { guid, title, words, overlap: other.start + 3 };
    }
  }
  throw new Error('no codings overlap');
}

async function lookAtCodebook(window: SimpulWindow, look: Look): Promise<void> {
  const { page, t, tab, tree, menuItem, dialog, button } = window;
  await tab('codebook.pages', 'codebook.title').click();
  const item = tree.getByRole('treeitem').nth(1);
  await item.click();
  await expect(page.getByRole('textbox', { name: t('codebook.card.description'), exact: true })).toBeVisible();
  await look('codebook');
  await item.click({ button: 'right' });
  await expect(menuItem('codebook.merge')).toBeVisible();
  await look('code-menu');
  await menuItem('codebook.merge').click();
  // The field has the focus and its list is open: the first Escape folds it.
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('merge');
  await closeDialog(page);
  await item.click({ button: 'right' });
  await menuItem('codebook.delete').click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look('delete');
  await closeDialog(page);
  await item.click({ button: 'right' });
  await menuItem('codebook.recolor').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('recolor');
  await closeDialog(page);
  await button('codebook.export').click();
  await expect(dialog('codebook.export.title')).toBeVisible();
  await look('export');
  await closeDialog(page);
  await tab('codebook.title', 'codebook.page.table').click();
  await look('codebook-table');
  await tab('codebook.pages', 'search.title').click();
  await page.getByRole('textbox', { name: t('search.query'), exact: true }).fill('data');
  await expect(
    page
      .getByRole('list', { name: t('search.hits') })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await look('search');
  await tab('codebook.pages', 'links.title').click();
  await look('links');
}

async function lookAtShell({ page, button, dialog, menuItem, t }: SimpulWindow, look: Look): Promise<void> {
  for (const title of ['settings.title', 'history.title'] as const) {
    await button(title).click();
    await expect(dialog(title)).toBeVisible();
    await expect(dialog(title).getByText(t('ui.loading'))).toHaveCount(0);
    await look(title);
    await closeDialog(page);
  }
  await page.keyboard.press('Control+k');
  await expect(dialog('palette.title').getByRole('option').first()).toBeVisible();
  await look('palette');
  await closeDialog(page);
  await page.keyboard.press('Control+/');
  await expect(dialog('keyboard.title')).toBeVisible();
  await look('keyboard');
  await closeDialog(page);
  await page.getByRole('button', { name: new RegExp(`^${t('app.project-menu', { name: '' })}`) }).click();
  await expect(menuItem('command.project.rename')).toBeVisible();
  await look('project-menu');
  await menuItem('command.project.rename').click();
  await expect(dialog('project.details')).toBeVisible();
  await look('project-details');
  await closeDialog(page);
}

async function lookAtCollection(window: SimpulWindow, served: Served, look: Look): Promise<void> {
  const { page, t, goTo, tab, documents, button, dialog, settled } = window;
  await goTo('collection');
  await tab('collect.area', 'collect.tab.documents').click();
  await documents.getByRole('option').nth(1).click();
  await settled();
  await look('collection');
  await tab('collect.area', 'collect.tab.cases').click();
  await expect(page.getByRole('grid', { name: t('cases.grid.cases') })).toBeVisible();
  await look('cases');
  await button('cases.variable.new').click();
  await expect(dialog('cases.variable.new.title')).toBeVisible();
  await look('new-variable');
  await closeDialog(page);
  await tab('collect.area', 'collect.tab.memos').click();
  await page
    .getByRole('region', { name: t('memos.list'), exact: true })
    .getByRole('listitem')
    .first()
    .click();
  await look('memos');
  await tab('collect.area', 'collect.tab.accounting').click();
  await settled();
  await look('accounting');
  await tab('collect.area', 'collect.tab.documents').click();
  const chooser = page.waitForEvent('filechooser');
  await button('collect.importFolder').click();
  await (await chooser).setFiles(makeFieldWork(served.home, window.language).interviews);
  await expect(
    dialog('incoming.title', { count: 4 }).getByRole('region', { name: t('incoming.sample') }),
  ).toBeVisible();
  await look('import-preview');
  await page.keyboard.press('Enter');
  await expect(dialog('collect.report.title')).toBeVisible();
  await look('import-report');
  await closeDialog(page);
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
}
