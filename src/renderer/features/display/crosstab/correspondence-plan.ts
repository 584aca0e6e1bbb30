// The map of a correspondence analysis as a picture.

import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import type { Inks } from '../charts/inks.ts';
import type { Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';
import { type Correspondence, labelSize, mapLayout, type MapPoint } from './correspondence-layout.ts';

export type CorrespondenceChart = {
  readonly found: Correspondence;
  readonly names: { readonly codes: readonly string[]; readonly values: readonly string[] };
  readonly colorOf: (code: number) => string;
  /** In words, such as “axis 1: 87 %”. */
  readonly axes: readonly [string, string];
  /** A point in words. */
  readonly describe: (point: Pick<MapPoint, 'kind' | 'place'>) => string;
  readonly open: (point: Pick<MapPoint, 'kind' | 'place'>) => void;
};

const axisSize = 11;

export function correspondencePlan(chart: CorrespondenceChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const { found, names, colorOf, axes, describe, open } = chart;
  const size = { width: Math.max(560, room.width), height: Math.max(420, room.height - 8) };
  const { width, height, center, points } = mapLayout(found, names, size, measure);
  const line = (d: string): Mark => ({ kind: 'path', x: 0, y: 0, d, stroke: inks.hairline, width: 1 });
  const axis = (x: number, y: number, text: string, anchor: 'start' | 'end'): Mark => ({
    kind: 'text',
    x,
    y,
    text,
    size: axisSize,
    fill: inks.soft,
    anchor,
    halo: inks.paper,
  });
  const marks: Mark[] = [
    line(`M0 ${center.y}H${width}`),
    line(`M${center.x} 0V${height}`),
    axis(width - 6, center.y - 10, axes[0], 'end'),
    axis(center.x + 8, 12, axes[1], 'start'),
  ];
  const targets: Target[] = [];
  // Codes first: the values are fewer and lie on top.
  for (const { kind, place, x, y, radius } of points.toReversed()) {
    const fill = kind === 'value' ? inks.ink : inks.mark(colorOf(place));
    marks.push({ kind: 'path', x, y, d: markPath(kind, radius), fill, stroke: inks.paper, width: 1 });
  }
  for (const { kind, label, labelAt } of points) {
    if (!labelAt) continue;
    const { x, y, anchor } = labelAt;
    const bold = kind === 'value';
    marks.push({ kind: 'text', x, y, text: label, size: labelSize, fill: inks.ink, anchor, bold, halo: inks.paper });
  }
  for (const point of points) {
    const { kind, place, x, y, radius } = point;
    targets.push({
      id: `${kind} ${place}`,
      label: describe(point),
      box: { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
      open: () => open(point),
    });
  }
  return { drawing: { width, height, background: inks.paper, marks }, targets };
}

/** Codes are discs, values squares: told apart without colour. Around 0, 0. */
function markPath(kind: 'code' | 'value', radius: number): string {
  if (kind === 'value') return `M${-radius} ${-radius}H${radius}V${radius}H${-radius}Z`;
  return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
}
