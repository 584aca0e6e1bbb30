// Issue 6 and without a mouse: reduction → display → conclusion → report in one study that began from a
// template. Each stop of the Tab key shows the focus, and no dialog leaves its reader in nowhere. The same streams are
// walked by mouse in Indonesian by report-walk, matrices and networks.

import type { Locator, Page } from '@playwright/test';
import { keysOf, type Keys } from './keys.ts';
import { docxText, saved } from './results.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts';
import { escaped, type SimpulWindow, windowOf } from './window.ts';

const words = {
  titles: ['Interview with the head of office', 'Interview with a member of staff'],
  texts: [
    'Ideas come from the staff. We meet every Monday and decide on the spot.',
    'We may try things out. Afterwards nobody asks for a letter any more.',
  ],
  ideas: 'Ideas come from the staff.',
  tries: 'We may try things out.',
  rhythm: 'We meet every Monday',
  code: 'Rhythm of meetings',
  memo: 'Who calls the meeting?',
  statement: 'Those who do the work bring the ideas.',
  rival: 'They only say so to the researcher.',
} as const;

test.use({ settings: { language: 'en', theme: 'dark' }, serveArgs: [] });

test('from codes to a verified proposition in the report, by keyboard alone', async ({ simpul }) => {
  test.setTimeout(480_000);
  const code = await beginStudy(simpul);
  const window = windowOf(simpul, 'en');
  const keys = keysOf(window);
  const step = (name: string, run: () => Promise<void>): Promise<void> =>
    test.step(name, async () => {
      await run();
      await expectAccessible(simpul);
      await simpul.screenshot({ path: `out/looks/pipeline-keyboard-${name}.png` });
    });
  await step('codes', () => codeAndRemark(window, keys));
  await step('condensation', () => condense(window, keys));
  await step('matrix', () => fillMatrix(window, keys));
  await step('network', () => drawNetwork(window, keys, code));
  await step('proposition', () => propose(window, keys, code));
  await step('tested', () => testClaim(window, keys));
  await step('verdict', () => judge(window, keys));
  await step('report', () => readReport(window, keys));
});

/** Two interviews of a study from a template, coded once each. @returns the name of their code */
async function beginStudy(page: Page): Promise<string> {
  await ask(page, 'projects.create', { name: 'Study', template: 'agile-governance', language: 'en' });
  const cases = await ask(page, 'cases.list', {});
  const codes = await ask(page, 'codes.list', {});
  const code = codes.find((each) => each.codable && each.parent !== null);
  for (const [place, title] of words.titles.entries()) {
    const text = words.texts[place] ?? '';
    const caseId = cases[place]?.guid ?? '';
    const made = await ask(page, 'documents.create', {
      title,
      text,
      kind: place === 0 ? 'interview' : 'observation',
      caseId,
    });
    const end = [words.ideas, words.tries][place]?.length ?? 0;
    await ask(page, 'codings.create', { documentId: made.guid, codeId: code?.guid ?? '', start: 0, end });
  }
  return code?.name ?? '';
}

/** By its words: a list that folds out on the way hides everything else from those who ask by role. */
function buttonOf({ page, t }: SimpulWindow, name: MessageKey): Locator {
  return page.locator('button', { hasText: new RegExp(`^${escaped(t(name))}$`) });
}

/** Chooses in a list that folds out by typing; what stands around it is hidden while it is open. */
async function pick(page: Page, keys: Keys, field: Locator, typed: string): Promise<void> {
  await keys.tabTo(field);
  await keys.type(typed);
  await expect(page.getByRole('option', { name: new RegExp(typed) }).first()).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(field.and(page.locator('input'))).toHaveAttribute('aria-expanded', 'false');
}

/** Chooses in a list that opens by Enter. */
async function select(page: Page, keys: Keys, button: Locator, name: string): Promise<void> {
  await keys.tabTo(button);
  await keys.press('Enter');
  await keys.type(name);
  await expect(page.getByRole('option', { name, exact: true })).toBeFocused();
  await keys.press('Enter');
}

