import './number-grid.css';
import { Fragment, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useVisibleRows } from '../../../parts/use-visible-rows.ts';
import { hexOf, legible, type Rgb, type ValueScale } from '../charts/color-scale.ts';
import { LongName } from '../parts/LongName.tsx';
import { type GridPlace, gridPlaceAfter, type GridView } from './grid-model.ts';
import { columnWidth, Gap, gapsOf, NumberCells } from './NumberCells.tsx';

/** A row or column as its head shows it. */
export type GridHead = {
  readonly id: string;
  readonly name: string;
  /** The whole of the name. */
  readonly title: string;
  /** Below the name of a column, such as how many units it has. */
  readonly note?: string;
  /** `#rrggbb` of a code. */
  readonly color?: string;
};

export type NumberGridProps = {
  readonly label: string;
  readonly corner: string;
  /** Of the whole result; `view` has places in them. */
  readonly rows: readonly GridHead[];
  readonly columns: readonly GridHead[];
  readonly view: GridView;
  readonly scale: ValueScale;
  readonly ground: Rgb;
  readonly format: (value: number | null) => string;
  readonly describe: (row: number, column: number) => string;
  /** Places in the result; null stands for all rows, or for all columns. */
  readonly onOpen: (row: number | null, column: number | null) => void;
};

/** Pixels; `.number-grid-row` has the same. */
const rowHeight = 30;
const headHeight = 56;
/** Where there are more columns, each has one width, and those out of view are not drawn. */
const fewColumns = 40;
/** Of the sticky names at the side. */
const nameWidth = 288;
const firstCell: GridPlace = { row: 1, column: 1 };

/** Numbers coloured by their size. One cell is in the tab order, arrows move, Enter opens quotations. */
export function NumberGrid(props: NumberGridProps) {
  const { label, corner, view, ground, onOpen } = props;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(firstCell);
  const [wanted, setWanted] = useState<GridPlace | null>(null);
  const { rows, columns } = view;
  const active = { row: Math.min(at.row, rows.length), column: Math.min(at.column, columns.length) };
  const visible = useVisibleRows({
    count: rows.length,
    rowHeight,
    kept: [active.row - 1],
    covered: headHeight,
    expected: 640,
  });
  const { scroller, indexes, height, topOf, bringIntoView } = visible;
  const isWide = columns.length > fewColumns;
  const across = useVisibleRows({
    count: columns.length,
    rowHeight: columnWidth,
    kept: [active.column - 1],
    covered: nameWidth,
    expected: 1200,
    axis: 'inline',
  });
  const gaps = gapsOf(isWide ? across.indexes : [...columns.keys()], columns.length);
  const { scroller: scrollerAcross } = across;
  const scrollers = useCallback(
    (node: HTMLElement | null) => {
      const ends = [scroller(node), scrollerAcross(node)];
      return () => ends.forEach((end) => end?.());
    },
    [scroller, scrollerAcross],
  );
  const last = indexes.at(-1) ?? -1;

  useEffect(() => {
    if (wanted === null) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${wanted.row} ${wanted.column}"]`);
    if (!cell) return;
    cell.focus();
    setWanted(null);
  }, [wanted]);

  const open = ({ row, column }: GridPlace): void =>
    onOpen(row === 0 ? null : (rows[row - 1] ?? null), column === 0 ? null : (columns[column - 1] ?? null));
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(active);
      return;
    }
    const to = gridPlaceAfter(event.key, event.ctrlKey || event.metaKey, active, rows.length, columns.length);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    setWanted(to);
    if (to.row > 0) bringIntoView(to.row - 1);
    if (isWide && to.column > 0) across.bringIntoView(to.column - 1);
  };
  const cellProps = (row: number, column: number) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: active.row === row && active.column === column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
    onKeyDown: press,
    onClick: () => open({ row, column }),
  });
  return (
    <div className="table-scroll" ref={scrollers}>
      <table
        ref={table}
        className={isWide ? 'table number-grid number-grid-wide' : 'table number-grid'}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="number-grid-corner" title={corner}>
              <span className="ellipsis">{corner}</span>
            </th>
            {gaps.map(({ place, before }) => {
              const column = props.columns[columns[place] ?? -1];
              return (
                <Fragment key={place}>
                  {before > 0 && <Gap columns={before} />}
                  {column && (
                    <th scope="col" className="number-grid-head" aria-colindex={place + 2} {...cellProps(0, place + 1)}>
                      <span className="number-grid-value" title={column.title}>
                        {column.name}
                      </span>
                      {column.note !== undefined && <span className="number-grid-units">{column.note}</span>}
                    </th>
                  )}
                </Fragment>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {indexes.map((index, place) => {
            const row = rows[index];
            const head = row === undefined ? undefined : props.rows[row];
            if (row === undefined || !head) return null;
            const before = place === 0 ? 0 : (indexes[place - 1] ?? 0) + 1;
            return (
              <Fragment key={head.id}>
                {index > before && <tr aria-hidden="true" style={{ height: topOf(index) - topOf(before) }} />}
                <tr className="number-grid-row" aria-rowindex={index + 2}>
                  <th scope="row" className="number-grid-name" title={head.title} {...cellProps(index + 1, 0)}>
                    <span className="number-grid-name-words">
                      {head.color !== undefined && (
                        <span className="display-chip" style={{ background: hexOf(legible(head.color, ground, 3)) }} />
                      )}
                      <LongName name={head.name} />
                    </span>
                  </th>
                  <NumberCells {...props} row={row} line={index + 1} gaps={gaps} cellProps={cellProps} />
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
