// The stand-in's `electron` module: of the real one what this program uses, and nothing that only seems to work.

import { BrowserWindow, webContents } from './window.ts';
import { app } from './app.ts';
import { Menu } from './menu.ts';
import { ipcMain, protocol, session } from './services.ts';
import { honest } from './honest.ts';

/** Dialogs wait for a person; a test answers them by putting its own function in place. */
const unanswered = (name: string) => (): never => {
  throw new Error(`${name} was shown and the test has no answer for it`);
};

const dialog = honest('dialog', {
  showOpenDialog: unanswered('dialog.showOpenDialog'),
  showSaveDialog: unanswered('dialog.showSaveDialog'),
  showMessageBox: unanswered('dialog.showMessageBox'),
  showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}: ${content}\n`),
});

const shell = honest('shell', { openExternal: unanswered('shell.openExternal') });

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, webContents };
