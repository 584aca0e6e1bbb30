// One command object behind palette, shortcut, menu and button; shortcuts are the user's to change.

import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { type Command, setCustomShortcuts, useCommands } from '../../../src/renderer/commands/registry.ts';
import { ShortcutListener } from '../../../src/renderer/commands/ShortcutListener.tsx';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { ServicesProvider } from '../../../src/renderer/services/ServicesProvider.tsx';
import { openProject, testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

function Commands({ commands }: { readonly commands: readonly Command[] }) {
  useCommands(commands);
  return null;
}

const undo = (run: () => void, more: Partial<Command> = {}): Command => ({
  id: 'test.undo',
  label: 'command.undo',
  shortcut: 'Mod+J',
  group: 'edit',
  run,
  ...more,
});

test('the palette finds a command by a word of either language and runs it with Enter', async () => {
  const { user } = renderInWindow(<App />, openProject());
  await screen.findByRole('banner');
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Find a command' });
  await user.keyboard('penyajian');
  const found = await screen.findAllByRole('option');
  expect(found[0]?.textContent).toContain('Go to display');
  expect(within(found[0] as HTMLElement).getByText('Ctrl')).toBeTruthy();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(usePlace.getState().area).toBe('display'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the palette leaves out what cannot be done now, and Escape closes it at once', async () => {
  const { user } = renderInWindow(<App />, openProject());
  await screen.findByRole('banner');
  await user.keyboard('{Control>}k{/Control}');
  await user.keyboard('undo');
  expect(await screen.findByText(/No command fits/)).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a shortcut runs the command as it is now, and not where it is not enabled', () => {
  const first = vi.fn<() => void>();
  const second = vi.fn<() => void>();
  const { rerender, services } = renderInWindow(<Page commands={[undo(first)]} />);
  const show = (command: Command): void =>
    rerender(
      <ServicesProvider services={services}>
        <Page commands={[command]} />
      </ServicesProvider>,
    );
  const press = (): boolean => fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
  press();
  show(undo(second));
  press();
  show(undo(second, { isEnabled: () => false }));
  // Not enabled, the key is the browser's again.
  expect(press()).toBe(true);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
});

function Page({ commands }: { readonly commands: readonly Command[] }) {
  return (
    <>
      <Commands commands={commands} />
      <ShortcutListener />
      <input aria-label="field" />
      <button type="button">button</button>
      <div className="reader">
        <p data-testid="reader">words</p>
      </div>
    </>
  );
}

test('editing keys of a field stay with it, other shortcuts work there', async () => {
  const run = vi.fn<() => void>();
  const other = vi.fn<() => void>();
  const { user } = renderInWindow(
    <Page commands={[undo(run, { shortcut: 'Mod+Z' }), undo(other, { id: 'test.other', shortcut: 'Mod+J' })]} />,
  );
  await user.click(screen.getByLabelText('field'));
  await user.keyboard('{Control>}z{/Control}');
  expect(run).not.toHaveBeenCalled();
  await user.keyboard('{Control>}j{/Control}');
  expect(other).toHaveBeenCalledTimes(1);
  await user.click(document.body);
  await user.keyboard('{Control>}z{/Control}');
  expect(run).toHaveBeenCalledTimes(1);
});

test('plain keys are left to controls, unless the command is bound to the place the focus is in', () => {
  const anywhere = vi.fn<() => void>();
  const reading = vi.fn<() => void>();
  renderInWindow(
    <Page
      commands={[
        undo(anywhere, { shortcut: 'C' }),
        undo(reading, { id: 'test.reading', shortcut: 'Enter', within: '.reader' }),
      ]}
    />,
  );
  fireEvent.keyDown(screen.getByRole('button', { name: 'button' }), { key: 'c' });
  fireEvent.keyDown(screen.getByRole('button', { name: 'button' }), { key: 'Enter' });
  expect([anywhere.mock.calls.length, reading.mock.calls.length]).toEqual([0, 0]);
  fireEvent.keyDown(document.body, { key: 'c' });
  fireEvent.keyDown(screen.getByTestId('reader'), { key: 'Enter' });
  expect([anywhere.mock.calls.length, reading.mock.calls.length]).toEqual([1, 1]);
});

test('what the control before it has dealt with, and characters being composed, run nothing', () => {
  const run = vi.fn<() => void>();
  renderInWindow(<Page commands={[undo(run)]} />);
  const stop = (event: Event): void => event.preventDefault();
  document.body.addEventListener('keydown', stop);
  fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
  document.body.removeEventListener('keydown', stop);
  fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true, isComposing: true });
  expect(run).not.toHaveBeenCalled();
});

