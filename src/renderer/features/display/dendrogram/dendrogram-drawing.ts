// The dendrogram as a picture: names at the left, heights along the bottom.

import { scaleLinear } from 'd3-scale';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { hexOf, legible } from '../charts/color-scale.ts';
import { type Drawing, hairline, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { MatrixCode } from '../matrix.ts';
import { bracketsOf, greatestHeight } from './dendrogram-layout.ts';

/** Places and sizes, the same on screen and in files. */
export type DendrogramPlan = {
  readonly width: number;
  readonly height: number;
  /** Places of the codes from the top down. */
  readonly order: readonly number[];
  /** Height of a leaf's row. */
  readonly rowHeight: number;
  /** Width of the names with their chips. */
  readonly names: number;
  /** The name of a code, shortened to its place. Of hundreds, only those in view are asked for. */
  readonly label: (place: number) => string;
  /** One path data per merge. */
  readonly brackets: readonly string[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly axis: { readonly x: number; readonly text: string };
};

export const nameSize = 13;
export const tickSize = 11;
/** Where a chip and a name begin, and the chip's side. */
export const chip = { x: 2, side: 10 } as const;
export const nameStart = 18;
const rowHeight = 24;
const widestName = 300;
const axisHeight = 38;

/**
 * @param width of the whole picture
 * @param format writes a height
 * @param axis name of the height
 */
export function dendrogramPlan(
  codes: readonly MatrixCode[],
  { order, merges }: Clustering,
  width: number,
  measure: Measure,
  format: (value: number) => string,
  axis: string,
): DendrogramPlan {
  const rows: number[] = [];
  for (const [rank, place] of order.entries()) rows[place] = (rank + 0.5) * rowHeight;
  const names = namesWidth(codes, measure);
  const right = Math.max(names + 120, width - 36);
  const x = scaleLinear([0, greatestHeight(merges)], [names + 4, right]).nice(5);
  return {
    width: Math.max(width, names + 160),
    height: order.length * rowHeight + axisHeight,
    order,
    rowHeight,
    names,
    label: (place) => ellipsised(codes[place]?.name ?? '', names - 24, nameSize, measure),
    brackets: bracketsOf(merges, rows).map(
      ({ first, second, firstHeight, secondHeight, height }) =>
        `M${fixed(x(firstHeight))} ${first}H${fixed(x(height))}V${second}H${fixed(x(secondHeight))}`,
    ),
    ticks: x.ticks(5).map((value) => ({ x: x(value), text: format(value) })),
    axis: { x: (names + 4 + right) / 2, text: axis },
  };
}

/** Height of the part with the leaves. */
export function leavesHeight({ order, rowHeight: row }: Pick<DendrogramPlan, 'order' | 'rowHeight'>): number {
  return order.length * row;
}

/** The plan on paper, for export: every name and every merge. */
export function dendrogramDrawing(plan: DendrogramPlan, codes: readonly MatrixCode[]): Drawing {
  const leaves = leavesHeight(plan);
  return {
    width: plan.width,
    height: plan.height,
    background: paper,
    marks: [
      ...plan.ticks.flatMap(({ x, text }): readonly Mark[] => [
        { kind: 'path', x, y: 0, d: `M0 0V${leaves + 5}`, stroke: hairline, width: 1 },
        { kind: 'text', x, y: leaves + 14, text, size: tickSize, fill: softInk, anchor: 'middle' },
      ]),
      ...plan.brackets.map((d): Mark => ({ kind: 'path', x: 0, y: 0, d, stroke: ink, width: 1.5 })),
      ...plan.order.flatMap((place, rank): readonly Mark[] => {
        const y = (rank + 0.5) * plan.rowHeight;
        const { side } = chip;
        const color = hexOf(legible(codes[place]?.color ?? '', [255, 255, 255], 3));
        return [
          { kind: 'rect', x: chip.x, y: y - side / 2, width: side, height: side, fill: color },
          { kind: 'text', x: nameStart, y, text: plan.label(place), size: nameSize, fill: ink, anchor: 'start' },
        ];
      }),
      {
        kind: 'text',
        x: plan.axis.x,
        y: leaves + 28,
        text: plan.axis.text,
        size: tickSize,
        fill: softInk,
        anchor: 'middle',
      },
    ],
  };
}

/** Width of the widest name with its chip, up to where names are cut. */
function namesWidth(codes: readonly MatrixCode[], measure: Measure): number {
  let widest = 52;
  for (const { name } of codes) {
    if (widest >= widestName) return widestName;
    widest = Math.max(widest, 28 + measure(name, nameSize));
  }
  return Math.min(widestName, widest);
}

/** A hundredth of a pixel is more than is seen. */
function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
