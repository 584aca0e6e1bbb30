// The code tree by keyboard, mouse and dialogs, over the real core. Rules CT1–CT6 of SPEC.md.

import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CodeTree } from '../../../src/renderer/features/codebook/CodeTree.tsx';
import { hiddenCodesKey } from '../../../src/renderer/parts/hidden-codes.ts';
import { useNotices } from '../../../src/renderer/services/notices.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { makeCodes, openStudy, outline } from './study.tsx';

const example = ['Inovasi', '  Nilai', '  Langkah', 'Manajer', '  Pendorong', 'Egaliter'];

const row = async (name: string): Promise<HTMLElement> => {
  const found = (await screen.findByText(name, { selector: '.codebook-name' })).closest<HTMLElement>('[role=treeitem]');
  if (!found) throw new Error(name);
  return found;
};
const shown = () => screen.getAllByRole('treeitem').map((item) => item.querySelector('.codebook-name')?.textContent);
const activeName = () => {
  const id = screen.getByRole('tree').getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.querySelector('.codebook-name')?.textContent;
};

async function showTree(lines: readonly string[] = example) {
  const study = await openStudy();
  const guids = await makeCodes(study.client, lines);
  const shownTree = study.show(<CodeTree />);
  if (lines.length > 0) await screen.findByRole('tree');
  return { ...study, ...shownTree, guids };
}

test('arrows, Home, End and letters move; the selection follows; left and right fold', async () => {
  const { user, guids } = await showTree();
  screen.getByRole('tree').focus();
  await waitFor(() => expect(activeName()).toBe('Inovasi'));
  await user.keyboard('{ArrowDown}');
  expect(activeName()).toBe('Nilai');
  expect(usePlace.getState().codeIds).toEqual([guids['Nilai']]);
  await user.keyboard('{End}');
  expect(activeName()).toBe('Egaliter');
  await user.keyboard('man');
  expect(activeName()).toBe('Manajer');
  await user.keyboard('{ArrowLeft}');
  expect(shown()).toEqual(['Inovasi', 'Nilai', 'Langkah', 'Manajer', 'Egaliter']);
  expect((await row('Manajer')).getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(activeName()).toBe('Pendorong');
  await user.keyboard('{ArrowLeft}{Home}');
  expect(activeName()).toBe('Inovasi');
});

test('Shift with arrows selects a stretch, Space adds one, and every item says its place', async () => {
  const { user, guids } = await showTree();
  await user.click(await row('Nilai'));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(usePlace.getState().codeIds).toEqual([guids['Nilai'], guids['Langkah']]);
  await user.keyboard('{End}');
  await user.click(await row('Inovasi'));
  await user.keyboard(' ');
  expect(usePlace.getState().codeIds).toEqual([]);
  const item = await row('Langkah');
  expect([
    item.getAttribute('aria-level'),
    item.getAttribute('aria-posinset'),
    item.getAttribute('aria-setsize'),
  ]).toEqual(['2', '2', '2']);
});

test('F2 renames in place; Escape gives up; an empty name changes nothing; undo takes it back', async () => {
  const { user, client } = await showTree();
  await user.click(await row('Nilai'));
  await user.keyboard('{F2}');
  await user.keyboard('Nilai bagi warga{Enter}');
  await row('Nilai bagi warga');
  expect(document.activeElement).toBe(screen.getByRole('tree'));
  await user.keyboard('{F2}Lain{Escape}');
  await user.keyboard('{F2}{Backspace}{Enter}');
  expect((await outline(client))[1]).toBe('  Nilai bagi warga');
  await client.history.undo({});
  await waitFor(() => expect(shown()).toContain('Nilai'));
});

test('Insert makes a sibling behind the code, Shift+Insert a child, each as one step', async () => {
  const { user, client } = await showTree();
  await user.click(await row('Nilai'));
  await user.keyboard('{Insert}Rencana{Enter}');
  await row('Rencana');
  await user.keyboard('{Shift>}{Insert}{/Shift}Jangka pendek{Enter}');
  await row('Jangka pendek');
  expect(await outline(client)).toEqual([
    'Inovasi',
    '  Nilai',
    '  Rencana',
    '    Jangka pendek',
    '  Langkah',
    'Manajer',
    '  Pendorong',
    'Egaliter',
  ]);
  await client.history.undo({});
  await client.history.undo({});
  expect(await outline(client)).toEqual(example);
});

test('Alt with arrows moves a code among its siblings, in and out (CT2)', async () => {
  const { user, client } = await showTree();
  await user.click(await row('Langkah'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(shown()[1]).toBe('Langkah'));
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(shown()).toEqual(['Inovasi', 'Nilai', 'Langkah', 'Manajer', 'Pendorong', 'Egaliter']));
  expect((await row('Langkah')).getAttribute('aria-level')).toBe('1');
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(async () => expect((await outline(client))[2]).toBe('  Langkah'));
});

test('the filter shows matches with the codes above them, and offers to make what is not there', async () => {
  const { user, client } = await showTree();
  const filter = screen.getByRole('searchbox', { name: 'Filter codes' });
  await user.type(filter, 'pend');
  expect(shown()).toEqual(['Manajer', 'Pendorong']);
  await user.clear(filter);
  await user.type(filter, 'Transparansi');
  await user.click(await screen.findByRole('button', { name: 'Create the code “Transparansi”' }));
  await row('Transparansi');
  expect(await outline(client)).toContain('Transparansi');
});

test('Enter codes the selected passage with the code; a heading refuses with the reason (CT6)', async () => {
  const { user, client, guids } = await showTree();
  const { guid: documentId } = await client.documents.create({ title: 'Wawancara 1', text: 'Layanan jadi cepat.' });
  await client.codes.update({ codeId: guids['Inovasi'] ?? '', codable: false });
  usePlace.getState().go({ documentId });
  usePlace.getState().go({ selection: { start: 0, end: 7 } });
  await user.click(await row('Nilai'));
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(await client.codings.list({})).toHaveLength(1));
  const [coding] = await client.codings.list({});
  expect(coding).toMatchObject({ code: guids['Nilai'], quote: 'Layanan' });
  await waitFor(() => expect(usePlace.getState().codingId).toBe(coding?.guid));
  await screen.findByRole('treeitem', { name: /heading, takes no codings/ });
  await user.click(await row('Inovasi'));
  await user.keyboard('{Enter}');
  expect(useNotices.getState().notices.at(-1)?.text).toContain('“Inovasi” is a heading');
  expect(await client.codings.list({})).toHaveLength(1);
});

