import '../../../ui/table.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { notify } from '../../../services/notices.ts';
import { useT } from '../../../services/text.ts';
import { type Sort, type TableColumn, tableText } from '../../../ui/table-data.ts';

export type DataTableProps<T> = {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  /** In the order of `sort` already. */
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  /** Enter or a press on a row. */
  readonly onAction?: (row: T) => void;
  /** The row whose details are shown beside the table. */
  readonly currentId?: string | null;
  /** Columns that are copied; all where left out. */
  readonly copied?: readonly TableColumn<T>[];
};

/**
 * A table of results: up to some thousands of cells, so it is plain HTML without a component per cell. One row is in
 * the tab order, arrows move between rows, Enter opens one, and Mod+C copies all as a spreadsheet takes them.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowId, sort, onSort, onAction, currentId = null } = props;
  const { copied = columns } = props;
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  const focused = Math.min(active, rows.length - 1);

  const copy = (event: ClipboardEvent): void => {
    // Words selected by hand are what the user wants copied then.
    if (document.getSelection()?.isCollapsed === false) return;
    event.clipboardData.setData('text/plain', tableText(rows, copied));
    event.preventDefault();
    notify({ kind: 'success', text: t('ui.table-copied') });
  };
  const move = (event: KeyboardEvent<HTMLTableRowElement>, index: number): void => {
    const row = rows[index];
    if (event.key === 'Enter' && row !== undefined) onAction?.(row);
    const to = rowAfter(event.key, index, rows.length);
    if (to === null) return;
    event.preventDefault();
    setActive(to);
    body.current?.rows.item(to)?.focus();
  };

  return (
    <div className="table-scroll" onCopy={copy}>
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={rowId(row)}
              className={onAction ? 'table-row data-row' : 'table-row'}
              tabIndex={index === focused ? 0 : -1}
              aria-current={currentId === rowId(row) ? 'true' : undefined}
              onFocus={() => setActive(index)}
              onKeyDown={(event) => move(event, index)}
              onClick={() => onAction?.(row)}
            >
              {columns.map((column, place) => {
                const className = column.align === 'end' ? 'table-cell table-end' : 'table-cell';
                const content = column.render ? column.render(row) : column.text(row);
                return place === 0 ? (
                  <th key={column.id} scope="row" className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadCellProps<T> = {
  readonly column: TableColumn<T>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
};

function HeadCell<T>({ column, sort, onSort }: HeadCellProps<T>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const className = column.align === 'end' ? 'table-head table-end' : 'table-head';
  if (!column.sortBy) {
    return (
      <th scope="col" className={className}>
        <span className="table-head-words">{column.label}</span>
      </th>
    );
  }
  // Numbers are looked at from the greatest down, names from A on.
  const first = column.align === 'end' ? 'descending' : 'ascending';
  const next = direction === undefined ? first : direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={direction ?? 'none'} aria-label={column.label}>
      <button type="button" className="data-sort" onClick={() => onSort({ column: column.id, direction: next })}>
        <span className="table-head-words">
          {column.label}
          {direction === 'ascending' && <ArrowUp aria-hidden="true" />}
          {direction === 'descending' && <ArrowDown aria-hidden="true" />}
        </span>
      </button>
    </th>
  );
}

function rowAfter(key: string, index: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
