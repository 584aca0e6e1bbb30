// Puts the headless hosts together. Hosts never know each other; only this module and Electron's main do.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createApp } from '../core/app.ts';
import type { Ports } from '../core/ports.ts';
import { nextGuid } from '../platform/guid.ts';
import { createFileLog } from '../platform/log.ts';
import { languageOfLocale, placesOf } from '../platform/places.ts';
import { runCli } from './cli/cli.ts';
import type { CliHost } from './cli/tools.ts';
import type { ExitStatus } from './cli/output.ts';
import { serveWindow } from './serve.ts';

const program = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the command line. @returns the exit status */
export async function main(args: readonly string[]): Promise<ExitStatus> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output has gone, as in `simpul codes … | head`.
    if (error.code === 'EPIPE') process.exit(0);
  });
  const ports = portsOf('cli');
  const host: CliHost = {
    language: ports.defaultLanguage,
    input: process.stdin,
    streams: {
      out: (text) =>
        new Promise((resolve) => {
          process.stdout.write(text, () => resolve());
        }),
      err: (text) => void process.stderr.write(text),
      terminal: process.stderr.isTTY,
    },
    createApp: () => createApp(ports),
    serve: (options) => serveWindow(createApp, portsOf('browser'), program, options),
  };
  return runCli(args, host);
}

/** The real ports of this machine. */
export function portsOf(host: Ports['host']): Ports {
  const { env, platform } = process;
  const places = placesOf({ platform, env, home: homedir(), program });
  const clock = { now: () => new Date() };
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return {
    clock,
    ids: { next: nextGuid },
    log: createFileLog(places.configuration, clock),
    places,
    host,
    version,
    defaultLanguage: languageOfLocale(
      env['SIMPUL_LANG'] ??
        env['LC_ALL'] ??
        env['LC_MESSAGES'] ??
        env['LANG'] ??
        Intl.DateTimeFormat().resolvedOptions().locale,
    ),
    workers: {
      analysis: new URL('../analysis/worker.ts', import.meta.url),
      importer: new URL('../core/importers/worker.ts', import.meta.url),
      exporter: new URL('../core/exporters/worker.ts', import.meta.url),
    },
  };
}
