// A Chromium for the tests: an installed one, Playwright's download, or Debian's package.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { nodePath, root, run, say } from './prepare.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** @returns the path of a Chromium, or null where none is there and none can be had */
export async function ensureChromium() {
  const installed = await findChromium();
  if (installed) return installed;
  say('Fetching a Chromium for the tests (once) …');
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  await run(nodePath(), [playwright, 'install', 'chromium'], { stdio: 'ignore' });
  if (await findChromium()) return findChromium();
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say("Installing Debian's chromium package (once) …");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
      stdio: 'ignore',
      env,
    });
  }
  return findChromium();
}

async function findChromium() {
  const own = process.env.SIMPUL_CHROMIUM;
  if (own && existsSync(own)) return own;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (onPath) return onPath;
  const { chromium } = await import('playwright-core');
  return [...places, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}
