// What no page may do: go elsewhere, open another, or hold one inside.

import type { WebContents } from 'electron';
import type { Logger } from '../../core/ports.ts';
import { isAllowedNavigation } from './guards.ts';
import { isOwnAddress } from './origin.ts';

/** For every page there will ever be, also one that should not be. */
export function denyLeaving(contents: WebContents, log: Logger): void {
  const deny = (event: { readonly preventDefault: () => void }, what: string): void => {
    log.info('window.denied', { what });
    event.preventDefault();
  };
  contents.on('will-navigate', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) deny(event, 'navigate');
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) deny(event, 'frame');
  });
  contents.on('will-redirect', (event) => deny(event, 'redirect'));
  contents.on('will-attach-webview', (event) => deny(event, 'webview'));
  contents.setWindowOpenHandler(({ url }) => {
    log.info('window.denied', { what: isOwnAddress(url) ? 'own-window' : 'window' });
    return { action: 'deny' };
  });
}