test('a passage dropped on a code codes it; anything else dropped is ignored', async () => {
  const { client, guids } = await showTree();
  const { guid: documentId } = await client.documents.create({ title: 'W', text: 'Rapat rutin.' });
  const target = await row('Egaliter');
  drop(target, { 'application/x-simpul-passage': JSON.stringify({ documentId, start: 6, end: 11 }) });
  await waitFor(async () => expect(await client.codings.list({})).toHaveLength(1));
  expect((await client.codings.list({}))[0]).toMatchObject({ code: guids['Egaliter'], quote: 'rutin' });
  drop(target, { 'application/x-simpul-passage': '{"documentId":"<script>","start":0,"end":1}' });
  drop(target, { 'application/x-simpul-passage': 'no json' });
  drop(target, { 'text/plain': 'words' });
  expect(await client.codings.list({})).toHaveLength(1);
});

test('dragging a code below its own subcode is refused with the reason, elsewhere it moves (CT1)', async () => {
  const { client, guids } = await showTree();
  drop(await row('Nilai'), { 'application/x-simpul-codes': JSON.stringify([guids['Inovasi']]) });
  expect(useNotices.getState().notices.at(-1)?.text).toContain('cannot be put below itself');
  expect(await outline(client)).toEqual(example);
  drop(await row('Egaliter'), { 'application/x-simpul-codes': JSON.stringify([guids['Nilai'], guids['Langkah']]) });
  await waitFor(async () =>
    expect(await outline(client)).toEqual(['Inovasi', 'Manajer', '  Pendorong', 'Egaliter', '  Nilai', '  Langkah']),
  );
});

test('what is dragged carries all chosen codes, for words get each of them; a move takes care of those below others', async () => {
  const { user, guids } = await showTree();
  await user.click(await row('Inovasi'));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
  const data = new Map<string, string>();
  const event = createEvent.dragStart(await row('Nilai'));
  Object.assign(event, {
    dataTransfer: { setData: (type: string, text: string) => data.set(type, text), effectAllowed: '' },
  });
  fireEvent(await row('Nilai'), event);
  const names = (data.get('text/plain') ?? '').split('\n');
  expect(names).toHaveLength(4);
  expect(names).toEqual(expect.arrayContaining(['Inovasi', 'Nilai', 'Manajer']));
  expect(JSON.parse(data.get('application/x-simpul-codes') ?? '')).toEqual(names.map((name) => guids[name]));
});

test('deleting asks what happens to codings and subcodes, counts them, and does what was chosen (CT5)', async () => {
  const { user, client, guids } = await showTree();
  const { guid: documentId } = await client.documents.create({ title: 'W', text: 'Satu dua tiga empat.' });
  const code = (name: string, start: number, end: number) =>
    client.codings.create({ documentId, codeId: guids[name] ?? '', start, end });
  await code('Nilai', 0, 4);
  await code('Nilai', 5, 8);
  await code('Inovasi', 9, 13);
  await user.click(await row('Nilai'));
  await user.keyboard('{Delete}');
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete “Nilai”?' }));
  expect(dialog.getByText(/1 code goes, 2 codings are concerned/)).toBeTruthy();
  expect(dialog.getByRole('radio', { name: /Move them to “Inovasi”/ })).toHaveProperty('checked', true);
  expect(dialog.queryByText(/subcode/)).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(async () => expect(await outline(client)).not.toContain('  Nilai'));
  expect((await client.codings.list({ codeIds: [guids['Inovasi'] ?? ''] })).map(({ quote }) => quote)).toEqual([
    'Satu',
    'dua',
    'tiga',
  ]);
  await client.history.undo({});
  expect(await client.codings.list({ codeIds: [guids['Nilai'] ?? ''] })).toHaveLength(2);
});

