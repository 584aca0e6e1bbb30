// The word cloud as a picture.

import { hexOf, legible } from '../charts/color-scale.ts';
import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import { groupColor, type Inks } from '../charts/inks.ts';
import type { Measure } from '../charts/labels.ts';
import { boldFrom, type CloudWord, fittingCloud } from './cloud-layout.ts';

export type CloudChart = {
  readonly words: readonly CloudWord[];
  readonly describe: (index: number) => string;
  readonly open: (index: number) => void;
};

const margin = 16;
/** Words are read: those of small letters too (WCAG 1.4.3). */
const textContrast = 4.5;
/** Hues of the words: they tell neighbours apart and mean nothing. */
const hues = [0, 2, 1, 6];

export function cloudPlan({ words, describe, open }: CloudChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const inside = { width: room.width - 2 * margin, height: room.height - 8 - 2 * margin };
  const placed = fittingCloud(words, inside, measure);
  const left = Math.min(0, ...placed.map(({ box }) => box.left)) - margin;
  const top = Math.min(0, ...placed.map(({ box }) => box.top)) - margin;
  const width = Math.max(room.width, Math.max(0, ...placed.map(({ box }) => box.right)) - left + margin);
  const height = Math.max(room.height - 8, Math.max(0, ...placed.map(({ box }) => box.bottom)) - top + margin);
  const used = {
    width: Math.max(0, ...placed.map(({ box }) => box.right)) - left + margin,
    height: Math.max(0, ...placed.map(({ box }) => box.bottom)) - top + margin,
  };
  const [dx, dy] = [(width - used.width) / 2 - left, (height - used.height) / 2 - top];
  return {
    drawing: {
      width,
      height,
      background: inks.paper,
      marks: placed.map(({ index, x, y, size }, rank) => ({
        kind: 'text',
        x: x + dx,
        y: y + dy,
        text: words[index]?.word ?? '',
        size,
        fill: hexOf(legible(groupColor(hues[rank % hues.length] ?? 0), inks.ground, textContrast)),
        anchor: 'middle',
        bold: size >= boldFrom,
      })),
    },
    targets: placed.map(({ index, box }) => ({
      id: words[index]?.word ?? '',
      label: describe(index),
      box: { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy },
      open: () => open(index),
    })),
  };
}
