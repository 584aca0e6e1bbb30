// Analyses of generated projects against slow, obviously right counting over the same project as a client sees it.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import type { App } from '../../src/main/core/app-types.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import type { Coding } from '../../src/shared/contract/codings.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { sentenceUnits } from '../../src/shared/domain/analysis/sentences.ts';
import { wordUnits } from '../../src/shared/domain/analysis/words.ts';
import type { UnitBoundaries } from '../../src/shared/domain/analysis/units.ts';
import { generatedProject, smallSize } from '../support/generated-project.ts';
import { clientFor, makeWorkshop, randomOf, type Workshop } from '../support/project.ts';

type Unit = readonly { readonly document: Guid; readonly start: number; readonly end: number }[];

let workshop: Workshop;
let app: App;
let client: Client;
let codings: readonly Coding[];
let codes: readonly Guid[];
let texts: ReadonlyMap<Guid, string>;
let cases: ReadonlyMap<Guid, Guid | null>;

beforeAll(async () => {
  workshop = makeWorkshop();
  const path = join(workshop.folder, 'study.simpul');
  copyFileSync(await generatedProject(smallSize), path);
  app = createApp(workshop.ports);
  client = clientFor(app);
  await client.projects.open({ path });
  codes = (await client.codes.list({})).map(({ guid }) => guid);
  const documents = await client.documents.list({});
  cases = new Map(documents.map((document) => [document.guid, document.case]));
  const read = documents.map(
    async ({ guid }) => [guid, (await client.documents.text({ documentId: guid })).text] as const,
  );
  texts = new Map(await Promise.all(read));
  codings = await client.codings.list({});
});
afterAll(async () => {
  await app.close();
  workshop.cleanUp();
});

function piecesOf(split: (text: string) => UnitBoundaries): readonly Unit[] {
  return [...texts].flatMap(([document, text]) => {
    const { starts, ends } = split(text);
    return Array.from(starts, (start, k) => [{ document, start, end: ends[k] ?? 0 }]);
  });
}

/** Lines by splitting at line ends, which is not how the program finds them. */
function lines(text: string): UnitBoundaries {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line !== '') {
      starts.push(at);
      ends.push(at + line.length);
    }
    at += line.length + 1;
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

const windowSize = 7;

function windows(text: string): UnitBoundaries {
  const { starts, ends } = wordUnits(text);
  const count = Math.max(1, starts.length - windowSize + 1);
  return {
    starts: starts.slice(0, count),
    ends: Int32Array.from({ length: count }, (_, k) => ends[Math.min(k + windowSize, ends.length) - 1] ?? 0),
  };
}

type UnitLevel = 'case' | 'document' | 'paragraph' | 'sentence' | 'window';

function unitsOf(level: UnitLevel): readonly Unit[] {
  const whole = [...texts].map(([document, text]) => ({ document, start: 0, end: text.length }));
  switch (level) {
    case 'document':
      return whole.map((piece) => [piece]);
    case 'case': {
      const groups = Map.groupBy(whole, ({ document }) => cases.get(document) ?? null);
      groups.delete(null);
      return [...groups.values()];
    }
    case 'paragraph':
      return piecesOf(lines);
    case 'sentence':
      return piecesOf(sentenceUnits);
    case 'window':
      return piecesOf(windows);
  }
}

function meets(coding: Coding, unit: Unit): boolean {
  return unit.some(
    (piece) => piece.document === coding.document && coding.start < piece.end && coding.end > piece.start,
  );
}

function codesIn(unit: Unit): ReadonlySet<Guid> {
  return new Set(codings.filter((coding) => meets(coding, unit)).map((coding) => coding.code));
}

