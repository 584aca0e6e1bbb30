// What a window needs of its host beyond calls and events, and the error that says the host did not answer.

import type { Transport } from '../../shared/contract/client.ts';
import type { AppEvent } from '../../shared/contract/events.ts';

/** Whether the host answers. `ended`: it answers, but no longer knows this window. */
export type Reachability = 'reachable' | 'lost' | 'ended';

export type HostLink = Transport & {
  /** Hands a file's bytes to the host before an import. @throws HostUnreachable */
  readonly sendFile: (file: File) => Promise<{ readonly token: string }>;
  /** Calls at once with the present state, then at every change. @returns a function that ends the subscription */
  readonly onReachability: (listener: (state: Reachability) => void) => () => void;
};

/** The three functions that Electron's preload puts on `window`. */
export type PreloadBridge = Transport & {
  readonly sendFile: (name: string, bytes: ArrayBuffer) => Promise<{ readonly token: string }>;
};

declare global {
  // Merging with the DOM's own declaration needs an interface.
  interface Window {
    readonly simpul?: PreloadBridge;
  }
}

/** No answer came. Whether the request was carried out is not known: send it again with its identifier (HI6). */
export class HostUnreachable extends Error {
  constructor(cause?: unknown) {
    super('host-unreachable', { cause });
    this.name = 'HostUnreachable';
  }
}

/** What the window hears: the host's events, and that the host answers again after it did not. */
export type WindowEvent = AppEvent | { readonly type: 'reconnected' };
