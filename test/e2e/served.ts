// The real program behind the browser host, on folders of its own, and a page that is inside.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { Settings } from '../../src/shared/contract/application.ts';
import { type Answer, CallError } from '../../src/shared/contract/client.ts';
import type { InputOf, MethodName, OutputOf } from '../../src/shared/contract/contract.ts';
import { root } from '../support/project.ts';

export { expect };

export type Served = {
  readonly url: string;
  /** Holds `projects` and `configuration`. */
  readonly home: string;
  readonly process: ChildProcess;
  /** Set to true by a test that takes the host away on purpose: the browser then logs failed requests. */
  readonly trouble: { isExpected: boolean };
  readonly stop: () => Promise<void>;
};

/** @param args what follows `serve`, such as `--sample` or a project's path */
export async function serve(
  settings: Partial<Settings>,
  args: readonly string[],
  home = mkdtempSync(join(tmpdir(), 'simpul-e2e-')),
): Promise<Served> {
  mkdirSync(join(home, 'configuration'), { recursive: true });
  const whole = { language: 'en', theme: 'light', window: {}, ...settings };
  writeFileSync(join(home, 'configuration', 'settings.json'), JSON.stringify(whole));
  const program = ['--no-memory-protection-keys', join(root, 'src', 'main', 'simpul.ts')];
  const child = spawn(process.execPath, [...program, 'serve', '--no-open', ...args], {
    env: { ...process.env, SIMPUL_HOME: home, SIMPUL_LANG: whole.language },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the program ended with ${String(code)} before it said where it is`);
  });
  const [chunk] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  const url = chunk.toString().split('\n')[0] ?? '';
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    rmSync(home, { recursive: true, force: true });
  };
  return { url, home, process: child, trouble: { isExpected: false }, stop };
}

type Options = { readonly settings: Partial<Settings>; readonly serveArgs: readonly string[] };
type Fixtures = {
  readonly served: Served;
  /** A page inside the program. It fails the test for a request that leaves the machine, and for any error it logs. */
  readonly simpul: Page;
};

export const test = base.extend<Fixtures & Options>({
  settings: [{}, { option: true }],
  serveArgs: [['--sample'], { option: true }],
  served: async ({ settings, serveArgs }, use) => {
    const served = await serve(settings, serveArgs);
    await use(served);
    await served.stop();
  },
  simpul: async ({ page, served }, use) => {
    const faults = watch(page, served);
    await page.goto(served.url);
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** What goes wrong in a page from now on: requests that leave its host, errors, and breaches of the policy. */
export function watch(page: Page, served: Served): readonly string[] {
  const faults: string[] = [];
  const { origin } = new URL(served.url);
  // While anybody listens, a chooser is handed to the tests. The system's own, where there is no desktop to show it,
  // would stop the whole browser until it gives up.
  page.on('filechooser', () => undefined);
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) faults.push(`request to ${new URL(url).origin}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isExpected = served.trouble.isExpected && message.text().includes('net::ERR_');
    if (message.type() === 'error' && !isExpected) faults.push(message.text());
  });
  return faults;
}

/** Asks the host as the window does, for what a test needs but is not about. */
export async function ask<Name extends MethodName>(
  page: Page,
  method: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer = await page.evaluate(
    async (request): Promise<Answer> => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch('/call', { method: 'POST', headers, body: JSON.stringify(request) });
      return (await response.json()) as Answer;
    },
    { method, input, requestId: crypto.randomUUID() },
  );
  if (!answer.ok) throw new CallError(answer.error);
  return answer.value as OutputOf<Name>;
}

/** WCAG 2.2 AA by axe, on what is on the screen now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // There are no frames, whose results would be put together in a page of their own.
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  // All screens of a walk are looked at, also after one that has something.
  expect.soft(found).toEqual([]);
}
