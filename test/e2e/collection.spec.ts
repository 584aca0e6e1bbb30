// Collection by keyboard alone, to the desk of condensation, on a study that began from a template, with 60 further cases
// of long names: issue 6, "All displays stay usable with 60 cases … names of 80 characters … axe clean; keyboard only".

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Language } from '../../src/shared/contract/values.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { keysOf, type Keys } from './keys.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const longName = (place: number): string =>
  `${String(place).padStart(2, '0')} Kepala Seksi Pelayanan Administrasi Kependudukan dan Pencatatan Sipil Kecamatan`.slice(
    0,
    80,
  );

// The same windows are looked at in English by test/dom/content/collection-condensation.test.tsx.
for (const language of ['id'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: 'light' }, serveArgs: [] });

    test('from the questions of a template to the log, the forms and consent, by keyboard', async ({ simpul }) => {
      test.setTimeout(300_000);
      const { caseId } = await beginStudy(simpul, language);
      const window = windowOf(simpul, language);
      const keys = keysOf(window);
      await collect(window, keys, caseId);
      await keys.run('condense.open.page');
      await expect(simpul.getByRole('textbox', { name: window.t('condense.reduction'), exact: true })).toHaveCount(2);
      await look(simpul, 'condense', language);
    });
  });
}

/** A study from a template: one interview that is coded, and as many cases as a large study has. */
async function beginStudy(page: Page, language: Language): Promise<{ readonly caseId: Guid }> {
  await ask(page, 'projects.create', { name: 'Studi', template: 'agile-governance', language });
  for (let place = 1; place <= 60; place += 1) await ask(page, 'cases.create', { name: longName(place) });
  const [first] = await ask(page, 'cases.list', {});
  const caseId = first?.guid ?? '';
  const text = 'Gagasan datang dari staf. Rapat diadakan setiap Senin.';
  const { guid: documentId } = await ask(page, 'documents.create', { title: 'W1', text, kind: 'interview', caseId });
  const codes = await ask(page, 'codes.list', {});
  const codable = codes.filter((code) => code.codable && code.parent !== null);
  await ask(page, 'codings.create', { documentId, codeId: codable[0]?.guid ?? '', start: 0, end: 25 });
  await ask(page, 'codings.create', { documentId, codeId: codable[1]?.guid ?? '', start: 26, end: 54 });
  return { caseId: caseId as Guid };
}

async function look(page: Page, name: string, language: Language): Promise<void> {
  await expectAccessible(page);
  await page.screenshot({ path: `out/looks/collection-${name}-${language}.png` });
}

async function collect(window: SimpulWindow, keys: Keys, caseId: Guid): Promise<void> {
  const { page, t, dialog, button, language } = window;
  await keys.run('desk.open.questions');
  const table = page.getByRole('region', { name: t('coverage.title') }).getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(67);
  await look(page, 'questions', language);
  // The second case was not heard yet: it is planned to be asked.
  const asked = (await ask(page, 'cases.list', {}))[1]?.guid;
  // By place: a list that opens on the way hides everything else from those who ask by role.
  const cell = page.locator('.coverage-table tbody tr').nth(1).locator('button').first();
  const said = (await cell.getAttribute('aria-label')) ?? '';
  expect(said).toContain(t('coverage.state.planned'));
  await keys.tabTo(cell);
  await keys.press('Enter');
  await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: new RegExp(t('coverage.entry.status')) }));
  await keys.press('Enter');
  await page.getByRole('option', { name: t('coverage.status.done'), exact: true }).waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await keys.tabTo(page.getByRole('dialog').getByRole('button', { name: t('coverage.entry.save'), exact: true }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const entry = async () => (await ask(page, 'collection.coverage', {})).cells.find((each) => each.source === asked);
  await expect.poll(async () => (await entry())?.entry?.status).toBe('done');

  await keys.run('desk.open.summaries');
  await expect(button('forms.add.contact')).toBeVisible();
  await look(page, 'summaries', language);
  const download = page.waitForEvent('download');
  await keys.run('forms.sheets.save.html');
  const sheets = readFileSync(await (await download).path(), 'utf8');
  for (const { text } of await ask(page, 'questions.list', {})) expect(sheets).toContain(text);

  await keys.run('desk.open.sampling');
  const name = (await ask(page, 'cases.list', {}))[0]?.name ?? '';
  const date = page.getByLabel(t('sampling.consent.date.of', { name }), { exact: true });
  await look(page, 'sampling', language);
  await keys.tabTo(date);
  await keys.type('2026-03-04');
  await keys.press('Enter');
  const noted = async () => (await ask(page, 'collection.participations', {})).find((each) => each.case === caseId);
  await expect.poll(async () => (await noted())?.date).toBe('2026-03-04');

  await keys.run('missing.title');
  await expect(dialog('missing.title').getByText(t('conclude.gap.cases-without-documents'))).toHaveCount(0);
  await expect(
    dialog('missing.title').getByText(t('conclude.gap.codes-unused'), { exact: false }).first(),
  ).toBeVisible();
  await expectAccessible(page);
  await keys.press('Escape');
}
