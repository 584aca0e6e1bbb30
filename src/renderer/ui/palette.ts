// Colours for codes that stay apart: from each other, from paper and from a dark ground, also for people who do not
// tell red from green. The first twelve are those the core gives to new codes.

import { palette } from '../../shared/domain/palette.ts';

export const safeColors = [
  ...palette,
  '#c2476b',
  '#4c6f8f',
  '#6f7a1f',
  '#9c4fb5',
  '#16857a',
  '#c0562b',
  '#5c6bc0',
  '#7d6650',
  '#b0417f',
  '#2f7f4f',
  '#8f5f9e',
  '#6b7280',
] as const;

/** `#3366AA`, `3366aa` or `#36a` as `#3366aa`; null where it is none of these. */
export function parseColor(text: string): string | null {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, '$&$&')}`;
}
