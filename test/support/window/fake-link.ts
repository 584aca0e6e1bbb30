// A host for component tests: it answers contract methods from a table of functions and lets a test raise events
// and cut the connection. It is a transport; everything above it is the window's own code.

import type { HostLink, Reachability } from '../../../src/renderer/services/transport.ts';
import { HostUnreachable } from '../../../src/renderer/services/transport.ts';
import type { Answer, Request } from '../../../src/shared/contract/client.ts';
import type { CheckedInputOf, InputOf, MethodName, OutputOf } from '../../../src/shared/contract/contract.ts';
import { methods } from '../../../src/shared/contract/contract.ts';
import { SimpulError } from '../../../src/shared/contract/errors.ts';
import type { AppEvent } from '../../../src/shared/contract/events.ts';

export type Answers = {
  readonly [Name in MethodName]?: (
    input: CheckedInputOf<Name>,
    request: Request,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export type FakeLink = HostLink & {
  /** Every request that reached the host, in order. */
  readonly requests: readonly Request[];
  /** Inputs of the requests of one method. */
  readonly inputsOf: <Name extends MethodName>(method: Name) => readonly InputOf<Name>[];
  /** Replaces or adds answers. */
  readonly answer: (answers: Answers) => void;
  readonly emit: (event: AppEvent) => void;
  /** While lost, calls fail as they do when the host is gone. */
  readonly become: (state: Reachability) => void;
  /** Carries out the next request of a method but loses its answer on the way back, then is gone. */
  readonly loseNextAnswer: (method: MethodName) => void;
};

const fallback: Answers = {
  'settings.get': () => ({ language: 'en', theme: 'light', window: {} }),
  'settings.set': () => ({ language: 'en', theme: 'light', window: {} }),
  'projects.session': () => ({ open: null, host: 'test', version: '0.0.0' }),
  'windows.report': () => ({}),
  'collection.exportGate': () => ({ open: true, withoutConsent: [], names: [] }),
};

export function createFakeLink(answers: Answers = {}): FakeLink {
  let table: Answers = { ...fallback, ...answers };
  const requests: Request[] = [];
  const done = new Map<string, Promise<Answer>>();
  const listeners = new Set<(event: AppEvent) => void>();
  const observers = new Set<(state: Reachability) => void>();
  let state: Reachability = 'reachable';
  let losesNext: MethodName | null = null;

  const become = (next: Reachability): void => {
    state = next;
    for (const observer of observers) observer(next);
  };
  const carryOut = (request: Request): Promise<Answer> => {
    const earlier = request.requestId === undefined ? undefined : done.get(request.requestId);
    // HI6: what was carried out once is answered with the first answer.
    if (earlier) return earlier;
    const answer = answerOf(table, request);
    if (request.requestId !== undefined) done.set(request.requestId, answer);
    return answer;
  };
  return {
    requests,
    inputsOf: (method) => requests.filter((request) => request.method === method).map(({ input }) => input as never),
    answer: (more) => {
      table = { ...table, ...more };
    },
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    become,
    loseNextAnswer: (method) => {
      losesNext = method;
    },
    call: async (request) => {
      if (state !== 'reachable') throw new HostUnreachable();
      requests.push(request);
      const answer = await carryOut(request);
      if (losesNext !== request.method) return answer;
      losesNext = null;
      become('lost');
      throw new HostUnreachable();
    },
    sendFile: async (file) => {
      if (state !== 'reachable') throw new HostUnreachable();
      return { token: `token-of-${file.name}` };
    },
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

/** Input and output are checked against the contract, so that a test cannot rest on an answer no host would give. */
async function answerOf(table: Answers, request: Request): Promise<Answer> {
  const method = methods.get(request.method);
  const handler = table[request.method as MethodName] as ((input: unknown, request: Request) => unknown) | undefined;
  if (!method || !handler) throw new Error(`The test answers no ${request.method}`);
  const input = method.input.parse(request.input);
  try {
    const value = method.output.parse(await handler(input, request));
    return { ok: true, value: JSON.parse(JSON.stringify(value)) as unknown };
  } catch (error) {
    if (!(error instanceof SimpulError)) throw error;
    return { ok: false, error: { code: error.code, message: `Refused: ${error.code}`, details: error.details } };
  }
}
