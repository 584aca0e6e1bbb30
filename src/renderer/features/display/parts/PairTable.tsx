import { useCallback, useMemo, useState } from 'react';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { rowOrder, type Sort, type TableColumn } from '../../../ui/table-data.ts';
import { fourfoldOf, type Matrix } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { type Pair, pairsInSteps } from '../pairs.ts';
import { sortedInSteps, type Steps } from '../steps.ts';
import { useSteps } from '../use-steps.ts';
import { DataTable } from './DataTable.tsx';

export type PairTableProps = {
  readonly matrix: Matrix;
  /** Weaker pairs are left out, and those whose index is undefined; null shows all. */
  readonly threshold: number | null;
  readonly onOpen: OpenCell;
};

/** The table twin of heatmap and network: pairs with the numbers behind their index, the strongest first. */
export function PairTable({ matrix, threshold, onOpen }: PairTableProps) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo((): readonly TableColumn<Pair>[] => {
    const name = (place: number): string => matrix.codes[place]?.name ?? '';
    // Of a hundred thousand pairs, names are compared once for each code.
    const alphabet = matrix.codes.map((_, place) => place).sort((a, b) => compare(name(a), name(b)));
    const ranks: number[] = [];
    for (const [rank, place] of alphabet.entries()) ranks[place] = rank;
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
      {
        id: 'first',
        label: t('display.pairs.first'),
        text: ({ row }) => name(row),
        sortBy: ({ row }) => ranks[row] ?? 0,
      },
      {
        id: 'second',
        label: t('display.pairs.second'),
        text: ({ column }) => name(column),
        sortBy: ({ column }) => ranks[column] ?? 0,
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
  }, [matrix, number, t, compare]);
  const found = useSteps(useCallback(() => pairsInSteps(matrix, threshold), [matrix, threshold]));
  const pairs = found.isCurrent ? found.value : null;
  const sorted = useSteps(
    useCallback(
      (): Steps<Sorted> => sortedRows(pairs, rowOrder(columns, sort, compare)),
      [pairs, columns, sort, compare],
    ),
  );
  // While they are put in another order, they stand in the former one.
  const rows = sorted.value?.of === pairs ? sorted.value.rows : null;
  const guid = (place: number): string => matrix.codes[place]?.guid ?? '';
  if (!rows) return <ProgressBar label={t('display.running')} value={null} />;
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

type Sorted = { readonly of: readonly Pair[] | null; readonly rows: readonly Pair[] | null };

function* sortedRows(pairs: readonly Pair[] | null, order: ((a: Pair, b: Pair) => number) | null): Steps<Sorted> {
  return { of: pairs, rows: pairs && order ? yield* sortedInSteps(pairs, order) : pairs };
}
