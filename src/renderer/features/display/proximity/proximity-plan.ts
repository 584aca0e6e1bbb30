// The proximity plot: all codes held to one or a few, the nearest on top.

import { scaleLinear } from 'd3-scale';
import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import { groupColor, type Inks } from '../charts/inks.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';
import { axisAbove, axisBelow, isTall, valueAxis } from '../charts/value-axis.ts';
import { legendOf } from '../bars/bars-plan.ts';

export type ProximityRow = {
  readonly name: string;
  /** One for each target; null where it is undefined. */
  readonly values: readonly (number | null)[];
};

export type ProximityChart = {
  readonly targets: readonly string[];
  readonly rows: readonly ProximityRow[];
  readonly axis: string;
  readonly format: (value: number) => string;
  readonly describe: (row: number, target: number) => string;
  readonly open: (row: number, target: number) => void;
};

const size = 13;
const widestName = 260;
const rowHeight = 22;
const radius = 5;

export function proximityPlan(chart: ProximityChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const { targets: names, rows, axis, format, describe, open } = chart;
  const left = Math.min(widestName, 14 + Math.max(30, ...rows.map(({ name }) => measure(name, size)))) + 10;
  const width = Math.max(room.width, left + 300);
  const legend = legendOf(names, width - 16, inks, measure);
  const atHead = isTall(legend.height + 8 + rows.length * rowHeight, room.height);
  const top = legend.height + 8 + (atHead ? axisAbove : 0);
  const bottom = top + rows.length * rowHeight;
  const all = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const x = scaleLinear([Math.min(0, ...all), Math.max(0, ...all) || 1], [left, width - 40]).nice(5);
  const marks: Mark[] = [
    ...legend.marks,
    ...valueAxis(
      {
        ticks: x.ticks(5).map((value) => ({ x: x(value), text: format(value) })),
        left,
        right: width - 40,
        top,
        bottom,
        name: axis,
      },
      inks,
      atHead,
    ),
  ];
  const targets: Target[] = [];
  for (const [place, { name, values }] of rows.entries()) {
    const y = top + (place + 0.5) * rowHeight;
    marks.push({
      kind: 'text',
      x: left - 10,
      y,
      text: ellipsised(name, left - 16, size, measure),
      size,
      fill: inks.ink,
      anchor: 'end',
    });
    const there = values.filter((value) => value !== null).map(x);
    if (there.length > 0) {
      const end = Math.max(...there);
      marks.push({ kind: 'path', x: x(0), y, d: `M0 0H${end - x(0)}`, stroke: inks.hairline, width: 2 });
    }
    for (const [target, value] of values.entries()) {
      if (value === null) continue;
      const at = x(value);
      marks.push({
        kind: 'path',
        x: at,
        y,
        d: `M${-radius} 0A${radius} ${radius} 0 1 0 ${radius} 0A${radius} ${radius} 0 1 0 ${-radius} 0`,
        fill: inks.mark(groupColor(target)),
        stroke: inks.paper,
        width: 1,
      });
      targets.push({
        id: `${place} ${target}`,
        label: describe(place, target),
        box: { left: at - radius, right: at + radius, top: y - radius, bottom: y + radius },
        open: () => open(place, target),
      });
    }
  }
  return { drawing: { width, height: bottom + axisBelow, background: inks.paper, marks }, targets };
}
