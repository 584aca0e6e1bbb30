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

/** All shapes of one radius cover the same area, that of the circle. */
export function shapePath(shape: NodeShape, radius: number): string {
  return symbol(types[shape], Math.PI * radius * radius)() ?? '';
}
