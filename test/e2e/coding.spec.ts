// All of coding once by keys alone and once by the mouse alone, with the strokes counted; and every way to select.

import { lines, openStudy, type Study, text } from './coding-study.ts';
import { languagesOfLongWork } from './looks.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { strokesOf } from './strokes.ts';
import { middleOf } from './window.ts';

const turnOfSari =
  'Antrean lebih pendek. Berkas diperiksa satu kali saja.\nKadang jaringan putus dan kami mencatat di kertas.';

for (const language of languagesOfLongWork) {
  test.describe(language, () => {
    test.use({ settings: { language } });

    test('coding by keys alone', async ({ simpul }) => {
      test.setTimeout(300_000);
      const study = await openStudy(simpul, language, { hands: 'keys' });
      await codeByKeys(study);
      await manyByKeys(study);
      await wholeUnitsByKeys(study);
      await shapeByKeys(study);
      await listByKeys(study);
    });

    test('coding by the mouse alone', async ({ simpul }) => {
      test.setTimeout(300_000);
      const study = await openStudy(simpul, language);
      await codeByMouse(study);
      await snapByMouse(study);
      await gripsByMouse(study);
      await listByMouse(study);
    });
  });
}

test.describe('selections', () => {
  test.use({ settings: { language: 'id' } });

  test('over paragraphs and pages, backwards, by two and three presses, by Shift and arrows', async ({ simpul }) => {
    test.setTimeout(180_000);
    const more = Array.from({ length: 60 }, (_, index) => `Catatan lapangan nomor ${index + 1} tentang loket itu.`);
    const study = await openStudy(simpul, 'id', { more });
    const { page, idOf, expectHeld, placeOf } = study;
    await ask(page, 'codes.setFavourites', { codeIds: [idOf('Loket bersama')] });
    await expect(
      page.getByRole('button', { name: study.t('coding.strip.key', { key: 1, code: 'Loket bersama' }) }),
    ).toBeVisible();
    const coded = async (words: string): Promise<void> => {
      await page.keyboard.press('1');
      await expectHeld([`Loket bersama: ${words}`]);
      await study.clear();
    };
    // Backwards, over the border of two paragraphs.
    const { to } = await placeOf('Apa yang');
    const { from } = await placeOf('harus ke mana');
    await sweep(study, to, from);
    await coded('harus ke mana.\nPetugas: Apa yang');
    // By two presses, and by three: the line end is not coded.
    const word = await placeOf('keesokan');
    await page.mouse.dblclick(word.from.x + 8, word.from.y);
    await coded('keesokan');
    await page.mouse.click(word.from.x + 8, word.from.y, { clickCount: 3 });
    await coded('Sari: Bidang informatika. Mereka datang keesokan harinya.');
    // By Shift and a press, over more than a page.
    await study.caretAt('Apa yang', 0);
    const last = await placeOf('nomor 60 tentang');
    await page.keyboard.down('Shift');
    await page.mouse.click(last.to.x, last.to.y);
    await page.keyboard.up('Shift');
    const all = [...lines, ...more].join('\n');
    await coded(all.slice(all.indexOf('Apa yang'), all.indexOf('nomor 60 tentang') + 'nomor 60 tentang'.length));
    // By Shift and arrows, forwards and back again over the start.
    await study.caretAt('Berkas', 0);
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await coded('Berkas');
    await study.caretAt('Berkas', 6);
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    await coded('Berkas');
    await study.caretAt('Siapa', 0);
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+End');
    await coded('Siapa yang memperbaiki jaringan?');
    // With whole words always, what is coded is seen before.
    await page.getByRole('button', { name: study.t('coding.options'), exact: true }).click();
    await study.menuItem('coding.toWords.toggle').click();
    await study.caretAt('diperiksa', 3);
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await coded('diperiksa satu');
  });
});

