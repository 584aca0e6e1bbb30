// What a researcher does with Simpul from the first start to the exported study, with the mouse, in both languages.
// The sentences of the steps are those of the product's promise; each is seen to hold in the window.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFieldWork, passages, speakers } from './interviews.ts';
import { docxText, highlightsOver, pictureWords, saved } from './results.ts';
import { expect, serve, test, watch, type Served } from './served.ts';
import { middleOf, type SimpulWindow, tick, windowOf } from './window.ts';

const words = {
  id: {
    project: 'Studi loket layanan',
    template: 'Tata kelola gesit: tujuh dimensi',
    fromTemplate: 'Pendorong',
    parent: 'Manajer',
    rhythm: 'Irama rapat',
    shared: 'Dicatat bersama',
    shift: 'Pergantian arah',
    renamed: 'Perubahan arah',
    spare: 'Ketukan rapat',
    case: 'Ratna, kepala bidang',
    role: 'Kepala bidang',
    office: 'Dinas Kominfo',
    technique: 'Teknik pengumpulan data',
    category: 'Kategori data',
    category1: 'Primer',
    technique1: 'Wawancara',
    definition: 'Seberapa teratur bidang-bidang bertemu dan mencatat hasilnya.',
    memo: 'Apakah catatan bersama menggantikan surat?',
  },
  en: {
    project: 'Study of the counter',
    template: 'Agile governance: seven dimensions',
    fromTemplate: 'Driver',
    parent: 'Manager',
    rhythm: 'Rhythm of meetings',
    shared: 'Written down together',
    shift: 'Change of course',
    renamed: 'Shift of course',
    spare: 'Beat of meetings',
    case: 'Ratna, head of division',
    role: 'Head of division',
    office: 'Office of Communication',
    technique: 'Collection technique',
    category: 'Data category',
    category1: 'Primary',
    technique1: 'Interview',
    definition: 'How regularly the divisions meet and write down what they agreed.',
    memo: 'Do shared notes take the place of the letter?',
  },
} as const;

for (const language of ['id', 'en'] as const) {
  test.describe(language, () => {
    test.use({ settings: { language }, serveArgs: [] });

    test('from an interview file to a coded, charted, exported study', async ({ simpul, served, browser }) => {
      test.setTimeout(300_000);
      const window = windowOf(simpul, language);
      const field = makeFieldWork(served.home, language);
      await test.step('starts on the sample study or on a template', () => begin(window));
      await test.step('imports a folder by dialog and by dropping it on the window', () => bringIn(window, field));
      await test.step('reads a transcript with its speaker turns', () => read(window, field.titles.text));
      await test.step('codes a passage by mouse, shortcut, dragging and a typed name', () => code(window));
      await test.step('sees overlapping codings in colour and in the margin', () => seeOverlap(window));
      await test.step('writes a memo on a passage, a code, a document', () => writeMemos(window, field.titles.text));
      await test.step('builds the code tree', () => buildTree(window));
      await test.step('assigns documents to cases with variables', () => describeCases(window, field.titles));
      await test.step('undoes and redoes anything, also after closing', () => travel(window));
      await test.step('reads frequencies, heatmap and network down to the words', () =>
        analyse(window, field.titles.text));
      await test.step('exports the codebook and a chart', () => exportAll(window));
      const before = await held(window, field.titles.text);
      await test.step('is told when the host is gone', () => lose(window, served));
      await test.step('finds everything that was done', async () => {
        const path = join(served.home, 'projects', `${words[language].project}.simpul`);
        const again = await serve({ language }, [path], served.home);
        const context = await browser.newContext();
        try {
          const page = await context.newPage();
          const faults = watch(page, again);
          await page.goto(again.url);
          expect(await held(windowOf(page, language), field.titles.text)).toEqual(before);
          expect(faults).toEqual([]);
        } finally {
          await context.close();
          await again.stop();
        }
      });
    });
  });
}

