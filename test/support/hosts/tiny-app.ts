// The least an application can be, for tests of what hosts do around one.

import type { App, Answer } from '../../../src/main/core/app-types.ts';
import { createFiles } from '../../../src/main/core/files.ts';
import type { AppEvent } from '../../../src/shared/contract/events.ts';

export type TinyApp = App & {
  /** Requests that reached the application. */
  readonly requests: unknown[];
  readonly emit: (event: AppEvent) => void;
  readonly listeners: () => number;
};

export function createTinyApp(answer: (request: unknown) => Promise<Answer> = echo): TinyApp {
  const listeners = new Set<(event: AppEvent) => void>();
  const requests: unknown[] = [];
  return {
    requests,
    dispatch: (request) => {
      requests.push(request);
      return answer(request);
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    listeners: () => listeners.size,
    files: createFiles(),
    openRecording: () => null,
    close: async () => listeners.clear(),
  };
}

function echo(request: unknown): Promise<Answer> {
  const well = typeof request === 'object' && request !== null && 'method' in request && 'input' in request;
  return Promise.resolve(
    well
      ? { ok: true, value: request.input }
      : { ok: false, error: { code: 'invalid-input', message: 'no request', details: null } },
  );
}
