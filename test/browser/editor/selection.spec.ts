import { expect, test } from './fixture.ts';

const text = [
  'Pewawancara: Bagaimana layanan publik berubah sejak 2021?',
  'Informan: Dulu warga datang pagi 😀 dan pulang sore. Sekarang lewat gawai,\u2028tetapi tidak semua.',
  '',
  'Pewawancara: Siapa yang tertinggal?',
].join('\n');

test.beforeEach(async ({ editor }) => {
  await editor.show({ text, textKey: 'selection' });
});

test('a double click means a word, a triple click the paragraph without its line end', async ({ editor }) => {
  const { x, y } = await editor.pointAt(text.indexOf('layanan') + 2);
  await editor.page.mouse.dblclick(x, y);
  await expect.poll(() => editor.passage()).toBe('layanan');
  await editor.page.mouse.click(x, y, { clickCount: 3 });
  await expect.poll(() => editor.passage()).toBe('Pewawancara: Bagaimana layanan publik berubah sejak 2021?');
});

test('dragging over paragraphs, forwards and backwards, means the same passage', async ({ editor }) => {
  const from = await editor.pointAt(text.indexOf('publik'));
  const to = await editor.pointAt(text.indexOf('Siapa'));
  const wanted = text.slice(text.indexOf('publik'), text.indexOf('Siapa')).trim();
  for (const [first, last] of [
    [from, to],
    [to, from],
  ] as const) {
    await editor.page.mouse.click(first.x, first.y);
    await editor.page.mouse.move(first.x, first.y);
    await editor.page.mouse.down();
    await editor.page.mouse.move((first.x + last.x) / 2, (first.y + last.y) / 2);
    await editor.page.mouse.move(last.x, last.y);
    await editor.page.mouse.up();
    await expect.poll(() => editor.passage()).toBe(wanted);
  }
});

test('read mode: arrows, Shift, Home, End and select-all work from the keyboard', async ({ editor }) => {
  await expect(editor.text).toHaveAttribute('aria-readonly', 'true');
  await editor.page.keyboard.press('Tab');
  await expect(editor.text).toBeFocused();
  await editor.select(text.indexOf('layanan'));
  const { keyboard } = editor.page;
  await keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(() => editor.passage()).toBe('layanan');
  await keyboard.press('End');
  await keyboard.press('Shift+Home');
  await expect.poll(() => editor.passage()).toBe('Pewawancara: Bagaimana layanan publik berubah sejak 2021?');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+ArrowDown');
  await expect.poll(() => editor.passage()).toContain('Informan: Dulu');
  await keyboard.press('Control+a');
  await expect.poll(() => editor.passage()).toBe(text);
});

test('SG2: Shift and arrows step over whole emoji', async ({ editor }) => {
  const emoji = text.indexOf('😀');
  await editor.select(emoji);
  await editor.page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => editor.passage()).toBe('😀');
});

test('read mode: no key, paste, drop or input method changes the text', async ({ editor }) => {
  const { keyboard } = editor.page;
  await editor.select(4, 12);
  for (const key of ['x', 'Enter', 'Backspace', 'Delete', 'Control+x', 'Control+v', 'Control+b'])
    await keyboard.press(key);
  await keyboard.insertText('kata');
  const session = await editor.page.context().newCDPSession(editor.page);
  await session.send('Input.imeSetComposition', { text: 'ㅎ', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '한' });
  await editor.painted();
  expect(await editor.content()).toBe(text);
  expect(await editor.text.locator('p').allTextContents()).toEqual(
    text.split('\n').map((line) => line.replaceAll('\u2028', '')),
  );
  expect(await editor.read((harness) => harness.edits)).toEqual([]);
});

test('copying gives the text itself: one line per paragraph', async ({ editor }) => {
  await editor.select(0, text.length);
  const copied = await editor.text.evaluate((root) => {
    const data = new DataTransfer();
    root.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  });
  expect(copied).toBe(text.replaceAll('\u2028', '\n'));
});

test('a press on a coded place tells its codings, the innermost first', async ({ editor }) => {
  const start = text.indexOf('Dulu');
  await editor.show({
    codes: [{ id: 'c', name: 'Akses', color: '#4a6fa5' }],
    codings: [
      { id: 'outer', code: 'c', start, end: start + 40, state: 'kept' },
      { id: 'inner', code: 'c', start: start + 5, end: start + 10, state: 'kept' },
    ],
  });
  const { x, y } = await editor.pointAt(start + 7);
  await editor.page.mouse.click(x, y);
  expect(await editor.read((harness) => harness.pressed)).toEqual(['inner', 'outer']);
});

test('codes dropped into the selection code it, elsewhere the paragraph under the pointer', async ({ editor }) => {
  const drop = async (offset: number): Promise<void> => {
    const { x, y } = await editor.pointAt(offset);
    await editor.select(13, 30);
    await editor.text.evaluate(
      (root, at) => {
        const data = new DataTransfer();
        data.setData('application/x-simpul-codes', '["CODE"]');
        const target = document.elementFromPoint(at.x, at.y) ?? root;
        const where = { dataTransfer: data, clientX: at.x, clientY: at.y, bubbles: true, cancelable: true };
        target.dispatchEvent(new DragEvent('dragover', where));
        target.dispatchEvent(new DragEvent('drop', where));
      },
      { x, y },
    );
  };
  await drop(20);
  await drop(text.indexOf('Siapa'));
  const dropped = await editor.read((harness) => harness.dropped);
  expect(dropped.map(({ codes, passage }) => [codes, text.slice(passage.start, passage.end)])).toEqual([
    ['["CODE"]', text.slice(13, 30).trim()],
    ['["CODE"]', 'Pewawancara: Siapa yang tertinggal?'],
  ]);
  expect(await editor.content()).toBe(text);
});
