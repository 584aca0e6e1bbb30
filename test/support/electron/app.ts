import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium, type DevTools } from './devtools.ts';
import { honest } from './honest.ts';

const folder = process.env['ELECTRON_STAND_IN_APP'] ?? process.cwd();
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
const paths = new Map<string, string>();
const switches: string[] = [];
let ready = false;

/** Chromium starts with the first turn of the event loop after the program's main module, as Electron's does. */
export const devTools: Promise<DevTools> = new Promise((resolve, reject) => {
  setImmediate(() => void startChromium(switches).then(resolve, reject));
});

/** Set by the windows, which the application must close before it ends. */
export const windows: { closeAll: () => boolean } = { closeAll: () => true };

export type Preventable = { readonly preventDefault: () => void; readonly defaultPrevented: () => boolean };

export function preventable(): Preventable {
  let prevented = false;
  return {
    preventDefault: () => {
      prevented = true;
    },
    defaultPrevented: () => prevented,
  };
}

let quitting = false;

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = honest('app.commandLine', {
    appendSwitch: (name: string, value = '') => switches.push(value === '' ? `--${name}` : `--${name}=${value}`),
  });
  readonly whenReady = async (): Promise<void> => {
    await devTools;
    ready = true;
  };
  readonly isReady = (): boolean => ready;
  readonly getAppPath = (): string => folder;
  readonly getName = (): string => about.name;
  readonly getVersion = (): string => about.version;
  readonly getLocale = (): string => (process.env['LANG'] ?? 'en-GB').replace(/\..*$/, '').replace('_', '-');
  readonly getPath = (name: string): string => {
    const path = paths.get(name) ?? join(process.env['SIMPUL_HOME'] ?? tmpdir(), 'system', name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  readonly setPath = (name: string, path: string): void => {
    mkdirSync(path, { recursive: true });
    paths.set(name, path);
  };
  readonly enableSandbox = (): void => {
    if (ready) throw new Error('app.enableSandbox() comes before ready');
  };
  readonly requestSingleInstanceLock = (): boolean => true;
  readonly addRecentDocument = (_path: string): void => undefined;
  readonly quit = (): void => void setImmediate(endIfAllowed);
  readonly exit = (code = 0): void => void end(code);
}

export const app = honest('app', new App());

/** What happens once the last window is gone. */
export function lastWindowClosed(): void {
  if (quitting) finishQuitting();
  else if (!app.emit('window-all-closed')) app.quit();
}

function endIfAllowed(): void {
  if (!quitting) {
    const event = preventable();
    app.emit('before-quit', event);
    if (event.defaultPrevented()) return;
  }
  quitting = true;
  if (windows.closeAll()) finishQuitting();
}

function finishQuitting(): void {
  const event = preventable();
  app.emit('will-quit', event);
  if (event.defaultPrevented()) {
    quitting = false;
    return;
  }
  app.emit('quit', {}, 0);
  void end(0);
}

async function end(code: number): Promise<void> {
  const chromium = await devTools.catch(() => null);
  await chromium?.close();
  process.exit(code);
}
