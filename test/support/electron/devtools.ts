// A Chromium and the connection to it. Node's own WebSocket is all it takes.

import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumPath } from '../chromium-path.ts';

export type Params = Readonly<Record<string, unknown>>;
export type Message = { readonly method: string; readonly params: never; readonly sessionId?: string };

export type DevTools = {
  readonly send: <Result>(method: string, params?: Params, sessionId?: string) => Promise<Result>;
  /** Emits each event of the protocol under its session, and those without one under `''`. */
  readonly events: EventEmitter;
  readonly close: () => Promise<void>;
};

export async function startChromium(switches: readonly string[]): Promise<DevTools> {
  const executable = chromiumPath();
  if (executable === undefined) throw new Error('There is no Chromium for the Electron stand-in');
  const profile = mkdtempSync(join(tmpdir(), 'simpul-stand-in-'));
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--no-startup-window',
    '--no-first-run',
    '--disable-gpu',
    '--remote-debugging-port=0',
  ];
  const browser = spawn(executable, [...flags, `--user-data-dir=${profile}`, ...switches], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const socket = await connect(browser);
  const events = new EventEmitter();
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message & { id?: number; result: never; error?: { message: string } };
    if (message.id === undefined) {
      events.emit(message.sessionId ?? '', message);
      return;
    }
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error) reject?.(new Error(message.error.message));
    else resolve?.(message.result);
  });
  const exited = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  return {
    events,
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    close: async () => {
      socket.close();
      browser.kill();
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Passes Chromium's line on to whoever started us: Playwright waits for it. */
async function connect(browser: ChildProcess): Promise<WebSocket> {
  if (!browser.stderr) throw new Error('Chromium has no output');
  for await (const line of createInterface({ input: browser.stderr })) {
    const address = /^DevTools listening on (ws:\/\/.*)$/.exec(line)?.[1];
    if (address === undefined) continue;
    browser.stderr.resume();
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    process.stderr.write(`${line}\n`);
    return socket;
  }
  throw new Error('Chromium ended before it could be reached');
}
