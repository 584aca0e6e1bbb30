// The charts over the real core: marks are walked by keys, say themselves, and open what is behind them.

import { act, screen, waitFor, within } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { useAskedSearch } from '../../../src/renderer/parts/asked-search.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { saved, showDisplay } from './coded-study.tsx';

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
    const { user, client } = await showDisplay('words');
    const table = await screen.findByRole('table', { name: 'Words of the texts' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.children[0]?.textContent)).toEqual(['dinas', 'kerja', 'paragraf']);
    expect(rows.every((row) => row.children[1]?.textContent === '20')).toBe(true);
    // A word of the study's own list is left out at once, and the provenance says so.
    const own = await screen.findByRole('button', { name: /own list/ });
    act(() => own.focus());
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: /^Words, one a line/ }), 'Kerja');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(within(table).queryByRole('rowheader', { name: 'kerja' })).toBeNull());
    expect((await client.search.stopWords({})).own).toEqual(['kerja']);
    await screen.findByText(/1 word of the study’s own list ·/);
    expect(screen.queryByText('Compute again')).toBeNull();
    act(() => rows[0]?.focus());
    await user.keyboard('{Enter}');
    expect(useAskedSearch.getState().asked).toMatchObject({ query: 'dinas' });
    expect(usePlace.getState().area).toBe('reduction');
  });
});

describe('answers to a question of the guide', () => {
  test('stand side by side by case, and whole ones are coded in one step that undo takes back', async () => {
    const { user, client, codes } = await showDisplay('answers');
    expect(await screen.findByText('No question is marked in a document yet')).toBeTruthy();
    const langka = codes['Langka'] as Guid;
    const [interview, note] = await client.documents.list({});
    const { guid: question } = await client.guide.create({ label: 'Kerja' });
    const { guid: other } = await client.guide.create({ label: 'Lain' });
    // Paragraph 1 asks it, paragraph 3 the next one; in the note paragraph 1 asks it and the rest answers (GU2).
    const place = (documentId = '', questionId = question, start = 0) => ({
      questionId,
      documentId,
      start,
      end: start + 10,
    });
    const third = (await client.documents.text({ documentId: interview?.guid ?? '' })).text.indexOf('Paragraf 3');
    await act(() =>
      client.guide.mark({ items: [place(interview?.guid), place(interview?.guid, other, third), place(note?.guid)] }),
    );
    const inCase = within(await screen.findByRole('region', { name: 'Kepala Dinas' }));
    const answer = inCase.getByRole('button');
    expect(answer.textContent).toMatch(/^tentang kerja dinas\.\nParagraf 2 .*dinas\.$/);
    await user.click(inCase.getByRole('checkbox'));
    const field = screen.getByRole('combobox', { name: /Code them as/ });
    act(() => field.focus());
    await user.keyboard('Langka{ArrowDown}{Enter}');
    const former = (await client.codings.list({ codeIds: [langka] })).length;
    await user.click(await screen.findByRole('button', { name: 'Code 1 whole answer' }));
    expect(await screen.findByText('Coded as a whole: Langka')).toBeTruthy();
    expect(await client.codings.list({ codeIds: [langka] })).toHaveLength(former + 1);
    await user.click(inCase.getByRole('checkbox'));
    // What is coded so already is not coded again.
    await user.click(await screen.findByRole('button', { name: 'Code 1 whole answer' }));
    await waitFor(async () => expect(await client.codings.list({ codeIds: [langka] })).toHaveLength(former + 2));
    await act(() => client.history.undo({}));
    expect(await client.codings.list({ codeIds: [langka] })).toHaveLength(former + 1);
    await user.click(answer);
    expect(usePlace.getState()).toMatchObject({ area: 'reduction', documentId: interview?.guid });
  });
});

describe('passages that read like a code', () => {
  test('are marked right, change the list, and are coded in one step that undo takes back', async () => {
    const { user, client, codes } = await showDisplay('similar');
    const langka = codes['Langka'] as Guid;
    // What all paragraphs of the study have in common weighs nothing: these have words of their own.
    const text = 'Rapat koordinasi lintas bidang.\nKoordinasi lintas bidang lambat.\nBidang lain berkoordinasi.';
    await act(async () => {
      const { guid } = await client.documents.create({ title: 'Wawancara 2', text });
      await client.codings.create({ documentId: guid, codeId: langka, start: 0, end: 31 });
    });
    const field = await screen.findByRole('combobox', { name: /Example/ });
    act(() => field.focus());
    await user.keyboard('Langka{ArrowDown}{Enter}');
    const list = await screen.findByRole('region', { name: 'Most alike, not coded so yet' });
    const before = within(list).getAllByRole('listitem').length;
    const right = within(list).getAllByRole('button', { name: /^Right:/ })[0] as HTMLElement;
    act(() => right.focus());
    await user.keyboard('{Enter}');
    const hits = await screen.findByRole('region', { name: 'Marked right' });
    expect(within(hits).getAllByRole('listitem')).toHaveLength(1);
    await waitFor(() =>
      expect(within(screen.getByRole('region', { name: /Most alike/ })).getAllByRole('listitem')).toHaveLength(
        before - 1,
      ),
    );
    act(() => screen.getByRole('button', { name: 'Code 1 passage with Langka' }).focus());
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await client.codings.list({ codeIds: [langka] })).toHaveLength(3));
    await act(() => client.history.undo({}));
    expect(await client.codings.list({ codeIds: [langka] })).toHaveLength(2);
  });
});

describe('what leaves a chart', () => {
  test('its table as a workbook: numbers as numbers, and how they came about on a sheet of their own', async () => {
    const { user } = await showDisplay('flow');
    await screen.findByRole('listbox', { name: /bands from codes/ });
    act(() => screen.getByRole('button', { name: 'Export' }).focus());
    await user.keyboard('{Enter}');
    act(() => screen.getByRole('menuitem', { name: 'Table as Excel (XLSX)' }).focus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/\.xlsx$/);
    const parts = unzipSync(await bytesOf(saved[0]?.blob ?? new Blob()));
    const sheet = (number: number): string => strFromU8(parts[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
    expect(sheet(1)).toContain('Kepala Dinas');
    expect(sheet(1)).toMatch(/<v>8<\/v>/);
    expect(sheet(2)).toContain('19 codings');
  });
});

/** jsdom's blobs cannot be read but by a FileReader. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(new Uint8Array(reader.result as ArrayBuffer)));
    reader.addEventListener('error', () => reject(new Error('unreadable')));
    reader.readAsArrayBuffer(blob);
  });
}