async function begin({
  page,
  t,
  language,
  button,
  menuItem,
  dialog,
  documents,
  tree,
  goTo,
}: SimpulWindow): Promise<void> {
  await button('start.sample').click();
  await expect(page.getByText(t('app.fictional'), { exact: true })).toBeVisible();
  await expect(documents.getByRole('option')).toHaveCount(10);
  await page.getByRole('button', { name: new RegExp(`^${t('app.project-menu', { name: '' })}`) }).click();
  await menuItem('command.project.close').click();
  await button('start.new').click();
  const making = dialog('start.new');
  await making.getByLabel(t('start.new.name')).fill(words[language].project);
  await tick(making, words[language].template);
  await making.getByRole('button', { name: t('start.new.create') }).click();
  await expect(button('app.project-menu', { name: words[language].project })).toBeVisible();
  await goTo('reduction');
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  await goTo('collection');
  await expect(page.getByText(t('collect.empty.title'))).toBeVisible();
}

type Field = ReturnType<typeof makeFieldWork>;

async function bringIn({ page, t, button, dialog, document }: SimpulWindow, field: Field): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button('collect.importFolder').click();
  await (await chooser).setFiles(field.interviews);
  // What was recognised is shown first; one key imports it as it is.
  await expect(dialog('incoming.title', { count: 4 })).toBeVisible();
  await page.keyboard.press('Enter');
  const report = dialog('collect.report.title');
  await expect(report.getByText(t('collect.report.summary', { imported: 3, refused: 1 }))).toBeVisible();
  await expect(report.getByRole('row', { name: new RegExp(field.strayed) })).toContainText(t('collect.report.refused'));
  await expect(report.getByRole('row', { name: new RegExp(`${field.titles.word}.docx`) })).toContainText(
    t('collect.report.imported'),
  );
  await report
    .getByRole('button', { name: t('content.close'), exact: true })
    .last()
    .click();
  await dropFiles(page, [field.observations]);
  await expect(dialog('incoming.title', { count: 1 })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(report.getByText(t('collect.report.summary', { imported: 1, refused: 0 }))).toBeVisible();
  await report
    .getByRole('button', { name: t('content.close'), exact: true })
    .last()
    .click();
  for (const title of Object.values(field.titles)) await expect(document(title)).toBeVisible();
}

async function read({ page, t, language, openDocument, transcript }: SimpulWindow, title: string): Promise<void> {
  await openDocument(title);
  const [interviewer, informant] = speakers[language];
  const legend = page.getByRole('group', { name: t('code.speakers') });
  await expect(legend.getByRole('button')).toHaveText([interviewer, informant]);
  await expect(transcript).toContainText(passages[language].rhythm);
  // Both speakers' names are coloured in the text itself.
  await expect.poll(() => highlightsOver(page, `${informant}:`)).toContain('speaker-1');
  await expect.poll(() => highlightsOver(page, `${interviewer}:`)).toContain('speaker-0');
}

