// The frequency table: order and bars.

import type { FrequencyRow } from '../../../../shared/contract/analysis.ts';

export const frequencyColumns = [
  'code',
  'codings',
  'codingsShare',
  'documents',
  'cases',
  'words',
  'wordsShare',
] as const;
export type FrequencyColumn = (typeof frequencyColumns)[number];
/** The measures a bar can show. */
export const barMeasures = ['codings', 'documents', 'cases', 'words'] as const;
export type BarMeasure = (typeof barMeasures)[number];

export type FrequencySort = { readonly column: FrequencyColumn; readonly descending: boolean };

/**
 * Rows to show in their order. Equal rows stay in the order of the codebook, which `code` ascending is.
 * @param minimum codes with fewer codings are left out
 */
export function sortedRows(
  rows: readonly FrequencyRow[],
  { column, descending }: FrequencySort,
  minimum: number,
): readonly FrequencyRow[] {
  const shown = rows.filter(({ codings }) => codings >= minimum);
  if (column === 'code') return descending ? shown.toReversed() : shown;
  const sign = descending ? -1 : 1;
  // A share that is undefined stands below every number.
  return shown.toSorted((a, b) => sign * ((a[column] ?? -1) - (b[column] ?? -1)));
}

/** Length of each bar, 0..1 of the longest. */
export function barLengths(rows: readonly FrequencyRow[], measure: BarMeasure): readonly number[] {
  const greatest = Math.max(1, ...rows.map((row) => row[measure]));
  return rows.map((row) => row[measure] / greatest);
}
