// Coding retrieval in the whole window, in both languages: a query built by keyboard and mouse, its text, what it finds
// with the quotations, a query that is kept – axe clean.

import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

for (const language of ['en', 'id'] as const satisfies readonly Language[]) {
  test.describe(language, () => {
    test.use({ settings: { language, theme: language === 'en' ? 'light' : 'dark' } });

    test('builds a query, reads what it finds, keeps it', async ({ simpul }) => {
      const window = windowOf(simpul, language);
      const { t } = window;
      const [first, second] = (await ask(simpul, 'analysis.frequency', {})).rows
        .toSorted((a, b) => b.codings - a.codings)
        .map(({ path }) => path.join(' / '));
      if (first === undefined || second === undefined) throw new Error('the sample study has too few codes');
      await window.goTo('display');
      await window.tab('display.views', 'display.view.retrieval').click();
      await expect(simpul.getByText(t('retrieval.empty'))).toBeVisible();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/retrieval-empty-${language}.png` });

      const query = simpul.getByRole('textbox', { name: t('retrieval.text'), exact: true });
      const choose = async (place: string, code: string): Promise<void> => {
        const part = simpul.getByRole('group', { name: t('retrieval.part', { place }), exact: true });
        await part
          .getByRole('combobox', { name: t('retrieval.code') })
          .first()
          .fill(code);
        await simpul.keyboard.press('ArrowDown');
        await simpul.keyboard.press('Enter');
      };
      await choose('1', first);
      await expect(query).toHaveValue(`"${first}"`);
      await window.button('retrieval.relate').focus();
      await simpul.keyboard.press('Enter');
      await choose('1.2', second);
      await expect(query).toHaveValue(
        `"${first}" ${language === 'en' ? 'NEAR 1 paragraphs' : 'DEKAT 1 paragraf'} "${second}"`,
      );
      await simpul.getByRole('button', { name: new RegExp(`^${t('retrieval.relation.near')}`) }).click();
      await window.option(t('retrieval.relation.same')).click();
      await simpul.getByRole('button', { name: new RegExp(`^${t('retrieval.place.paragraph')}`) }).click();
      await window.option(t('retrieval.place.case')).click();
      const asked = `"${first}" SAME case "${second}"`;
      await expect(query).toHaveValue(language === 'en' ? asked : asked.replace('SAME case', 'SAMA kasus'));
      const expected = await ask(simpul, 'analysis.retrieve', { query: asked });
      expect(expected.total).toBeGreaterThan(0);
      const table = simpul.getByRole('table', { name: t('retrieval.table.segments') });
      await expect(table).toHaveAttribute('aria-rowcount', String(expected.total + 1));
      await table.getByRole('row').nth(1).focus();
      await simpul.keyboard.press('Enter');
      await expect(simpul.getByRole('grid', { name: window.like('quotations.list') })).toBeVisible();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/retrieval-${language}.png` });
      await window.button('retrieval.read-all').click();

      await query.fill(`("${first}" OR`);
      await expect(simpul.getByText(t('error.retrieval-unfinished', { position: first.length + 7 }))).toBeVisible();
      await simpul.screenshot({ path: `out/looks/retrieval-fault-${language}.png` });
      await query.fill(`(UNDER "${first}" OR "${second}") WHERE (weight >= 10 AND NOT date < 2020-01-01)`);
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/retrieval-where-${language}.png` });
      await query.fill(asked);
      await window.button('retrieval.saved').click();
      await window.menuItem('retrieval.save').click();
      await expectAccessible(simpul);
      await simpul.keyboard.press('Enter');
      await expect
        .poll(async () => (await ask(simpul, 'queries.list', {})).map(({ settings }) => settings.query))
        .toEqual([asked]);
      await query.fill('NOT ANY');
      await expect(simpul.getByText(t('retrieval.none'))).toBeVisible();
      await window.button('retrieval.saved').click();
      await simpul.keyboard.press('ArrowDown');
      await simpul.keyboard.press('ArrowDown');
      await simpul.keyboard.press('Enter');
      await expect(query).toHaveValue(asked);
      await expect(table).toHaveAttribute('aria-rowcount', String(expected.total + 1));
    });
  });
}
