// Two coders over the same texts, against asking character by character and unit by unit (METHODS 2.8, 2.9).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presenceAgreement } from '../../../src/shared/domain/analysis/agreement.ts';
import {
  codedStretches,
  compareCoders,
  placesOfFinding,
  type ComparedAt,
  type CoderQuestion,
  type Finding,
} from '../../../src/shared/domain/analysis/coder-comparison.ts';
import { codingColumns, type CodingRow } from '../../../src/shared/domain/analysis/codings.ts';
import { unitisingAlpha } from '../../../src/shared/domain/analysis/unitising.ts';
import { paragraphStartsOf } from '../../../src/shared/domain/text.ts';
import { paragraphUnits } from '../../../src/shared/domain/analysis/units.ts';
import { smallProject, type SmallProject } from './arbitraries.ts';
import { bestMatching, indices, isPresent, type Place } from './reference.ts';

const findings = ['both', 'first', 'second'] as const satisfies readonly Finding[];
const runs = { numRuns: Number(process.env['SIMPUL_CASES'] ?? 300) };

function unitsOf(project: SmallProject) {
  return project.texts.map((text) => paragraphUnits(paragraphStartsOf(text), text.length));
}

function question(project: SmallProject, at: ComparedAt): CoderQuestion {
  const { codes, texts, rows } = project;
  return { codings: codingColumns(rows), codes, documents: texts.length, first: 0, second: 1, at };
}

/** Both, only the first, only the second, neither: every place asked for either coder. */
function askedOneByOne({ rows, codes }: SmallProject, places: readonly Place[], percent: number | null) {
  const of = (coder: number) => rows.filter((row) => row.coder === coder);
  return indices(codes).flatMap((code) => {
    const table = [0, 0, 0, 0];
    for (const place of places) {
      const [first, second] = [isPresent(of(0), code, place, percent), isPresent(of(1), code, place, percent)];
      const cell = first && second ? 0 : first ? 1 : second ? 2 : 3;
      table[cell] = (table[cell] ?? 0) + 1;
    }
    return table;
  });
}

const lengthsOf = ({ texts }: SmallProject) => Int32Array.from(texts, (text) => text.length);

function characters({ texts }: SmallProject): readonly Place[] {
  return texts.flatMap((text, document) => indices(text.length).map((at) => [{ document, start: at, end: at + 1 }]));
}

function paragraphs(project: SmallProject): readonly Place[] {
  return unitsOf(project).flatMap(({ starts, ends }, document) =>
    Array.from(starts, (start, k) => [{ document, start, end: ends[k] ?? 0 }]),
  );
}

function cases({ texts, caseOf, cases: count }: SmallProject): readonly Place[] {
  return indices(count).map((number) =>
    texts.flatMap((text, document) => (caseOf[document] === number ? [{ document, start: 0, end: text.length }] : [])),
  );
}

const modes = fc.constantFrom(null, 1, 50, 100);
const modeOf = (percent: number | null) =>
  percent === null ? ({ kind: 'touch' } as const) : ({ kind: 'cover', percent } as const);

describe('the table of each code equals asking every unit for each coder', () => {
  test('characters', () => {
    fc.assert(
      fc.property(smallProject, (project) => {
        const { n, tables } = compareCoders(question(project, { kind: 'characters', lengths: lengthsOf(project) }));
        expect(n).toBe(project.texts.join('').length);
        expect([...tables]).toEqual(askedOneByOne(project, characters(project), null));
      }),
      runs,
    );
  });
  test('paragraphs, touched or covered', () => {
    fc.assert(
      fc.property(smallProject, modes, (project, percent) => {
        const units = unitsOf(project);
        const at = { kind: 'units', mode: modeOf(percent), unitsOf: (d: number) => units[d] ?? noUnits } as const;
        const { n, tables } = compareCoders(question(project, at));
        expect(n).toBe(paragraphs(project).length);
        expect([...tables]).toEqual(askedOneByOne(project, paragraphs(project), percent));
      }),
      runs,
    );
  });
  test('cases', () => {
    fc.assert(
      fc.property(smallProject, modes, (project, percent) => {
        const { caseOf, cases: groups } = project;
        const groupOf = Int32Array.from(caseOf);
        const at = { kind: 'groups', mode: modeOf(percent), groupOf, groups, lengths: lengthsOf(project) } as const;
        expect([...compareCoders(question(project, at)).tables]).toEqual(
          askedOneByOne(project, cases(project), percent),
        );
      }),
      runs,
    );
  });
  test('segments: no matching has more pairs, and none is left over that could be paired', () => {
    fc.assert(
      fc.property(smallProject, fc.constantFrom(1, 50, 90, 100), (project, percent) => {
        const { tables } = compareCoders(question(project, { kind: 'segments', percent }));
        for (const code of indices(project.codes)) {
          const of = (coder: number) =>
            project.rows.filter((row) => row.code === code && row.coder === coder).slice(0, 6);
          const [left, right] = [of(0), of(1)];
          const few = { ...project, rows: [...left, ...right] };
          const [pairs = 0, first = 0, second = 0] = compareCoders(
            question(few, { kind: 'segments', percent }),
          ).tables.slice(code * 4);
          expect(pairs).toBe(bestMatching(left, right, (a, b) => isNearlySame(a, b, percent)));
          expect([pairs + first, pairs + second]).toEqual([left.length, right.length]);
        }
        expect(tables).toHaveLength(project.codes * 4);
      }),
      runs,
    );
  });
});

