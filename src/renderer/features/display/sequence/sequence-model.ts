// The sequence matrix as it is shown: codes that take part in a transition, and the numbers of each pair.

import type { SequenceResult } from '../../../../shared/contract/analysis-relations.ts';
import { distinctNames } from '../charts/labels.ts';
import type { MatrixCode } from '../matrix.ts';

export const sequenceKinds = ['z', 'counts', 'expected', 'conditional', 'yuleQ'] as const;
export type SequenceKind = (typeof sequenceKinds)[number];

export type SequenceView = {
  /** Units: transitions that the code takes part in, as the first or the second. */
  readonly codes: readonly MatrixCode[];
  /** Place of each code in the result. */
  readonly places: readonly number[];
  /** Row-major: the row comes first. NaN stands for undefined. */
  readonly values: Float64Array;
  readonly greatest: number;
  readonly signed: boolean;
  /** Codes with fewer transitions than are asked for. */
  readonly leftOut: number;
};

/** Beyond this |z| a pair is unlikely by chance alone, one pair looked at for itself (p < .05). */
export const flaggedFrom = 1.96;

export function sequenceView(result: SequenceResult, kind: SequenceKind, minimum: number): SequenceView {
  const { codes, counts } = result;
  const units = codes.map((_, code) => {
    const row = counts[code] ?? [];
    const followed = row.reduce((sum, count) => sum + count, 0);
    const following = counts.reduce((sum, line) => sum + (line[code] ?? 0), 0);
    return followed + following - (row[code] ?? 0);
  });
  const places = codes.map((_, place) => place).filter((place) => (units[place] ?? 0) >= Math.max(1, minimum));
  const shown = places.flatMap((place) => codes[place] ?? []);
  const names = distinctNames(shown.map(({ path }) => path));
  const values = new Float64Array(places.length ** 2);
  let greatest = 0;
  for (const [row, from] of places.entries()) {
    for (const [column, to] of places.entries()) {
      const value = result[kind][from]?.[to] ?? Number.NaN;
      values[row * places.length + column] = value;
      if (Math.abs(value) > greatest) greatest = Math.abs(value);
    }
  }
  return {
    codes: shown.map((code, index) => ({ ...code, name: names[index] ?? '', units: units[places[index] ?? 0] ?? 0 })),
    places,
    values,
    greatest,
    signed: kind === 'z' || kind === 'yuleQ',
    leftOut: codes.length - places.length,
  };
}

export type Transition = {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly expected: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly permutationP: number | null;
  readonly conditional: number | null;
  readonly yuleQ: number | null;
};

/** Transitions that occur, by their places among the codes shown, furthest from chance first. */
export function transitionsOf(result: SequenceResult, { places }: Pick<SequenceView, 'places'>): readonly Transition[] {
  const found = places.flatMap((from, row) =>
    places.flatMap((to, column): readonly Transition[] => {
      const count = result.counts[from]?.[to] ?? 0;
      const at = (values: SequenceResult['z'] | null): number | null => values?.[from]?.[to] ?? null;
      if (count === 0) return [];
      return [
        {
          row,
          column,
          count,
          expected: at(result.expected),
          z: at(result.z),
          p: at(result.p),
          permutationP: at(result.permutationP),
          conditional: at(result.conditional),
          yuleQ: at(result.yuleQ),
        },
      ];
    }),
  );
  return found.toSorted((a, b) => Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0) || b.count - a.count);
}
