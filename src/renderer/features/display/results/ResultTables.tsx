import { useCallback, useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { isMessageKey } from '../../../../shared/i18n/catalogue.ts';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { type Sort, sortRows } from '../../../ui/table-data.ts';
import { DataTable } from '../parts/DataTable.tsx';

type Kept = OutputOf<'results.tables'>['tables'][number];
type Change = OutputOf<'results.compare'>['changes'][number];

/** Names of Simpul's own begin with @; others are the study's words. */
export function useColumnName(): (name: string) => string {
  const t = useT();
  return useCallback(
    (name) => {
      const key = `results.column.${name.slice(1)}`;
      return name.startsWith('@') && isMessageKey(key) ? t(key) : name;
    },
    [t],
  );
}

/** The numbers as they were kept, table by table. */
export function ResultTables({ tables }: { readonly tables: readonly Kept[] }) {
  return tables.map((table) => <ResultTable key={table.title} table={table} />);
}

function ResultTable({ table }: { readonly table: Kept }) {
  const number = useNumber();
  const columnName = useColumnName();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo(
    () => [
      {
        id: 'label',
        label: columnName(table.title),
        text: ({ label }: Kept['rows'][number]) => columnName(label),
        sortBy: ({ label }: Kept['rows'][number]) => label,
      },
      ...table.columns.map((name, place) => ({
        id: `${place} ${name}`,
        label: columnName(name),
        align: 'end' as const,
        sortBy: ({ values }: Kept['rows'][number]) => values[place] ?? null,
        text: ({ values }: Kept['rows'][number]) => shownNumber(number, values[place] ?? null),
      })),
    ],
    [table, columnName, number],
  );
  return (
    <div className="results-table">
      <DataTable
        label={columnName(table.title)}
        columns={columns}
        rows={sortRows(table.rows, columns, sort, compare)}
        rowId={({ key }) => key}
        sort={sort}
        onSort={setSort}
      />
    </div>
  );
}

export type ResultChangesProps = {
  readonly title: string;
  readonly changes: readonly Change[];
  /** All of them, also those that are not told. */
  readonly changed: number;
};

/** What differs from the state before. */
export function ResultChanges({ title, changes, changed }: ResultChangesProps) {
  const t = useT();
  const number = useNumber();
  const columnName = useColumnName();
  return (
    <details className="results-changes" open={changed > 0}>
      <summary>
        {title}: {t('results.differ', { n: changed })}
      </summary>
      <ul>
        {changes.slice(0, 100).map((change) => (
          <li key={`${change.table} ${change.row} ${change.column}`}>
            {columnName(change.row)}, {columnName(change.column)}: {shownNumber(number, change.before)} →{' '}
            {shownNumber(number, change.after)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function shownNumber(number: (value: number, digits?: number) => string, value: number | null): string {
  if (value === null) return '–';
  return Number.isInteger(value) ? number(value) : number(value, 3);
}
