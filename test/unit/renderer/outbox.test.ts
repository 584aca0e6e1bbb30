// HI6 and point B10 of the browser host: what was changed while the host was away is sent when it is back, once, with
// the identifier it had, in the order it was done.

import { expect, test } from 'vitest';
import { createOutbox } from '../../../src/renderer/services/outbox.ts';
import { createFakeLink } from '../../support/window/fake-link.ts';

const guid = '11111111-1111-4111-8111-111111111111';
const create = (name: string, requestId: string) => ({ method: 'codes.create', input: { name }, requestId });

function hostThatCounts() {
  const made: string[] = [];
  const link = createFakeLink({
    'codes.create': ({ name }) => {
      made.push(name);
      return { guid: guid as never };
    },
  });
  return { made, link, outbox: createOutbox(link) };
}

test('a change goes out at once and its answer comes back', async () => {
  const { outbox, made } = hostThatCounts();
  const answer = await outbox.send(create('Inovasi', 'a'));
  expect(answer).toEqual({ ok: true, value: { guid } });
  expect(made).toEqual(['Inovasi']);
  expect(outbox.state.getState()).toEqual({ reachability: 'reachable', waiting: 0 });
});

test('changes made while the host is away wait, are counted, and go out in order when it is back', async () => {
  const { link, outbox, made } = hostThatCounts();
  link.become('lost');
  const first = outbox.send(create('satu', 'a'));
  const second = outbox.send(create('dua', 'b'));
  expect(outbox.state.getState()).toEqual({ reachability: 'lost', waiting: 2 });
  expect(link.requests).toHaveLength(0);

  link.become('reachable');
  await Promise.all([first, second]);
  expect(made).toEqual(['satu', 'dua']);
  expect(outbox.state.getState().waiting).toBe(0);
});

test('HI6: a change whose answer was lost is sent again with the same identifier and carried out once', async () => {
  const { link, outbox, made } = hostThatCounts();
  link.loseNextAnswer('codes.create');
  const sent = outbox.send(create('Inovasi', 'a'));
  await expect.poll(() => outbox.state.getState()).toEqual({ reachability: 'lost', waiting: 1 });

  link.become('reachable');
  expect(await sent).toEqual({ ok: true, value: { guid } });
  expect(link.requests.map(({ requestId }) => requestId)).toEqual(['a', 'a']);
  expect(made).toEqual(['Inovasi']);
});

test('each reconnection sends a waiting change once, however often the host goes away', async () => {
  const { link, outbox, made } = hostThatCounts();
  link.loseNextAnswer('codes.create');
  const sent = outbox.send(create('Inovasi', 'a'));
  await expect.poll(() => outbox.state.getState().reachability).toBe('lost');
  link.loseNextAnswer('codes.create');
  link.become('reachable');
  await expect.poll(() => link.requests.length).toBe(2);
  await expect.poll(() => outbox.state.getState().reachability).toBe('lost');
  link.become('reachable');
  await sent;
  expect(link.requests).toHaveLength(3);
  expect(made).toEqual(['Inovasi']);
});

test('an error that is no lost connection is given back and does not hold up what follows', async () => {
  const { outbox, made } = hostThatCounts();
  const broken = outbox.send({ method: 'documents.create', input: {}, requestId: 'x' });
  const good = outbox.send(create('Inovasi', 'a'));
  await expect(broken).rejects.toThrow('The test answers no documents.create');
  await good;
  expect(made).toEqual(['Inovasi']);
});

test('a window whose session has ended sends nothing more', async () => {
  const { link, outbox } = hostThatCounts();
  link.become('ended');
  void outbox.send(create('Inovasi', 'a'));
  expect(outbox.state.getState()).toEqual({ reachability: 'ended', waiting: 1 });
  expect(link.requests).toHaveLength(0);
});
