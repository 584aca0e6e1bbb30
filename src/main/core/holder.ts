// A note on who has a project open, so that a second Simpul can say it. It is no lock: the lock is SQLite's
// own and ends with the process, so there is never a lock file to delete by hand.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../platform/atomic-write.ts';
import type { Ports } from './ports.ts';

export type Holder = { readonly who: string; readonly since: string; readonly process: number };

export function recordHolder({ places, clock, log }: Ports, path: string): void {
  const note: Holder = {
    who: `${userInfo().username}@${hostname()}`,
    since: clock.now().toISOString(),
    process: process.pid,
  };
  try {
    replaceFile(noteFile(places.configuration, path), JSON.stringify(note));
  } catch (error) {
    log.fault('holder-note', error);
  }
}

export function forgetHolder(configuration: string, path: string): void {
  rmSync(noteFile(configuration, path), { force: true });
}

/** Who opened the project and when; dashes where nothing is known, as with another user's session. */
export function holderOf(
  configuration: string,
  path: string,
): Holder | { readonly who: string; readonly since: string } {
  try {
    return JSON.parse(readFileSync(noteFile(configuration, path), 'utf8')) as Holder;
  } catch {
    return { who: '–', since: '–' };
  }
}

function noteFile(configuration: string, path: string): string {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return join(configuration, 'open', `${name}.json`);
}
