// The same promises without a mouse, sentence by sentence: whatever a hand on the mouse can do, the
// keys can do too, every stop shows the focus, and each screen is accessible. Nothing here points, presses or focuses;
// the system's own file dialog, where the keyboard works anyway, is answered for the researcher.

import { join } from 'node:path';
import type { Download } from '@playwright/test';
import { type FieldWork, makeFieldWork, passages, speakers } from './interviews.ts';
import { expectVisibleFocus, goAround, type Keys, keysOf } from './keys.ts';
import { languagesOfLongWork } from './looks.ts';
import { docxText, highlightsOver, pictureWords, saved } from './results.ts';
import { expect, expectAccessible, serve, type Served, test, watch } from './served.ts';
import { areas, type SimpulWindow, windowOf } from './window.ts';

const words = {
  id: {
    project: 'Tanpa tetikus',
    template: 'Tata kelola gesit: tujuh dimensi',
    fromTemplate: 'Manajer / Pendorong',
    first: 'Irama rapat',
    second: 'Dicatat bersama',
    third: 'Anggaran lambat',
    spare: 'Kode sementra',
    renamed: 'Kode sementara',
    description: 'Batasannya.',
    memo: 'Apakah selalu begitu?',
    case: 'Ratna',
    office: 'Dinas Kominfo',
    officeName: 'Perangkat daerah (OPD)',
    role: 'Kepala bidang',
    technique: 'Teknik pengumpulan data',
    technique1: 'Wawancara',
    category: 'Kategori data',
    category1: 'Primer',
    added: ' Setiap pekan.',
  },
  en: {
    project: 'Without a mouse',
    template: 'Agile governance: seven dimensions',
    fromTemplate: 'Manager / Driver',
    first: 'Rhythm of meetings',
    second: 'Written together',
    third: 'Slow budget',
    spare: 'Pasing code',
    renamed: 'Passing code',
    description: 'Where it ends.',
    memo: 'Is it always so?',
    case: 'Ratna',
    office: 'Office of Communication',
    officeName: 'Regional office (OPD)',
    role: 'Head of division',
    technique: 'Collection technique',
    technique1: 'Interview',
    category: 'Data category',
    category1: 'Primary',
    added: ' Every week.',
  },
} as const;

for (const language of languagesOfLongWork) {
  test.describe(language, () => {
    test.use({ settings: { language }, serveArgs: [] });

    test('a study by keyboard alone', async ({ simpul, served, browser }) => {
      test.setTimeout(480_000);
      const window = windowOf(simpul, language);
      const keys = keysOf(window);
      const field = makeFieldWork(served.home, language);
      const step = (name: string, run: () => Promise<void>): Promise<void> =>
        test.step(name, async () => {
          await run();
          await expectAccessible(simpul);
        });
      await step('starts on the sample study or on a template', () => begin(window, keys));
      await step('imports a folder of interviews, and a file', () => bringIn(window, keys, field));
      await step('reads a transcript with its speaker turns', () => read(window, keys, field));
      await step('codes by menu, shortcut, the code tree and a typed name', () => code(window, keys));
      await step('sees overlapping codings in colour and in the margin', () => seeOverlap(window, keys));
      await step('writes a memo on a passage, a code, a document', () => writeMemos(window, keys, field));
      await step('builds the code tree', () => buildTree(window, keys));
      await step('assigns documents to cases with variables', () => describeCases(window, keys, field));
      await step('undoes and redoes anything, also after closing', () => travel(window, keys));
      await step('reads frequencies, heatmap and network down to the words', () => analyse(window, keys, field));
      await step('exports the codebook and a chart', () => exportAll(window, keys));
      await test.step('loses nothing when the host ends in the middle of work', async () => {
        const before = await loseHost(window, keys, served);
        const path = join(served.home, 'projects', `${words[language].project}.simpul`);
        const again = await serve({ language }, [path], served.home);
        const context = await browser.newContext();
        try {
          const page = await context.newPage();
          const faults = watch(page, again);
          await page.goto(again.url);
          expect(await held(windowOf(page, language), field)).toEqual(before);
          expect(faults).toEqual([]);
        } finally {
          await context.close();
          await again.stop();
        }
      });
    });
  });
}

