// The text of a query and its tree say the same, and a fault is told at its place.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparisons,
  distanceUnits,
  plainRelations,
  printQuery,
  queryFields,
  sharedPlaces,
  type Condition,
  type Query,
  type Relation,
} from '../../../src/shared/domain/analysis/query.ts';
import { parseQuery } from '../../../src/shared/domain/analysis/query-parser.ts';

const name = fc.oneof(
  fc.constantFrom('Dana', 'A / B', 'kata "dalam" kutip', 'AND', 'dan', '(x)', 'a,b', '{5F1C}', 'NOT', '≥ 5', '😀'),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[“”]/.test(text)),
);
const relation: fc.Arbitrary<Relation> = fc.oneof(
  fc.constantFrom(...plainRelations).map((kind) => ({ kind })),
  fc.record({
    kind: fc.constantFrom('near', 'before', 'after'),
    distance: fc.nat(1_000_000),
    unit: fc.constantFrom(...distanceUnits),
  }),
  fc.constantFrom(...sharedPlaces).map((place) => ({ kind: 'same', place }) as const),
);
const comparison: fc.Arbitrary<Condition> = fc
  .record({
    field: fc.constantFrom(...queryFields),
    variable: name,
    comparison: fc.constantFrom(...comparisons),
    value: name,
  })
  .map(({ field, variable, ...rest }) => ({
    op: 'compare',
    field,
    variable: field === 'variable' ? variable : null,
    ...rest,
  }));
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.record({
      op: fc.constantFrom('all', 'some'),
      of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }),
    tie('condition').map((of) => ({ op: 'none', of }) as const),
  ),
}));
const { query } = fc.letrec<{ query: Query }>((tie) => {
  const several = fc.array(tie('query'), { minLength: 2, maxLength: 3 });
  return {
    query: fc.oneof(
      { maxDepth: 4 },
      fc.constant({ op: 'any' } as const),
      fc.record({ op: fc.constantFrom('code', 'under', 'alone'), name }),
      fc.record({ op: fc.constantFrom('and', 'or', 'one-of'), of: several }),
      fc.record({ op: fc.constant('at-least' as const), count: fc.nat(9), of: several }),
      tie('query').map((of) => ({ op: 'not', of }) as const),
      fc.record({
        op: fc.constant('relation' as const),
        relation,
        negated: fc.boolean(),
        left: tie('query'),
        right: tie('query'),
      }),
      fc.record({ op: fc.constant('where' as const), of: tie('query'), condition }),
    ),
  };
});

test.each(['en', 'id'] as const)('reading what was printed gives the query again (%s)', (language) => {
  fc.assert(
    fc.property(query, (given) => {
      expect(parseQuery(printQuery(given, language))).toEqual({ ok: true, query: given });
    }),
    { numRuns: 500 },
  );
});

test('a query is printed in the words of a language', () => {
  const parsed = parseQuery(
    'UNDER A NEAR 2 words (NOT B OR ANY WHERE (coder = Ani AND NOT weight > 5)) AND C SAME case D',
  );
  expect(parsed.ok && printQuery(parsed.query, 'id')).toBe(
    '(CABANG "A" DEKAT 2 kata ((BUKAN "B") ATAU (SEMUA DENGAN (pengode = "Ani" DAN (BUKAN bobot > "5"))))) DAN ("C" SAMA kasus "D")',
  );
});

test('any text is read or refused at a place inside it, and never fails otherwise', () => {
  const words = fc.array(
    fc.constantFrom('A', 'AND', 'NOT', '(', ')', ',', '"', 'NEAR', '5', 'words', 'ONE OF', 'WHERE', '=', 'kata x'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        words.map((all) => all.join(' ')),
      ),
      (text) => {
        const parsed = parseQuery(text);
        if (parsed.ok) return;
        expect(parsed.fault.position).toBeGreaterThanOrEqual(0);
        expect(parsed.fault.position).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

describe('what one writes', () => {
  const printed = (text: string): string => {
    const parsed = parseQuery(text);
    return parsed.ok
      ? printQuery(parsed.query)
      : `${parsed.fault.kind} at ${parsed.fault.position}: ${parsed.fault.found}`;
  };
  test.each([
    // Names without quotation marks; words of the language in capitals only.
    ['Budaya kerja dan disiplin AND Dana / Desa', '"Budaya kerja dan disiplin" AND "Dana / Desa"'],
    ['A AND B OR C', '("A" AND "B") OR "C"'],
    ['A OR B AND C', '"A" OR ("B" AND "C")'],
    ['A AND NOT B', '"A" AND (NOT "B")'],
    ['A NOT OVERLAPS B', '"A" NOT OVERLAPS "B"'],
    ['A NEAR 3 kalimat B', '"A" NEAR 3 sentences "B"'],
    ['A SAME paragraph B AND C', '("A" SAME paragraph "B") AND "C"'],
    ['A OVERLAPS B BEFORE 2 words C', '("A" OVERLAPS "B") BEFORE 2 words "C"'],
    ['A WHERE coder = Ani Wati AND B', '("A" WHERE coder = "Ani Wati") AND "B"'],
    [
      'A WHERE (weight >= 50 AND NOT variable Jabatan ≠ Camat)',
      '"A" WHERE (weight >= "50" AND (NOT variable "Jabatan" != "Camat"))',
    ],
    ['“Dana desa” SAMA kasus SEMUA', '"Dana desa" SAME case ANY'],
    ['SEDIKITNYA 2 DARI (A, B, UNDER C)', 'AT LEAST 2 OF ("A", "B", UNDER "C")'],
    ['SALAH SATU (A, B)', 'ONE OF ("A", "B")'],
    ['A BUKAN TERMUAT B DENGAN bobot < 5', '"A" NOT WITHIN ("B" WHERE weight < "5")'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });
  test.each([
    ['', 'unfinished at 0: '],
    ['A AND', 'unfinished at 5: '],
    ['A AND ) B', 'unexpected at 6: )'],
    ['A "B"', 'unexpected at 2: B'],
    ['(A OR B', 'unfinished at 7: '],
    ['A OR "B', 'quote-open at 5: "B'],
    ['A NEAR x words B', 'number at 7: x'],
    ['A NEAR 5 B', 'unit at 9: B'],
    ['A SAME rumah B', 'unit at 7: rumah'],
    ['A WHERE umur = 5', 'field at 8: umur'],
    ['A WHERE weight 5', 'comparison at 15: 5'],
    ['A WHERE weight', 'unfinished at 14: '],
    ['AT LEAST two OF (A)', 'number at 9: two'],
    ['ONE OF A', 'unexpected at 7: A'],
  ])('%s: told where', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });
  test('a thousand parentheses are refused, not followed', () => {
    expect(printed(`${'('.repeat(1000)}A`)).toBe('too-deep at 100: (');
    expect(printed(`${'NOT '.repeat(1000)}A`)).toMatch(/^too-deep at 400/);
  });
});