test('a top code with subcodes: codings go to a code that must be chosen, subcodes are kept or go too (CT5)', async () => {
  const { user, client, guids } = await showTree();
  const { guid: documentId } = await client.documents.create({ title: 'W', text: 'Satu dua tiga empat.' });
  await client.codings.create({ documentId, codeId: guids['Inovasi'] ?? '', start: 0, end: 4 });
  await client.codings.create({ documentId, codeId: guids['Nilai'] ?? '', start: 5, end: 8 });
  await user.click(await row('Inovasi'));
  await user.keyboard('{Delete}');
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete “Inovasi”?' }));
  expect(dialog.queryByRole('radio', { name: /code above/ })).toBeNull();
  expect(dialog.getByRole('button', { name: 'Delete' })).toHaveProperty('disabled', true);
  await user.click(dialog.getAllByRole('radio', { name: 'Delete them too' })[0] ?? document.body);
  expect(dialog.getByText(/3 codes go, 2 codings are concerned/)).toBeTruthy();
  await user.type(dialog.getByRole('combobox', { name: 'Code that takes the codings' }), 'egal');
  await user.keyboard('{ArrowDown}{Enter}');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(async () => expect(await outline(client)).toEqual(['Manajer', '  Pendorong', 'Egaliter']));
  expect(await client.codings.list({ codeIds: [guids['Egaliter'] ?? ''] })).toHaveLength(2);
});

test('merging says how many codings move and join before it is done (CT4)', async () => {
  const { user, client, guids } = await showTree();
  const { guid: documentId } = await client.documents.create({ title: 'W', text: 'Satu dua tiga empat.' });
  const code = (name: string, start: number, end: number) =>
    client.codings.create({ documentId, codeId: guids[name] ?? '', start, end });
  await code('Manajer', 0, 4);
  await code('Manajer', 5, 8);
  await code('Egaliter', 0, 4);
  await user.click(await row('Manajer'));
  await user.keyboard('{Shift>}{F10}{/Shift}');
  await user.click(await screen.findByRole('menuitem', { name: /Merge with another code/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Merge “Manajer”' }));
  // The list of codes is open over the rest of the dialog.
  expect(dialog.getByRole('button', { name: 'Merge', hidden: true })).toHaveProperty('disabled', true);
  await user.type(dialog.getByRole('combobox', { name: 'Merge into' }), 'egal');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await dialog.findByText('1 coding moves to “Egaliter”.')).toBeTruthy();
  expect(dialog.getByText(/1 coding stands at the same place/)).toBeTruthy();
  expect(dialog.getByText('1 subcode moves below “Egaliter”.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Merge' }));
  await waitFor(async () =>
    expect(await outline(client)).toEqual(['Inovasi', '  Nilai', '  Langkah', 'Egaliter', '  Pendorong']),
  );
  expect(useNotices.getState().notices.at(-1)?.text).toBe('Merged: 1 moved, 1 joined.');
});

test('the marks of a code are hidden and shown from its row, under the key the editor reads', async () => {
  const { user, services, guids } = await showTree();
  const target = await row('Langkah');
  await user.click(within(target).getByRole('button', { name: 'Hide the marks of this code' }));
  expect(services.windowState.values.getState()[hiddenCodesKey(usePlace.getState().project)]).toEqual([
    guids['Langkah'],
  ]);
  expect((await row('Langkah')).getAttribute('aria-label')).toContain('Hidden in the text');
  await user.click(screen.getByRole('button', { name: 'Show the marks of all codes' }));
  expect(services.windowState.values.getState()[hiddenCodesKey(usePlace.getState().project)]).toEqual([]);
});

test('of 200 codes only those in view are drawn, and End reaches the last', async () => {
  const { user } = await showTree(Array.from({ length: 200 }, (_, index) => `Kode ${index + 1}`));
  screen.getByRole('tree').focus();
  await waitFor(() => expect(activeName()).toBe('Kode 1'));
  expect(screen.getAllByRole('treeitem').length).toBeLessThan(60);
  await user.keyboard('{End}');
  expect(activeName()).toBe('Kode 200');
});

test('an empty codebook teaches the first step', async () => {
  const { user, client } = await showTree([]);
  const start = (await screen.findAllByRole('button', { name: 'New code' })).at(-1) ?? document.body;
  await waitFor(() => expect(start).toHaveProperty('disabled', false));
  await user.click(start);
  await user.keyboard('Inovasi{Enter}');
  await row('Inovasi');
  expect(await outline(client)).toEqual(['Inovasi']);
});

/** Drops data on the middle of an element, as a browser does. */
function drop(target: HTMLElement, data: Readonly<Record<string, string>>): void {
  const dataTransfer = { types: Object.keys(data), getData: (type: string) => data[type] ?? '', dropEffect: 'none' };
  for (const make of [createEvent.dragOver, createEvent.drop]) {
    const event = make(target);
    Object.assign(event, { dataTransfer });
    fireEvent(target, event);
  }
}
