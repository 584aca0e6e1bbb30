// The line below the text says "saved" only when nothing of the user's work is on its way.

import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StatusLine } from '../../../src/renderer/features/code/StatusLine.tsx';
import { usePerform } from '../../../src/renderer/services/perform.ts';
import { Button } from '../../../src/renderer/ui/Button.tsx';
import { testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

function Coder() {
  const perform = usePerform();
  return <Button onPress={() => void perform('codes.create', { name: 'Inovasi' })}>code it</Button>;
}

const line = (save: Parameters<typeof StatusLine>[0]['save']) => (
  <>
    <StatusLine shown={{ characters: 12, reading: { away: [] } }} codings={0} selection={null} save={save} />
    <Coder />
  </>
);
const said = (): string | null => screen.getByRole('status').textContent;

test('a change that waits for its answer is being saved, one that waits for the host is kept', async () => {
  const answered = Promise.withResolvers<{ guid: ReturnType<typeof testGuid> }>();
  const { link, user } = renderInWindow(line({ kind: 'saved' }), { 'codes.create': () => answered.promise });
  expect(said()).toBe('All changes saved');
  await user.click(screen.getByRole('button', { name: 'code it' }));
  await waitFor(() => expect(said()).toBe('Saving …'));
  act(() => answered.resolve({ guid: testGuid(1) }));
  await waitFor(() => expect(said()).toBe('All changes saved'));

  act(() => link.become('lost'));
  await user.click(screen.getByRole('button', { name: 'code it' }));
  await waitFor(() => expect(said()).toBe('Waiting for the connection. Nothing is lost.'));
  act(() => link.become('reachable'));
  await waitFor(() => expect(said()).toBe('All changes saved'));
});

test('what the host refused stays on the line, whatever else is under way', async () => {
  const { link, user } = renderInWindow(line({ kind: 'refused', message: 'read only' }));
  act(() => link.become('lost'));
  await user.click(screen.getByRole('button', { name: 'code it' }));
  expect(said()).toBe('Not saved: read only');
});