test.describe('once around', () => {
  test.use({ settings: { language: 'en' } });

  test('every area lets the focus through, forwards and backwards, and always shows it', async ({ simpul }) => {
    const window = windowOf(simpul, 'en');
    await expect(window.documents).toBeVisible();
    for (const [index, area] of areas.entries()) {
      await simpul.keyboard.press(`Control+${index + 1}`);
      const item = simpul.getByRole('navigation').getByRole('button', { name: window.t(`app.area.${area}`) });
      await expect(item).toHaveAttribute('aria-current', 'page');
      await window.settled();
      await test.step(area, async () => {
        const forwards = await goAround(simpul, 'Tab');
        // Top bar and streams are eight stops.
        expect(forwards).toBeGreaterThan(8);
        expect(await goAround(simpul, 'Shift+Tab')).toBe(forwards);
      });
    }
  });
});

async function begin(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t, button, dialog, documents, language } = window;
  await keys.tabTo(button('start.sample'));
  await keys.press('Enter');
  await expect(page.getByText(t('app.fictional'), { exact: true })).toBeVisible();
  await expect(documents.getByRole('option')).toHaveCount(10);
  await keys.run('command.project.close');

  await keys.tabTo(button('start.new'));
  await keys.press('Enter');
  const making = dialog('start.new');
  await expect(making.getByLabel(t('start.new.name'))).toBeFocused();
  await keys.type(words[language].project);
  await keys.tabTo(making.getByRole('radio', { checked: true }).last());
  await keys.choose(making.getByRole('radio', { name: new RegExp(words[language].template) }));
  await keys.tabTo(making.getByRole('button', { name: t('start.new.create') }));
  await keys.press('Enter');
  await expect(button('app.project-menu', { name: words[language].project })).toBeVisible();
}

async function bringIn(window: SimpulWindow, keys: Keys, field: FieldWork): Promise<void> {
  const { page, t, dialog, document } = window;
  await keys.press('Control+1');
  const report = dialog('collect.report.title');
  const close = async (imported: number, refused: number): Promise<void> => {
    await expect(dialog('incoming.title', { count: imported + refused })).toBeVisible();
    await expectVisibleFocus(page);
    await keys.press('Enter');
    await expect(report.getByText(t('collect.report.summary', { imported, refused }))).toBeVisible();
    await expectVisibleFocus(page);
    await keys.press('Enter');
    await expect(report).toHaveCount(0);
  };
  const folder = page.waitForEvent('filechooser');
  await keys.run('collect.importFolder');
  await (await folder).setFiles(field.interviews);
  await close(3, 1);
  const files = page.waitForEvent('filechooser');
  await keys.press('Control+i');
  await (await files).setFiles(join(field.observations, `${field.titles.note}.txt`));
  await close(1, 0);
  for (const title of Object.values(field.titles)) await expect(document(title)).toBeVisible();
}

async function read(
  { page, t, documents, document, transcript, language }: SimpulWindow,
  keys: Keys,
  field: FieldWork,
) {
  await keys.press('Control+2');
  await keys.tabTo(documents);
  await keys.press('Home');
  const chosen = () => document(field.titles.text).getAttribute('aria-selected');
  for (let step = 0; step < 4 && (await chosen()) !== 'true'; step += 1) await keys.press('ArrowDown');
  await expect(page.getByRole('textbox', { name: t('code.label.read', { title: field.titles.text }) })).toBeVisible();
  const [interviewer, informant] = speakers[language];
  await expect(page.getByRole('group', { name: t('code.speakers') }).getByRole('button')).toHaveText([
    interviewer,
    informant,
  ]);
  await expect.poll(() => highlightsOver(page, `${informant}:`)).toContain('speaker-1');
  await expect.poll(() => highlightsOver(page, `${interviewer}:`)).toContain('speaker-0');
  await keys.tabTo(transcript);
}

