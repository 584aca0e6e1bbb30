// B10: a window whose host is gone says so, keeps what was changed, and sends it once when the host is back.

import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from '../../../src/renderer/app/App.tsx';
import { usePerform } from '../../../src/renderer/services/perform.ts';
import { Button } from '../../../src/renderer/ui/Button.tsx';
import { renderInWindow } from '../../support/window/render.tsx';
import { openProject, testGuid } from '../../support/window/open-project.ts';

function Coder() {
  const perform = usePerform();
  return <Button onPress={() => void perform('codes.create', { name: 'Inovasi' })}>code it</Button>;
}

const answers = { ...openProject(), 'codes.create': () => ({ guid: testGuid(1) }) };
const window = (
  <>
    <App />
    <Coder />
  </>
);

test('the banner counts what is not saved, and goes when everything is', async () => {
  const { link, user } = renderInWindow(window, answers);
  await screen.findByRole('banner');
  act(() => link.become('lost'));
  expect((await screen.findByRole('alert')).textContent).toContain('All your changes are saved');

  await user.click(screen.getByRole('button', { name: 'code it' }));
  await user.click(screen.getByRole('button', { name: 'code it' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('2 changes are not saved yet'));
  expect(link.inputsOf('codes.create')).toHaveLength(0);

  act(() => link.become('reachable'));
  await waitFor(() => expect(screen.queryByText('Simpul does not answer.')).toBeNull());
  await waitFor(() => expect(link.inputsOf('codes.create')).toHaveLength(2));
  expect(await screen.findByText('Simpul answers again. Everything is saved.')).toBeTruthy();
});

test('HI6: a change whose answer was lost is sent again with its identifier', async () => {
  const { link, user } = renderInWindow(window, answers);
  await screen.findByRole('banner');
  link.loseNextAnswer('codes.create');
  await user.click(screen.getByRole('button', { name: 'code it' }));
  expect((await screen.findByRole('alert')).textContent).toContain('1 change is not saved yet');
  act(() => link.become('reachable'));
  await waitFor(() => expect(link.inputsOf('codes.create')).toHaveLength(2));
  const identifiers = link.requests.filter(({ method }) => method === 'codes.create').map(({ requestId }) => requestId);
  expect(new Set(identifiers).size).toBe(1);
});

test('what is on screen is asked for again when the host is back, since events were missed', async () => {
  const { link } = renderInWindow(window, answers);
  await screen.findByRole('banner');
  await waitFor(() => expect(link.inputsOf('history.state').length).toBeGreaterThan(0));
  const before = link.inputsOf('history.state').length;
  act(() => link.become('lost'));
  act(() => link.become('reachable'));
  await waitFor(() => expect(link.inputsOf('history.state').length).toBeGreaterThan(before));
});

test('while changes wait, closing the window asks first', async () => {
  const { link, user } = renderInWindow(window, answers);
  await screen.findByRole('banner');
  expect(leaving().defaultPrevented).toBe(false);
  act(() => link.become('lost'));
  await user.click(screen.getByRole('button', { name: 'code it' }));
  await screen.findByText(/1 change is not saved yet/);
  expect(leaving().defaultPrevented).toBe(true);
});

test('a session that has ended says how to go on', async () => {
  const { link } = renderInWindow(window, answers);
  await screen.findByRole('banner');
  act(() => link.become('ended'));
  expect((await screen.findByRole('alert')).textContent).toContain('Start Simpul again and use the new address');
});

function leaving(): Event {
  const event = new Event('beforeunload', { cancelable: true });
  globalThis.window.dispatchEvent(event);
  return event;
}
