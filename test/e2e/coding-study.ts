// A text and codes of its own for the tests of coding, made through the host, and what the host holds afterwards.

import type { Page } from '@playwright/test';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { Language } from '../../src/shared/contract/values.ts';
import { keysOf } from './keys.ts';
import { ask, expect } from './served.ts';
import { windowOf } from './window.ts';

export const lines = [
  'Petugas: Sejak kapan loket ini dipakai bersama?',
  'Sari: Sejak tahun lalu. Sebelumnya setiap bidang punya loket sendiri. Warga bingung harus ke mana.',
  'Petugas: Apa yang berubah?',
  'Sari: Antrean lebih pendek. Berkas diperiksa satu kali saja.',
  'Kadang jaringan putus dan kami mencatat di kertas.',
  'Petugas: Siapa yang memperbaiki jaringan?',
  'Sari: Bidang informatika. Mereka datang keesokan harinya.',
] as const;
export const text = lines.join('\n');
export const codeNames = ['Antrean', 'Berkas', 'Jaringan', 'Loket bersama'] as const;

export type Study = Awaited<ReturnType<typeof openStudy>>;

export type StudyOptions = {
  /** Lines after the first ones, for texts longer than a screen. */
  readonly more?: readonly string[];
  /** With what the document is opened and the caret put. */
  readonly hands?: 'mouse' | 'keys';
};

export async function openStudy(page: Page, language: Language, { more = [], hands = 'mouse' }: StudyOptions = {}) {
  const window = windowOf(page, language);
  const { t } = window;
  const title = 'Loket bersama: Sari';
  await expect(page.getByRole('navigation')).toBeVisible();
  const { guid: documentId } = await ask(page, 'documents.create', { title, text: [...lines, ...more].join('\n') });
  const codes = new Map<string, Guid>();
  // First in the tree, where they can be seen.
  for (const [position, name] of codeNames.entries()) {
    codes.set(name, (await ask(page, 'codes.create', { name, position })).guid);
  }
  const keys = keysOf(window);
  if (hands === 'mouse') await window.openDocument(title);
  else await openByKeys();

  const codings = async () => {
    const names = new Map((await ask(page, 'codes.list', {})).map(({ guid, path }) => [guid, path.join(' / ')]));
    const found = await ask(page, 'codings.list', { documentIds: [documentId] });
    return found.map((coding) => ({ ...coding, name: names.get(coding.code) ?? '' }));
  };
  /** `code: words` of every coding, in order of the text. */
  const held = async (): Promise<readonly string[]> =>
    (await codings()).map(({ name, quote }) => `${name}: ${quote}`).toSorted();
  const expectHeld = (wanted: readonly string[]) => expect.poll(held).toEqual(wanted.toSorted());
  const steps = async (): Promise<number> => (await ask(page, 'history.list', { limit: 1 }))[0]?.sequence ?? 0;

  async function openByKeys(): Promise<void> {
    await keys.press('Control+2');
    await keys.tabTo(window.documents);
    await keys.press('End');
    await expect(window.document(title)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('textbox', { name: t('code.label.read', { title }) })).toBeVisible();
    await keys.tabTo(window.transcript);
  }
  /** Finds the words, and goes into them from their start. */
  const caretByKeys = async (words: string, inside: number): Promise<void> => {
    await keys.select(words);
    await keys.press('ArrowLeft');
    for (let step = 0; step < inside; step += 1) await keys.press('ArrowRight');
    await expect(page.getByText(t('code.status.selected', { n: words.length }), { exact: true })).toHaveCount(0);
  };
  /** Puts the caret into the words, by default behind their first letter. */
  const caretAt = async (words: string, inside = 1): Promise<void> => {
    if (hands === 'keys') return caretByKeys(words, inside);
    const { from } = await window.placeOf(words);
    await page.mouse.click(from.x, from.y);
    await page.keyboard.press('Home');
    const line = [...lines, ...more].find((one) => one.includes(words)) ?? '';
    await page.keyboard.press('Home');
    await page.evaluate(putCaret, { line, at: line.indexOf(words) + inside });
    await expect(page.getByText(t('code.status.selected', { n: 1 }), { exact: true })).toHaveCount(0);
    return undefined;
  };
  /** The words selected in the text now. */
  const selected = (): Promise<string> => page.evaluate(() => document.getSelection()?.toString() ?? '');
  const clear = async (): Promise<void> => {
    const codingIds = (await codings()).map(({ guid }) => guid);
    if (codingIds.length > 0) await ask(page, 'codings.delete', { codingIds });
    await expect(page.getByText(t('code.status.codings', { n: 0 }), { exact: true })).toBeVisible();
  };
  const idOf = (name: string): Guid => {
    const guid = codes.get(name);
    if (!guid) throw new Error(`no code ${name}`);
    return guid;
  };
  return { ...window, documentId, idOf, codings, held, expectHeld, steps, caretAt, selected, clear };
}

/** Runs in the page. */
function putCaret({ line, at }: { line: string; at: number }): void {
  const paragraph = [...document.querySelectorAll('.transcript-text p')].find((one) => one.textContent === line);
  const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  if (node) document.getSelection()?.setBaseAndExtent(node, at, node, at);
}
