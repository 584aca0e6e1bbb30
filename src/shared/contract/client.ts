// The typed client: `client.codes.create({ name: 'Inovasi' })` over any transport.

import type { Contract, InputOf, MethodName, OutputOf } from './contract.ts';
import { contract } from './contract.ts';
import type { ErrorAnswer, ErrorCode } from './errors.ts';
import type { AppEvent } from './events.ts';

export type Request = {
  readonly method: string;
  readonly input: unknown;
  /** Sent again with the same identifier, a command is carried out once (HI6). */
  readonly requestId?: string;
  /** Names a job, for progress and cancel. */
  readonly jobId?: string;
};

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorAnswer };

/** What a host gives the client. */
export type Transport = {
  readonly call: (request: Request) => Promise<Answer>;
  /** @returns a function that ends the subscription */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
};

/** What a call throws when the answer is an error. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(answer: ErrorAnswer) {
    super(answer.message);
    this.name = 'CallError';
    this.code = answer.code;
    this.details = answer.details;
  }
}

export type CallOptions = { readonly requestId?: string; readonly jobId?: string };

export type Client = {
  readonly [Area in keyof Contract]: {
    readonly [Leaf in Extract<keyof Contract[Area], string>]: `${Area}.${Leaf}` extends infer Name
      ? Name extends MethodName
        ? (input: InputOf<Name>, options?: CallOptions) => Promise<OutputOf<Name>>
        : never
      : never;
  };
};

/** Builds the client over a transport. @throws CallError from every method that fails */
export function createClient(transport: Transport): Client {
  const areas = Object.entries(contract).map(([area, leaves]) => [
    area,
    Object.fromEntries(
      Object.keys(leaves).map((leaf) => [
        leaf,
        async (input: unknown, options: CallOptions = {}) => {
          const answer = await transport.call({ method: `${area}.${leaf}`, input, ...options });
          if (answer.ok) return answer.value;
          throw new CallError(answer.error);
        },
      ]),
    ),
  ]);
  return Object.fromEntries(areas) as Client;
}