async function code(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t, tree, code: row, transcript, coding, dialog, language } = window;
  const { rhythm, within, budget, change, complaints, residents } = passages[language];
  const { first, second, third, fromTemplate } = words[language];
  const quick = dialog('code.quick.title');
  const name = async (typed: string): Promise<void> => {
    await expect(quick.getByRole('combobox')).toBeFocused();
    await keys.type(typed);
    await keys.press('Enter');
    await expect(quick).toHaveCount(0);
    await expect(transcript).toBeFocused();
  };

  // By the menu of the passage, where the mouse would press: a code of the list, by the last word of its path.
  await keys.select(change);
  await keys.press('Shift+F10');
  await keys.pick('code.quick');
  await name(fromTemplate.split(' / ')[1] ?? '');
  await expect(coding(fromTemplate, change)).toBeAttached();
  // By shortcut: 1 is the code used last.
  await keys.select(budget);
  await keys.press('1');
  await expect(coding(fromTemplate, budget)).toBeAttached();
  // By typing names that no code has yet; the second passage is within the first, stretched by the arrow keys.
  await keys.select(rhythm);
  await keys.press('Enter');
  await name(first);
  await expect(coding(first, rhythm)).toBeAttached();
  await keys.select(within.slice(0, -8));
  for (let letter = 0; letter < 8; letter += 1) await keys.press('Shift+ArrowRight');
  await expect(page.getByText(t('code.status.selected', { n: within.length }), { exact: true })).toBeVisible();
  await keys.press('Enter');
  await name(second);
  await expect(coding(second, within)).toBeAttached();
  // Another code for a coding that is there.
  await keys.select(budget);
  await keys.press('Shift+F10');
  await keys.pick('code.change');
  await name(third);
  await expect(coding(third, budget)).toBeAttached();
  // In place of dragging a code onto the passage: Enter on the code. In place of dragging the passage: the code's menu.
  await keys.select(complaints);
  await keys.tabTo(tree, 'Shift+Tab');
  await keys.press('End');
  await expect(row(third)).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expect(coding(third, complaints)).toBeAttached();
  await keys.tabTo(transcript);
  await keys.select(residents);
  await keys.tabTo(tree, 'Shift+Tab');
  await keys.press('Shift+F10');
  await keys.pick('codebook.apply');
  await expect(coding(third, residents)).toBeAttached();
}

async function seeOverlap({ page, coding, transcript, language }: SimpulWindow, keys: Keys): Promise<void> {
  const { within, rhythm } = passages[language];
  const { first, second } = words[language];
  const over = async () => (await highlightsOver(page, within)).filter((name) => name.startsWith('code-'));
  await expect.poll(async () => new Set(await over()).size).toBe(2);
  await expect.poll(() => highlightsOver(page, within)).toContain('overlap');
  const margin = page.getByTestId('text');
  for (const name of [first, second]) await expect(margin.getByTitle(name, { exact: true })).toBeVisible();
  await expect(coding(first, rhythm)).toBeAttached();
  // From coding to coding, the details of each beside the text.
  await keys.tabTo(transcript);
  for (const quote of [within, rhythm]) {
    const shown = page.locator('blockquote').filter({ hasText: quote });
    for (let step = 0; step < 8 && (await shown.count()) === 0; step += 1) {
      const former = await page.locator('blockquote').allTextContents();
      await keys.press('Alt+ArrowUp');
      await expect.poll(() => page.locator('blockquote').allTextContents()).not.toEqual(former);
    }
    await expect(shown.first()).toBeVisible();
  }
}

async function writeMemos(window: SimpulWindow, keys: Keys, field: FieldWork): Promise<void> {
  const { page, t, tab, button, tree, transcript, code: row, language } = window;
  const { third, memo } = words[language];
  const body = page.getByRole('textbox', { name: t('memos.memo.body'), exact: true });
  const write = async (): Promise<void> => {
    await expect(body).toBeFocused();
    await keys.type(memo);
    await keys.press('Control+Enter');
    await keys.tabTo(button('memos.back'), 'Shift+Tab');
    await keys.press('Enter');
  };
  await keys.tabTo(transcript);
  await keys.select(passages[language].complaints);
  await keys.press('Control+Shift+M');
  await keys.tabTo(body);
  await write();
  await keys.tabTo(tree, 'Shift+Tab');
  await keys.press('End');
  await expect(row(third)).toHaveAttribute('aria-selected', 'true');
  await keys.tabTo(button('memos.new'));
  await keys.press('Enter');
  await write();
  await keys.toTab(tab('inspector.title', 'inspector.tab.document'));
  await keys.tabTo(button('memos.new'));
  await keys.press('Enter');
  await write();
  await keys.run('memos.open.page');
  const cards = page.getByRole('region', { name: t('memos.list'), exact: true }).getByRole('listitem');
  for (const about of [t('memos.target.passageOf', { title: field.titles.text }), third]) {
    await expect(cards.filter({ hasText: about })).toHaveCount(1);
  }
  await expect(cards.filter({ hasText: memo })).toHaveCount(3);
}

