// Retrieval against slow, obviously right evaluation: every segment asked one by one, units as sets of characters.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingColumns, type CodingRow } from '../../../src/shared/domain/analysis/codings.ts';
import {
  distanceUnits,
  plainRelations,
  sharedPlaces,
  type Relation,
} from '../../../src/shared/domain/analysis/query.ts';
import { retrieve, type ResolvedQuery, type ReturnMode } from '../../../src/shared/domain/analysis/retrieval.ts';
import { sentenceUnits } from '../../../src/shared/domain/analysis/sentences.ts';
import { paragraphUnits, sectionUnits, type UnitBoundaries } from '../../../src/shared/domain/analysis/units.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { smallProject, type SmallProject } from './arbitraries.ts';

type Kind = 'words' | 'sentences' | 'paragraphs' | 'sections';
type Segment = { readonly document: number; readonly start: number; readonly end: number };

function unitsIn(text: string, kind: Kind): UnitBoundaries {
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  switch (kind) {
    case 'words':
      return wordUnits(text);
    case 'sentences':
      return sentenceUnits(text);
    case 'paragraphs':
      return paragraphUnits(Int32Array.from(lines), text.length);
    case 'sections':
      return text.length > 3 ? sectionUnits(Int32Array.of(2), text.length) : sectionUnits(new Int32Array(), 0);
  }
}

function run({ texts, rows, codes, caseOf }: SmallProject, query: ResolvedQuery, mode: ReturnMode) {
  const found = retrieve({
    codings: codingColumns(rows),
    codes,
    documents: texts.length,
    caseOf: Int32Array.from(caseOf),
    query,
    mode,
    unitsOf: (kind) => (document) => unitsIn(texts[document] ?? '', kind),
  });
  return Array.from(found.document, (document, k): Segment & { readonly rows: readonly number[] } => ({
    document,
    start: found.start[k] ?? 0,
    end: found.end[k] ?? 0,
    rows: [...found.rows.subarray(found.from[k], found.from[k + 1])],
  }));
}
const places = (found: readonly Segment[]) => found.map(({ document, start, end }) => `${document} ${start} ${end}`);

const row = fc.nat(3).map((code): ResolvedQuery => ({ op: 'codes', codes: [code] }));
const relation: fc.Arbitrary<Relation> = fc.oneof(
  fc.constantFrom(...plainRelations).map((kind) => ({ kind })),
  fc.record({
    kind: fc.constantFrom('near', 'before', 'after'),
    distance: fc.nat(3),
    unit: fc.constantFrom(...distanceUnits),
  }),
  fc.constantFrom(...sharedPlaces).map((place) => ({ kind: 'same', place }) as const),
);
const { query } = fc.letrec<{ query: ResolvedQuery }>((tie) => {
  const several = fc.array(tie('query'), { minLength: 1, maxLength: 3 });
  return {
    query: fc.oneof(
      { maxDepth: 3 },
      row,
      fc.constant({ op: 'any' } as const),
      fc.nat(3).map((code) => ({ op: 'alone', codes: [code] }) as const),
      fc.record({ op: fc.constantFrom('and', 'or', 'one-of'), of: several }),
      fc.record({ op: fc.constant('at-least' as const), count: fc.integer({ min: 1, max: 3 }), of: several }),
      tie('query').map((of) => ({ op: 'not', of }) as const),
      fc.record({
        op: fc.constant('relation' as const),
        relation,
        negated: fc.boolean(),
        left: tie('query'),
        right: tie('query'),
        reflexive: fc.boolean(),
      }),
      fc.record({
        op: fc.constant('where' as const),
        of: tie('query'),
        condition: fc.record({
          op: fc.constant('coders' as const),
          fulfil: fc.constantFrom(Uint8Array.of(1, 0), Uint8Array.of(0, 1)),
        }),
      }),
    ),
  };
});

