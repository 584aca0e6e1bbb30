// R4 and R5 of the reliability plan: calls that fail and disks that are full. What failed is not acknowledged and not
// half there, the error says what is wrong, and the session goes on.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import { runProcess, startBatch } from '../support/cli.ts';
import { differences, madeBy, readStudy } from '../support/kill-reader.ts';
import { acknowledged, lineOf, prepare, type SentChange } from '../support/kill-session.ts';
import { follow, newLedger, type Ledger } from '../support/kill-study.ts';
import { callsIn, countCommand, faultCommand, wasMet, type Fault } from '../support/power-faults.ts';
import { whyNoTrace } from '../support/power-trace.ts';
import { clientFor, makeWorkshop, randomOf } from '../support/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'simpul-disk-'));
const home = join(folder, 'home');
const workshop = makeWorkshop({ host: 'cli' });
const app = createApp(workshop.ports);
const client = clientFor(app);
const sizes = { text: 400, documents: 6 };

beforeAll(() => mkdirSync(home));
afterAll(async () => {
  await app.close();
  workshop.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const noTrace = whyNoTrace();
test.skipIf(noTrace === null)(`skipped: ${noTrace}`, () => expect(noTrace).not.toBeNull());

describe.skipIf(noTrace !== null)('R4: calls that fail', () => {
  const changes = 9;
  const base = join(folder, 'base.simpul');
  let ledger = newLedger;
  let count = 0;

  beforeAll(async () => {
    await client.projects.create({ name: 'Base', path: base });
    await client.projects.close({});
    ledger = (await session(base, newLedger, 14, 1, [])).ledger;
  });

  const faults: readonly (Pick<Fault, 'call' | 'error'> & { readonly code: string })[] = [
    { call: 'pwrite64', error: 'ENOSPC', code: 'disk-full' },
    { call: 'pwrite64', error: 'EIO', code: 'disk-error' },
    { call: 'fsync', error: 'EIO', code: 'disk-error' },
    { call: 'ftruncate', error: 'EIO', code: 'disk-error' },
    { call: 'unlink', error: 'EIO', code: 'disk-error' },
    { call: 'openat', error: 'EACCES', code: 'project-read-only' },
  ];

  test.each(faults)('$call answers $error', async ({ call, error, code }) => {
    const path = copyOf(base, `count-${call}`);
    const log = join(folder, 'count.log');
    await session(path, ledger, changes, 2, countCommand(path, call, log));
    const calls = callsIn(readFileSync(log, 'utf8'), call);
    // Every fifth point (the first opening only reads the header), but at least four of a kind that is rare; at one of them all later ones fail, too.
    const first = call === 'openat' ? 2 : 1;
    const step = Math.max(1, Math.min(5, Math.floor(calls / 4)));
    const points = Array.from({ length: Math.ceil((calls - first + 1) / step) }, (_, index) => first + index * step);
    const runs = points.map((at) => ({ at, forEver: false }));
    // Where no file can be opened any more, nothing can be read either.
    if (call !== 'openat') runs.push({ at: points[points.length >> 1] ?? 1, forEver: true });
    let met = 0;
    await inPairs(runs, async ({ at, forEver }) => {
      const name = `${call}-${error}-${at}${forEver ? '-on' : ''}`;
      const own = copyOf(base, name);
      const ownLog = join(folder, `${name}.log`);
      const ended = await session(own, ledger, changes, 2, faultCommand(own, { call, error, at, forEver }, ownLog));
      met += wasMet(readFileSync(ownLog, 'utf8')) ? 1 : 0;
      expect
        .soft({ name, refused: ended.refused.filter((refusal) => refusal !== code) })
        .toEqual({ name, refused: [] });
      expect.soft({ name, stderr: ended.stderr }).toEqual({ name, stderr: '' });
      // A file that may only be read when it is opened is opened to read, and every change is refused.
      const goesOn = forEver || call === 'openat' || ended.refused.length <= 1;
      expect.soft({ name, goesOn }).toEqual({ name, goesOn: true });
      expect
        .soft({ name, wrong: await wrongIn(own, ended.ledger, forEver ? ended.lastRefused : null) })
        .toEqual({ name, wrong: [] });
    });
    count += runs.length;
    console.log(
      `faults: ${call} ${error}: ${runs.length} points of ${calls}, met: ${met}; all so far: ${count}, lost: 0`,
    );
    expect(met).toBeGreaterThan(runs.length / 2);
  });
});

const noMount = whyNoMount();
test.skipIf(noMount === null)(`skipped: ${noMount}`, () => expect(noMount).not.toBeNull());

describe.skipIf(noMount !== null).each(['2m', '10m'])('R5: a disk of %s', (size) => {
  const disk = join(folder, `disk-${size}`);
  const filler = join(disk, 'filler');

  beforeEach(() => {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  });
  afterEach(() => {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  test('fills up under batch: refused as a whole, and work goes on when there is room', async () => {
    const path = join(disk, 'study.simpul');
    await client.projects.create({ name: 'Full', path });
    await client.projects.close({});
    // On the small one the log must find room in the file when it is written back. The larger one crosses a checkpoint.
    fill(filler, disk, size === '2m' ? 400_000 : 5_500_000);
    const random = randomOf(9);
    const batch = startBatch(path, { home });
    let ledger = newLedger;
    const refused: string[] = [];
    const step = async (text: number): Promise<void> => {
      const sent = await prepare(batch, random, ledger, { text, documents: 1000, often: ['create document'] });
      const answer = sent && (await batch.ask(JSON.parse(lineOf(1, sent)) as object));
      if (!sent || !answer) throw new Error(`the process ended: ${await batch.complaint()}`);
      if (answer.ok) ledger = acknowledged(ledger, sent, answer);
      else refused.push(answer.error.code);
    };
    while (refused.length < 3) await step(12_000);
    const before = ledger.steps;
    expect(new Set(refused)).toEqual(new Set(['disk-full']));
    rmSync(filler);
    for (let change = 0; change < 10; change += 1) await step(500);
    expect(refused).toHaveLength(3);
    expect(ledger.steps).toBe(before + 10);
    const ended = await batch.end();
    expect(ended.stderr).toBe('');
    expect(await wrongIn(path, ledger)).toEqual([]);
    expect(readdirSync(disk)).toEqual(['study.simpul']);
    console.log(`disk of ${size}: ${before} changes before it was full, all there; 10 after, lost: 0`);
  });

  test('still full when the session ends: everything acknowledged is there when it is opened again', async () => {
    const path = join(disk, 'study.simpul');
    await client.projects.create({ name: 'Full', path });
    await client.projects.close({});
    fill(filler, disk, 600_000);
    const ended = await session(path, newLedger, 60, 4, [], {
      text: 12_000,
      documents: 1000,
      often: ['create document'],
    });
    expect(new Set(ended.refused)).toEqual(new Set(['disk-full']));
    expect(ended.stderr).toBe('');
    rmSync(filler);
    expect(await wrongIn(path, ended.ledger)).toEqual([]);
  });

  test.each<[string, (project: string) => readonly string[]]>([
    ['new', () => ['new', join(disk, 'made.simpul'), '--template', 'sample']],
    ['backup', (project) => ['backup', project, join(disk, 'made.simpul')]],
    ['codebook export', (project) => ['codebook', 'export', project, join(disk, 'made.docx')]],
    ['codebook export csv', (project) => ['codebook', 'export', project, join(disk, 'made.csv')]],
  ])('%s leaves nothing behind, not even an empty file', async (_, argumentsFor) => {
    const project = join(folder, `sample-${size}.simpul`);
    if (!existsSync(project)) await runProcess(['new', project, '--template', 'sample'], { home });
    const before = hashOf(project);
    fill(filler, disk, 0);
    const result = await runProcess(argumentsFor(project), { home });
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(/^simpul: disk-full: [^\n]+\n$/);
    expect(readdirSync(disk)).toEqual(['filler']);
    expect(hashOf(project)).toBe(before);
    rmSync(filler);
    expect(await runProcess(argumentsFor(project), { home })).toMatchObject({ status: 0, stderr: '' });
  });

  test('import changes no byte of the project', async () => {
    const path = join(disk, 'study.simpul');
    expect(await runProcess(['new', path], { home })).toMatchObject({ status: 0 });
    const source = join(folder, `long-${size}.txt`);
    writeFileSync(source, 'Penanya: apa kabar?\n'.repeat(40_000));
    const before = hashOf(path);
    fill(filler, disk, 100_000);
    const result = await runProcess(['import', path, source], { home });
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(/^simpul: disk-full: [^\n]+\n$/);
    expect(readdirSync(disk).sort()).toEqual(['filler', 'study.simpul']);
    expect(hashOf(path)).toBe(before);
  });
});

type Ended = {
  readonly ledger: Ledger;
  readonly refused: readonly string[];
  readonly lastRefused: SentChange | null;
  readonly stderr: string;
};

async function session(
  path: string,
  start: Ledger,
  changes: number,
  seed: number,
  wrapper: readonly string[],
  own: Parameters<typeof prepare>[3] = sizes,
): Promise<Ended> {
  const random = randomOf(seed);
  const batch = startBatch(path, { home, wrapper });
  let ledger = start;
  const refused: string[] = [];
  let lastRefused: SentChange | null = null;
  for (let change = 1; change <= changes; change += 1) {
    const sent = await prepare(batch, random, ledger, own);
    const answer = sent && (await batch.ask(JSON.parse(lineOf(change, sent)) as object));
    if (!sent || !answer) throw new Error(`the process ended: ${await batch.complaint()}`);
    if (answer.ok) ledger = acknowledged(ledger, sent, answer);
    else {
      refused.push(answer.error.code);
      lastRefused = sent;
    }
  }
  const { stderr } = await batch.end();
  return { ledger, refused, lastRefused, stderr };
}

/**
 * What the program's own check and the ledger find wrong with a project nobody has open.
 * @param last the change refused last, where the disk failed for good: it was written, then the sync failed, and
 *   nothing could be written over it any more. It may stand there, whole.
 */
async function wrongIn(path: string, ledger: Ledger, last: SentChange | null = null): Promise<readonly string[]> {
  const checker = createApp(workshop.ports);
  try {
    const own = clientFor(checker);
    await own.projects.open({ path });
    const { problems } = await own.project.check({});
    await own.projects.close({});
    const damage = problems.map(({ object, message }) => `${object}: ${message}`);
    const found = await readStudy(path);
    const next = last && follow(ledger, last.change, madeBy(found, ledger, last.change));
    return [...damage, ...(next && differences(found, next).length === 0 ? [] : differences(found, ledger))];
  } catch (error) {
    return [String(error)];
  } finally {
    await checker.close();
  }
}

function copyOf(path: string, name: string): string {
  const copy = join(folder, `${name}.simpul`);
  copyFileSync(path, copy);
  return copy;
}

/** Takes all room of a disk but so many bytes. */
function fill(path: string, disk: string, leave: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - leave), 1));
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

async function inPairs<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all([worker(), worker(), worker()]);
}

function whyNoMount(): string | null {
  const place = join(folder, 'try');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return null;
  } catch {
    return 'small disks cannot be mounted here (it needs root on Linux)';
  }
}
