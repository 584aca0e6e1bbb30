// What a coding must fulfil to take part in a query.

import type { CodingColumns } from './codings.ts';
import type { Comparison } from './query.ts';

/** A condition whose names are resolved. */
export type ResolvedCondition =
  | { readonly op: 'all' | 'some'; readonly of: readonly ResolvedCondition[] }
  | { readonly op: 'none'; readonly of: ResolvedCondition }
  /** 1 for each document, or coder, that fulfils it. */
  | { readonly op: 'documents' | 'coders'; readonly fulfil: Uint8Array }
  /** The number of each coding, NaN where it has none. */
  | { readonly op: 'numbers'; readonly of: Float64Array; readonly comparison: Comparison; readonly value: number };

/** Whether the coding at this row takes part. */
export function fulfils(codings: CodingColumns, condition: ResolvedCondition | null, row: number): boolean {
  if (condition === null) return true;
  switch (condition.op) {
    case 'all':
      return condition.of.every((each) => fulfils(codings, each, row));
    case 'some':
      return condition.of.some((each) => fulfils(codings, each, row));
    case 'none':
      return !fulfils(codings, condition.of, row);
    case 'documents':
      return condition.fulfil[codings.document[row] ?? 0] === 1;
    case 'coders':
      return condition.fulfil[codings.coder[row] ?? 0] === 1;
    case 'numbers':
      return compares(condition.of[row] ?? Number.NaN, condition.comparison, condition.value);
  }
}

/** A comparison with what has no value is false, whichever it is. */
export function compares(value: number, comparison: Comparison, with_: number): boolean {
  switch (comparison) {
    case '=':
      return value === with_;
    case '!=':
      return !Number.isNaN(value) && value !== with_;
    case '<':
      return value < with_;
    case '<=':
      return value <= with_;
    case '>':
      return value > with_;
    case '>=':
      return value >= with_;
  }
}
