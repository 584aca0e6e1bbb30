import './crosstab.css';
import { Fragment, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { useVisibleRows } from '../../../parts/use-visible-rows.ts';
import { useT } from '../../../services/text.ts';
import { hexOf, legible, type Rgb, type ValueScale } from '../charts/color-scale.ts';
import { LongName } from '../parts/LongName.tsx';
import { columnWidth, CrosstabCells, Gap, gapsOf } from './CrosstabCells.tsx';
import { type CrosstabView, type GridPlace, gridPlaceAfter } from './crosstab-model.ts';

export type CrosstabGridProps = {
  readonly result: CrosstabResult;
  readonly view: CrosstabView;
  /** Of all codes of the result, short and different. */
  readonly names: readonly string[];
  readonly scale: ValueScale;
  readonly ground: Rgb;
  readonly format: (value: number | null) => string;
  readonly describe: (row: number, column: number) => string;
  /** Places in the result; null stands for all codes, or for all values. */
  readonly onOpen: (row: number | null, column: number | null) => void;
};

/** Pixels; `.crosstab-row` has the same. */
const rowHeight = 30;
const headHeight = 56;
/** Where there are more columns, each has one width, and those out of view are not drawn. */
const fewColumns = 40;
/** Of the sticky names at the side. */
const nameWidth = 288;
const firstCell: GridPlace = { row: 1, column: 1 };

/** Codes by values, coloured by their numbers. One cell is in the tab order, arrows move, Enter opens quotations. */
export function CrosstabGrid(props: CrosstabGridProps) {
  const { result, view, names, ground, onOpen } = props;
  const t = useT();
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
        className={isWide ? 'table crosstab crosstab-wide' : 'table crosstab'}
        aria-label={t('crosstab.grid', { rows: rows.length, columns: columns.length })}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="crosstab-corner" title={result.variable.name}>
              <span className="ellipsis">{result.variable.name}</span>
            </th>
            {gaps.map(({ place, before }) => {
              const column = result.columns[columns[place] ?? -1];
              return (
                <Fragment key={place}>
                  {before > 0 && <Gap columns={before} />}
                  {column && (
                    <th scope="col" className="crosstab-head" aria-colindex={place + 2} {...cellProps(0, place + 1)}>
                      <span className="crosstab-value" title={column.value}>
                        {column.value}
                      </span>
                      <span className="crosstab-units">n = {column.units}</span>
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
            const code = row === undefined ? undefined : result.rows[row];
            if (row === undefined || !code) return null;
            const before = place === 0 ? 0 : (indexes[place - 1] ?? 0) + 1;
            return (
              <Fragment key={code.guid}>
                {index > before && <tr aria-hidden="true" style={{ height: topOf(index) - topOf(before) }} />}
                <tr className="crosstab-row" aria-rowindex={index + 2}>
                  <th
                    scope="row"
                    className="crosstab-name"
                    title={code.path.join(pathSeparator)}
                    {...cellProps(index + 1, 0)}
                  >
                    <span className="crosstab-name-words">
                      <span className="display-chip" style={{ background: hexOf(legible(code.color, ground, 3)) }} />
                      <LongName name={names[row] ?? ''} />
                    </span>
                  </th>
                  <CrosstabCells {...props} row={row} line={index + 1} gaps={gaps} cellProps={cellProps} />
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
