// Agreement of coders in the window, over the real core: METHODS 2.8 and 2.9, R-17 (a number has its words beside it).

import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { openCodedStudy, showDisplay } from './coded-study.tsx';

const cellsOf = (row: HTMLElement): readonly string[] => [...row.children].map(({ textContent }) => textContent);

test('with one coder the empty state says what is needed', async () => {
  await showDisplay('agreement');
  expect(await screen.findByText('Two coders are needed')).toBeTruthy();
});

test('two coders: the table behind each coefficient, and the passages on which they differ', async () => {
  const study = await openCodedStudy();
  const { client, codes, interview } = study;
  const { guid: coderId } = await client.coders.create({ name: 'Budi', initials: 'BD', color: '#123456' });
  // Paragraphs 1 and 2 of Inovasi, which the first coder has in 1 to 8, and 10, which the first has not.
  const { text } = await client.documents.text({ documentId: interview });
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const items = [0, 1, 9].map((k) => ({
    documentId: interview,
    codeId: codes['Inovasi'] ?? interview,
    start: starts[k] ?? 0,
    end: (starts[k + 1] ?? text.length + 1) - 1,
    coderId,
  }));
  await client.codings.createMany({ items });
  const { user, services } = await showDisplay('agreement', study);
  const { project } = await client.project.info({});
  const [{ guid: first } = { guid: coderId }] = await client.coders.list({});
  const choose = (level: string) =>
    act(() =>
      services.windowState.set(`display/agreement/${project.guid}`, { first, second: coderId, level, shared: true }),
    );
  choose('paragraph');
  const table = await screen.findByRole('table', { name: 'Agreement code by code' });
  const row = within(await screen.findByRole('table', { name: 'Agreement code by code' })).getByRole('row', {
    name: /^Inovasi/,
  });
  // Ten paragraphs of the one document that both coded: κ = (0.3 − 0.38) / 0.62, π = (0.3 − 0.505) / 0.495.
  expect(cellsOf(row).slice(0, 8)).toEqual(['Inovasi', '2', '6', '1', '1', '30.0 %', '-0.129', '-0.414']);
  expect(within(table).getByRole('row', { name: /^Tak terpakai/ }).textContent).toContain('–');
  expect(screen.getByText(/10 decisions for each code/)).toBeTruthy();

  await user.click(within(row).getByRole('button', { name: '1: show the places of Inovasi, Only Budi' }));
  const places = await screen.findByRole('region', { name: 'Places of Inovasi: Only Budi' });
  await user.click(await within(places).findByRole('button', { name: /Paragraf 10 tentang/ }));
  expect(usePlace.getState().revealed).toMatchObject({ documentId: interview, range: { start: starts[9] } });
});
