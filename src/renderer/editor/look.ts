// How one reader has the transcript: letters, lines, numbers and what stands beside the text.

import type { CSSProperties } from 'react';

export const numberKinds = ['none', 'paragraph', 'fifth', 'line', 'turn'] as const;
export type NumberKind = (typeof numberKinds)[number];

export type TranscriptLook = {
  /** CSS `font-family`. */
  readonly font: string;
  /** Size of letters in CSS pixels. */
  readonly size: number;
  /** Letters on a line, about. */
  readonly measure: number;
  /** Height of a line in sizes of letters. */
  readonly lineHeight: number;
  /** Space after a paragraph in lines. */
  readonly paragraphSpace: number;
  readonly numbers: NumberKind;
  /** Width of the names beside the text in CSS pixels; null where they are hidden. */
  readonly marginWidth: number | null;
  readonly hasPatterns: boolean;
  readonly hasOverview: boolean;
  /** No marks of codings at all. */
  readonly isBare: boolean;
};

export const plainLook: TranscriptLook = {
  font: 'var(--font-serif)',
  size: 18,
  measure: 68,
  lineHeight: 1.65,
  paragraphSpace: 0.7,
  numbers: 'paragraph',
  marginWidth: 208,
  hasPatterns: false,
  hasOverview: true,
  isBare: false,
};

/** The parts of a look that the style sheet draws. */
export function styleOf({ font, size, measure, lineHeight, paragraphSpace, marginWidth }: TranscriptLook) {
  return {
    '--reading-font': font,
    '--reading-size': `${size}px`,
    '--reading-measure': measure,
    '--reading-line': lineHeight,
    '--reading-space': paragraphSpace,
    ...(marginWidth === null ? {} : { '--transcript-margin-wanted': `${marginWidth}px` }),
  } as CSSProperties;
}
