// The colours and the frame of pictures in files.

import type { Caption, Drawing, Mark } from '../../../../shared/domain/picture/drawing.ts';

export type { Caption, Drawing, Mark };

export const ink = '#1d1f23';
export const softInk = '#55585f';
export const hairline = '#c9c6bf';
export const paper = '#ffffff';

const margin = 24;
const lineHeight = 17;

/** The picture with its title above and its provenance below, on white. */
export function captioned(
  drawing: Drawing,
  { title, lines }: Caption,
  wrap: (text: string, width: number) => readonly string[],
): Drawing {
  const width = Math.max(drawing.width, 480) + 2 * margin;
  const titles = wrap(title, (width - 2 * margin) / 1.45);
  const top = margin + titles.length * 24 + 8;
  const notes = lines.flatMap((line) => wrap(line, width - 2 * margin));
  const height = top + drawing.height + 16 + notes.length * lineHeight + margin;
  const below = top + drawing.height + 16;
  return {
    width,
    height,
    background: paper,
    marks: [
      ...titles.map((text, line): Mark => ({
        kind: 'text',
        x: margin,
        y: margin + 12 + line * 24,
        text,
        size: 17,
        fill: ink,
        anchor: 'start',
        bold: true,
      })),
      ...drawing.marks.map((mark): Mark => ({ ...mark, x: mark.x + margin, y: mark.y + top })),
      ...notes.map((text, line): Mark => ({
        kind: 'text',
        x: margin,
        y: below + lineHeight / 2 + line * lineHeight,
        text,
        size: 11.5,
        fill: softInk,
        anchor: 'start',
      })),
    ],
  };
}
