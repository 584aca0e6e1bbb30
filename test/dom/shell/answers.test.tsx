// The one update path: answers are asked for again when the host says that what they speak of changed.

import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAnswer } from '../../../src/renderer/services/answers.ts';
import { useJob } from '../../../src/renderer/services/jobs.ts';
import { ServicesProvider } from '../../../src/renderer/services/ServicesProvider.tsx';
import { useRemembered } from '../../../src/renderer/services/window-state.ts';
import { Button } from '../../../src/renderer/ui/Button.tsx';
import type { OutputOf } from '../../../src/shared/contract/contract.ts';
import { renderInWindow } from '../../support/window/render.tsx';
import { openProject } from '../../support/window/open-project.ts';

const changed = (topics: readonly ('codes' | 'cases' | 'codings')[]) =>
  ({ type: 'changed', revision: 2, topics, texts: [], requestId: null }) as const;

function Counts() {
  const undo = useAnswer('history.state', {});
  const cases = useAnswer('cases.list', {});
  return (
    <p>
      {undo.data?.undo ?? 'none'}, {cases.data?.length ?? '?'} cases
    </p>
  );
}

test('only answers about what changed are asked for again', async () => {
  const { link } = renderInWindow(<Counts />, openProject());
  await screen.findByText('none, 0 cases');
  act(() => link.emit(changed(['cases'])));
  await waitFor(() => expect(link.inputsOf('cases.list')).toHaveLength(2));
  expect(link.inputsOf('history.state')).toHaveLength(1);
});

test('two parts that ask the same ask once', async () => {
  const { link } = renderInWindow(
    <>
      <Counts />
      <Counts />
    </>,
    openProject(),
  );
  await waitFor(() => expect(screen.getAllByText('none, 0 cases')).toHaveLength(2));
  expect(link.inputsOf('cases.list')).toHaveLength(1);
});

test('another project drops every answer about the former one', async () => {
  const { link } = renderInWindow(<Counts />, openProject());
  await screen.findByText('none, 0 cases');
  const pending = Promise.withResolvers<OutputOf<'cases.list'>>();
  link.answer({ 'cases.list': () => pending.promise });
  act(() => link.emit({ type: 'session' }));
  expect(await screen.findByText('none, ? cases')).toBeTruthy();
});

const empty: OutputOf<'analysis.frequency'> = {
  rows: [],
  provenance: {
    method: 'frequency',
    revision: 1,
    computedAt: '2026-03-05T02:00:00.000Z',
    documents: 0,
    codings: 0,
    coders: 0,
    codes: 0,
  },
};

function Chart({ isShown = true }: { readonly isShown?: boolean }) {
  const job = useJob('analysis.frequency', isShown ? {} : null);
  return (
    <>
      <p>{job.isRunning ? 'running' : job.data ? `revision ${job.data.provenance.revision}` : 'nothing'}</p>
      {job.stale && <Button onPress={job.rerun}>stale</Button>}
      {job.progress !== null && <p>at {job.progress * 100} %</p>}
    </>
  );
}

test('a result says that it is stale and is computed again when asked', async () => {
  const { link, user } = renderInWindow(<Chart />, { 'analysis.frequency': () => empty });
  await screen.findByText('revision 1');
  act(() => link.emit(changed(['codings'])));
  const stale = await screen.findByRole('button', { name: 'stale' });
  expect(link.inputsOf('analysis.frequency')).toHaveLength(1);
  link.answer({ 'analysis.frequency': () => ({ ...empty, provenance: { ...empty.provenance, revision: 2 } }) });
  await user.click(stale);
  expect(await screen.findByText('revision 2')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'stale' })).toBeNull();
});

test('a change that comes while it is computed marks it, unless the result is of that change', async () => {
  const told = Promise.withResolvers<OutputOf<'analysis.frequency'>>();
  const { link, user } = renderInWindow(<Chart />, { 'analysis.frequency': () => told.promise });
  await screen.findByText('running');
  act(() => link.emit(changed(['codings'])));
  act(() => told.resolve(empty));
  const stale = await screen.findByRole('button', { name: 'stale' });
  const again = Promise.withResolvers<OutputOf<'analysis.frequency'>>();
  link.answer({ 'analysis.frequency': () => again.promise });
  await user.click(stale);
  await screen.findByText('running');
  act(() => link.emit(changed(['codings'])));
  act(() => again.resolve({ ...empty, provenance: { ...empty.provenance, revision: 2 } }));
  expect(await screen.findByText('revision 2')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'stale' })).toBeNull();
});

test('a change of something else does not make a result stale', async () => {
  const { link } = renderInWindow(<Chart />, { 'analysis.frequency': () => empty });
  await screen.findByText('revision 1');
  act(() => link.emit({ ...changed([]), topics: ['memos'] }));
  await act(async () => undefined);
  expect(screen.queryByRole('button', { name: 'stale' })).toBeNull();
});

test('progress is shown, and leaving cancels the job in the host', async () => {
  const never = new Promise<never>(() => undefined);
  const { link, unmount } = renderInWindow(<Chart />, {
    'analysis.frequency': () => never,
    'jobs.cancel': () => ({ found: true }),
  });
  await screen.findByText('running');
  const { jobId = '' } = link.requests.find(({ method }) => method === 'analysis.frequency') ?? {};
  act(() => link.emit({ type: 'job', jobId, method: 'analysis.frequency', state: 'running', progress: 0.5 }));
  expect(await screen.findByText('at 50 %')).toBeTruthy();
  unmount();
  await waitFor(() => expect(link.inputsOf('jobs.cancel')).toEqual([{ jobId }]));
});

test('the last result stays on screen while there is nothing to compute', async () => {
  const { link, rerender, services } = renderInWindow(<Chart />, { 'analysis.frequency': () => empty });
  await screen.findByText('revision 1');
  rerender(
    <ServicesProvider services={services}>
      <Chart isShown={false} />
    </ServicesProvider>,
  );
  expect(screen.getByText('revision 1')).toBeTruthy();
  expect(link.inputsOf('analysis.frequency')).toHaveLength(1);
});

function Width() {
  const [width, setWidth] = useRemembered<number>('test/width', 100);
  return <Button onPress={() => setWidth((former) => former + 1)}>{`width ${width}`}</Button>;
}

test('what is remembered is written once it rests, and what does not look like it counts as nothing', async () => {
  const { user, link, services } = renderInWindow(<Width />);
  act(() => services.windowState.load({ 'test/width': 'wide' }));
  await user.click(screen.getByRole('button', { name: 'width 100' }));
  await user.click(screen.getByRole('button', { name: 'width 101' }));
  expect(screen.getByRole('button', { name: 'width 102' })).toBeTruthy();
  expect(link.inputsOf('settings.set')).toEqual([]);
  services.windowState.flush();
  expect(link.inputsOf('settings.set')).toEqual([{ window: { 'test/width': 102 } }]);
  // What the host says later is what this window wrote earlier.
  act(() => services.windowState.load({ 'test/width': 100, 'test/other': 1 }));
  expect(screen.getByRole('button', { name: 'width 102' })).toBeTruthy();
});
