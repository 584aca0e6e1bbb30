import { describe, expect, test } from 'vitest';
import {
  fontFamilyOf,
  fontsPresent,
  readingRanges,
  readReading,
  usualReading,
} from '../../../src/renderer/parts/reading.ts';

describe('how one reads', () => {
  test('what was remembered is kept within its ranges, and what cannot be read is as usual', () => {
    expect(readReading({})).toEqual(usualReading);
    expect(readReading({ font: '', size: 'big', measure: Number.NaN, line: 99, space: -1 })).toEqual({
      ...usualReading,
      line: readingRanges.line.most,
      space: readingRanges.space.least,
    });
    expect(readReading({ font: 'Literata', size: 21, measure: 60, line: 1.8, space: 1 })).toEqual({
      font: 'Literata',
      size: 21,
      measure: 60,
      line: 1.8,
      space: 1,
    });
  });

  test('every choice of letters ends with fonts for scripts that most fonts lack', () => {
    for (const font of ['serif', 'sans', 'Georgia']) {
      expect(fontFamilyOf(font)).toContain("'Noto Sans Javanese', 'Javanese Text'");
    }
    expect(fontFamilyOf('Georgia')).toMatch(/^'Georgia', var\(--font-serif\)/);
    expect(fontFamilyOf("x'; color: red; '")).toMatch(/^'x; color: red; ', /);
  });

  test('a font is on this machine where its widths are not those of what it falls back to', () => {
    const widths: Readonly<Record<string, number>> = { serif: 100, monospace: 150, "'Wide', monospace": 170 };
    // As wide as the fixed letters it falls back to: told by the other fall-back.
    const same = { "'Even', serif": 150, "'Even', monospace": 150 } as const;
    const measure = (font: string): number =>
      widths[font] ?? Object.entries(same).find(([name]) => name === font)?.[1] ?? (font.endsWith('serif') ? 100 : 150);
    expect(fontsPresent(['Wide', 'Missing', 'Even'], measure)).toEqual(['Wide', 'Even']);
  });
});