async function code(window: SimpulWindow): Promise<void> {
  const { page, t, language, select, placeOf, menuItem, dialog, coding, drag, code: row } = window;
  const { rhythm, within, complaints, change, budget, residents } = passages[language];
  const { fromTemplate, parent, rhythm: newCode, shared } = words[language];
  const path = `${parent} / ${fromTemplate}`;

  // By mouse: the menu of the passage, then a code of the list.
  await select(change);
  const { from } = await placeOf(change);
  await page.mouse.click(from.x + 20, from.y, { button: 'right' });
  await menuItem('code.quick').click();
  const quick = dialog('code.quick.title');
  await quick.getByRole('combobox').fill(fromTemplate);
  await quick.getByRole('option', { name: path, exact: true }).click();
  await expect(coding(path, change)).toBeAttached();

  // By shortcut: 1 is the code used last.
  await select(budget);
  await page.keyboard.press('1');
  await expect(coding(path, budget)).toBeAttached();

  // By typing a name that no code has yet.
  await select(rhythm);
  await page.keyboard.press('Enter');
  await quick.getByRole('combobox').fill(newCode);
  await page.keyboard.press('Enter');
  await expect(coding(newCode, rhythm)).toBeAttached();
  await select(within);
  await page.keyboard.press('Enter');
  await quick.getByRole('combobox').fill(shared);
  await page.keyboard.press('Enter');
  await expect(coding(shared, within)).toBeAttached();

  // By dragging: a code onto the passage, the passage onto a code.
  const filter = page.getByRole('searchbox', { name: t('codebook.filter') });
  await filter.fill(fromTemplate);
  await select(complaints);
  await drag(await middleOf(row(fromTemplate)), await inside(window, complaints));
  await expect(coding(path, complaints)).toBeAttached();
  await select(residents);
  await drag(await inside(window, residents), await middleOf(row(fromTemplate)));
  await expect(coding(path, residents)).toBeAttached();
  await filter.clear();
  await expect(page.getByText(t('code.status.codings', { n: 6 }), { exact: true })).toBeVisible();
}

async function seeOverlap({ page, language, coding }: SimpulWindow): Promise<void> {
  const { within, rhythm } = passages[language];
  const { shared, rhythm: outer } = words[language];
  await expect(coding(outer, rhythm)).toBeAttached();
  const over = async () => (await highlightsOver(page, within)).filter((name) => name.startsWith('code-'));
  await expect.poll(async () => new Set(await over()).size).toBe(2);
  await expect.poll(() => highlightsOver(page, within)).toContain('overlap');
  for (const name of [shared, outer]) await expect(page.getByTitle(name, { exact: true })).toBeVisible();
}

async function writeMemos(window: SimpulWindow, title: string): Promise<void> {
  const { page, t, language, select, button, tab, code: row, openDocument, goTo } = window;
  const { memo, rhythm } = words[language];
  // On a passage: by its command; the memo opens beside the text.
  await select(passages[language].complaints);
  await page.keyboard.press('Control+Shift+M');
  const body = page.getByRole('textbox', { name: t('memos.memo.body'), exact: true });
  await body.fill(memo);
  await body.press('Control+Enter');
  await button('memos.back').click();
  // On a code.
  await button('codebook.collapseAll').click();
  await row(rhythm).click();
  await button('memos.new').click();
  await body.fill(words[language].definition);
  await button('memos.save').click();
  await button('memos.back').click();
  // On a document.
  await openDocument(title);
  await tab('inspector.title', 'inspector.tab.document').click();
  await button('memos.new').click();
  await body.fill(title);
  await button('memos.save').click();
  await button('memos.back').click();
  // All three are on the page of memos, each with what it is about.
  await tab('codebook.pages', 'memos.title').click();
  const cards = page.getByRole('region', { name: t('memos.list'), exact: true }).getByRole('listitem');
  for (const about of [t('memos.target.passageOf', { title }), rhythm, title]) {
    await expect(cards.filter({ hasText: about }).first()).toBeVisible();
  }
  await goTo('reduction');
}

