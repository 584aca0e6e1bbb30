// The code card, the hints and the export of the codebook, over the real core. Requirement R-10.

import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CodebookPage } from '../../../src/renderer/features/codebook/CodebookPage.tsx';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { makeCodes, openStudy, retype } from './study.tsx';

test('every field of the card saves by itself when it is left, and undo shows at once', async () => {
  const { client, show } = await openStudy();
  const { Inovasi } = await makeCodes(client, ['Inovasi']);
  act(() => usePlace.getState().go({ codeIds: Inovasi ? [Inovasi] : [] }));
  const { user } = show(<CodebookPage />);
  const definition = await screen.findByRole('textbox', { name: 'Definition' });
  await waitFor(() => expect(definition).toHaveProperty('readOnly', false));
  await retype(user, definition, 'Cara kerja baru yang memberi nilai.');
  await user.tab();
  await waitFor(async () =>
    expect((await client.codes.list({}))[0]?.description).toBe('Cara kerja baru yang memberi nilai.'),
  );
  await retype(user, screen.getByRole('textbox', { name: 'Exclude when' }), 'Hanya rencana.');
  await user.tab();
  await waitFor(async () => expect((await client.codes.list({}))[0]?.exclude).toBe('Hanya rencana.'));
  await act(async () => {
    await client.history.undo({});
    await client.history.undo({});
  });
  await waitFor(() => expect(definition).toHaveProperty('value', ''));
});

test('what is typed is kept when another code is chosen before the field is left', async () => {
  const { client, show } = await openStudy();
  const { Inovasi, Egaliter } = await makeCodes(client, ['Inovasi', 'Egaliter']);
  act(() => usePlace.getState().go({ codeIds: Inovasi ? [Inovasi] : [] }));
  const { user } = show(<CodebookPage />);
  const definition = await screen.findByRole('textbox', { name: 'Definition' });
  await waitFor(() => expect(definition).toHaveProperty('readOnly', false));
  await retype(user, definition, 'Nilai baru');
  act(() => usePlace.getState().go({ codeIds: Egaliter ? [Egaliter] : [] }));
  await waitFor(async () =>
    expect((await client.codes.list({})).map(({ description }) => description)).toEqual(['Nilai baru', '']),
  );
});

test('a name cannot be emptied, and Escape goes back to what is saved', async () => {
  const { client, show } = await openStudy();
  const { Inovasi } = await makeCodes(client, ['Inovasi']);
  act(() => usePlace.getState().go({ codeIds: Inovasi ? [Inovasi] : [] }));
  const { user } = show(<CodebookPage />);
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await waitFor(() => expect(name).toHaveProperty('readOnly', false));
  await retype(user, name, '');
  expect(screen.getByText('This cannot be empty.')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(name).toHaveProperty('value', 'Inovasi');
  expect((await client.codes.list({}))[0]?.name).toBe('Inovasi');
});

test('hints name codes without definition, unused ones and like names, and lead to them', async () => {
  const { client, show } = await openStudy();
  await makeCodes(client, ['Koordinasi informal', 'Kordinasi informal', 'Transparansi']);
  const transparency = (await client.codes.list({})).at(-1);
  await client.codes.update({ codeId: transparency?.guid ?? '', description: 'Keterbukaan.' });
  const { user } = show(<CodebookPage />);
  const hint = await screen.findByRole('button', { name: '2 without definition' });
  expect(screen.getByRole('button', { name: '3 not used yet' })).toBeTruthy();
  act(() => hint.focus());
  await user.keyboard(' ');
  const table = await screen.findByRole('grid', { name: 'Codebook' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  act(() => screen.getByRole('button', { name: '1 pair with like names' }).focus());
  await user.keyboard(' ');
  expect(await screen.findByText('“Koordinasi informal” and “Kordinasi informal” look alike.')).toBeTruthy();
});

test('the codebook is exported in the format chosen and saved under its name', async () => {
  const { client, show } = await openStudy();
  await makeCodes(client, ['Inovasi']);
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const { user } = show(<CodebookPage />);
  const open = await screen.findByRole('button', { name: 'Export the codebook …' });
  await waitFor(() => expect(open).toHaveProperty('disabled', false));
  act(() => open.focus());
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Export the codebook' }));
  await user.click(dialog.getByRole('radio', { name: /^CSV/ }));
  await user.click(dialog.getByRole('button', { name: 'Export' }));
  await waitFor(() => expect(saved).toEqual([expect.stringMatching(/\.csv$/)]));
});