/** The definitions, word for word. */
function slow(project: SmallProject) {
  const { texts, rows, caseOf } = project;
  const all = [
    ...new Map(
      rows.map(({ document, start, end }) => [`${document} ${start} ${end}`, { document, start, end }]),
    ).values(),
  ];
  const at = (segment: Segment, coding: CodingRow) =>
    coding.document === segment.document && coding.start === segment.start && coding.end === segment.end;
  const touched = ({ document, start, end }: Segment, kind: Kind) => {
    const { starts, ends } = unitsIn(texts[document] ?? '', kind);
    return [...starts.keys()].filter((k) => Math.min(ends[k] ?? 0, end) > Math.max(starts[k] ?? 0, start));
  };
  const gap = (a: Segment, b: Segment, unit: Kind | 'characters') => {
    if (unit === 'characters') return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
    const [x, y] = [touched(a, unit), touched(b, unit)];
    return Math.min(...x.flatMap((one) => y.map((other) => Math.abs(one - other))), Infinity);
  };
  const holds = (a: Segment, b: Segment, of: Relation): boolean => {
    if (of.kind === 'same' && of.place === 'case') {
      const group = caseOf[a.document] ?? -1;
      return group >= 0 && caseOf[b.document] === group;
    }
    if (a.document !== b.document) return false;
    const overlap = Math.min(a.end, b.end) > Math.max(a.start, b.start);
    switch (of.kind) {
      case 'includes':
        return a.start <= b.start && b.end <= a.end;
      case 'within':
        return holds(b, a, { kind: 'includes' });
      case 'overlaps':
        return overlap;
      case 'co-occurs':
        return (['includes', 'within', 'overlaps', 'exactly'] as const).some((kind) => holds(a, b, { kind }));
      case 'crosses':
        return a.start < b.start && b.start < a.end && a.end < b.end;
      case 'crossed-by':
        return holds(b, a, { kind: 'crosses' });
      case 'exactly':
        return a.start === b.start && a.end === b.end;
      case 'near':
        return gap(a, b, of.unit) <= of.distance;
      case 'before':
        return a.end <= b.start && gap(a, b, of.unit) <= of.distance;
      case 'after':
        return holds(b, a, { ...of, kind: 'before' });
      case 'same':
        return of.place === 'document' || gap(a, b, `${of.place}s` as Kind) === 0;
    }
  };
  const finds = (segment: Segment, of: ResolvedQuery, coders: readonly number[]): boolean => {
    const here = rows.filter((coding) => at(segment, coding) && coders.includes(coding.coder));
    switch (of.op) {
      case 'any':
        return here.length > 0;
      case 'codes':
        return here.some(({ code }) => of.codes.includes(code));
      case 'alone':
        return (
          here.some(({ code }) => of.codes.includes(code)) &&
          !rows.some((coding) => !of.codes.includes(coding.code) && holds(segment, coding, { kind: 'overlaps' }))
        );
      case 'and':
        return of.of.every((each) => finds(segment, each, coders));
      case 'or':
        return of.of.some((each) => finds(segment, each, coders));
      case 'one-of':
        return of.of.filter((each) => finds(segment, each, coders)).length === 1;
      case 'at-least':
        return of.of.filter((each) => finds(segment, each, coders)).length >= of.count;
      case 'not':
        return here.length > 0 && !finds(segment, of.of, coders);
      case 'where':
        return finds(
          segment,
          of.of,
          of.condition.op === 'coders'
            ? coders.filter((coder) => of.condition.op === 'coders' && of.condition.fulfil[coder] === 1)
            : coders,
        );
      case 'relation': {
        if (!finds(segment, of.left, coders)) return false;
        const some = all.some(
          (other) =>
            !(of.reflexive && other === segment) &&
            finds(other, of.right, coders) &&
            holds(segment, other, of.relation),
        );
        return some !== of.negated;
      }
    }
  };
  return { all, holds, finds };
}

const inOrder = (a: Segment, b: Segment) => a.document - b.document || a.start - b.start || a.end - b.end;

test('every query finds what its definition says, segment by segment', () => {
  fc.assert(
    fc.property(smallProject, query, (project, asked) => {
      const { all, finds } = slow(project);
      const expected = all.filter((segment) => finds(segment, asked, [0, 1])).toSorted(inOrder);
      expect(places(run(project, asked, 'segments'))).toEqual(places(expected));
    }),
    { numRuns: 400 },
  );
});

