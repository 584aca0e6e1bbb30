// Colours for new codes: a palette that people with colour vision deficiencies can tell apart.

import type { CodeRow } from '../db/codes.ts';
import { sql, type ReadableDb } from '../db/database.ts';

/** After Okabe and Ito (2008) and Tol (2021), darkened where contrast on white was below 3:1. */
export const palette = [
  '#0072b2',
  '#b85c00',
  '#00805f',
  '#a3397a',
  '#8c6d00',
  '#2a7fb8',
  '#b5382a',
  '#5b5fc7',
  '#3f7d20',
  '#7a4a9e',
  '#00798c',
  '#8a4b2d',
] as const;

/** A child takes its parent's colour; a branch takes the palette's colour that is used least so far. */
export function nextColor(db: ReadableDb, parent: CodeRow | null): string {
  if (parent) return parent.color;
  const used = db.all<{ color: string }>(sql`SELECT color FROM code WHERE parent_id IS NULL`).map(({ color }) => color);
  const uses = (color: string) => used.filter((other) => other === color).length;
  return palette.reduce((best, color) => (uses(color) < uses(best) ? color : best), palette[0] as string);
}