test('turning the coders round turns the table round, and every coefficient of 0/0 is null', () => {
  fc.assert(
    fc.property(smallProject, (project) => {
      const asked = question(project, { kind: 'characters', lengths: lengthsOf(project) });
      const there = compareCoders(asked).tables;
      const back = compareCoders({ ...asked, first: 1, second: 0 }).tables;
      for (const code of indices(project.codes)) {
        const [a = 0, b = 0, c = 0, d = 0] = there.slice(code * 4);
        expect(back.slice(code * 4, code * 4 + 4)).toEqual(Float64Array.of(a, c, b, d));
        const found = presenceAgreement(a, b, c, d);
        if (a + b + c === 0) expect([found.cohenKappa.value, found.positiveAgreement]).toEqual([null, null]);
        for (const value of [found.cohenKappa.value, found.scottPi.value, found.alpha]) {
          if (value !== null) expect(value).toBeLessThanOrEqual(1);
        }
      }
    }),
    runs,
  );
});

describe('a cell opens what was counted', () => {
  test('characters: the stretches of each finding have as many characters, and each its codings', () => {
    fc.assert(
      fc.property(smallProject, fc.nat(3), (project, code) => {
        const asked = question(project, { kind: 'characters', lengths: lengthsOf(project) });
        const { tables } = compareCoders(asked);
        findings.forEach((finding, cell) => {
          const places = placesOfFinding(asked, code, finding);
          expect(places.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(tables[code * 4 + cell]);
          for (const { document, start, end, rows } of places) {
            const coders = new Set(rows.map((row) => asked.codings.coder[row] ?? -1));
            expect([...coders].toSorted(ascending)).toEqual(
              finding === 'both' ? [0, 1] : [finding === 'first' ? 0 : 1],
            );
            for (const row of rows) {
              expect(asked.codings.document[row]).toBe(document);
              expect(asked.codings.start[row]).toBeLessThan(end);
              expect(asked.codings.end[row]).toBeGreaterThan(start);
            }
          }
        });
      }),
      runs,
    );
  });
  test('paragraphs: one place a unit', () => {
    fc.assert(
      fc.property(smallProject, fc.nat(3), (project, code) => {
        const units = unitsOf(project);
        const at = { kind: 'units', mode: { kind: 'touch' }, unitsOf: (d: number) => units[d] ?? noUnits } as const;
        const asked = question(project, at);
        const { tables } = compareCoders(asked);
        findings.forEach((finding, cell) => {
          const places = placesOfFinding(asked, code, finding);
          expect(places).toHaveLength(tables[code * 4 + cell] ?? -1);
          expect(new Set(places.map(({ document, start }) => `${document} ${start}`)).size).toBe(places.length);
          expect(places.every(({ rows }) => rows.length > 0)).toBe(true);
        });
      }),
      runs,
    );
  });
  test('segments: pairs hold one of each coder', () => {
    fc.assert(
      fc.property(smallProject, fc.nat(3), (project, code) => {
        const asked = question(project, { kind: 'segments', percent: 50 });
        const { tables } = compareCoders(asked);
        findings.forEach((finding, cell) => {
          const places = placesOfFinding(asked, code, finding);
          expect(places).toHaveLength(tables[code * 4 + cell] ?? -1);
          for (const { rows } of places) {
            expect(rows.map((row) => asked.codings.coder[row] ?? -1).toSorted(ascending)).toEqual(
              finding === 'both' ? [0, 1] : [finding === 'first' ? 0 : 1],
            );
          }
        });
      }),
      runs,
    );
  });
});

test('METHODS 2.9: 1,000 characters, both 50, A only 100, B only 50', () => {
  const row = (start: number, end: number, coder: number): CodingRow => ({ document: 0, start, end, code: 0, coder });
  const codings = codingColumns([row(100, 250, 0), row(200, 300, 1)]);
  const at = { kind: 'characters', lengths: Int32Array.of(1000) } as const;
  const { n, tables } = compareCoders({ codings, codes: 1, documents: 1, first: 0, second: 1, at });
  expect([n, ...tables]).toEqual([1000, 50, 100, 50, 800]);
});

test('METHODS 2.9: α for unitising, both codes taken as one: |uα .708747', () => {
  const row = (start: number, end: number, coder: number): CodingRow => ({ document: 0, start, end, code: 0, coder });
  // A coder's overlapping codings of a code are one segment.
  const codings = codingColumns([row(10, 25, 0), row(20, 30, 0), row(50, 70, 0), row(15, 30, 1), row(50, 80, 1)]);
  const line = codedStretches({ codings, codes: 1, documents: 1, first: 0, second: 1 }, Int32Array.of(100));
  expect(unitisingAlpha({ length: line.length, coders: line.codes[0] ?? [], values: 1 }).value).toBeCloseTo(
    0.708747,
    6,
  );
});

const ascending = (a: number, b: number) => a - b;

const noUnits = { starts: new Int32Array(), ends: new Int32Array() };

function isNearlySame(a: CodingRow, b: CodingRow, percent: number): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const covers = (row: CodingRow) => common * 100 >= percent * (row.end - row.start);
  return a.document === b.document && common > 0 && covers(a) && covers(b);
}
