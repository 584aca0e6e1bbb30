// Shapes of nodes as SVG paths around the origin.

import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type { Point } from './force-layout.ts';
import type { NodeShape } from './network-model.ts';

const types = {
  circle: symbolCircle,
  square: symbolSquare,
  diamond: symbolDiamond,
  triangle: symbolTriangle,
  star: symbolStar,
  cross: symbolCross,
  wye: symbolWye,
} as const;

/** How far each shape reaches from its middle, in radii of the circle of the same area. */
const reaches = { circle: 1, square: 1.26, diamond: 1.65, triangle: 1.56, star: 1.68, cross: 1.26, wye: 1.33 } as const;

/** The radius of the circle around a shape: no label may begin inside it. */
export function reachOf(shape: NodeShape, radius: number): number {
  return radius * reaches[shape];
}

/** All shapes of one radius cover the same area, that of the circle. */
export function shapePath(shape: NodeShape, radius: number): string {
  return symbol(types[shape], Math.PI * radius * radius)() ?? '';
}

/** The path data moved to a place, so that many shapes make one path. */
export function movedPath(d: string, { x, y }: Point): string {
  return d.replaceAll(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, written: string) => {
    const numbers = [...written.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number));
    if (command === 'M' || command === 'L' || command === 'A') {
      // The place a command leads to stands at its end. The others of our shapes are relative to where they begin.
      const last = numbers.length - 1;
      numbers[last - 1] = (numbers[last - 1] ?? 0) + x;
      numbers[last] = (numbers[last] ?? 0) + y;
    }
    return `${command}${numbers.map((number) => Math.round(number * 100) / 100).join(' ')}`;
  });
}