async function buildTree(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t, tree, code: row, button, dialog, language } = window;
  const { first, second, third, spare, renamed, description } = words[language];
  const name = page.getByRole('textbox', { name: t('codebook.new.name') });
  await keys.run('codebook.open');
  await keys.tabTo(tree);
  await keys.press('End');
  // Create, rename.
  await keys.press('Insert');
  await expect(name).toBeFocused();
  await keys.type(spare);
  await keys.press('Enter');
  await expect(row(spare)).toHaveAttribute('aria-selected', 'true');
  await expect(tree).toBeFocused();
  await keys.press('F2');
  await keys.press('Control+a');
  await keys.type(renamed);
  await keys.press('Enter');
  await expect(row(renamed)).toBeVisible();
  // Move: below the code above, out again, and up.
  await keys.press('Alt+ArrowRight');
  await expect(row(renamed)).toHaveAttribute('aria-level', '2');
  await keys.press('Alt+ArrowLeft');
  await expect(row(renamed)).toHaveAttribute('aria-level', '1');
  const place = Number(await row(renamed).getAttribute('aria-posinset'));
  await keys.press('Alt+ArrowUp');
  await expect(row(renamed)).toHaveAttribute('aria-posinset', String(place - 1));
  // Recolour, describe.
  await keys.press('Shift+F10');
  await keys.pick('codebook.recolor');
  await keys.tabTo(dialog('codebook.recolor.title', { name: renamed }).getByLabel(t('ui.color.custom')));
  await keys.press('Control+a');
  await keys.type('#336699');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keys.tabTo(page.getByRole('textbox', { name: t('codebook.card.description'), exact: true }));
  await keys.type(description);
  await keys.press('Control+Enter');
  await expect(button('app.undo.what', { what: t('history.code.changed', { code: renamed }) })).toBeEnabled();
  // Merge it into another.
  await keys.tabTo(tree, 'Shift+Tab');
  await keys.press('Shift+F10');
  await keys.pick('codebook.merge');
  const merging = page.getByRole('dialog');
  await expect(merging.getByRole('combobox')).toBeFocused();
  await keys.type(first);
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await keys.tabTo(merging.getByRole('button', { name: t('codebook.merge.do'), exact: true }));
  await keys.press('Enter');
  await expect(row(renamed)).toHaveCount(0);
  // Delete one whose codings live on with another.
  await keys.tabTo(tree, 'Shift+Tab');
  await keys.press('End');
  await expect(row(third)).toHaveAttribute('aria-selected', 'true');
  await keys.press('Delete');
  const deleting = page.getByRole('alertdialog');
  await keys.tabTo(deleting.getByRole('radio', { checked: true }));
  await keys.choose(deleting.getByRole('radio', { name: t('codebook.delete.codings.move', { count: 3 }) }));
  await keys.tabTo(deleting.getByRole('combobox'));
  await keys.type(second);
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await keys.tabTo(deleting.getByRole('button', { name: t('codebook.delete.do'), exact: true }));
  await keys.press('Enter');
  await expect(row(third)).toHaveCount(0);
  await expect(row(second)).toHaveAccessibleName(new RegExp(t('codebook.row', { name: second, own: 4 })));
}

