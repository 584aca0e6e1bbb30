// How much memory work takes: of the whole process, so that the worker threads count, which live in it.

import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const megabyte = 1024 * 1024;

export type Memory = {
  /** Megabytes that the process holds before, after what nobody needs was collected. */
  readonly before: number;
  /** The most it held meanwhile. */
  readonly peak: number;
};

/** Linux keeps the peak itself and begins anew where it is asked to; elsewhere it is looked at every millisecond. */
export async function memoryOf(work: () => unknown): Promise<Memory> {
  collect();
  const before = process.memoryUsage.rss();
  const isKept = beginAnew();
  let seen = before;
  const clock = setInterval(() => (seen = Math.max(seen, process.memoryUsage.rss())), 1);
  try {
    await work();
  } finally {
    clearInterval(clock);
  }
  const peak = Math.max(seen, process.memoryUsage.rss(), isKept ? keptPeak() : 0);
  return { before: before / megabyte, peak: peak / megabyte };
}

/** What the main thread no longer needs is not counted; workers collect for themselves. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}

function beginAnew(): boolean {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}

function keptPeak(): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
