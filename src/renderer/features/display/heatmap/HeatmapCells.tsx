import { memo, useEffect, useRef } from 'react';
import { nullable } from '../../../../shared/domain/analysis/similarity.ts';
import { hexOf, textOn, type ValueScale } from '../charts/color-scale.ts';
import { inSlices, type Steps } from '../steps.ts';
import { type HeatmapLayout, mostSvgCells } from './heatmap-layout.ts';

export type HeatmapCellsProps = {
  readonly layout: HeatmapLayout;
  /** Places of the codes in the order shown. */
  readonly order: readonly number[];
  readonly scale: ValueScale;
  /** Row-major, codes × codes; NaN stands for undefined. */
  readonly values: Float64Array;
  readonly format: (value: number | null) => string;
  readonly hasDiagonal: boolean;
};

/** The coloured ground of a heatmap: elements while they are few, one picture of pixels when they are many. */
export const HeatmapCells = memo(function HeatmapCells(props: HeatmapCellsProps) {
  return props.order.length ** 2 > mostSvgCells ? <PaintedCells {...props} /> : <DrawnCells {...props} />;
});

function DrawnCells({ layout, order, scale, values, format, hasDiagonal }: HeatmapCellsProps) {
  const { cell, size, showsNumbers } = layout;
  const side = cell * size;
  return (
    <svg className="heatmap-ground" width={side} height={side} aria-hidden="true">
      {order.map((row, y) =>
        order.map((column, x) => {
          const value = nullable(values[row * size + column] ?? Number.NaN);
          const color = scale.colorOf(row === column && !hasDiagonal ? null : value);
          return (
            <g key={`${row} ${column}`}>
              <rect x={x * cell} y={y * cell} width={cell - 1} height={cell - 1} fill={hexOf(color)} />
              {showsNumbers && (
                <text x={(x + 0.5) * cell} y={(y + 0.5) * cell} fill={textOn(color)} className="heatmap-number">
                  {format(value)}
                </text>
              )}
            </g>
          );
        }),
      )}
    </svg>
  );
}

/** One pixel per cell, enlarged by the browser without smoothing. 500 × 500 cells are painted in bands between tasks. */
function PaintedCells({ layout, order, scale, values, hasDiagonal }: HeatmapCellsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { cell, size } = layout;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    return context ? inSlices(paintedBands(context, { order, scale, values, hasDiagonal })) : undefined;
  }, [order, scale, values, hasDiagonal]);
  const side = cell * size;
  return (
    <>
      <canvas
        ref={canvas}
        className="heatmap-ground heatmap-pixels"
        width={size}
        height={size}
        style={{ width: side, height: side }}
        aria-hidden="true"
      />
      <div className="heatmap-lines" style={{ width: side, height: side, backgroundSize: `${cell}px ${cell}px` }} />
    </>
  );
}

/** Rows painted in one step. */
const band = 16;

function* paintedBands(
  context: CanvasRenderingContext2D,
  { order, scale, values, hasDiagonal }: Pick<HeatmapCellsProps, 'order' | 'scale' | 'values' | 'hasDiagonal'>,
): Steps<void> {
  const size = order.length;
  for (let top = 0; top < size; top += band) {
    const rows = order.slice(top, top + band);
    const image = context.createImageData(size, rows.length);
    const bytes = image.data;
    let byte = 0;
    for (const row of rows) {
      for (const column of order) {
        const value = values[row * size + column] ?? Number.NaN;
        const color = scale.colorOf((row === column && !hasDiagonal) || Number.isNaN(value) ? null : value);
        bytes[byte] = color[0];
        bytes[byte + 1] = color[1];
        bytes[byte + 2] = color[2];
        bytes[byte + 3] = 255;
        byte += 4;
      }
    }
    context.putImageData(image, 0, top);
    yield;
  }
}
