// The map of a correspondence analysis as a picture for export.

import { hexOf, legible } from '../charts/color-scale.ts';
import { type Drawing, hairline, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { labelSize, type MapLayout } from './correspondence-layout.ts';

/** @param axes in words, such as “axis 1: 87 %” */
export function correspondenceDrawing(
  { width, height, center, points }: MapLayout,
  colorOf: (code: number) => string,
  axes: readonly [string, string],
): Drawing {
  const line = (d: string): Mark => ({ kind: 'path', x: 0, y: 0, d, stroke: hairline, width: 1 });
  return {
    width,
    height,
    background: paper,
    marks: [
      line(`M0 ${center.y}H${width}`),
      line(`M${center.x} 0V${height}`),
      { kind: 'text', x: width - 6, y: center.y - 10, text: axes[0], size: 11, fill: softInk, anchor: 'end' },
      { kind: 'text', x: center.x + 8, y: 12, text: axes[1], size: 11, fill: softInk, anchor: 'start' },
      ...points.map(({ kind, place, x, y, radius }): Mark => {
        const fill = kind === 'value' ? ink : hexOf(legible(colorOf(place), [255, 255, 255], 3));
        return { kind: 'path', x, y, d: markPath(kind, radius), fill };
      }),
      ...points.flatMap(({ kind, label, labelAt }): readonly Mark[] => {
        if (!labelAt) return [];
        const { x, y, anchor } = labelAt;
        const isBold = kind === 'value';
        return [{ kind: 'text', x, y, text: label, size: labelSize, fill: ink, anchor, bold: isBold, halo: paper }];
      }),
    ],
  };
}

/** Codes are discs, values squares: told apart without colour. Around 0, 0. */
export function markPath(kind: 'code' | 'value', radius: number): string {
  if (kind === 'value') return `M${-radius} ${-radius}H${radius}V${radius}H${-radius}Z`;
  return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
}
