// The command line as a process of its own, as scripts start it.

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Answer } from '../../src/shared/contract/client.ts';
import { root } from './project.ts';

export const program = join(root, 'src', 'main', 'simpul.ts');

export type CliSettings = {
  /** Folder for settings and projects of this run alone. */
  readonly home: string;
  readonly language?: 'id' | 'en';
  /** What runs the program in place of Node alone, such as `strace …`. */
  readonly wrapper?: readonly string[];
  /** Arguments of Node before the program. */
  readonly nodeArguments?: readonly string[];
};

export type CliResult = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

export type CliProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Runs one command to its end. */
export async function runProcess(
  args: readonly string[],
  settings: CliSettings,
  input: string | Uint8Array = '',
): Promise<CliResult> {
  const child = startProcess(args, settings);
  child.stdin.on('error', () => undefined); // A command that reads nothing may end before it was written.
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), closed(child)]);
  return { status: child.exitCode, stdout, stderr };
}

export function startProcess(args: readonly string[], settings: CliSettings): CliProcess {
  const { home, language = 'en', wrapper = [], nodeArguments = [] } = settings;
  const [command = process.execPath, ...rest] = [...wrapper, process.execPath, ...nodeArguments, program, ...args];
  return spawn(command, rest, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SIMPUL_HOME: home,
      SIMPUL_LANG: language,
      // Compiled modules are kept between the many processes of a test.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'simpul-test'),
    },
  });
}

export type BatchAnswer = Answer & { readonly id: unknown };

export type Batch = {
  readonly child: CliProcess;
  /** Sends a request and waits for its answer; null where the process ended without one. */
  readonly ask: (request: object) => Promise<BatchAnswer | null>;
  /** Sends a line as it is. */
  readonly send: (line: string) => void;
  /** The next answer; null where the process ended without one. */
  readonly next: () => Promise<BatchAnswer | null>;
  /** Ends the input and waits for the process. */
  readonly end: () => Promise<CliResult>;
  /** What a process that has ended wrote to standard error. */
  readonly complaint: () => Promise<string>;
  /** Ends the process at once, as the loss of power to it would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
};

/** `simpul batch` on a project. */
export function startBatch(project: string, settings: CliSettings): Batch {
  const child = startProcess(['batch', project], settings);
  // A process that was ended closes its input in the middle of a request.
  child.stdin.on('error', () => undefined);
  const stderr = text(child.stderr);
  const ended = closed(child);
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  const next = async (): Promise<BatchAnswer | null> => {
    const { value, done } = await lines.next();
    return done === true ? null : (JSON.parse(value) as BatchAnswer);
  };
  return {
    child,
    next,
    send: (line) => void child.stdin.write(`${line}\n`),
    ask: async (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    end: async () => {
      child.stdin.end();
      while ((await next()) !== null);
      await ended;
      return { status: child.exitCode, stdout: '', stderr: await stderr };
    },
    complaint: () => stderr,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function closed(child: CliProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
