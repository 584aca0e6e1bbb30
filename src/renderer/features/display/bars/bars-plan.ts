// Bars: one for each code, or one for each value of a variable beside each other.

import { scaleLinear } from 'd3-scale';
import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import { groupColor, type Inks } from '../charts/inks.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';
import { axisAbove, axisBelow, isTall, valueAxis } from '../charts/value-axis.ts';

export type Bar = {
  /** Null where a share has nothing to be a share of. */
  readonly value: number | null;
  readonly label: string;
  readonly open: () => void;
};

export type BarRow = {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** One for each group; one alone where there are no groups. */
  readonly bars: readonly Bar[];
};

export type BarChart = {
  readonly rows: readonly BarRow[];
  /** Names of the groups, or none. */
  readonly groups: readonly string[];
  readonly axis: string;
  /** Writes a value. */
  readonly format: (value: number) => string;
  /** Counts have no ticks between whole numbers. */
  readonly isCount: boolean;
};

const widestName = 260;
const nameSize = 13;
const smallSize = 11;
const legendLine = 20;

export function barsPlan(chart: BarChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const { rows, groups, axis, format, isCount } = chart;
  const thickness = groups.length === 0 ? 14 : Math.max(6, Math.min(12, 44 / groups.length));
  const rowHeight = thickness * Math.max(1, groups.length) + 10;
  const left = Math.min(widestName, 14 + Math.max(24, ...rows.map(({ name }) => measure(name, nameSize))));
  const width = Math.max(room.width, left + 240);
  const legend = legendOf(groups, width - 16, inks, measure);
  const atHead = isTall(legend.height + 6 + rows.length * rowHeight, room.height);
  const top = legend.height + 6 + (atHead ? axisAbove : 0);
  const bottom = top + rows.length * rowHeight;
  const greatest = Math.max(0, ...rows.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const x = scaleLinear([0, greatest === 0 ? 1 : greatest], [left, width - 64]).nice(5);
  const ticks = x.ticks(5).filter((tick) => !isCount || Number.isInteger(tick));
  const targets: Target[] = [];
  const marks: Mark[] = [
    ...legend.marks,
    ...valueAxis(
      {
        ticks: ticks.map((value) => ({ x: x(value), text: format(value) })),
        left,
        right: width - 64,
        top,
        bottom,
        name: axis,
      },
      inks,
      atHead,
    ),
  ];
  for (const [place, row] of rows.entries()) {
    const above = top + place * rowHeight + 5;
    marks.push({
      kind: 'text',
      x: left - 8,
      y: above + (rowHeight - 10) / 2,
      text: ellipsised(row.name, left - 12, nameSize, measure),
      size: nameSize,
      fill: inks.ink,
      anchor: 'end',
    });
    for (const [group, { value, label, open }] of row.bars.entries()) {
      const y = above + group * thickness;
      const length = Math.max(0, x(value ?? 0) - left);
      const fill = inks.mark(groups.length === 0 ? row.color : groupColor(group));
      marks.push({ kind: 'rect', x: left, y, width: length, height: thickness - 1, fill });
      if (thickness >= 9) {
        marks.push({
          kind: 'text',
          x: left + length + 5,
          y: y + thickness / 2,
          text: value === null ? '–' : format(value),
          size: Math.min(smallSize, thickness),
          fill: inks.soft,
          anchor: 'start',
        });
      }
      const box = { left, top: y, right: left + Math.max(length, 40), bottom: y + thickness };
      targets.push({ id: `${row.id} ${group}`, label, box, open });
    }
  }
  return { drawing: { width, height: bottom + axisBelow, background: inks.paper, marks }, targets };
}

/** Names of groups with their colours, in as many lines as they need. */
export function legendOf(
  groups: readonly string[],
  width: number,
  inks: Inks,
  measure: Measure,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let [x, y] = [8, 14];
  for (const [place, group] of groups.entries()) {
    const name = ellipsised(group, 220, smallSize, measure);
    const wide = 16 + measure(name, smallSize) + 16;
    if (x > 8 && x + wide > width) [x, y] = [8, y + legendLine];
    const fill = inks.mark(groupColor(place));
    marks.push({ kind: 'rect', x, y: y - 5, width: 10, height: 10, fill });
    marks.push({ kind: 'text', x: x + 16, y, text: name, size: smallSize, fill: inks.ink, anchor: 'start' });
    x += wide;
  }
  return { marks, height: groups.length === 0 ? 0 : y + 10 };
}
