import { type KeyboardEvent, useRef, useState } from 'react';
import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import { useT } from '../../../services/text.ts';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import { markPath } from './correspondence-drawing.ts';
import type { MapLayout, MapPoint } from './correspondence-layout.ts';

export type CorrespondenceMapProps = {
  readonly result: CrosstabResult;
  readonly layout: MapLayout;
  readonly axes: readonly [string, string];
  readonly ground: Rgb;
  /** A point in words. */
  readonly describe: (point: MapPoint) => string;
  readonly onOpen: (point: MapPoint) => void;
};

/** One point is in the tab order; arrows go on to the next one to the left or right, Enter opens its quotations. */
export function CorrespondenceMap({ result, layout, axes, ground, describe, onOpen }: CorrespondenceMapProps) {
  const t = useT();
  const { width, height, center, points } = layout;
  const picture = useRef<SVGSVGElement>(null);
  const order = points.map((_, index) => index).sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0) || a - b);
  const [active, setActive] = useState(order[0] ?? 0);
  const current = Math.min(active, points.length - 1);
  const press = (event: KeyboardEvent, point: MapPoint): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(point);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : order[order.indexOf(current) + step];
    if (next === undefined) return;
    event.preventDefault();
    picture.current?.querySelector<SVGGElement>(`[data-point="${next}"]`)?.focus();
  };
  return (
    <div className="correspondence">
      <svg ref={picture} width={width} height={height} role="group" aria-label={t('crosstab.map.picture')}>
        <line className="correspondence-axis" x1={0} x2={width} y1={center.y} y2={center.y} />
        <line className="correspondence-axis" x1={center.x} x2={center.x} y1={0} y2={height} />
        <text className="correspondence-axis-name" x={width - 6} y={center.y - 8} textAnchor="end">
          {axes[0]}
        </text>
        <text className="correspondence-axis-name" x={center.x + 8} y={16}>
          {axes[1]}
        </text>
        {points.map((point, index) => {
          const { kind, place, x, y, radius } = point;
          const color = kind === 'code' ? hexOf(legible(result.rows[place]?.color ?? '', ground, 3)) : undefined;
          return (
            <g
              key={`${kind} ${place}`}
              data-point={index}
              role="button"
              tabIndex={index === current ? 0 : -1}
              aria-label={describe(point)}
              className="correspondence-point"
              transform={`translate(${x} ${y})`}
              onFocus={() => setActive(index)}
              onKeyDown={(event) => press(event, point)}
              onClick={() => onOpen(point)}
            >
              <title>{describe(point)}</title>
              <circle className="correspondence-ring" r={radius + 4} />
              <path d={markPath(kind, radius)} {...(color ? { fill: color } : { className: 'correspondence-value' })} />
            </g>
          );
        })}
        {points.map(({ kind, place, label, labelAt }) =>
          labelAt ? (
            <text
              key={`${kind} ${place}`}
              aria-hidden="true"
              className={kind === 'value' ? 'correspondence-label correspondence-label-value' : 'correspondence-label'}
              x={labelAt.x}
              y={labelAt.y + 4}
              textAnchor={labelAt.anchor}
            >
              {label}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
