// The axis of values below a picture of rows, and above it where the rows reach farther than the eye.

import type { Mark } from './drawing.ts';
import type { Inks } from './inks.ts';

export type ValueAxis = {
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly left: number;
  readonly right: number;
  /** Where the rows begin and end. */
  readonly top: number;
  readonly bottom: number;
  readonly name: string;
};

const size = 11;
/** Pixels the axis takes below the rows, and above them where it stands there too. */
export const [axisBelow, axisAbove] = [42, 18];

/** Whether rows need the axis at their head as well. */
export function isTall(rowsHeight: number, roomHeight: number): boolean {
  return rowsHeight > roomHeight - axisBelow;
}

/** @param atHead whether the numbers are written above the rows too */
export function valueAxis({ ticks, left, right, top, bottom, name }: ValueAxis, inks: Inks, atHead: boolean): Mark[] {
  const words = (x: number, y: number, text: string): Mark => ({
    kind: 'text',
    x,
    y,
    text,
    size,
    fill: inks.soft,
    anchor: 'middle',
  });
  return [
    ...ticks.flatMap(({ x, text }): readonly Mark[] => [
      { kind: 'path', x, y: top, d: `M0 0V${bottom - top + 4}`, stroke: inks.hairline, width: 1 },
      words(x, bottom + 13, text),
      ...(atHead ? [words(x, top - 9, text)] : []),
    ]),
    words((left + right) / 2, bottom + 30, name),
  ];
}
