// The real application on a real project file in a folder of its own, with a clock and identifiers that are the
// same in every run.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client } from '../../src/shared/contract/client.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { parseGuid, type Guid } from '../../src/shared/domain/ids.ts';
import { createApp } from '../../src/main/core/app.ts';
import type { App } from '../../src/main/core/app-types.ts';
import type { Ports } from '../../src/main/core/ports.ts';
import { openDriver, type Connection } from '../../src/main/db/database.ts';

// Not by `new URL(…, import.meta.url)`: in tests of the DOM that is the address of a page.
export const root = join(import.meta.dirname, '..', '..');

export type Workshop = {
  readonly folder: string;
  readonly ports: Ports;
  readonly faults: readonly unknown[];
  readonly cleanUp: () => void;
};

/** A folder of its own with ports whose clock advances one second a call. */
export function makeWorkshop(change: Partial<Ports> = {}): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-test-'));
  const faults: unknown[] = [];
  let seconds = 0;
  let count = 0;
  const places = {
    migrations: join(root, 'migrations'),
    samples: join(root, 'samples'),
    projects: join(folder, 'projects'),
    configuration: join(folder, 'configuration'),
  };
  mkdirSync(places.projects);
  const ports: Ports = {
    clock: { now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++) },
    ids: { next: () => guidOf(++count) },
    log: { info: () => undefined, fault: (_, error) => void faults.push(error) },
    places,
    host: 'test',
    version: '0.0.0',
    defaultLanguage: 'en',
    workers: {
      analysis: pathToFileURL(join(root, 'src/main/analysis/worker.ts')),
      importer: pathToFileURL(join(root, 'src/main/core/importers/worker.ts')),
      exporter: pathToFileURL(join(root, 'src/main/core/exporters/worker.ts')),
    },
    ...change,
  };
  return { folder, ports, faults, cleanUp: () => rmSync(folder, { recursive: true, force: true }) };
}

export type TestProject = {
  readonly workshop: Workshop;
  readonly path: string;
  readonly app: App;
  readonly client: Client;
  readonly events: readonly AppEvent[];
  /** Closes the project and the application and removes every file. */
  readonly end: () => Promise<void>;
};

/** A new project, open. */
export async function openTestProject(
  options: {
    readonly template?: string;
    readonly language?: 'id' | 'en';
    readonly ports?: Partial<Ports>;
  } = {},
): Promise<TestProject> {
  const workshop = makeWorkshop(options.ports);
  const path = join(workshop.folder, 'study.simpul');
  const app = createApp(workshop.ports);
  const events: AppEvent[] = [];
  app.onEvent((event) => events.push(event));
  const client = clientFor(app);
  await client.projects.create({
    name: 'Study',
    path,
    ...(options.template === undefined ? {} : { template: options.template }),
    ...(options.language === undefined ? {} : { language: options.language }),
  });
  const end = async (): Promise<void> => {
    await app.close();
    workshop.cleanUp();
  };
  return { workshop, path, app, client, events, end };
}

export function clientFor(app: App): Client {
  return createClient({ call: app.dispatch, onEvent: app.onEvent });
}

/** A readable, unique GUID for a number. */
export function guidOf(number: number): Guid {
  const guid = parseGuid(`00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`);
  if (!guid) throw new RangeError('too large');
  return guid;
}

/** Opens a closed project file by the driver alone, for a test's own SQL. */
export function openRaw(path: string): Promise<Connection> {
  return openDriver(path, { readOnly: false, mustExist: true, busyMs: 0 });
}

/** Seeded random numbers (mulberry32), so that a failing run can be repeated. */
export function randomOf(seed: number): {
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
} {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