function overlaps(a: Coding, b: Coding): boolean {
  return a.document === b.document && Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

describe('a generated project', () => {
  test('keeps every invariant', async () => {
    expect(codings.length).toBe(smallSize.codings);
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test.each(['case', 'document', 'paragraph', 'sentence', 'window'] as const)(
    'level %s counts units as a loop over all units does',
    async (level) => {
      const result = await client.analysis.cooccurrence({ level, distance: windowSize });
      const units = unitsOf(level).map(codesIn);
      const expected = codes.map((a) => codes.map((b) => units.filter((unit) => unit.has(a) && unit.has(b)).length));
      expect(result.n).toBe(units.length);
      expect(result.counts).toEqual(expected);
      expect(result.codes.map(({ units: count }) => count)).toEqual(expected.map((row, k) => row[k]));
    },
  );

  test('overlapping pairs, pair by pair', async () => {
    const result = await client.analysis.cooccurrence({ level: 'overlap', matching: 'pairs' });
    const of = new Map(codes.map((guid) => [guid, codings.filter((coding) => coding.code === guid)]));
    const expected = codes.map((a) =>
      codes.map((b) => {
        const mine = of.get(a) ?? [];
        if (a === b) return mine.length;
        return mine.reduce(
          (sum, coding) => sum + (of.get(b) ?? []).filter((other) => overlaps(coding, other)).length,
          0,
        );
      }),
    );
    expect(result.counts).toEqual(expected);
  });

  test('words under a code, word by word', async () => {
    const { rows } = await client.analysis.frequency({});
    const words = piecesOf(wordUnits).map(codesIn);
    expect(rows.map((row) => row.words)).toEqual(codes.map((guid) => words.filter((word) => word.has(guid)).length));
    expect(rows.map((row) => row.wordsShare)).toEqual(rows.map((row) => row.words / words.length));
    expect(rows.map((row) => row.cases)).toEqual(
      codes.map((guid) => unitsOf('case').filter((unit) => codesIn(unit).has(guid)).length),
    );
  });

  test('agreement of two coders, unit by unit and character by character', async () => {
    const [first, second] = (await client.coders.list({})).map(({ guid }) => guid);
    if (!first || !second) throw new RangeError('the generated project has several coders');
    const by = (coder: Guid) => codings.filter((coding) => coding.coder === coder);
    const [one, other] = [by(first), by(second)];
    const found = (of: readonly Coding[], unit: Unit) =>
      new Set(of.filter((coding) => meets(coding, unit)).map((coding) => coding.code));
    for (const level of ['case', 'document', 'paragraph', 'sentence'] as const) {
      const { units, perCode } = await client.analysis.agreement({ coderIds: [first, second], level });
      const all = unitsOf(level).map((unit) => [found(one, unit), found(other, unit)] as const);
      expect(units).toBe(all.length);
      expect(perCode.map(({ a, b, c, d }) => [a, b, c, d])).toEqual(
        codes.map((code) => {
          const both = all.filter(([x, y]) => x.has(code) && y.has(code)).length;
          const [left, right] = [all.filter(([x]) => x.has(code)).length, all.filter(([, y]) => y.has(code)).length];
          return [both, left - both, right - both, all.length - left - right + both];
        }),
      );
    }
    const { perCode } = await client.analysis.agreement({ coderIds: [first, second] });
    const covered = (of: readonly Coding[], code: Guid) => {
      const places = new Set<string>();
      for (const coding of of.filter((each) => each.code === code)) {
        for (let at = coding.start; at < coding.end; at += 1) places.add(`${coding.document} ${at}`);
      }
      return places;
    };
    for (const row of perCode) {
      const [x, y] = [covered(one, row.code), covered(other, row.code)];
      const both = [...x].filter((place) => y.has(place)).length;
      expect([row.a, row.b, row.c]).toEqual([both, x.size - both, y.size - both]);
    }
  });

  test('words of the texts with their TF-IDF and keyness, one by one', async () => {
    const documentIds = [...texts.keys()].slice(0, 3);
    const bag = (ids: readonly Guid[]) =>
      ids.map((guid) => {
        const text = texts.get(guid) ?? '';
        const { starts, ends } = wordUnits(text);
        return Array.from(starts, (start, k) => text.slice(start, ends[k]).toLowerCase()).filter((w) => w.length > 1);
      });
    const here = bag(documentIds);
    const there = bag([...texts.keys()].slice(3)).flat();
    const { rows, words } = await client.search.words({ documentIds, stopWords: 'none', limit: 10_000 });
    expect(words).toBe(here.flat().length);
    expect(rows.length).toBe(new Set(here.flat()).size);
    for (const row of rows) {
      const count = here.flat().filter((word) => word === row.word).length;
      const having = here.filter((all) => all.includes(row.word)).length;
      expect([row.count, row.documents]).toEqual([count, having]);
      expect(row.tfidf).toBeCloseTo(count * Math.log(here.length / having), 9);
      const others = there.filter((word) => word === row.word).length;
      const share = (count + others) / (words + there.length);
      const term = (o: number, size: number) => (o === 0 ? 0 : o * Math.log(o / (size * share)));
      const g2 = 2 * (term(count, words) + term(others, there.length));
      expect(Math.abs(row.keyness ?? Number.NaN)).toBeCloseTo(Math.abs(g2), 6);
    }
  });

  test('a scope of some documents, codes and coders counts what is left', async () => {
    const random = randomOf(5);
    const documentIds = [...texts.keys()].filter(() => random.below(2) === 0);
    const codeIds = codes.filter(() => random.below(2) === 0);
    const coderIds = (await client.coders.list({})).slice(0, 2).map(({ guid }) => guid);
    const result = await client.analysis.cooccurrence({ level: 'paragraph', documentIds, codeIds, coderIds });
    const left = codings.filter(
      ({ document, code, coder }) =>
        documentIds.includes(document) && codeIds.includes(code) && coder !== null && coderIds.includes(coder),
    );
    const units = unitsOf('paragraph')
      .filter((unit) => unit.every(({ document }) => documentIds.includes(document)))
      .map((unit) => new Set(left.filter((coding) => meets(coding, unit)).map((coding) => coding.code)));
    expect(result.n).toBe(units.length);
    expect(result.counts).toEqual(
      codeIds.map((a) => codeIds.map((b) => units.filter((unit) => unit.has(a) && unit.has(b)).length)),
    );
    expect(result.provenance).toMatchObject({ codings: left.length, documents: documentIds.length });
  });

  test('a cell opens exactly the codings that touch its units', async () => {
    const units = unitsOf('paragraph');
    const [rowId, columnId] = [codes[1], codes[2]];
    if (!rowId || !columnId) throw new RangeError('too few codes');
    const { groups } = await client.analysis.cooccurrenceCell({ level: 'paragraph', rowId, columnId });
    const shared = units
      .map((unit) => codings.filter((coding) => [rowId, columnId].includes(coding.code) && meets(coding, unit)))
      .filter((members) => new Set(members.map((coding) => coding.code)).size === 2)
      .map((members) =>
        members
          .map(({ guid }) => guid)
          .toSorted()
          .join(),
      );
    expect(shared.length).toBeGreaterThan(0);
    expect(new Set(groups.map((group) => group.codings.toSorted().join()))).toEqual(new Set(shared));
  });

  test('a cell of single codings opens as many pairs as were counted, each overlapping, one to one', async () => {
    const byGuid = new Map(codings.map((coding) => [coding.guid, coding]));
    const { counts } = await client.analysis.cooccurrence({ level: 'overlap', matching: 'one-to-one' });
    for (const [row, column] of [
      [0, 1],
      [1, 2],
      [2, 5],
      [3, 4],
    ] as const) {
      const [rowId, columnId] = [codes[row], codes[column]];
      if (!rowId || !columnId) throw new RangeError('too few codes');
      const { groups } = await client.analysis.cooccurrenceCell({ level: 'overlap', rowId, columnId });
      expect(groups.length).toBe(counts[row]?.[column]);
      const used = groups.flatMap((group) => group.codings);
      expect(new Set(used).size).toBe(used.length);
      for (const { codings: pair } of groups) {
        const [a, b] = pair.map((guid) => byGuid.get(guid));
        expect(a && b && overlaps(a, b) && a.code !== b.code).toBe(true);
      }
    }
  });
});
