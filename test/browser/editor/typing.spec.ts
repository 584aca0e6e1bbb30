import { applySplices } from '../../../src/shared/domain/segments.ts';
import { expect, test } from './fixture.ts';
import { look } from './looking.ts';
import { longText } from './material.ts';

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

test('ED11: typing over a coded passage keeps the coding on all that is typed, in the editor and in what is stored', async ({
  editor,
}) => {
  const text = 'kata satu dua tiga';
  const around = { id: 'around', code: 'c', start: 2, end: 12, state: 'kept' as const };
  await editor.show({
    text,
    textKey: 'retyped',
    mode: 'edit',
    codings: [
      { id: 'exact', code: 'c', start: 5, end: 9, state: 'kept' },
      around,
      { id: 'crossing', code: 'c', start: 7, end: 13, state: 'kept' },
      { id: 'after', code: 'c', start: 10, end: 13, state: 'kept' },
    ],
  });
  await editor.select(5, 9);
  await editor.page.keyboard.type('lima');
  await editor.page.keyboard.press('Backspace');
  await editor.page.keyboard.type('a puluh');
  const seen = await look(editor);
  expect(seen.text).toBe('kata lima puluh dua tiga');
  expect(seen.placed).toEqual(['after 16 19', 'around 2 18', 'crossing 15 19', 'exact 5 15']);
  expect(applySplices(text, seen.edits)).toBe(seen.text);
  await editor.page.keyboard.press('ArrowRight');
  await editor.page.keyboard.press('ArrowLeft');
  await editor.page.keyboard.type('!');
  expect((await look(editor)).placed).toContain('exact 5 15');
});