async function describeCases(window: SimpulWindow, keys: Keys, field: FieldWork): Promise<void> {
  const { page, t, tab, button, dialog, documents, document, language } = window;
  const { case: name, office, officeName, role, technique, technique1, category, category1 } = words[language];
  await keys.press('Control+1');
  await keys.toTab(tab('collect.area', 'collect.tab.cases'));
  await keys.run('cases.new');
  await expect(dialog('cases.new').getByLabel(t('cases.new.name'))).toBeFocused();
  await keys.type(name);
  await keys.press('Enter');
  const grid = page.getByRole('grid', { name: t('cases.grid.cases') });
  const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row).toBeVisible();
  // The documents of the case, in a dialog: in place of dragging them onto its row.
  await keys.tabTo(grid);
  await keys.press('Control+ArrowDown');
  await keys.press('ArrowRight');
  await keys.press('Enter');
  const assigning = dialog('cases.assign.title', { name });
  await keys.tabTo(assigning.getByRole('checkbox', { name: new RegExp(field.titles.text) }));
  await keys.press('Space');
  await keys.tabTo(assigning.getByRole('button', { name: t('cases.assign.do'), exact: true }));
  await keys.press('Enter');
  await expect(assigning).toHaveCount(0);
  // Its office and role, typed straight into the cells.
  await keys.tabTo(grid);
  await keys.press('ArrowRight');
  await keys.type(office);
  await keys.press('Tab');
  await expect(row.getByRole('gridcell', { name: office })).toBeVisible();
  await keys.press('ArrowRight');
  await keys.type(role);
  await keys.press('Enter');
  await expect(row.getByRole('gridcell', { name: role })).toBeVisible();
  // What is known of the document itself.
  await keys.toTab(tab('collect.area', 'collect.tab.documents'));
  await keys.tabTo(documents);
  await keys.press('Home');
  const chosen = () => document(field.titles.text).getAttribute('aria-selected');
  for (let step = 0; step < 4 && (await chosen()) !== 'true'; step += 1) await keys.press('ArrowDown');
  await expect(document(field.titles.text)).toContainText(name);
  const date = page.getByLabel(t('collect.details.date'), { exact: true });
  await keys.tabTo(date);
  await keys.type('2026-03-17');
  await keys.press('Tab');
  for (const [label, value] of [
    [technique, technique1],
    [category, category1],
  ] as const) {
    const choice = page.getByRole('main').getByRole('button', { name: new RegExp(label) });
    await keys.tabTo(choice);
    await keys.press('Enter');
    await keys.type(value);
    await expect(page.getByRole('option', { name: value, exact: true })).toBeFocused();
    await keys.press('Enter');
    await expect(choice).toContainText(value);
  }
  await expect(button('app.undo.what', { what: t('history.variable.valued', { name: category }) })).toBeEnabled();
  await keys.run('command.undo');
  await keys.run('command.undo');
  await expect(button('app.redo.what', { what: t('history.variable.valued', { name: technique }) })).toBeEnabled();
  await keys.press('Control+1');
  await keys.toTab(tab('collect.area', 'collect.tab.cases'));
  await expect(
    grid.getByRole('columnheader', { name: new RegExp(`^${officeName.replace(/[()]/g, '.')}`) }),
  ).toBeVisible();
}

async function travel({ page, t, button, language }: SimpulWindow, keys: Keys): Promise<void> {
  const { project, technique, category } = words[language];
  const [first, second] = [technique, category].map((name) => t('history.variable.valued', { name }));
  // Two steps were undone; after closing and opening they are still there to be done again, and to be undone again.
  await keys.run('command.project.close');
  await keys.tabTo(page.getByRole('button', { name: new RegExp(`^${project}`) }));
  await keys.press('Enter');
  await expect(button('app.redo.what', { what: first ?? '' })).toBeEnabled();
  await keys.press('Control+Shift+z');
  await expect(button('app.undo.what', { what: first ?? '' })).toBeEnabled();
  await keys.press('Control+z');
  await expect(button('app.redo.what', { what: first ?? '' })).toBeEnabled();
  await keys.press('Control+Shift+z');
  await expect(button('app.redo.what', { what: second ?? '' })).toBeEnabled();
  await keys.press('Control+y');
  await expect(button('app.undo.what', { what: second ?? '' })).toBeEnabled();
}

