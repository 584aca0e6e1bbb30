// The map of a correspondence analysis: codes and values in one plane, both in principal coordinates (symmetric map).

import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import type { Measure } from '../charts/labels.ts';
import { ellipsised } from '../charts/labels.ts';
import { placeLabels, type PlacedLabel } from '../network/label-placement.ts';

export type MapPoint = {
  readonly kind: 'code' | 'value';
  /** Place among the rows or columns of the crosstab. */
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Shortened to its place; where several of a kind lie on each other, the heaviest says how many more there are. */
  readonly label: string;
  /** Null where there is no room: then it is read where the point has the focus or the pointer. */
  readonly labelAt: PlacedLabel | null;
};

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  /** Where both axes are 0. */
  readonly center: { readonly x: number; readonly y: number };
  /** Values first, which are fewer and lie over the codes' labels; each kind by mass. */
  readonly points: readonly MapPoint[];
};

export type Correspondence = NonNullable<CrosstabResult['correspondence']>;

export const labelSize = 12;
const widestLabel = 190;
const margin = 60;

/** Both axes have one scale, so that distances can be compared in every direction. */
export function mapLayout(
  found: Correspondence,
  names: { readonly codes: readonly string[]; readonly values: readonly string[] },
  { width, height }: { readonly width: number; readonly height: number },
  measure: Measure,
): MapLayout {
  const all = [
    ...found.columns.map((point) => ({ kind: 'value' as const, point, name: names.values[point.place] ?? '' })),
    ...found.rows.map((point) => ({ kind: 'code' as const, point, name: names.codes[point.place] ?? '' })),
  ];
  const at = (point: Correspondence['rows'][number], axis: number): number => point.coordinates[axis] ?? 0;
  const extent = (axis: number): readonly [number, number] => [
    Math.min(0, ...all.map(({ point }) => at(point, axis))),
    Math.max(0, ...all.map(({ point }) => at(point, axis))),
  ];
  const [left, right] = extent(0);
  const [bottom, top] = extent(1);
  const room = { x: width - 2 * margin, y: height - 2 * margin };
  const scale = Math.min(room.x / Math.max(right - left, 1e-9), room.y / Math.max(top - bottom, 1e-9));
  const center = {
    x: width / 2 - (scale * (left + right)) / 2,
    y: height / 2 + (scale * (bottom + top)) / 2,
  };
  const greatest = Math.max(...all.map(({ point }) => point.mass), 1e-9);
  const points = all.map(({ kind, point, name }) => ({
    kind,
    place: point.place,
    x: center.x + scale * at(point, 0),
    y: center.y - scale * at(point, 1),
    // The area says how much of the table a point stands for.
    radius: 3 + 6 * Math.sqrt(point.mass / greatest),
    label: ellipsised(name, widestLabel, labelSize, measure),
    mass: point.mass,
  }));
  const stacks = Map.groupBy(points.keys(), (index) => {
    const { kind, x, y } = points[index] ?? { kind: 'code', x: 0, y: 0 };
    return `${kind} ${Math.round(x)} ${Math.round(y)}`;
  });
  const named = Array.from(stacks.values(), (stack) => {
    const [first = 0] = stack.toSorted((a, b) => (points[b]?.mass ?? 0) - (points[a]?.mass ?? 0) || a - b);
    const label = points[first]?.label ?? '';
    return { index: first, label: stack.length === 1 ? label : `${label} +${stack.length - 1}` };
  });
  const labels = placeLabels(
    named.map(({ index, label }) => {
      const { kind, x, y, radius, mass } = points[index] ?? { kind: 'code', x: 0, y: 0, radius: 0, mass: 0 };
      // Names of values choose before those of codes.
      const weight = mass + (kind === 'value' ? 1 : 0);
      return { x, y, radius, width: measure(label, labelSize) * (kind === 'value' ? 1.1 : 1) + 2, weight, links: [] };
    }),
    labelSize + 3,
    { left: 4, top: 4, right: width - 4, bottom: height - 4 },
  );
  const labelOf = new Map(labels.map((each) => [named[each.index]?.index, each]));
  const words = new Map(named.map(({ index, label }) => [index, label]));
  return {
    width,
    height,
    center,
    points: points.map(({ kind, place, x, y, radius, label }, index) => ({
      kind,
      place,
      x,
      y,
      radius,
      label: words.get(index) ?? label,
      labelAt: labelOf.get(index) ?? null,
    })),
  };
}
