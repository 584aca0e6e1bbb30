// Where one begins: the sample study, a new project from a template, a project of before, a file by its path.

import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { SimpulError } from '../../../src/shared/contract/errors.ts';
import type { Answers } from '../../support/window/fake-link.ts';
import { renderInWindow } from '../../support/window/render.tsx';

afterEach(() => vi.unstubAllGlobals());

const start: Answers = {
  'projects.recent': () => ({
    folder: '/studi',
    projects: [
      { path: '/studi/Kominfo.simpul', name: 'Kominfo', openedAt: '2026-03-05T02:00:00.000Z', exists: true },
      { path: '/stik/Lama.simpul', name: 'Lama', openedAt: '2025-03-05T02:00:00.000Z', exists: false },
    ],
  }),
  'projects.templates': () => [
    {
      name: 'agile-governance',
      title: { id: 'Tata kelola gesit', en: 'Agile governance' },
      description: { id: 'Tujuh dimensi.', en: 'Seven dimensions.' },
      codes: 34,
    },
  ],
  'projects.create': () => ({ path: '/studi/Baru.simpul' }),
  'projects.open': () => ({ open: null, host: 'test', version: '0.0.0' }),
  'projects.openSample': () => ({ open: null, host: 'test', version: '0.0.0' }),
};

test('a project of before is opened by a press; one that is gone says so and cannot be', async () => {
  const { user, link } = renderInWindow(<App />, start);
  const missing = await screen.findByRole('button', { name: /Lama/ });
  expect(missing).toHaveProperty('disabled', true);
  expect(missing.textContent).toContain('Not found at its place');
  await user.click(screen.getByRole('button', { name: /Kominfo/ }));
  expect(link.inputsOf('projects.open')).toEqual([{ path: '/studi/Kominfo.simpul' }]);
});

test('a new project takes a name, a language and a codebook, by keyboard alone', async () => {
  const { user, link } = renderInWindow(<App />, start);
  await user.click(await screen.findByRole('button', { name: 'New project' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New project' }));
  expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: /Name of the study/ }));
  await user.keyboard('Layanan desa');
  await user.click(dialog.getByRole('radio', { name: 'Indonesian' }));
  await user.click(await dialog.findByRole('radio', { name: /Agile governance/ }));
  await user.click(dialog.getByRole('textbox', { name: /Name of the study/ }));
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(link.inputsOf('projects.create')).toEqual([
      { name: 'Layanan desa', language: 'id', template: 'agile-governance' },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('without a name nothing is made, and the field says what is missing', async () => {
  const { user, link } = renderInWindow(<App />, start);
  await user.click(await screen.findByRole('button', { name: 'New project' }));
  await user.click(await screen.findByRole('button', { name: 'Make project' }));
  const name = screen.getByRole('textbox', { name: /Name of the study/ });
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Give the study a name.')).toBeTruthy();
  expect(link.inputsOf('projects.create')).toEqual([]);
});

test.each([
  ['project-exists', /Name of the study/],
  ['folder-not-writable', 'Folder'],
] as const)('the error %s stands beside the field that caused it', async (code, field) => {
  const { user } = renderInWindow(<App />, {
    ...start,
    'projects.create': () => {
      throw new SimpulError(code);
    },
  });
  await user.click(await screen.findByRole('button', { name: 'New project' }));
  await user.keyboard('Layanan desa');
  await user.clear(screen.getByRole('textbox', { name: 'Folder' }));
  await user.type(screen.getByRole('textbox', { name: 'Folder' }), '/lain{Enter}');
  const input = await screen.findByRole('textbox', { name: field });
  await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText(`Refused: ${code}`)).toBeTruthy();
});

test('a path that is no project is refused in the dialog, which stays open with what was typed', async () => {
  const { user, link } = renderInWindow(<App />, {
    ...start,
    'projects.open': () => {
      throw new SimpulError('project-not-simpul');
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Open by path' }));
  await user.keyboard('"/unduhan/foto.jpg"{Enter}');
  expect(await screen.findByText('Refused: project-not-simpul')).toBeTruthy();
  expect(link.inputsOf('projects.open')).toEqual([{ path: '/unduhan/foto.jpg' }]);
  expect(screen.getByRole('textbox', { name: 'Path of the project file' })).toHaveProperty(
    'value',
    '"/unduhan/foto.jpg"',
  );
});

test('the sample study opens in the language of the window', async () => {
  const { user, link } = renderInWindow(<App />, {
    ...start,
    'settings.get': () => ({ language: 'id', theme: 'light', window: {} }),
  });
  await user.click(await screen.findByRole('button', { name: 'Buka studi contoh' }));
  expect(link.inputsOf('projects.openSample')).toEqual([{ language: 'id' }]);
  expect(document.documentElement.lang).toBe('id');
});

test('the sample study is opened as what it is, and is no codebook to begin with', async () => {
  const title = { id: 'Studi contoh', en: 'Sample study' };
  const { user } = renderInWindow(<App />, {
    ...start,
    'projects.templates': () => [
      { name: 'sample', title, description: title, codes: 40 },
      { name: 'swot', title: { id: 'SWOT', en: 'SWOT' }, description: title, codes: 4 },
    ],
  });
  expect(await screen.findByRole('button', { name: 'Open the sample study' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'New project' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New project' }));
  expect(await dialog.findByRole('radio', { name: /SWOT/ })).toBeTruthy();
  expect(dialog.queryByRole('radio', { name: /Sample study/ })).toBeNull();
});

test('where the host has them, the folder is chosen in the dialog of the system', async () => {
  const asked: string[] = [];
  const answers: unknown[] = [{ path: '/dokumen/skripsi' }, null];
  vi.stubGlobal('simpul', {
    call: async ({ method }: { readonly method: string }) => {
      asked.push(method);
      return { ok: true, value: answers.shift() };
    },
  });
  const { user, link } = renderInWindow(<App />, start);
  await user.click(await screen.findByRole('button', { name: 'New project' }));
  await user.keyboard('Layanan desa');
  const choose = await screen.findByRole('button', { name: 'Choose a folder …' });
  await user.click(choose);
  const folder = screen.getByRole('textbox', { name: 'Folder' });
  await waitFor(() => expect(folder).toHaveProperty('value', '/dokumen/skripsi'));
  // A dialog that was left changes nothing.
  await user.click(choose);
  await waitFor(() => expect(asked).toEqual(['host.chooseFolder', 'host.chooseFolder']));
  expect(folder).toHaveProperty('value', '/dokumen/skripsi');
  await user.click(screen.getByRole('button', { name: 'Make project' }));
  await waitFor(() => expect(link.inputsOf('projects.create')).toMatchObject([{ folder: '/dokumen/skripsi' }]));
});

test('without a host that has such dialogs the folder is typed', async () => {
  const { user } = renderInWindow(<App />, start);
  await user.click(await screen.findByRole('button', { name: 'New project' }));
  expect(await screen.findByRole('textbox', { name: 'Folder' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Choose a folder …' })).toBeNull();
});