test('of a relation, the common parts of its pairs, or all segments that take part', () => {
  fc.assert(
    fc.property(smallProject, row, row, relation, (project, left, right, of) => {
      const asked: ResolvedQuery = { op: 'relation', relation: of, negated: false, left, right, reflexive: false };
      const { all, finds, holds } = slow(project);
      const pairs = all
        .filter((segment) => finds(segment, left, [0, 1]))
        .flatMap((a) => all.filter((b) => finds(b, right, [0, 1]) && holds(a, b, of)).map((b) => [a, b] as const));
      const common = pairs
        .map(([a, b]) => ({
          document: a.document,
          start: Math.max(a.start, b.start),
          end: Math.min(a.end, b.end),
          same: a.document === b.document,
        }))
        .filter(({ start, end, same }) => same && end > start)
        .toSorted(inOrder);
      expect(places(run(project, asked, 'intersections'))).toEqual([...new Set(places(common))]);
      expect(places(run(project, asked, 'overlapping'))).toEqual(places([...new Set(pairs.flat())].toSorted(inOrder)));
    }),
  );
});

test('of sets, the stretches of text on which so many of them lie, character by character', () => {
  const ops = fc.constantFrom('and', 'one-of', 'at-least');
  fc.assert(
    fc.property(smallProject, fc.array(row, { minLength: 2, maxLength: 3 }), ops, (project, of, op) => {
      const asked: ResolvedQuery = op === 'at-least' ? { op, count: 2, of } : { op, of };
      const wanted = {
        and: (n: number) => n === of.length,
        'one-of': (n: number) => n === 1,
        'at-least': (n: number) => n >= 2,
      }[op];
      const { all, finds } = slow(project);
      const lying = (document: number, at: number) =>
        of.filter((each) =>
          all.some((s) => s.document === document && s.start <= at && at < s.end && finds(s, each, [0, 1])),
        ).length;
      const characters = project.texts.flatMap((text, document) =>
        [...text]
          .keys()
          .toArray()
          .filter((at) => wanted(lying(document, at)))
          .map((at) => `${document} ${at}`),
      );
      const found = run(project, asked, 'intersections');
      const covered = found.flatMap(({ document, start, end }) =>
        Array.from({ length: end - start }, (_, k) => `${document} ${start + k}`),
      );
      expect(covered).toEqual(characters);
      const whole = all.filter(
        (s) =>
          of.some((each) => finds(s, each, [0, 1])) &&
          found.some((p) => p.document === s.document && p.start < s.end && p.end > s.start),
      );
      expect(places(run(project, asked, 'overlapping'))).toEqual(places(whole.toSorted(inOrder)));
    }),
  );
});

describe('the table of operators (Methods, coding retrieval operators)', () => {
  const project = (a: readonly [number, number], b: readonly [number, number]): SmallProject => ({
    codes: 2,
    texts: ['x'.repeat(40)],
    rows: [a, b].map(([start, end], code) => ({ document: 0, start, end, code, coder: 0 })),
    caseOf: [0],
    cases: 1,
  });
  const stands = (a: readonly [number, number], b: readonly [number, number], of: Relation): boolean =>
    run(
      project(a, b),
      {
        op: 'relation',
        relation: of,
        negated: false,
        left: { op: 'codes', codes: [0] },
        right: { op: 'codes', codes: [1] },
        reflexive: false,
      },
      'segments',
    ).length === 1;
  test.each<[string, readonly [number, number], readonly [number, number], Relation, boolean]>([
    ['includes', [0, 10], [2, 10], { kind: 'includes' }, true],
    ['within', [2, 10], [0, 10], { kind: 'within' }, true],
    ['edge to edge is no overlap', [0, 5], [5, 9], { kind: 'overlaps' }, false],
    ['crosses', [0, 6], [5, 9], { kind: 'crosses' }, true],
    ['crosses is not crossed by', [0, 6], [5, 9], { kind: 'crossed-by' }, false],
    ['the same start is no crossing', [0, 6], [0, 9], { kind: 'crosses' }, false],
    ['exactly', [3, 6], [3, 6], { kind: 'exactly' }, true],
    ['near 3', [0, 5], [8, 9], { kind: 'near', distance: 3, unit: 'characters' }, true],
    ['not near 2', [0, 5], [8, 9], { kind: 'near', distance: 2, unit: 'characters' }, false],
    ['before 3', [0, 5], [8, 9], { kind: 'before', distance: 3, unit: 'characters' }, true],
    ['not after', [0, 5], [8, 9], { kind: 'after', distance: 3, unit: 'characters' }, false],
    ['overlapping is not before', [0, 5], [4, 9], { kind: 'before', distance: 9, unit: 'characters' }, false],
  ])('%s', (_, a, b, of, expected) => {
    expect(stands(a, b, of)).toBe(expected);
  });
});
