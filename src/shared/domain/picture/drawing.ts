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
