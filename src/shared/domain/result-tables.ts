// A result that is kept: its numbers as tables with names, and how two states of them differ.

export type ResultRow = {
  /** What the row is about, whatever it is called: guids, or a value. */
  readonly key: string;
  readonly label: string;
  /** In the order of the columns; null is undefined, never 0. */
  readonly values: readonly (number | null)[];
};

export type ResultTable = {
  readonly title: string;
  /** A name of Simpul's own begins with `@`; others are the study's words. */
  readonly columns: readonly string[];
  readonly rows: readonly ResultRow[];
};

/** `kind` says whether the row stands in both states, or only in the later or the earlier one. */
export type ResultChange = {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly before: number | null;
  readonly after: number | null;
};

/**
 * Every number that differs between two states, in the order of the later one; what went comes last. A row is the same
 * row while it is about the same thing: a code that was renamed has not changed.
 */
export function compareTables(before: readonly ResultTable[], after: readonly ResultTable[]): readonly ResultChange[] {
  const former = new Map(before.map((table) => [table.title, table]));
  const later = new Map(after.map((table) => [table.title, table]));
  const titles = [...later.keys(), ...[...former.keys()].filter((title) => !later.has(title))];
  return titles.flatMap((title) => changesIn(title, former.get(title), later.get(title)));
}

function changesIn(table: string, before: ResultTable | undefined, after: ResultTable | undefined) {
  const columns = [...new Set([...(after?.columns ?? []), ...(before?.columns ?? [])])];
  const formerRows = rowsByKey(before);
  const laterRows = rowsByKey(after);
  const keys = [...laterRows.keys(), ...[...formerRows.keys()].filter((key) => !laterRows.has(key))];
  return keys.flatMap((key) => {
    const [old, now] = [formerRows.get(key), laterRows.get(key)];
    const kind = old && now ? ('changed' as const) : now ? ('added' as const) : ('removed' as const);
    return columns.flatMap((column): ResultChange[] => {
      const [was, is] = [valueAt(before, old, column), valueAt(after, now, column)];
      return was === is ? [] : [{ kind, table, row: (now ?? old)?.label ?? '', column, before: was, after: is }];
    });
  });
}

function rowsByKey(table: ResultTable | undefined): ReadonlyMap<string, ResultRow> {
  return new Map((table?.rows ?? []).map((row) => [row.key, row]));
}

function valueAt(table: ResultTable | undefined, row: ResultRow | undefined, column: string): number | null {
  return row?.values[table?.columns.indexOf(column) ?? -1] ?? null;
}
