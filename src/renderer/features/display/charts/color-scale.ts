// Colours for numbers. Steps of equal number look equally far apart (OKLab, Björn Ottosson 2020), and lightness
// runs one way only, so that the order stays readable without any sense of hue.

export type ChartTheme = 'light' | 'sepia' | 'dark' | 'contrast';
export type Rgb = readonly [red: number, green: number, blue: number];
export type Lab = readonly [lightness: number, a: number, b: number];

export type ValueScale = {
  /** Greatest value shown; the smallest is 0, or −maximum where the scale is signed. */
  readonly maximum: number;
  readonly signed: boolean;
  /** Null: undefined, which has a colour of its own off the scale. */
  readonly colorOf: (value: number | null) => Rgb;
};

type Stop = readonly [lightness: number, chroma: number, hue: number];

const sequentialStops = {
  light: [
    [0.965, 0.012, 95],
    [0.8, 0.085, 165],
    [0.57, 0.1, 225],
    [0.33, 0.11, 275],
  ],
  sepia: [
    [0.935, 0.024, 85],
    [0.78, 0.085, 165],
    [0.56, 0.1, 225],
    [0.33, 0.11, 275],
  ],
  dark: [
    [0.265, 0.018, 265],
    [0.48, 0.09, 250],
    [0.7, 0.1, 195],
    [0.93, 0.1, 110],
  ],
  contrast: [
    [0.2, 0.012, 265],
    [0.46, 0.1, 250],
    [0.72, 0.11, 195],
    [0.97, 0.09, 110],
  ],
} as const satisfies Readonly<Record<ChartTheme, readonly Stop[]>>;

/** From the neutral middle outwards. Orange against blue is told apart in every common colour blindness. */
const divergingStops = {
  light: { middle: [0.965, 0.005, 95], below: [0.42, 0.115, 50], above: [0.36, 0.12, 262] },
  sepia: { middle: [0.935, 0.02, 85], below: [0.42, 0.115, 50], above: [0.36, 0.12, 262] },
  dark: { middle: [0.27, 0.01, 265], below: [0.82, 0.12, 70], above: [0.82, 0.09, 235] },
  contrast: { middle: [0.2, 0.01, 265], below: [0.86, 0.13, 75], above: [0.86, 0.08, 230] },
} as const satisfies Readonly<Record<ChartTheme, Readonly<Record<'middle' | 'below' | 'above', Stop>>>>;

/** What has no value: grey, beside the scale and not on it. */
const undefinedColor = {
  light: [214, 212, 208],
  sepia: [208, 200, 184],
  dark: [70, 72, 78],
  contrast: [90, 92, 98],
} as const satisfies Readonly<Record<ChartTheme, Rgb>>;

const steps = 256;
/** A value above 0 never looks like 0: its colours begin this far up the scale. */
const floor = 0.1;

/** A scale from 0 to a greatest value; a greatest value of 0 paints everything as 0. */
export function sequentialScale(theme: ChartTheme, maximum: number): ValueScale {
  const ramp = uniformRamp(sequentialStops[theme].map(labOf));
  return {
    maximum,
    signed: false,
    colorOf: (value) => (value === null ? undefinedColor[theme] : rampAt(ramp, positionOf(value, maximum))),
  };
}

/** A scale around 0, for indices that can be negative. @param maximum greatest distance from 0 */
export function divergingScale(theme: ChartTheme, maximum: number): ValueScale {
  const { middle, below, above } = divergingStops[theme];
  const negative = uniformRamp([labOf(middle), labOf(below)]);
  const positive = uniformRamp([labOf(middle), labOf(above)]);
  return {
    maximum,
    signed: true,
    colorOf: (value) => {
      if (value === null) return undefinedColor[theme];
      return rampAt(value < 0 ? negative : positive, positionOf(Math.abs(value), maximum));
    },
  };
}

/** Black or white, whichever is read better: one of the two always has at least 4.5 : 1. */
export function textOn(background: Rgb): '#000000' | '#ffffff' {
  const light = luminanceOf(background);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrastRatio(first: Rgb, second: Rgb): number {
  const [light, dark] = [luminanceOf(first), luminanceOf(second)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Distance of two colours as the eye judges it, in OKLab. */
export function colorDistance(first: Rgb, second: Rgb): number {
  return labDistance(labOfRgb(first), labOfRgb(second));
}

/**
 * A code's colour moved towards black or white until it has a contrast to the ground it lies on; the hue stays.
 * @param color `#rrggbb`
 * @param ratio 3 for marks (WCAG 1.4.11), 4.5 for words
 */
export function legible(color: string, ground: Rgb, ratio: number): Rgb {
  const own = parseHex(color);
  if (contrastRatio(own, ground) >= ratio) return own;
  const target: Rgb = luminanceOf(ground) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0.05; share < 1; share += 0.05) {
    const mixed = mix(own, target, share);
    if (contrastRatio(mixed, ground) >= ratio) return mixed;
  }
  return target;
}

/** `#rrggbb` */
export function hexOf([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Grey where the text is no `#rrggbb`. */
export function parseHex(color: string): Rgb {
  const value = /^#[0-9a-f]{6}$/i.test(color) ? Number.parseInt(color.slice(1), 16) : 0x808080;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** WCAG 2.2 relative luminance, 0 to 1. */
export function luminanceOf(color: Rgb): number {
  const [red, green, blue] = color.map(linear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

export function labOfRgb(color: Rgb): Lab {
  const [red, green, blue] = color.map(linear) as [number, number, number];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function rgbOfLab([lightness, a, b]: Lab): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    channelOf(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    channelOf(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    channelOf(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function labOf([lightness, chroma, hue]: Stop): Lab {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Colours at equal distances along the line through the stops: equal steps of value are equal steps for the eye. */
function uniformRamp(stops: readonly Lab[]): readonly Rgb[] {
  const lengths = stops.slice(1).map((stop, index) => labDistance(stops[index] ?? stop, stop));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return Array.from({ length: steps }, (_, step) => {
    let rest = (step / (steps - 1)) * total;
    for (const [index, length] of lengths.entries()) {
      const from = stops[index];
      const to = stops[index + 1];
      if (from && to && (rest <= length || index === lengths.length - 1)) {
        return rgbOfLab(mix(from, to, Math.min(1, rest / length)));
      }
      rest -= length;
    }
    return [0, 0, 0];
  });
}

function rampAt(ramp: readonly Rgb[], position: number): Rgb {
  return ramp[Math.round(position * (steps - 1))] ?? [0, 0, 0];
}

function positionOf(value: number, maximum: number): number {
  if (value <= 0 || maximum <= 0) return 0;
  return floor + (1 - floor) * Math.min(1, value / maximum);
}

function mix<T extends Rgb | Lab>(from: T, to: T, share: number): T {
  return from.map((value, index) => value + ((to[index] ?? 0) - value) * share) as unknown as T;
}

function labDistance(first: Lab, second: Lab): number {
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function channelOf(value: number): number {
  const clipped = Math.min(1, Math.max(0, value));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}
