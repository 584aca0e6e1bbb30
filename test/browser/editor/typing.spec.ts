import { applySplices, moveRange, type Range, type Splice } from '../../../src/shared/domain/segments.ts';
import { type EditorPage, expect, test } from './fixture.ts';
import { longText, randomNumbers } from './material.ts';

type Step = {
  readonly kind: 'key' | 'insert' | 'paste' | 'enter' | 'soft' | 'backspace' | 'delete' | 'follow';
  readonly insert: string;
};

const pieces = ['a', 'b', ' ', 'aa', '😀', '👩‍👧', 'e\u0301', '\u0301', 'سلام', 'ꦲꦏꦶ'];
const pasted = ['satu\ndua', '\n', 'a\n\nb\n', 'a\u2028b', '😀\nسلام'];

test('ED1–ED8: two thousand steps with real keys agree with a slow model in text, page and codings', async ({
  editor,
}) => {
  test.setTimeout(600_000);
  const next = randomNumbers(2026);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] ?? (list[0] as T);
  let done = 0;
  for (let round = 0; done < 2000; round += 1) {
    let text = round % 4 === 3 ? longText(9000) : 'aab aa\nabab\u2028aa\n\naaa 😀a سلام\nbab';
    let ranges = Array.from({ length: 6 }, (_, index) => {
      const start = Math.floor(next() * (Math.min(text.length, 40) - 4));
      return { id: `i${index}`, start, end: start + 1 + Math.floor(next() * 4) };
    });
    await editor.show({
      text,
      textKey: `typing-${round}`,
      mode: 'edit',
      codes: [{ id: 'c', name: 'Kode', color: '#3b6ea5' }],
      codings: ranges.map((range) => ({ ...range, code: 'c', state: 'kept' })),
    });
    for (let count = 0; count < 40; count += 1) {
      const step = randomStep(next, pick);
      const selection = randomSelection(next, text, ranges);
      const splice = meant(text, selection, step);
      const before = text;
      const after = splice ? applySplices(text, [splice]) : text;
      // T1: other windows send composed text only.
      if (step.kind === 'follow' && after !== after.normalize('NFC')) continue;
      await carryOut(editor, selection, step);
      done += 1;
      const seen = await look(editor);
      text = after.normalize('NFC');
      // Where a mark joined its letter, the letter was replaced too: which splice it was, the editor says.
      const splices = text === after ? (splice ? [splice] : []) : seen.edits;
      expect(applySplices(before, splices)).toBe(text);
      if (text !== before) {
        for (const one of splices) ranges = ranges.map((range) => ({ ...range, ...moveRange(range, one) }));
        ranges = ranges.filter(({ start, end }) => end > start);
      }
      const told = `round ${round}, step ${count}: ${visible({ step, selection, before })}`;
      expect(visible(seen.text), told).toBe(visible(text));
      expect(seen.page, told).toBe(text);
      expect(seen.placed, told).toEqual(ranges.map(({ id, start, end }) => `${id} ${start} ${end}`).toSorted());
    }
  }
});

test('an input method composes, and codings around it stay exact', async ({ editor }) => {
  const text = 'kata satu dua';
  await editor.show({
    text,
    textKey: 'ime',
    mode: 'edit',
    codings: [
      { id: 'before', code: 'c', start: 0, end: 5, state: 'kept' },
      { id: 'around', code: 'c', start: 2, end: 9, state: 'kept' },
      { id: 'after', code: 'c', start: 5, end: 9, state: 'kept' },
    ],
  });
  await editor.select(5);
  const session = await editor.page.context().newCDPSession(editor.page);
  for (const preedit of ['ㅎ', '하', '한']) {
    await session.send('Input.imeSetComposition', { text: preedit, selectionStart: 1, selectionEnd: 1 });
  }
  await session.send('Input.insertText', { text: '한' });
  const seen = await look(editor);
  expect(seen.text).toBe('kata 한satu dua');
  expect(seen.page).toBe(seen.text);
  expect(seen.placed).toEqual(['after 6 10', 'around 2 10', 'before 0 5']);
  expect(await editor.read((harness) => harness.composing)).toEqual([true, false]);
  expect(applySplices(text, seen.edits)).toBe(seen.text);
});

