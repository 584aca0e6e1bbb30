// The Electron host end to end: the built main, preload and window, unmodified. Where Electron's binary is not
// here they run in the stand-in, which says nothing of context isolation, native menus and packaging.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import type { SessionState } from '../../src/shared/contract/project.ts';
import { contentSecurityPolicy } from '../../src/main/platform/content-security.ts';
import { expect, test, type Desktop } from '../support/electron/fixture.ts';

// Each test starts a program and a browser of its own.
test.describe.configure({ timeout: 90_000 });

type Heard = { heard: AppEvent[] };

test('opens on the sample study, in the language of the system', async ({ desktop }) => {
  const session = await sessionOf(desktop);
  expect(session.host).toBe('electron');
  expect(session.open).toMatchObject({ name: 'Studi contoh', fictional: true, mode: 'read-write' });
  const window = await desktop.electron.browserWindow(desktop.page);
  await expect.poll(() => window.evaluate((one) => one.getTitle())).toBe('Studi contoh – Simpul');
  expect(await window.evaluate((one) => one.isVisible())).toBe(true);
});

test('RELIABILITY 3.6: the page has three functions and nothing of Node', async ({ desktop }) => {
  const found = await desktop.page.evaluate(() => ({
    bridge: Object.keys(window.simpul ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(found).toEqual({ bridge: ['call', 'onEvent', 'sendFile'], node: [] });
});

test('N5, 3.4: own scheme, policy byte for byte, and no way out', async ({ desktop: { page, electron, home } }) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toBe(contentSecurityPolicy);
  const attempts = await page.evaluate(async () => {
    const blocked = (address: string): Promise<boolean> =>
      fetch(address).then(
        (answer) => !answer.ok,
        () => true,
      );
    return [
      await blocked('https://example.org/'),
      await blocked('http://127.0.0.1:9/'),
      await blocked('/../package.json'),
      await blocked('/package.json'),
    ];
  });
  expect(attempts).toEqual([true, true, true, true]);
  const address = page.url();
  await page.evaluate(() => {
    window.open('https://example.org/');
    location.href = 'https://example.org/';
  });
  const log = join(home, 'configuration', 'simpul.log');
  await expect.poll(() => existsSync(log) && readFileSync(log, 'utf8')).toMatch(/"what":"window"/);
  await expect.poll(() => readFileSync(log, 'utf8')).toMatch(/"what":"navigate"/);
  await expect.poll(() => electron.windows().length).toBe(1);
  expect(await page.evaluate(() => 'simpul' in window)).toBe(true);
  expect(page.url()).toBe(address);
});

test('a change made in the window is answered, and heard by the window', async ({ desktop }) => {
  await listen(desktop);
  const requestId = 'request-0001';
  const answer = await desktop.call({ method: 'codes.create', input: { name: 'Inovasi layanan' }, requestId });
  expect(answer).toMatchObject({ ok: true });
  await expect.poll(() => heardBy(desktop)).toContainEqual(expect.objectContaining({ type: 'changed', requestId }));
  // HI6: sent again with its identifier it is carried out once.
  expect(await desktop.call({ method: 'codes.create', input: { name: 'Inovasi layanan' }, requestId })).toEqual(answer);
});

test('an error comes as a value, in the user’s language', async ({ desktop }) => {
  const answer = await desktop.call({ method: 'codes.create', input: { name: '' } });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await desktop.call({ method: 'projects.open', input: { path: '/etc/passwd' } })).toMatchObject({
    ok: false,
    error: { code: 'refused' },
  });
});

test('a file is handed over, and one the application made is saved', async ({ desktop }) => {
  const { page } = desktop;
  const { token } = await page.evaluate(async () => {
    const bytes = new TextEncoder().encode('Pewawancara: Selamat pagi.\nInforman: Selamat pagi.\n').buffer;
    return (await window.simpul?.sendFile('Wawancara uji.txt', bytes)) ?? { token: '' };
  });
  expect(token).not.toBe('');
  const exported = await desktop.call({ method: 'codes.export', input: { format: 'csv' } });
  const file = (exported.ok ? exported.value : {}) as { token: string; name: string };
  const path = join(desktop.home, 'saved.csv');
  await desktop.electron.evaluate(({ session }, target) => {
    Object.assign(globalThis, { saved: [] });
    session.defaultSession.once('will-download', (_event, item) => {
      item.setSavePath(target);
      (globalThis as unknown as { saved: string[] }).saved.push(item.getFilename());
    });
  }, path);
  await follow(desktop, file);
  await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8')).toContain('Transparansi');
  const names = await desktop.electron.evaluate(() => (globalThis as unknown as { saved: string[] }).saved);
  expect(names).toEqual([file.name]);
});

test('the menu speaks the user’s language and runs the window’s commands', async ({ desktop }) => {
  const { electron } = desktop;
  const labels = () =>
    electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')));
  await expect.poll(labels).toEqual(expect.arrayContaining(['Proyek', 'Sunting', 'Tampilan', 'Bantuan']));
  await listen(desktop);
  await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('history.undo')?.click());
  await expect.poll(() => heardBy(desktop)).toContainEqual({ type: 'menu', command: 'history.undo' });
  await desktop.call({ method: 'settings.set', input: { language: 'en' } });
  await expect.poll(labels).toEqual(expect.arrayContaining(['Project', 'Edit', 'View', 'Help']));
});

test('the system’s dialog opens another project, and the menu lists both', async ({ desktop }) => {
  const { electron } = desktop;
  const made = await desktop.call({ method: 'projects.create', input: { name: 'Studi kedua' } });
  const { path } = (made.ok ? made.value : {}) as { path: string };
  await desktop.call({ method: 'projects.openSample', input: {} });
  expect((await sessionOf(desktop)).open?.name).toBe('Studi contoh');
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  expect(await desktop.call({ method: 'host.openProject', input: {} })).toEqual({ ok: true, value: { path } });
  expect((await sessionOf(desktop)).open?.name).toBe('Studi kedua');
  await expect
    .poll(() =>
      electron.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items[0]?.submenu?.items.find(({ submenu }) => submenu)
          ?.submenu?.items.map(({ label }) => label),
      ),
    )
    .toEqual(['Studi kedua', 'Studi contoh']);
});

