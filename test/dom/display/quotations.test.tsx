// The list of quotations over the real core: what it draws, how it groups, and the ways out of it.

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QuotationList } from '../../../src/renderer/features/quotations/QuotationList.tsx';
import { QuotationsContext, type QuotationsAbout } from '../../../src/renderer/parts/quotations-about.ts';
import { useNotices } from '../../../src/renderer/services/notices.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { type CodedStudy, openCodedStudy, saved } from './coded-study.tsx';

function showList(study: CodedStudy, about: QuotationsAbout) {
  return study.show(
    <QuotationsContext value={about}>
      <QuotationList />
    </QuotationsContext>,
  );
}

const drawn = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.quotation')];

test('shows each passage once with all its codes, its source and its surroundings', async () => {
  const study = await openCodedStudy();
  const { client, codes, interview } = study;
  await client.documents.update({ documentId: interview, date: '2026-03-05' });
  const [first] = await client.codings.list({ codeIds: [codes['Manajer'] as Guid] });
  await client.codings.update({ codingIds: [first?.guid as Guid], weight: 80 });
  await client.memos.create({ body: 'Perhatikan', targets: [{ kind: 'coding', guid: first?.guid as Guid }] });
  showList(study, { title: 'Semua', filter: { documentIds: [interview] } });
  await screen.findByText('16 codings');
  // Eight paragraphs with the one code, of which six and two more with the other: ten passages.
  expect(drawn()).toHaveLength(10);
  const card = drawn()[0] as HTMLElement;
  expect(card.textContent).toMatch(/Kepala Dinas · .*5 March 2026/);
  expect(within(card).getByText('Inovasi')).toBeTruthy();
  expect(within(card).getByText('Manajer')).toBeTruthy();
  expect(within(card).getByText('weight 80')).toBeTruthy();
  expect(within(card).getByText('1 memo')).toBeTruthy();
  expect(card.querySelector('mark')?.textContent).toBe('Paragraf 1 tentang kerja dinas.');
  expect(card.textContent).toContain('Paragraf 2 tentang');
});

test('groups by code and by case, and keeps the choice', async () => {
  const study = await openCodedStudy();
  const { services } = showList(study, { title: 'Semua', filter: {} });
  await screen.findByText('19 codings');
  const headings = (): readonly (string | null)[] =>
    [...document.querySelectorAll('.quotation-heading')].map(({ textContent }) => textContent);
  expect(headings()[0]).toBe('Wawancara 116');
  act(() => services.windowState.set('quotations/group', 'code'));
  await waitFor(() => expect(headings()[0]).toBe('Inovasi8'));
  act(() => services.windowState.set('quotations/group', 'case'));
  await waitFor(() => expect(headings()[0]).toBe('Kepala Dinas16'));
});

test('copies with sources and exports all there are', async () => {
  const study = await openCodedStudy();
  const { user } = showList(study, { title: 'Langka', filter: { codeIds: [study.codes['Langka'] as Guid] } });
  await screen.findByText('1 coding');
  act(() => screen.getByRole('button', { name: 'Copy with source' }).focus());
  await user.keyboard('{Enter}');
  expect(await navigator.clipboard.readText()).toBe('“Paragraf 20 tentang kerja dinas.” (Catatan 1, Warga; Langka)');
  expect(useNotices.getState().notices.at(-1)?.text).toBe('1 quotation copied, with sources.');
  act(() => screen.getByRole('button', { name: 'Actions on these quotations' }).focus());
  await user.keyboard('{Enter}');
  act(() => screen.getByRole('menuitem', { name: 'Export as CSV' }).focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(saved[0]?.name).toBe('quotations.csv'));
});

test('draws a screenful of many and reads on when the end is near', async () => {
  const study = await openCodedStudy();
  const { client, codes, note } = study;
  const { text } = await client.documents.text({ documentId: note });
  await client.codings.createMany({
    items: Array.from({ length: text.length - 1 }, (_, start) => ({
      documentId: note,
      codeId: codes['Langka'] as Guid,
      start,
      end: start + 1,
    })).filter(({ start }) => text[start] !== '\n'),
  });
  showList(study, { title: 'Langka', filter: { codeIds: [codes['Langka'] as Guid] } });
  await screen.findByText(/^3\d\d codings$/);
  expect(drawn().length).toBeLessThan(30);
  const scroller = document.querySelector('.quotation-scroll') as HTMLElement;
  scroller.scrollTop = 100_000;
  fireEvent.scroll(scroller);
  await waitFor(() =>
    expect(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toMatch(/^3\d\d$/),
  );
});

test('follows changes of the project and says when nothing is left', async () => {
  const study = await openCodedStudy();
  const { client, codes } = study;
  showList(study, { title: 'Langka', filter: { codeIds: [codes['Langka'] as Guid] } });
  await screen.findByText('1 coding');
  const [only] = await client.codings.list({ codeIds: [codes['Langka'] as Guid] });
  await act(() => client.codings.delete({ codingIds: [only?.guid as Guid] }));
  expect(await screen.findByText('No passage here')).toBeTruthy();
  await act(() => client.history.undo({}));
  expect(await screen.findByText('1 coding')).toBeTruthy();
});
