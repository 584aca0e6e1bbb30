import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, triangleOf } from '../../../src/main/analysis/packed.ts';
import { unpackedIntegers, unpackedMatrix } from '../../../src/renderer/features/display/packed.ts';
import { matrixOf } from '../../../src/renderer/features/display/matrix.ts';
import { pairsOf } from '../../../src/renderer/features/display/pairs.ts';
import { advanced, finished, sortedInSteps } from '../../../src/renderer/features/display/steps.ts';
import { generatedResult } from './result.ts';

describe('matrices on their way to the window', () => {
  it('arrive bit by bit as they were, with undefined values and in every size', () => {
    const anyMatrix = fc.nat({ max: 40 }).chain((size) => {
      const cells = (size * (size + 1)) / 2;
      return fc.tuple(fc.constant(size), fc.array(fc.double(), { minLength: cells, maxLength: cells }));
    });
    fc.assert(
      fc.property(anyMatrix, ([size, cells]) => {
        const matrix = new Float64Array(size * size);
        let at = 0;
        for (let row = 0; row < size; row += 1) {
          for (let column = row; column < size; column += 1) {
            matrix[row * size + column] = cells[at] ?? 0;
            matrix[column * size + row] = cells[at] ?? 0;
            at += 1;
          }
        }
        expect(finished(unpackedMatrix(packed(triangleOf(matrix, size)), size))).toEqual(matrix);
      }),
    );
  });

  it('arrive whole where they are sent in many parts', () => {
    const size = 300;
    const matrix = Float64Array.from({ length: size * size }, (_, at) => {
      const [row, column] = [Math.floor(at / size), at % size];
      return Math.sin(Math.min(row, column) * size + Math.max(row, column));
    });
    expect(finished(unpackedMatrix(packed(triangleOf(matrix, size)), size))).toEqual(matrix);
    const numbers = Int32Array.from({ length: 100_001 }, (_, at) => (at % 2 === 0 ? at : -at));
    expect(finished(unpackedIntegers(packed(numbers)))).toEqual(numbers);
  });

  it('of another size are refused', () => {
    expect(() => finished(unpackedMatrix(packed(new Float64Array(3)), 3))).toThrow(RangeError);
  });
});

describe('sorting in steps', () => {
  it('gives what sorting at once gives, equal ones in their order, whatever the length', () => {
    for (const length of [0, 1, 2, 2_047, 2_048, 2_049, 10_000]) {
      const items = Array.from({ length }, (_, index) => ({ index, key: (index * 7_919) % 97 }));
      const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
      expect(finished(sortedInSteps(items, compare))).toEqual(items.toSorted(compare));
    }
  });

  it('makes at least one step and goes on where it stopped', () => {
    const steps = sortedInSteps(
      Array.from({ length: 9_000 }, (_, index) => 9_000 - index),
      (a, b) => a - b,
    );
    let slices = 1;
    let last = advanced(steps, 0);
    for (; !last.done; last = advanced(steps, 0)) slices += 1;
    expect(slices).toBeGreaterThan(4);
    expect(last.value).toEqual(Array.from({ length: 9_000 }, (_, index) => index + 1));
  });
});

describe('pairs of many codes', () => {
  it('are all there from the most alike down, or those from a threshold on', () => {
    const matrix = matrixOf(generatedResult(120), 1);
    const all = pairsOf(matrix);
    expect(all.map(({ value }) => value)).toEqual([...matrix.links].toReversed());
    expect(pairsOf(matrix, 0.1)).toEqual(all.filter(({ value }) => value !== null && value >= 0.1));
    expect(pairsOf(matrix, 0.1).length).toBeGreaterThan(10);
  });
});
