// The inspector follows what is selected and changes it, over the real core. Review state by ED6 and ED7.

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Inspector } from '../../../src/renderer/features/inspector/Inspector.tsx';
import { MemoSlot } from '../../../src/renderer/features/memos/MemoSlot.tsx';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { makeCodes, openStudy } from './study.tsx';

async function showCoding() {
  const study = await openStudy();
  const { client } = study;
  const codes = await makeCodes(client, ['Inovasi', '  Layanan', 'Egaliter']);
  const { guid: documentId } = await client.documents.create({
    title: 'Wawancara 1',
    text: 'Bu Sri: Layanan jadi cepat.\nBu Sri: Ya.',
  });
  const { guid: codingId } = await client.codings.create({
    documentId,
    codeId: codes['Layanan'] ?? '',
    start: 8,
    end: 26,
  });
  const shown = study.show(<Inspector memos={<MemoSlot />} />);
  return { ...study, ...shown, codes, documentId, codingId };
}

const tab = () => screen.getAllByRole('tab').find((each) => each.getAttribute('aria-selected') === 'true')?.textContent;

test('with nothing selected it teaches what to do', async () => {
  await showCoding();
  expect(screen.getByText('Nothing selected')).toBeTruthy();
});

test('it turns to what was selected last', async () => {
  const { codes, documentId, codingId } = await showCoding();
  act(() => usePlace.getState().go({ documentId }));
  expect(tab()).toBe('Document');
  act(() => usePlace.getState().go({ codeIds: [codes['Egaliter']].filter((guid) => guid !== undefined) }));
  expect(tab()).toBe('Code');
  act(() => usePlace.getState().go({ codingId }));
  expect(tab()).toBe('Coding');
  expect((await screen.findByLabelText('Quotation')).textContent).toBe('Layanan jadi cepat');
  expect(document.querySelector('.inspector-facts')?.textContent).toBe('Wawancara 1 · Bu Sri · Coder: Researcher');
  act(() => usePlace.getState().go({ codingId: null }));
  expect(tab()).toBe('Coding');
});

test('the weight slides, is saved when let go, and is cleared', async () => {
  const { user, client, documentId, codingId } = await showCoding();
  act(() => usePlace.getState().go({ documentId, codingId }));
  const slider = await screen.findByRole('slider', { name: 'Weight' });
  await waitFor(() => expect(slider).toHaveProperty('disabled', false));
  expect(slider.getAttribute('aria-valuetext')).toBe('no weight');
  fireEvent.change(slider, { target: { value: '80' } });
  fireEvent.change(slider, { target: { value: '75' } });
  expect((await client.codings.list({}))[0]?.weight).toBeNull();
  fireEvent.keyUp(slider);
  await waitFor(async () => expect((await client.codings.list({}))[0]?.weight).toBe(75));
  await user.click(await screen.findByRole('button', { name: 'Clear the weight' }));
  await waitFor(async () => expect((await client.codings.list({}))[0]?.weight).toBeNull());
});

test('the coding gets another code, is shown in the text, and is removed', async () => {
  const { user, client, codes, documentId, codingId } = await showCoding();
  act(() => usePlace.getState().go({ documentId, codingId }));
  const recode = await screen.findByRole('button', { name: 'Code with …' });
  await waitFor(() => expect(recode).toHaveProperty('disabled', false));
  await user.click(recode);
  const field = screen.getByRole('combobox', { name: 'Code of this coding' });
  await user.clear(field);
  await user.type(field, 'Egal');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(async () => expect((await client.codings.list({}))[0]?.code).toBe(codes['Egaliter']));
  await user.click(screen.getByRole('button', { name: 'Show in the text' }));
  expect(usePlace.getState().revealed).toMatchObject({ documentId, codingId, range: { start: 8, end: 26 } });
  await user.click(screen.getByRole('button', { name: 'Remove coding' }));
  await waitFor(async () => expect(await client.codings.list({})).toEqual([]));
  expect(screen.getByText(/No coding is selected/)).toBeTruthy();
});

test('a coding changed by an edit shows its words before and after until it is accepted (ED7)', async () => {
  const { user, client, documentId, codingId } = await showCoding();
  const { revision } = await client.documents.text({ documentId });
  await client.documents.editText({ documentId, revision, splices: [{ at: 16, remove: 4, insert: 'makin' }] });
  act(() => usePlace.getState().go({ documentId, codingId }));
  const review = within(await screen.findByRole('note'));
  expect([...document.querySelectorAll('q')].map(({ textContent }) => textContent)).toEqual([
    'Layanan jadi cepat',
    'Layanan makin cepat',
  ]);
  const accept = review.getByRole('button', { name: 'Accept as it is now' });
  await waitFor(() => expect(accept).toHaveProperty('disabled', false));
  await user.click(accept);
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
  expect((await client.codings.list({}))[0]?.state).toBe('kept');
});

test('a coding all of whose words were deleted says so and shows what they were (ED6)', async () => {
  const { client, documentId, codingId } = await showCoding();
  const { revision } = await client.documents.text({ documentId });
  await client.documents.editText({ documentId, revision, splices: [{ at: 8, remove: 19, insert: '' }] });
  act(() => usePlace.getState().go({ documentId, codingId }));
  const review = await screen.findByRole('note');
  expect(review.textContent).toContain('An edit removed all words of this coding');
  expect(review.querySelector('q')?.textContent).toBe('Layanan jadi cepat');
  expect(within(review).queryByRole('button')).toBeNull();
});

test('the code tab shows the card and asks for a missing definition', async () => {
  const { client, codes } = await showCoding();
  const layanan = codes['Layanan'];
  if (!layanan) throw new Error('no code');
  act(() => usePlace.getState().go({ codeIds: [layanan] }));
  expect(await screen.findByText(/No definition yet/)).toBeTruthy();
  expect(screen.getByText('1 coding in 1 document')).toBeTruthy();
  await act(async () => {
    await client.codes.update({
      codeId: layanan,
      description: 'Layanan kepada warga.',
      exclude: 'Layanan antar-dinas.',
    });
  });
  expect(await screen.findByText('Layanan kepada warga.')).toBeTruthy();
  expect(screen.getByText('Layanan antar-dinas.')).toBeTruthy();
});
