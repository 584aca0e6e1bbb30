// Nothing leaves the machine and nothing that a file or a person writes is ever run: the policy byte for byte, no
// request elsewhere, no breach of the policy, and hostile names shown as the letters they are.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CallError } from '../../src/shared/contract/client.ts';
import { sayMissing, sharedPath } from '../support/shared-data.ts';
import { ask, expect, test } from './served.ts';
import { areas, type SimpulWindow, windowOf } from './window.ts';

/** RELIABILITY 3.4 and the recordings of our own origin; written out, so that a change of the program's constant is noticed. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
  "media-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

/** Where the shared collection is not there. */
const ownStrings = [
  '<script>window.__pwned=1</script>',
  '<img src=x onerror="window.__pwned=1">',
  '"><svg onload=window.__pwned=1>',
  '</textarea><script>window.__pwned=1</script>',
  '[x](javascript:window.__pwned=1)',
  '{{constructor.constructor("window.__pwned=1")()}}',
  '__proto__',
  'constructor',
  "'; DROP TABLE code;--",
  '\u202eterbalik',
  '=HYPERLINK("http://127.0.0.1:18999")',
  '&lt;script&gt;',
];

const wanted = 36;

type Watched = { readonly breaches: string[]; readonly __pwned?: unknown };

test.use({ settings: { language: 'en' }, serveArgs: [] });

test('RELIABILITY 3.4: every answer carries the policy, and nothing in the window breaches it', async ({
  page,
  served,
}) => {
  await collectBreaches(page);
  const response = await page.goto(served.url);
  expect(response?.headers()['content-security-policy']).toBe(policy);
  const answer = await page.evaluate(async () => {
    const found = await fetch('/call', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
    return found.headers.get('content-security-policy');
  });
  expect(answer).toBe(policy);
  const window = windowOf(page, 'en');
  await window.button('start.sample').click();
  for (const area of areas) {
    await window.goTo(area);
    await window.settled();
  }
  await page.keyboard.press('Control+k');
  await expect(window.dialog('palette.title')).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as Watched).breaches)).toEqual([]);
  // The check itself can fail: an inline script is a breach, and it does not run.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.__pwned = 1';
    document.body.append(script);
  });
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as Watched).breaches))
    .toEqual(['script-src-elem']);
  expect(await page.evaluate(() => (globalThis as unknown as Watched).__pwned)).toBeUndefined();
});

test('P2: names are shown as letters, whatever they say', async ({ simpul }) => {
  const opened: string[] = [];
  simpul.on('dialog', (dialog) => opened.push(dialog.type()));
  simpul.on('popup', (popup) => opened.push(popup.url()));
  // High enough that no list leaves a row out.
  await simpul.setViewportSize({ width: 1440, height: 3000 });
  const window = windowOf(simpul, 'en');
  await ask(simpul, 'projects.create', { name: 'Names', language: 'en' });
  const names = await makeEverything(simpul, hostileStrings());
  expect(names.length).toBeGreaterThanOrEqual(Math.min(wanted, ownStrings.length));

  await window.goTo('collection');
  await expectNames(window, window.documents, names);
  await window.tab('collect.area', 'collect.tab.cases').click();
  await expectNames(window, simpul.getByRole('grid', { name: window.t('cases.grid.cases') }), names);
  await window.tab('collect.area', 'collect.tab.memos').click();
  await expectNames(window, simpul.getByRole('main'), names);
  await window.goTo('reduction');
  await window.tab('codebook.pages', 'codebook.title').click();
  await expectNames(window, window.tree, names);
  await window.goTo('display');
  await window.settled();
  await expectNames(window, simpul.getByRole('table', { name: window.t('display.frequency.table') }), names);
  for (const view of ['display.view.heatmap', 'display.view.network'] as const) {
    await window.tab('display.views', view).click();
    await window.settled();
  }
  await window.goTo('conclusion');
  await window.settled();
  await simpul.keyboard.press('Control+h');
  await expectNames(window, window.dialog('history.title'), names.slice(-1));

  expect(opened).toEqual([]);
  expect(await simpul.evaluate(() => (globalThis as unknown as Watched).__pwned)).toBeUndefined();
  const foreign = 'main script, main iframe, main object, main base, main meta, main [onerror], main [onload]';
  await expect(simpul.locator(foreign)).toHaveCount(0);
});

function hostileStrings(): readonly string[] {
  const path = sharedPath('hostile', 'files', 'strings', 'injection.json');
  if (path === null) {
    sayMissing('hostile/files/strings/injection.json');
    return ownStrings;
  }
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly string[];
  return all.filter(({ length }) => length > 0 && length <= 200);
}

/** A code, a document, a case and a memo of each name that the host takes as a name. */
async function makeEverything(page: Page, strings: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const name of strings) {
    if (names.length >= wanted) break;
    try {
      const { guid: codeId } = await ask(page, 'codes.create', { name });
      const { guid: documentId } = await ask(page, 'documents.create', { title: name, text: `A: ${name}` });
      await ask(page, 'cases.create', { name });
      await ask(page, 'memos.create', {
        title: name,
        body: name,
        kind: 'other',
        targets: [{ kind: 'code', guid: codeId }],
      });
      await ask(page, 'codings.create', { documentId, codeId, start: 0, end: 2 });
      names.push(name);
    } catch (error) {
      // What is no name at all, such as a blank, is refused with a reason.
      if (!(error instanceof CallError)) throw error;
    }
  }
  return names;
}

async function expectNames({ page }: SimpulWindow, list: ReturnType<Page['locator']>, names: readonly string[]) {
  await expect(list.first()).toBeVisible();
  const missing = async () => {
    const shown = (await list.allTextContents()).join('\n');
    return names.filter((name) => !shown.includes(name.trim()));
  };
  await expect.poll(missing).toEqual([]);
  expect(await page.evaluate(() => (globalThis as unknown as Watched).__pwned)).toBeUndefined();
}

async function collectBreaches(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(globalThis, { breaches });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => breaches.push(effectiveDirective));
  });
}
