// The colours a drawing is made with: those of paper in files, those of the theme on screen.

import { type ChartTheme, hexOf, legible, parseHex, type Rgb } from './color-scale.ts';
import { hairline, ink, paper, softInk } from './drawing.ts';
import { chartGround } from './use-chart-theme.ts';

export type Inks = {
  readonly theme: ChartTheme;
  readonly ground: Rgb;
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly hairline: string;
  /** The colour of a code, with a contrast of 3 : 1 to the ground (WCAG 1.4.11). */
  readonly mark: (color: string) => string;
};

export const paperInks: Inks = {
  theme: 'light',
  ground: parseHex(paper),
  paper,
  ink,
  soft: softInk,
  hairline,
  mark: (color) => hexOf(legible(color, parseHex(paper), 3)),
};

/** As `--color-text`, `--color-text-muted` and `--color-border` of each theme; a test compares them. */
export const screenColors = {
  light: { ink: '#24221e', soft: '#5d584e', hairline: '#dfdad0' },
  sepia: { ink: '#2f2619', soft: '#5b4d38', hairline: '#d9cbac' },
  dark: { ink: '#e7e3da', soft: '#aca79c', hairline: '#34363a' },
  contrast: { ink: '#ffffff', soft: '#e4e4e4', hairline: '#bdbdbd' },
} as const satisfies Readonly<Record<ChartTheme, Pick<Inks, 'ink' | 'soft' | 'hairline'>>>;

export function screenInks(theme: ChartTheme): Inks {
  const ground = chartGround[theme];
  return {
    theme,
    ground,
    paper: hexOf(ground),
    ...screenColors[theme],
    mark: (color) => hexOf(legible(color, ground, 3)),
  };
}

/** Nine hues that common colour blindness keeps apart (Okabe & Ito 2008, with grey), for groups without a colour of their own. */
const groupColors = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7f5fa8', '#8c6d31', '#7f7f7f'];

export function groupColor(place: number): string {
  return groupColors[place % groupColors.length] ?? '#7f7f7f';
}