async function buildTree(window: SimpulWindow): Promise<void> {
  const { page, t, language, button, code: row, menuItem, dialog, tab, drag, tree } = window;
  const { shift, renamed, rhythm, shared, spare, definition, parent } = words[language];
  const nameField = page.getByRole('textbox', { name: t('codebook.new.name') });
  const make = async (name: string): Promise<void> => {
    await tree.getByRole('treeitem').last().click();
    await button('codebook.new').click();
    await nameField.fill(name);
    await nameField.press('Enter');
    await expect(row(name)).toBeVisible();
  };
  await tab('codebook.pages', 'codebook.title').click();
  // Create, rename, recolour.
  await make(shift);
  await row(shift).click({ button: 'right' });
  await menuItem('codebook.rename').click();
  await page.getByRole('textbox', { name: t('codebook.rename.name', { name: shift }) }).fill(renamed);
  await page.keyboard.press('Enter');
  await expect(row(renamed)).toBeVisible();
  await row(renamed)
    .getByRole('button', { name: t('codebook.recolor.title', { name: renamed }) })
    .click();
  const colors = dialog('codebook.recolor.title', { name: renamed });
  await colors.getByLabel(t('ui.color.custom')).fill('#336699');
  await page.keyboard.press('Enter');
  const swatch = row(renamed).getByRole('button', { name: t('codebook.recolor.title', { name: renamed }) });
  const paints = () =>
    swatch.evaluate((one) => [one, ...one.children].map((part) => getComputedStyle(part).backgroundColor));
  await expect.poll(paints).toContain('rgb(51, 102, 153)');
  // Describe: the card saves by itself.
  await row(rhythm).click();
  const described = page.getByRole('textbox', { name: t('codebook.card.description'), exact: true });
  await described.fill(definition);
  await described.blur();
  await expect(button('app.undo.what', { what: t('history.code.changed', { code: rhythm }) })).toBeEnabled();
  // Move: by dragging onto another code.
  await drag(await middleOf(row(renamed)), await middleOf(row(shared)));
  await expect(row(renamed)).toHaveAttribute('aria-level', '2');
  // Merge: says what becomes one before it does.
  await make(spare);
  await row(spare).click({ button: 'right' });
  await menuItem('codebook.merge').click();
  const merging = page.getByRole('dialog', { name: new RegExp(spare) });
  await merging.getByRole('combobox', { name: t('codebook.merge.target') }).fill(rhythm);
  await page.getByRole('option', { name: rhythm, exact: true }).click();
  await merging.getByRole('button', { name: t('codebook.merge.do'), exact: true }).click();
  await expect(row(spare)).toHaveCount(0);
  // Delete, and choose that its codings live on with another code.
  await row(shared).click({ button: 'right' });
  await menuItem('codebook.delete').click();
  const deleting = page.getByRole('alertdialog');
  await tick(deleting, t('codebook.delete.codings.move', { count: 1 }));
  await deleting.getByRole('combobox', { name: t('codebook.delete.target') }).fill(renamed);
  await page.getByRole('option', { name: new RegExp(renamed) }).click();
  await deleting.getByRole('button', { name: t('codebook.delete.do'), exact: true }).click();
  await expect(row(shared)).toHaveCount(0);
  await expect(row(renamed)).toHaveAttribute('aria-level', '1');
  await expect(row(parent)).toBeVisible();
  await tab('codebook.pages', 'codebook.page.coding').click();
  await expect(window.coding(renamed, passages[language].within)).toBeAttached();
}

async function describeCases(window: SimpulWindow, titles: Field['titles']): Promise<void> {
  const { page, t, language, goTo, tab, button, dialog, document, choose } = window;
  const { case: name, role, office, technique, technique1, category, category1 } = words[language];
  await goTo('collection');
  await tab('collect.area', 'collect.tab.cases').click();
  await button('cases.new').click();
  const making = dialog('cases.new');
  await making.getByLabel(t('cases.new.name')).fill(name);
  await making.getByRole('button', { name: t('cases.variable.create'), exact: true }).click();
  const grid = page.getByRole('grid', { name: t('cases.grid.cases') });
  const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row).toBeVisible();
  await fillCell(window, row, 0, office);
  await fillCell(window, row, 2, role);
  // The documents of the case, by dragging one onto its row; its other values in its own card.
  const tray = page.getByRole('button', { name: new RegExp(titles.text) });
  await window.drag(await middleOf(tray), await middleOf(row.getByRole('rowheader')));
  await expect(tray).toContainText(name);
  await tab('collect.area', 'collect.tab.documents').click();
  await document(titles.text).click();
  const field = (label: string) => page.getByRole('button', { name: new RegExp(label) });
  await expect(field(t('collect.details.case'))).toContainText(name);
  await choose(field(technique), technique1);
  await choose(field(category), category1);
  const date = page.getByLabel(t('collect.details.date'), { exact: true });
  await date.fill('2026-03-17');
  await date.blur();
  await expect(document(titles.text)).toContainText(name);
  await expect(field(technique)).toContainText(technique1);
  await expect(button('app.undo.what', { what: t('history.document.changed', { title: titles.text }) })).toBeEnabled();
}

