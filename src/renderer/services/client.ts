// What every part of the window needs of its host, put together once over one link and handed down by context.

import { QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useEffectEvent } from 'react';
import { CallError, createClient, type Answer, type CallOptions, type Client } from '../../shared/contract/client.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/contract.ts';
import { createElectronLink } from './electron-link.ts';
import { createHttpLink } from './http-link.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { HostLink, WindowEvent } from './transport.ts';
import { createWindowState, type WindowState } from './window-memory.ts';

export type Services = {
  readonly client: Client;
  readonly link: HostLink;
  readonly outbox: Outbox;
  readonly answers: QueryClient;
  readonly windowState: WindowState;
  /** @returns a function that ends the subscription */
  readonly onEvent: (listener: (event: WindowEvent) => void) => () => void;
  readonly close: () => void;
};

export const ClientContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ClientContext);
  if (!services) throw new Error('No ClientContext above this component');
  return services;
}

/** The typed client, for calls that neither `useAnswer` nor `usePerform` nor `useJob` fits. */
export function useClient(): Client {
  return useServices().client;
}

/** Calls the listener for each event of the host while the component is mounted. */
export function useWindowEvent(listener: (event: WindowEvent) => void): void {
  const { onEvent } = useServices();
  const latest = useEffectEvent(listener);
  useEffect(() => onEvent((event) => latest(event)), [onEvent]);
}

/** The host this page runs in: Electron where the preload says so, else the browser host it came from. */
export function findHost(): HostLink {
  return window.simpul ? createElectronLink(window.simpul) : createHttpLink();
}

export function createServices(link: HostLink): Services {
  const client = createClient(link);
  const outbox = createOutbox(link);
  const listeners = new Set<(event: WindowEvent) => void>();
  const tell = (event: WindowEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const windowState = createWindowState(client);
  let wasLost = false;
  const stops = [
    link.onEvent(tell),
    link.onReachability((state) => {
      if (state === 'reachable' && wasLost) tell({ type: 'reconnected' });
      wasLost = state !== 'reachable';
    }),
    outbox.close,
    windowState.close,
  ];
  return {
    client,
    link,
    outbox,
    windowState,
    answers: createAnswerCache(),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Calls a method known by name only at run time. @throws CallError, HostUnreachable */
export async function callMethod<Name extends MethodName>(
  link: Pick<HostLink, 'call'>,
  method: Name,
  input: InputOf<Name>,
  options: CallOptions = {},
): Promise<OutputOf<Name>> {
  return valueOf<Name>(await link.call({ method, input, ...options }));
}

/** @throws CallError where the answer is an error */
export function valueOf<Name extends MethodName>(answer: Answer): OutputOf<Name> {
  if (!answer.ok) throw new CallError(answer.error);
  // The host checked the value against the contract's output before it answered.
  return answer.value as OutputOf<Name>;
}

function createAnswerCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Answers become stale by the host's events only, never by time, focus or the state of a network.
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        throwOnError: false,
      },
    },
  });
}
