import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Density, type DensitySource, offsetAt, rowOf, rowsOf } from '../../../src/renderer/editor/overview-model.ts';

type Coding = { readonly start: number; readonly end: number; readonly branch: number; readonly isShown: boolean };

const length = 1000;
const coding = fc
  .record({
    start: fc.nat(length - 1),
    size: fc.integer({ min: 1, max: 300 }),
    branch: fc.nat(3),
    isShown: fc.boolean(),
  })
  .map(({ start, size, branch, isShown }): Coding => ({ start, end: Math.min(length, start + size), branch, isShown }));

const sourceOf = (codings: readonly Coding[]): DensitySource => ({
  count: codings.length,
  isShown: (index) => codings[index]?.isShown ?? false,
  startAt: (index) => codings[index]?.start ?? 0,
  endAt: (index) => codings[index]?.end ?? 0,
  branchAt: (index) => codings[index]?.branch ?? 0,
});

describe('the density of codings', () => {
  test('is on each row the number of shown codings that have a letter there, by branch, however it is sliced', () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 40 }), fc.integer({ min: 1, max: 90 }), (codings, rows) => {
        const density = new Density(sourceOf(codings), length, rows, 4);
        while (!density.run(() => false));
        for (let row = 0; row < rows; row += 1) {
          for (let branch = 0; branch < 4; branch += 1) {
            const here = codings.filter(
              (one) =>
                one.isShown &&
                one.branch === branch &&
                rowOf(one.start, length, rows) <= row &&
                rowOf(one.end - 1, length, rows) >= row,
            );
            expect(density.at(row, branch)).toBe(here.length);
          }
        }
        const totals = Array.from({ length: rows }, (_, row) => density.total(row));
        expect(density.most()).toBe(Math.max(...totals));
      }),
    );
  });

  test('ten thousand codings are counted in slices that end when there is no time', () => {
    const codings = Array.from({ length: 10_000 }, (_, index): Coding => ({
      start: index % 900,
      end: (index % 900) + 90,
      branch: index % 4,
      isShown: true,
    }));
    const density = new Density(sourceOf(codings), length, 600, 4);
    let slices = 1;
    while (!density.run(() => false)) slices += 1;
    expect(slices).toBeGreaterThan(15);
    expect(density.run(() => false)).toBe(true);
    expect(density.total(300)).toBeGreaterThan(500);
  });
});

test('places go to rows and back within a row, and stay inside', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 900 }),
      fc.nat(),
      (size, rows, at) => {
        const offset = at % size;
        const row = rowOf(offset, size, rows);
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(rows);
        expect(Math.abs(offsetAt((row + 0.5) / rows, size) - offset)).toBeLessThanOrEqual(size / rows + 1);
      },
    ),
  );
  expect([rowOf(5, 0, 10), rowOf(99, 10, 10), offsetAt(2, 10), offsetAt(-1, 10)]).toEqual([0, 9, 10, 0]);
});

test('hits of one row are one tick', () => {
  const hits = [3, 4, 5, 500, 501, 990].map((start) => ({ start, end: start + 2 }));
  expect(rowsOf(hits, length, 10)).toEqual([0, 5, 9]);
});
