// Changes on their way to the host, one after the other, in the order they were made. When the host is gone they
// wait here and are sent again, once per reconnection, each with the identifier it had: the host answers a request
// it has already carried out with the first answer (HI6), so nothing is lost and nothing happens twice.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Request } from '../../shared/contract/client.ts';
import { HostUnreachable, type HostLink, type Reachability } from './transport.ts';

export type OutboxState = {
  readonly reachability: Reachability;
  /** Changes not yet acknowledged. */
  readonly waiting: number;
};

export type Outbox = {
  /** Resolves with the host's answer, however long the host is away; never rejects for want of a connection. */
  readonly send: (request: Request & { readonly requestId: string }) => Promise<Answer>;
  readonly state: StoreApi<OutboxState>;
  readonly close: () => void;
};

type Entry = {
  readonly request: Request & { readonly requestId: string };
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

export function createOutbox(link: HostLink): Outbox {
  const queue: Entry[] = [];
  const state = createStore<OutboxState>()(() => ({ reachability: 'reachable', waiting: 0 }));
  let sending = false;

  const drain = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (let entry = queue[0]; entry && state.getState().reachability === 'reachable'; entry = queue[0]) {
      try {
        const answer = await link.call(entry.request);
        queue.shift();
        entry.resolve(answer);
      } catch (error) {
        if (error instanceof HostUnreachable) {
          // What caused the failure may be noticed before the link itself notices: wait for the link to come back.
          if (state.getState().reachability === 'reachable') state.setState({ reachability: 'lost' });
          break;
        }
        queue.shift();
        entry.reject(error);
      }
      state.setState({ waiting: queue.length });
    }
    sending = false;
    // The link may have come back between the failure and this line.
    if (queue.length > 0 && state.getState().reachability === 'reachable') void drain();
  };

  const stop = link.onReachability((reachability) => {
    state.setState({ reachability });
    if (reachability === 'reachable') void drain();
  });

  return {
    send: (request) =>
      new Promise<Answer>((resolve, reject) => {
        queue.push({ request, resolve, reject });
        state.setState({ waiting: queue.length });
        void drain();
      }),
    state,
    close: stop,
  };
}
