// What the Electron host tells Electron, heard by listeners of ours in Electron's place.

import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageBoxOptions, OpenDialogOptions, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { createDialogs, openProject, type DialogContext } from '../../../../src/main/hosts/electron/dialogs.ts';
import { callChannel, eventChannel } from '../../../../src/main/hosts/electron/ipc.ts';
import { denyLeaving } from '../../../../src/main/hosts/electron/leaving.ts';
import { applySessionRules } from '../../../../src/main/hosts/electron/session-rules.ts';
import { translate } from '../../../../src/shared/i18n/translate.ts';
import { createTinyApp } from '../../../support/hosts/tiny-app.ts';

const folder = join(import.meta.dirname, '../../../../src/main/hosts/electron');
const sources = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

describe('3.6: channels', () => {
  test('there are two, and the bundled preload names the same ones', () => {
    const preload = sources.get('preload.ts') ?? '';
    expect([...preload.matchAll(/const \w+Channel = '([^']+)'/g)].map(([, channel]) => channel)).toEqual([
      callChannel,
      eventChannel,
    ]);
    expect([...preload.matchAll(/ipcRenderer\.\w+\((\w+)/g)].map(([, name]) => name)).toEqual([
      'callChannel',
      'eventChannel',
      'eventChannel',
    ]);
  });
  test('one handler hears them all, the one that checks sender and message', () => {
    const handlers = [...sources].flatMap(([name, text]) =>
      [...text.matchAll(/ipcMain\.\w+\([^,]+/g)].map(([call]) => [name, call]),
    );
    expect(handlers).toEqual([['main.ts', 'ipcMain.handle(callChannel']]);
    expect(sources.get('main.ts')).toMatch(
      /ipcMain\.handle\(callChannel, \(event, message: unknown\) =>\s+answerMessage\(/,
    );
  });
});

describe('the session', () => {
  function rulesOf(development = false) {
    const heard: Record<string, (...args: never[]) => unknown> = {};
    const emitter = new EventEmitter();
    const spelling: boolean[] = [];
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
      heard[name] = handler;
    };
    const session = Object.assign(emitter, {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setSpellCheckerEnabled: (enabled: boolean) => spelling.push(enabled),
      webRequest: { onBeforeRequest: keep('before') },
    });
    applySessionRules(session as unknown as Session, { development, savePath: (name) => `/downloads/${name}` });
    const call = (name: string, ...args: unknown[]): unknown =>
      (heard[name] as (...args: unknown[]) => unknown)(...args);
    return { emitter, spelling, call };
  }
  const answerOf = (ask: (answer: (value: unknown) => void) => void): unknown => {
    let given: unknown = 'nothing';
    ask((value) => {
      given = value;
    });
    return given;
  };

  test('asks for no dictionary and grants nothing but copying', () => {
    const { spelling, call } = rulesOf();
    expect(spelling).toEqual([false]);
    expect(answerOf((answer) => call('request', null, 'media', answer, { requestingUrl: 'simpul://app/' }))).toBe(
      false,
    );
    expect(
      answerOf((answer) =>
        call('request', null, 'clipboard-sanitized-write', answer, { requestingUrl: 'simpul://app/' }),
      ),
    ).toBe(true);
    expect(call('check', null, 'geolocation', 'simpul://app')).toBe(false);
    expect(call('check', null, 'clipboard-sanitized-write', 'https://evil.example')).toBe(false);
    expect(call('device', {})).toBe(false);
  });

  test('N5: cancels every request but our own', () => {
    const { call } = rulesOf();
    const cancelled = (url: string): unknown => answerOf((answer) => call('before', { url }, answer));
    expect(cancelled('simpul://app/assets/a.js')).toEqual({ cancel: false });
    expect(cancelled('https://example.org/')).toEqual({ cancel: true });
  });

  test('H6: downloads are our own only, and ask where to save under a safe name', () => {
    const { emitter } = rulesOf();
    const download = (url: string) => {
      let prevented = false;
      const options: unknown[] = [];
      const item = {
        getURL: () => url,
        getFilename: () => '../Buku: kode.csv',
        setSaveDialogOptions: (given: unknown) => options.push(given),
      };
      emitter.emit('will-download', { preventDefault: () => (prevented = true) }, item);
      return { prevented, options };
    };
    expect(download('simpul://app/files/abc')).toEqual({
      prevented: false,
      options: [{ defaultPath: '/downloads/-Buku- kode.csv' }],
    });
    expect(download('blob:simpul://app/1').prevented).toBe(false);
    expect(download('https://example.org/x.exe')).toEqual({ prevented: true, options: [] });
  });
});

test('leaving: every way out is shut for every page', () => {
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler(handler: (details: { url: string }) => unknown) {
      this.open = handler;
    },
    open: (_details: { url: string }): unknown => null,
  });
  denyLeaving(contents as unknown as WebContents, { info: () => undefined, fault: () => undefined });
  const isPrevented = (event: string, details: object = {}): boolean => {
    let prevented = false;
    contents.emit(event, { ...details, preventDefault: () => (prevented = true) });
    return prevented;
  };
  expect(isPrevented('will-navigate', { url: 'https://example.org/', isMainFrame: true })).toBe(true);
  expect(isPrevented('will-navigate', { url: 'simpul://app/', isMainFrame: true })).toBe(false);
  expect(isPrevented('will-frame-navigate', { url: 'simpul://app/', isMainFrame: false })).toBe(true);
  expect(isPrevented('will-redirect')).toBe(true);
  expect(isPrevented('will-attach-webview')).toBe(true);
  expect(contents.open({ url: 'simpul://app/' })).toEqual({ action: 'deny' });
});

