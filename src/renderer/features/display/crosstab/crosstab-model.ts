// The crosstab as it is shown: which numbers, in which order, and what to beware of.

import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import { type GridView, greatestOf } from '../grid/grid-model.ts';

export const cellKinds = ['measure', 'rowShare', 'columnShare', 'residuals'] as const;
export type CellKind = (typeof cellKinds)[number];

export type CrosstabOrder = 'codebook' | 'cluster';

export type CrosstabView = GridView & {
  /** Whether the numbers are shares, to be written in percent. */
  readonly isShare: boolean;
  /** Codes that are found nowhere here, or less often than is asked for. */
  readonly leftOut: number;
};

/** Columns with fewer units say little in percent. */
export const fewUnits = 5;

/** @param minimum codes whose counts add up to less are left out; of shares, those that are 0 everywhere */
export function crosstabView(
  result: CrosstabResult,
  kind: CellKind,
  order: CrosstabOrder,
  minimum: number,
): CrosstabView {
  const cells = kind === 'measure' ? result.counts : result[kind];
  const isCount = result.measure === 'cases' || result.measure === 'codings' || result.measure === 'words';
  const rowsInOrder = order === 'cluster' ? result.order.rows : result.rows.map((_, row) => row);
  const rows = rowsInOrder.filter((row) => {
    const sum = (result.counts[row] ?? []).reduce<number>((all, value) => all + (value ?? 0), 0);
    return minimum === 0 || (isCount ? sum >= minimum : sum > 0);
  });
  const valueAt = (row: number, column: number): number | null => cells[row]?.[column] ?? null;
  const columns = order === 'cluster' ? result.order.columns : result.columns.map((_, column) => column);
  return {
    rows,
    columns,
    valueAt,
    greatest: greatestOf(rows, columns, valueAt),
    signed: kind === 'residuals',
    isShare: kind === 'rowShare' || kind === 'columnShare' || (kind === 'measure' && result.measure.endsWith('-share')),
    leftOut: result.rows.length - rows.length,
  };
}

/** Values that so few cases or documents have that shares of them say little. */
export function smallColumns(result: CrosstabResult): readonly string[] {
  return result.columns.flatMap(({ value, units }) => (units < fewUnits ? [value] : []));
}