test('a file that is no project is refused in one sentence, and nothing is lost', async ({ desktop }) => {
  const { electron, home } = desktop;
  const path = join(home, 'rusak.simpul');
  writeFileSync(path, '');
  await electron.evaluate(
    ({ app, dialog }, args) => {
      const shown: unknown[] = [];
      Object.assign(globalThis, { shown });
      dialog.showMessageBox = (...options: unknown[]) => {
        shown.push(options.at(-1));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      app.emit('second-instance', {}, args, args.at(-1));
    },
    ['simpul', path, home],
  );
  const shown = () =>
    electron.evaluate(() => (globalThis as unknown as { shown: { message: string; detail: string }[] }).shown);
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]?.message).toBe('Proyek tidak dibuka');
  expect(readFileSync(path, 'utf8')).toBe('');
});

test('closing leaves the project as one ordinary file', async ({ desktop }) => {
  await desktop.call({ method: 'codes.create', input: { name: 'Kode terakhir' } });
  const path = (await sessionOf(desktop)).open?.path ?? '';
  // Which of the two depends on the disk the folder is on.
  expect(existsSync(`${path}-wal`) || existsSync(`${path}-journal`)).toBe(true);
  await desktop.electron.close();
  expect(
    readdirSync(dirname(path)).filter((name) => name.startsWith('Studi contoh') && !name.endsWith('.backups')),
  ).toEqual(['Studi contoh.simpul']);
  // RELIABILITY 1: bytes 18 and 19 are 2 in a file that was left in WAL mode.
  expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
});

async function sessionOf({ call }: Desktop): Promise<SessionState> {
  const answer = await call({ method: 'projects.session', input: {} });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as SessionState;
}

async function listen({ page }: Desktop): Promise<void> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.simpul?.onEvent((event) => heard.push(event));
  });
}

function heardBy({ page }: Desktop): Promise<readonly AppEvent[]> {
  return page.evaluate(() => (window as unknown as Heard).heard);
}

async function follow({ page }: Desktop, file: { readonly token: string; readonly name: string }): Promise<void> {
  await page.evaluate(({ token, name }) => {
    const link = document.createElement('a');
    link.href = `/files/${token}`;
    link.download = name;
    document.body.append(link);
    link.click();
  }, file);
}
