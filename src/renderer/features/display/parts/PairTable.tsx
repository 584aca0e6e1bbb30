import { useMemo, useState } from 'react';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import { fourfoldOf, type Matrix, type Pair } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { DataTable } from './DataTable.tsx';

export type PairTableProps = {
  readonly matrix: Matrix;
  /** The strongest first. */
  readonly pairs: readonly Pair[];
  readonly onOpen: OpenCell;
};

/** The table twin of heatmap and network: pairs with the numbers behind their index. */
export function PairTable({ matrix, pairs, onOpen }: PairTableProps) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo((): readonly TableColumn<Pair>[] => {
    const name = (place: number): string => matrix.codes[place]?.name ?? '';
    const table = (pair: Pair) => fourfoldOf(matrix, pair.row, pair.column);
    const count = (id: string, label: string, of: (pair: Pair) => number | null): TableColumn<Pair> => ({
      id,
      label,
      align: 'end',
      sortBy: of,
      text: (pair) => {
        const value = of(pair);
        return value === null ? '–' : number(value);
      },
    });
    return [
      { id: 'first', label: t('display.pairs.first'), text: ({ row }) => name(row), sortBy: ({ row }) => name(row) },
      {
        id: 'second',
        label: t('display.pairs.second'),
        text: ({ column }) => name(column),
        sortBy: ({ column }) => name(column),
      },
      {
        id: 'value',
        label: t(`display.index.${matrix.index}`),
        align: 'end',
        sortBy: ({ value }) => value,
        text: ({ value }) => (value === null ? '–' : number(value, 3)),
      },
      count('both', t('display.pairs.both'), ({ count: both }) => both),
      count('first-only', t('display.pairs.first-only'), (pair) => table(pair).b),
      count('second-only', t('display.pairs.second-only'), (pair) => table(pair).c),
      count('neither', t('display.pairs.neither'), (pair) => table(pair).d),
    ];
  }, [matrix, number, t]);
  const rows = useMemo(() => sortRows(pairs, columns, sort, compare), [pairs, columns, sort, compare]);
  const guid = (place: number): string => matrix.codes[place]?.guid ?? '';
  return (
    <DataTable
      label={t('display.pairs.table')}
      columns={columns}
      rows={rows}
      rowId={({ row, column }) => `${guid(row)} ${guid(column)}`}
      sort={sort}
      onSort={setSort}
      onAction={({ row, column }) => onOpen(row, column)}
    />
  );
}
