import './table.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ClipboardEvent, type ReactNode, useMemo, useState } from 'react';
import {
  Cell,
  Column,
  Row,
  Table as AriaTable,
  TableBody,
  TableHeader,
  type SortDescriptor,
} from 'react-aria-components';
import { notify } from '../services/notices.ts';
import { useCollator, useT } from '../services/text.ts';
import { sortRows, type TableColumn, tableText } from './table-data.ts';

export type TableProps<T> = {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  /** Enter or a double press on a row. */
  readonly onAction?: (row: T) => void;
  readonly selectedIds?: ReadonlySet<string>;
  readonly onSelect?: (ids: readonly string[]) => void;
  readonly initialSort?: SortDescriptor;
  readonly empty?: ReactNode;
};

/** Sorts by a press on a column's name; Mod+C copies the rows chosen, or all, as a spreadsheet takes them. */
export function Table<T>(props: TableProps<T>) {
  const { label, columns, rows, rowId, onAction, selectedIds, onSelect, initialSort, empty } = props;
  const t = useT();
  const compare = useCollator();
  const [sort, setSort] = useState<SortDescriptor | null>(initialSort ?? null);
  const sorted = useMemo(() => sortRows(rows, columns, sort, compare), [rows, columns, sort, compare]);
  const firstColumn = columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0];

  const copy = (event: ClipboardEvent): void => {
    // Words selected by hand are what the user wants copied then.
    if (document.getSelection()?.isCollapsed === false) return;
    const chosen = sorted.filter((row) => selectedIds?.has(rowId(row)));
    event.clipboardData.setData('text/plain', tableText(chosen.length > 0 ? chosen : sorted, columns));
    event.preventDefault();
    notify({ kind: 'success', text: t('ui.table-copied') });
  };

  return (
    <div className="table-scroll" onCopy={copy}>
      <AriaTable
        className="table"
        aria-label={label}
        selectionMode={onSelect ? 'multiple' : 'none'}
        selectionBehavior="replace"
        {...(selectedIds ? { selectedKeys: selectedIds } : {})}
        {...(onSelect
          ? { onSelectionChange: (keys) => onSelect(keys === 'all' ? sorted.map(rowId) : [...keys].map(String)) }
          : {})}
        {...(sort ? { sortDescriptor: sort } : {})}
        onSortChange={setSort}
        {...(onAction
          ? {
              onRowAction: (key) => {
                const row = sorted.find((candidate) => rowId(candidate) === key);
                if (row !== undefined) onAction(row);
              },
            }
          : {})}
      >
        <TableHeader>
          {columns.map((column) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={column === firstColumn}
              allowsSorting={column.sortBy !== undefined}
              className={column.align === 'end' ? 'table-head table-end' : 'table-head'}
            >
              {({ sortDirection }) => (
                <span className="table-head-words">
                  {column.label}
                  {sortDirection === 'ascending' && <ArrowUp aria-hidden="true" />}
                  {sortDirection === 'descending' && <ArrowDown aria-hidden="true" />}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => empty ?? null}>
          {sorted.map((row) => (
            <Row key={rowId(row)} id={rowId(row)} className="table-row">
              {columns.map((column) => (
                <Cell key={column.id} className={column.align === 'end' ? 'table-cell table-end' : 'table-cell'}>
                  {column.render ? column.render(row) : column.text(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  );
}
