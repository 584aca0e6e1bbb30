// R1 of the reliability plan: `kill -9` at random moments of `simpul batch`, while it opens, changes and closes.
// What was acknowledged is in the file, whole; beyond it at most the one change that was under way, also whole; and
// that change, sent again with its identifier, is there exactly once (HI6).

import { copyFileSync, existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/main/core/app-types.ts';
import { createApp } from '../../src/main/core/app.ts';
import { sql } from '../../src/main/db/database.ts';
import { startBatch, type Batch } from '../support/cli.ts';
import { changeKinds, type ChangeKind } from '../support/kill-changes.ts';
import { differences, madeBy, readStudy } from '../support/kill-reader.ts';
import { acknowledged, lineOf, prepare, type SentChange } from '../support/kill-session.ts';
import { follow, newLedger, type Ledger } from '../support/kill-study.ts';
import { clientFor, makeWorkshop, openRaw, randomOf } from '../support/project.ts';

const kills = 200;
const lanes = 4;
const sizes = { text: 600, documents: 6 };
const folder = mkdtempSync(join(tmpdir(), 'simpul-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workshop = makeWorkshop({ host: 'cli' });
afterAll(workshop.cleanUp);

type Tally = { acknowledged: number; beyond: number; readonly kinds: Set<ChangeKind>; readonly lost: string[] };

describe('kill -9', () => {
  test(`R1: ${kills} kills lose nothing that was acknowledged`, async () => {
    const tally: Tally = { acknowledged: 0, beyond: 0, kinds: new Set(), lost: [] };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane, kills / lanes, tally)));
    console.log(
      `kills: ${kills}, acknowledged: ${tally.acknowledged}, carried out but not acknowledged: ${tally.beyond}, ` +
        `kinds of change: ${tally.kinds.size}, lost: ${tally.lost.length}`,
    );
    expect(tally.lost).toEqual([]);
    expect([...tally.kinds].sort()).toEqual([...changeKinds].sort());
    expect(tally.acknowledged).toBeGreaterThan(10 * kills);
    expect(workshop.faults).toEqual([]);
  });

  test('negative control: the comparison sees one missing change, and half of one', async () => {
    const path = join(folder, 'control.simpul');
    await createEmpty(createApp(workshop.ports), path);
    const random = randomOf(5);
    let ledger = newLedger;
    const batch = startBatch(path, { home: join(folder, 'home') });
    const made = { coding: '', cased: '' };
    for (let id = 1; id <= 60 || made.coding === '' || made.cased === ''; id += 1) {
      const sent = await prepare(batch, random, ledger, sizes);
      const answer = sent && (await batch.ask(JSON.parse(lineOf(id, sent)) as object));
      if (!sent || !answer) throw new Error('the session ended early');
      ledger = acknowledged(ledger, sent, answer);
      made.coding = Object.keys(ledger.study.codings)[0] ?? '';
      made.cased = Object.entries(ledger.study.documents).find(([, row]) => row.case !== null)?.[0] ?? '';
    }
    await batch.end();
    expect(differences(await readStudy(path), ledger)).toEqual([]);
    const db = await openRaw(path);
    db.run(sql`DELETE FROM coding WHERE guid = ${made.coding}`);
    db.run(sql`UPDATE document SET case_id = NULL WHERE guid = ${made.cased}`);
    db.close();
    const found = differences(await readStudy(path), ledger);
    expect(found).toHaveLength(2);
    expect(found.join()).toContain(made.coding);
    expect(found.join()).toContain(made.cased);
  });
});

/** One project, killed again and again; each time the next process finishes what the last one left. */
async function runLane(lane: number, rounds: number, tally: Tally): Promise<void> {
  const random = randomOf(1000 + lane);
  const path = join(folder, `lane-${lane}.simpul`);
  const checker = createApp(workshop.ports);
  await createEmpty(checker, path);
  let ledger = newLedger;
  let inFlight: SentChange | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const batch = startBatch(path, { home: join(folder, 'home') });
    ({ ledger, inFlight } = await runUntilKilled(batch, random, ledger, inFlight, tally));
    ledger = await examine(checker, path, ledger, inFlight, tally, `lane ${lane}, kill ${round}`);
  }
  await checker.close();
}

