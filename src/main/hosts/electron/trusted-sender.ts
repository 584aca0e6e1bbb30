// Who may speak to the main process: the top frame of our own page, alive, and nobody else.

import { isOwnAddress, origin } from './origin.ts';

/** What is looked at of an Electron `WebFrameMain`. */
export type Frame = {
  readonly url: string;
  readonly origin: string;
  readonly parent: unknown;
  readonly detached: boolean;
  readonly isDestroyed: () => boolean;
};

/** @param frame null where the frame was gone by the time its message was handled */
export function isTrustedSender(frame: Frame | null | undefined): boolean {
  if (!frame || frame.isDestroyed() || frame.detached || frame.parent !== null) return false;
  return frame.origin === origin && isOwnAddress(frame.url);
}
