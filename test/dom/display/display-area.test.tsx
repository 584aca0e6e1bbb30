// Every number shows its work and opens its quotations: frequencies, heatmap, network and dendrogram over the real core.

import { act, screen, waitFor, within } from '@testing-library/react';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { usePlace } from '../../../src/renderer/services/place.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { openStudy } from '../content/study.tsx';
import { openCodedStudy, saved, showDisplay, withQuotations } from './coded-study.tsx';

const provenance = (): string => document.querySelector('.display-provenance')?.textContent ?? '';

async function exported(user: { readonly keyboard: (keys: string) => Promise<void> }, entry: string): Promise<string> {
  act(() => screen.getByRole('button', { name: 'Export' }).focus());
  await user.keyboard('{Enter}');
  act(() => screen.getByRole('menuitem', { name: entry }).focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(saved).toHaveLength(1));
  const file = saved[0] as (typeof saved)[number];
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(file.blob));
}

/** jsdom's blobs cannot be read but by a FileReader. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as ArrayBuffer));
    reader.addEventListener('error', () => reject(new Error('unreadable')));
    reader.readAsArrayBuffer(blob);
  });
}

describe('code frequencies', () => {
  test('count each code, the most frequent first, and say how they came about', async () => {
    await showDisplay('frequency');
    const table = await screen.findByRole('table', { name: 'How often and how widely each code was used' });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    // Code, bar, codings, %, documents, %, cases, %, words, %: the whole has 20 paragraphs of 5 words.
    expect(rows.slice(1)).toEqual([
      ['Manajer', '', '10', '52.6', '2', '100.0', '2', '100.0', '50', '50.0'],
      ['Inovasi', '', '8', '42.1', '1', '50.0', '1', '50.0', '40', '40.0'],
      ['Langka', '', '1', '5.3', '1', '50.0', '1', '50.0', '5', '5.0'],
    ]);
    expect(provenance()).toMatch(
      /4 codes · 19 codings · 2 documents · 1 coder · whole project · revision \d+ · computed/,
    );
    expect(provenance()).toContain('1 code below the least count not drawn');
  });

  test('sort by a column and open the quotations of a row by keyboard, then the passage', async () => {
    const { user, interview } = await showDisplay('frequency');
    const table = await screen.findByRole('table', { name: /How often/ });
    const head = within(table).getByRole('columnheader', { name: 'Code' });
    act(() => within(head).getByRole('button').focus());
    await user.keyboard('{Enter}');
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    const first = within(table).getAllByRole('row')[1] as HTMLElement;
    expect(first.textContent).toContain('Inovasi');
    act(() => first.focus());
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    const list = await screen.findByRole('grid', { name: 'Quotations: Inovasi' });
    expect(await screen.findByText('8 codings')).toBeTruthy();
    const passages = within(list).getAllByRole('row', { name: /^Wawancara 1:/ });
    expect(passages[0]?.textContent).toContain('Paragraf 1 tentang kerja dinas.');
    act(() => passages[0]?.focus());
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Paragraf 2 tentang'));
    await user.keyboard('{Enter}');
    expect(usePlace.getState()).toMatchObject({
      area: 'reduction',
      documentId: interview,
      revealed: { range: { start: 32, end: 63 } },
    });
  });

  test('say when the project has changed since, and are computed anew at one press', async () => {
    const { client, interview, codes, user } = await showDisplay('frequency');
    await screen.findByRole('table', { name: /How often/ });
    expect(screen.queryByText('The project has changed since this was computed.')).toBeNull();
    await act(() =>
      client.codings.create({ documentId: interview, codeId: codes['Langka'] as Guid, start: 0, end: 8 }),
    );
    await screen.findByText('The project has changed since this was computed.');
    act(() => screen.getByRole('button', { name: 'Compute again' }).focus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByText('The project has changed since this was computed.')).toBeNull());
    await waitFor(() => expect(screen.getByRole('row', { name: /Langka/ }).textContent).toMatch(/^Langka2/));
    expect(provenance()).toContain('20 codings');
  });

  test('go into a spreadsheet with their provenance', async () => {
    const { user } = await showDisplay('frequency');
    await screen.findByRole('table', { name: /How often/ });
    const csv = await exported(user, 'Table as CSV');
    expect(saved[0]?.name).toMatch(/Code frequencies\.csv$/);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFCode,Codings,Codings %,Documents,Documents %,Cases,Cases %,Words,Words %',
      `Manajer,10,${(10 / 19) * 100},2,100,2,100,50,50`,
    ]);
    expect(csv).toMatch(/19 codings · 2 documents/);
  });

  test('of an empty project teach the next step', async () => {
    const study = await openStudy();
    const { user } = study.show(withQuotations());
    await screen.findByText('Nothing is coded yet');
    act(() => screen.getByRole('button', { name: 'Go to reduction' }).focus());
    await user.keyboard('{Enter}');
    expect(usePlace.getState().area).toBe('reduction');
  });
});

describe('the heatmap', () => {
  const cell = (): string => screen.getByRole('gridcell').textContent;

  test('is walked by keys, says each cell, and opens its quotations with the fourfold table behind the index', async () => {
    const { user } = await showDisplay('heatmap');
    const grid = await screen.findByRole('grid', { name: /Heatmap of 3 codes/ });
    expect(grid.getAttribute('aria-rowcount')).toBe('3');
    act(() => grid.focus());
    expect(cell()).toBe('Inovasi × Manajer: 6 paragraphs, Jaccard 0.500');
    await user.keyboard('{ArrowRight}');
    expect(cell()).toBe('Inovasi × Langka: 0 paragraphs, Jaccard 0.000');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(cell()).toBe('Langka: 1 paragraph');
    await user.keyboard('{Control>}{Home}{/Control}{ArrowRight}{Enter}');
    const table = await screen.findByRole('table', { name: 'Fourfold table' });
    expect([...table.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
      'a 6',
      'b 2',
      'c 4',
      'd 8',
    ]);
    expect(screen.getByText('Jaccard = a / (a + b + c) = 0.5000')).toBeTruthy();
    const indices = screen.getByRole('table', { name: 'All indices', hidden: true });
    expect(indices.textContent).toContain('Yule’s Q(ad − bc) / (ad + bc)0.7143');
    // Six paragraphs with two codings each: twelve codings of six passages.
    expect(await screen.findByText('12 codings')).toBeTruthy();
    const list = screen.getByRole('grid', { name: 'Quotations: Inovasi × Manajer' });
    expect(within(list).getAllByRole('row', { name: /^Wawancara 1:/ })).toHaveLength(6);
  });

  test('keeps its level, index and provenance together', async () => {
    const { services } = await showDisplay('heatmap');
    await screen.findByRole('grid', { name: /Heatmap/ });
    expect(provenance()).toContain(
      'level: Paragraph · present where a coding touches it · index: Jaccard · N = 20 paragraphs · 4 codes · 19 codings',
    );
    const [key] = Object.keys(services.windowState.values.getState()).filter((each) =>
      each.startsWith('display/scope'),
    );
    expect(key).toBeUndefined();
    const { project } = (await services.client.project.info({})) as { project: { guid: string } };
    act(() =>
      services.windowState.set(`display/scope/${project.guid}`, { level: 'overlap', index: 'phi', minimum: 1 }),
    );
    // φ needs a "neither", which single codings do not have: Jaccard stands in for it.
    await waitFor(() => expect(provenance()).toContain('counting: one to one · index: Jaccard · N = 19 codings'));
  });

  test('orders by similarity with the dendrogram beside it, and leaves out rare codes where asked', async () => {
    const { services } = await showDisplay('heatmap');
    await screen.findByRole('grid', { name: /Heatmap of 3/ });
    expect(document.querySelector('.heatmap-tree')).toBeNull();
    act(() => services.windowState.set('display/heatmap-order', 'cluster'));
    expect(document.querySelector('.heatmap-tree')?.getAttribute('d')).toMatch(/^M/);
    const { project } = (await services.client.project.info({})) as { project: { guid: string } };
    act(() => services.windowState.set(`display/scope/${project.guid}`, { minimum: 2 }));
    await screen.findByRole('grid', { name: /Heatmap of 2/ });
    expect(provenance()).toContain('2 codes below the least count not drawn');
  });

  test('has a table for a twin whose rows open the same quotations', async () => {
    const { services, user } = await showDisplay('heatmap');
    await screen.findByRole('grid', { name: /Heatmap/ });
    act(() => services.windowState.set('display/heatmap-table', true));
    const table = screen.getByRole('table', { name: 'Pairs of codes that occur together' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Inovasi', 'Manajer', '0.500', '6', '2', '4', '8'],
    ]);
    act(() => rows[0]?.focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('12 codings')).toBeTruthy();
  });

  test('is exported as an SVG that needs nothing from outside and says how it came about', async () => {
    const { user } = await showDisplay('heatmap');
    await screen.findByRole('grid', { name: /Heatmap/ });
    const svg = await exported(user, 'Picture as SVG');
    const parser = new SaxesParser();
    const names = new Set<string>();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => names.add(name));
    parser.write(svg).close();
    expect([...names].toSorted((a, b) => a.localeCompare(b))).toEqual(['desc', 'rect', 'svg', 'text', 'title']);
    expect(svg).toContain('N = 20 paragraphs');
    expect(svg).toContain('Project: ');
  });
});

describe('the network', () => {
  const nodes = (): readonly string[] =>
    screen.getAllByRole('button', { name: /paragraph/ }).map((node) => node.getAttribute('aria-label') ?? '');

  test('links codes from a threshold on; codes and links open their quotations by keys', async () => {
    const { user } = await showDisplay('network');
    await waitFor(() => expect(nodes()).toEqual(['Inovasi, 8 paragraphs, 1 link', 'Manajer, 10 paragraphs, 1 link']));
    expect(screen.getByText(/1 link between 2 codes/)).toBeTruthy();
    const node = screen.getByRole('button', { name: /^Inovasi, 8/ });
    act(() => node.focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('8 codings')).toBeTruthy();
    await user.keyboard('{PageDown}');
    expect(screen.getAllByText('Inovasi – Link to Manajer: 6 paragraphs, Jaccard 0.500').length).toBeGreaterThan(0);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('12 codings')).toBeTruthy();
  });

  test('moves a code by keys and leaves the others where they are', async () => {
    const { user } = await showDisplay('network');
    await waitFor(() => expect(nodes()).toHaveLength(2));
    const places = (): readonly (string | null)[] =>
      [...document.querySelectorAll('.network-shape')].map((shape) => shape.getAttribute('transform'));
    const before = places();
    act(() => screen.getByRole('button', { name: /^Inovasi, 8/ }).focus());
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(places()[0]).not.toBe(before[0]);
    expect(places()[1]).toBe(before[1]);
  });

  test('shows codes without a link where asked, and all links as a table', async () => {
    const { services } = await showDisplay('network');
    await waitFor(() => expect(nodes()).toHaveLength(2));
    act(() => services.windowState.set('display/network', { withUnlinked: true }));
    await waitFor(() => expect(nodes()).toContain('Langka, 1 paragraph, 0 links'));
    act(() => services.windowState.set('display/network-table', true));
    expect(screen.getByRole('table', { name: 'Pairs of codes that occur together' })).toBeTruthy();
  });

  test('says so where no two codes meet', async () => {
    const study = await openCodedStudy();
    const { services } = await showDisplay('network', study);
    await waitFor(() => expect(nodes()).toHaveLength(2));
    const { project } = await study.client.project.info({});
    act(() => services.windowState.set(`display/scope/${project.guid}`, { documentIds: [study.note], minimum: 1 }));
    expect(await screen.findByText('No two codes meet')).toBeTruthy();
    expect(provenance()).toContain('restricted to 1 document');
  });
});

test('the dendrogram names its fit and its codes lead to their quotations', async () => {
  const { user } = await showDisplay('dendrogram');
  expect(await screen.findByText(/cophenetic r = 1\.000/)).toBeTruthy();
  act(() => screen.getByRole('button', { name: 'Manajer' }).focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByText('10 codings')).toBeTruthy();
});
