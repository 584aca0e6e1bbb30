// What came of it: files that were saved, and what is painted over the words.

import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect } from './served.ts';

export async function saved(download: Download): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export function docxText(bytes: Buffer): string {
  const part = unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array();
  return new TextDecoder().decode(part).replace(/<[^>]+>/g, '');
}

/** Names of the highlights that lie over the first of these words, without the painter's own prefix. */
export function highlightsOver(page: Page, text: string): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const over: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      for (const range of highlight) {
        const whole = document.createRange();
        whole.setStart(range.startContainer, range.startOffset);
        whole.setEnd(range.endContainer, range.endOffset);
        if (whole.toString().includes(wanted)) over.push(name.replace(/^simpul-\d+-/, ''));
      }
    }
    return over;
  }, text);
}

/** The words of a picture, which must be a whole SVG document. */
export async function pictureWords(page: Page, svg: string): Promise<string> {
  const parsed = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return { root: root.nodeName, words: root.textContent ?? '' };
  }, svg);
  expect(parsed.root).toBe('svg');
  return parsed.words;
}
