// Starts the built program under Playwright: in the real Electron where its binary is, else in the stand-in.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { Answer, Request } from '../../../src/shared/contract/client.ts';

const root = join(import.meta.dirname, '../../..');

/** Whether Electron's own binary is here. Looked for as a file: asking the package for it would download it. */
export const hasElectron = existsSync(electronBinary());

export type Desktop = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Projects and preferences of this run. */
  readonly home: string;
  /** Sends a request as the page does. */
  readonly call: (request: Request) => Promise<Answer>;
};

export const test = base.extend<{ readonly desktop: Desktop; readonly language: string }>({
  language: ['id_ID.UTF-8', { option: true }],
  desktop: async ({ language }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'simpul-desktop-'));
    const electron = await _electron.launch({
      ...(hasElectron ? {} : { executablePath: join(import.meta.dirname, 'electron') }),
      args: [root, '--sample', ...(hasElectron ? [`--lang=${language.slice(0, 2)}`] : [])],
      env: { ...textsOf(process.env), SIMPUL_HOME: home, LANG: language },
    });
    const page = await electron.firstWindow();
    await page.waitForURL(/^(?:simpul:\/\/app|https:\/\/app\.simpul\.)/, { waitUntil: 'load' });
    const call = (request: Request): Promise<Answer> =>
      page.evaluate((sent) => window.simpul?.call(sent) as Promise<Answer>, request);
    // The project opens while the page loads.
    await expect.poll(() => call({ method: 'project.info', input: {} })).toMatchObject({ ok: true });
    await use({ electron, page, home, call });
    await electron.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect };

function electronBinary(): string {
  const folder = join(root, 'node_modules', 'electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return join(folder, 'dist', 'missing');
  return join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(name, 'utf8'));
}

function textsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
