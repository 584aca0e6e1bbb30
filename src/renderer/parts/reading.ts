// How this user likes to read transcripts: letters, size, measure and spaces. Chosen in the settings, where a sample
// shows it at once, and by keys in the transcript.

import { useMemo } from 'react';
import { useRemembered } from '../services/window-state.ts';

export type Reading = {
  /** `serif`, `sans`, or the name of a font of this machine. */
  readonly font: string;
  /** Letters, in CSS pixels. */
  readonly size: number;
  /** Letters on a line, about. */
  readonly measure: number;
  /** Height of a line in sizes of letters. */
  readonly line: number;
  /** Space after a paragraph in lines. */
  readonly space: number;
};

export const usualReading: Reading = { font: 'serif', size: 18, measure: 68, line: 1.65, space: 0.7 };

/** Least, most and step of what is counted. */
export const readingRanges = {
  size: { least: 13, most: 34, step: 1 },
  measure: { least: 36, most: 110, step: 2 },
  line: { least: 1.2, most: 2.6, step: 0.05 },
  space: { least: 0, most: 2, step: 0.1 },
} as const satisfies Readonly<Record<Exclude<keyof Reading, 'font'>, object>>;
export type ReadingMeasure = keyof typeof readingRanges;

/** Fonts made for long reading or for readers with low vision or dyslexia, as systems and people install them. */
export const knownFonts = [
  'Atkinson Hyperlegible',
  'Bookerly',
  'Cambria',
  'Charter',
  'Constantia',
  'EB Garamond',
  'Georgia',
  'Iowan Old Style',
  'Lexend',
  'Libertinus Serif',
  'Literata',
  'Luciole',
  'Noto Sans',
  'Noto Serif',
  'OpenDyslexic',
  'Palatino Linotype',
  'Segoe UI',
  'Source Sans 3',
  'Source Serif 4',
  'Times New Roman',
  'Verdana',
] as const;

/** Scripts that many fonts lack come last in every choice, so that their letters are never boxes. */
const otherScripts =
  "'Noto Sans Javanese', 'Javanese Text', 'Noto Sans Balinese', 'Noto Sans Sundanese', 'Noto Naskh Arabic', " +
  "'Noto Sans Arabic', 'Noto Serif Hebrew'";

/** CSS `font-family` of a choice. */
export function fontFamilyOf(font: string): string {
  if (font === 'sans') return `var(--font-sans), ${otherScripts}`;
  if (font === 'serif') return `var(--font-serif), ${otherScripts}`;
  return `'${font.replaceAll(/['\\]/g, '')}', var(--font-serif), ${otherScripts}`;
}

/**
 * Which of these fonts are on this machine. A missing one leaves the widths of the font it falls back to, so a font
 * counts where it differs from two unlike fall-backs.
 * @param measure width of a sample in a CSS font
 */
export function fontsPresent(fonts: readonly string[], measure: (font: string) => number): readonly string[] {
  const bare = { serif: measure('serif'), monospace: measure('monospace') };
  return fonts.filter(
    (font) => measure(`'${font}', monospace`) !== bare.monospace || measure(`'${font}', serif`) !== bare.serif,
  );
}

/** Width of a sample of letters in a font, as the window would draw it. */
export function canvasMeasure(): (font: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (font) => {
    if (!context) return 0;
    context.font = `72px ${font}`;
    return context.measureText('Hamburgefonstiv 0123 gjpqy WMil').width;
  };
}

export type ReadingChoice = {
  readonly reading: Reading;
  readonly change: (part: Partial<Reading>) => void;
  readonly reset: () => void;
};

export function useReading(): ReadingChoice {
  const [stored, store] = useRemembered<Record<string, string | number>>('reading', { ...usualReading });
  return useMemo(() => {
    const reading = readReading(stored);
    return {
      reading,
      change: (part) => store((former) => ({ ...readReading({ ...readReading(former), ...part }) })),
      reset: () => store({ ...usualReading }),
    };
  }, [stored, store]);
}

/** What was remembered, brought within its ranges; what cannot be read is as usual. */
export function readReading(stored: Readonly<Record<string, unknown>>): Reading {
  const numberOf = (key: ReadingMeasure): number => {
    const value = stored[key];
    if (typeof value !== 'number' || !Number.isFinite(value)) return usualReading[key];
    const { least, most } = readingRanges[key];
    return Math.round(Math.min(most, Math.max(least, value)) * 100) / 100;
  };
  const { font } = stored;
  return {
    font: typeof font === 'string' && font !== '' && font.length <= 100 ? font : usualReading.font,
    size: numberOf('size'),
    measure: numberOf('measure'),
    line: numberOf('line'),
    space: numberOf('space'),
  };
}
