// Random small projects: few codes and documents, so that every kind of touching and overlapping turns up.

import fc from 'fast-check';
import type { CodingRow } from '../../../src/shared/domain/analysis/codings.ts';
import { indices } from './reference.ts';

export type SmallProject = {
  readonly codes: number;
  readonly texts: readonly string[];
  readonly rows: readonly CodingRow[];
  readonly caseOf: readonly number[];
  readonly cases: number;
};

const text = fc
  .array(fc.constantFrom('a', 'bc', ' ', ' ', '. ', 'D', '\n', 'e-e', '5'), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(''));

/** Codings of any document with text, each of one of four codes by one of two coders. */
export const smallProject: fc.Arbitrary<SmallProject> = fc.array(text, { minLength: 1, maxLength: 4 }).chain((texts) =>
  fc.record({
    codes: fc.constant(4),
    texts: fc.constant(texts),
    rows: fc.array(codingIn(texts, 4), { maxLength: 16 }),
    caseOf: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: texts.length, maxLength: texts.length }),
    cases: fc.constant(3),
  }),
);

/** Codings in one text of 12 characters, for questions of which coding overlaps which. */
export const crowdedRows: fc.Arbitrary<readonly CodingRow[]> = fc.array(codingIn(['abcdefghijkl', 'abcdef'], 3), {
  maxLength: 15,
});

/** A symmetric matrix of multiples of 1/4 between 0 and 1, full of ties, with 0 on the diagonal. */
export function distanceMatrix(maximum: number): fc.Arbitrary<number[][]> {
  return fc
    .integer({ min: 1, max: maximum })
    .chain((size) =>
      fc
        .array(fc.integer({ min: 0, max: 4 }), { minLength: size * size, maxLength: size * size })
        .map((values) =>
          indices(size).map((i) =>
            indices(size).map((j) => (i === j ? 0 : (values[Math.min(i, j) * size + Math.max(i, j)] ?? 0) / 4)),
          ),
        ),
    );
}

function codingIn(texts: readonly string[], codes: number): fc.Arbitrary<CodingRow> {
  return fc.nat(texts.length - 1).chain((document) => {
    const length = texts[document]?.length ?? 1;
    return fc
      .record({
        start: fc.nat(length - 1),
        size: fc.integer({ min: 1, max: length }),
        code: fc.nat(codes - 1),
        coder: fc.nat(1),
      })
      .map(({ start, size, code, coder }) => ({ document, start, end: Math.min(length, start + size), code, coder }));
  });
}