async function codeAndRemark(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t, documents, document, transcript, dialog, coding } = window;
  await keys.press('Control+2');
  await keys.tabTo(documents);
  await keys.press('Home');
  const chosen = () => document(words.titles[0]).getAttribute('aria-selected');
  for (let press = 0; press < 3 && (await chosen()) !== 'true'; press += 1) await keys.press('ArrowDown');
  await keys.tabTo(transcript);
  await keys.select(words.rhythm);
  await keys.press('Enter');
  await expect(dialog('code.quick.title').getByRole('combobox')).toBeFocused();
  await keys.type(words.code);
  await keys.press('Enter');
  await expect(coding(words.code, words.rhythm)).toBeAttached();
  await keys.press('Control+Shift+M');
  const body = page.getByLabel(t('memos.memo.body'), { exact: true });
  await keys.tabTo(body);
  await keys.type(words.memo);
  await keys.press('Control+Enter');
  await expect
    .poll(async () => (await ask(page, 'memos.list', {})).some((memo) => memo.body === words.memo))
    .toBe(true);
}

async function condense(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t } = window;
  await keys.run('condense.open.page');
  const field = page.locator('.condense-table tr').nth(1).locator('textarea').last();
  await keys.tabTo(field);
  await keys.type('Ideas from below');
  await keys.press('Control+Enter');
  await expect.poll(async () => (await ask(page, 'condensation.list', { only: 'condensed' })).total).toBe(1);
  await keys.run('condense.open.vignettes');
  await keys.run('vignettes.add');
  await pick(page, keys, page.getByLabel(t('vignettes.add.segment'), { exact: true }), 'Ideas');
  const parts = async () => (await ask(page, 'condensation.vignettes', {}))[0]?.parts.map(({ text }) => text);
  await expect.poll(parts).toEqual([words.ideas]);
  await expectAccessible(page);
  await keys.run('condense.open.cases');
  await keys.tabTo(buttonOf(window, 'summaries.begin'));
  await keys.press('Enter');
  await expect(page.getByLabel(t('summaries.prose'), { exact: true })).not.toHaveValue('');
}

async function fillMatrix(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t, dialog } = window;
  await keys.press('Control+3');
  await keys.run('matrices.open.matrices');
  await keys.run('matrices.new');
  const making = dialog('matrices.new');
  const name = making.getByRole('textbox', { name: t('matrices.name'), exact: true });
  await keys.tabTo(name);
  await keys.press('Control+a');
  await keys.type('Who decides');
  await keys.tabTo(making.getByRole('button', { name: t('matrices.create'), exact: true }));
  await keys.press('Enter');
  await expect(making).toHaveCount(0);
  const grid = page.getByRole('grid', { name: t('matrices.grid', { name: 'Who decides' }) });
  await keys.tabTo(grid.locator('[data-place="0 0"]'));
  await keys.press('Enter');
  await keys.tabTo(page.getByLabel(t('matrices.cell.text'), { exact: true }));
  await keys.type('Staff propose');
  await keys.press('Control+Enter');
  await expect(grid.locator('[data-place="0 0"]')).toContainText('Staff propose');
}

async function drawNetwork(window: SimpulWindow, keys: Keys, code: string): Promise<void> {
  const { page, t, dialog } = window;
  await keys.run('matrices.open.networks');
  await keys.run('networks.new');
  const making = dialog('networks.new');
  await keys.tabTo(making.getByRole('button', { name: t('networks.create'), exact: true }));
  await keys.press('Enter');
  await expect(making).toHaveCount(0);
  await keys.tabTo(page.locator('[data-node]').first());
  await keys.press('Enter');
  const networkId = (await ask(page, 'networks.list', {})).at(-1)?.guid ?? '';
  const shown = () => ask(page, 'networks.show', { networkId });
  const other = (await shown()).nodes[1]?.label ?? '';
  await pick(page, keys, page.getByLabel(t('networks.draw.to'), { exact: true }), other);
  await keys.tabTo(buttonOf(window, 'networks.draw'));
  await keys.press('Enter');
  await expect.poll(async () => (await shown()).links).toHaveLength(1);
  await pick(page, keys, page.getByLabel(t('matrices.find'), { exact: true }), code);
  await keys.tabTo(buttonOf(window, 'networks.attach').first());
  await keys.press('Enter');
  await expect.poll(async () => (await shown()).links[0]?.evidence).toHaveLength(1);
  await expect(page.getByRole('list', { name: t('network.evidence') })).toContainText(words.ideas);
}

