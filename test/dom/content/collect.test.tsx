// Documents: import with its report, paste, details, order, deleting and the data accounting log, over the real core.

import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AccountingTable } from '../../../src/renderer/features/collect/AccountingTable.tsx';
import { CollectionArea } from '../../../src/renderer/features/collect/CollectionArea.tsx';
import { DocumentList } from '../../../src/renderer/features/collect/DocumentList.tsx';
import { useImportDrop } from '../../../src/renderer/services/import-drop.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { openStudy, retype } from './study.tsx';

const titles = () => screen.queryAllByRole('option').map((row) => row.querySelector('.collect-row-title')?.textContent);

test('files are imported by a button; the report says what became of each and what helps', async () => {
  const { client, show } = await openStudy();
  const { user } = show(<DocumentList />);
  await screen.findByText('No documents yet');
  const field = screen.getByLabelText('Import files …', { selector: 'input' });
  await user.upload(field, [
    new File(['Pewawancara: Apa kabar?\r\nInforman: Baik.'], 'wawancara.txt', { type: 'text/plain' }),
    new File([new Uint8Array([0, 1, 2, 3, 0, 0, 255])], 'rekaman.txt', { type: 'text/plain' }),
  ]);
  // What was recognised is shown first; Enter imports it as it is.
  await screen.findByRole('dialog', { name: 'Files to import: 2' }, { timeout: 15_000 });
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Import report' }, { timeout: 15_000 }));
  expect(dialog.getByText(/1 document imported, 1 file refused\. A refused file changes nothing/)).toBeTruthy();
  const rows = dialog.getAllByRole('row').slice(1);
  // What needs attention comes first.
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'rekaman.txt',
    'wawancara.txtwawancara',
  ]);
  expect(within(rows[0] ?? document.body).getByText('Refused')).toBeTruthy();
  expect(rows[0]?.textContent).toContain('Open it in the program it comes from');
  await user.click(dialog.getByRole('checkbox', { name: 'Show refused files only' }));
  expect(dialog.getAllByRole('row')).toHaveLength(2);
  await user.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body);
  await waitFor(() => expect(titles()).toEqual(['wawancara']));
  const [made] = await client.documents.list({});
  expect(usePlace.getState().documentId).toBe(made?.guid);
  expect((await client.documents.text({ documentId: made?.guid ?? '' })).text).toBe(
    'Pewawancara: Apa kabar?\nInforman: Baik.',
  );
}, 30_000);

test('files dropped on the window are imported once', async () => {
  const { client, show } = await openStudy();
  const { user } = show(<DocumentList />);
  await screen.findByText('No documents yet');
  act(() => useImportDrop.getState().offer([new File(['Isi.'], 'catatan.md')]));
  await screen.findByRole('dialog', { name: 'Files to import: 1' }, { timeout: 15_000 });
  await user.keyboard('{Enter}');
  await screen.findByRole('dialog', { name: 'Import report' }, { timeout: 15_000 });
  expect(useImportDrop.getState().files).toEqual([]);
  expect((await client.documents.list({})).map(({ title }) => title)).toEqual(['catatan']);
}, 30_000);

test('text is pasted as a document; what is missing is said and the text is kept', async () => {
  const { client, show } = await openStudy();
  const { user } = show(<DocumentList />);
  await user.click(await screen.findByRole('button', { name: 'Paste text as a document …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Paste text as a document' }));
  await user.type(dialog.getByRole('textbox', { name: /Text/ }), 'Catatan rapat.');
  await user.click(dialog.getByRole('button', { name: 'Add document' }));
  expect(dialog.getByText('This cannot be empty.')).toBeTruthy();
  expect(await client.documents.list({})).toHaveLength(0);
  await user.type(dialog.getByRole('textbox', { name: /Title/ }), 'Rapat SPBE');
  await user.click(dialog.getByRole('button', { name: 'Add document' }));
  await waitFor(() => expect(titles()).toEqual(['Rapat SPBE']));
  await client.history.undo({});
  await waitFor(() => expect(titles()).toEqual([]));
});