test('an edit of another window leaves caret and typing where they are', async ({ editor }) => {
  const text = longText(20_000);
  await editor.show({ text, textKey: 'follow', mode: 'edit' });
  const at = text.indexOf('Informan', 6000);
  await editor.page.evaluate((start) => window.harness.handle?.reveal({ start, end: start }), at);
  await editor.select(at + 3);
  const top = (await editor.pointAt(at + 3)).y;
  await editor.page.evaluate(() => window.harness.handle?.follow([{ at: 20, remove: 5, insert: 'baris\nbaru\n' }]));
  await editor.page.evaluate(
    (start) => window.harness.handle?.follow([{ at: start, remove: 0, insert: 'X' }]),
    at + 400,
  );
  await editor.page.keyboard.type('!');
  const now = await editor.content();
  const shift = 'baris\nbaru\n'.length - 5;
  expect(now.slice(at + shift, at + shift + 9)).toBe('Inf!orman');
  expect(await editor.read((harness) => harness.edits)).toEqual([{ at: at + shift + 3, remove: 0, insert: '!' }]);
  const moved = Math.abs((await editor.pointAt(at + shift + 3)).y - top);
  expect(moved).toBeLessThan(3);
});

async function look(editor: EditorPage) {
  return editor.read((harness) => {
    const lines = [...document.querySelectorAll('[role=textbox] p')].map((line) => {
      const units = [...line.childNodes].map((child) =>
        child.nodeName === 'BR' ? '\u2028' : (child.textContent ?? ''),
      );
      return (line.lastChild?.nodeName === 'BR' ? units.slice(0, -1) : units).join('');
    });
    const placed = (harness.handle?.placed() ?? []).map(({ id, start, end }) => `${id} ${start} ${end}`);
    return {
      text: harness.handle?.text() ?? '',
      page: lines.join('\n'),
      placed: placed.toSorted(),
      // Those since the last look.
      edits: harness.edits.splice(0),
    };
  });
}

/** Breaks and joiners are told by their numbers. */
function visible(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function randomStep(next: () => number, pick: <T>(list: readonly T[]) => T): Step {
  const kind = pick([
    'key',
    'key',
    'insert',
    'paste',
    'enter',
    'soft',
    'backspace',
    'backspace',
    'delete',
    'follow',
  ] as const);
  if (kind === 'key') return { kind, insert: pick(['a', 'b', ' ']) };
  if (kind === 'insert') return { kind, insert: pick(pieces) };
  if (kind === 'paste' || kind === 'follow') return { kind, insert: next() < 0.5 ? pick(pieces) : pick(pasted) };
  return { kind, insert: kind === 'enter' ? '\n' : kind === 'soft' ? '\u2028' : '' };
}

function randomSelection(next: () => number, text: string, ranges: readonly Range[]): Range {
  const edges = ranges.flatMap(({ start, end }) => [start, end]);
  // A browser puts no caret inside a character as it is seen.
  const borders = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index)).add(text.length);
  const whole = (offset: number): number => (borders.has(offset) ? offset : whole(offset - 1));
  const at =
    next() < 0.5 && edges.length > 0
      ? (edges[Math.floor(next() * edges.length)] ?? 0)
      : Math.floor(next() * (text.length + 1));
  const size = next() < 0.5 ? 0 : next() < 0.8 ? Math.floor(next() * 5) : Math.floor(next() * 30);
  return { start: whole(Math.min(at, text.length)), end: whole(Math.min(text.length, at + size)) };
}

function meant(text: string, { start, end }: Range, { kind, insert }: Step): Splice | null {
  if (kind !== 'backspace' && kind !== 'delete')
    return { at: start, remove: end - start, insert: insert.normalize('NFC') };
  if (end > start) return { at: start, remove: end - start, insert: '' };
  const backward = kind === 'backspace';
  const around = backward ? text.slice(0, start) : text.slice(start);
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(around)].map(
    ({ segment }) => segment,
  );
  let cluster = (backward ? clusters.at(-1) : clusters[0]) ?? '';
  if (backward && /^\P{M}\p{M}+$/u.test(cluster)) cluster = cluster.slice(-1);
  return cluster === '' ? null : { at: backward ? start - cluster.length : start, remove: cluster.length, insert: '' };
}

async function carryOut(editor: EditorPage, selection: Range, { kind, insert }: Step): Promise<void> {
  const { keyboard } = editor.page;
  if (kind === 'follow') {
    const splice = { at: selection.start, remove: selection.end - selection.start, insert: insert.normalize('NFC') };
    await editor.page.evaluate((one) => window.harness.handle?.follow([one]), splice);
    return;
  }
  await editor.select(selection.start, selection.end);
  if (kind === 'enter') await keyboard.press('Enter');
  else if (kind === 'soft') await keyboard.press('Shift+Enter');
  else if (kind === 'backspace') await keyboard.press('Backspace');
  else if (kind === 'delete') await keyboard.press('Delete');
  else if (kind === 'key') await keyboard.press(insert === ' ' ? 'Space' : insert);
  else if (kind === 'insert') await keyboard.insertText(insert);
  else {
    await editor.text.evaluate((root, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, insert);
  }
}
