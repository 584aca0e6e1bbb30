// ED1–ED10, SG3 and SJ1–SJ5 through the real core and a real file: random edits, codings, resizings, cuts, joins,
// acceptances, undo and redo. After every step text, places, quotes and review list agree with a slow model.

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CallError } from '../../src/shared/contract/client.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { Range, Splice } from '../../src/shared/domain/segments.ts';
import { canonicalText, recomposition, splitsCharacter } from '../../src/shared/domain/text.ts';
import {
  accepted,
  byGuid,
  coded,
  type CodedModel,
  edited,
  joined,
  modelOf,
  rangeIn,
  removed,
  resized,
  split,
  textOf,
  toldBy,
} from '../support/coded-model.ts';
import { openTestProject, randomOf } from '../support/project.ts';
import { randomRange, randomSplice, randomText } from '../support/random-study.ts';

const rounds = 50;
const stepsPerRound = 2000;
const counts = new Map<string, number>();

// A hundred thousand durable commits would wait for the disk most of the time, and durability is not in question here.
const memory = '/dev/shm';

beforeAll(() => {
  if (existsSync(memory)) vi.stubEnv('TMPDIR', memory);
});

afterAll(() => {
  vi.unstubAllEnvs();
  const told = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  console.log(`steps over a coded text: ${told}`);
});

test.each(Array.from({ length: rounds }, (_, index) => 7000 + index))(
  'ED1–ED10, SJ1–SJ5: text, codings, quotes and review list agree with the model after every step (seed %i)',
  { timeout: 600_000 },
  async (seed) => {
    const { client, app, workshop } = await openTestProject();
    const random = randomOf(seed);
    const text = canonicalText(randomText(random, 120));
    const { guid: documentId } = await client.documents.create({ title: 'D', text });
    const codes = [await client.codes.create({ name: 'A' }), await client.codes.create({ name: 'B' })];
    let model = modelOf(text);
    let revision = 1;
    const past: CodedModel[] = [];
    const future: CodedModel[] = [];

    for (let step = 0; step < stepsPerRound; step += 1) {
      const { name, run } = randomStep();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const former = model;
      await run();
      await agree(`step ${step} of seed ${seed}, ${name}, on ${JSON.stringify(textOf(former))}`);
    }
    expect((await client.project.check({})).problems).toEqual([]);
    expect(workshop.faults).toEqual([]);
    await app.close();
    workshop.cleanUp();

    function randomStep(): { readonly name: string; readonly run: () => Promise<void> } {
      const guids = [...model.codings.keys()];
      const choice = random.below(100);
      if (choice < 12 && past.length > 0) return { name: 'undo', run: undo };
      if (choice < (future.length > 0 ? 45 : 0)) return { name: 'redo', run: redo };
      if (guids.length < 4 || (choice < 34 && guids.length < 16)) return { name: 'code', run: code };
      const guid = random.pick(guids);
      if (choice < 44) return { name: 'resize', run: () => resize(guid) };
      if (choice < 52) return { name: 'split', run: () => cut(guid) };
      if (choice < 58) return { name: 'join', run: join };
      if (choice < 62) return { name: 'accept', run: () => accept(guid) };
      if (choice < 66 || guids.length > 20) return { name: 'remove', run: () => remove(guid) };
      return { name: 'edit', run: edit };
    }

    async function undo(): Promise<void> {
      await client.history.undo({});
      future.push(model);
      model = past.pop() ?? model;
    }

    async function redo(): Promise<void> {
      await client.history.redo({});
      past.push(model);
      model = future.pop() ?? model;
    }

    async function code(): Promise<void> {
      const range = randomPlace();
      const { guid: codeId } = random.pick(codes);
      if (!range) return;
      const { guid } = await client.codings.create({ documentId, codeId, ...range });
      done(coded(model, guid, codeId, range));
    }

    async function resize(guid: Guid): Promise<void> {
      const range = randomPlace();
      if (!range) return;
      await client.codings.update({ codingIds: [guid], ...range });
      const { start, end } = rangeIn(model, guid) ?? { start: -1, end: -1 };
      const isSame = start === range.start && end === range.end && model.codings.get(guid)?.state === 'kept';
      if (!isSame) done(resized(model, guid, range)); // HI1
    }

    async function cut(guid: Guid): Promise<void> {
      const range = rangeIn(model, guid) ?? { start: 0, end: 1 };
      let at = range.start + random.below(range.end - range.start + 1);
      if (splitsCharacter(textOf(model), at)) at += 1;
      const made = await unlessRefused(client.codings.split({ codingId: guid, at }), 'split-outside-coding');
      const next = made && split(model, guid, at, made.guid);
      if (made) done(next ?? model);
      else expect(split(model, guid, at, guid), `not cut at ${at}`).toBeNull();
    }

    async function join(): Promise<void> {
      const guids = [...model.codings.keys()].filter(() => random.below(2) === 0);
      if (guids.length < 2) return;
      const answer = await unlessRefused(client.codings.join({ codingIds: guids }), 'codings-apart');
      const next = joined(model, guids);
      expect(answer === null).toBe(next === null);
      if (next) done(next);
    }

    async function accept(guid: Guid): Promise<void> {
      await client.codings.accept({ codingIds: [guid] });
      const next = accepted(model, guid);
      if (next !== model) done(next); // HI1
    }

    async function remove(guid: Guid): Promise<void> {
      await client.codings.delete({ codingIds: [guid] });
      done(removed(model, guid));
    }

    async function edit(): Promise<void> {
      const edges = toldBy(model).flatMap(({ start, end }) => (start < 0 ? [] : [start, end]));
      const splices: Splice[] = [];
      let current = textOf(model);
      for (let count = 1 + random.below(3); count > 0; count -= 1) {
        const splice = randomSplice(random, current, edges);
        current = current.slice(0, splice.at) + splice.insert + current.slice(splice.at + splice.remove);
        splices.push(splice);
      }
      // A text that grows without end would only test long texts.
      if (current.length > 240) {
        const at = splitsCharacter(current, 120) ? 121 : 120;
        splices.push({ at, remove: current.length - at, insert: '' });
        current = current.slice(0, at);
      }
      const all = [...splices, ...recomposition(current, splices)]; // T1
      const answer = await client.documents.editText({ documentId, revision, splices });
      ({ revision } = answer);
      done(edited(model, all));
    }

    function randomPlace(): Range | null {
      const known = toldBy(model).filter(({ start }) => start >= 0);
      // Often the place of another coding: equal, nested and touching places are where rules differ.
      if (known.length > 0 && random.below(3) === 0) {
        const { start, end } = random.pick(known);
        return { start, end };
      }
      return randomRange(random, textOf(model));
    }

    function done(next: CodedModel): void {
      past.push(model);
      future.length = 0;
      model = next;
    }

    async function agree(told: string): Promise<void> {
      const stored = await client.documents.text({ documentId });
      ({ revision } = stored);
      expect(stored.text, told).toBe(textOf(model));
      const codings = await client.codings.list({});
      const found = codings.map(({ guid, code: codeId, start, end, quote, state, formerQuote }) => ({
        guid,
        code: codeId,
        ...(state === 'orphaned' ? { start: -1, end: -1 } : { start, end }),
        quote,
        state,
        formerQuote,
      }));
      expect(found.toSorted(byGuid), told).toEqual(toldBy(model));
    }
  },
);

/** @returns null where the call was refused for this reason */
async function unlessRefused<T>(call: Promise<T>, code: string): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CallError && error.code === code) return null;
    throw error;
  }
}
