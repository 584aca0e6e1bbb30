import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectionOrder, saturation, spreadOf } from '../../../src/shared/domain/analysis/saturation.ts';

describe('how codes spread over documents', () => {
  test('counts the codings of each code in each document', () => {
    const codings = { code: Int32Array.of(1, 0, 1, 1), document: Int32Array.of(0, 1, 1, 1) };
    expect(spreadOf(codings, 2)).toEqual([
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 2],
    ]);
  });

  test('equals counting one by one', () => {
    const rows = fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { maxLength: 60 });
    fc.assert(
      fc.property(rows, (all) => {
        const code = Int32Array.from(all, ([each]) => each);
        const document = Int32Array.from(all, ([, each]) => each);
        const spread = spreadOf({ code, document }, 5);
        expect(spread.reduce((sum, [, , n]) => sum + n, 0)).toBe(all.length);
        for (const [c, d, n] of spread) expect(n).toBe(all.filter(([x, y]) => x === c && y === d).length);
      }),
    );
  });
});

describe('saturation (new information per source, Guest et al. 2006)', () => {
  const spread = [
    [0, 0, 3],
    [2, 0, 1],
    [2, 1, 4],
    [1, 2, 1],
    [0, 2, 1],
  ] as const;

  test('names the codes that were new in each document, in the order of collection', () => {
    expect(saturation(spread, [0, 1, 2])).toEqual([
      { document: 0, fresh: [0, 2], met: 2 },
      { document: 1, fresh: [], met: 2 },
      { document: 2, fresh: [1], met: 3 },
    ]);
    expect(saturation(spread, [2, 1, 0]).map(({ fresh }) => fresh)).toEqual([[0, 1], [2], []]);
  });

  test('never falls, meets every code once, and a document left out counts for nothing', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(6)), { selector: ([c, d]) => `${c} ${d}` });
    fc.assert(
      fc.property(cells, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6]), (all, order) => {
        const steps = saturation(
          all.map(([c, d]) => [c, d, 1] as const),
          order,
        );
        const seen = steps.flatMap(({ fresh }) => fresh);
        expect(new Set(seen).size).toBe(seen.length);
        const there = new Set(all.filter(([, d]) => order.includes(d)).map(([c]) => c));
        expect(new Set(seen)).toEqual(there);
        let before = 0;
        for (const { fresh, met } of steps) {
          expect(met).toBe(before + fresh.length);
          before = met;
        }
      }),
    );
  });

  test('documents stand by day, those without one last, equals as they are listed', () => {
    expect(collectionOrder([null, '2023-05-01', '2022-01-31', '2023-05-01', null])).toEqual([2, 1, 3, 0, 4]);
  });
});
