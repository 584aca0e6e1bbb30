// Cumulative saturation: what each document brought that was new, and how many codes were met so far.

import { scaleLinear } from 'd3-scale';
import type { SpreadResult } from '../../../../shared/contract/analysis-spread.ts';
import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import type { Inks } from '../charts/inks.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';

export type SaturationChart = Pick<SpreadResult, 'documents' | 'saturation'> & {
  readonly axis: string;
  readonly describe: (place: number) => string;
  readonly open: (place: number) => void;
  readonly format: (value: number) => string;
  readonly legend: { readonly fresh: string; readonly met: string };
};

const size = 11;
const longestTitle = 150;
const left = 46;
const top = 34;
/** Fewer pixels for a document than this leave no room for its title. */
const titled = 13;

export function saturationPlan(chart: SaturationChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const { documents, saturation, axis, describe, open, format, legend } = chart;
  const step = Math.max(3, Math.min(64, (room.width - left - 24) / Math.max(1, documents.length)));
  const width = Math.max(room.width, left + step * documents.length + 24);
  const showsTitles = step >= titled;
  const titles = documents.map(({ title }) => ellipsised(title, longestTitle, size, measure));
  const below = showsTitles ? 16 + Math.max(0, ...titles.map((title) => measure(title, size))) : 28;
  const height = Math.max(280 + below, room.height - 10);
  const bottom = height - below;
  const y = scaleLinear([0, Math.max(1, saturation.at(-1)?.met ?? 0)], [bottom, top]).nice(5);
  const x = (place: number): number => left + (place + 0.5) * step;
  const [barColor, lineColor] = [inks.mark('#e69f00'), inks.mark('#0072b2')];
  const curve = saturation.map(({ met }, place) => `${place === 0 ? 'M' : 'L'}${fixed(x(place))} ${fixed(y(met))}`);
  const marks: Mark[] = [
    ...y
      .ticks(5)
      .filter(Number.isInteger)
      .flatMap((value): readonly Mark[] => [
        { kind: 'path', x: left, y: y(value), d: `M0 0H${width - left - 12}`, stroke: inks.hairline, width: 1 },
        { kind: 'text', x: left - 6, y: y(value), text: format(value), size, fill: inks.soft, anchor: 'end' },
      ]),
    { kind: 'rect', x: left, y: 9, width: 10, height: 10, fill: barColor },
    { kind: 'text', x: left + 16, y: 14, text: legend.fresh, size, fill: inks.ink, anchor: 'start' },
    {
      kind: 'path',
      x: left + 40 + measure(legend.fresh, size),
      y: 14,
      d: 'M0 0H16',
      stroke: lineColor,
      width: 2.5,
    },
    {
      kind: 'text',
      x: left + 62 + measure(legend.fresh, size),
      y: 14,
      text: legend.met,
      size,
      fill: inks.ink,
      anchor: 'start',
    },
  ];
  const targets: Target[] = [];
  for (const [place, { fresh, met }] of saturation.entries()) {
    const high = bottom - y(fresh.length);
    marks.push({
      kind: 'rect',
      x: x(place) - step * 0.36,
      y: bottom - high,
      width: step * 0.72,
      height: high,
      fill: barColor,
    });
    if (showsTitles) {
      marks.push({
        kind: 'text',
        x: x(place),
        y: bottom + 8,
        text: titles[place] ?? '',
        size,
        fill: inks.ink,
        anchor: 'end',
        rotate: -90,
      });
    }
    const box = { left: x(place) - step / 2, top: y(met) - 4, right: x(place) + step / 2, bottom };
    targets.push({
      id: documents[place]?.guid ?? String(place),
      label: describe(place),
      box,
      ...(fresh.length > 0 ? { open: () => open(place) } : {}),
    });
  }
  marks.push({ kind: 'path', x: 0, y: 0, d: curve.join(''), stroke: lineColor, width: 2.5 });
  for (const [place, { met }] of saturation.entries()) {
    if (step < 6) break;
    marks.push({ kind: 'path', x: x(place), y: y(met), d: 'M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0', fill: lineColor });
  }
  if (!showsTitles) {
    marks.push({
      kind: 'text',
      x: (left + width) / 2,
      y: bottom + 16,
      text: axis,
      size,
      fill: inks.soft,
      anchor: 'middle',
    });
  }
  return { drawing: { width, height, background: inks.paper, marks }, targets };
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
