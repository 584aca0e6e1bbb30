import { useMemo, useState } from 'react';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { type Sort, sortRows, type TableColumn, type TableValue } from '../../../ui/table-data.ts';
import type { MatrixCode } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Transition } from './sequence-model.ts';

export type TransitionTableProps = {
  /** Furthest from chance first. */
  readonly transitions: readonly Transition[];
  readonly codes: readonly MatrixCode[];
  readonly onOpen: OpenCell;
};

const numbers = ['count', 'expected', 'z', 'p', 'permutationP', 'conditional', 'yuleQ'] as const;

/** The table twin of the sequence matrix. */
export function TransitionTable({ transitions, codes, onOpen }: TransitionTableProps) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo((): readonly TableColumn<Transition>[] => {
    const name = (place: number): string => codes[place]?.name ?? '';
    return [
      { id: 'from', label: t('sequence.column.from'), text: ({ row }) => name(row), sortBy: ({ row }) => name(row) },
      {
        id: 'to',
        label: t('sequence.column.to'),
        text: ({ column }) => name(column),
        sortBy: (each) => name(each.column),
      },
      ...numbers
        .filter((id) => id !== 'permutationP' || transitions.some((each) => each.permutationP !== null))
        .map((id): TableColumn<Transition> => ({
          id,
          label: t(`sequence.column.${id}`),
          align: 'end',
          sortBy: (each) => each[id],
          text: (each) => {
            const value = each[id];
            return value === null ? '–' : number(value, id === 'count' ? 0 : 3);
          },
        })),
    ];
  }, [codes, transitions, t, number]);
  const rows = useMemo(() => sortRows(transitions, columns, sort, compare), [transitions, columns, sort, compare]);
  return (
    <DataTable
      label={t('sequence.table')}
      columns={columns}
      rows={rows}
      rowId={({ row, column }) => `${row} ${column}`}
      sort={sort}
      onSort={setSort}
      onAction={({ row, column }) => onOpen(row, column)}
    />
  );
}

/** All numbers as a spreadsheet takes them. */
export function transitionRows(
  transitions: readonly Transition[],
  path: (place: number) => string,
  t: ReturnType<typeof useT>,
): readonly (readonly TableValue[])[] {
  return [
    [t('sequence.column.from'), t('sequence.column.to'), ...numbers.map((id) => t(`sequence.column.${id}`))],
    ...transitions.map((each) => [path(each.row), path(each.column), ...numbers.map((id) => each[id])]),
  ];
}
