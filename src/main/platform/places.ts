// Where Simpul keeps things on each system. All hosts share one configuration folder, so that a project opened
// in one is among the recent ones of the other.

import { join } from 'node:path';
import type { Places } from '../core/ports.ts';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Folder of the program: it holds `migrations` and `samples`. */
  readonly program: string;
  /** Documents folder where the system told it; `~/Documents` otherwise. */
  readonly documents?: string;
};

/** `SIMPUL_HOME` puts projects and configuration below one folder, for tests and portable use. */
export function placesOf(machine: Machine): Places {
  const own = machine.env['SIMPUL_HOME'];
  return {
    migrations: join(machine.program, 'migrations'),
    samples: join(machine.program, 'samples'),
    projects: own ? join(own, 'projects') : join(machine.documents ?? join(machine.home, 'Documents'), 'Simpul'),
    configuration: own ? join(own, 'configuration') : configurationFolder(machine),
  };
}

/** Indonesian where the system speaks it, English otherwise; the user's own choice comes before both. */
export function languageOfLocale(locale: string): 'id' | 'en' {
  return /^id(?:$|[-_.@])/i.test(locale) ? 'id' : 'en';
}

function configurationFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Simpul');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Simpul');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'simpul');
}
