// From a code's colour to what is painted under its words. Tints lie over each other where codings overlap, so
// each is translucent and its own colour is light (dark, in the dark theme) enough that any pile of them keeps
// every colour of text at 4.5 : 1 or better: a pile of translucent layers never goes beyond the colour of its
// layers. Who cannot tell the colours may have a line of their own for each code, in the text and in the margin.

export type Theme = 'light' | 'sepia' | 'dark' | 'contrast';

export type Tint = {
  /** Background under the words, translucent. */
  readonly background: string;
  /** Line in the margin and under the active passage: at least 3 : 1 against the page. */
  readonly line: string;
};

/** Lines that are told apart without any colour. Codes share them in turn. */
export const patterns = ['solid', 'dashed', 'dotted', 'double', 'thick'] as const;
export type Pattern = (typeof patterns)[number];

type Rgb = readonly [red: number, green: number, blue: number];

/** Relative luminance a tint is brought to; text is near black or near white. */
const tintLuminance = { light: 0.62, sepia: 0.56, dark: 0.062, contrast: 0.06 } as const;
const lineLuminance = { light: 0.19, sepia: 0.17, dark: 0.32, contrast: 0.5 } as const;
const alpha = { light: 0.6, sepia: 0.65, dark: 0.75, contrast: 0.8 } as const;

/** Relative luminance of coloured words: 4.5 : 1 and more on every pile of tints. */
const wordLuminance = { light: 0.07, sepia: 0.055, dark: 0.5, contrast: 0.6 } as const;

/** A chosen colour as the colour of words, such as a speaker's label. @param color `#rrggbb` */
export function wordColorOf(color: string, theme: Theme): string {
  return format(toLuminance(parse(color), wordLuminance[theme]), 1);
}

/** Tint of a code. @param color `#rrggbb` */
export function tintOf(color: string, theme: Theme): Tint {
  const rgb = parse(color);
  return {
    background: format(toLuminance(rgb, tintLuminance[theme]), alpha[theme]),
    line: format(toLuminance(rgb, lineLuminance[theme]), 1),
  };
}

/** Pattern of a code by its place in the codebook: neighbours, which are used together most, differ. */
export function patternOf(index: number): Pattern {
  return patterns[((index % patterns.length) + patterns.length) % patterns.length] ?? 'solid';
}

/** WCAG 2.2 relative luminance of `#rrggbb` or `rgb(…)`, 0 to 1. */
export function luminanceOf(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

// Mixes towards white or black until the luminance fits: the hue stays, which is what tells codes apart.
function toLuminance(rgb: Rgb, wanted: number): Rgb {
  const target: Rgb = luminanceOf(rgb) < wanted ? [255, 255, 255] : [0, 0, 0];
  let low = 0;
  let high = 1;
  for (let step = 0; step < 20; step += 1) {
    const share = (low + high) / 2;
    const beyond =
      target[0] === 255
        ? luminanceOf(mixed(rgb, target, share)) > wanted
        : luminanceOf(mixed(rgb, target, share)) < wanted;
    if (beyond) high = share;
    else low = share;
  }
  return mixed(rgb, target, high);
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

function parse(color: string): Rgb {
  const value = /^#[0-9a-f]{6}$/i.test(color) ? Number.parseInt(color.slice(1), 16) : 0x808080;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format([red, green, blue]: Rgb, opacity: number): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${opacity})`;
}
