// Sizes and places of a heatmap, without drawing any of it.

import { ellipsised, type Measure } from '../charts/labels.ts';

export type HeatmapLayout = {
  /** Side of a cell in pixels. */
  readonly cell: number;
  readonly size: number;
  /** Whether a number fits into a cell. */
  readonly showsNumbers: boolean;
  readonly fontSize: number;
  /** Width of the names at the left and height of the names on top. */
  readonly rowHeader: number;
  readonly columnHeader: number;
  /** The name of a rank, shortened to its place. Of hundreds, only those in view are asked for. */
  readonly rowLabel: (rank: number) => string;
  readonly columnLabel: (rank: number) => string;
};

export type CellPlace = { readonly row: number; readonly column: number };

/** Above this many cells a picture of pixels is painted instead of one element per cell. All with numbers are below. */
export const mostSvgCells = 576;
const widestRowHeader = 240;
const highestColumnHeader = 170;
const padding = 12;
/** Room for the colour chip before a name in a row. */
const chip = 16;

/** @param names of the codes, in the order shown */
export function heatmapLayout(names: readonly string[], measure: Measure): HeatmapLayout {
  const size = names.length;
  const cell = cellSide(size);
  const fontSize = Math.min(13, Math.max(10, cell - 3));
  const widest = widestOf(names, fontSize, measure);
  const rowHeader = Math.ceil(Math.min(widestRowHeader, widest + padding + chip));
  const columnHeader = Math.ceil(Math.min(highestColumnHeader, widest + padding));
  return {
    cell,
    size,
    showsNumbers: cell >= 30,
    fontSize,
    rowHeader,
    columnHeader,
    rowLabel: (rank) => ellipsised(names[rank] ?? '', rowHeader - padding - chip, fontSize, measure),
    columnLabel: (rank) => ellipsised(names[rank] ?? '', columnHeader - padding, fontSize, measure),
  };
}

/** The cell under a point of the cells' area; null beside it. */
export function cellAt({ cell, size }: HeatmapLayout, x: number, y: number): CellPlace | null {
  const column = Math.floor(x / cell);
  const row = Math.floor(y / cell);
  const isInside = column >= 0 && row >= 0 && column < size && row < size;
  return isInside ? { row, column } : null;
}

/** The cell that a key leads to; null where the key leads nowhere else. */
export function cellAfter(
  key: string,
  withControl: boolean,
  { row, column }: CellPlace,
  size: number,
): CellPlace | null {
  const last = size - 1;
  const page = 10;
  const moved: Readonly<Record<string, CellPlace>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: withControl ? { row: 0, column: 0 } : { row, column: 0 },
    End: withControl ? { row: last, column: last } : { row, column: last },
    PageUp: { row: Math.max(0, row - page), column },
    PageDown: { row: Math.min(last, row + page), column },
  };
  const to = Object.hasOwn(moved, key) ? moved[key] : undefined;
  if (!to || to.row < 0 || to.column < 0 || to.row > last || to.column > last) return null;
  return to.row === row && to.column === column ? null : to;
}

/** Width of the widest name, as far as it matters: headers do not grow without end. */
function widestOf(names: readonly string[], fontSize: number, measure: Measure): number {
  let widest = 24;
  for (const name of names) {
    if (widest >= widestRowHeader) break;
    widest = Math.max(widest, measure(name, fontSize));
  }
  return widest;
}

function cellSide(size: number): number {
  if (size <= 6) return 56;
  if (size <= 12) return 44;
  if (size <= 24) return 32;
  if (size <= 50) return 22;
  return size <= 120 ? 16 : 13;
}
