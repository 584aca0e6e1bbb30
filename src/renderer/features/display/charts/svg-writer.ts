// A drawing as an SVG file, in the letters of the window.

import { svgWritten } from '../../../../shared/domain/picture/svg.ts';
import type { Caption, Drawing } from './drawing.ts';
import { chartFont } from './measure.ts';

/** @returns a whole XML document */
export function svgOf(drawing: Drawing, caption: Caption): string {
  return svgWritten(drawing, caption, chartFont);
}
