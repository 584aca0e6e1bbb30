// The command line inside the test's own process: the same `runCli` as the program's entry, without the start of a
// process for each of hundreds of commands. A few commands of every kind are run as processes, too (cli.ts).

import { Readable } from 'node:stream';
import { createApp } from '../../src/main/core/app.ts';
import { runCli } from '../../src/main/hosts/cli/cli.ts';
import type { Ports } from '../../src/main/core/ports.ts';
import type { CliResult } from './cli.ts';
import { makeWorkshop, type Workshop } from './project.ts';

export type Desk = {
  readonly workshop: Workshop;
  readonly run: (
    args: readonly string[],
    options?: { readonly language?: 'id' | 'en'; readonly input?: string },
  ) => Promise<CliResult>;
  /** The answer of a command with `--json`. @throws Error where it failed */
  readonly json: <Value>(...args: readonly string[]) => Promise<Value>;
};

export function makeDesk(): Desk {
  const workshop = makeWorkshop({ host: 'cli' });
  const run: Desk['run'] = async (args, { language = 'en', input = '' } = {}) => {
    const ports: Ports = { ...workshop.ports, defaultLanguage: language };
    let stdout = '';
    let stderr = '';
    const status = await runCli(args, {
      language,
      input: Readable.from(input === '' ? [] : [input]),
      streams: {
        out: (text) => {
          stdout += text;
          return Promise.resolve();
        },
        err: (text) => void (stderr += text),
        terminal: false,
      },
      createApp: () => createApp(ports),
      serve: () => Promise.reject(new Error('serving is tested as a process')),
    });
    return { status, stdout, stderr };
  };
  return {
    workshop,
    run,
    json: async <Value>(...args: readonly string[]) => {
      const { status, stdout, stderr } = await run([...args, '--json']);
      if (status !== 0) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
      return JSON.parse(stdout) as Value;
    },
  };
}
