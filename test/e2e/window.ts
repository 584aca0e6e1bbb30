// What a researcher does in the window, by the names the window itself gives to things: one description of a step
// serves both languages.

import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/shared/contract/values.ts';
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts';
import { type MessageParams, translate } from '../../src/shared/i18n/translate.ts';
import { expect } from './served.ts';

export const areas = ['collection', 'reduction', 'display', 'conclusion'] as const;
export type Area = (typeof areas)[number];
type Point = { readonly x: number; readonly y: number };

export type SimpulWindow = ReturnType<typeof windowOf>;

export function windowOf(page: Page, language: Language) {
  const t = (key: MessageKey, params?: MessageParams): string => translate(language, key, params);

  /** A name that begins with these words, for rows that go on with counts and dates. */
  const startsWith = (words: string): RegExp => new RegExp(`^${escaped(words)}(?:,|$)`);
  /** A message whose parameters are not known beforehand. */
  const like = (key: MessageKey): RegExp =>
    new RegExp(
      `^${t(key)
        .split(/\{[^}]*\}/)
        .map(escaped)
        .join('.*')}$`,
      's',
    );

  const button = (key: MessageKey, params?: MessageParams): Locator =>
    page.getByRole('button', { name: t(key, params), exact: true });
  const tab = (list: MessageKey, key: MessageKey): Locator =>
    page.getByRole('tablist', { name: t(list), exact: true }).getByRole('tab', { name: t(key), exact: true });
  const dialog = (key: MessageKey, params?: MessageParams): Locator =>
    page.getByRole('dialog', { name: t(key, params), exact: true });
  const menuItem = (key: MessageKey): Locator => page.getByRole('menuitem', { name: startsWithWords(t(key)) });
  const option = (name: string): Locator => page.getByRole('option', { name });

  const tree = page.getByRole('tree', { name: t('codebook.tree') });
  const code = (name: string): Locator => tree.getByRole('treeitem', { name: startsWith(name) });
  const documents = page.getByRole('listbox', { name: t('collect.list'), exact: true });
  const document = (title: string): Locator => documents.getByRole('option', { name: startsWith(title) });
  const transcript = page.getByRole('textbox', { name: like('code.label.read') });
  const codings = page.getByRole('list', { name: t('code.list'), exact: true }).getByRole('listitem');
  const coding = (of: string, quote: string): Locator =>
    codings.filter({ hasText: new RegExp(`${escaped(t('code.list.item', { code: of, quote }))}$`) });

  const goTo = async (area: Area): Promise<void> => {
    const item = page.getByRole('navigation').getByRole('button', { name: t(`app.area.${area}`) });
    await item.click();
    await expect(item).toHaveAttribute('aria-current', 'page');
  };

  /** Where words stand on the screen; they are scrolled to. */
  const placeOf = async (words: string): Promise<{ readonly from: Point; readonly to: Point }> => {
    await expect(transcript).toContainText(words);
    return transcript.evaluate(endsOfWords, words);
  };

  /** Sweeps over the words with the mouse. */
  const select = async (words: string): Promise<void> => {
    const { from, to } = await placeOf(words);
    // Pressing on words that are selected would drag them, and pressing the end of the coding that is active would
    // move that end: a press, and Escape where there is one, let go of both first.
    await page.mouse.click(from.x, from.y);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const grips = page.locator('.transcript-grip:visible');
    // Escape gives up other things too, such as a link that is being made.
    if ((await grips.count()) > 0) await page.keyboard.press('Escape');
    await expect(grips).toHaveCount(0);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
    await expect(page.getByText(t('code.status.selected', { n: words.length }), { exact: true })).toBeVisible();
  };

  const openDocument = async (title: string): Promise<void> => {
    await goTo('reduction');
    await tab('codebook.pages', 'codebook.page.coding').click();
    await document(title).click();
    await expect(page.getByRole('textbox', { name: t('code.label.read', { title }) })).toBeVisible();
  };

  /** Drags with real pointer events, so that the browser's own drag and drop runs. */
  const drag = async (from: Point, to: Point): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
  };

  const choose = async (field: Locator, name: string): Promise<void> => {
    await field.click();
    await page.getByRole('option', { name, exact: true }).click();
  };

  /** Waits until what was computed is on the screen. */
  const settled = async (): Promise<void> => {
    await expect(page.getByRole('progressbar')).toHaveCount(0);
  };

  return {
    page,
    language,
    t,
    like,
    startsWith,
    button,
    tab,
    dialog,
    menuItem,
    option,
    tree,
    code,
    documents,
    document,
    transcript,
    codings,
    coding,
    goTo,
    placeOf,
    select,
    openDocument,
    drag,
    choose,
    settled,
  };
}

export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Chooses one of several: the words are what is pressed, the button itself is drawn. */
export async function tick(within: Locator, name: string): Promise<void> {
  await within.getByText(name).first().click();
  await expect(within.getByRole('radio', { name })).toBeChecked();
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Menu items end with their shortcut. */
function startsWithWords(words: string): RegExp {
  return new RegExp(`^${escaped(words)}`);
}

/** Runs in the page: the left end of the first letter and the right end of the last one. */
function endsOfWords(root: Element, words: string): { from: Point; to: Point } {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: { readonly node: Node; readonly start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, start: text.length });
    text += node.textContent ?? '';
  }
  const at = text.indexOf(words);
  const placed = (offset: number): { node: Node; offset: number } => {
    const piece = pieces.findLast(({ start }) => start <= offset) ?? pieces[0];
    if (!piece) throw new Error('no text');
    return { node: piece.node, offset: offset - piece.start };
  };
  const letter = (offset: number): DOMRect => {
    const range = root.ownerDocument.createRange();
    const start = placed(offset);
    range.setStart(start.node, start.offset);
    range.setEnd(start.node, start.offset + 1);
    return range.getBoundingClientRect();
  };
  placed(at).node.parentElement?.scrollIntoView({ block: 'center' });
  const first = letter(at);
  const last = letter(at + words.length - 1);
  return {
    from: { x: first.left + 1, y: first.top + first.height / 2 },
    to: { x: last.right - 1, y: last.top + last.height / 2 },
  };
}
