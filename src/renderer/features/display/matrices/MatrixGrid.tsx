import { CircleAlert, Unlink } from 'lucide-react';
import { type KeyboardEvent, memo, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { DisplayCell, DisplaySide, MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { useVisibleRows } from '../../../parts/use-visible-rows.ts';
import { useT } from '../../../services/text.ts';
import type { Cells } from './matrix-model.ts';

export type CellPlace = { readonly row: number; readonly column: number };

export type MatrixGridProps = {
  readonly name: string;
  readonly matrix: MatrixDisplay;
  readonly cells: Cells;
  readonly opened: CellPlace | null;
  readonly onOpen: (place: CellPlace) => void;
};

/** Pixels; `.matrix-row` and `.matrix-head` have the same. */
const rowHeight = 76;
const headHeight = 64;
/** Of the row heads and of a cell, in rem. */
const headWidth = 12;
const cellWidth = 10;

/** The table: heads stay in sight, rows out of view are not drawn. Arrow keys move, Enter opens a cell. */
export function MatrixGrid({ name, matrix, cells, opened, onOpen }: MatrixGridProps) {
  const t = useT();
  const { rows, columns } = matrix;
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const row = Math.min(active.row, rows.length - 1);
  const column = Math.min(active.column, columns.length - 1);
  const sheet = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const { scroller, indexes, height, topOf, bringIntoView } = useVisibleRows({
    count: rows.length,
    rowHeight,
    kept: [row],
    covered: headHeight,
    expected: 600,
  });
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    bringIntoView(row);
    sheet.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`)?.focus();
  }, [row, column, bringIntoView]);

  const gridTemplateColumns = `${headWidth}rem repeat(${columns.length}, ${cellWidth}rem)`;

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen({ row, column });
      return;
    }
    const to = placeAfter(event, { row, column }, { rows: rows.length, columns: columns.length });
    if (!to) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActive(to);
  };

  const click = ({ target }: MouseEvent): void => {
    const place = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null;
    const [toRow, toColumn] = place?.split(' ').map(Number) ?? [];
    if (toRow === undefined || toColumn === undefined) return;
    setActive({ row: toRow, column: toColumn });
    onOpen({ row: toRow, column: toColumn });
  };

  return (
    <div className="matrix" ref={scroller}>
      <div
        role="grid"
        tabIndex={-1}
        ref={sheet}
        className="matrix-sheet"
        aria-label={t('matrices.grid', { name })}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={{ width: `${headWidth + columns.length * cellWidth}rem`, height: height + headHeight }}
        onKeyDown={press}
        onClick={click}
      >
        <div role="row" aria-rowindex={1} className="matrix-head" style={{ gridTemplateColumns }}>
          <div role="columnheader" aria-colindex={1} className="matrix-side matrix-corner">
            <span className="visually-hidden">{t('matrices.rows')}</span>
          </div>
          {columns.map((side, place) => (
            <div key={side.key} role="columnheader" aria-colindex={place + 2} className="matrix-side">
              <SideName side={side} />
            </div>
          ))}
        </div>
        {indexes.map((index) => {
          const side = rows[index];
          if (!side) return null;
          return (
            <div
              key={side.key}
              role="row"
              aria-rowindex={index + 2}
              className="matrix-row"
              style={{ top: topOf(index) + headHeight, gridTemplateColumns }}
            >
              <div role="rowheader" aria-colindex={1} className="matrix-side matrix-row-head">
                <SideName side={side} />
              </div>
              {columns.map((head, place) => {
                const isActive = index === row && place === column;
                const isOpen = opened?.row === index && opened.column === place;
                const cell = cells.get(index * columns.length + place);
                return (
                  <div
                    key={head.key}
                    role="gridcell"
                    aria-colindex={place + 2}
                    aria-selected={isOpen}
                    tabIndex={isActive ? 0 : -1}
                    className={cell?.isStale ? 'matrix-cell matrix-cell-stale' : 'matrix-cell'}
                    data-place={`${index} ${place}`}
                  >
                    <CellContent cell={cell} />
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const SideName = memo(function SideName({ side }: { readonly side: DisplaySide }) {
  const t = useT();
  const counts = t('matrices.side', { codings: side.codings, documents: side.documents });
  return (
    <span className="matrix-side-name" title={side.group ? `${side.group} – ${side.label}` : side.label}>
      {side.group && <span className="matrix-side-group">{side.group}</span>}
      <span className="matrix-side-label">{side.label}</span>
      <span className="matrix-side-count">{counts}</span>
    </span>
  );
});

const CellContent = memo(function CellContent({ cell }: { readonly cell: DisplayCell | undefined }) {
  const t = useT();
  if (!cell) return <span className="visually-hidden">{t('matrices.cell.empty')}</span>;
  return (
    <>
      <span className="matrix-cell-line">
        {cell.rating !== '' && <strong className="matrix-rating">{cell.rating}</strong>}
        {cell.codings + cell.attached > 0 && (
          <span className="matrix-count">
            {cell.codings + cell.attached}
            <span className="visually-hidden"> {t('matrices.codings')}</span>
          </span>
        )}
        {cell.isStale && <CircleAlert role="img" aria-label={t('matrices.cell.stale')} className="matrix-mark" />}
        {cell.broken > 0 && <Unlink role="img" aria-label={t('matrices.cell.broken')} className="matrix-mark" />}
      </span>
      {cell.text !== '' && <span className="matrix-text">{cell.text}</span>}
    </>
  );
});

function placeAfter(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: CellPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  const within = (place: number, count: number): number => Math.min(count - 1, Math.max(0, place));
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, rows), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) };
    case 'PageUp':
      return { row: within(row - 8, rows), column };
    case 'PageDown':
      return { row: within(row + 8, rows), column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}
