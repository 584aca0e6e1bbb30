// Editing coded texts as wholes: find and replace, the review list, former versions, turns, pasting – with real keys,
// in both languages.

import type { Locator, Page } from '@playwright/test';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { looks } from './looks.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const first = [
  'Pewawancara: Bagaimana pengalaman Ibu dengan aplikasi itu?',
  'Informan: Kami sudah mencoba aplikasi e-gov itu, tapi sulit sekali. Résumé kegiatan pun hilang.',
  'Pewawancara: Sejak kapan aplikasi dipakai?',
  'Informan: Sejak dua tahun lalu, aplikasi itu wajib.',
].join('\n');
const second = ['Pewawancara: Dan di kantor Bapak?', 'Informan: Aplikasi itu belum ada.', 'Pewawancara: Oh.'].join(
  '\n',
);

type Study = { readonly one: Guid; readonly two: Guid; readonly coding: Guid; readonly orphan: Guid };

async function study(page: Page): Promise<Study> {
  await ask(page, 'projects.create', { name: 'Texts', language: 'en' });
  const { guid: one } = await ask(page, 'documents.create', { title: 'Ibu Sari', text: first });
  const { guid: two } = await ask(page, 'documents.create', { title: 'Pak Budi', text: second });
  const { guid: codeId } = await ask(page, 'codes.create', { name: 'Hambatan' });
  const code = async (documentId: Guid, words: string): Promise<Guid> => {
    const { text } = await ask(page, 'documents.text', { documentId });
    const start = text.indexOf(words);
    return (await ask(page, 'codings.create', { documentId, codeId, start, end: start + words.length })).guid;
  };
  return {
    one,
    two,
    coding: await code(one, 'mencoba aplikasi e-gov itu, tapi sulit sekali'),
    orphan: await code(one, 'wajib'),
  };
}

const textOf = async (page: Page, documentId: Guid): Promise<string> =>
  (await ask(page, 'documents.text', { documentId })).text;
const edit = async (page: Page, documentId: Guid, words: string, insert: string): Promise<void> => {
  const { text, revision } = await ask(page, 'documents.text', { documentId });
  const splices = [{ at: text.indexOf(words), remove: words.length, insert }];
  await ask(page, 'documents.editText', { documentId, revision, splices });
};
const codingOf = async (page: Page, guid: Guid) => (await ask(page, 'codings.list', { codingIds: [guid] }))[0];
const toggle = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });

