// A grid of numbers as a picture for export: names, coloured cells and their numbers.

import { hexOf, textOn, type ValueScale } from '../charts/color-scale.ts';
import { type Drawing, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { GridView } from './grid-model.ts';

const cellWidth = 74;
const cellHeight = 24;
const widestName = 280;
const highestHead = 170;
const nameSize = 12.5;

export type GridPicture = {
  readonly view: GridView;
  /** Of all rows and all columns of the result. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly scale: ValueScale;
  readonly format: (value: number | null) => string;
};

export function gridDrawing(
  { view, rows: rowNames, columns: columnNames, scale, format }: GridPicture,
  measure: Measure,
): Drawing {
  const { rows, columns } = view;
  const widest = (names: readonly string[]): number => Math.max(24, ...names.map((name) => measure(name, nameSize)));
  const left = Math.min(widestName, 12 + widest(rows.map((row) => rowNames[row] ?? '')));
  const top = Math.min(highestHead, 12 + widest(columns.map((column) => columnNames[column] ?? '')));
  const middle = (place: number): number => top + (place + 0.5) * cellHeight;
  const center = (place: number): number => left + (place + 0.5) * cellWidth;
  return {
    width: left + columns.length * cellWidth,
    height: top + rows.length * cellHeight,
    background: paper,
    marks: [
      ...columns.map((column, place): Mark => ({
        kind: 'text',
        x: center(place),
        y: top - 6,
        text: ellipsised(columnNames[column] ?? '', top - 10, nameSize, measure),
        size: nameSize,
        fill: softInk,
        anchor: 'start',
        rotate: -90,
      })),
      ...rows.flatMap((row, line): readonly Mark[] => [
        {
          kind: 'text',
          x: left - 8,
          y: middle(line),
          text: ellipsised(rowNames[row] ?? '', left - 10, nameSize, measure),
          size: nameSize,
          fill: ink,
          anchor: 'end',
        },
        ...columns.flatMap((column, place): readonly Mark[] => {
          const value = view.valueAt(row, column);
          const color = scale.colorOf(value);
          return [
            {
              kind: 'rect',
              x: left + place * cellWidth,
              y: top + line * cellHeight,
              width: cellWidth - 1,
              height: cellHeight - 1,
              fill: hexOf(color),
            },
            {
              kind: 'text',
              x: center(place),
              y: middle(line),
              text: format(value),
              size: 11,
              fill: textOn(color),
              anchor: 'middle',
            },
          ];
        }),
      ]),
    ],
  };
}