async function analyse(window: SimpulWindow, keys: Keys, field: FieldWork): Promise<void> {
  const { page, t, tab, like, settled, transcript, language } = window;
  const { first, second } = words[language];
  await keys.press('Control+3');
  await settled();
  const rows = page.getByRole('table', { name: t('display.frequency.table') }).getByRole('row');
  await keys.tabTo(rows.nth(1));
  await keys.press('Enter');
  await expect(page.getByRole('grid', { name: t('quotations.list', { title: second }) })).toBeVisible();
  await keys.toTab(tab('display.views', 'display.view.heatmap'));
  await settled();
  const grid = page.getByRole('grid', { name: like('display.heatmap.grid') });
  const both = new RegExp(`${first}.*${second}|${second}.*${first}`);
  await keys.tabTo(grid);
  await keys.press('Control+Home');
  await keys.toCell(grid, both);
  await keys.press('Enter');
  await expect(page.getByRole('grid', { name: both })).toContainText(passages[language].within);
  await expectAccessible(page);
  await keys.toTab(tab('display.views', 'display.view.network'));
  await settled();
  const network = page.getByRole('application', { name: like('display.network.picture') });
  await keys.tabTo(network.getByRole('button').first());
  await keys.press('Enter');
  const quotations = page.getByRole('grid', { name: like('quotations.list') });
  const quotation = quotations.getByRole('row', { name: new RegExp(`^${field.titles.text}: `) }).first();
  await expectAccessible(page);
  await keys.tabTo(quotation);
  await keys.press('Enter');
  await expect(transcript).toBeVisible();
  await expect(page.getByText(like('code.status.selected'))).toBeVisible();
}

async function exportAll(window: SimpulWindow, keys: Keys): Promise<void> {
  const { page, t, dialog, settled, language } = window;
  const { first } = words[language];
  const next = async (press: () => Promise<void>): Promise<Awaited<ReturnType<typeof saved>>> => {
    const download: Promise<Download> = page.waitForEvent('download');
    await press();
    return saved(await download);
  };
  const choosing = dialog('codebook.export.title');
  for (const format of ['csv', 'docx', 'html', 'md'] as const) {
    await keys.run('codebook.export');
    await keys.tabTo(choosing.getByRole('radio', { checked: true }));
    await keys.choose(choosing.getByRole('radio', { name: t(`codebook.export.${format}`) }));
    await keys.tabTo(choosing.getByRole('button', { name: t('codebook.export.do'), exact: true }));
    const { name, bytes } = await next(() => keys.press('Enter'));
    expect(name).toMatch(new RegExp(`\\.${format}$`));
    expect(format === 'docx' ? docxText(bytes) : bytes.toString('utf8')).toContain(first);
  }
  await keys.press('Control+3');
  await settled();
  const svg = await next(() => keys.run('display.export.svg'));
  expect(svg.name).toMatch(/\.svg$/);
  expect(await pictureWords(page, svg.bytes.toString('utf8'))).toContain(first);
  const png = await next(() => keys.run('display.export.png'));
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
}

/** Types and codes, and ends the host as a dead battery would, at once after it said that all is saved. */
async function loseHost(window: SimpulWindow, keys: Keys, served: Served) {
  const { page, t, like, transcript, codings, dialog, language } = window;
  await keys.press('Control+2');
  await keys.tabTo(transcript);
  await keys.press('Control+e');
  const editing = page.getByRole('textbox', { name: like('code.label.edit') });
  await expect(editing).toBeFocused();
  await keys.press('Control+End');
  await keys.type(words[language].added);
  await expect(page.getByText(t('code.save.saved'))).toBeVisible();
  await keys.press('Control+e');
  await expect(transcript).toBeFocused();
  await keys.select(words[language].added.trim());
  await keys.press('1');
  await expect(codings.filter({ hasText: words[language].added.trim() })).toHaveCount(1);
  await expect(page.getByText(t('code.save.saved'))).toBeVisible();
  const before = { text: await transcript.textContent(), codings: await codings.allTextContents() };
  await keys.press('Enter');
  await expect(dialog('code.quick.title').getByRole('combobox')).toBeFocused();
  served.trouble.isExpected = true;
  served.process.kill('SIGKILL');
  await expect(page.getByRole('alert')).toContainText(t('connection.lost'));
  return before;
}

async function held(window: SimpulWindow, field: FieldWork) {
  const { transcript, codings, language } = window;
  await read(window, keysOf(window), field);
  await expect(transcript).toContainText(words[language].added.trim());
  await expect(codings).toHaveCount(7);
  return { text: await transcript.textContent(), codings: await codings.allTextContents() };
}
