import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import type { PlacedCoding } from '../../../src/shared/contract/codings.ts';
import { type Guid, parseGuid } from '../../../src/shared/domain/ids.ts';
import { branchRows } from '../../../src/renderer/features/code/branch-rows.ts';
import {
  countShown,
  filters,
  noCoder,
  passes,
  readFilter,
  showAll,
  type ShownFilter,
} from '../../../src/renderer/features/code/shown-filter.ts';

const guid = (number: number): Guid => {
  const parsed = parseGuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (!parsed) throw new Error('no GUID');
  return parsed;
};
const placed = (part: Partial<PlacedCoding> = {}): PlacedCoding => ({
  guid: guid(1),
  code: guid(10),
  coder: guid(20),
  start: 0,
  end: 5,
  weight: null,
  state: 'kept',
  memos: 0,
  ...part,
});

describe('the filter of what is shown', () => {
  test('as it is at first, everything passes', () => {
    expect(filters(showAll)).toBe(false);
    expect(passes(placed({ coder: null, weight: 3, state: 'changed' }), showAll)).toBe(true);
  });

  test('coders, weights and states each leave out what they say', () => {
    const by = (part: Partial<ShownFilter>, coding: PlacedCoding): boolean => passes(coding, { ...showAll, ...part });
    expect(by({ hiddenCoders: [guid(20)] }, placed())).toBe(false);
    expect(by({ hiddenCoders: [guid(20)] }, placed({ coder: guid(21) }))).toBe(true);
    expect(by({ hiddenCoders: [noCoder] }, placed({ coder: null }))).toBe(false);
    expect([49, 50, 51].map((weight) => by({ from: 50 }, placed({ weight })))).toEqual([false, true, true]);
    expect([49, 50, 51].map((weight) => by({ to: 50 }, placed({ weight })))).toEqual([true, true, false]);
    expect(by({ from: 0 }, placed())).toBe(false);
    expect(by({ from: 0, withUnweighted: true }, placed())).toBe(true);
    expect(by({ states: 'changed' }, placed())).toBe(false);
    expect(by({ states: 'changed' }, placed({ state: 'changed' }))).toBe(true);
  });

  test('counts agree with what passes; orphans stand nowhere and count nowhere (ED6)', () => {
    const coding = fc.record({
      code: fc.constantFrom(guid(10), guid(11), guid(12)),
      coder: fc.constantFrom(guid(20), guid(21), null),
      weight: fc.option(fc.nat(100)),
      state: fc.constantFrom('kept' as const, 'changed' as const, 'orphaned' as const),
    });
    const filter = fc.record({
      hiddenCoders: fc.subarray([guid(20), noCoder]),
      from: fc.option(fc.nat(100)),
      to: fc.option(fc.nat(100)),
      withUnweighted: fc.boolean(),
      states: fc.constantFrom('all' as const, 'kept' as const, 'changed' as const),
    });
    fc.assert(
      fc.property(fc.array(coding), filter, fc.subarray([guid(10), guid(12)]), (rows, chosen, hidden) => {
        const codings = rows.map((row) => placed(row));
        const counts = countShown(codings, chosen, new Set(hidden));
        const here = codings.filter(({ state }) => state !== 'orphaned');
        expect(counts.all).toBe(here.length);
        expect(counts.shown).toBe(here.filter((one) => !hidden.includes(one.code) && passes(one, chosen)).length);
        expect([...counts.byCode.values()].reduce((sum, n) => sum + n, 0)).toBe(here.length);
        expect([...counts.byCoder.values()].reduce((sum, n) => sum + n, 0)).toBe(here.length);
        expect(counts.byState.kept + counts.byState.changed).toBe(here.length);
        expect(filters(chosen) || counts.shown === here.filter(({ code }) => !hidden.includes(code)).length).toBe(true);
      }),
    );
  });

  test('what was remembered is brought into shape, whatever it is', () => {
    expect(readFilter({})).toEqual(showAll);
    expect(readFilter({ from: -4, to: 400.6, states: 'x', hiddenCoders: ['a', 3], withUnweighted: 1 })).toEqual({
      hiddenCoders: ['a'],
      from: 0,
      to: 100,
      withUnweighted: false,
      states: 'all',
    });
  });
});

test('rows of codes: a heading counts its branch and stands for all of it; branches without codings are left out', () => {
  const code = (number: number, ...path: string[]): CodeSummary => ({
    guid: guid(number),
    path,
    parent: null,
    name: path.at(-1) ?? '',
    color: '#336699',
    description: '',
    include: '',
    exclude: '',
    typicalExample: '',
    counterExample: '',
    kind: null,
    codable: true,
    position: 0,
    codings: 0,
    documents: 0,
    memos: 0,
  });
  const codes = [
    code(1, 'A'),
    code(2, 'A', 'B'),
    code(3, 'A', 'B', 'C'),
    code(4, 'A', 'D'),
    code(5, 'E'),
    code(6, 'F'),
  ];
  const rows = branchRows(
    codes,
    new Map([
      [guid(3), 2],
      [guid(4), 1],
      [guid(6), 5],
    ]),
  );
  expect(rows.map(({ path, depth, count, branch }) => [path, depth, count, branch.length])).toEqual([
    ['A', 0, 3, 4],
    ['A / B', 1, 2, 2],
    ['A / B / C', 2, 2, 1],
    ['A / D', 1, 1, 1],
    ['F', 0, 5, 1],
  ]);
});
