import { memo, useEffect, useRef } from 'react';
import { hexOf, textOn, type ValueScale } from '../charts/color-scale.ts';
import { type HeatmapLayout, mostSvgCells } from './heatmap-layout.ts';

export type HeatmapCellsProps = {
  readonly layout: HeatmapLayout;
  /** Places of the codes in the order shown. */
  readonly order: readonly number[];
  readonly scale: ValueScale;
  readonly valueOf: (row: number, column: number) => number | null;
  readonly format: (value: number | null) => string;
};

/** The coloured ground of a heatmap: elements while they are few, one picture of pixels when they are many. */
export const HeatmapCells = memo(function HeatmapCells(props: HeatmapCellsProps) {
  return props.order.length ** 2 > mostSvgCells ? <PaintedCells {...props} /> : <DrawnCells {...props} />;
});

function DrawnCells({ layout, order, scale, valueOf, format }: HeatmapCellsProps) {
  const { cell, size, showsNumbers } = layout;
  const side = cell * size;
  return (
    <svg className="heatmap-ground" width={side} height={side} aria-hidden="true">
      {order.map((row, y) =>
        order.map((column, x) => {
          const value = valueOf(row, column);
          const color = scale.colorOf(row === column ? null : value);
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

/** One pixel per cell, enlarged by the browser without smoothing: 500 × 500 cells are painted in one frame. */
function PaintedCells({ layout, order, scale, valueOf }: HeatmapCellsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { cell, size } = layout;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || size === 0) return;
    const image = context.createImageData(size, size);
    let byte = 0;
    for (const row of order) {
      for (const column of order) {
        const color = scale.colorOf(row === column ? null : valueOf(row, column));
        image.data[byte] = color[0];
        image.data[byte + 1] = color[1];
        image.data[byte + 2] = color[2];
        image.data[byte + 3] = 255;
        byte += 4;
      }
    }
    context.putImageData(image, 0, 0);
  }, [order, scale, valueOf, size]);
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
