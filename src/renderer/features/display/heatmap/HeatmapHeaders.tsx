import { scaleLinear } from 'd3-scale';
import { memo } from 'react';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import { bracketsOf, greatestHeight } from '../dendrogram/dendrogram-layout.ts';
import type { Matrix } from '../matrix.ts';
import type { HeatmapLayout } from './heatmap-layout.ts';

export const treeWidth = 84;

export type HeatmapHeadersProps = {
  readonly matrix: Matrix;
  readonly order: readonly number[];
  readonly layout: HeatmapLayout;
  readonly ground: Rgb;
  /** The name under the pointer or focus, by its rank; −1 for none. */
  readonly marked: number;
};

/** Names on top, upright so that they never run into each other. The cells say them to screen readers. */
export const ColumnHeaders = memo(function ColumnHeaders({ matrix, order, layout, marked }: HeatmapHeadersProps) {
  const { cell, columnHeader, fontSize, columnLabels } = layout;
  return (
    <svg className="heatmap-columns" width={cell * order.length} height={columnHeader} aria-hidden="true">
      {order.map((place, rank) => {
        const x = (rank + 0.5) * cell;
        const y = columnHeader - 6;
        return (
          <text
            key={place}
            x={x}
            y={y}
            fontSize={fontSize}
            transform={`rotate(-90 ${x} ${y})`}
            className={rank === marked ? 'heatmap-name heatmap-name-marked' : 'heatmap-name'}
          >
            <title>{matrix.codes[place]?.path.join(' / ')}</title>
            {columnLabels[rank]}
          </text>
        );
      })}
    </svg>
  );
});

export const RowHeaders = memo(function RowHeaders(props: HeatmapHeadersProps & { readonly withTree: boolean }) {
  const { matrix, order, layout, ground, marked, withTree } = props;
  const { cell, rowHeader, fontSize, rowLabels } = layout;
  const tree = withTree ? treeWidth : 0;
  const chip = Math.min(9, cell - 4);
  return (
    <svg className="heatmap-rows" width={tree + rowHeader} height={cell * order.length} aria-hidden="true">
      {withTree && <Tree matrix={matrix} order={order} cell={cell} />}
      {order.map((place, rank) => {
        const y = (rank + 0.5) * cell;
        return (
          <g key={place}>
            <title>{matrix.codes[place]?.path.join(' / ')}</title>
            <rect
              x={tree + rowHeader - 6 - chip}
              y={y - chip / 2}
              width={chip}
              height={chip}
              fill={hexOf(legible(matrix.codes[place]?.color ?? '', ground, 3))}
            />
            <text
              x={tree + rowHeader - 12 - chip}
              y={y}
              fontSize={fontSize}
              textAnchor="end"
              className={rank === marked ? 'heatmap-name heatmap-name-marked' : 'heatmap-name'}
            >
              {rowLabels[rank]}
            </text>
          </g>
        );
      })}
    </svg>
  );
});

type TreeProps = { readonly matrix: Matrix; readonly order: readonly number[]; readonly cell: number };

function Tree({ matrix, order, cell }: TreeProps) {
  const ranks = new Map(order.map((place, rank) => [place, rank]));
  const places = matrix.codes.map((_, place) => ((ranks.get(place) ?? 0) + 0.5) * cell);
  const { merges } = matrix.clustering;
  const x = scaleLinear([0, greatestHeight(merges)], [treeWidth - 4, 4]);
  const d = bracketsOf(merges, places)
    .map((each) => `M${x(each.firstHeight)} ${each.first}H${x(each.height)}V${each.second}H${x(each.secondHeight)}`)
    .join('');
  return <path d={d} className="heatmap-tree" />;
}
