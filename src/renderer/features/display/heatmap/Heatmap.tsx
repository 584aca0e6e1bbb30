import './heatmap.css';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useState } from 'react';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { useT } from '../../../services/text.ts';
import type { Rgb, ValueScale } from '../charts/color-scale.ts';
import type { Matrix } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { type CellPlace, cellAfter, cellAt, type HeatmapLayout } from './heatmap-layout.ts';
import { HeatmapCells } from './HeatmapCells.tsx';
import { ColumnHeaders, RowHeaders, treeWidth } from './HeatmapHeaders.tsx';
import { useSeenCells } from './use-seen-cells.ts';

export type HeatmapProps = {
  readonly matrix: Pick<Matrix, 'codes'>;
  readonly order: readonly number[];
  readonly layout: HeatmapLayout;
  readonly scale: ValueScale;
  readonly ground: Rgb;
  /** Row-major, codes × codes; NaN stands for undefined. */
  readonly values: Float64Array;
  readonly format: (value: number | null) => string;
  /** Drawn beside the names where they stand in its order. */
  readonly tree: Clustering | null;
  /** A cell in words, given by the places of its codes. */
  readonly describe: (row: number, column: number) => string;
  readonly onOpen: OpenCell;
  /** Whether a code has a number with itself; left out where the diagonal says nothing. */
  readonly hasDiagonal?: boolean;
};

/**
 * The grid takes one stop of the Tab key; arrows move a cell at a time. Of its thousands of cells only the active one
 * exists as an element, with its place in the whole (ARIA grid, aria-rowindex and aria-colindex).
 */
export function Heatmap(props: HeatmapProps) {
  const { matrix, order, layout, scale, ground, values, format, tree, describe, onOpen } = props;
  const { hasDiagonal = false } = props;
  const t = useT();
  const cellId = useId();
  const { scroller, element, rows, columns } = useSeenCells(layout);
  const [active, setActive] = useState<CellPlace>({ row: 0, column: Math.min(1, order.length - 1) });
  const [hovered, setHovered] = useState<CellPlace | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const { cell, size, columnHeader } = layout;
  const left = layout.rowHeader + (tree ? treeWidth : 0);
  // Another result may have fewer codes.
  const [row, column] = [Math.min(active.row, size - 1), Math.min(active.column, size - 1)];
  const focused = useMemo(() => ({ row, column }), [row, column]);
  const marked = hovered ?? (hasFocus ? focused : null);

  useEffect(() => {
    if (hasFocus && element.current) bringIntoView(element.current, focused, layout, left);
  }, [element, focused, hasFocus, layout, left]);

  const open = (place: CellPlace): void => onOpen(order[place.row] ?? 0, order[place.column] ?? 0);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(focused);
      return;
    }
    if (event.key === 'Escape') setHovered(null);
    const to = cellAfter(event.key, event.ctrlKey || event.metaKey, focused, size);
    if (!to) return;
    event.preventDefault();
    setHovered(null);
    setActive(to);
  };
  const under = (event: PointerEvent): CellPlace | null => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAt(layout, event.clientX - box.left, event.clientY - box.top);
  };

  return (
    <div className="heatmap" ref={scroller}>
      <div className="heatmap-sheet" style={{ gridTemplateColumns: `${left}px ${cell * size}px` }}>
        <div className="heatmap-corner" style={{ height: columnHeader }} />
        <ColumnHeaders matrix={matrix} order={order} layout={layout} seen={columns} marked={marked?.column ?? -1} />
        <RowHeaders
          matrix={matrix}
          order={order}
          layout={layout}
          ground={ground}
          seen={rows}
          marked={marked?.row ?? -1}
          tree={tree}
        />
        <div
          role="grid"
          tabIndex={0}
          className="heatmap-grid"
          style={{ width: cell * size, height: cell * size }}
          aria-label={t('display.heatmap.grid', { n: size })}
          aria-rowcount={size}
          aria-colcount={size}
          aria-activedescendant={cellId}
          onKeyDown={press}
          onFocus={() => setHasFocus(true)}
          onBlur={() => setHasFocus(false)}
          onPointerMove={(event) => {
            const place = under(event);
            if (place?.row !== hovered?.row || place?.column !== hovered?.column) setHovered(place);
          }}
          onPointerLeave={() => setHovered(null)}
          onPointerDown={(event) => {
            const place = under(event);
            if (!place) return;
            setActive(place);
            open(place);
          }}
        >
          <HeatmapCells
            layout={layout}
            order={order}
            scale={scale}
            values={values}
            format={format}
            hasDiagonal={hasDiagonal}
          />
          <div role="row" aria-rowindex={focused.row + 1}>
            <div
              role="gridcell"
              id={cellId}
              aria-colindex={focused.column + 1}
              className={hasFocus ? 'heatmap-cell heatmap-cell-focused' : 'heatmap-cell'}
              style={{ left: focused.column * cell, top: focused.row * cell, width: cell - 1, height: cell - 1 }}
            >
              <span className="visually-hidden">{describe(order[focused.row] ?? 0, order[focused.column] ?? 0)}</span>
            </div>
          </div>
          {marked && (
            <div
              className={marked.column > size / 2 ? 'heatmap-tip heatmap-tip-before' : 'heatmap-tip'}
              style={{ left: (marked.column + 0.5) * cell, top: (marked.row + 1) * cell + 4 }}
              aria-hidden="true"
            >
              {describe(order[marked.row] ?? 0, order[marked.column] ?? 0)}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** Scrolls no farther than needed, and not under the headers that stay in place. */
function bringIntoView(box: HTMLElement, { row, column }: CellPlace, layout: HeatmapLayout, left: number): void {
  const { cell, columnHeader } = layout;
  const [x, y] = [column * cell, row * cell];
  const width = box.clientWidth - left;
  const height = box.clientHeight - columnHeader;
  if (x < box.scrollLeft) box.scrollLeft = x;
  else if (x + cell > box.scrollLeft + width) box.scrollLeft = x + cell - width;
  if (y < box.scrollTop) box.scrollTop = y;
  else if (y + cell > box.scrollTop + height) box.scrollTop = y + cell - height;
}