/** @param variable place of the variable among those of cases */
async function fillCell({ page }: SimpulWindow, row: ReturnType<Page['locator']>, variable: number, text: string) {
  const cell = row.getByRole('gridcell').nth(variable + 1);
  await cell.dblclick();
  const field = cell.getByRole('combobox').or(cell.getByRole('textbox'));
  await field.fill(text);
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText(text);
}

async function travel(window: SimpulWindow): Promise<void> {
  const { page, t, language, button, menuItem } = window;
  const undo = page.getByRole('button', { name: new RegExp(`^${t('app.undo.what', { what: '' })}`) });
  const redo = page.getByRole('button', { name: new RegExp(`^${t('app.redo.what', { what: '' })}`) });
  const lastStep = () => undo.getAttribute('aria-label');
  const nextRedo = () => redo.getAttribute('aria-label');
  const labels: string[] = [];
  // Five steps back, of several kinds, and each named.
  for (let back = 0; back < 5; back += 1) {
    const label = (await lastStep()) ?? '';
    labels.unshift(label);
    await undo.click();
    await expect.poll(nextRedo).toBe(label.replace(t('app.undo.what', { what: '' }), t('app.redo.what', { what: '' })));
  }
  const [, second, third] = labels;
  await redo.click();
  await redo.click();
  await expect.poll(lastStep).toBe(second);
  const name = words[language].project;
  await button('app.project-menu', { name }).click();
  await menuItem('command.project.close').click();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  // What was done in the former session is undone and done again in this one.
  await expect.poll(lastStep).toBe(second);
  await undo.click();
  await expect.poll(lastStep).toBe(labels[0]);
  await redo.click();
  await expect.poll(lastStep).toBe(second);
  await redo.click();
  await expect.poll(lastStep).toBe(third);
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+Shift+Z');
  await expect(redo).toHaveCount(0);
  await expect.poll(lastStep).toBe(labels.at(-1));
}

async function analyse(window: SimpulWindow, title: string): Promise<void> {
  const { page, t, language, like, goTo, tab, settled } = window;
  const { fromTemplate, parent, rhythm, renamed } = words[language];
  const { change, within } = passages[language];
  await goTo('display');
  await settled();
  const table = page.getByRole('table', { name: t('display.frequency.table') });
  await table.getByRole('row', { name: new RegExp(fromTemplate) }).click();
  const list = (of: string) => page.getByRole('grid', { name: t('quotations.list', { title: of }), exact: true });
  const quotations = (of: string) => list(of).getByRole('row', { name: new RegExp(`^${title}: `) });
  await expect(quotations(`${parent} / ${fromTemplate}`)).toHaveCount(4);
  await expect(list(`${parent} / ${fromTemplate}`)).toContainText(change);

  await tab('display.views', 'display.view.heatmap').click();
  await settled();
  const cell = await openCell(window, renamed, rhythm);
  await expect(list(cell)).toContainText(within);
  await tab('display.views', 'display.view.network').click();
  await settled();
  const network = page.getByRole('application', { name: like('display.network.picture') });
  // The shape itself: the middle of a node with its name beside it may lie between the two.
  await network
    .getByRole('button', { name: new RegExp(`^${rhythm},`) })
    .locator('path')
    .click();
  await expect(quotations(rhythm)).toHaveCount(1);
  // From a quotation to its place, marked in the text.
  await quotations(rhythm)
    .getByRole('button', { name: like('quotations.go') })
    .click();
  await expect(window.transcript).toBeVisible();
  await expect(page.getByText(t('code.status.selected', { n: passages[language].rhythm.length }))).toBeVisible();
}

