// What is asked before files are imported: what was recognised, splitting, surveys, and what is given back.

import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DocumentList } from '../../../src/renderer/features/collect/DocumentList.tsx';
import { routed } from '../../../src/renderer/features/collect/incoming/routes.ts';
import { rememberFolder } from '../../../src/renderer/services/files.ts';
import { useImportDrop } from '../../../src/renderer/services/import-drop.ts';
import { openStudy } from './study.tsx';

const soon = { timeout: 20_000 };
const fgd = 'Pewawancara: Apa kabar?\nRina: Baik. [00:00:09]\nPewawancara: Lalu?\nRina: Sudah.';

async function drop(...files: readonly File[]) {
  const { client, show } = await openStudy();
  const { user } = show(<DocumentList />);
  await screen.findByText('No documents yet');
  act(() => useImportDrop.getState().offer(files));
  return { client, user };
}

test('what was recognised is shown, and a file is split where another person speaks', async () => {
  const { client, user } = await drop(new File([fgd], 'fgd.txt'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Files to import: 1' }, soon));
  const facts = await dialog.findByLabelText('What was recognised', {}, soon);
  expect(facts.textContent).toContain('Pewawancara (asks, 2 turns); Rina (answers, 2 turns)');
  expect(facts.textContent).toContain('Time stamps1');
  expect(facts.textContent).toContain('Questions asked2');
  expect(dialog.getByRole('region', { name: 'Beginning of the text' }).textContent).toBe(fgd);
  await user.click(dialog.getByRole('button', { name: /Split into documents/ }));
  await user.click(await screen.findByRole('option', { name: 'Where another person speaks' }));
  const parts = within(await dialog.findByRole('region', { name: 'Documents it becomes' }, soon));
  expect(parts.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
    'Pewawancara',
    'Rina',
    'Pewawancara',
    'Rina',
  ]);
  await user.click(dialog.getByRole('button', { name: 'Import' }));
  await screen.findByRole('dialog', { name: 'Import report' }, soon);
  expect((await client.documents.list({})).map(({ title }) => title)).toEqual([
    'Pewawancara',
    'Rina',
    'Pewawancara (2)',
    'Rina (2)',
  ]);
}, 90_000);

test('cancelling imports nothing; a project of NVivo says how to get out what Simpul reads', async () => {
  const { client, user } = await drop(new File(['x'], 'studi.nvpx'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Files to import: 1' }, soon));
  expect((await dialog.findByRole('alert', {}, soon)).textContent).toMatch(/NVivo.*\.qdpx/);
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await client.documents.list({})).toEqual([]);
}, 60_000);

test('a survey: columns are shown, a role is changed, the plan follows, the report counts', async () => {
  const answer = 'Menurut saya aplikasinya sangat membantu pekerjaan kami sehari-hari di kantor.';
  const { client, user } = await drop(
    new File([`Nama;Skor;Saran\nRina;4,5;${answer}\nBudi;3;${answer}!`], 'survei.csv'),
  );
  const dialog = within(await screen.findByRole('dialog', { name: /Import the survey/ }, soon));
  const counts = () => dialog.getByRole('list', { name: 'Counts' }).textContent;
  await waitFor(() => expect(counts()).toBe('Rows 2Cases 2New cases 2Variables 1Values 2Documents 2'), soon);
  expect(dialog.getByRole('button', { name: /Decimals/ }).textContent).toContain('Comma');
  await user.click(dialog.getByRole('button', { name: /What the column “Saran” becomes/ }));
  await user.click(await screen.findByRole('option', { name: 'Left out' }));
  await waitFor(() => expect(counts()).toContain('Documents 0'), soon);
  await user.click(dialog.getByRole('button', { name: 'Import survey' }));
  await screen.findByRole('dialog', { name: 'Survey “survei.csv”' }, soon);
  expect((await client.cases.list({})).map(({ name, values }) => [name, values[0]?.value])).toEqual([
    ['Rina', '4.5'],
    ['Budi', '3'],
  ]);
}, 90_000);

test('files go where their kind is asked about; of a QualCoder folder only its database', () => {
  const at = (path: string) => rememberFolder(new File(['x'], path.split('/').at(-1) ?? path), path);
  const names = (files: readonly File[]) => files.map(({ name }) => name);
  const found = routed([
    at('studi.qda/data.qda'),
    at('studi.qda/documents/a.txt'),
    at('lain/b.txt'),
    at('c.CSV'),
    at('d.rqda'),
    at('e.qdpx'),
    at('f.nvp'),
  ]);
  expect(names(found.projects)).toEqual(['data.qda', 'd.rqda']);
  expect(names(found.tables)).toEqual(['c.CSV']);
  expect(names(found.exchanges)).toEqual(['e.qdpx']);
  expect(names(found.documents)).toEqual(['b.txt', 'f.nvp']);
});

test('who does not want to be asked gets plain files at once, and is asked where something was guessed', async () => {
  const { client, show } = await openStudy();
  const { user, services } = show(<DocumentList />);
  await screen.findByText('No documents yet');
  act(() => services.windowState.set('import/ask', false));
  act(() => useImportDrop.getState().offer([new File(['Satu.'], 'a.txt')]));
  await screen.findByRole('dialog', { name: 'Import report' }, soon);
  await user.keyboard('{Enter}');
  expect(await client.documents.list({})).toHaveLength(1);
  act(() => useImportDrop.getState().offer([new File([Uint8Array.from([0x43, 0x61, 0x66, 0xe9])], 'b.txt')]));
  const dialog = within(await screen.findByRole('dialog', { name: 'Files to import: 1' }, soon));
  await waitFor(() => expect(dialog.getByRole('region').textContent).toBe('Café'), soon);
  await user.click(dialog.getByRole('button', { name: /^.*Encoding/ }));
  await user.click(await screen.findByRole('option', { name: 'WINDOWS-1251' }));
  await waitFor(() => expect(dialog.getByRole('region').textContent).toBe('Cafй'), soon);
  await user.click(dialog.getByRole('button', { name: 'Import' }));
  await screen.findByRole('dialog', { name: 'Import report' }, soon);
  const last = (await client.documents.list({})).at(-1);
  expect((await client.documents.text({ documentId: last?.guid ?? '' })).text).toBe('Cafй');
}, 90_000);
