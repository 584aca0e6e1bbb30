import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openInBrowser, type OpeningMachine } from '../../../../src/main/hosts/browser/open-in-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const url = 'http://127.0.0.1:4711/?token=geheim';
type Started = { readonly program: string; readonly args: readonly string[] };

function machine(
  platform: NodeJS.Platform,
  env: Record<string, string>,
  starts: boolean,
): OpeningMachine & { readonly started: Started[] } {
  const started: Started[] = [];
  return {
    platform,
    env,
    started,
    start: (program, args) => {
      started.push({ program, args });
      return Promise.resolve(starts);
    },
  };
}

test('B8: the token stands in a private file and in no argument', async () => {
  const linux = machine('linux', { DISPLAY: ':0' }, true);
  const opening = await openInBrowser(url, folder, linux);
  expect(opening.opened).toBe(true);
  const [{ program, args } = { program: '', args: [] }] = linux.started;
  const [file = ''] = args;
  expect(program).toBe('xdg-open');
  expect(JSON.stringify(args)).not.toContain('geheim');
  expect(readFileSync(file, 'utf8')).toContain(`content="0; url=${url}"`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  opening.forget();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['darwin', 'open'],
  ['win32', 'explorer.exe'],
] as const)('on %s by %s', async (platform, program) => {
  const other = machine(platform, {}, true);
  (await openInBrowser(url, folder, other)).forget();
  expect(other.started[0]?.program).toBe(program);
});

test('without a display nothing is started and nothing left', async () => {
  const headless = machine('linux', {}, true);
  expect((await openInBrowser(url, folder, headless)).opened).toBe(false);
  expect([headless.started, readdirSync(folder)]).toEqual([[], []]);
});

test('where no browser can be started the file is gone at once', async () => {
  expect((await openInBrowser(url, folder, machine('linux', { WAYLAND_DISPLAY: 'wayland-0' }, false))).opened).toBe(
    false,
  );
  expect(readdirSync(folder)).toEqual([]);
});
