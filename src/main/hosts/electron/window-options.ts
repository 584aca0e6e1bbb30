// How the window is made. A snapshot in the tests keeps every one of these from changing unnoticed.

import type { BrowserWindowConstructorOptions } from 'electron';

/** @param preload path of the bundled preload */
export function windowOptions(
  preload: string,
  icon: string | null,
  development: boolean,
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
      // Its dictionaries come from the network.
      spellcheck: false,
      devTools: development,
    },
  };
}
