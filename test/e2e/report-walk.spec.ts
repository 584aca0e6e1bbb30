// Issue 6, acceptance 1 and R-02: from each sentence of the report of the sample study two steps lead to the words in
// the transcript, and two steps back – in the real window.

import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

// All of the quotations take minutes: SIMPUL_CASES asks for each, otherwise each fifth is walked.
const step = process.env['SIMPUL_CASES'] === undefined ? 5 : 1;
const languages = ['id', 'en'] as const satisfies readonly Language[];

for (const language of languages) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'id' ? 'light' : 'dark' }, serveArgs: [] });

    test('every sentence of the report leads to the transcript and back', async ({ simpul }) => {
      test.setTimeout(language === 'id' ? 420_000 : 90_000);
      await ask(simpul, 'projects.openSample', { language });
      const walk = walkIn(simpul, language);
      await walk.openReport();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/report-${language}.png` });
      const propositions = await ask(simpul, 'propositions.list', {});
      // In one language each sentence, in the other the first of each kind.
      const chosen = language === 'id' ? propositions : propositions.slice(0, 1);
      for (const { guid, statement, evidence } of chosen) {
        const words = evidence.find(({ side, document }) => side === 'supports' && document !== null)?.words ?? '';
        await walk.fromClaim(guid, statement, words);
      }
      const quotations = await walk.sentences('coding').count();
      expect(quotations).toBeGreaterThan(chosen.length);
      for (let place = 0; place < (language === 'id' ? quotations : 1); place += step) await walk.fromQuotation(place);
      // The other sentences about a proposition are its reasons, scope, limits and tests: they lead where it leads.
      const about = await walk
        .sentences('proposition')
        .evaluateAll((all) =>
          all.map((each) => ({ own: each.getAttribute('data-claim'), of: each.getAttribute('data-of') ?? '' })),
        );
      const known = new Set<string>(propositions.map(({ guid }) => guid));
      expect(about.filter(({ of }) => !known.has(of))).toEqual([]);
      expect(new Set(about.flatMap(({ own }) => own ?? []))).toEqual(known);
      await walk.fromCell();
      await walk.otherPages();
    });
  });
}

function walkIn(page: Page, language: Language) {
  const window = windowOf(page, language);
  const { t } = window;
  const paper = page.getByRole('region', { name: t('report.preview') });
  const inspector = page.getByRole('region', { name: t('claims.resting') });
  const sentences = (kind: string): Locator => paper.locator(`[data-from="${kind}"]`);
  const inTheText = async (words: string): Promise<void> => {
    await expect(page.getByRole('blockquote', { name: t('inspector.coding.quote') })).toHaveText(words);
    await expect(window.transcript).toBeVisible();
  };
  const openReport = async (): Promise<void> => {
    await window.goTo('display');
    await window.tab('matrices.pages', 'matrices.page.report').click();
    await expect(sentences('proposition').first()).toBeVisible({ timeout: 30_000 });
  };
  return {
    sentences,
    openReport,
    fromClaim: async (guid: string, statement: string, words: string): Promise<void> => {
      const sentence = paper.locator(`[data-claim="${guid}"]`);
      await sentence.click();
      const card = page.getByRole('article', { name: statement });
      await card
        .locator('.conclude-go', { hasText: words.slice(0, 60) })
        .first()
        .click();
      await inTheText(words);
      await inspector.getByRole('button', { name: statement }).click();
      await card.getByRole('button', { name: t('claims.in-report') }).click();
      await expect(sentence).toBeFocused();
    },
    fromQuotation: async (place: number): Promise<void> => {
      const sentence = sentences('coding').nth(place);
      const words = (await sentence.textContent()) ?? '';
      await sentence.click();
      await inTheText(words.slice(1, -1));
      const resting = inspector.getByRole('button').first();
      // A dimension without a proposition shows quotations that nothing rests on yet.
      if (!(await resting.isVisible())) return openReport();
      await resting.click();
      await window.button('claims.in-report').click();
      await expect(paper.locator('[data-claim]:focus')).toBeVisible();
    },
    /** The graph of claims with its table twin, and the page on trustworthiness. */
    otherPages: async (): Promise<void> => {
      await window.goTo('conclusion');
      await window.tab('conclude.title', 'claims.graph').click();
      const graph = page.getByRole('listbox', { name: t('claims.graph') }).or(page.getByLabel(t('claims.graph')));
      await expect(graph.first()).toBeVisible();
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/claims-graph-${language}.png` });
      await window.tab('conclude.title', 'trust.page').click();
      await expect(page.getByRole('region', { name: t('trust.criterion.credibility') })).toBeVisible();
      const remark = page.getByRole('textbox', {
        name: t('trust.remark', { criterion: t('trust.criterion.application') }),
      });
      await remark.fill('Disampaikan kepada dinas.');
      await remark.press('ControlOrMeta+Enter');
      await expect(page.getByRole('table', { name: t('trust.log') })).toContainText(t('trust.criterion.application'));
      await expectAccessible(page);
      await page.screenshot({ path: `out/looks/trust-${language}.png` });
    },
    fromCell: async (): Promise<void> => {
      const cell = sentences('cell').first();
      await cell.click();
      const panel = page.getByRole('list', { name: t('quotations.title') }).or(page.locator('.matrices-cell'));
      await expect(panel.first()).toBeVisible();
    },
  };
}
