// Issue 4: a large exchange file comes in with progress and cancel. Applying it is one transaction in slices: other calls
// are answered in between and know nothing of it yet, and what is cancelled leaves the file as it was, byte for byte.
// SIMPUL_SIZE=full takes a source of a million characters with ten thousand selections.

import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/main/core/app-types.ts';
import { createApp } from '../../src/main/core/app.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import { generatedProject, type ProjectSize } from '../support/generated-project.ts';
import { clientFor, guidOf, makeWorkshop, type Workshop } from '../support/project.ts';

const isFull = process.env['SIMPUL_SIZE'] === 'full';
const size: ProjectSize = {
  seed: 7,
  documents: 1,
  characters: isFull ? 1_000_000 : 200_000,
  codes: 60,
  codings: isFull ? 10_000 : 4000,
  cases: 1,
  coders: 3,
};
const jobId = 'merge-in-slices';

// One application for all, whose reader is warm; every test has a project of its own.
let workshop: Workshop;
let app: App;
let client: Client;
let bytes: Uint8Array;
beforeAll(async () => {
  // Identifiers that are not those of the generated project.
  let count = 0x5000_0000;
  workshop = makeWorkshop({ ids: { next: () => guidOf(++count) } });
  app = createApp(workshop.ports);
  client = clientFor(app);
  const large = join(workshop.folder, 'large.simpul');
  copyFileSync(await generatedProject(size), large);
  await client.projects.open({ path: large });
  const { file } = await client.interchange.export({ format: 'qdpx' });
  ({ bytes } = app.files.take(file.token));
}, 300_000);
afterAll(async () => {
  await app.close();
  workshop.cleanUp();
});

let path: string;
let planId: string;
let projects = 0;
beforeEach(async () => {
  projects += 1;
  path = join(workshop.folder, `study-${projects}.simpul`);
  await client.projects.create({ name: 'Study', path });
  planId = await read();
}, 300_000);

async function read(): Promise<string> {
  const token = app.files.hold({ name: 'large.qdpx', mediaType: '', bytes });
  return (await client.interchange.read({ name: 'large.qdpx', token })).planId;
}

/** Merges, and does something as soon as applying has begun. */
async function merge<Value>(inTheMidst: () => Promise<Value>) {
  const shares: number[] = [];
  const states: string[] = [];
  const begun = Promise.withResolvers<void>();
  const unhear = app.onEvent((event) => {
    if (event.type !== 'job' || event.jobId !== jobId) return;
    states.push(event.state);
    if (event.state !== 'running' || event.progress === null) return;
    shares.push(event.progress);
    begun.resolve();
  });
  const merging = client.interchange.merge({ planId }, { jobId }).then(
    () => null,
    (error: { readonly code: string }) => error.code,
  );
  await begun.promise;
  const during = await inTheMidst();
  const failed = await merging;
  unhear();
  return { during, shares, states, failed };
}

const hashOfFile = (): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const documents = async (): Promise<number> => (await client.documents.list({})).length;
const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { readonly code: string }) => error.code,
  );

test(
  'writing such a file tells how far it is, and ends at once when it is cancelled',
  { timeout: 300_000 },
  async () => {
    await client.interchange.merge({ planId });
    const exported = async (stopAt: number) => {
      const shares: number[] = [];
      const unhear = app.onEvent((event) => {
        if (event.type !== 'job' || event.jobId !== jobId || event.state !== 'running' || event.progress === null)
          return;
        shares.push(event.progress);
        if (shares.length === stopAt) void client.jobs.cancel({ jobId });
      });
      const outcome = await codeOf(client.interchange.export({ format: 'qdpx' }, { jobId }));
      unhear();
      return { outcome, shares };
    };
    const whole = await exported(0);
    expect(whole.outcome).toBe('done');
    expect(whole.shares.length).toBeGreaterThan(1);
    expect(whole.shares).toEqual(whole.shares.toSorted((a, b) => a - b));
    expect(whole.shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(await exported(1)).toMatchObject({ outcome: 'cancelled' });
  },
);

describe('a merge in slices', { timeout: 300_000 }, () => {
  test('progress is told while it applies; who asks in the midst gets what was committed', async () => {
    const { during, shares, failed } = await merge(async () => ({
      documents: await documents(),
      entries: (await client.history.list({})).length,
    }));
    expect(failed).toBeNull();
    expect(during).toEqual({ documents: 0, entries: 0 });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(await documents()).toBe(1);
    expect(await client.history.list({})).toHaveLength(1);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('a command waits its turn, undo and a second merge are refused with a sentence', async () => {
    const second = await read();
    const { during, failed } = await merge(async () => {
      const creating = codeOf(client.codes.create({ name: 'Sambil menunggu' }));
      const undone = await codeOf(client.history.undo({}));
      const merged = await codeOf(client.interchange.merge({ planId: second }));
      return { undone, merged, created: await creating };
    });
    expect(failed).toBeNull();
    expect(during).toEqual({ undone: 'project-busy', merged: 'project-busy', created: 'done' });
    const done = await client.history.list({});
    expect(done.map(({ method }) => method)).toEqual(['codes.create', 'interchange.merge']);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('cancelled in the midst it leaves the file byte for byte as it was, and no trace in the history', async () => {
    await client.projects.close({});
    const before = hashOfFile();
    await client.projects.open({ path });
    planId = await read();
    const { states, failed } = await merge(() => client.jobs.cancel({ jobId }));
    expect(failed).toBe('cancelled');
    expect(states.at(-1)).toBe('cancelled');
    expect(await client.history.list({})).toEqual([]);
    await client.projects.close({});
    expect(hashOfFile()).toBe(before);
    await client.projects.open({ path });
    // It can be tried again.
    planId = await read();
    expect((await merge(documents)).failed).toBeNull();
    expect(await documents()).toBe(1);
  });

  test('cancelled after other changes it takes back only itself', async () => {
    for (const name of ['Satu', 'Dua', 'Tiga']) await client.codes.create({ name });
    const { failed } = await merge(() => client.jobs.cancel({ jobId }));
    expect(failed).toBe('cancelled');
    expect((await client.codes.list({})).map(({ name }) => name)).toEqual(['Satu', 'Dua', 'Tiga']);
    expect(await client.history.list({})).toHaveLength(3);
    expect((await client.project.check({})).problems).toEqual([]);
    await client.codes.create({ name: 'Empat' });
    expect((await client.codes.list({})).length).toBe(4);
  });

  test('a project that is closed in the midst takes the merge back first', async () => {
    const { failed } = await merge(() => client.projects.close({}));
    expect(failed).toBe('cancelled');
    await client.projects.open({ path });
    expect(await documents()).toBe(0);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('a plan is cancelled in the midst too, and changes nothing', async () => {
    const before = hashOfFile();
    const begun = Promise.withResolvers<void>();
    const unhear = app.onEvent((event) => {
      if (event.type === 'job' && event.jobId === jobId && event.progress !== null) begun.resolve();
    });
    const planning = codeOf(client.interchange.plan({ planId }, { jobId }));
    await begun.promise;
    expect(await documents()).toBe(0);
    await client.jobs.cancel({ jobId });
    expect(await planning).toBe('cancelled');
    unhear();
    expect(hashOfFile()).toBe(before);
  });
});
