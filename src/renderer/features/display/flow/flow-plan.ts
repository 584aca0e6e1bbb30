// The bands as a picture: codes at the left, cases or documents at the right.

import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import type { Inks } from '../charts/inks.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';
import { bandAt, type FlowBand, flowLayout, type FlowLink, type FlowNode } from './flow-layout.ts';

export type FlowEnd = { readonly name: string; readonly color: string };

export type FlowChart = {
  readonly links: readonly FlowLink[];
  readonly from: readonly FlowEnd[];
  readonly to: readonly FlowEnd[];
  readonly describeBand: (link: FlowLink) => string;
  readonly describeFrom: (place: number, value: number) => string;
  readonly describeTo: (place: number, value: number) => string;
  readonly openBand: (link: FlowLink) => void;
  readonly openFrom: (place: number) => void;
  readonly openTo: (place: number) => void;
};

const size = 12;
const widest = 240;
const nodeWidth = 12;
const margin = 10;
const rowHeight = 17;

export function flowPlan(chart: FlowChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const { links, from, to } = chart;
  const layout = flowLayout(links, room.height - 2 * margin - 10, rowHeight);
  const wide = (ends: readonly FlowEnd[], nodes: readonly FlowNode[]): number =>
    Math.min(widest, Math.max(20, ...nodes.map(({ place }) => measure(ends[place]?.name ?? '', size)))) + 10;
  const x0 = margin + wide(from, layout.left);
  const right = wide(to, layout.right);
  const width = Math.max(room.width, x0 + right + 220);
  const x1 = width - margin - right - nodeWidth;
  const [bandStart, bandEnd] = [x0 + nodeWidth, x1];
  const middle = (bandStart + bandEnd) / 2;
  const colorOf = (ends: readonly FlowEnd[], place: number): string => inks.mark(ends[place]?.color ?? '');
  const marks: Mark[] = layout.bands.map((band) => ({
    kind: 'path',
    x: 0,
    y: margin,
    d: `M${fixed(bandStart)} ${fixed(band.start)}C${fixed(middle)} ${fixed(band.start)} ${fixed(middle)} ${fixed(band.end)} ${fixed(bandEnd)} ${fixed(band.end)}`,
    stroke: colorOf(from, band.from),
    width: Math.max(0.75, band.width),
    opacity: 0.45,
  }));
  const targets: Target[] = [];
  const addSide = (nodes: readonly FlowNode[], ends: readonly FlowEnd[], isLeft: boolean): void => {
    const x = isLeft ? x0 : x1;
    for (const { place, value, top, bottom } of nodes) {
      marks.push({
        kind: 'rect',
        x,
        y: top + margin,
        width: nodeWidth,
        height: bottom - top,
        fill: isLeft ? colorOf(ends, place) : inks.soft,
      });
      marks.push({
        kind: 'text',
        x: isLeft ? x - 6 : x + nodeWidth + 6,
        y: (top + bottom) / 2 + margin,
        text: ellipsised(ends[place]?.name ?? '', widest, size, measure),
        size,
        fill: inks.ink,
        anchor: isLeft ? 'end' : 'start',
      });
      const half = Math.max((bottom - top) / 2, rowHeight / 2 - 1);
      const y = (top + bottom) / 2 + margin;
      targets.push({
        id: `${isLeft ? 'from' : 'to'} ${place}`,
        label: isLeft ? chart.describeFrom(place, value) : chart.describeTo(place, value),
        box: {
          left: isLeft ? margin : x,
          right: isLeft ? x + nodeWidth : width - margin,
          top: y - half,
          bottom: y + half,
        },
        open: () => (isLeft ? chart.openFrom(place) : chart.openTo(place)),
      });
    }
  };
  addSide(layout.left, from, true);
  for (const band of layout.bands) targets.push(bandTarget(chart, band, bandStart, bandEnd));
  addSide(layout.right, to, false);
  return {
    drawing: { width, height: layout.height + 2 * margin, background: inks.paper, marks },
    targets,
  };
}

/** Pixels beside a thin band that still mean it. */
const grace = 3;

function bandTarget(chart: FlowChart, band: FlowBand, left: number, right: number): Target {
  const half = Math.max(band.width / 2, grace);
  return {
    id: `${band.from} ${band.to}`,
    label: chart.describeBand(band),
    box: {
      left,
      right,
      top: Math.min(band.start, band.end) - half + margin,
      bottom: Math.max(band.start, band.end) + half + margin,
    },
    holds: (x, y) => Math.abs(y - margin - bandAt(band, (x - left) / (right - left))) <= half,
    open: () => chart.openBand(band),
  };
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
