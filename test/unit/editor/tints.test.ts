// WCAG 2.2: 1.4.3 asks 4.5:1 of text on whatever lies under it, 1.4.11 asks 3:1 of lines that carry meaning, and
// 1.4.1 that nothing hangs on colour alone. Computed from the tints and the style sheet themselves.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { patternOf, patterns, tintOf } from '../../../src/renderer/editor/tints.ts';
import { safeColors } from '../../../src/renderer/ui/palette.ts';

type Rgb = readonly number[];

const read = (path: string): string => readFileSync(new URL(`../../../src/renderer/${path}`, import.meta.url), 'utf8');
const colors = read('editor/transcript-colors.css');
const tokens = read('styles/tokens.css');
const themes = ['light', 'sepia', 'dark', 'contrast'] as const;
/** Colours a researcher may choose besides those offered. */
const extremes = ['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#ff00ff', '#00ffff', '#808080'];
const codes = [...safeColors, ...extremes];

describe.each(themes)('%s', (theme) => {
  const page = rgbOf(tokens, theme, '--color-surface');
  const tint = new Map(codes.map((color) => [color, numbersIn(tintOf(color, theme).background)]));
  const texts = [
    rgbOf(tokens, theme, '--color-text'),
    rgbOf(colors, theme, '--transcript-dimmed'),
    ...[0, 1, 2, 3, 4, 5].map((speaker) => rgbOf(colors, theme, `--transcript-speaker-${speaker}`)),
  ];
  const least = (under: Rgb): number => Math.min(...texts.map((text) => contrast(text, under)));
  /** Any two codes in either order, and twelve of one: a pile of more lies between what its layers are. */
  const piles: readonly (readonly string[])[] = [
    ...codes.flatMap((under) => codes.map((top) => [under, top])),
    ...codes.map((color) => Array.from({ length: 12 }, () => color)),
    codes.slice(0, 12),
    codes.slice(12, 24),
  ];
  const painted = piles.map((pile) => pile.reduce((under, color) => over(tint.get(color) ?? [], under), page));

  test('1.4.3: text, speakers and dimmed turns stand 4.5 : 1 on every pile of tints', () => {
    for (const [index, under] of painted.entries())
      expect(least(under), piles[index]?.join()).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['--transcript-active', '--transcript-hover'])('1.4.3: and with %s above the pile', (name) => {
    const stressed = rgbOf(colors, theme, name);
    for (const under of painted) expect(least(over(stressed, under))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['passage', 'found', 'found-current'])('1.4.3: %s brings its own colour of text', (name) => {
    const text = rgbOf(colors, theme, `--transcript-${name}-text`);
    expect(contrast(text, rgbOf(colors, theme, `--transcript-${name}`))).toBeGreaterThanOrEqual(4.5);
  });

  test('1.4.11: lines of codes stand 3 : 1 from the page, and lines under words from every pile', () => {
    for (const color of codes) expect(contrast(numbersIn(tintOf(color, theme).line), page)).toBeGreaterThanOrEqual(3);
    for (const name of ['--transcript-changed', '--transcript-active-line', '--transcript-hover-line']) {
      const line = rgbOf(colors, theme, name);
      for (const under of painted) expect(contrast(line, under), name).toBeGreaterThanOrEqual(3);
    }
  });

  test('one tint is seen on the page', () => {
    for (const color of codes) expect(distance(over(tint.get(color) ?? [], page), page), color).toBeGreaterThan(24);
  });
});

test('1.4.1: codes beside each other in the codebook differ in their line, and all lines come up', () => {
  const lines = Array.from({ length: 10 }, (_, index) => patternOf(index));
  for (const [index, line] of lines.entries()) expect(line).not.toBe(lines[index + 1]);
  expect(new Set(lines)).toEqual(new Set(patterns));
});

function rgbOf(css: string, theme: string, name: string): Rgb {
  let found: string | undefined;
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selector.includes(`[data-theme='${theme}']`)) continue;
    found = new RegExp(`${name}:\\s*([^;]+);`).exec(body)?.[1] ?? found;
  }
  if (found === undefined) throw new Error(`No ${name} in ${theme}`);
  return found.startsWith('#') ? [1, 3, 5].map((at) => Number.parseInt(found.slice(at, at + 2), 16)) : numbersIn(found);
}

function numbersIn(color: string): Rgb {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

function over([red = 0, green = 0, blue = 0, alpha = 1]: Rgb, under: Rgb): Rgb {
  return [red, green, blue].map((value, channel) => value * alpha + (under[channel] ?? 0) * (1 - alpha));
}

function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(...a.map((value, channel) => value - (b[channel] ?? 0)));
}

// WCAG 2.2, definition of relative luminance.
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.slice(0, 3).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
