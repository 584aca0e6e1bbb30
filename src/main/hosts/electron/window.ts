// The one window.

import { BrowserWindow } from 'electron';
import type { Logger } from '../../core/ports.ts';
import { origin } from './origin.ts';
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