for (const { language, theme } of looks) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ settings: { language, theme }, serveArgs: [] });

    test('replaces in one document and over all, previews, leaves out, undoes in one step', async ({ simpul }) => {
      const { one, two, coding } = await study(simpul);
      const window = windowOf(simpul, language);
      const { t } = window;
      await window.openDocument('Ibu Sari');
      await replaceInBar(window, one);
      expect(await textOf(simpul, one)).toBe(first);

      // The same search goes on over all documents.
      await simpul.getByRole('button', { name: t('texts.find.all') }).click();
      const dialog = window.dialog('texts.replace.title');
      await expect(dialog.getByRole('textbox', { name: t('texts.find.what') })).toHaveValue('aplikasi');
      await dialog.getByRole('textbox', { name: t('texts.replace.with') }).fill('sistem');
      const rows = dialog.getByRole('listitem');
      await expect(rows).toHaveCount(2 + 5);
      await expect(dialog.getByText(t('texts.replace.codings', { n: 1 }))).toHaveCount(1);
      await expect(rows.nth(1).getByRole('deletion')).toHaveText('aplikasi');
      await expect(rows.nth(1).getByRole('insertion')).toHaveText('sistem');
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/texts-replace-${language}-${theme}.png` });
      // The last hit is left out by a key.
      await rows.nth(6).getByRole('checkbox').focus();
      await simpul.keyboard.press('Space');
      await dialog.getByRole('button', { name: t('texts.replace.do', { n: 4 }) }).click();
      await expect(simpul.getByText(t('texts.replace.done', { hits: 4, documents: 1 }))).toBeVisible();
      expect(await textOf(simpul, one)).toBe(first.replaceAll('aplikasi', 'sistem'));
      expect(await textOf(simpul, two)).toBe(second);
      await expect(rows).toHaveCount(2);
      expect(await codingOf(simpul, coding)).toMatchObject({ state: 'changed' });
      await simpul.keyboard.press('Escape');
      await expect(window.transcript).toContainText('mencoba sistem e-gov');
      await window.button('app.undo.what', { what: t('history.texts.replaced', { count: 4, documents: 1 }) }).click();
      await expect(window.transcript).toContainText('mencoba aplikasi e-gov');
      expect(await codingOf(simpul, coding)).toMatchObject({ state: 'kept' });
    });

    test('reviews changed codings word by word, gives words back, attaches an orphan anew', async ({ simpul }) => {
      const { one, two, coding, orphan } = await study(simpul);
      const window = windowOf(simpul, language);
      const { t } = window;
      await edit(simpul, one, 'tapi sulit', 'dan cukup mudah');
      await edit(simpul, one, ' wajib', '');
      await window.openDocument('Pak Budi');
      // The badge counts over the whole project.
      await window.button('texts.review.some', { n: 2 }).click();
      const dialog = window.dialog('code.review.title');
      await expect(dialog.getByRole('tab', { name: t('texts.review.project') })).toHaveAttribute(
        'aria-selected',
        'true',
      );
      const items = dialog.getByRole('tabpanel').getByRole('listitem');
      await expect(items).toHaveCount(2);
      await expect(items.first().getByRole('deletion')).toHaveText('tapi sulit');
      await expect(items.first().getByRole('insertion')).toHaveText('dan cukup mudah');
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/texts-review-${language}-${theme}.png` });
      await items
        .first()
        .getByRole('button', { name: t('texts.review.restore') })
        .click();
      await expect(items).toHaveCount(1);
      expect(await textOf(simpul, one)).toContain('tapi sulit');
      expect(await codingOf(simpul, coding)).toMatchObject({ state: 'kept' });

      await items
        .first()
        .getByRole('button', { name: t('texts.review.attach') })
        .click();
      const bar = simpul.getByRole('region', { name: t('texts.review.attach') });
      await expect(bar).toContainText('wajib');
      await expectAccessible(simpul);
      await window.select('dua tahun lalu');
      await bar.getByRole('button', { name: t('texts.attach.do') }).click();
      await expect(bar).toHaveCount(0);
      expect(await codingOf(simpul, orphan)).toMatchObject({ quote: 'dua tahun lalu', state: 'kept' });
      await expect(window.button('texts.review.some', { n: 1 })).toHaveCount(0);
      expect(await textOf(simpul, two)).toBe(second);
    });

    test('lists, compares, names and restores former texts', async ({ simpul }) => {
      const { one, coding } = await study(simpul);
      const window = windowOf(simpul, language);
      const { t } = window;
      await edit(simpul, one, 'sulit sekali', 'sangat sulit');
      await ask(simpul, 'texts.replace', {
        documents: [
          {
            documentId: one,
            revision: 2,
            splices: [{ at: first.indexOf('Sejak dua'), remove: 5, insert: 'Kira-kira' }],
          },
        ],
      });
      await window.openDocument('Ibu Sari');
      await window.button('texts.versions.open').click();
      const dialog = window.dialog('texts.versions.title', { title: 'Ibu Sari' });
      const list = dialog.getByRole('listbox', { name: t('texts.versions.list') });
      await expect(list.getByRole('option')).toHaveCount(3);
      const compared = dialog.getByRole('region', { name: t('texts.compare.region') });
      await expect(compared.getByRole('deletion')).toHaveText('Sejak');
      await list.getByRole('option').nth(2).click();
      await expect(compared.getByRole('deletion')).toHaveText([' sekali', 'Sejak']);
      await expect(compared.getByRole('insertion')).toHaveText(['sangat ', 'Kira-kira']);
      await expect(compared.getByRole('rowheader')).toHaveText(['1', '2', '3', '4']);
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/texts-versions-${language}-${theme}.png` });
      await dialog.getByText(t('texts.compare.inline'), { exact: true }).click();
      await expect(compared.getByRole('columnheader')).toHaveCount(2);
      await simpul.screenshot({ path: `out/looks/texts-inline-${language}-${theme}.png` });
      await dialog.getByText(t('texts.compare.text'), { exact: true }).click();
      await expect(dialog.getByRole('document', { name: t('texts.compare.text') })).toContainText('sulit sekali');
      await expectAccessible(simpul);

      const name = dialog.getByRole('textbox', { name: t('texts.versions.name') });
      await name.fill('Sebelum ejaan dibetulkan');
      await name.press('Enter');
      await expect(list.getByRole('option').nth(2)).toContainText('Sebelum ejaan dibetulkan');
      await dialog.getByRole('button', { name: t('texts.versions.restore') }).click();
      await expect(list.getByRole('option')).toHaveCount(4);
      await simpul.keyboard.press('Escape');
      expect(await textOf(simpul, one)).toBe(first);
      expect(await codingOf(simpul, coding)).toMatchObject({ state: 'kept' });
      await expect(window.transcript).toContainText('Sejak dua tahun lalu');
    });

    test('makes and joins turns at the caret, cleans what is pasted, each one step', async ({ simpul, context }) => {
      const { one } = await study(simpul);
      const window = windowOf(simpul, language);
      const { t } = window;
      await window.openDocument('Ibu Sari');
      const { from } = await window.placeOf('tapi sulit');
      await window.button('code.mode.edit').click();
      await simpul.mouse.click(from.x - 2, from.y);
      await simpul.keyboard.press('Control+Enter');
      const who = simpul.getByRole('dialog', { name: t('texts.turn.who') });
      await expect(who.getByRole('button', { name: 'Pewawancara' })).toBeFocused();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/texts-turn-${language}-${theme}.png` });
      await simpul.keyboard.press('Enter');
      const divided = first.replace(' tapi sulit', '\nPewawancara: tapi sulit');
      await expect.poll(() => textOf(simpul, one)).toBe(divided);
      await simpul.keyboard.press('Control+Shift+Backspace');
      await expect.poll(() => textOf(simpul, one)).toBe(first);
      await simpul.keyboard.press('Control+z');
      await expect.poll(() => textOf(simpul, one)).toBe(divided);
      await simpul.keyboard.press('Control+z');
      await expect.poll(() => textOf(simpul, one)).toBe(first);

      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const pasted = 'ba\u00ADru\u200B\u00A0ini ';
      await simpul.evaluate((words) => navigator.clipboard.writeText(words), pasted);
      await simpul.keyboard.press('Control+End');
      await simpul.keyboard.press('Control+v');
      await expect.poll(() => textOf(simpul, one)).toBe(`${first}baru ini `);
      const notice = t('texts.pasted', {
        what: [
          t('texts.pasted.softHyphens', { n: 1 }),
          t('texts.pasted.invisible', { n: 1 }),
          t('texts.pasted.spaces', { n: 1 }),
        ].join(', '),
      });
      await expect(simpul.getByText(notice)).toBeVisible();
    });
  });
}

