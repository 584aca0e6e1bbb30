// How the window is made. A snapshot in the tests keeps every one of these from changing unnoticed.

import type { BrowserWindowConstructorOptions } from 'electron';
import { hasLocalSpelling } from './spelling.ts';

/** @param preload path of the bundled preload */
export function windowOptions(
  preload: string,
  icon: string | null,
  development: boolean,
  platform: NodeJS.Platform = process.platform,
): BrowserWindowConstructorOptions {
  return {
    title: 'Simpul',
    // Size, place and full screen of the last time, kept by Electron itself under this name.
    name: 'main',
    windowStatePersistence: true,
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: false,
    ...(icon === null ? {} : { icon }),
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Its dictionaries come from the network, save on a Mac, whose own checker is asked there.
      spellcheck: hasLocalSpelling(platform),
      devTools: development,
    },
  };
}
