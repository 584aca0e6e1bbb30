// Several windows on one project, and a host that falls silent: what one window does the other shows, and what was
// done while the host was away is neither lost nor done twice.

import type { Page } from '@playwright/test';
import { makeFieldWork, passages } from './interviews.ts';
import { ask, expect, test, watch, type Served } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const codeName = 'Hal yang ditunggu';

test.describe('two windows of one host', () => {
  test.use({ settings: { language: 'en' }, serveArgs: [] });

  test('each shows what the other does within two seconds', async ({ simpul, served }) => {
    const { titles } = makeFieldWork(served.home, 'en');
    await ask(simpul, 'projects.create', { name: 'Two windows', language: 'en' });
    await ask(simpul, 'documents.create', { title: titles.text, text: `Ratna: ${passages.en.rhythm}.` });
    const page = await simpul.context().newPage();
    const faults = watch(page, served);
    await page.goto(new URL(served.url).origin);
    const [first, second] = [windowOf(simpul, 'en'), windowOf(page, 'en')];
    await second.openDocument(titles.text);
    await first.openDocument(titles.text);

    await makeCode(first, codeName);
    await expect(second.code(codeName)).toBeVisible({ timeout: 2_000 });
    await page.bringToFront();
    await second.select(passages.en.within);
    await page.keyboard.press('Enter');
    await second.dialog('code.quick.title').getByRole('combobox').fill(codeName);
    await page.keyboard.press('Enter');
    await expect(second.coding(codeName, passages.en.within)).toBeAttached();
    await expect(first.coding(codeName, passages.en.within)).toBeAttached({ timeout: 2_000 });

    // Undo in one window takes it from the other too.
    await simpul.bringToFront();
    await first.button('app.undo.what', { what: first.t('history.coding.created', { code: codeName }) }).click();
    await expect(second.codings).toHaveCount(0, { timeout: 2_000 });
    expect(faults).toEqual([]);
  });

  test('text edited in one window is the text of the other', async ({ simpul, served }) => {
    const { titles } = makeFieldWork(served.home, 'en');
    await ask(simpul, 'projects.create', { name: 'Two windows', language: 'en' });
    await ask(simpul, 'documents.create', { title: titles.text, text: `Ratna: ${passages.en.rhythm}.` });
    const page = await simpul.context().newPage();
    await page.goto(new URL(served.url).origin);
    const [first, second] = [windowOf(simpul, 'en'), windowOf(page, 'en')];
    await second.openDocument(titles.text);
    await simpul.bringToFront();
    await first.openDocument(titles.text);
    await first.button('code.mode.edit').click();
    const editing = simpul.getByRole('textbox', { name: first.like('code.label.edit') });
    await editing.press('Control+End');
    await simpul.keyboard.type(' Every week.');
    await expect(simpul.getByText(first.t('code.save.saved'))).toBeVisible();
    await expect(second.transcript).toContainText('at once. Every week.', { timeout: 2_000 });
  });
});

test.describe('a host that does not answer', () => {
  test.use({ settings: { language: 'id' }, serveArgs: ['--sample'] });

  test('is said within three seconds, and what was done meanwhile is done once', async ({ simpul, served }) => {
    const window = windowOf(simpul, 'id');
    await window.goTo('reduction');
    const before = await countOf(simpul);
    served.process.kill('SIGSTOP');
    try {
      const alert = simpul.getByRole('alert');
      // A second of grace for a busy machine.
      await expect(alert).toContainText(window.t('connection.lost'), { timeout: 4_000 });
      await makeCode(window, codeName);
      await expect(alert).toContainText(window.t('connection.lost.waiting', { n: 1 }));
    } finally {
      served.process.kill('SIGCONT');
    }
    await expect(simpul.getByRole('alert')).toHaveCount(0);
    await expect(simpul.getByText(window.t('connection.back')).first()).toBeVisible();
    const after = await countOf(simpul);
    expect(after).toEqual({ codes: before.codes + 1, steps: before.steps + 1 });
  });

  test('HI6: an answer that got lost is asked for again with the same identifier', async ({ simpul, served }) => {
    const window = windowOf(simpul, 'id');
    await window.goTo('reduction');
    const before = await countOf(simpul);
    const sent = await loseAnswerOf(simpul, served, 'codes.create');
    await makeCode(window, codeName);
    await expect.poll(() => sent.length).toBe(2);
    expect(new Set(sent).size).toBe(1);
    await expect.poll(() => countOf(simpul)).toEqual({ codes: before.codes + 1, steps: before.steps + 1 });
    await expect(window.code(codeName)).toHaveCount(1);
  });
});

/** Lets the host carry out the first call of a method and keeps its answer from the window. */
async function loseAnswerOf(page: Page, served: Served, method: string): Promise<readonly string[]> {
  const sent: string[] = [];
  served.trouble.isExpected = true;
  await page.route('**/call', async (route) => {
    const request = route.request().postDataJSON() as { readonly method: string; readonly requestId?: string };
    if (request.method !== method) return route.continue();
    sent.push(request.requestId ?? '');
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return sent;
}

async function makeCode({ page, t, button }: SimpulWindow, name: string): Promise<void> {
  await page.bringToFront();
  await button('codebook.new').first().click();
  const field = page.getByRole('textbox', { name: t('codebook.new.name') });
  await field.fill(name);
  await field.press('Enter');
}

async function countOf(page: Page): Promise<{ readonly codes: number; readonly steps: number }> {
  const codes = await ask(page, 'codes.list', {});
  const steps = await ask(page, 'history.list', { limit: 1000 });
  return { codes: codes.length, steps: steps.length };
}
