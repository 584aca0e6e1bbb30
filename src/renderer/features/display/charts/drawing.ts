// A picture as a list of marks: computed once, then written as SVG or painted on a canvas for PNG.

export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'path';
      /** SVG path data. */
      readonly d: string;
      readonly x: number;
      readonly y: number;
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly anchor: 'start' | 'middle' | 'end';
      /** Degrees, clockwise around the anchor. */
      readonly rotate?: number;
      readonly bold?: boolean;
      /** A rim in the colour of the ground, so that lines under the letters do not hide them. */
      readonly halo?: string;
    };

/** Text stands at half its height on y. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly marks: readonly Mark[];
};

/** What an exported picture says about itself. */
export type Caption = {
  readonly title: string;
  /** How the numbers came about: lines under the picture. */
  readonly lines: readonly string[];
};

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
