// Frequencies as bars, for export.

import { scaleLinear } from 'd3-scale';
import type { FrequencyRow } from '../../../../shared/contract/analysis.ts';
import { hexOf, legible } from '../charts/color-scale.ts';
import { type Drawing, hairline, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { distinctNames, ellipsised, type Measure } from '../charts/labels.ts';
import type { BarMeasure } from './frequency-model.ts';

const rowHeight = 22;
const widestName = 280;
const barWidth = 420;

/** @param axis name of the measure */
export function frequencyDrawing(
  rows: readonly FrequencyRow[],
  measureShown: BarMeasure,
  axis: string,
  format: (value: number) => string,
  measure: Measure,
): Drawing {
  const names = distinctNames(rows.map(({ path }) => path));
  const left = Math.min(widestName, 12 + Math.max(24, ...names.map((name) => measure(name, 13))));
  const height = rows.length * rowHeight;
  const x = scaleLinear([0, Math.max(1, ...rows.map((row) => row[measureShown]))], [left, left + barWidth]).nice(5);
  // Counts are whole numbers: no tick lies between them.
  const ticks = x.ticks(5).filter(Number.isInteger);
  return {
    width: left + barWidth + 60,
    height: height + 40,
    background: paper,
    marks: [
      ...ticks.flatMap((value): readonly Mark[] => [
        { kind: 'path', x: x(value), y: 0, d: `M0 0V${height + 4}`, stroke: hairline, width: 1 },
        { kind: 'text', x: x(value), y: height + 13, text: format(value), size: 11, fill: softInk, anchor: 'middle' },
      ]),
      ...rows.flatMap((row, index): readonly Mark[] => {
        const middle = (index + 0.5) * rowHeight;
        const end = x(row[measureShown]);
        return [
          {
            kind: 'text',
            x: left - 8,
            y: middle,
            text: ellipsised(names[index] ?? '', left - 10, 13, measure),
            size: 13,
            fill: ink,
            anchor: 'end',
          },
          {
            kind: 'rect',
            x: left,
            y: middle - 7,
            width: end - left,
            height: 14,
            fill: hexOf(legible(row.color, [255, 255, 255], 3)),
          },
          {
            kind: 'text',
            x: end + 6,
            y: middle,
            text: format(row[measureShown]),
            size: 11.5,
            fill: ink,
            anchor: 'start',
          },
        ];
      }),
      { kind: 'text', x: left + barWidth / 2, y: height + 30, text: axis, size: 11, fill: softInk, anchor: 'middle' },
    ],
  };
}