const claimOf = async (page: Page) => (await ask(page, 'propositions.list', {}))[0];

async function propose(window: SimpulWindow, keys: Keys, code: string): Promise<void> {
  const { page, t, dialog } = window;
  await keys.run('desk.open.propositions');
  await keys.run('claims.new');
  await expect(dialog('claims.new').getByRole('textbox', { name: t('conclude.new.statement') })).toBeFocused();
  await keys.type(words.statement);
  await keys.press('Enter');
  await expect(page.locator('.conclude-editor')).toBeVisible();
  await pick(page, keys, page.getByLabel(t('conclude.evidence.find'), { exact: true }), code);
  await keys.tabTo(buttonOf(window, 'conclude.evidence.add').first());
  await keys.press('Enter');
  await expect.poll(async () => (await claimOf(page))?.evidence.map(({ words: own }) => own)).toEqual([words.ideas]);
  await pick(page, keys, page.getByLabel(t('claims.evidence.display'), { exact: true }), 'Who decides');
  await expect.poll(async () => (await claimOf(page))?.evidence).toHaveLength(2);
}

async function testClaim(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t } = window;
  const add = page.locator('.conclude-editor summary', { hasText: t('claims.checks.add') });
  await keys.tabTo(buttonOf(window, 'claims.negative'));
  await keys.press('Enter');
  await keys.tabTo(buttonOf(window, 'claims.outcome.none-found'));
  await keys.press('Enter');
  await expect.poll(async () => (await claimOf(page))?.missing).toEqual(['verdict']);
  await keys.tabTo(add);
  await keys.press('Enter');
  const outcome = page.locator('.conclude-editor details button', { hasText: t('claims.outcome.open') });
  await select(page, keys, outcome, t('claims.outcome.holds'));
  await keys.tabTo(page.getByLabel(t('claims.check.subject'), { exact: true }));
  await keys.type(words.rival);
  await keys.tabTo(buttonOf(window, 'claims.checks.note'));
  await keys.press('Enter');
  await expect.poll(async () => (await claimOf(page))?.checks.map(({ subject }) => subject)).toContain(words.rival);
}

async function judge(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t } = window;
  await keys.run('desk.open.triangulation');
  await keys.tabTo(page.locator('.triangulation-table td button').first());
  await keys.press('Enter');
  await select(
    page,
    keys,
    page.locator('.conclude-editor button', { hasText: t('triangulation.unjudged') }),
    t('triangulation.verdict.partial'),
  );
  await keys.tabTo(
    page.locator('.conclude-editor').getByRole('textbox', { name: t('triangulation.reason'), exact: true }),
  );
  await keys.type('Said in the interview, seen in part.');
  await keys.tabTo(buttonOf(window, 'triangulation.judge'));
  await keys.press('Enter');
  await expect.poll(async () => (await claimOf(page))?.missing).toEqual([]);
  await keys.run('desk.open.propositions');
  const status = page.locator('.conclude-editor .conclude-pair button').first();
  await select(page, keys, status, t('claims.status.verified'));
  await expect.poll(async () => (await claimOf(page))?.status).toBe('verified');
}

async function readReport(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t } = window;
  await keys.tabTo(buttonOf(window, 'claims.in-report'));
  await keys.press('Enter');
  const paper = page.getByRole('region', { name: t('report.preview') });
  const sentence = paper.locator('[data-claim]');
  await expect(sentence).toBeFocused();
  await expect(paper).toContainText(words.rival);
  const download = page.waitForEvent('download');
  await keys.run('report.save.docx');
  expect(docxText((await saved(await download)).bytes)).toContain(words.statement);
  await keys.tabTo(sentence);
  await keys.press('Enter');
  await expect(page.locator('.conclude-editor')).toBeVisible();
}
