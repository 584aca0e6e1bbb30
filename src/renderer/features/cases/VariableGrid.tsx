import { type DragEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../../services/text.ts';
import { useVisibleRows } from '../../parts/use-visible-rows.ts';
import { isNumeric, useCellDisplay } from './cell-display.ts';
import { CellEditor } from './CellEditor.tsx';
import { useInvalidText } from './invalid-text.ts';
import { type Cell, type Grid, type GridColumn, cellKey, columnKey, isBetween } from './grid-model.ts';
import type { CaseDrop } from './use-case-drop.ts';
import { type GridOptions, useGrid } from './use-grid.ts';

const rowHeight = 34;
const columnWidth = { name: 240, case: 180, documents: 120, variable: 168 } as const;

export type VariableGridProps = {
  readonly label: string;
  readonly grid: Grid;
  readonly options: GridOptions;
  readonly renderHeader: (column: GridColumn) => ReactNode;
  readonly headerText: (column: GridColumn) => string;
  /** Documents can be dropped on rows. */
  readonly drop?: CaseDrop;
};

/** Cases or documents against their variables, worked like a spreadsheet. */
export function VariableGrid({ label, grid, options, renderHeader, headerText, drop }: VariableGridProps) {
  const t = useT();
  const id = useId();
  const focusTarget = useRef<HTMLDivElement | null>(null);
  const state = useGrid(grid, options);
  const { active, anchor, edit, refused } = state;
  const display = useCellDisplay();
  const invalidText = useInvalidText();
  const { scroller, indexes, height, topOf, bringIntoView } = useVisibleRows({
    count: grid.rows.length,
    rowHeight,
    kept: [active.row],
    covered: rowHeight,
  });
  useEffect(() => {
    bringIntoView(active.row);
    bringColumnIntoView(focusTarget.current, grid.columns, active.column);
  }, [bringIntoView, active.row, active.column, grid.columns]);
  const width = grid.columns.reduce((sum, column) => sum + columnWidth[column.kind], 0);
  const isDrawn = indexes.includes(active.row);
  const editorClosed = (then: 'stay' | 'down' | 'left' | 'right', cell: Cell): void => {
    if (!state.commit() || then === 'stay') return;
    const step = { down: [1, 0], left: [0, -1], right: [0, 1] } as const;
    state.select({ row: cell.row + step[then][0], column: cell.column + step[then][1] });
    focusTarget.current?.focus();
  };
  return (
    <>
      <p id={`${id}-help`} className="visually-hidden">
        {t('cases.grid.help')}
      </p>
      <div
        ref={(node) => {
          focusTarget.current = node;
          return scroller(node);
        }}
        className="cases-grid"
        role="grid"
        aria-label={label}
        aria-describedby={`${id}-help`}
        aria-rowcount={grid.rows.length + 1}
        aria-colcount={grid.columns.length}
        aria-multiselectable
        {...(isDrawn && !edit ? { 'aria-activedescendant': `${id}-${active.row}-${active.column}` } : {})}
        tabIndex={0}
        onMouseDown={(event) => {
          const cell = cellAt(event.target);
          if (cell && event.button === 0) state.select(cell, event.shiftKey);
        }}
        onDoubleClick={(event) => {
          const cell = cellAt(event.target);
          if (cell) state.startEdit(cell);
        }}
        onKeyDown={state.onKeyDown}
        onCopy={state.onCopy}
        onPaste={state.onPaste}
      >
        <div className="cases-head" role="row" aria-rowindex={1} style={{ width }}>
          {grid.columns.map((column, index) => (
            <div
              key={columnKey(column)}
              role="columnheader"
              aria-colindex={index + 1}
              className="cases-cell"
              data-kind={column.kind}
              style={{ width: columnWidth[column.kind] }}
            >
              {renderHeader(column)}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="cases-body" style={{ height: height, width }}>
          {indexes.map((index) => {
            const row = grid.rows[index];
            if (!row) return null;
            return (
              <div
                key={row.guid}
                role="row"
                aria-rowindex={index + 2}
                className="cases-row"
                style={{ transform: `translateY(${topOf(index)}px)`, width }}
                data-guid={row.guid}
                data-row={index}
                {...(drop
                  ? {
                      onDragOver: drop.onDragOver,
                      onDrop: (event: DragEvent<HTMLElement>) => drop.onDrop(event, row),
                    }
                  : {})}
              >
                {grid.columns.map((column, columnIndex) => {
                  const cell: Cell = { row: index, column: columnIndex };
                  const isActive = active.row === index && active.column === columnIndex;
                  const isEdited = edit?.row === index && edit.column === columnIndex;
                  const bad = refused.get(cellKey(row, column));
                  return (
                    <div
                      key={columnKey(column)}
                      id={`${id}-${index}-${columnIndex}`}
                      role={column.kind === 'name' ? 'rowheader' : 'gridcell'}
                      aria-colindex={columnIndex + 1}
                      aria-selected={isBetween(cell, active, anchor)}
                      className="cases-cell"
                      style={{ width: columnWidth[column.kind] }}
                      data-kind={column.kind}
                      data-number={isNumeric(column) || undefined}
                      data-active={isActive || undefined}
                      data-selected={isBetween(cell, active, anchor) || undefined}
                      data-refused={bad ? true : undefined}
                      title={bad ? invalidText(bad.column, bad.raw) : display(column, grid.textOf(row, column))}
                      data-column={columnIndex}
                    >
                      {isEdited && edit ? (
                        <CellEditor
                          label={t('cases.value.edit', { variable: headerText(column), name: row.name })}
                          column={column}
                          edit={edit}
                          error={edit.isRefused ? invalidText(column, edit.text) : null}
                          onChange={state.changeEdit}
                          onCommit={(then) => editorClosed(then, cell)}
                          onCancel={() => {
                            state.cancelEdit();
                            focusTarget.current?.focus();
                          }}
                        />
                      ) : (
                        <>
                          <span className="cases-text">
                            {bad ? bad.raw : display(column, grid.textOf(row, column))}
                          </span>
                          {bad && isActive && (
                            <span className="cases-error" role="alert">
                              {invalidText(bad.column, bad.raw)}
                            </span>
                          )}
                        </>
                      )}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

/** The cell pointed at; none where it is being edited, because a press there belongs to the field. */
function cellAt(target: EventTarget): Cell | null {
  if (!(target instanceof Element) || target.closest('input, button')) return null;
  const cell = target.closest<HTMLElement>('.cases-cell')?.dataset['column'];
  const row = target.closest<HTMLElement>('.cases-row')?.dataset['row'];
  return cell === undefined || row === undefined ? null : { row: Number(row), column: Number(cell) };
}

/** Scrolls sideways no further than needed. The column of names stays in place and covers what is behind it. */
function bringColumnIntoView(box: HTMLElement | null, columns: readonly GridColumn[], index: number): void {
  const column = columns[index];
  if (!box || !column || index === 0) return;
  const left = columns.slice(0, index).reduce((sum, { kind }) => sum + columnWidth[kind], 0);
  const right = left + columnWidth[column.kind];
  if (left - columnWidth.name < box.scrollLeft) box.scrollLeft = left - columnWidth.name;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
