// The concept map: alike codes near each other, bubbles as large as codes are frequent, clusters in colours.

import type { Merge } from '../../../../shared/domain/analysis/clustering.ts';
import type { ChartPlan, Room } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import { groupColor, type Inks } from '../charts/inks.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Target } from '../charts/targets.ts';
import { placeLabels } from '../network/label-placement.ts';

export type MapBubble = {
  readonly name: string;
  readonly units: number;
  /** As the analysis placed it. */
  readonly point: readonly [number, number];
  /** Null where codes are not put into clusters. */
  readonly cluster: number | null;
  readonly color: string;
};

export type MapChart = {
  readonly bubbles: readonly MapBubble[];
  readonly describe: (place: number) => string;
  readonly open: (place: number) => void;
};

const size = 12;
const widestName = 190;
const [smallest, largest] = [4, 26];
const margin = 70;

/** Points keep their proportions: a distance means the same across and down. */
export function mapPlan({ bubbles, describe, open }: MapChart, room: Room, inks: Inks, measure: Measure): ChartPlan {
  const width = Math.max(560, room.width);
  const height = Math.max(420, room.height - 8);
  const xs = bubbles.map(({ point }) => point[0]);
  const ys = bubbles.map(({ point }) => point[1]);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const [near, far] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * margin) / (high - low || 1), (height - 2 * margin) / (far - near || 1));
  const most = Math.max(1, ...bubbles.map(({ units }) => units));
  // Crowded maps have smaller bubbles: none hides all others.
  const top = Math.max(8, Math.min(largest, 120 / Math.sqrt(Math.max(1, bubbles.length))));
  const placed = bubbles.map((bubble) => ({
    x: width / 2 + (bubble.point[0] - (low + high) / 2) * scale,
    y: height / 2 - (bubble.point[1] - (near + far) / 2) * scale,
    // The area tells how frequent a code is.
    radius: Math.max(Math.min(smallest, top / 2), top * Math.sqrt(bubble.units / most)),
    fill: inks.mark(bubble.cluster === null ? bubble.color : groupColor(bubble.cluster)),
    label: ellipsised(bubble.name, widestName, size, measure),
    weight: bubble.units,
  }));
  const labels = placeLabels(
    placed.map(({ x, y, radius, label, weight }) => ({
      x,
      y,
      radius,
      width: measure(label, size),
      weight,
      links: [],
    })),
    size + 3,
    { left: 4, top: 4, right: width - 4, bottom: height - 4 },
  );
  const marks: Mark[] = placed
    .toSorted((a, b) => b.radius - a.radius)
    .map(({ x, y, radius, fill }) => ({
      kind: 'path',
      x,
      y,
      d: `M${-radius} 0A${radius} ${radius} 0 1 0 ${radius} 0A${radius} ${radius} 0 1 0 ${-radius} 0`,
      fill,
      stroke: inks.paper,
      width: 1,
      opacity: 0.85,
    }));
  for (const { index, x, y, anchor } of labels) {
    marks.push({
      kind: 'text',
      x,
      y,
      text: placed[index]?.label ?? '',
      size,
      fill: inks.ink,
      anchor,
      halo: inks.paper,
    });
  }
  const targets = placed.map(({ x, y, radius }, place): Target => ({
    id: String(place),
    label: describe(place),
    box: { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
    holds: (px, py) => Math.hypot(px - x, py - y) <= radius + 2,
    open: () => open(place),
  }));
  return { drawing: { width, height, background: inks.paper, marks }, targets };
}

/**
 * Clusters by cutting the tree of merges: so many are left before the last merges are made. Numbered by the first
 * code of each.
 * @param wanted from 1 to the number of codes
 */
export function clustersOf(merges: readonly Merge[], codes: number, wanted: number): readonly number[] {
  const parent = Array.from({ length: codes + merges.length }, (_, place) => place);
  const rootOf = (place: number): number => {
    let at = place;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const made = Math.max(0, Math.min(merges.length, codes - wanted));
  for (const [index, [a, b]] of merges.slice(0, made).entries()) {
    parent[rootOf(a)] = codes + index;
    parent[rootOf(b)] = codes + index;
  }
  const numbers = new Map<number, number>();
  return Array.from({ length: codes }, (_, place) => {
    const root = rootOf(place);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