test.describe('selections over turns that are not shown', () => {
  test.use({ settings: { language: 'id' } });

  // What is coded is what lies between the two ends in the text, shown or not: a coding has no holes (SG1).
  test('by the mouse, by Shift and a press, by Shift and arrows, forwards and backwards', async ({ simpul }) => {
    test.setTimeout(120_000);
    const study = await openStudy(simpul, 'id');
    const { page, t, idOf, expectHeld, placeOf, transcript } = study;
    await ask(page, 'codes.setFavourites', { codeIds: [idOf('Berkas')] });
    await expect(page.getByRole('button', { name: t('coding.strip.key', { key: 1, code: 'Berkas' }) })).toBeVisible();
    await page.getByRole('button', { name: t('code.speaker.only', { speaker: 'Sari' }) }).click();
    await page.getByRole('button', { name: t('structure.speakers.hide') }).click();
    await expect(transcript.locator('p[data-away]')).toHaveCount(3);
    const across = text.slice(text.indexOf('harus ke mana'), text.indexOf('Antrean lebih') + 'Antrean lebih'.length);
    expect(across).toContain('Apa yang berubah?');
    const coded = async (): Promise<void> => {
      await expect(page.getByText(t('code.status.selected', { n: across.length }), { exact: true })).toBeVisible();
      // Said before, since the eye cannot tell.
      await expect(page.getByText(t('code.status.unseen', { n: lines[2].length }), { exact: true })).toBeVisible();
      await page.keyboard.press('1');
      await expectHeld([`Berkas: ${across}`]);
      await study.clear();
    };
    const { from } = await placeOf('harus ke mana');
    const { to } = await placeOf('Antrean lebih');
    await sweep(study, from, to);
    await coded();
    await sweep(study, to, from);
    await coded();
    await page.mouse.click(from.x, from.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(to.x, to.y);
    await page.keyboard.up('Shift');
    await coded();
    // The arrows go over what is not shown in one step, and back again.
    await study.caretAt('harus ke mana', 0);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+Home');
    const shown = 'Sari: Antrean lebih';
    for (let step = 0; step < shown.length; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await coded();
    await study.caretAt('Antrean lebih', 'Antrean lebih'.length);
    const back = shown.length + 1 + lines[1].length - lines[1].indexOf('harus ke mana');
    for (let step = 0; step < back; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    await coded();
    // The last shown paragraph before and the first after, by three presses with Shift held for the second.
    await page.mouse.click(from.x + 8, from.y, { clickCount: 3 });
    await page.keyboard.down('Shift');
    await page.mouse.click(to.x, to.y);
    await page.keyboard.up('Shift');
    await page.keyboard.press('1');
    const whole = text.slice(text.indexOf(lines[1]), text.indexOf('Antrean lebih'));
    await expect.poll(async () => (await study.codings()).map(({ quote }) => quote.startsWith(whole))).toEqual([true]);
    await study.clear();
    // Shown again, the words that were coded meanwhile are all there.
    await page.getByRole('button', { name: t('structure.speakers.hide') }).click();
    await expect(transcript.locator('p[data-away]')).toHaveCount(0);
    expect(await page.evaluate(() => document.querySelectorAll('.transcript-text p').length)).toBe(lines.length);
  });
});

async function codeByKeys(study: Study): Promise<void> {
  const { page, t, caretAt, selected, expectHeld, dialog } = study;
  const { press, type, within } = strokesOf(page);
  const quick = dialog('code.quick.title');
  // Enter, two letters, Enter.
  await caretAt('pendek');
  await page.keyboard.press('w');
  expect(await selected()).toBe('pendek');
  await within(4, async () => {
    await press('Enter');
    await expect(quick.getByRole('combobox', { name: t('code.quick.input') })).toBeFocused();
    await type('an');
    await press('Enter');
  });
  await expectHeld(['Antrean: pendek']);
  // A number key: the code used last. One stroke from selection to saved.
  await caretAt('bingung');
  await page.keyboard.press('w');
  await within(1, () => press('1'));
  await expectHeld(['Antrean: pendek', 'Antrean: bingung']);
  // The same again.
  await caretAt('kertas');
  await page.keyboard.press('w');
  await within(1, () => press('.'));
  await expectHeld(['Antrean: pendek', 'Antrean: bingung', 'Antrean: kertas']);
  // With its own words.
  await caretAt('keesokan');
  await page.keyboard.press('w');
  await within(1, () => press('Control+Shift+V'));
  await expect.poll(study.held).toContain('keesokan: keesokan');
  await study.clear();
}

async function manyByKeys(study: Study): Promise<void> {
  const { page, t, caretAt, expectHeld, held, dialog } = study;
  const { press, type, within } = strokesOf(page);
  const quick = dialog('code.quick.title');
  const chips = quick.getByRole('list', { name: t('coding.quick.chips') }).getByRole('listitem');
  // Three codes on one passage; the third is new, below one that is new too.
  await caretAt('jaringan putus');
  await page.keyboard.press('s');
  await press('Enter');
  await type('be');
  await press('Control+Enter');
  await expect(chips).toHaveText(['Berkas']);
  await press('ArrowDown');
  await press(' ');
  await expect(chips).toHaveCount(2);
  await press('Backspace');
  await expect(chips).toHaveText(['Berkas']);
  await type('Masalah / Jaringan putus');
  await expect(
    quick.getByRole('option', { name: t('code.quick.create', { name: 'Masalah / Jaringan putus' }) }),
  ).toBeVisible();
  await expectAccessible(page);
  await press('Enter');
  const sentence = 'Kadang jaringan putus dan kami mencatat di kertas.';
  await expectHeld([`Berkas: ${sentence}`, `Masalah / Jaringan putus: ${sentence}`]);
  // All of them at once on another passage; what stands there already is not made twice.
  await caretAt('Apa yang berubah');
  await page.keyboard.press('s');
  await within(1, () => press('.'));
  const question = 'Apa yang berubah?';
  await expect.poll(held).toHaveLength(4);
  await press('.');
  await expect(page.getByText(t('coding.already'))).toBeVisible();
  expect(await held()).toContain(`Masalah / Jaringan putus: ${question}`);
  await study.clear();
  // A new code with its place and kind from the popover.
  await caretAt('informatika');
  await page.keyboard.press('w');
  await press('Enter');
  await type('Bidang TI');
  await press('Tab');
  await expect(quick.getByRole('combobox', { name: t('coding.quick.parent') })).toBeFocused();
  await type('Loket');
  await press('ArrowDown');
  await press('Enter');
  await press('Tab');
  await press('Tab');
  await press('Enter');
  await expectHeld(['Loket bersama / Bidang TI: informatika']);
  await study.clear();
}

async function wholeUnitsByKeys(study: Study): Promise<void> {
  const { page, t, caretAt, selected, expectHeld, idOf, dialog } = study;
  const { press, type, within } = strokesOf(page);
  await ask(page, 'codes.setFavourites', { codeIds: [idOf('Jaringan'), idOf('Berkas')] });
  await expect(page.getByRole('button', { name: t('coding.strip.key', { key: 1, code: 'Jaringan' }) })).toBeVisible();
  // With nothing selected: the turn, and its code. Two strokes.
  await caretAt('diperiksa');
  await within(2, async () => {
    await press('t');
    await press('1');
  });
  await expectHeld([`Jaringan: ${turnOfSari}`]);
  await caretAt('diperiksa');
  await within(2, async () => {
    await press('p');
    await press('2');
  });
  await expect.poll(study.held).toContain('Berkas: Antrean lebih pendek. Berkas diperiksa satu kali saja.');
  await study.clear();
  // Wider and wider, and back the same way.
  await caretAt('diperiksa');
  const steps = [
    'diperiksa',
    'Berkas diperiksa satu kali saja.',
    'Antrean lebih pendek. Berkas diperiksa satu kali saja.',
  ];
  for (const words of steps) {
    await press('+');
    expect(await selected()).toBe(words);
  }
  for (const words of [steps[1], steps[0], '']) {
    await press('-');
    expect(await selected()).toBe(words);
  }
  // All turns of the speaker, with the count before.
  await press('a');
  const note = t('coding.unit.speaker.count', { n: 3, speaker: 'Sari', characters: 248 });
  await expect(dialog('code.quick.title').getByText(note)).toBeVisible();
  await type('lo');
  await press('Enter');
  await expect.poll(async () => (await study.held()).length).toBe(3);
  expect(await study.held()).toContain(`Loket bersama: ${turnOfSari}`);
  await page.keyboard.press('Control+z');
  await expectHeld([]);
  // The sentence in one go, by the palette.
  await caretAt('Mereka datang');
  await page.keyboard.press('Control+k');
  const palette = dialog('palette.title');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(t('coding.unit.sentence'));
  await expect(palette.getByRole('option').first()).toContainText(t('coding.unit.sentence'));
  await press('Enter');
  await expect(dialog('code.quick.title')).toBeVisible();
  await type('an');
  await press('Enter');
  await expectHeld(['Antrean: Mereka datang keesokan harinya.']);
  await study.clear();
}

async function shapeByKeys(study: Study): Promise<void> {
  const { page, t, caretAt, expectHeld, codings, steps, dialog, button } = study;
  const { press, type, within } = strokesOf(page);
  const { keyboard } = page;
  await caretAt('Berkas diperiksa');
  await keyboard.press('s');
  await press('1');
  await expectHeld(['Jaringan: Berkas diperiksa satu kali saja.']);
  // Resized by words: three presses with the keys held are one step.
  const before = await steps();
  await keyboard.down('Alt');
  await keyboard.down('Shift');
  for (let word = 0; word < 3; word += 1) await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowRight');
  await keyboard.up('Shift');
  await keyboard.up('Alt');
  await expectHeld(['Jaringan: Berkas diperiksa satu kali']);
  expect(await steps()).toBe(before + 1);
  await press('Control+Alt+Shift+ArrowLeft');
  await expectHeld(['Jaringan: pendek. Berkas diperiksa satu kali']);
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await expectHeld(['Jaringan: Berkas diperiksa satu kali saja.']);
  // Escape leaves a resize that was only shown.
  await keyboard.down('Alt');
  await keyboard.down('Shift');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Escape');
  await keyboard.up('Shift');
  await keyboard.up('Alt');
  await expectHeld(['Jaringan: Berkas diperiksa satu kali saja.']);
  // Split at the caret, joined again; the memo is on both and then on the one.
  const [whole] = await codings();
  if (!whole) throw new Error('nothing is coded');
  await ask(page, 'memos.create', { body: 'catatan', targets: [{ kind: 'coding', guid: whole.guid }] });
  await caretAt('satu kali', 0);
  await within(1, () => press('x'));
  await expectHeld(['Jaringan: Berkas diperiksa', 'Jaringan: satu kali saja.']);
  expect((await codings()).map(({ memos }) => memos)).toEqual([1, 1]);
  await keyboard.press('Alt+ArrowDown');
  await within(1, () => press('j'));
  await expectHeld(['Jaringan: Berkas diperiksa satu kali saja.']);
  expect((await codings()).map(({ memos }) => memos)).toEqual([1]);
  // Weight, another code, memo, removal.
  await press('Shift+W');
  await expect(dialog('coding.weight.title', { n: 1 })).toBeVisible();
  await type('80');
  await press('Enter');
  await expect.poll(async () => (await codings()).map(({ weight }) => weight)).toEqual([80]);
  await press(']');
  await expect.poll(async () => (await codings()).map(({ weight }) => weight)).toEqual([90]);
  await press('[');
  await expect.poll(async () => (await codings()).map(({ weight }) => weight)).toEqual([80]);
  await within(4, async () => {
    await press('c');
    await expect(dialog('code.quick.title')).toBeVisible();
    await type('be');
    await press('Enter');
  });
  await expectHeld(['Berkas: Berkas diperiksa satu kali saja.']);
  await within(1, () => press('Delete'));
  await expectHeld([]);
  await expect(button('app.undo.what', { what: t('history.coding.deleted', { count: 1 }) })).toBeEnabled();
}

async function listByKeys(study: Study): Promise<void> {
  const { page, t, caretAt, expectHeld, codings, steps, dialog } = study;
  const { press, type, within } = strokesOf(page);
  const { keyboard } = page;
  for (const words of ['tahun', 'bidang punya', 'pendek', 'kertas']) {
    await caretAt(words);
    await keyboard.press('w');
    await press('1');
    await expect.poll(async () => (await study.held()).join()).toContain(words.split(' ')[0] ?? words);
  }
  await press('l');
  const list = page.getByRole('listbox', { name: t('coding.list'), exact: true });
  await expect(list.getByRole('option')).toHaveCount(4);
  for (let stop = 0; stop < 12; stop += 1) {
    if (await list.evaluate((one) => one === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await expect(list).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(t('coding.list.chosen', { n: 2 }))).toBeVisible();
  await expectAccessible(page);
  const before = await steps();
  await within(4, async () => {
    await press('c');
    await expect(dialog('code.quick.title').getByText(t('coding.change.count', { n: 2 }))).toBeVisible();
    await type('lo');
    await press('Enter');
  });
  await expectHeld(['Loket bersama: tahun', 'Loket bersama: bidang', 'Jaringan: pendek', 'Jaringan: kertas']);
  expect(await steps()).toBe(before + 1);
  for (let stop = 0; stop < 40; stop += 1) {
    if (await list.evaluate((one) => one === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await within(1, () => press('Control+a'));
  await press('Shift+W');
  await type('25');
  await press('Enter');
  await expect.poll(async () => (await codings()).map(({ weight }) => weight)).toEqual([25, 25, 25, 25]);
  for (let stop = 0; stop < 40; stop += 1) {
    if (await list.evaluate((one) => one === document.activeElement)) break;
    await keyboard.press('Tab');
  }
  await press('Delete');
  await expectHeld([]);
  expect(await steps()).toBe(before + 3);
}

type Point = { readonly x: number; readonly y: number };

async function sweep({ page }: Study, from: Point, to: Point, held: readonly string[] = []): Promise<void> {
  await page.mouse.click(from.x, from.y + 1);
  for (const key of held) await page.keyboard.down(key);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  for (const key of held) await page.keyboard.up(key);
}

async function codeByMouse(study: Study): Promise<void> {
  const { page, t, select, placeOf, drag, code, expectHeld, held } = study;
  await code('Antrean').click();
  await expect(code('Antrean')).toHaveAttribute('aria-selected', 'true');
  // A code dragged onto words that are selected.
  await select('lebih pendek');
  const words = await placeOf('lebih pendek');
  await drag(await middleOf(code('Antrean')), { x: words.from.x + 20, y: words.from.y });
  await expectHeld(['Antrean: lebih pendek']);
  // Words dragged onto a code.
  await select('harus ke mana');
  const from = await placeOf('harus ke mana');
  await drag({ x: from.from.x + 20, y: from.from.y }, await middleOf(code('Berkas')));
  await expectHeld(['Antrean: lebih pendek', 'Berkas: harus ke mana']);
  await study.clear();
  // Two codes dragged onto a word: its paragraph, shown before it is coded.
  await code('Berkas').click();
  await code('Jaringan').click({ modifiers: ['Control'] });
  const target = await placeOf('tahun lalu');
  const start = await middleOf(code('Jaringan'));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6, { steps: 2 });
  await page.mouse.move(target.from.x + 10, target.from.y, { steps: 4 });
  await page.mouse.move(target.from.x + 12, target.from.y);
  await expect(page.getByText(t('coding.drop.paragraph'))).toBeVisible();
  await page.mouse.up();
  const paragraph = 'Sejak tahun lalu. Sebelumnya setiap bidang punya loket sendiri. Warga bingung harus ke mana.';
  await expectHeld([`Berkas: ${paragraph}`, `Jaringan: ${paragraph}`]);
  await expect(page.getByText(t('coding.drop.paragraph'))).toHaveCount(0);
  await study.clear();
  // The strip: a press codes what is selected.
  await select('Berkas diperiksa');
  await page.getByRole('button', { name: t('coding.strip.key', { key: 1, code: 'Berkas' }) }).click();
  await expectHeld(['Berkas: Berkas diperiksa']);
  // The menu of the words.
  await select('jaringan putus');
  const place = await placeOf('jaringan putus');
  await page.mouse.click(place.from.x + 20, place.from.y, { button: 'right' });
  await page.getByRole('menuitem', { name: new RegExp(`^${t('code.inVivo').replace(/[()]/g, '\\$&')}`) }).click();
  await expect.poll(held).toContain('jaringan putus: jaringan putus');
  await study.clear();
}

async function snapByMouse(study: Study): Promise<void> {
  const { page, placeOf, selected } = study;
  const words = await placeOf('ebih pend');
  await sweep(study, words.from, words.to, ['Alt']);
  expect(await selected()).toBe('lebih pendek');
  await sweep(study, words.to, words.from, ['Control']);
  expect(await selected()).toBe('Antrean lebih pendek.');
  const { from } = await placeOf('satu kali');
  await page.mouse.click(from.x + 4, from.y);
  await page.keyboard.down('Control');
  await page.keyboard.down('Alt');
  await page.mouse.click(from.x + 4, from.y);
  await page.keyboard.up('Alt');
  await page.keyboard.up('Control');
  await expect.poll(async () => (await selected()).replace(/\n+/g, '\n')).toBe(turnOfSari);
}

async function gripsByMouse(study: Study): Promise<void> {
  const { page, t, select, placeOf, expectHeld, steps, idOf } = study;
  await ask(page, 'codes.setFavourites', { codeIds: [idOf('Berkas')] });
  await expect(page.getByRole('button', { name: t('coding.strip.key', { key: 1, code: 'Berkas' }) })).toBeVisible();
  await select('Berkas diperiksa');
  await page.keyboard.press('1');
  await expectHeld(['Berkas: Berkas diperiksa']);
  const end = page.locator('.transcript-grip-end');
  await expect(end).toBeVisible();
  const before = await steps();
  const pull = async (to: Point): Promise<void> => {
    const grip = await middleOf(end);
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move((grip.x + to.x) / 2, to.y, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 2 });
  };
  const { to } = await placeOf('satu kali');
  await pull({ x: to.x + 1, y: to.y });
  await expect.poll(() => page.evaluate(markedWords)).toBe('Berkas diperiksa satu kali');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectHeld(['Berkas: Berkas diperiksa']);
  await pull({ x: to.x + 1, y: to.y });
  await page.mouse.up();
  await expectHeld(['Berkas: Berkas diperiksa satu kali']);
  expect(await steps()).toBe(before + 1);
  await study.clear();
}

/** Runs in the page: the words under the mark of a passage that does not count yet. */
function markedWords(): string {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.endsWith('-passage')) continue;
    for (const range of highlight) {
      const whole = document.createRange();
      whole.setStart(range.startContainer, range.startOffset);
      whole.setEnd(range.endContainer, range.endOffset);
      return whole.toString();
    }
  }
  return '';
}

async function listByMouse(study: Study): Promise<void> {
  const { page, t, select, expectHeld, menuItem, button } = study;
  for (const words of ['tahun lalu', 'lebih pendek', 'jaringan putus']) {
    await select(words);
    await page.keyboard.press('1');
    await expect.poll(async () => (await study.held()).join()).toContain(words);
  }
  await button('coding.list.toggle').click();
  const list = page.getByRole('listbox', { name: t('coding.list'), exact: true });
  const row = (words: string) => list.getByRole('option', { name: words });
  await row('tahun lalu').click();
  await row('jaringan putus').click({ modifiers: ['Shift'] });
  await expect(page.getByText(t('coding.list.chosen', { n: 3 }))).toBeVisible();
  await row('lebih pendek').click({ modifiers: ['Control'] });
  await expect(page.getByText(t('coding.list.chosen', { n: 2 }))).toBeVisible();
  await row('tahun lalu').click({ button: 'right' });
  await menuItem('code.remove').click();
  await expectHeld(['Berkas: lebih pendek']);
  await page
    .getByRole('textbox', { name: t('coding.list.filter') })
    .or(page.getByRole('searchbox', { name: t('coding.list.filter') }))
    .fill('tidak ada');
  await expect(page.getByText(t('coding.list.none'))).toBeVisible();
  await button('coding.list.close').click();
  await expect(list).toHaveCount(0);
  await study.clear();
}
