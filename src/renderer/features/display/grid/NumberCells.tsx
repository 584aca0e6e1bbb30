import { Fragment } from 'react';
import { hexOf, textOn } from '../charts/color-scale.ts';
import type { NumberGridProps } from './NumberGrid.tsx';

/** Pixels of a column where there are many; `.number-grid-wide` has the same. */
export const columnWidth = 104;

export type ColumnPlace = {
  /** Of a column, or that behind the last one. */
  readonly place: number;
  /** Columns before it that are not drawn. */
  readonly before: number;
};

/** The columns that are drawn, each with how many before it are not; the last entry stands behind all. */
export function gapsOf(places: readonly number[], count: number): readonly ColumnPlace[] {
  return [...places, count].map((place, k) => ({ place, before: place - ((places[k - 1] ?? -1) + 1) }));
}

/** Keeps the room of columns that are not drawn. */
export function Gap({ columns }: { readonly columns: number }) {
  return <td aria-hidden="true" className="number-grid-gap" style={{ minWidth: columns * columnWidth }} />;
}

type NumberCellsProps = Pick<NumberGridProps, 'view' | 'scale' | 'format' | 'describe'> & {
  readonly gaps: readonly ColumnPlace[];
  readonly row: number;
  readonly line: number;
  readonly cellProps: (row: number, column: number) => object;
};

/** The cells of one row that are in view. */
export function NumberCells({ view, scale, format, describe, row, line, gaps, cellProps }: NumberCellsProps) {
  return gaps.map(({ place, before }) => {
    const column = view.columns[place];
    const gap = before > 0 && <Gap columns={before} />;
    if (column === undefined) return <Fragment key={place}>{gap}</Fragment>;
    const value = view.valueAt(row, column);
    const color = scale.colorOf(value);
    const isFlagged = view.signed && value !== null && Math.abs(value) > 1.96;
    return (
      <Fragment key={place}>
        {gap}
        <td
          aria-colindex={place + 2}
          className={isFlagged ? 'number-grid-cell number-grid-flagged' : 'number-grid-cell'}
          style={{ background: hexOf(color), color: textOn(color) }}
          title={describe(row, column)}
          {...cellProps(line, place + 1)}
        >
          {format(value)}
        </td>
      </Fragment>
    );
  });
}
