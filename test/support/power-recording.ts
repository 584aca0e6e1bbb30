// Sessions of `simpul batch` under strace, one after the other on one project, and what they had acknowledged when.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startBatch, type CliSettings } from './cli.ts';
import type { Sizes } from './kill-changes.ts';
import { acknowledged, lineOf, prepare } from './kill-session.ts';
import { newLedger, type Ledger } from './kill-study.ts';
import { readTrace, traceCommand, type DiskEvent } from './power-trace.ts';
import type { randomOf } from './project.ts';

export type Recording = {
  /** The project before the first session, safe on the disk. */
  readonly before: ReadonlyMap<string, Uint8Array>;
  readonly events: readonly DiskEvent[];
  /** What must be there after so many acknowledged changes. */
  readonly ledgers: readonly Ledger[];
};

export type SessionPlan = Sizes & { readonly changes: number };

/** @param project an empty project that nobody has open */
export async function record(
  project: string,
  plans: readonly SessionPlan[],
  random: ReturnType<typeof randomOf>,
  settings: CliSettings,
): Promise<Recording> {
  mkdirSync(settings.home, { recursive: true });
  const before = new Map([[basename(project), new Uint8Array(readFileSync(project))]]);
  const events: DiskEvent[] = [];
  const ledgers: Ledger[] = [newLedger];
  for (const plan of plans) {
    const log = join(settings.home, 'strace.log');
    const batch = startBatch(project, { ...settings, wrapper: traceCommand(log) });
    for (let change = 0; change < plan.changes; change += 1) {
      const ledger = ledgers.at(-1) ?? newLedger;
      const sent = await prepare(batch, random, ledger, plan);
      const answer = sent && (await batch.ask(JSON.parse(lineOf(ledgers.length, sent)) as object));
      if (!sent || !answer) throw new Error(`the process ended by itself: ${await batch.complaint()}`);
      ledgers.push(acknowledged(ledger, sent, answer));
    }
    await batch.end();
    for (const event of readTrace(readFileSync(log, 'latin1'), project)) events.push(event);
    rmSync(log);
  }
  return { before, events, ledgers };
}
