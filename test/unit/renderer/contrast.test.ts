// WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of the edges of controls and of the focus; 1.4.6 (AAA) asks 7:1,
// which the high-contrast theme keeps. Computed from the tokens themselves, so that a new colour cannot slip by.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { safeColors } from '../../../src/renderer/ui/palette.ts';

const css = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'sepia', 'dark', 'contrast'] as const;

/** Grounds that ordinary text stands on. */
const grounds = ['background', 'surface', 'raised', 'sunken', 'hover', 'pressed'];
const textPairs: readonly (readonly [text: string, ground: string])[] = [
  ...grounds.flatMap((ground) => pairs(['text', 'text-muted'], ground)),
  ...['background', 'surface', 'raised'].flatMap((ground) =>
    pairs(['accent-text', 'danger-text', 'success-text', 'warning-text'], ground),
  ),
  ['on-selected', 'selected'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger-text', 'danger-surface'],
  ['warning-text', 'warning-surface'],
  ['success-text', 'success-surface'],
  ['on-mark', 'mark'],
  ['on-tooltip', 'tooltip'],
];
const edgePairs: readonly (readonly [edge: string, ground: string])[] = [
  ...['background', 'surface', 'raised', 'selected'].map((ground) => ['focus', ground] as const),
  ...['background', 'surface', 'raised'].map((ground) => ['border-control', ground] as const),
  ...['background', 'surface', 'raised'].map((ground) => ['accent', ground] as const),
];

describe.each(themes)('%s', (theme) => {
  const tokens = tokensOf(theme);
  const least = theme === 'contrast' ? 7 : 4.5;

  test.each(textPairs)(`1.4.3: text %s on %s`, (text, ground) => {
    expect(contrast(color(tokens, text), color(tokens, ground))).toBeGreaterThanOrEqual(least);
  });

  test.each(edgePairs)('1.4.11: edge %s on %s', (edge, ground) => {
    // A yellow selection under the blue focus of the high-contrast theme is set off by the black around both.
    const isSetOff = theme === 'contrast' && ground === 'selected';
    expect(contrast(color(tokens, edge), color(tokens, isSetOff ? 'surface' : ground))).toBeGreaterThanOrEqual(3);
  });

  test('has every colour the light theme has', () => {
    expect([...tokens.keys()].toSorted()).toEqual([...tokensOf('light').keys()].toSorted());
  });
});

test('1.4.11: every colour offered for codes is seen on paper', () => {
  const paper = color(tokensOf('light'), 'surface');
  for (const safe of safeColors) expect(contrast(safe, paper), safe).toBeGreaterThanOrEqual(3);
  expect(new Set(safeColors).size).toBe(24);
});

test('the measure itself: black on white is 21:1, and #767676 is the grey that just passes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

function pairs(texts: readonly string[], ground: string): readonly (readonly [string, string])[] {
  return texts.map((text) => [text, ground] as const);
}

function tokensOf(theme: (typeof themes)[number]): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--color-([\w-]+):\s*([^;]+);/g)].map((match): [string, string] => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

function color(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`No --color-${name}`);
  return value;
}

/** WCAG 2.2, definitions of relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
