// Widths of text as this browser draws it.

import { estimatedWidth, type Measure } from './labels.ts';

/** The font of every chart, on screen and in exports; no font is loaded from anywhere. */
export const chartFont = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

/** Texts remembered: names of codes, and the cuts tried on them. */
const mostKnown = 20_000;

let shared: Measure | null = null;

/** The measure of the window: charts ask for the same names again and again. */
export function sharedMeasure(): Measure {
  shared ??= createMeasure();
  return shared;
}

/** A measure with a memory. */
export function createMeasure(): Measure {
  const context = contextOf();
  if (!context) return estimatedWidth;
  const known = new Map<string, number>();
  // Widths grow with the size in proportion, so each text is measured once.
  context.font = `100px ${chartFont}`;
  return (text, fontSize) => {
    let width = known.get(text);
    if (width === undefined) {
      if (known.size >= mostKnown) known.clear();
      width = context.measureText(text).width;
      known.set(text, width);
    }
    return (width * fontSize) / 100;
  };
}

function contextOf(): OffscreenCanvasRenderingContext2D | null {
  return typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
}
