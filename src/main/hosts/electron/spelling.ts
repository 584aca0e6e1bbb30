// Spell-check without the network. On a Mac the system's own checker is asked; elsewhere Chromium would fetch a
// dictionary for each language from a server of Google's, so there it is not offered at all.

import type { Session } from 'electron';
import type { HostHandlers } from './ipc.ts';

export function hasLocalSpelling(platform: NodeJS.Platform): boolean {
  return platform === 'darwin';
}

export function createSpelling(
  platform: NodeJS.Platform,
  session: Pick<Session, 'setSpellCheckerEnabled'>,
): HostHandlers['host.spelling'] {
  const isOffered = hasLocalSpelling(platform);
  return async ({ isOn }) => {
    if (isOffered) session.setSpellCheckerEnabled(isOn);
    return { isOffered };
  };
}
