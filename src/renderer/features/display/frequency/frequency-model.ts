// The frequency table's bars.

import type { FrequencyRow } from '../../../../shared/contract/analysis.ts';

/** The measures a bar can show. */
export const barMeasures = ['codings', 'documents', 'cases', 'words'] as const;
export type BarMeasure = (typeof barMeasures)[number];

/** Length of each bar by code, 0..1 of the longest. */
export function barLengths(rows: readonly FrequencyRow[], measure: BarMeasure): ReadonlyMap<string, number> {
  const greatest = Math.max(1, ...rows.map((row) => row[measure]));
  return new Map(rows.map((row) => [row.code, row[measure] / greatest]));
}
