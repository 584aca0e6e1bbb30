import { scaleLinear } from 'd3-scale';
import { memo } from 'react';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import { bracketsOf, greatestHeight } from '../dendrogram/dendrogram-layout.ts';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import type { Matrix } from '../matrix.ts';
import type { HeatmapLayout } from './heatmap-layout.ts';
import type { Span } from './use-seen-cells.ts';

export const treeWidth = 84;

export type HeatmapHeadersProps = {
  readonly matrix: Pick<Matrix, 'codes'>;
  readonly order: readonly number[];
  readonly layout: HeatmapLayout;
  readonly ground: Rgb;
  /** Ranks in view: only their names are drawn. */
  readonly seen: Span;
  /** The name under the pointer or focus, by its rank; −1 for none. */
  readonly marked: number;
};

/** Names on top, upright so that they never run into each other. The cells say them to screen readers. */
export const ColumnHeaders = memo(function ColumnHeaders(props: Omit<HeatmapHeadersProps, 'ground'>) {
  const { matrix, order, layout, seen, marked } = props;
  const { cell, columnHeader, fontSize, columnLabel } = layout;
  return (
    <svg className="heatmap-columns" width={cell * order.length} height={columnHeader} aria-hidden="true">
      {order.slice(seen.first, seen.end).map((place, index) => {
        const rank = seen.first + index;
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
            {columnLabel(rank)}
          </text>
        );
      })}
    </svg>
  );
});

export type RowHeadersProps = HeatmapHeadersProps & {
  /** Drawn beside the names where they stand in its order. */
  readonly tree: Clustering | null;
};

export const RowHeaders = memo(function RowHeaders(props: RowHeadersProps) {
  const { matrix, order, layout, ground, seen, marked, tree: clustering } = props;
  const { cell, rowHeader, fontSize, rowLabel } = layout;
  const tree = clustering ? treeWidth : 0;
  const chip = Math.min(9, cell - 4);
  return (
    <svg className="heatmap-rows" width={tree + rowHeader} height={cell * order.length} aria-hidden="true">
      {clustering && <Tree merges={clustering.merges} order={order} cell={cell} />}
      {order.slice(seen.first, seen.end).map((place, index) => {
        const rank = seen.first + index;
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
              {rowLabel(rank)}
            </text>
          </g>
        );
      })}
    </svg>
  );
});

type TreeProps = {
  readonly merges: Clustering['merges'];
  readonly order: readonly number[];
  readonly cell: number;
};

const Tree = memo(function Tree({ merges, order, cell }: TreeProps) {
  const places: number[] = [];
  for (const [rank, place] of order.entries()) places[place] = (rank + 0.5) * cell;
  const x = scaleLinear([0, greatestHeight(merges)], [treeWidth - 4, 4]);
  const d = bracketsOf(merges, places)
    .map((each) => `M${x(each.firstHeight)} ${each.first}H${x(each.height)}V${each.second}H${x(each.secondHeight)}`)
    .join('');
  return <path d={d} className="heatmap-tree" />;
});
