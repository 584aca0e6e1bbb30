// Building a query: whatever is built can be written, read back and asked, and changing the kind of a part keeps what
// the other kind can hold.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionKind,
  emptyCondition,
  emptyPart,
  isComplete,
  type PartKind,
  partKinds,
  withConditionKind,
  withEmptyNames,
  withKind,
} from '../../../src/renderer/features/display/retrieval/edit-query.ts';
import { parseQuery } from '../../../src/shared/domain/analysis/query-parser.ts';
import { printQuery, type Query, queryFields } from '../../../src/shared/domain/analysis/query.ts';

const a: Query = { op: 'code', name: 'A' };
const b: Query = { op: 'code', name: 'B' };

test('one kind after another: the part is of that kind, can be written, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...partKinds), { maxLength: 6 }), (kinds: readonly PartKind[]) => {
      let part: Query = emptyPart;
      for (const kind of kinds) {
        part = withKind(part, kind);
        expect(part.op).toBe(kind);
        for (const language of ['en', 'id'] as const) {
          const read = parseQuery(printQuery(part, language));
          expect(read.ok && withEmptyNames(read.query)).toEqual(part);
        }
      }
    }),
    { numRuns: 200 },
  );
});

describe('what was said is kept', () => {
  test.each<readonly [Query, PartKind, Query]>([
    [a, 'and', { op: 'and', of: [a, emptyPart] }],
    [{ op: 'or', of: [a, b] }, 'one-of', { op: 'one-of', of: [a, b] }],
    [{ op: 'or', of: [a, b] }, 'code', a],
    [{ op: 'or', of: [a, b] }, 'not', { op: 'not', of: { op: 'or', of: [a, b] } }],
    [
      { op: 'and', of: [a, b] },
      'relation',
      { op: 'relation', relation: { kind: 'overlaps' }, negated: false, left: a, right: b },
    ],
    [{ op: 'not', of: a }, 'where', { op: 'where', of: a, condition: emptyCondition('coder') }],
    [{ op: 'under', name: 'A' }, 'alone', { op: 'alone', name: 'A' }],
  ])('%j as %s', (part, kind, expected) => expect(withKind(part, kind)).toEqual(expected));
});

test('a query is asked when no name and no value is missing', () => {
  expect(isComplete(a)).toBe(true);
  expect(isComplete({ op: 'any' })).toBe(true);
  expect(isComplete({ op: 'and', of: [a, emptyPart] })).toBe(false);
  const weighed = { op: 'compare', field: 'weight', variable: null, comparison: '>=', value: '' } as const;
  expect(isComplete({ op: 'where', of: a, condition: weighed })).toBe(false);
  expect(isComplete({ op: 'not', of: { op: 'where', of: a, condition: { ...weighed, value: '5' } } })).toBe(true);
  expect(isComplete({ op: 'where', of: a, condition: { op: 'none', of: emptyCondition('variable') } })).toBe(false);
});

test('conditions change their kind, and several keep those they have', () => {
  for (const field of queryFields) expect(conditionKind(emptyCondition(field))).toBe(field);
  const coder = emptyCondition('coder');
  const all = withConditionKind(coder, 'all');
  expect(all).toEqual({ op: 'all', of: [coder, coder] });
  expect(withConditionKind(all, 'some')).toEqual({ op: 'some', of: [coder, coder] });
  const none = withConditionKind(emptyCondition('date'), 'none');
  expect(withConditionKind(none, 'date')).toEqual(emptyCondition('date'));
});
