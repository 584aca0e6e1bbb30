import { memo, useEffect, useRef } from 'react';
import { inSlices } from '../steps.ts';
import type { Drawing, Mark } from './drawing.ts';
import { chartFont } from './measure.ts';
import { paintInSteps } from './png.ts';

/** More marks than this are painted, not made elements of. */
export const mostMarks = 3_000;
/** Browsers make no larger canvas. */
const longestSide = 12_000;

export type DrawnMarksProps = { readonly drawing: Drawing; readonly scale: number };

/** A drawing on screen: elements while they are few, a canvas when they are many. Screen readers get the targets. */
export const DrawnMarks = memo(function DrawnMarks(props: DrawnMarksProps) {
  return props.drawing.marks.length > mostMarks ? <Painted {...props} /> : <Elements {...props} />;
});

function Elements({ drawing, scale }: DrawnMarksProps) {
  const { width, height, marks } = drawing;
  return (
    <svg
      className="drawn-marks"
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={chartFont}
      aria-hidden="true"
    >
      {marks.map((mark, index) => (
        // Marks have no identity but their place in the drawing.
        <MarkElement key={String(index)} mark={mark} />
      ))}
    </svg>
  );
}

function MarkElement({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'rect':
      return (
        <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} fill={mark.fill} stroke={mark.stroke} />
      );
    case 'path':
      return (
        <path
          d={mark.d}
          transform={mark.x === 0 && mark.y === 0 ? undefined : `translate(${mark.x} ${mark.y})`}
          fill={mark.fill ?? 'none'}
          stroke={mark.stroke}
          strokeWidth={mark.width}
          opacity={mark.opacity}
        />
      );
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          fontSize={mark.size}
          fontWeight={mark.bold === true ? 600 : undefined}
          fill={mark.fill}
          textAnchor={mark.anchor}
          dominantBaseline="central"
          transform={mark.rotate === undefined ? undefined : `rotate(${mark.rotate} ${mark.x} ${mark.y})`}
          stroke={mark.halo}
          strokeWidth={mark.halo === undefined ? undefined : 3}
          paintOrder={mark.halo === undefined ? undefined : 'stroke'}
          strokeLinejoin="round"
        >
          {mark.text}
        </text>
      );
  }
}

function Painted({ drawing, scale }: DrawnMarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = drawing;
  const dots = Math.min(scale * devicePixelRatio, longestSide / Math.max(width, height));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    context.setTransform(dots, 0, 0, dots, 0, 0);
    return inSlices(paintInSteps(context, drawing));
  }, [drawing, dots]);
  return (
    <canvas
      ref={canvas}
      className="drawn-marks"
      width={Math.round(width * dots)}
      height={Math.round(height * dots)}
      style={{ width: width * scale, height: height * scale }}
      aria-hidden="true"
    />
  );
}
