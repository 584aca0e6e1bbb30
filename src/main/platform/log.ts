// The log holds codes, counts and places in our own code: never words of the study, names or paths (P11). An
// error's message may quote any of them, so only its name, code and the lines it passed through are kept.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger } from '../core/ports.ts';

const largestLog = 1024 * 1024;

/** Appends to `simpul.log` in a folder; the file before it is kept as `simpul.log.1`. Never throws. */
export function createFileLog(folder: string, clock: Clock): Logger {
  const path = join(folder, 'simpul.log');
  const write = (entry: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(path, `${path}.1`);
      appendFileSync(path, `${JSON.stringify({ at: clock.now().toISOString(), ...entry })}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not turn a working program into a failing one for want of its log.
    }
  };
  return {
    info: (code, facts = {}) => write({ code, ...facts }),
    fault: (code, error) => write({ code, ...describeFault(error) }),
  };
}

/** What may be kept of an error: its name, its code, and base names and lines of the stack. */
export function describeFault(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {};
  const at = [...(error.stack ?? '').matchAll(/([\w.-]+\.[cm]?[jt]sx?):(\d+):\d+\)?$/gm)].map(
    ([, file, line]) => `${file}:${line}`,
  );
  return { error: error.name, ...code, stack: at.slice(0, 12) };
}
