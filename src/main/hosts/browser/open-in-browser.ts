// Opens the user's own browser. The address carries a token and every user of a machine can read the arguments
// of every process, so the browser is given a small private file that leads on to the address (B8). The file
// stands in a folder that is not hidden: browsers in a sandbox of their own may read no other.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Opening = {
  /** Whether a browser was started. False where there is no display or nothing to start one with. */
  readonly opened: boolean;
  /** Removes the file. Called by itself after a minute; call it when the program ends. */
  readonly forget: () => void;
};

export type OpeningMachine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts a program and resolves to whether it could be started. */
  readonly start: (program: string, args: readonly string[]) => Promise<boolean>;
};

const minute = 60_000;

/**
 * @param url a loopback address with its token
 * @param folder a folder of the user that is not hidden; made where it is missing
 */
export async function openInBrowser(url: string, folder: string, machine = thisMachine()): Promise<Opening> {
  const opener = openerOf(machine);
  if (!opener) return { opened: false, forget: () => undefined };
  const file = join(folder, `Simpul-${randomBytes(6).toString('hex')}.html`);
  const forget = (): void => rmSync(file, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, leadingPage(url), { mode: 0o600, flag: 'wx' });
  const opened = await machine.start(opener.program, [...opener.args, file]);
  if (opened) setTimeout(forget, minute).unref();
  else forget();
  return { opened, forget };
}

function openerOf({ platform, env }: OpeningMachine): { program: string; args: readonly string[] } | null {
  if (platform === 'darwin') return { program: 'open', args: [] };
  if (platform === 'win32') return { program: 'explorer.exe', args: [] };
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { program: 'xdg-open', args: [] } : null;
}

function leadingPage(url: string): string {
  const address = url.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Simpul</title>
<meta http-equiv="refresh" content="0; url=${address}"></head>
<body><p><a href="${address}">Membuka Simpul … / Opening Simpul …</a></p></body>
</html>
`;
}

function thisMachine(): OpeningMachine {
  return {
    platform: process.platform,
    env: process.env,
    start: (program, args) =>
      new Promise((resolve) => {
        const child = spawn(program, args, { stdio: 'ignore', detached: true });
        child.once('error', () => resolve(false));
        child.once('spawn', () => {
          child.unref();
          resolve(true);
        });
      }),
  };
}
