// With hundreds of codes only what is in view exists as elements; keys still reach every code, and what they reach
// says itself.

import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWideStudy, showStudy } from './coded-study.tsx';

const size = 110;

test('the dendrogram draws the codes in view, and arrows, Home and End reach the others', async () => {
  const { user } = showStudy(await openWideStudy(size), 'dendrogram');
  await screen.findByRole('img', { name: `Dendrogram of ${size} codes, average linkage` });
  const leaves = () => [...document.querySelectorAll<HTMLElement>('.dendrogram-leaf')];
  expect(leaves().length).toBeLessThan(60);
  // All merges are one path.
  expect(document.querySelectorAll('.dendrogram path.dendrogram-merges')).toHaveLength(1);
  const [first] = leaves();
  expect(leaves().filter(({ tabIndex }) => tabIndex === 0)).toEqual([first]);
  act(() => first?.focus());
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('data-rank')).toBe('1');
  await user.keyboard('{End}');
  expect(document.activeElement?.getAttribute('data-rank')).toBe(String(size - 1));
  const name = document.activeElement?.getAttribute('aria-label');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('grid', { name: `Quotations: ${name}` })).toBeTruthy();
  await user.keyboard('{Home}');
  expect(document.activeElement?.getAttribute('data-rank')).toBe('0');
});

test('the network draws codes of one colour as one path; the active code alone is an element, and keys move it', async () => {
  const { services, user } = showStudy(await openWideStudy(size), 'network');
  // In a circle, since forces take their time on a busy machine.
  act(() => services.windowState.set('display/network', { arrangement: 'circle' }));
  const codes = () => screen.getAllByRole('button', { name: /^Kode \d+, 1 paragraph/ });
  await waitFor(() => expect(codes()).toHaveLength(1));
  expect(document.querySelectorAll('.network-plane path').length).toBeLessThan(40);
  const [active] = codes();
  act(() => active?.focus());
  const before = document.activeElement?.getAttribute('aria-label');
  // The first code need not have another on every side.
  await user.keyboard('{ArrowRight}{ArrowDown}{ArrowLeft}{ArrowUp}{ArrowRight}');
  expect(codes()).toHaveLength(1);
  const after = document.activeElement?.getAttribute('aria-label');
  expect(after).toMatch(/^Kode \d+, 1 paragraph, \d links$/);
  expect(after).not.toBe(before);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('grid', { name: `Quotations: ${after?.slice(0, 8)}` })).toBeTruthy();
});

test('the heatmap draws the names in view; its cells are walked by keys as ever', async () => {
  const { user } = showStudy(await openWideStudy(size), 'heatmap');
  const grid = await screen.findByRole('grid', { name: new RegExp(`Heatmap of ${size} codes`) });
  const names = document.querySelectorAll('.heatmap-rows text');
  expect(names.length).toBeGreaterThan(30);
  expect(names.length).toBeLessThan(size);
  act(() => grid.focus());
  await user.keyboard('{Control>}{End}{/Control}');
  expect(screen.getByRole('gridcell').textContent).toBe('Kode 110: 1 paragraph');
  await user.keyboard('{Home}');
  // Codes 10, 30, … 110 are in the same paragraph as code 110; code 1 is in another.
  expect(screen.getByRole('gridcell').textContent).toBe('Kode 110 × Kode 001: 0 paragraphs, Jaccard 0.000');
});

test('the pairs of the table keep their rows while another order is worked out', async () => {
  const { services, user } = showStudy(await openWideStudy(size), 'heatmap');
  await screen.findByRole('grid', { name: /Heatmap/ });
  act(() => services.windowState.set('display/heatmap-table', true));
  const table = await screen.findByRole('table', { name: 'Pairs of codes that occur together' });
  const firstCells = () => [...table.querySelectorAll('tbody tr[data-row] th')].map(({ textContent }) => textContent);
  expect(firstCells()[0]).toBe('Kode 001');
  const head = screen.getByRole('columnheader', { name: 'Code B' }).querySelector('button');
  act(() => head?.focus());
  await user.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(table.querySelector('tbody tr[data-row] td')?.textContent).toBe('Kode 110'));
  expect(document.activeElement).toBe(head);
});
