// What is drawn beside the text: brackets, names, the walk through them, the overview, numbers.

import { expect, test } from './fixture.ts';
import { longText, randomCodings, someCodes } from './material.ts';

const kept = 'kept' as const;

test('arrows walk through every coding of a long document from one stop; each is heard with its place', async ({
  editor,
  page,
}) => {
  const text = longText(60_000);
  const codes = someCodes(5);
  const codings = randomCodings(text, codes, 60);
  const order = codings.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  await editor.show({ text, textKey: 'walk', codes, codings });
  const margin = page.getByRole('spinbutton', { name: 'Koding di tepi teks' });
  await margin.focus();
  await expect(margin).toHaveAttribute('aria-valuetext', '60 koding');
  await page.keyboard.press('Home');
  for (const [index, coding] of order.slice(0, 5).entries()) {
    const activated = await editor.read((harness) => harness.activated.at(-1));
    expect(activated).toBe(coding.id);
    await editor.show({ activeId: coding.id });
    await expect(margin).toHaveAttribute('aria-valuenow', String(index + 1));
    await expect(margin).toHaveAttribute('aria-valuetext', `${coding.code}, ${index + 1} dari 60`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('End');
  const last = order.at(-1);
  expect(await editor.read((harness) => harness.activated.at(-1))).toBe(last?.id);
  await editor.show({ activeId: last?.id ?? null });
  await expect(margin).toHaveAttribute('aria-valuenow', '60');
  await expect
    .poll(async () => (await editor.read((harness) => harness.handle?.figures()))?.window.end ?? 0)
    .toBeGreaterThan(last?.start ?? 0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
    text.slice(last?.start, last?.end).replaceAll('\u2028', '\n'),
  );
  await expect(editor.text).toBeFocused();
});

test('pointing at a name stresses its words, and pointing at words their name; no DOM of the text changes', async ({
  editor,
  page,
}) => {
  const text = longText(3000);
  const codes = someCodes(2);
  const codings = [
    { id: 'a', code: 'code-0', start: 20, end: 60, state: kept },
    { id: 'b', code: 'code-1', start: 300, end: 340, state: kept },
  ];
  await editor.show({ text, textKey: 'hover', codes, codings });
  const at = await editor.pointAt(310);
  await page.evaluate(() => {
    const root = document.querySelector('[role=textbox]');
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    if (root) observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });
    Object.assign(window, { records });
  });
  await page.locator('.transcript-name[data-coding="a"]').hover();
  await editor.painted();
  const stressed = await page.evaluate(() => {
    const found = [...CSS.highlights].find(([name]) => name.endsWith('-hover'));
    return found ? [...found[1]].map((range) => range.endOffset - range.startOffset) : [];
  });
  expect(stressed).toEqual([40]);
  await page.mouse.move(at.x, at.y);
  await editor.painted();
  await expect(page.locator('.transcript-name.is-hovered')).toHaveAttribute('data-coding', 'b');
  await expect(page.locator('.transcript-bars g.is-hovered')).toHaveAttribute('data-coding', 'b');
  expect(await page.evaluate(() => Reflect.get(window, 'records').length)).toBe(0);
});

test('names are in the margin, none over another, at every width; a long one is cut and whole when pointed at', async ({
  editor,
  page,
}) => {
  const text = longText(12_000);
  const codes = someCodes(200);
  const codings = codes.map(({ id }, index) => ({
    id: `c${index}`,
    code: id,
    start: 20 + index * 40,
    end: 120 + index * 40 + ((index * 37) % 300),
    state: kept,
  }));
  await editor.show({ text, textKey: 'names', codes, codings });
  for (const marginWidth of [120, 208, 400]) {
    await editor.show({ look: { marginWidth } });
    const { boxes, margin } = await page.evaluate(() => {
      const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
      const shown = [...document.querySelectorAll('.transcript-name')].filter((one) => one.checkVisibility());
      const around = document.querySelector('.transcript-margin');
      return { boxes: shown.map(boxOf), margin: around ? boxOf(around) : null };
    });
    expect(boxes.length).toBeGreaterThan(15);
    const sorted = boxes.toSorted((a, b) => a.top - b.top);
    for (const [index, box] of sorted.entries()) {
      expect(sorted[index + 1]?.top ?? Infinity).toBeGreaterThanOrEqual(box.bottom);
      expect(box.left).toBeGreaterThanOrEqual(margin?.left ?? Infinity);
      expect(box.right).toBeLessThanOrEqual((margin?.right ?? 0) + 1);
    }
  }
  await expect(page.locator('.transcript-name[data-coding="c2"]')).toHaveAttribute(
    'title',
    'Kapasitas aparatur daerah dalam mengelola layanan daring yang dipakai banyak dinas',
  );
});

test('scrolling leaves every name that stays in sight where it was', async ({ editor, page }) => {
  const text = longText(30_000);
  const codes = someCodes(12);
  const codings = randomCodings(text, codes, 900);
  await editor.show({ text, textKey: 'steady', codes, codings });
  const tops = async (): Promise<ReadonlyMap<string, string>> =>
    new Map(
      await page.evaluate(() => {
        const view = document.querySelector('.transcript')?.getBoundingClientRect();
        return [...document.querySelectorAll<HTMLElement>('.transcript-name')]
          .filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return one.checkVisibility() && view !== undefined && top > view.top && bottom < view.bottom;
          })
          .map((one): [string, string] => [one.dataset['label'] ?? '', one.style.top]);
      }),
    );
  await page.evaluate(() => document.querySelector('.transcript')?.scrollTo(0, 2400));
  await editor.painted();
  let former = await tops();
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.move(500, 400);
    await page.mouse.wheel(0, step < 8 ? 90 : -110);
    await editor.painted();
    await editor.painted();
    const now = await tops();
    for (const [id, top] of now) if (former.has(id)) expect(top).toBe(former.get(id));
    former = now;
  }
});