describe('dialogs', () => {
  function dialogsOf(chosen: string | null, pressed = 0) {
    const shown: (OpenDialogOptions | MessageBoxOptions)[] = [];
    const opened: string[] = [];
    const folders: string[] = [];
    const app = createTinyApp((request) => {
      const { input } = request as { input: { path?: string } };
      return Promise.resolve(
        input.path === '/p/rusak.simpul'
          ? { ok: false, error: { code: 'project-damaged', message: 'Berkas ini rusak.', details: null } }
          : { ok: true, value: null },
      );
    });
    const context: DialogContext = {
      app,
      folder: '/p',
      allowFolder: (path) => folders.push(path),
      text: (key, params = {}) => Promise.resolve(translate('id', key, params)),
      system: {
        window: () => undefined,
        shell: { openExternal: (url: string) => Promise.resolve(void opened.push(url)) },
        dialog: {
          showOpenDialog: (options: unknown) => {
            shown.push(options as OpenDialogOptions);
            return Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
          },
          showMessageBox: (options: unknown) => {
            shown.push(options as MessageBoxOptions);
            return Promise.resolve({ response: pressed, checkboxChecked: false });
          },
        },
      },
    };
    return { handlers: createDialogs(context), context, app, shown, opened, folders };
  }

  test('a chosen project is opened', async () => {
    const { handlers, app, shown } = dialogsOf('/p/studi.simpul');
    expect(await handlers['host.openProject']({})).toEqual({ path: '/p/studi.simpul' });
    expect(app.requests).toEqual([{ method: 'projects.open', input: { path: '/p/studi.simpul' } }]);
    expect(shown).toEqual([
      {
        title: 'Buka proyek',
        defaultPath: '/p',
        properties: ['openFile'],
        filters: [{ name: 'Proyek Simpul', extensions: ['simpul'] }],
      },
    ]);
  });
  test('one that cannot be opened is explained', async () => {
    const { handlers, shown } = dialogsOf('/p/rusak.simpul');
    expect(await handlers['host.openProject']({})).toBeNull();
    expect(shown[1]).toMatchObject({ message: 'Proyek tidak dibuka', detail: 'Berkas ini rusak.', buttons: ['Oke'] });
  });
  test('a dialog that is left does nothing', async () => {
    const { handlers, app, folders } = dialogsOf(null);
    expect([await handlers['host.openProject']({}), await handlers['host.chooseFolder']({})]).toEqual([null, null]);
    expect([app.requests, folders]).toEqual([[], []]);
  });
  test('a chosen folder may then be named by the window', async () => {
    const { handlers, folders } = dialogsOf('/home/sri/Penelitian');
    expect(await handlers['host.chooseFolder']({})).toEqual({ path: '/home/sri/Penelitian' });
    expect(folders).toEqual(['/home/sri/Penelitian']);
  });
  test('an address is shown outside only after a yes, and no is what Enter means', async () => {
    const yes = dialogsOf(null, 0);
    expect(await yes.handlers['host.openExternal']({ url: 'https://example.org/a' })).toEqual({ opened: true });
    expect(yes.opened).toEqual(['https://example.org/a']);
    expect(yes.shown[0]).toMatchObject({ defaultId: 1, cancelId: 1 });
    const no = dialogsOf(null, 1);
    expect(await no.handlers['host.openExternal']({ url: 'https://example.org/a' })).toEqual({ opened: false });
    expect(no.opened).toEqual([]);
    await expect(yes.handlers['host.openExternal']({ url: 'file:///etc/passwd' })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(yes.shown).toHaveLength(1);
  });
  test('the sample study opens like any project', async () => {
    const { context, app } = dialogsOf(null);
    expect(await openProject(context, { method: 'projects.openSample', input: {} })).toBe(true);
    expect(app.requests).toEqual([{ method: 'projects.openSample', input: {} }]);
  });
});
