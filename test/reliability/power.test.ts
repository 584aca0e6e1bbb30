// R3 of the reliability plan: the power goes at any moment. A session runs under strace; from the log of its writes and
// syncs, states are built that a disk may be in when the power went at a point of the log, and each is opened by the
// real program: it is sound, and holds what had been acknowledged up to there, and at most the one change under way.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import { differences, readStudy } from '../support/kill-reader.ts';
import { createDisk } from '../support/power-disk.ts';
import { record, type Recording, type SessionPlan } from '../support/power-recording.ts';
import { whyNoTrace, type DiskEvent } from '../support/power-trace.ts';
import { clientFor, makeWorkshop, randomOf, root } from '../support/project.ts';

const small = { text: 500, documents: 5 };
/** Short sessions: the first change of each goes through a rollback journal, closing through another. */
const short: readonly SessionPlan[] = [6, 1, 1, 2, 1, 14, 1, 3].map((changes) => ({ ...small, changes }));
const firstChanges: readonly SessionPlan[] = [1, 1, 1, 1, 1].map((changes) => ({ ...small, changes }));
/** A long session on long texts, whose log fills up and is written back into the file while it goes on. */
const long: readonly SessionPlan[] = [{ text: 60_000, documents: 2, often: ['edit text', 'undo'], changes: 90 }];
const images = 200;
const weaker = ['--import', pathToFileURL(join(root, 'test/support/power-weaker.ts')).href];

const folder = mkdtempSync(join(tmpdir(), 'simpul-power-'));
const workshop = makeWorkshop({ host: 'cli' });
const app = createApp(workshop.ports);
afterAll(async () => {
  await app.close();
  workshop.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const missing = whyNoTrace();
test.skipIf(missing === null)(`skipped: ${missing}`, () => expect(missing).not.toBeNull());

describe.skipIf(missing !== null)('power cuts', () => {
  test(`R3: ${images} images of a disk after a power cut lose nothing; with synchronous=NORMAL they do`, async () => {
    const shorts = await makeRecording('short', short);
    const longs = await makeRecording('long', long);
    expect(crossesCheckpoint(longs.events)).toBe(true);
    const found = [
      ...(await cutAtRandom('short', shorts, (images * 3) / 5, 1)),
      ...(await cutAtRandom('long', longs, (images * 2) / 5, 2)),
    ];
    // Negative controls: the same harness and the same program, on a database that promises less.
    const weakLog = await makeRecording('weak-log', [{ ...small, changes: 40 }], weaker);
    const weakJournal = await makeRecording('weak-journal', firstChanges, weaker);
    const normal = await cutAtRandom('weak-log', weakLog, images / 4, 3);
    const off = await cutAtRandom('weak-journal', weakJournal, images / 4, 4);
    const lost = lostIn(found);
    console.log(
      `power cuts: ${found.length} images, lost: ${lost.length}; with synchronous=NORMAL: ` +
        `${lostIn(normal).length} images lost (of ${normal.length}, at worst ${Math.max(...normal.map((cut) => cut.lost))} ` +
        `changes); with a rollback journal and synchronous=OFF: ${spoiltIn(off).length} images lost or damaged (of ${off.length})`,
    );
    expect(found).toHaveLength(images);
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
    expect(lost).toEqual([]);
    expect(lostIn(normal).length).toBeGreaterThan(0);
    expect(spoiltIn(off).length).toBeGreaterThan(0);
    // Every kind of place was cut at, and the journal of a first change was found and rolled back.
    expect(new Set(found.flatMap((cut) => cut.files))).toEqual(
      new Set(['study.simpul', 'study.simpul-wal', 'study.simpul-journal']),
    );
    expect(workshop.faults).toEqual([]);
  });
});

type Cut = { readonly lost: number; readonly problems: readonly string[]; readonly files: readonly string[] };

function lostIn(cuts: readonly Cut[]): readonly Cut[] {
  return cuts.filter((cut) => cut.lost > 0);
}

function spoiltIn(cuts: readonly Cut[]): readonly Cut[] {
  return cuts.filter((cut) => cut.lost > 0 || cut.problems.length > 0);
}

async function makeRecording(
  name: string,
  plans: readonly SessionPlan[],
  nodeArguments: readonly string[] = [],
): Promise<Recording> {
  const own = join(folder, name);
  mkdirSync(own);
  const project = join(own, 'study.simpul');
  const client = clientFor(app);
  await client.projects.create({ name, path: project });
  await client.projects.close({});
  return record(project, plans, randomOf(77), { home: join(folder, `home-${name}`), nodeArguments });
}

async function cutAtRandom(name: string, recording: Recording, count: number, seed: number): Promise<readonly Cut[]> {
  const { before, events } = recording;
  const random = randomOf(seed);
  const places = Object.values(Object.groupBy(events.keys(), (index) => placeOf(events[index])));
  const cuts = Array.from(
    { length: count },
    (_, index) => random.pick(places[index % places.length] ?? []) + random.below(2),
  );
  const disk = createDisk(before);
  const found: Cut[] = [];
  let done = 0;
  let acknowledged = 0;
  for (const cut of cuts.sort((a, b) => a - b)) {
    for (; done < cut; done += 1) {
      const event = events[done];
      if (!event) throw new RangeError('a cut beyond the end of the log');
      disk.follow(event);
      if (event.kind === 'acknowledge') acknowledged = event.id;
    }
    const image = disk.image(random);
    found.push(await examine(`${name}, cut before event ${cut} of ${events.length}`, image, recording, acknowledged));
  }
  return found;
}

/** So that rare places are cut at as often as frequent ones. */
function placeOf(event: DiskEvent | undefined): string {
  return event && 'name' in event ? `${event.name} ${event.kind === 'sync'}` : (event?.kind ?? '');
}

async function examine(
  where: string,
  image: ReadonlyMap<string, Uint8Array>,
  { ledgers }: Recording,
  acknowledged: number,
): Promise<Cut> {
  const own = join(folder, 'image');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  for (const [name, bytes] of image) writeFileSync(join(own, name), bytes);
  const path = join(own, 'study.simpul');
  const files = [...image.keys()];
  const client = clientFor(app);
  try {
    await client.projects.open({ path });
    const { problems } = await client.project.check({});
    await client.projects.close({});
    const found = await readStudy(path);
    const wanted = ledgers[acknowledged];
    const next = ledgers[acknowledged + 1];
    if (!wanted) throw new RangeError('no such ledger');
    const damage = problems.map(({ object, message }) => `${where}: check: ${object}: ${message}`);
    const missingRows = differences(found, wanted);
    if (missingRows.length === 0 || (next && differences(found, next).length === 0)) {
      return { lost: 0, problems: damage, files };
    }
    const earlier = ledgers.findIndex((ledger) => differences(found, ledger).length === 0);
    if (earlier >= 0 && earlier < acknowledged) return { lost: acknowledged - earlier, problems: damage, files };
    return { lost: 0, problems: [...damage, ...missingRows.map((line) => `${where}: ${line}`)], files };
  } catch (error) {
    return { lost: 0, problems: [`${where}: ${String(error)}`], files };
  }
}

/** Whether the log was written back into the file and changes went on after it. */
function crossesCheckpoint(events: readonly DiskEvent[]): boolean {
  const logMade = events.findIndex((event) => event.kind === 'create' && event.name.endsWith('-wal'));
  const back = events.findIndex(
    (event, index) => index > logMade && event.kind === 'write' && event.name === 'study.simpul',
  );
  return back >= 0 && events.slice(back).filter((event) => event.kind === 'acknowledge').length > 3;
}