async function runUntilKilled(
  batch: Batch,
  random: ReturnType<typeof randomOf>,
  before: Ledger,
  again: SentChange | null,
  tally: Tally,
): Promise<{ readonly ledger: Ledger; readonly inFlight: SentChange | null }> {
  let ledger = before;
  // Before the first change, at the first (which goes through a rollback journal), or later; some while closing.
  const goal = random.below(6) === 0 ? random.below(2) : 1 + random.below(40);
  if (again) {
    // The examination has entered it in the ledger if it was there; the answer must then be the first one's.
    const answer = await batch.ask(JSON.parse(lineOf(0, again)) as object);
    if (!answer?.ok)
      throw new Error(`sent again, ${JSON.stringify(again.change)} was answered ${JSON.stringify(answer)}`);
    if (!carriedOut.has(again)) ledger = acknowledged(ledger, again, answer);
  }
  for (let id = 1; id <= goal; id += 1) {
    const sent = await prepare(batch, random, ledger, sizes);
    const answer = sent && (await batch.ask(JSON.parse(lineOf(id, sent)) as object));
    if (!sent || !answer) throw new Error(`the process ended by itself: ${await batch.complaint()}`);
    ledger = acknowledged(ledger, sent, answer);
    tally.acknowledged += 1;
    tally.kinds.add(sent.kind);
  }
  if (random.below(8) === 0) {
    batch.child.stdin.end();
    letPass(random.below(12_000));
    await batch.kill();
    return { ledger, inFlight: null };
  }
  const last = goal === 0 && !again ? null : await prepare(batch, random, ledger, sizes);
  if (last) batch.send(lineOf(goal + 1, last));
  letPass(random.below(last ? 5_000 : 300_000));
  await batch.kill();
  const answer = last && (await batch.next());
  if (!last || !answer) return { ledger, inFlight: last };
  tally.acknowledged += 1;
  tally.kinds.add(last.kind);
  return { ledger: acknowledged(ledger, last, answer), inFlight: null };
}

/** Changes found in the file although the process had not answered them. */
const carriedOut = new WeakSet<SentChange>();

/** Holds a copy of what the kill left against the ledger; the next process recovers the original itself. */
async function examine(
  checker: App,
  path: string,
  ledger: Ledger,
  inFlight: SentChange | null,
  tally: Tally,
  where: string,
): Promise<Ledger> {
  const copy = path.replace('lane', 'copy');
  for (const suffix of ['', '-wal', '-journal']) {
    rmSync(`${copy}${suffix}`, { force: true });
    if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
  }
  const client = clientFor(checker);
  await client.projects.open({ path: copy });
  const { problems } = await client.project.check({});
  await client.projects.close({});
  const found = await readStudy(copy);
  const missing = differences(found, ledger);
  const next = inFlight && follow(ledger, inFlight.change, madeBy(found, ledger, inFlight.change));
  const isBeyond = missing.length > 0 && inFlight !== null && next !== null && differences(found, next).length === 0;
  if (isBeyond) {
    carriedOut.add(inFlight);
    tally.beyond += 1;
  } else {
    tally.lost.push(...missing.map((line) => `${where}: ${line}`));
  }
  tally.lost.push(...problems.map(({ object, message }) => `${where}: check: ${object}: ${message}`));
  return isBeyond ? next : ledger;
}

async function createEmpty(checker: App, path: string): Promise<void> {
  mkdirSync(join(folder, 'home'), { recursive: true });
  const client = clientFor(checker);
  await client.projects.create({ name: 'Kill', path });
  await client.projects.close({});
}

/** Nothing is waited for here: the moment of the kill is what is random. @param most microseconds */
function letPass(microseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, microseconds / 1000);
}
