// LK2–LK4 through the real core and a real file: links made, turned and deleted amid random edits of two texts, undo
// and redo. After every step each end has the place and the words a slow model gives it.

import { expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { canonicalText, recomposition } from '../../src/shared/domain/text.ts';
import { coded, type CodedModel, edited, modelOf, rangeIn, removed, textOf, toldBy } from '../support/coded-model.ts';
import { openTestProject, randomOf } from '../support/project.ts';
import { randomRange, randomSplice, randomText } from '../support/random-study.ts';

const rounds = 12;
const stepsPerRound = 250;

type ModelLink = { readonly from: Guid; readonly to: Guid };
/** Every end is a passage in one of the texts; of those without words the last ones are remembered. */
type Model = {
  readonly texts: readonly CodedModel[];
  readonly links: ReadonlyMap<Guid, ModelLink>;
  readonly last: ReadonlyMap<Guid, string>;
};

test.each(Array.from({ length: rounds }, (_, index) => 9100 + index))(
  'LK2–LK4: the ends of links agree with the model after every step (seed %i)',
  { timeout: 300_000 },
  async (seed) => {
    const { client, app, workshop } = await openTestProject();
    const random = randomOf(seed);
    const documents: Guid[] = [];
    const first = [randomText(random, 90), randomText(random, 90)].map(canonicalText);
    for (const text of first) documents.push((await client.documents.create({ title: 'D', text })).guid);
    let model: Model = { texts: first.map(modelOf), links: new Map(), last: new Map() };
    const past: Model[] = [];
    const future: Model[] = [];

    for (let step = 0; step < stepsPerRound; step += 1) {
      const choice = random.below(100);
      const guid = model.links.size > 0 ? random.pick([...model.links.keys()]) : null;
      if (choice < 14 && past.length > 0) await undo();
      else if (choice < 24 && future.length > 0) await redo();
      else if (guid === null || (choice < 44 && model.links.size < 8)) await make();
      else if (choice < 50) await turn(guid);
      else if (choice < 55) await remove(guid);
      else await edit();
      await agree(`step ${step} of seed ${seed}`);
    }
    expect((await client.project.check({})).problems).toEqual([]);
    expect(workshop.faults).toEqual([]);
    await app.close();
    workshop.cleanUp();

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

    async function make(): Promise<void> {
      const places = [random.below(2), random.below(2)].map((text) => {
        const range = randomRange(random, textIn(text));
        return range && { text, ...range };
      });
      const [from, to] = places;
      if (!from || !to || (from.text === to.text && from.start === to.start && from.end === to.end)) return;
      const passage = ({ text, start, end }: typeof from) => ({ documentId: documentAt(text), start, end });
      const { guid } = await client.links.create({ kind: 'explains', from: passage(from), to: passage(to) });
      const made = (await client.links.list({})).find((link) => link.guid === guid);
      if (!made) throw new Error('the link is not told');
      let next = withPassage(model, from.text, made.from.passage, from);
      next = withPassage(next, to.text, made.to.passage, to);
      const links = new Map([...next.links, [guid, { from: made.from.passage, to: made.to.passage }]]);
      done({ ...next, links });
    }

    async function turn(guid: Guid): Promise<void> {
      await client.links.update({ linkId: guid, turn: true });
      const { from, to } = model.links.get(guid) ?? fail();
      done({ ...model, links: new Map([...model.links, [guid, { from: to, to: from }]]) });
    }

    async function remove(guid: Guid): Promise<void> {
      await client.links.delete({ linkIds: [guid] });
      const { from, to } = model.links.get(guid) ?? fail();
      done({
        ...model,
        texts: model.texts.map((text) => removed(removed(text, from), to)),
        links: new Map([...model.links].filter(([other]) => other !== guid)),
      });
    }

    async function edit(): Promise<void> {
      const at = random.below(2);
      const before = model.texts[at] ?? fail();
      const edges = toldBy(before).flatMap(({ start, end }) => (start < 0 ? [] : [start, end]));
      const splice = randomSplice(random, textOf(before), edges);
      const current = textOf(before);
      const text = current.slice(0, splice.at) + splice.insert + current.slice(splice.at + splice.remove);
      const documentId = documentAt(at);
      const { revision } = await client.documents.text({ documentId });
      await client.documents.editText({ documentId, revision, splices: [splice] });
      const next = edited(before, [splice, ...recomposition(text, [splice])]); // T1
      const lost = [...before.codings.keys()].flatMap((guid): [Guid, string][] => {
        const range = rangeIn(before, guid);
        return range && !rangeIn(next, guid) ? [[guid, current.slice(range.start, range.end)]] : [];
      });
      const texts = model.texts.map((one, index) => (index === at ? next : one));
      done({ ...model, texts, last: new Map([...model.last, ...lost]) });
    }

    function done(next: Model): void {
      past.push(model);
      future.length = 0;
      model = next;
    }

    async function agree(told: string): Promise<void> {
      for (const [index, documentId] of documents.entries()) {
        expect((await client.documents.text({ documentId })).text, told).toBe(textIn(index));
      }
      const links = await client.links.list({});
      expect(new Map(links.map(({ guid, from, to }) => [guid, { from: from.passage, to: to.passage }])), told).toEqual(
        model.links,
      );
      for (const end of links.flatMap(({ from, to }) => [from, to])) {
        const index = documents.indexOf(end.document);
        const text = model.texts[index] ?? fail();
        const range = rangeIn(text, end.passage);
        expect(end.isLost, told).toBe(range === null);
        expect(end.quote, told).toBe(range ? textOf(text).slice(range.start, range.end) : model.last.get(end.passage));
        if (range) expect({ start: end.start, end: end.end }, told).toEqual(range);
      }
    }

    function withPassage(one: Model, text: number, passage: Guid, range: { start: number; end: number }): Model {
      return {
        ...one,
        texts: one.texts.map((at, index) => (index === text ? coded(at, passage, passage, range) : at)),
      };
    }

    function textIn(index: number): string {
      return textOf(model.texts[index] ?? fail());
    }

    function documentAt(index: number): Guid {
      return documents[index] ?? fail();
    }
  },
);

function fail(): never {
  throw new Error('there is none');
}
