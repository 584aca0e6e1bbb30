// A table as its reader finds it: rows of text, the first of them the heads of the columns.

import type { TextEncoding } from '../importers/types.ts';
import { ImportRefusal } from '../importers/types.ts';

export type ReadTable = {
  readonly rows: readonly (readonly string[])[];
  /** Names of the sheets that are shown, in order; none for CSV. The rows are of the first, or of the one asked for. */
  readonly sheets: readonly string[];
  /** Sheets that the file hides; they are never read (P5). */
  readonly hiddenSheets: number;
  /** Null where the format says it itself. */
  readonly delimiter: string | null;
  readonly encoding: TextEncoding | null;
};

/** Choices of a person, where the guess would be wrong. */
export type TableChoices = {
  readonly delimiter?: string;
  readonly encoding?: TextEncoding;
  readonly sheet?: string;
};

const largestRows = 200_000;
const largestCells = 5_000_000;

/** @throws ImportRefusal `table-too-large` */
export function refuseLargeTable(rows: number, cells: number): void {
  if (rows > largestRows || cells > largestCells) {
    throw new ImportRefusal('table-too-large', { rows: largestRows, cells: largestCells });
  }
}