/** Presses the cell of two codes; only the browser knows where it stands, so each is asked in turn. */
async function openCell({ page, t, like }: SimpulWindow, first: string, second: string): Promise<string> {
  const grid = page.getByRole('grid', { name: like('display.heatmap.grid') });
  const count = Number(await grid.getAttribute('aria-rowcount'));
  const active = grid.getByRole('gridcell');
  const { width, height } = (await grid.boundingBox()) ?? { width: 0, height: 0 };
  for (let row = 0; row < count; row += 1) {
    for (let column = row + 1; column < count; column += 1) {
      await grid.click({ position: { x: ((column + 0.5) * width) / count, y: ((row + 0.5) * height) / count } });
      await expect(active).toHaveAttribute('aria-colindex', String(column + 1));
      const said = (await active.textContent()) ?? '';
      if (!said.includes(first) || !said.includes(second)) continue;
      const [above, beside] = said.indexOf(first) < said.indexOf(second) ? [first, second] : [second, first];
      return t('display.cell.title', { row: above, column: beside });
    }
  }
  throw new Error(`no cell of ${first} and ${second}`);
}

async function exportAll(window: SimpulWindow): Promise<void> {
  const { page, t, language, goTo, tab, button, dialog, menuItem, settled } = window;
  const { rhythm, definition } = words[language];
  await goTo('reduction');
  await tab('codebook.pages', 'codebook.title').click();
  for (const format of ['csv', 'docx', 'html', 'md'] as const) {
    await button('codebook.export').click();
    const choosing = dialog('codebook.export.title');
    await tick(choosing, t(`codebook.export.${format}`));
    const download = page.waitForEvent('download');
    await choosing.getByRole('button', { name: t('codebook.export.do'), exact: true }).click();
    const { name, bytes } = await saved(await download);
    expect(name).toMatch(new RegExp(`\\.${format}$`));
    const text = format === 'docx' ? docxText(bytes) : bytes.toString('utf8');
    expect(text).toContain(rhythm);
    expect(text).toContain(definition);
  }
  await goTo('display');
  await settled();
  const picture = async (item: 'display.export.svg' | 'display.export.png'): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await button('display.export').click();
    await menuItem(item).click();
    return (await saved(await download)).bytes;
  };
  const svg = (await picture('display.export.svg')).toString('utf8');
  expect(await pictureWords(page, svg)).toContain(rhythm);
  const png = await picture('display.export.png');
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  expect(png.readUInt32BE(20)).toBeGreaterThan(500);
}

/** What the window shows of one document: the words that are coded, and how many codes there are. */
async function held({ page, openDocument, codings, t }: SimpulWindow, title: string) {
  await openDocument(title);
  await expect(page.getByText(t('code.status.codings', { n: 6 }), { exact: true })).toBeVisible();
  await expect(codings).toHaveCount(6);
  return codings.allTextContents();
}

/** The host ends in the middle of work, as when the power goes. */
async function lose({ page, t, language, select, dialog }: SimpulWindow, served: Served): Promise<void> {
  await select(passages[language].change);
  await page.keyboard.press('Enter');
  await expect(dialog('code.quick.title')).toBeVisible();
  served.trouble.isExpected = true;
  served.process.kill('SIGKILL');
  await expect(page.getByRole('alert')).toContainText(t('connection.lost'));
}

/** A point well within words that are on the screen. */
async function inside({ placeOf }: SimpulWindow, text: string): Promise<{ readonly x: number; readonly y: number }> {
  const { from } = await placeOf(text);
  return { x: from.x + 40, y: from.y };
}

/** Drops files and folders as the system does, so that the browser itself hands out their entries. */
async function dropFiles(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const place = { x: 600, y: 450, data: { items: [], files, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...place });
  }
  await session.detach();
}
