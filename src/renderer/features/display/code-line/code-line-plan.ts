// The code line: where in a document each code stands, from its first word to its last.

import type { PlacedCoding } from '../../../../shared/contract/codings.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import type { Inks } from '../charts/inks.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';
import { axisAbove, axisBelow, isTall, valueAxis } from '../charts/value-axis.ts';

export type CodeLineRow = {
  readonly code: Guid;
  readonly name: string;
  readonly color: string;
  readonly codings: readonly Pick<PlacedCoding, 'guid' | 'start' | 'end' | 'coder'>[];
};

export type CodeLineChart = {
  /** In the order of the codebook; codes that are not in the document have no row. */
  readonly rows: readonly CodeLineRow[];
  readonly characters: number;
  readonly axis: string;
  readonly percent: (share: number) => string;
  readonly describe: (row: CodeLineRow, coding: CodeLineRow['codings'][number], rank: number) => string;
  readonly open: (coding: CodeLineRow['codings'][number]) => void;
};

const size = 13;
const widestName = 260;
const rowHeight = 24;
const barHeight = 14;
/** A coding of a few words is still seen. */
const leastWidth = 2.5;
const shares = [0, 0.25, 0.5, 0.75, 1];

export function codeLinePlan(chart: CodeLineChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const { rows, characters, axis, percent, describe, open } = chart;
  const left = Math.min(widestName, 14 + Math.max(30, ...rows.map(({ name }) => measure(name, size))));
  const width = Math.max(room.width, left + 300);
  const right = width - 24;
  const atHead = isTall(8 + rows.length * rowHeight, room.height);
  const top = atHead ? axisAbove : 8;
  const bottom = top + rows.length * rowHeight;
  const x = (offset: number): number => left + ((right - left) * offset) / Math.max(1, characters);
  const ticks = shares.map((share) => ({ x: x(share * characters), text: percent(share) }));
  const marks: Mark[] = valueAxis({ ticks, left, right, top, bottom, name: axis }, inks, atHead);
  const targets: Target[] = [];
  for (const [place, row] of rows.entries()) {
    const y = top + (place + 0.5) * rowHeight;
    marks.push({
      kind: 'text',
      x: left - 8,
      y,
      text: ellipsised(row.name, left - 12, size, measure),
      size,
      fill: inks.ink,
      anchor: 'end',
    });
    marks.push({ kind: 'path', x: left, y, d: `M0 0H${right - left}`, stroke: inks.hairline, width: 1 });
    for (const [rank, coding] of row.codings.entries()) {
      const from = x(coding.start);
      const length = Math.max(leastWidth, x(coding.end) - from);
      const fill = inks.mark(row.color);
      // A rim keeps codings apart that follow each other.
      marks.push({
        kind: 'rect',
        x: from,
        y: y - barHeight / 2,
        width: length,
        height: barHeight,
        fill,
        stroke: inks.paper,
      });
      targets.push({
        id: coding.guid,
        label: describe(row, coding, rank),
        box: { left: from, right: from + length, top: y - barHeight / 2, bottom: y + barHeight / 2 },
        open: () => open(coding),
      });
    }
  }
  return { drawing: { width, height: bottom + axisBelow, background: inks.paper, marks }, targets };
}