test('the list is sorted, filtered and reordered by keys, and F2 renames', async () => {
  const { client, show } = await openStudy();
  for (const title of ['Wawancara 10', 'Wawancara 2', 'Observasi'])
    await client.documents.create({ title, text: title });
  const { user } = show(<DocumentList />);
  await screen.findByText('Observasi');
  expect(titles()).toEqual(['Wawancara 10', 'Wawancara 2', 'Observasi']);
  screen.getByRole('listbox').focus();
  await user.keyboard('{End}{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(titles()).toEqual(['Wawancara 10', 'Observasi', 'Wawancara 2']));
  await user.keyboard('{F2}Observasi kantor{Enter}');
  await screen.findByText('Observasi kantor');
  await user.click(screen.getByRole('button', { name: 'Order: Own order' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Title' }));
  await waitFor(() => expect(titles()).toEqual(['Observasi kantor', 'Wawancara 2', 'Wawancara 10']));
  await user.type(screen.getByRole('searchbox', { name: 'Filter documents' }), '10');
  expect(titles()).toEqual(['Wawancara 10']);
});

test('deleting says how many codings and memos go too', async () => {
  const { client, show } = await openStudy();
  const { guid: documentId } = await client.documents.create({ title: 'Wawancara', text: 'Satu dua.' });
  const { guid: codeId } = await client.codes.create({ name: 'Kode' });
  await client.codings.create({ documentId, codeId, start: 0, end: 4 });
  await client.memos.create({ title: 'Awal', body: '', targets: [{ kind: 'document', guid: documentId }] });
  const { user } = show(<DocumentList />);
  await user.click(await screen.findByText('Wawancara'));
  await user.keyboard('{Delete}');
  const question = within(await screen.findByRole('alertdialog', { name: 'Delete “Wawancara”?' }));
  expect(question.getByText('1 coding and 1 memo on it go too. You can undo this.')).toBeTruthy();
  await user.click(question.getByRole('button', { name: 'Delete' }));
  await screen.findByText('No documents yet');
  expect(await client.codings.list({})).toHaveLength(0);
});

test('details save by themselves when a field is left, and a value that does not fit is refused beside it', async () => {
  const { client, show } = await openStudy();
  const { guid } = await client.documents.create({ title: 'Wawancara', text: 'Teks.' });
  const minutes = await client.variables.create({ name: 'Lama (menit)', type: 'Integer', scope: 'document' });
  act(() => usePlace.getState().go({ documentId: guid }));
  const { user } = show(<CollectionArea />);
  const place = await screen.findByRole('textbox', { name: 'Place' });
  await waitFor(() => expect(place).toHaveProperty('readOnly', false));
  await retype(user, place, 'Ruang kepala dinas');
  await user.tab();
  await waitFor(async () => expect((await client.documents.list({}))[0]?.place).toBe('Ruang kepala dinas'));
  const field = await screen.findByRole('textbox', { name: 'Lama (menit)' });
  await retype(user, field, 'sejam');
  await user.tab();
  expect(screen.getByText('“sejam” is no whole number.')).toBeTruthy();
  expect(await client.variables.documentValues({})).toEqual([]);
  await retype(user, field, '65{Enter}');
  await waitFor(async () =>
    expect(await client.variables.documentValues({})).toEqual([
      { document: guid, variable: minutes.guid, value: '65' },
    ]),
  );
  const title = screen.getByRole('textbox', { name: 'Title' });
  await retype(user, title, '');
  await user.tab();
  expect(screen.getByText('This cannot be empty.')).toBeTruthy();
  expect((await client.documents.list({}))[0]?.title).toBe('Wawancara');
});

test('the data accounting log marks every gap (R-03)', async () => {
  const { client, show } = await openStudy();
  const { guid } = await client.documents.create({ title: 'Wawancara', text: 'Teks.', date: '2025-06-11' });
  await client.documents.create({ title: 'Peraturan', text: 'Pasal 1.', kind: 'document' });
  await client.cases.create({ name: 'Bambang', documentIds: [guid] });
  await client.cases.create({ name: 'Nurul' });
  const { guid: category } = await client.variables.create({ name: 'Jenis data', type: 'Text', scope: 'document' });
  await client.variables.setValue({ variableId: category, targetId: guid, value: 'Primer' });
  show(<AccountingTable />);
  const table = await screen.findByRole('grid', { name: 'Data accounting log' });
  await screen.findByText('Cases without a document: Nurul');
  const line = (title: string) =>
    [...(within(table).getByText(title).closest('[role=row]')?.children ?? [])].map(({ textContent }) => textContent);
  expect(line('Wawancara')).toEqual([
    'Wawancara',
    'Bambang',
    'Interview',
    '11 June 2025',
    'missing',
    'Primer',
    'not coded',
  ]);
  expect(line('Peraturan')).toEqual(['Peraturan', 'missing', 'Document', 'missing', 'missing', 'missing', 'not coded']);
  expect(screen.getByText('Place: 2')).toBeTruthy();
});
