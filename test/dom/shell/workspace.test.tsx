// What stands around the work: areas, read-only notice, history, settings, messages, faults, dropped files.

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { FaultBoundary } from '../../../src/renderer/app/FaultBoundary.tsx';
import { FileDrop } from '../../../src/renderer/app/FileDrop.tsx';
import { Messages } from '../../../src/renderer/app/Messages.tsx';
import { useImportDrop } from '../../../src/renderer/services/import-drop.ts';
import { useRunJob } from '../../../src/renderer/services/jobs.ts';
import { notify } from '../../../src/renderer/services/notices.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { useSession } from '../../../src/renderer/services/session.ts';
import { Button } from '../../../src/renderer/ui/Button.tsx';
import { SimpulError } from '../../../src/shared/contract/errors.ts';
import { openProject, testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

test('the four streams are permanent, in order, and the one on screen is marked; after them what is missing (R-01)', async () => {
  const { user } = renderInWindow(<App />, openProject());
  const rail = within(await screen.findByRole('navigation', { name: 'Streams of analysis' }));
  expect(rail.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Collection',
    'Reduction',
    'Display',
    'Conclusion',
    'What is missing',
  ]);
  await user.click(rail.getByRole('button', { name: 'Conclusion' }));
  expect(rail.getByRole('button', { name: 'Conclusion' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('main', { name: 'Conclusion drawing' })).toBeTruthy();
});

test('the place of each project is remembered and restored, without a document that is gone', async () => {
  const place = { area: 'display', documentId: testGuid(3) };
  const { services, link } = renderInWindow(<App />, {
    ...openProject(),
    'settings.get': () => ({ language: 'en', theme: 'light', window: { [`place/${testGuid(9)}`]: place } }),
  });
  await waitFor(() => expect(usePlace.getState()).toMatchObject({ area: 'display', documentId: null }));
  act(() => usePlace.getState().go({ area: 'conclusion' }));
  services.windowState.flush();
  expect(link.inputsOf('settings.set')).toEqual([
    { window: { [`place/${testGuid(9)}`]: { area: 'conclusion', documentId: null } } },
  ]);
});

test('where the user goes before the remembered place is known is not undone by it', async () => {
  const listed = Promise.withResolvers<never[]>();
  const place = { area: 'display', documentId: null };
  const { user } = renderInWindow(<App />, {
    ...openProject(),
    'documents.list': () => listed.promise,
    'settings.get': () => ({ language: 'en', theme: 'light', window: { [`place/${testGuid(9)}`]: place } }),
  });
  await user.click(await screen.findByRole('button', { name: 'Conclusion' }));
  act(() => listed.resolve([]));
  await waitFor(() => expect(usePlace.getState().project).toBe(testGuid(9)));
  expect(usePlace.getState().area).toBe('conclusion');
});

test('what is said of a control stands within a landmark', async () => {
  renderInWindow(<App />, openProject());
  const button = await screen.findByRole('button', { name: 'History' });
  // Focus by keyboard shows it at once.
  fireEvent.keyDown(document.body, { key: 'Tab' });
  act(() => button.focus());
  const tooltip = await screen.findByRole('tooltip');
  expect(tooltip.closest('section[aria-label]')).toBe(screen.getByRole('region', { name: 'Messages' }));
});

test('a project that cannot be changed says why and offers a copy', async () => {
  const { user, link } = renderInWindow(<App />, {
    ...openProject({ mode: 'read-only', reason: 'The folder cannot be written to.' }),
    'project.copy': () => ({ token: 'token-of-copy', name: 'coba.simpul', mediaType: 'application/x', size: 4096 }),
  });
  expect(await screen.findByText('The folder cannot be written to.', { exact: false })).toBeTruthy();
  const saved = watchDownloads();
  await user.click(screen.getByRole('button', { name: 'Save a copy' }));
  await waitFor(() => expect(saved).toEqual([{ href: '/files/token-of-copy', name: 'coba.simpul' }]));
  expect(link.inputsOf('project.copy')).toEqual([{}]);
});

test('the history lists who did what and when, marks what was undone, and steps back', async () => {
  const { user, link } = renderInWindow(<App />, {
    ...openProject(),
    'history.state': () => ({ undo: 'Make the code “Inovasi”', redo: null }),
    'history.undo': () => ({ label: 'Make the code “Inovasi”', place: null }),
    'history.list': () => [
      {
        sequence: 2,
        at: '2026-03-05T02:00:00.000Z',
        coder: null,
        coderName: 'Sari',
        method: 'codes.create',
        label: 'Make the code “Inovasi”',
        kind: 'do',
        target: null,
        undone: false,
        changes: { code: 1 },
      },
      {
        sequence: 1,
        at: '2026-03-05T01:00:00.000Z',
        coder: null,
        coderName: null,
        method: 'documents.import',
        label: 'Import 3 documents',
        kind: 'do',
        target: null,
        undone: true,
        changes: { document: 3, text: 3 },
      },
    ],
  });
  await user.click(await screen.findByRole('button', { name: 'History' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'History' }));
  const rows = await dialog.findAllByRole('row');
  expect(rows[1]?.textContent).toMatch(/2026.*Make the code “Inovasi”.*Sari.*1 row/);
  expect(rows[2]?.textContent).toMatch(/Import 3 documents undone.*6 rows/);
  await user.click(dialog.getByRole('button', { name: 'Undo last step' }));
  await waitFor(() => expect(link.inputsOf('history.undo')).toHaveLength(1));
});

test('appearance and language change at once and are the settings of the host', async () => {
  let settings = {
    language: 'en' as 'id' | 'en',
    theme: 'light' as 'light' | 'sepia' | 'dark' | 'contrast' | 'system',
    window: {},
  };
  const { user, link } = renderInWindow(<App />, {
    ...openProject(),
    'settings.get': () => settings,
    'settings.set': ({ language = settings.language, theme = settings.theme }) => {
      settings = { ...settings, language, theme };
      queueMicrotask(() => link.emit({ type: 'settings' }));
      return settings;
    },
  });
  await screen.findByRole('banner');
  await user.keyboard('{Control>},{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  await user.click(dialog.getByRole('radio', { name: 'High contrast' }));
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('contrast'));
  await user.click(dialog.getByRole('radio', { name: 'Bahasa Indonesia' }));
  expect(await screen.findByRole('dialog', { name: 'Pengaturan' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('id');
});

test('messages go by themselves, but not while they are read, and errors stay', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    renderInWindow(<Messages />);
    act(() => {
      notify({ kind: 'info', text: 'Undone: a coding' });
      notify({ kind: 'error', text: 'The disk is full.' });
    });
    const info = screen.getByRole('status');
    fireEvent.pointerEnter(info);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByText('Undone: a coding')).toBeTruthy();
    fireEvent.pointerLeave(info);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText('Undone: a coding')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
  } finally {
    vi.useRealTimers();
  }
});

function Exporter() {
  const runJob = useRunJob();
  return (
    <Button onPress={() => void runJob('codes.export', { format: 'csv' }, { title: 'connection.save-copy.title' })}>
      export
    </Button>
  );
}

test('a job shows its progress and is cancelled from its message', async () => {
  const ends = Promise.withResolvers<never>();
  const { user, link } = renderInWindow(
    <>
      <Exporter />
      <Messages />
    </>,
    {
      'codes.export': () => ends.promise,
      'jobs.cancel': () => {
        ends.reject(new SimpulError('cancelled'));
        return { found: true };
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'export' }));
  const bar = await screen.findByRole('progressbar', { name: 'Copying the project' });
  expect(bar.getAttribute('aria-valuenow')).toBeNull();
  const { jobId = '' } = link.requests.find(({ method }) => method === 'codes.export') ?? {};
  act(() => link.emit({ type: 'job', jobId, method: 'codes.export', state: 'running', progress: 0.4 }));
  expect(bar.getAttribute('aria-valuenow')).toBe('40');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Stopped: Copying the project')).toBeTruthy();
  expect(link.inputsOf('jobs.cancel')).toEqual([{ jobId }]);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('a fault in one part leaves the rest, offers a way on, and is reported without words of the study', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  function Part() {
    if (isBroken) throw new TypeError('cannot read “Bapak Bambang berkata …”');
    return <p>the part</p>;
  }
  const { user, link } = renderInWindow(
    <FaultBoundary part="display">
      <Part />
    </FaultBoundary>,
  );
  expect(screen.getByRole('heading', { name: 'This part has met a fault' })).toBeTruthy();
  await waitFor(() => expect(link.inputsOf('windows.report')).toHaveLength(1));
  const report = link.inputsOf('windows.report')[0];
  expect(report?.code).toBe('window.render.display');
  expect(report?.detail).toMatch(/^TypeError\nat /);
  expect(report?.detail).not.toContain('Bambang');
  await user.click(screen.getByRole('button', { name: 'Details' }));
  expect(screen.getByText(/Bapak Bambang/)).toBeTruthy();
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Show it again' }));
  expect(screen.getByText('the part')).toBeTruthy();
  silent.mockRestore();
});

const drop = (files: readonly File[]) => ({
  dataTransfer: {
    types: ['Files'],
    items: files.map((file) => ({ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file })),
  },
});

test('files dropped anywhere go to the import; hidden ones do not', async () => {
  renderInWindow(<FileDrop />, openProject());
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  const files = [new File(['a'], 'Wawancara 1.txt'), new File(['b'], '.DS_Store')];
  fireEvent.dragEnter(document.body, drop(files));
  expect(await screen.findByText('Drop files to import them')).toBeTruthy();
  // The session must be known before a drop can be judged.
  await act(async () => undefined);
  fireEvent.drop(document.body, drop(files));
  await waitFor(() => expect(useImportDrop.getState().files.map(({ name }) => name)).toEqual(['Wawancara 1.txt']));
  expect(usePlace.getState().area).toBe('collection');
  expect(screen.queryByText('Drop files to import them')).toBeNull();
  expect(useImportDrop.getState().take()).toHaveLength(1);
  expect(useImportDrop.getState().files).toEqual([]);
});

test.each([
  ['without a project', {}, 'Open or make a project first'],
  ['in a project that cannot be changed', openProject({ mode: 'read-only' }), 'open for reading only'],
])('%s a drop imports nothing and says why', async (_, answers, sentence) => {
  renderInWindow(
    <>
      <FileDrop />
      <Messages />
      <WhatIsOpen />
    </>,
    answers,
  );
  await screen.findByText('the window knows');
  fireEvent.drop(document.body, drop([new File(['a'], 'a.txt')]));
  expect(await screen.findByText(sentence, { exact: false })).toBeTruthy();
  expect(useImportDrop.getState().files).toEqual([]);
});

/** Says once the window knows what is open. */
function WhatIsOpen() {
  return useSession() ? <p>the window knows</p> : null;
}

/** Downloads are presses on links; jsdom would only complain that it cannot follow them. */
function watchDownloads(): { readonly href: string; readonly name: string }[] {
  const saved: { readonly href: string; readonly name: string }[] = [];
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof HTMLAnchorElement) || event.target.download === '') return;
      event.preventDefault();
      saved.push({ href: event.target.getAttribute('href') ?? '', name: event.target.download });
    },
    { capture: true },
  );
  return saved;
}
