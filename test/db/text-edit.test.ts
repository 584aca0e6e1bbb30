// ED1–ED10 of SPEC.md through the real core and a real file: 20,000 random splices with undo and redo over
// codings at every kind of boundary, in texts with emoji, joiners, combining marks and right-to-left script.
// A slow model that follows single characters says what must be true.

import { afterAll, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { Splice } from '../../src/shared/domain/segments.ts';
import { canonicalText, recomposition, splitsCharacter } from '../../src/shared/domain/text.ts';
import { openRaw, openTestProject, randomOf } from '../support/project.ts';
import { randomRange, randomSplice, randomText } from '../support/random-study.ts';
import { brokenCodings, trackedRows } from '../support/rows.ts';

type ModelCoding = { readonly first: number; readonly last: number } | { readonly orphanAt: number };
type Model = { readonly units: readonly number[]; readonly codings: ReadonlyMap<Guid, ModelCoding> };

let nextUnit = 0;

/** Each code unit has an identity; a coding is known by its first and last unit. */
function modelEdit(model: Model, { at, remove, insert }: Splice): Model {
  const added = Array.from({ length: insert.length }, () => nextUnit++);
  const removed = model.units.slice(at, at + remove);
  const units = [...model.units.slice(0, at), ...added, ...model.units.slice(at + remove)];
  const gone = new Set(removed);
  const codings = new Map(
    [...model.codings].map(([guid, coding]): [Guid, ModelCoding] => {
      if ('orphanAt' in coding) return [guid, coding];
      const own = model.units.slice(model.units.indexOf(coding.first), model.units.indexOf(coding.last) + 1);
      const left = own.filter((unit) => !gone.has(unit));
      const replacedInside = remove > 0 && removed.every((unit) => own.includes(unit)) && added.length > 0;
      // ED4, ED5: what replaces words of the coding belongs to it, if it replaced nothing else.
      const kept = replacedInside ? units.filter((unit) => left.includes(unit) || added.includes(unit)) : left;
      const first = kept[0];
      const last = kept.at(-1);
      return [guid, first === undefined || last === undefined ? { orphanAt: at } : { first, last }]; // ED6
    }),
  );
  return { units, codings };
}

const rounds = 20;
const splicesPerRound = 1000;

describe('editing a coded text', () => {
  let total = 0;
  afterAll(() => {
    console.log(`text edits: ${total} splices, 0 codings with wrong words`);
  });

  test.each(Array.from({ length: rounds }, (_, index) => 1000 + index))(
    'ED1–ED10: codings agree with the model after every edit, undo and redo (seed %i)',
    { timeout: 240_000 },
    async (seed) => {
      const { client, app, path, workshop } = await openTestProject();
      const random = randomOf(seed);
      const text = canonicalText(randomText(random, 160));
      const { guid: documentId } = await client.documents.create({ title: 'D', text });
      const { guid: codeId } = await client.codes.create({ name: 'A' });
      let model: Model = { units: Array.from({ length: text.length }, () => nextUnit++), codings: new Map() };
      const ranges = Array.from({ length: 14 }, () => randomRange(random, text)).filter((range) => range !== null);
      const { guids } = await client.codings.createMany({
        items: ranges.map((range) => ({ documentId, codeId, ...range })),
      });
      model = {
        ...model,
        codings: new Map(
          guids.map((guid, index) => [
            guid,
            {
              first: model.units[ranges[index]?.start ?? 0] ?? 0,
              last: model.units[(ranges[index]?.end ?? 1) - 1] ?? 0,
            },
          ]),
        ),
      };
      await client.projects.close({});
      const before = await rowsOf(path);
      await client.projects.open({ path });
      const past: Model[] = [];
      const future: Model[] = [];

      for (let done = 0; done < splicesPerRound;) {
        const choice = random.below(12);
        if (choice === 0 && past.length > 0) {
          await client.history.undo({});
          future.push(model);
          model = past.pop() ?? model;
        } else if (choice === 1 && future.length > 0) {
          await client.history.redo({});
          past.push(model);
          model = future.pop() ?? model;
        } else {
          const now = await client.documents.text({ documentId });
          const edges = (await client.codings.inDocument({ documentId })).flatMap(({ start, end }) => [start, end]);
          const splices: Splice[] = [];
          let current = now.text;
          let next = model;
          for (let count = 1 + random.below(4); count > 0; count -= 1) {
            const splice = randomSplice(random, current, edges);
            current = current.slice(0, splice.at) + splice.insert + current.slice(splice.at + splice.remove);
            next = modelEdit(next, splice);
            splices.push(splice);
          }
          // A text that grows without end would only test long texts.
          if (current.length > 400) {
            const at = splitsCharacter(current, 200) ? 201 : 200;
            const cut = { at, remove: current.length - at, insert: '' };
            next = modelEdit(next, cut);
            splices.push(cut);
          }
          // T1: what composes, composes after the last splice.
          for (const splice of recomposition(current, splices)) next = modelEdit(next, splice);
          await client.documents.editText({ documentId, revision: now.revision, splices });
          done += splices.length;
          total += splices.length;
          past.push(model);
          future.length = 0;
          model = next;
        }
        await expectLike(model, done);
      }
      expect((await client.project.check({})).problems).toEqual([]);
      while (past.length > 0) {
        await client.history.undo({});
        past.pop();
      }
      await app.close();
      expect(await rowsOf(path)).toEqual(before); // ED10, HI3
      expect(workshop.faults).toEqual([]);
      workshop.cleanUp();

      async function expectLike(wanted: Model, step: number): Promise<void> {
        const { text: found } = await client.documents.text({ documentId });
        if (found !== found.normalize('NFC')) throw new Error(`step ${step}: the text is not NFC`); // T1
        const codings = await client.codings.list({});
        const places = codings.map(({ guid, start, end, quote, state }) => {
          if (quote !== found.slice(start, end)) throw new Error(`step ${step}: quote and slice differ`); // SG3
          const coding = wanted.codings.get(guid);
          const orphan = coding === undefined || 'orphanAt' in coding;
          if ((state === 'orphaned') !== orphan) throw new Error(`step ${step}: orphan state differs`);
          return orphan ? null : { start, end };
        });
        const expected = codings.map(({ guid }) => {
          const coding = wanted.codings.get(guid);
          if (coding === undefined || 'orphanAt' in coding) return null;
          return { start: wanted.units.indexOf(coding.first), end: wanted.units.indexOf(coding.last) + 1 };
        });
        expect(places).toEqual(expected);
        expect(found).toHaveLength(wanted.units.length);
      }
    },
  );

  async function rowsOf(path: string) {
    const db = await openRaw(path);
    try {
      expect(brokenCodings(db)).toEqual([]);
      return trackedRows(db);
    } finally {
      db.close();
    }
  }

  test('ED7: a changed coding is listed with its former words and leaves the list when they come back', async () => {
    const { client, end } = await openTestProject();
    const { guid: documentId } = await client.documents.create({ title: 'D', text: 'satu dua tiga' });
    const { guid: codeId } = await client.codes.create({ name: 'A' });
    await client.codings.create({ documentId, codeId, start: 5, end: 8 });
    await client.documents.editText({ documentId, revision: 1, splices: [{ at: 6, remove: 1, insert: 'O' }] });
    expect((await client.codings.list({})).map(({ quote, state, formerQuote }) => [quote, state, formerQuote])).toEqual(
      [['dOa', 'changed', 'dua']],
    );
    await client.documents.editText({ documentId, revision: 2, splices: [{ at: 6, remove: 1, insert: 'u' }] });
    expect((await client.codings.list({})).map(({ quote, state, formerQuote }) => [quote, state, formerQuote])).toEqual(
      [['dua', 'kept', null]],
    );
    await end();
  });

  test('T1: a mark typed behind its letter composes with it, the answer says so, and undo brings both back', async () => {
    const { client, end } = await openTestProject();
    const { guid: documentId } = await client.documents.create({ title: 'D', text: 'di kafe' });
    const { guid: codeId } = await client.codes.create({ name: 'A' });
    await client.codings.create({ documentId, codeId, start: 3, end: 7 });
    const splices = [{ at: 7, remove: 0, insert: '\u0301' }];
    const answer = await client.documents.editText({ documentId, revision: 1, splices });
    expect(answer).toEqual({ revision: 2, changed: 1, orphaned: 0, recomposed: true });
    expect((await client.documents.text({ documentId })).text).toBe('di kafé');
    expect((await client.codings.list({})).map(({ quote }) => quote)).toEqual(['kafé']);
    await client.history.undo({});
    expect((await client.documents.text({ documentId })).text).toBe('di kafe');
    expect((await client.codings.list({})).map(({ quote, state }) => [quote, state])).toEqual([['kafe', 'kept']]);
    await end();
  });

  test('an edit made for another revision of the text is refused and changes nothing', async () => {
    const { client, end } = await openTestProject();
    const { guid: documentId } = await client.documents.create({ title: 'D', text: 'satu' });
    const stale = client.documents.editText({ documentId, revision: 7, splices: [{ at: 0, remove: 1, insert: '' }] });
    await expect(stale).rejects.toMatchObject({ code: 'text-changed-meanwhile' });
    expect((await client.documents.text({ documentId })).text).toBe('satu');
    await end();
  });
});
