// Crosstab, sequence and retrieval over the real core: numbers with their quotations, marked where the project changed,
// and computed again the same as afresh.

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { type CodedStudy, openCodedStudy, showStudy } from './coded-study.tsx';

const queryField = (): Promise<HTMLTextAreaElement> =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The same query as text' });
const queryText = (): string =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The same query as text' }).value;

async function writeQuery(text: string): Promise<void> {
  fireEvent.change(await queryField(), { target: { value: text } });
}

async function withVariable(study: CodedStudy): Promise<Guid> {
  const { client } = study;
  const { guid } = await client.variables.create({
    name: 'Peran',
    type: 'Text',
    scope: 'case',
    choices: ['pejabat', 'warga'],
  });
  const [first, second] = await client.cases.list({});
  if (!first || !second) throw new Error('the study has two cases');
  await client.variables.setValues({
    values: [
      { variableId: guid, targetId: first.guid, value: 'pejabat' },
      { variableId: guid, targetId: second.guid, value: 'warga' },
    ],
  });
  return guid;
}

test('a crosstab without a variable says what to do; with one, each cell opens its quotations by keyboard', async () => {
  const study = await openCodedStudy();
  const { user } = showStudy(study, 'crosstab');
  await screen.findByText('No variable yet');
  const variableId = await act(() => withVariable(study));
  const table = await screen.findByRole('table', { name: /^Crosstab of 3 codes by 2 values/ }, { timeout: 30_000 });
  expect(screen.queryByText(/These cases were chosen/)).toBeNull();
  const cells = within(table)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  const { counts } = await study.client.analysis.crosstab({ variableId });
  expect(cells).toEqual(counts.slice(0, 3).flatMap((row) => row.map(String)));
  const [cell] = within(table).getAllByRole('cell');
  act(() => cell?.focus());
  await user.keyboard('{Enter}');
  await screen.findByText(/^8 codings$/, undefined, { timeout: 30_000 });
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await screen.findByText(/nothing is coded here/);
});

test('of a hundred values only those in view are drawn, and the keyboard reaches the last', async () => {
  const study = await openCodedStudy();
  const { client } = study;
  const { guid: variableId } = await client.variables.create({ name: 'Nomor', type: 'Integer', scope: 'document' });
  for (let number = 1; number <= 100; number += 1) {
    const { guid } = await client.documents.create({ title: `Lembar ${number}`, text: 'Isi.' });
    await client.variables.setValue({ variableId, targetId: guid, value: String(number) });
  }
  await client.variables.setValue({ variableId, targetId: study.interview, value: '0' });
  const { user } = showStudy(study, 'crosstab');
  const table = await screen.findByRole('table', { name: /^Crosstab of \d codes by 101 values/ }, { timeout: 30_000 });
  expect(table.getAttribute('aria-colcount')).toBe('102');
  const heads = within(table).getAllByRole('columnheader').length;
  expect(heads).toBeGreaterThan(10);
  expect(heads).toBeLessThan(60);
  const [cell] = within(table).getAllByRole('cell');
  act(() => cell?.focus());
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-colindex')).toBe('102'));
});

test('tests are off until they are asked for, and then stand under what to beware of', async () => {
  const study = await openCodedStudy();
  await withVariable(study);
  const { user } = showStudy(study, 'crosstab');
  await screen.findByRole('table', { name: /^Crosstab/ }, { timeout: 30_000 });
  await user.click(screen.getByRole('button', { name: /Shown as$/ }));
  await user.click(await screen.findByRole('option', { name: /^statistical tests/ }));
  await screen.findByRole('table', { name: 'Tests of each code' }, { timeout: 30_000 });
  screen.getByText(/These cases were chosen/);
});

test('a cell of the sequence opens its pairs, each quotation leading to its passage', async () => {
  const study = await openCodedStudy();
  const { user } = showStudy(study, 'sequence');
  await screen.findByRole('grid', { name: /^Heatmap of/ }, { timeout: 30_000 });
  await user.click(screen.getByRole('button', { name: 'As a table' }));
  const table = await screen.findByRole('table', { name: /^Transitions/ });
  const [, first] = within(table).getAllByRole('row');
  act(() => first?.focus());
  await user.keyboard('{Enter}');
  const pairs = await screen.findByRole('list', { name: /^Pairs: / }, { timeout: 30_000 });
  await waitFor(() => expect(within(pairs).getAllByRole('button').length).toBeGreaterThan(1));
});

test('a result whose codings changed says so, and computed again it is what a fresh analysis gives', async () => {
  const study = await openCodedStudy();
  const { client, codes } = study;
  const { user } = showStudy(study, 'retrieval');
  await writeQuery('"Inovasi" AND NOT "Manajer"');
  const table = await screen.findByRole('table', { name: 'Segments that were found' }, { timeout: 30_000 });
  await waitFor(() => expect(table.getAttribute('aria-rowcount')).toBe('3'));
  const [coding] = await client.codings.list({ codeIds: [codes['Inovasi'] as Guid] });
  await act(() => client.codings.delete({ codingIds: [coding?.guid as Guid] }));
  await act(() =>
    client.codings.create({
      documentId: study.note,
      codeId: codes['Inovasi'] as Guid,
      start: 0,
      end: 12,
    }),
  );
  await screen.findByText('The project has changed since this was computed.');
  expect(table.getAttribute('aria-rowcount')).toBe('3');
  await user.click(screen.getByRole('button', { name: 'Compute again' }));
  const fresh = await client.analysis.retrieve({ query: '"Inovasi" AND NOT "Manajer"' });
  await waitFor(() => expect(table.getAttribute('aria-rowcount')).toBe(String(fresh.total + 1)));
  expect(fresh.total).toBe(3);
});

test('a query that cannot be read shows the place, and what is built is written', async () => {
  const study = await openCodedStudy();
  const { user } = showStudy(study, 'retrieval');
  await writeQuery('"Inovasi" NEAR x words "Manajer"');
  await screen.findByText(/At character 16 a whole number is needed/);
  await writeQuery('"Inovasi"');
  await user.click(screen.getByRole('button', { name: 'Near …' }));
  expect(queryText()).toBe('"Inovasi" NEAR 1 paragraphs ""');
  await writeQuery('"Inovasi" SEBELUM 2 kata "Manajer"');
  const codes = screen.getAllByRole<HTMLInputElement>('combobox', { name: /^Code/ });
  expect(codes.map(({ value }) => value)).toEqual(['Inovasi', 'Manajer']);
  expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Distance' }).value).toBe('2');
});
