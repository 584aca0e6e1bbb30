// The browser host: calls by POST, events by server-sent events, files as raw bodies. Same origin, same-site cookie.

import { type Answer, CallError, type Request } from '../../shared/contract/client.ts';
import type { ErrorAnswer } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { HostUnreachable, type HostLink, type Reachability } from './transport.ts';

/** The host gives a sign of life each second; three silent ones mean that it is gone. */
const longestSilence = 3_000;
/** A stream that is opened anew is given this long, in milliseconds, before it is given up in its turn. */
const longestOpening = 10_000;

/** @param base address of the host, `''` for the page's own */
export function createHttpLink(base = ''): HostLink {
  const listeners = new Set<(event: AppEvent) => void>();
  const observers = new Set<(state: Reachability) => void>();
  let state: Reachability = 'reachable';
  let silence: ReturnType<typeof setTimeout> | undefined;

  const become = (next: Reachability): void => {
    if (state === next || state === 'ended') return;
    state = next;
    for (const observer of observers) observer(next);
  };
  const { promise: listening, resolve: hears } = Promise.withResolvers<void>();
  let source: EventSource | undefined;
  const expectSign = (within: number): void => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      become('lost');
      listenAnew();
    }, within);
  };
  const alive = (): void => {
    hears();
    expectSign(longestSilence);
    become('reachable');
  };
  // A stream can die without a word on either side, as after the machine slept: waiting for it would be for ever.
  const listenAnew = (): void => {
    if (state === 'ended') return;
    source?.close();
    listen();
    expectSign(longestOpening);
  };
  const listen = (): void => {
    const opened = new EventSource(`${base}/events`);
    source = opened;
    opened.addEventListener('alive', alive);
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      alive();
      const event = JSON.parse(data) as AppEvent;
      for (const listener of listeners) listener(event);
    });
    opened.addEventListener('error', () => {
      hears();
      become('lost');
      // A refused stream is closed for good, so the browser does not try again: ask why, and go on trying.
      if (opened.readyState !== EventSource.CLOSED) return;
      clearTimeout(silence);
      setTimeout(() => void probe(base).then((found) => (found === 'ended' ? become('ended') : listenAnew())), 1_000);
    });
  };
  listen();

  return {
    call: async (request) => {
      // What is answered before changes are heard could become stale without a word.
      await listening;
      try {
        return await call(base, request, () => become('ended'));
      } catch (error) {
        if (error instanceof HostUnreachable) become('lost');
        throw error;
      }
    },
    sendFile: (file) => sendFile(base, file),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReachability: (observer) => {
      observers.add(observer);
      observer(state);
      return () => observers.delete(observer);
    },
  };
}

async function call(base: string, request: Request, onEnded: () => void): Promise<Answer> {
  const response = await send(`${base}/call`, JSON.stringify(request), 'application/json');
  if (response.status === 401) {
    onEnded();
    throw new HostUnreachable();
  }
  try {
    return (await response.json()) as Answer;
  } catch (error) {
    throw new HostUnreachable(error);
  }
}

async function sendFile(base: string, file: File): Promise<{ readonly token: string }> {
  const address = `${base}/files?name=${encodeURIComponent(file.name)}`;
  const response = await send(address, file, 'application/octet-stream');
  const answer = (await response.json()) as { readonly token: string } | { readonly error: ErrorAnswer };
  if ('error' in answer) throw new CallError(answer.error);
  return answer;
}

async function send(address: string, body: BodyInit, mediaType: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      body,
      headers: { 'Content-Type': mediaType },
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (error) {
    throw new HostUnreachable(error);
  }
}

async function probe(base: string): Promise<Reachability> {
  try {
    const request: Request = { method: 'projects.session', input: {} };
    const response = await send(`${base}/call`, JSON.stringify(request), 'application/json');
    return response.status === 401 ? 'ended' : 'reachable';
  } catch {
    return 'lost';
  }
}
