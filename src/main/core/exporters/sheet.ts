// A table on its way out: the same for CSV and XLSX.

export type Cell = string | number | null;

export type Sheet = {
  readonly name: string;
  /** Width in characters. */
  readonly columns: readonly { readonly label: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
};

/** The sheet with its heads as the first row. */
export function rowsWithHeads({ columns, rows }: Sheet): readonly (readonly Cell[])[] {
  return [columns.map(({ label }) => label), ...rows];
}