test('the margin is made wider and narrower by its line, with the mouse and with keys', async ({ editor, page }) => {
  await editor.show({ text: longText(3000), textKey: 'divider' });
  const divider = page.getByRole('separator', { name: 'Lebar tepi' });
  await divider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(divider).toHaveAttribute('aria-valuenow', '224');
  await page.keyboard.press('End');
  await expect(divider).toHaveAttribute('aria-valuenow', '120');
  const box = await divider.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 6, 200);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) - 94, 220, { steps: 3 });
  await page.mouse.up();
  await expect(divider).toHaveAttribute('aria-valuenow', '220');
});

test('the overview leads through a million characters by keys and by pressing; scrolling does not draw it anew', async ({
  editor,
  page,
}) => {
  const text = longText(1_000_000);
  const codes = someCodes(50).map((code, index) => ({ ...code, branch: `code-${index - (index % 10)}` }));
  const codings = randomCodings(text, codes, 10_000);
  await editor.show({ text, textKey: 'overview', codes, codings });
  const overview = page.getByRole('slider', { name: 'Ikhtisar dokumen' });
  await expect(overview).toHaveAttribute('aria-valuenow', '1');
  const count = Number(await overview.getAttribute('aria-valuemax'));
  await expect(overview).toHaveAttribute('aria-valuetext', `Paragraf 1 dari ${count}`);
  const inked = (): Promise<number> =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.transcript-overview canvas');
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let sum = 0;
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) sum += 1;
      return sum;
    });
  await expect.poll(inked).toBeGreaterThan(5000);
  const drawn = await inked();
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.transcript-overview canvas');
    // A drawing would bring it back.
    canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
  });
  await overview.focus();
  await page.keyboard.press('PageDown');
  await expect.poll(async () => Number(await overview.getAttribute('aria-valuenow'))).toBe(1 + Math.round(count / 10));
  await page.keyboard.press('End');
  await expect.poll(async () => Number(await overview.getAttribute('aria-valuenow'))).toBeGreaterThan(count - 20);
  expect(await inked()).toBe(0);
  const box = await overview.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect
    .poll(async () => Math.abs(Number(await overview.getAttribute('aria-valuenow')) - count / 2))
    .toBeLessThan(count / 50);
  // A hit is a change of what is shown.
  await editor.show({ marks: [['found', [{ start: 500, end: 510 }]]] });
  await expect.poll(inked).toBeGreaterThan(drawn - 200);
});

test('numbers: paragraphs, every fifth, lines with soft breaks, none', async ({ editor, page }) => {
  const text = Array.from({ length: 12 }, (_, index) =>
    index % 4 === 1 ? `baris\u2028lanjutan ${index}` : `baris ${index}`,
  ).join('\n');
  await editor.show({ text, textKey: 'numbers' });
  const numbers = async (kind: 'none' | 'paragraph' | 'fifth' | 'line'): Promise<readonly string[]> => {
    await editor.show({ look: { numbers: kind } });
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.transcript-number')]
        .filter((one) => one.checkVisibility())
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((one) => one.textContent ?? ''),
    );
  };
  const upTo = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index + 1));
  expect(await numbers('paragraph')).toEqual(upTo(12));
  expect(await numbers('fifth')).toEqual(['5', '10']);
  expect(await numbers('line')).toEqual(upTo(15));
  expect(await numbers('none')).toEqual([]);
});

test('each paragraph runs its own way, margin and numbers stay where they are; stacked letters have room', async ({
  editor,
  page,
}) => {
  const text = ['المشارك: الميزانية تأتي متأخرة', 'Interviewer: and then?', 'Narasumber: ꦭꦪꦤꦤ꧀ꦥꦸꦧ꧀ꦭꦶꦏ꧀'].join('\n');
  const codings = [{ id: 'a', code: 'code-0', start: 9, end: 30, state: kept }];
  await editor.show({ text, textKey: 'scripts', codes: someCodes(1), codings });
  const places = await page.evaluate(() => {
    const root = document.querySelector('.transcript-text');
    const lines = [...(root?.querySelectorAll('p') ?? [])].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const words = range.getBoundingClientRect();
      const own = line.getBoundingClientRect();
      return { left: words.left - own.left, right: own.right - words.right, line: getComputedStyle(line).lineHeight };
    });
    const margin = document.querySelector('.transcript-margin')?.getBoundingClientRect();
    const number = document.querySelector('.transcript-number')?.getBoundingClientRect();
    const box = root?.getBoundingClientRect();
    return { lines, isBeside: (margin?.left ?? 0) > (box?.right ?? 0) && (number?.right ?? 9e9) < (box?.left ?? 0) };
  });
  expect(places.lines[0]?.right).toBeLessThan(2);
  expect(places.lines[0]?.left).toBeGreaterThan(50);
  expect(places.lines[1]?.left).toBeLessThan(2);
  expect(places.lines[1]?.right).toBeGreaterThan(50);
  expect(Number.parseFloat(places.lines[2]?.line ?? '0')).toBeGreaterThanOrEqual(18 * 2);
  expect(places.isBeside).toBe(true);
});