test.each([
  ['an identifier', undo(() => undefined, { shortcut: 'Mod+Q' }), /test.undo is registered twice/],
  ['a shortcut', undo(() => undefined, { id: 'test.second', shortcut: 'mod+j' }), /Mod\+J belongs to both/],
])('two commands cannot share %s', (_, second, message) => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() =>
    render(
      <>
        <Commands commands={[undo(() => undefined)]} />
        <Commands commands={[second]} />
      </>,
    ),
  ).toThrow(message);
  silent.mockRestore();
});

test('the same key may mean two things in two places', () => {
  const commands = [undo(() => undefined, { within: '.a' }), undo(() => undefined, { id: 'test.b', within: '.b' })];
  expect(() => render(<Commands commands={commands} />)).not.toThrow();
});

test('an entry of the system menu runs the command of its identifier', async () => {
  const { link } = renderInWindow(<App />, openProject());
  const main = await screen.findByRole('main');
  // The place of the last time is restored first.
  await waitFor(() => expect(main.childElementCount).toBeGreaterThan(1));
  act(() => link.emit({ type: 'menu', command: 'area.conclusion' }));
  expect(usePlace.getState().area).toBe('conclusion');
});

test('a shortcut is changed in the keyboard map, is remembered, and counts from then on', async () => {
  const { user, link, services } = renderInWindow(<App />, openProject());
  await screen.findByRole('banner');
  await user.keyboard('{Control>}/{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
  const button = dialog.getByRole('button', { name: 'Change the shortcut of “Go to display”' });
  await user.click(button);
  await user.keyboard('{Control>}k{/Control}');
  expect(dialog.getByText(/Ctrl\+K belongs to “Find a command”/)).toBeTruthy();
  await user.keyboard('{Alt>}d{/Alt}');
  await waitFor(() => expect(button.textContent).toBe('AltD'));

  services.windowState.flush();
  expect(link.inputsOf('settings.set')).toEqual([{ window: { shortcuts: { 'area.display': 'Alt+D' } } }]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('{Control>}3{/Control}');
  expect(usePlace.getState().area).not.toBe('display');
  await user.keyboard('{Alt>}d{/Alt}');
  expect(usePlace.getState().area).toBe('display');
});

test('a second shipped shortcut works until the user chooses one', () => {
  const run = vi.fn<() => void>();
  renderInWindow(<Page commands={[undo(run, { alternate: 'Mod+Y' })]} />);
  fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
  expect(run).toHaveBeenCalledTimes(2);
  act(() => setCustomShortcuts({ 'test.undo': 'Alt+U' }));
  fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
  expect(run).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(document.body, { key: 'u', altKey: true });
  expect(run).toHaveBeenCalledTimes(3);
});

test('HI2: undo says what it took back and leads to where it happened', async () => {
  const document = testGuid(1);
  const { user, link } = renderInWindow(<App />, {
    ...openProject(),
    'history.state': () => ({ undo: 'Code a passage', redo: null }),
    'history.undo': () => ({
      label: 'Code a passage',
      place: { area: 'reduction', documentId: document, start: 3, end: 9 },
    }),
  });
  const button = await screen.findByRole('button', { name: 'Undo: Code a passage' });
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('Undone: Code a passage')).toBeTruthy();
  expect(link.inputsOf('history.undo')).toHaveLength(1);
  expect(usePlace.getState()).toMatchObject({
    area: 'reduction',
    documentId: document,
    selection: { start: 3, end: 9 },
  });
});