/** Finds by words, without accents and by an expression; replaces one hit, then all; takes both back. */
async function replaceInBar(window: SimpulWindow, documentId: Guid): Promise<void> {
  const { page, t } = window;
  const bar = page.getByRole('search');
  await page.keyboard.press('Control+f');
  const field = bar.getByRole('textbox', { name: t('code.find') });
  await field.fill('resume');
  await expect(bar).toContainText(t('code.find.none'));
  await toggle(bar, t('texts.find.marks')).click();
  await expect(bar).toContainText(t('code.find.count', { at: 1, count: 1 }));
  await toggle(bar, t('texts.find.regex')).click();
  await field.fill('(aplikasi');
  await expect(bar.getByRole('alert')).toHaveText(t('texts.fault.group'));
  await field.fill('(aplikasi) (itu|e-gov)');
  await expect(bar).toContainText(t('code.find.count', { at: 1, count: 3 }));
  await toggle(bar, t('texts.replace.show')).click();
  const replacement = bar.getByRole('textbox', { name: t('texts.replace.with') });
  await replacement.fill('$2 $1');
  await expectAccessible(page);
  await page.screenshot({ path: `out/looks/texts-bar-${window.language}.png` });
  await toggle(bar, t('texts.replace.one')).click();
  await expect.poll(() => textOf(page, documentId)).toContain('Ibu dengan itu aplikasi?');
  await expect(bar).toContainText(t('code.find.count', { at: 1, count: 2 }));
  await toggle(bar, t('texts.replace.every')).click();
  await expect.poll(() => textOf(page, documentId)).toContain('lalu, itu aplikasi wajib');
  for (const count of [2, 1]) {
    await window.button('app.undo.what', { what: t('history.texts.replaced', { count, documents: 1 }) }).click();
  }
  await expect.poll(() => textOf(page, documentId)).toBe(first);
  await toggle(bar, t('texts.find.regex')).click();
  await toggle(bar, t('texts.find.marks')).click();
  await field.fill('aplikasi');
  await expect(bar).toContainText(t('code.find.count', { at: 1, count: 4 }));
}
