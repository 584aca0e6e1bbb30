// The Electron host: one process, one window, one application. What it decides stands in the modules beside it;
// this file connects them to Electron, in the order Electron asks for.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app as electronApp, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { createApp } from '../../core/app.ts';
import type { Ports } from '../../core/ports.ts';
import { createWindowGate } from '../../core/window-gate.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { nextGuid } from '../../platform/guid.ts';
import { createFileLog } from '../../platform/log.ts';
import { languageOfLocale, placesOf } from '../../platform/places.ts';
import { readStaticFiles } from '../../platform/static-files.ts';
import { createDesktop, type Desktop } from './desktop.ts';
import { createDialogs } from './dialogs.ts';
import { chromiumSwitches, startArgument } from './guards.ts';
import { answerMessage, callChannel } from './ipc.ts';
import { denyLeaving } from './leaving.ts';
import { scheme, schemePrivileges } from './origin.ts';
import { answerProtocol } from './protocol-files.ts';
import { applySessionRules } from './session-rules.ts';
import { createSpelling } from './spelling.ts';
import { openWindow } from './window.ts';

const development = !electronApp.isPackaged;
const program = electronApp.getAppPath();
const clock = { now: () => new Date() };
const places = placesOf({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  program,
  documents: electronApp.getPath('documents'),
});
const log = createFileLog(places.configuration, clock);

// Before the lock: it is held in this folder, so that two users or two test runs never meet.
electronApp.setPath('userData', join(places.configuration, 'window'));
if (electronApp.requestSingleInstanceLock()) start();
else electronApp.quit();

function start(): void {
  for (const [name, value] of chromiumSwitches) electronApp.commandLine.appendSwitch(name, value ?? '');
  electronApp.enableSandbox();
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
  electronApp.on('web-contents-created', (_event, contents) => denyLeaving(contents, log));
  electronApp.on('child-process-gone', (_event, { type, reason }) => log.info('process.gone', { type, reason }));

  // macOS may name a file before anything is ready to open it.
  let wanted = startArgument(process.argv.slice(development ? 2 : 1), (path) => resolve(path));
  let desktop: Desktop | null = null;
  electronApp.on('open-file', (event, path) => {
    event.preventDefault();
    if (desktop) void desktop.open({ kind: 'project', path });
    else wanted = { kind: 'project', path };
  });
  electronApp.on('second-instance', (_event, args, folder) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void desktop?.open(startArgument(args.slice(1), (path) => resolve(folder, path)));
  });
  electronApp.on('window-all-closed', () => electronApp.quit());

  run(() => wanted).then(
    (started) => void (desktop = started),
    (error: unknown) => {
      log.fault('start', error);
      const language = languageOfLocale(electronApp.getLocale());
      const path = join(places.configuration, 'simpul.log');
      dialog.showErrorBox(
        translate(language, 'dialog.cannotStart'),
        translate(language, 'dialog.cannotStart.detail', { path }),
      );
      electronApp.exit(1);
    },
  );
}

async function run(wanted: () => ReturnType<typeof startArgument>): Promise<Desktop> {
  await electronApp.whenReady();
  const ports: Ports = {
    clock,
    ids: { next: nextGuid },
    log,
    places,
    host: 'electron',
    version: electronApp.getVersion(),
    defaultLanguage: languageOfLocale(electronApp.getLocale()),
    workers: {
      analysis: new URL('./analysis-worker.js', import.meta.url),
      importer: new URL('./importer-worker.js', import.meta.url),
      exporter: new URL('./exporter-worker.js', import.meta.url),
    },
  };
  const app = createApp(ports);
  closeBeforeQuitting(() => app.close());
  const folder = existsSync(places.projects) ? places.projects : electronApp.getPath('documents');
  const gate = createWindowGate(app);
  const desktop = createDesktop({ app, gate, folder, defaultLanguage: ports.defaultLanguage, development });
  const window = readStaticFiles(join(program, 'out', 'renderer'));
  protocol.handle(scheme, (request) =>
    answerProtocol({ window, take: app.files.take, openRecording: app.openRecording }, request),
  );
  applySessionRules(session.defaultSession, {
    development,
    savePath: (name) => join(electronApp.getPath('downloads'), name),
  });
  const handlers = {
    ...createDialogs(desktop.dialogs),
    'host.spelling': createSpelling(process.platform, session.defaultSession),
  };
  ipcMain.handle(callChannel, (event, message: unknown) =>
    answerMessage(
      { app: gate, handlers, log, sentence: (code) => desktop.dialogs.text(`error.${code}`, {}) },
      event.senderFrame,
      message,
    ),
  );
  await desktop.follow();
  const opened = openWindow({
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    icon: process.platform === 'linux' ? join(program, 'build', 'icon.png') : null,
    development,
    log,
  });
  // The project opens while the page loads; a page that is there earlier hears of it by an event.
  await Promise.all([opened, desktop.open(wanted())]);
  desktop.show();
  return desktop;
}

/** The project is closed cleanly before the process ends, however the user ends it. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  electronApp.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    close()
      .catch((error: unknown) => log.fault('close', error))
      .finally(() => {
        state = 'closed';
        electronApp.quit();
      })
      .catch((error: unknown) => log.fault('quit', error));
  });
}
