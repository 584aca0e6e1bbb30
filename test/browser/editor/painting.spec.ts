import { expect, test } from './fixture.ts';
import { longText, randomCodings, someCodes } from './material.ts';

test('applying, hiding and activating codes changes no node and no DOM, and registers only what meets the window', async ({
  editor,
}) => {
  const text = longText(300_000);
  const codes = someCodes(50);
  await editor.show({ text, textKey: 'long', codes });
  const before = await editor.read((harness) => harness.handle?.figures());
  await editor.page.evaluate(() => {
    const root = document.querySelector('[role=textbox]');
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    if (root) observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });
    Object.assign(window, { records });
  });
  const codings = randomCodings(text, codes, 2000);
  await editor.show({ codings });
  const after = await editor.read((harness) => harness.handle?.figures());
  await editor.show({ hidden: codes.slice(0, 25).map(({ id }) => id) });
  await editor.show({ hidden: [], activeId: codings[3]?.id ?? null });
  expect(await editor.page.evaluate(() => Reflect.get(window, 'records').length)).toBe(0);
  expect(after?.nodes).toBe(before?.nodes);
  const window = after?.window ?? { start: 0, end: 0 };
  expect(window.end - window.start).toBeLessThan(20_000);
  const met = codings.filter(({ start, end }) => start < window.end && end > window.start).length;
  // Each coding has one range, and each overlap one more.
  expect(after?.registeredRanges).toBeGreaterThanOrEqual(met);
  expect(after?.registeredRanges).toBeLessThanOrEqual(2 * met);
});

test('a jump to the end of a long text lands there and paints there', async ({ editor }) => {
  const text = longText(300_000);
  const codes = someCodes(10);
  const codings = randomCodings(text, codes, 2000);
  await editor.show({ text, textKey: 'jump', codes, codings });
  const start = Math.floor(text.length * 0.97);
  await editor.page.evaluate(
    (at) => window.harness.handle?.reveal({ start: at, end: at + 40 }, { select: true }),
    start,
  );
  await editor.painted();
  const place = await editor.page.evaluate(() => {
    const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
    return { top: box?.top ?? -1, words: document.getSelection()?.toString() };
  });
  expect(place.words).toBe(text.slice(start, start + 40));
  expect(place.top).toBeGreaterThan(100);
  expect(place.top).toBeLessThan(600);
  const figures = await editor.read((harness) => harness.handle?.figures());
  expect(figures?.window.start).toBeGreaterThan(text.length * 0.9);
  expect(figures?.registeredRanges).toBeGreaterThan(0);
});

test('names in the margin do not collide, and a "+n" tells what it holds', async ({ editor }) => {
  const text = longText(3000);
  const codes = someCodes(12);
  const codings = codes.map(({ id }, index) => ({
    id: `n${index}`,
    code: id,
    start: 10 + index,
    end: 200,
    state: 'kept' as const,
  }));
  await editor.show({ text, textKey: 'margin', codes, codings });
  const boxes = await editor.page
    .locator('.transcript-name:visible')
    .evaluateAll((labels) =>
      labels.map((label) => ({ top: label.getBoundingClientRect().top, bottom: label.getBoundingClientRect().bottom })),
    );
  for (const [index, box] of boxes.entries())
    expect(boxes[index + 1]?.top ?? Infinity).toBeGreaterThanOrEqual(box.bottom);
  const more = editor.page.locator('.transcript-name-more:visible').last();
  await more.click();
  const groups = await editor.read((harness) => harness.groups);
  expect(`+${(groups[0]?.length ?? 0) - 1}`).toBe(await more.textContent());
});

for (const theme of ['light', 'dark'] as const) {
  test(`pictures to look at, ${theme}`, async ({ editor, page }) => {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    const text = longText(4000);
    const codes = someCodes(6);
    const one = [{ id: 'a', code: 'code-0', start: 130, end: 260, state: 'kept' as const }];
    const five = codes.slice(0, 5).map(({ id }, index) => ({
      id: `f${index}`,
      code: id,
      start: 420 + index * 40,
      end: 760 - index * 25,
      state: 'kept' as const,
    }));
    const changed = [{ id: 'x', code: 'code-5', start: 1000, end: 1120, state: 'changed' as const }];
    await editor.show({
      text,
      textKey: theme,
      codes,
      codings: [...one, ...five, ...changed],
      activeId: 'a',
      marks: [
        ['speaker-0', [...text.matchAll(/^Pewawancara:/gm)].map(({ index }) => ({ start: index, end: index + 12 }))],
        ['speaker-1', [...text.matchAll(/^Informan:/gm)].map(({ index }) => ({ start: index, end: index + 9 }))],
        ['found', [...text.matchAll(/layanan/g)].map(({ index }) => ({ start: index, end: index + 7 }))],
      ],
    });
    await page.screenshot({ path: `out/browser-tests/editor-${theme}.png` });
  });
}
