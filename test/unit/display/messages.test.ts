import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexOf } from '../../../src/renderer/features/display/charts/color-scale.ts';
import { chartGround } from '../../../src/renderer/features/display/charts/use-chart-theme.ts';
import { display as english } from '../../../src/shared/i18n/en/display.ts';
import { display as indonesian } from '../../../src/shared/i18n/id/display.ts';
import { root } from '../../support/project.ts';

describe('the words of displays, quotations and conclusions', () => {
  it('take the same parameters in both languages', () => {
    const parameters = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].toSorted((a, b) => a.localeCompare(b));
    const differing = Object.entries(english).filter(([key, text]) => {
      const other = indonesian[key as keyof typeof indonesian];
      return parameters(text).join() !== parameters(other).join();
    });
    expect(differing).toEqual([]);
    expect(Object.keys(indonesian)).toEqual(Object.keys(english));
  });
});

describe('the ground of charts', () => {
  it.each(['light', 'sepia', 'dark', 'contrast'] as const)('is the surface of the theme (%s)', (theme) => {
    const tokens = readFileSync(join(root, 'src/renderer/styles/tokens.css'), 'utf8');
    const block = tokens.slice(tokens.indexOf(`[data-theme='${theme}']`));
    expect(/--color-surface: (#[0-9a-f]{6})/.exec(block)?.[1]).toBe(hexOf(chartGround[theme]));
  });
});
