import { describe, expect, it } from 'vitest';
import {
  colorDistance,
  contrastRatio,
  divergingScale,
  hexOf,
  labOfRgb,
  legible,
  luminanceOf,
  parseHex,
  type Rgb,
  sequentialScale,
  textOn,
} from '../../../src/renderer/features/display/charts/color-scale.ts';

const themes = ['light', 'sepia', 'dark', 'contrast'] as const;
const values = Array.from({ length: 21 }, (_, step) => step / 20);

/** Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB. */
const deficiencies = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seenBy(matrix: readonly number[], color: Rgb): Rgb {
  const linear = color.map((channel) => luminanceOf([channel, channel, channel]));
  const seen = [0, 3, 6].map((row) => {
    const value = [0, 1, 2].reduce((sum, k) => sum + (matrix[row + k] ?? 0) * (linear[k] ?? 0), 0);
    const clipped = Math.min(1, Math.max(0, value));
    return 255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055);
  });
  return [seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0];
}

describe('the colours of numbers', () => {
  it.each(themes)('equal steps of value look equally far apart (%s)', (theme) => {
    const { colorOf } = sequentialScale(theme, 1);
    // From the first value above 0 on: 0 is set apart on purpose.
    const colors = values.slice(1).map(colorOf);
    const distances = colors.slice(1).map((color, index) => colorDistance(colors[index] ?? color, color));
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    for (const distance of distances) expect(Math.abs(distance - mean) / mean).toBeLessThan(0.25);
  });

  it.each(themes)('lightness runs one way, so that the order is read without hue (%s)', (theme) => {
    const { colorOf } = sequentialScale(theme, 1);
    const lightness = values.map((value) => labOfRgb(colorOf(value))[0]);
    const sorted = lightness.toSorted((a, b) => (theme === 'light' || theme === 'sepia' ? b - a : a - b));
    expect(lightness).toEqual(sorted);
    expect(new Set(lightness).size).toBe(values.length);
  });

  it.each(themes.flatMap((theme) => Object.keys(deficiencies).map((eye) => [theme, eye] as const)))(
    'nine steps stay apart and in order of lightness (%s, %s)',
    (theme, eye) => {
      const matrix = deficiencies[eye as keyof typeof deficiencies];
      const { colorOf } = sequentialScale(theme, 1);
      const seen = Array.from({ length: 9 }, (_, step) => seenBy(matrix, colorOf(step / 8)));
      for (const [index, color] of seen.slice(1).entries()) {
        expect(colorDistance(seen[index] ?? color, color)).toBeGreaterThan(0.05);
      }
      const lightness = seen.map((color) => labOfRgb(color)[0]);
      expect(lightness).toEqual(lightness.toSorted((a, b) => (theme === 'light' || theme === 'sepia' ? b - a : a - b)));
    },
  );

  it.each(themes.flatMap((theme) => Object.keys(deficiencies).map((eye) => [theme, eye] as const)))(
    'above and below 0 are told apart (%s, %s)',
    (theme, eye) => {
      const matrix = deficiencies[eye as keyof typeof deficiencies];
      const { colorOf } = divergingScale(theme, 1);
      expect(colorDistance(seenBy(matrix, colorOf(-1)), seenBy(matrix, colorOf(1)))).toBeGreaterThan(0.12);
      expect(colorDistance(seenBy(matrix, colorOf(-0.5)), seenBy(matrix, colorOf(0.5)))).toBeGreaterThan(0.06);
    },
  );

  it.each(themes)('numbers in cells keep 4.5 : 1 on every colour (WCAG 1.4.3) (%s)', (theme) => {
    const scales = [sequentialScale(theme, 1), divergingScale(theme, 1)];
    for (const { colorOf } of scales) {
      for (const value of [null, ...values, ...values.map((each) => -each)]) {
        const ground = colorOf(value);
        expect(contrastRatio(parseHex(textOn(ground)), ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('a small value never looks like 0, and what is undefined looks like neither', () => {
    for (const theme of themes) {
      const { colorOf } = sequentialScale(theme, 1);
      expect(colorDistance(colorOf(0), colorOf(0.001))).toBeGreaterThan(0.04);
      expect(values.map((value) => hexOf(colorOf(value)))).not.toContain(hexOf(colorOf(null)));
    }
  });

  it('without any value above 0 everything is painted as 0', () => {
    expect(sequentialScale('light', 0).colorOf(0)).toEqual(sequentialScale('light', 1).colorOf(0));
  });

  it('OKLab agrees with its published values', () => {
    // Ottosson 2020: white is (1, 0, 0); sRGB red is (0.628, 0.225, 0.126).
    const [white, red] = [labOfRgb([255, 255, 255]), labOfRgb([255, 0, 0])];
    expect(white.map((value) => Math.round(value * 1000) / 1000 + 0)).toEqual([1, 0, 0]);
    expect(red.map((value) => Math.round(value * 1000) / 1000)).toEqual([0.628, 0.225, 0.126]);
  });

  it('a code keeps its colour where it can be seen, and is moved only as far as needed where not', () => {
    expect(legible('#23527c', [255, 255, 255], 3)).toEqual([0x23, 0x52, 0x7c]);
    for (const [color, ground] of [
      ['#ffff00', [255, 255, 255]],
      ['#101010', [30, 32, 34]],
      ['no colour', [128, 128, 128]],
    ] as const) {
      expect(contrastRatio(legible(color, ground, 3), ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
