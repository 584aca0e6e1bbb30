// The coding matrix over the real core: a cell opens what it counts; what stands in its sides is chosen in the window.

import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openCodedStudy, showStudy } from './coded-study.tsx';

/** Analyses run in worker threads, which take a while to start on a busy machine. */
const patient = { timeout: 30_000 };

const cellsOf = (table: HTMLElement): readonly (string | null)[] =>
  within(table)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('codes by cases, then by codes; a cell opens its passages by keyboard', async () => {
  const study = await openCodedStudy();
  const { user } = showStudy(study, 'coding-matrix');
  const byCase = await screen.findByRole('table', { name: /^Coding matrix of 3 rows by 2 columns/ }, patient);
  // Inovasi in paragraphs 1 to 8, Manajer in 1 to 6 and 9 to 12, Langka in 20; the first ten are of the first case.
  expect(cellsOf(byCase)).toEqual(['8', '0', '8', '2', '0', '1']);
  const [cell] = within(byCase).getAllByRole('cell');
  act(() => cell?.focus());
  await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  expect(await screen.findByText('2 passages', undefined, patient)).toBeTruthy();
  expect(await screen.findByText(/^2 codings$/, undefined, patient)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: /^cases Columns/ }));
  await user.click(await screen.findByRole('option', { name: 'codes' }));
  const byCode = await screen.findByRole('table', { name: /^Coding matrix of 3 rows by 3 columns/ }, patient);
  expect(cellsOf(byCode)).toEqual(['8', '6', '0', '6', '10', '0', '0', '0', '1']);
  expect(screen.getByText(/codes meet: OVERLAPS/)).toBeTruthy();
  const [, pair] = within(byCode).getAllByRole('cell');
  act(() => pair?.focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByText('6 passages', undefined, patient)).toBeTruthy();
  expect(await screen.findByText(/^12 codings$/, undefined, patient)).toBeTruthy();
});
