// The one window, and everything it may not do.

import { BrowserWindow, type WebContents } from 'electron';
import type { Logger } from '../../core/ports.ts';
import { isAllowedNavigation } from './guards.ts';
import { isOwnAddress, origin } from './origin.ts';
import { windowOptions } from './window-options.ts';

export type WindowSetup = {
  readonly preload: string;
  readonly icon: string | null;
  readonly development: boolean;
  readonly log: Logger;
};

export async function openWindow({ preload, icon, development, log }: WindowSetup): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(preload, icon, development));
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.info('window.gone', { reason });
    // Nothing acknowledged is in the window alone: a new page shows all of it again.
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  await window.loadURL(`${origin}/`);
  return window;
}

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
