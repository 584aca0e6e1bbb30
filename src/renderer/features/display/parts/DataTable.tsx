import '../../../ui/table.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ClipboardEvent, Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useVisibleRows } from '../../../parts/use-visible-rows.ts';
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

/** Pixels; `.data-row` has the same. */
const rowHeight = 36;
const headHeight = 40;

/**
 * A table of results. Of hundreds of rows only those in view exist as elements; each says which it is of all. One row
 * is in the tab order, arrows move between rows, Enter opens one, and Mod+C copies all as a spreadsheet takes them.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowId, sort, onSort, onAction, currentId = null } = props;
  const { copied = columns } = props;
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const focused = Math.min(active, rows.length - 1);
  const visible = useVisibleRows({
    count: rows.length,
    rowHeight,
    kept: [focused],
    covered: headHeight,
    expected: 640,
  });
  const { scroller, indexes, height, topOf, bringIntoView } = visible;
  const last = indexes.at(-1) ?? -1;

  useEffect(() => {
    // The row is kept among those drawn, wherever it lies: it is there by now.
    if (wanted === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`);
    if (!row) return;
    row.focus();
    setWanted(null);
  }, [wanted]);

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
    setWanted(to);
    bringIntoView(to);
  };

  return (
    <div className="table-scroll" ref={scroller} onCopy={copy}>
      <table className="table data-table" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {indexes.map((index, place) => {
            const row = rows[index];
            if (row === undefined) return null;
            const before = place === 0 ? 0 : (indexes[place - 1] ?? 0) + 1;
            return (
              <Fragment key={rowId(row)}>
                {index > before && <tr aria-hidden="true" style={{ height: topOf(index) - topOf(before) }} />}
                <tr
                  data-row={index}
                  aria-rowindex={index + 2}
                  className={onAction ? 'table-row data-row data-row-open' : 'table-row data-row'}
                  tabIndex={index === focused ? 0 : -1}
                  aria-current={currentId === rowId(row) ? 'true' : undefined}
                  onFocus={() => setActive(index)}
                  onKeyDown={(event) => move(event, index)}
                  onClick={() => onAction?.(row)}
                >
                  <RowCells row={row} columns={columns} />
                </tr>
              </Fragment>
            );
          })}
          {last < rows.length - 1 && <tr aria-hidden="true" style={{ height: height - topOf(last + 1) }} />}
        </tbody>
      </table>
    </div>
  );
}

type RowCellsProps<T> = { readonly row: T; readonly columns: readonly TableColumn<T>[] };

function RowCells<T>({ row, columns }: RowCellsProps<T>) {
  return columns.map((column, place) => {
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
  });
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
