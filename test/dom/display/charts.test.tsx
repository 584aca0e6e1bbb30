// The charts over the real core: marks are walked by keys, say themselves, and open what is behind them.

import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useAskedSearch } from '../../../src/renderer/parts/asked-search.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { showDisplay } from './coded-study.tsx';

const mark = (): string => screen.getByRole('option').textContent;

async function focusedChart(name: RegExp): Promise<HTMLElement> {
  const chart = await screen.findByRole('listbox', { name });
  act(() => chart.focus());
  return chart;
}

describe('charts', () => {
  test('bars say their counts and open the quotations of a code', async () => {
    const { user } = await showDisplay('bars');
    await focusedChart(/^Bars of 3 codes/);
    expect(mark()).toBe('Manajer: 10');
    await user.keyboard('{ArrowDown}');
    expect(mark()).toBe('Inovasi: 8');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('8 codings')).toBeTruthy();
  });

  test('bars by a variable open the quotations of the cases with that value', async () => {
    const study = await showDisplay('bars');
    const { client, user, services } = study;
    const { guid } = await client.variables.create({ name: 'Peran', type: 'Text', scope: 'case' });
    const [head] = await client.cases.list({});
    await act(() => client.variables.setValue({ variableId: guid, targetId: head?.guid ?? guid, value: 'pejabat' }));
    const { project } = await client.project.info({});
    act(() => services.windowState.set(`display/bars-group/${project.guid}`, guid));
    await waitFor(() => expect(mark()).toBe('Inovasi, pejabat: 8'));
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('8 codings')).toBeTruthy();
  });

  test('the flow leads from a code to a case, and its table says the same', async () => {
    const { user, services } = await showDisplay('flow');
    await focusedChart(/bands from codes/);
    expect(mark()).toBe('Inovasi: 8 codings');
    await user.keyboard('{End}{Enter}');
    expect(mark()).toMatch(/^(Warga|Kepala Dinas): \d+ codings$/);
    act(() => services.windowState.set('display/flow-table', true));
    const table = await screen.findByRole('table', { name: 'Codes and the cases they were used in' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Inovasi', 'Kepala Dinas', '8'],
      ['Manajer', 'Kepala Dinas', '8'],
      ['Manajer', 'Warga', '2'],
      ['Langka', 'Warga', '1'],
    ]);
  });

  test('saturation tells what each document brought and opens the quotations of the new codes', async () => {
    const { user } = await showDisplay('saturation');
    await focusedChart(/^New codes of 2 documents/);
    expect(mark()).toBe('Wawancara 1: 2 new, 2 so far');
    await user.keyboard('{ArrowRight}');
    expect(mark()).toBe('Catatan 1: 1 new, 3 so far');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('1 coding')).toBeTruthy();
  });

  test('the concept map says its stress, and a bubble opens its code', async () => {
    const { user } = await showDisplay('map');
    await focusedChart(/^Concept map of 3 codes/);
    expect(screen.getByText(/^Stress \d\.\d{3}, R² \d\.\d{3}\./)).toBeTruthy();
    expect(mark()).toMatch(/^Inovasi: 8 paragraphs, cluster 1$/);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('8 codings')).toBeTruthy();
  });

  test('proximity holds all codes to one, nearest first, and opens the pair', async () => {
    const { user } = await showDisplay('proximity');
    await focusedChart(/^Nearness of 2 codes/);
    expect(mark()).toBe('Inovasi – Manajer: 0.500');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('12 codings')).toBeTruthy();
  });

  test('the code line leads from a bar to its passage', async () => {
    const { user, interview } = await showDisplay('code-line');
    await focusedChart(/codings? of 2 codes along the document/);
    expect(mark()).toMatch(/^Inovasi, 0 %–\d+ % of the document, 1 of 8$/);
    await user.keyboard('{Enter}');
    expect(usePlace.getState()).toMatchObject({
      area: 'reduction',
      documentId: interview,
      revealed: { range: { start: 0 } },
    });
  });

  test('words are counted without stop words, and one is looked for in its context', async () => {
    const { user } = await showDisplay('words');
    const table = await screen.findByRole('table', { name: 'Words of the texts' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.children[0]?.textContent)).toEqual(['dinas', 'kerja', 'paragraf']);
    expect(rows.every((row) => row.children[1]?.textContent === '20')).toBe(true);
    act(() => rows[0]?.focus());
    await user.keyboard('{Enter}');
    expect(useAskedSearch.getState().asked).toMatchObject({ query: 'dinas' });
    expect(usePlace.getState().area).toBe('reduction');
  });
});
