import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertCodings, codingColumns, documentOffsets } from '../../../src/shared/domain/analysis/codings.ts';
import {
  frequencyInUnits,
  presenceInGroups,
  presenceInUnits,
  unitCounts,
  unitsByCode,
} from '../../../src/shared/domain/analysis/presence.ts';
import type { UnitRuns } from '../../../src/shared/domain/analysis/presence.ts';
import { paragraphUnits, windowUnits } from '../../../src/shared/domain/analysis/units.ts';
import type { UnitSource } from '../../../src/shared/domain/analysis/units.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { paragraphStartsOf } from '../../../src/shared/domain/text.ts';
import { smallProject } from './arbitraries.ts';
import type { SmallProject } from './arbitraries.ts';
import { indices, isPresent } from './reference.ts';
import type { Place } from './reference.ts';

const sources = (texts: readonly string[]): Readonly<Record<'paragraphs' | 'words' | 'windows', UnitSource>> => {
  const textOf = (document: number) => texts[document] ?? '';
  return {
    paragraphs: (document) => paragraphUnits(paragraphStartsOf(textOf(document)), textOf(document).length),
    words: (document) => wordUnits(textOf(document)),
    windows: (document) => windowUnits(wordUnits(textOf(document)), 2),
  };
};

function placesOf(texts: readonly string[], unitsOf: UnitSource): readonly Place[] {
  return texts.flatMap((_, document) => {
    const { starts, ends } = unitsOf(document);
    return Array.from(starts, (start, k) => [{ document, start, end: ends[k] ?? 0 }]);
  });
}

function expectedUnits(project: SmallProject, places: readonly Place[], percent: number | null): number[][] {
  return indices(project.codes).map((code) =>
    indices(places.length).filter((unit) => isPresent(project.rows, code, places[unit] ?? [], percent)),
  );
}

const listed = (runs: UnitRuns, codes: number) => unitsByCode(runs, codes).map((units) => Array.from(units));
const percentage = fc.constantFrom(1, 25, 50, 75, 100);

describe('presence in units (CO1)', () => {
  test.each(['paragraphs', 'words', 'windows'] as const)(
    'in %s, touch and cover, equals counting characters',
    (kind) => {
      fc.assert(
        fc.property(smallProject, percentage, (project, percent) => {
          const { codes, texts } = project;
          const unitsOf = sources(texts)[kind];
          const places = placesOf(texts, unitsOf);
          const question = { codings: codingColumns(project.rows), codes, documents: texts.length, unitsOf };
          const touch = presenceInUnits(question, { kind: 'touch' });
          const cover = presenceInUnits(question, { kind: 'cover', percent });
          expect(listed(touch, codes)).toEqual(expectedUnits(project, places, null));
          expect(listed(cover, codes)).toEqual(expectedUnits(project, places, percent));
          expect(Array.from(unitCounts(cover, codes))).toEqual(listed(cover, codes).map((units) => units.length));
          for (const runs of [touch, cover, frequencyInUnits(question)]) {
            expect(Array.from(runs.first)).toEqual(Array.from(runs.first).toSorted((a, b) => a - b));
            expect(runs.units).toBe(places.length);
          }
        }),
      );
    },
  );

  test('cases: touch and cover over all documents of a case; documents of no case take no part', () => {
    fc.assert(
      fc.property(smallProject, percentage, (project, percent) => {
        const { codes, texts, cases } = project;
        const places = indices(cases).map((group) =>
          texts.flatMap((text, document) =>
            project.caseOf[document] === group ? [{ document, start: 0, end: text.length }] : [],
          ),
        );
        const question = {
          codings: codingColumns(project.rows),
          codes,
          documents: texts.length,
          groupOf: Int32Array.from(project.caseOf),
          groups: cases,
        };
        const lengths = Int32Array.from(texts, (text) => text.length);
        const touch = presenceInGroups(question, { kind: 'touch' }, null);
        const cover = presenceInGroups(question, { kind: 'cover', percent }, lengths);
        expect(listed(touch, codes)).toEqual(expectedUnits(project, places, null));
        expect(listed(cover, codes)).toEqual(expectedUnits(project, places, percent));
        expect(cover.units).toBe(cases);
      }),
    );
  });

  test('cover counts overlapping codings of a code once, and codings of several codes apart', () => {
    const row = (start: number, end: number, code: number) => ({ document: 0, start, end, code, coder: 0 });
    const unitsOf = () => ({ starts: Int32Array.of(0), ends: Int32Array.of(10) });
    const rows = [row(0, 4, 0), row(2, 5, 0), row(0, 4, 1), row(0, 4, 1), row(5, 10, 2)];
    const question = { codings: codingColumns(rows), codes: 3, documents: 1, unitsOf };
    expect(listed(presenceInUnits(question, { kind: 'cover', percent: 50 }), 3)).toEqual([[0], [], [0]]);
    expect(listed(presenceInUnits(question, { kind: 'cover', percent: 51 }), 3)).toEqual([[], [], []]);
  });

  test('a percentage outside (0, 100], and cover without lengths, are refused', () => {
    const codings = codingColumns([]);
    const unitsOf = () => ({ starts: Int32Array.of(0), ends: Int32Array.of(1) });
    for (const percent of [0, -1, 101, Number.NaN]) {
      expect(() => presenceInUnits({ codings, codes: 0, documents: 1, unitsOf }, { kind: 'cover', percent })).toThrow(
        RangeError,
      );
    }
    const grouped = { codings, codes: 0, documents: 1, groupOf: Int32Array.of(0), groups: 1 };
    expect(() => presenceInGroups(grouped, { kind: 'cover', percent: 50 }, null)).toThrow(RangeError);
    expect(() => presenceInGroups({ ...grouped, groups: 0 }, { kind: 'touch' }, null)).toThrow(RangeError);
  });
});

describe('coding columns', () => {
  const row = { document: 0, start: 0, end: 2, code: 0, coder: 0 };

  test('come sorted by document, start and end, whatever the order of the rows', () => {
    fc.assert(
      fc.property(smallProject, ({ rows, texts, codes }) => {
        const codings = codingColumns(rows);
        assertCodings(codings, { codes, documents: texts.length });
        const offsets = documentOffsets(codings.document, texts.length);
        texts.forEach((_, document) => {
          const size = (offsets[document + 1] ?? 0) - (offsets[document] ?? 0);
          expect(size).toBe(rows.filter((each) => each.document === document).length);
        });
      }),
    );
  });

  test.each([
    ['an empty coding', { ...row, end: 0 }],
    ['a negative start', { ...row, start: -1 }],
    ['an unknown code', { ...row, code: 1 }],
    ['an unknown document', { ...row, document: 1 }],
  ])('%s is refused', (_, bad) => {
    expect(() => assertCodings(codingColumns([bad]), { codes: 1, documents: 1 })).toThrow(RangeError);
  });

  test('columns out of order or of unequal length are refused', () => {
    const sorted = codingColumns([row, { ...row, start: 1 }]);
    const turned = { ...sorted, start: sorted.start.toReversed() };
    expect(() => assertCodings(turned, { codes: 1, documents: 1 })).toThrow(/out of order/);
    expect(() => assertCodings({ ...sorted, coder: Int32Array.of(0) }, { codes: 1, documents: 1 })).toThrow(/length/);
  });
});
