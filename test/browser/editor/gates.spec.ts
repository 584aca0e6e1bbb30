// What a text of a million characters with ten thousand codings may cost, counted instead of timed.

import { type EditorPage, expect, test } from './fixture.ts';
import { longText, randomCodings, someCodes } from './material.ts';

const text = longText(1_000_000);

for (const count of [50, 500]) {
  test(`a million characters, ten thousand codings, ${count} codes: nodes, ranges, reads and mutations stay few`, async ({
    editor,
  }) => {
    test.setTimeout(300_000);
    const codes = someCodes(count);
    const codings = randomCodings(text, codes, 10_000);
    await editor.show({ text, textKey: `gates-${count}`, codes, mode: 'edit' });

    const bare = await figuresOf(editor);
    expect(bare.nodes).toBe(1 + (await countNodes(editor)));

    await watchText(editor);
    await editor.show({ codings });
    await editor.show({ codings: codings.slice(1) }); // one taken away
    await editor.show({ codings, hidden: codes.slice(0, count / 2).map(({ id }) => id) });
    await editor.show({ hidden: [] });
    expect(await mutations(editor), 'applying and hiding codes touches no node of the text').toBe(0);

    const coded = await figuresOf(editor);
    expect(coded.nodes).toBe(bare.nodes);
    const met = codings.filter(({ start, end }) => start < coded.window.end && end > coded.window.start).length;
    expect(met).toBeGreaterThan(0);
    // One range for each coding; stretches where codings lie over each other are no more than codings.
    expect(coded.registeredRanges).toBeLessThanOrEqual(2 * met);
    expect(coded.registeredRanges).toBeLessThanOrEqual(300);

    const middle = text.indexOf('Informan', 500_000) + 20;
    await editor.page.evaluate((at) => window.harness.handle?.reveal({ start: at, end: at }, { select: true }), middle);
    const before = await figuresOf(editor);
    const keys = 'satu dua';
    for (const key of keys) await editor.page.keyboard.press(key === ' ' ? 'Space' : key);
    await editor.painted();
    const typed = await figuresOf(editor);
    expect(typed.paragraphsRead - before.paragraphsRead).toBeLessThanOrEqual(keys.length);
    expect(typed.nodes).toBe(bare.nodes);
    expect(typed.registeredRanges).toBeLessThanOrEqual(300);
    expect((await editor.content()).slice(middle, middle + keys.length)).toBe(keys);
  });
}

async function figuresOf(editor: EditorPage) {
  const figures = await editor.read((harness) => harness.handle?.figures());
  if (!figures) throw new Error('no editor is shown');
  return figures;
}

/** Sections, paragraphs, texts and soft breaks on the page. */
function countNodes(editor: EditorPage): Promise<number> {
  return editor.text.evaluate((root) => {
    let count = 0;
    for (const section of root.children) {
      count += 1;
      for (const line of section.children) count += 1 + line.childNodes.length;
    }
    return count;
  });
}

async function watchText(editor: EditorPage): Promise<void> {
  await editor.text.evaluate((root) => {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });
    Object.assign(window, { records });
  });
}

function mutations(editor: EditorPage): Promise<number> {
  return editor.page.evaluate(() => Reflect.get(window, 'records').length);
}
