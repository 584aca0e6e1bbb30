// Memos: written, found, edited, attached and led back from, over the real core.

import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MemoPanel } from '../../../src/renderer/features/memos/MemoPanel.tsx';
import { MemosPage } from '../../../src/renderer/features/memos/MemosPage.tsx';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { makeCodes, openStudy, retype } from './study.tsx';

test('a memo on a code is written, opens, and saves by itself', async () => {
  const { client, show } = await openStudy();
  const { Inovasi } = await makeCodes(client, ['Inovasi']);
  if (!Inovasi) throw new Error('no code');
  const { user } = show(<MemoPanel target={{ kind: 'code', guid: Inovasi }} />);
  expect(await screen.findByText('No memo yet.')).toBeTruthy();
  const start = screen.getByRole('button', { name: 'New memo' });
  await waitFor(() => expect(start).toHaveProperty('disabled', false));
  await user.click(start);
  await user.keyboard('Batas dengan perbaikan rutin?');
  await user.click(screen.getByRole('button', { name: 'Save memo' }));
  const body = await screen.findByRole('textbox', { name: 'Text' });
  expect(body).toHaveProperty('value', 'Batas dengan perbaikan rutin?');
  expect(await client.memos.list({})).toMatchObject([
    { kind: 'code-note', body: 'Batas dengan perbaikan rutin?', targets: [{ kind: 'code', guid: Inovasi }] },
  ]);
  await retype(user, screen.getByRole('textbox', { name: 'Title' }), 'Batas inovasi');
  await user.tab();
  await waitFor(async () => expect((await client.memos.list({}))[0]?.title).toBe('Batas inovasi'));
});

test('words of a new memo are kept when something else is selected, and given up only by Cancel', async () => {
  const { client, show } = await openStudy();
  const codes = await makeCodes(client, ['Inovasi', 'Egaliter']);
  const [first, second] = [codes['Inovasi'], codes['Egaliter']];
  if (!first || !second) throw new Error('no codes');
  const { user, rerender } = show(<MemoPanel target={{ kind: 'code', guid: first }} />);
  const start = await screen.findByRole('button', { name: 'New memo' });
  await waitFor(() => expect(start).toHaveProperty('disabled', false));
  await user.click(start);
  await user.keyboard('Dibuang');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await client.memos.list({})).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'New memo' }));
  await user.keyboard('Disimpan');
  act(() => rerender(<></>));
  await waitFor(async () => expect((await client.memos.list({})).map(({ body }) => body)).toEqual(['Disimpan']));
});

test('the page finds memos by kind, subject and words, and a subject leads to its place', async () => {
  const { client, show } = await openStudy();
  const { guid: documentId } = await client.documents.create({ title: 'Wawancara 1', text: 'Layanan terhenti lagi.' });
  const { Inovasi } = await makeCodes(client, ['Inovasi']);
  if (!Inovasi) throw new Error('no code');
  const passage = { kind: 'passage', guid: documentId, start: 8, end: 16 } as const;
  await client.memos.create({ title: 'Kata terhenti', body: '', kind: 'jotting', targets: [passage] });
  await client.memos.create({ title: 'Tentang inovasi', body: '', targets: [{ kind: 'code', guid: Inovasi }] });
  await client.memos.create({
    title: 'Izin penelitian',
    body: '',
    kind: 'methodological',
    targets: [{ kind: 'project' }],
  });
  const { user } = show(<MemosPage />);
  const cards = () =>
    screen.queryAllByRole('listitem').map((item) => item.querySelector('.memo-card-title')?.textContent);
  await waitFor(() => expect(cards()).toHaveLength(3));
  // The name of a subject is found too.
  await retype(user, screen.getByRole('searchbox', { name: 'Search in memos' }), 'wawancara 1');
  await waitFor(() => expect(cards()).toEqual(['Kata terhenti']));
  act(() => screen.getByRole('button', { name: /Kata terhenti/ }).focus());
  await user.keyboard('{Enter}');
  const subjects = within(await screen.findByRole('region', { name: 'About' }));
  act(() => subjects.getByRole('button', { name: 'passage in Wawancara 1' }).focus());
  await user.keyboard('{Enter}');
  expect(usePlace.getState().revealed).toMatchObject({ documentId, range: { start: 8, end: 16 } });
  expect(usePlace.getState().area).toBe('reduction');
  await retype(user, screen.getByRole('searchbox', { name: 'Search in memos' }), 'tidak ada');
  expect(await screen.findByText('No memo fits this filter.')).toBeTruthy();
});

test('a memo keeps at least one subject, and deleting asks first', async () => {
  const { client, show } = await openStudy();
  const { Inovasi } = await makeCodes(client, ['Inovasi']);
  if (!Inovasi) throw new Error('no code');
  const { guid } = await client.memos.create({
    title: 'Dua hal',
    body: '',
    targets: [{ kind: 'project' }, { kind: 'code', guid: Inovasi }],
  });
  act(() => usePlace.getState().go({ memoId: guid }));
  const { user } = show(<MemoPanel target={{ kind: 'project' }} />);
  await user.click(await screen.findByRole('button', { name: 'Take off Inovasi' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Take off/ })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Delete memo' }));
  const question = within(await screen.findByRole('alertdialog', { name: 'Delete “Dua hal”?' }));
  await user.click(question.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('No memo yet.')).toBeTruthy();
  await client.history.undo({});
  expect(await client.memos.list({})).toHaveLength(1);
});
