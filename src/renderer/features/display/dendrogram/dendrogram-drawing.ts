// The dendrogram as a picture: names at the left, heights along the bottom.

import { scaleLinear } from 'd3-scale';
import { hexOf, legible } from '../charts/color-scale.ts';
import { type Drawing, hairline, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Matrix } from '../matrix.ts';
import { bracketsOf, greatestHeight } from './dendrogram-layout.ts';

export type DendrogramColors = {
  readonly ink: string;
  readonly soft: string;
  readonly hairline: string;
  readonly background: string;
  readonly colorOf: (color: string) => string;
};

export const printedDendrogram: DendrogramColors = {
  ink,
  soft: softInk,
  hairline,
  background: paper,
  colorOf: (color) => hexOf(legible(color, [255, 255, 255], 3)),
};

export type DendrogramPlan = {
  readonly drawing: Drawing;
  /** Middle of each leaf's row, by place of the code. */
  readonly rows: readonly number[];
  readonly rowHeight: number;
};

const rowHeight = 24;
const widestName = 300;
const axisHeight = 34;

/**
 * @param width of the whole picture
 * @param format writes a height
 * @param axis name of the height
 */
export function dendrogramPlan(
  matrix: Matrix,
  width: number,
  measure: Measure,
  format: (value: number) => string,
  axis: string,
  colors: DendrogramColors,
): DendrogramPlan {
  const { order, merges } = matrix.clustering;
  const ranks = new Map(order.map((place, rank) => [place, rank]));
  const rows = matrix.codes.map((_, place) => ((ranks.get(place) ?? 0) + 0.5) * rowHeight);
  const names = Math.min(widestName, 28 + Math.max(24, ...matrix.codes.map(({ name }) => measure(name, 13))));
  const height = order.length * rowHeight;
  const x = scaleLinear([0, greatestHeight(merges)], [names + 4, Math.max(names + 120, width - 36)]).nice(5);
  const leaves = matrix.codes.flatMap((code, place): readonly Mark[] => [
    { kind: 'rect', x: 2, y: (rows[place] ?? 0) - 5, width: 10, height: 10, fill: colors.colorOf(code.color) },
    {
      kind: 'text',
      x: 18,
      y: rows[place] ?? 0,
      text: ellipsised(code.name, names - 24, 13, measure),
      size: 13,
      fill: colors.ink,
      anchor: 'start',
    },
  ]);
  const ticks = x.ticks(5).flatMap((value): readonly Mark[] => [
    { kind: 'path', x: x(value), y: 0, d: `M0 0V${height + 5}`, stroke: colors.hairline, width: 1 },
    { kind: 'text', x: x(value), y: height + 14, text: format(value), size: 11, fill: colors.soft, anchor: 'middle' },
  ]);
  const brackets = bracketsOf(merges, rows).map((bracket): Mark => ({
    kind: 'path',
    x: 0,
    y: 0,
    d: `M${x(bracket.firstHeight)} ${bracket.first}H${x(bracket.height)}V${bracket.second}H${x(bracket.secondHeight)}`,
    stroke: colors.ink,
    width: 1.5,
  }));
  const middle = (names + 4 + Math.max(names + 120, width - 36)) / 2;
  return {
    rows,
    rowHeight,
    drawing: {
      width: Math.max(width, names + 160),
      height: height + axisHeight,
      background: colors.background,
      marks: [
        ...ticks,
        ...brackets,
        ...leaves,
        { kind: 'text', x: middle, y: height + 28, text: axis, size: 11, fill: colors.soft, anchor: 'middle' },
      ],
    },
  };
}
