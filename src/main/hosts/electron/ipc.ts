// The bridge between window and application: two channels, both through here. What comes in is untrusted,
// whoever sent it: the sender is checked, then the envelope, and the rest by the dispatcher as in every host.

import { z } from 'zod';
import type { Answer, App } from '../../core/app-types.ts';
import { largestFile } from '../../core/files.ts';
import type { Logger } from '../../core/ports.ts';
import { SimpulError, type ErrorCode } from '../../../shared/contract/errors.ts';
import {
  hostMethods,
  isHostMethod,
  type HostInput,
  type HostMethodName,
  type HostOutput,
} from '../../../shared/contract/host.ts';
import { isTrustedSender, type Frame } from './trusted-sender.ts';

/** Window to application, answered. */
export const callChannel = 'simpul:call';
/** Application to window: events. */
export const eventChannel = 'simpul:event';

const envelope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), request: z.unknown() }),
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().min(1).max(1000),
    bytes: z.instanceof(ArrayBuffer).refine(({ byteLength }) => byteLength <= largestFile),
  }),
]);
export type Envelope = z.output<typeof envelope>;

/** What the host itself does for a window. */
export type HostHandlers = {
  readonly [Name in HostMethodName]: (input: HostInput<Name>) => Promise<HostOutput<Name>>;
};

export type Bridge = {
  /** The application as a window may use it. */
  readonly app: Pick<App, 'dispatch' | 'files'>;
  readonly handlers: HostHandlers;
  readonly log: Logger;
  /** An error in the user's language. */
  readonly sentence: (code: ErrorCode) => Promise<string>;
};

/** Answers one message on the call channel. Never throws. */
export async function answerMessage(bridge: Bridge, frame: Frame | null, message: unknown): Promise<Answer> {
  try {
    if (!isTrustedSender(frame)) return await refuse(bridge, 'refused', 'sender');
    const read = envelope.safeParse(message);
    if (!read.success) return await refuse(bridge, 'invalid-input', 'envelope');
    if (read.data.kind === 'call') return await call(bridge, read.data.request);
    const { name, bytes } = read.data;
    const token = bridge.app.files.hold({ name, mediaType: 'application/octet-stream', bytes: new Uint8Array(bytes) });
    return { ok: true, value: { token } };
  } catch (error) {
    if (error instanceof SimpulError) return refuse(bridge, error.code, 'host');
    bridge.log.fault('host.failed', error);
    return refuse(bridge, 'internal', 'host');
  }
}

const hostRequest = z.object({ method: z.string(), input: z.unknown() });

async function call(bridge: Bridge, request: unknown): Promise<Answer> {
  const read = hostRequest.safeParse(request);
  if (!read.success || !isHostMethod(read.data.method)) return bridge.app.dispatch(request);
  return callHost(bridge, read.data.method, read.data.input === undefined ? {} : read.data.input);
}

async function callHost<Name extends HostMethodName>(bridge: Bridge, name: Name, raw: unknown): Promise<Answer> {
  const input = hostMethods[name].input.safeParse(raw);
  if (!input.success) return refuse(bridge, 'invalid-input', 'host-method');
  return { ok: true, value: await bridge.handlers[name](input.data as HostInput<Name>) };
}

async function refuse({ log, sentence }: Bridge, code: ErrorCode, reason: string): Promise<Answer> {
  log.info('host.refused', { code, reason });
  return { ok: false, error: { code, message: await sentence(code), details: null } };
}
