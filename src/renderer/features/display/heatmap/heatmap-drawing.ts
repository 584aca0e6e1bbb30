// The heatmap as a picture for export: every name, every cell, and the scale.

import { scaleLinear } from 'd3-scale';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { hexOf, textOn, type ValueScale } from '../charts/color-scale.ts';
import { type Drawing, hairline, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { legible } from '../charts/color-scale.ts';
import type { Matrix } from '../matrix.ts';
import { bracketsOf, greatestHeight } from '../dendrogram/dendrogram-layout.ts';
import type { HeatmapLayout } from './heatmap-layout.ts';

export type HeatmapPicture = {
  readonly matrix: Pick<Matrix, 'codes'>;
  readonly order: readonly number[];
  readonly layout: HeatmapLayout;
  readonly scale: ValueScale;
  /** Count or index of a cell. */
  readonly valueOf: (row: number, column: number) => number | null;
  readonly format: (value: number | null) => string;
  /** Name of the scale. */
  readonly legend: string;
  /** Drawn beside the names where they stand in its order. */
  readonly tree: Clustering | null;
  /** Whether a code has a number with itself. */
  readonly hasDiagonal?: boolean;
};

const treeWidth = 70;
const legendWidth = 220;

export function heatmapDrawing(picture: HeatmapPicture): Drawing {
  const { layout } = picture;
  const tree = picture.tree ? treeWidth : 0;
  const left = tree + layout.rowHeader;
  const side = layout.cell * layout.size;
  const width = Math.max(left + side + 8, left + legendWidth);
  const height = layout.columnHeader + side + 54;
  return {
    width,
    height,
    background: paper,
    marks: [
      ...(picture.tree ? treeMarks(picture, picture.tree) : []),
      ...nameMarks(picture, left),
      ...cellMarks(picture, left),
      ...legendMarks(picture, left, layout.columnHeader + side + 16),
    ],
  };
}

function treeMarks({ matrix, order, layout }: HeatmapPicture, { merges }: Clustering): readonly Mark[] {
  const ranks = new Map(order.map((place, rank) => [place, rank]));
  const places = matrix.codes.map((_, place) => ((ranks.get(place) ?? 0) + 0.5) * layout.cell);
  const x = scaleLinear([0, greatestHeight(merges)], [treeWidth - 6, 2]);
  return bracketsOf(merges, places).map((bracket) => ({
    kind: 'path',
    x: 0,
    y: layout.columnHeader,
    d: `M${x(bracket.firstHeight)} ${bracket.first}H${x(bracket.height)}V${bracket.second}H${x(bracket.secondHeight)}`,
    stroke: softInk,
    width: 1,
  }));
}

function nameMarks({ matrix, order, layout }: HeatmapPicture, left: number): readonly Mark[] {
  return order.flatMap((place, rank): readonly Mark[] => {
    const middle = (rank + 0.5) * layout.cell;
    const color = hexOf(legible(matrix.codes[place]?.color ?? '', [255, 255, 255], 3));
    const chip = Math.min(9, layout.cell - 3);
    return [
      {
        kind: 'rect',
        x: left - 6 - chip,
        y: layout.columnHeader + middle - chip / 2,
        width: chip,
        height: chip,
        fill: color,
      },
      {
        kind: 'text',
        x: left - 12 - chip,
        y: layout.columnHeader + middle,
        text: layout.rowLabel(rank),
        size: layout.fontSize,
        fill: ink,
        anchor: 'end',
      },
      {
        kind: 'text',
        x: left + middle,
        y: layout.columnHeader - 6,
        text: layout.columnLabel(rank),
        size: layout.fontSize,
        fill: ink,
        anchor: 'start',
        rotate: -90,
      },
    ];
  });
}

function cellMarks(
  { order, layout, scale, valueOf, format, hasDiagonal = false }: HeatmapPicture,
  left: number,
): readonly Mark[] {
  const { cell } = layout;
  return order.flatMap((row, y) =>
    order.flatMap((column, x): readonly Mark[] => {
      const value = valueOf(row, column);
      const color = scale.colorOf(row === column && !hasDiagonal ? null : value);
      const place = { x: left + x * cell, y: layout.columnHeader + y * cell };
      const ground: Mark = {
        kind: 'rect',
        ...place,
        width: cell - 1,
        height: cell - 1,
        fill: hexOf(color),
        ...(row === column ? { stroke: hairline } : {}),
      };
      if (!layout.showsNumbers) return [ground];
      return [
        ground,
        {
          kind: 'text',
          x: place.x + (cell - 1) / 2,
          y: place.y + (cell - 1) / 2,
          text: format(value),
          size: 11,
          fill: textOn(color),
          anchor: 'middle',
        },
      ];
    }),
  );
}

function legendMarks({ scale, format, legend }: HeatmapPicture, left: number, top: number): readonly Mark[] {
  const low = scale.signed ? -scale.maximum : 0;
  const parts = 44;
  const at = (part: number): number => low + ((scale.maximum - low) * part) / (parts - 1);
  return [
    ...Array.from({ length: parts }, (_, part): Mark => ({
      kind: 'rect',
      x: left + (part * legendWidth) / parts,
      y: top,
      width: legendWidth / parts + 0.5,
      height: 10,
      fill: hexOf(scale.colorOf(at(part))),
    })),
    { kind: 'text', x: left, y: top + 20, text: format(low), size: 10.5, fill: softInk, anchor: 'start' },
    { kind: 'text', x: left + legendWidth / 2, y: top + 20, text: legend, size: 10.5, fill: softInk, anchor: 'middle' },
    {
      kind: 'text',
      x: left + legendWidth,
      y: top + 20,
      text: format(scale.maximum),
      size: 10.5,
      fill: softInk,
      anchor: 'end',
    },
  ];
}
