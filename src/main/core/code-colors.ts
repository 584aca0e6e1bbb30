// Colours for new codes: a palette that people with colour vision deficiencies can tell apart.

import { palette } from '../../shared/domain/palette.ts';
import type { CodeRow } from '../db/codes.ts';
import { sql, type ReadableDb } from '../db/database.ts';

/** A child takes its parent's colour; a branch takes the palette's colour that is used least so far. */
export function nextColor(db: ReadableDb, parent: CodeRow | null): string {
  if (parent) return parent.color;
  const used = db.all<{ color: string }>(sql`SELECT color FROM code WHERE parent_id IS NULL`).map(({ color }) => color);
  const uses = (color: string) => used.filter((other) => other === color).length;
  return palette.reduce((best, color) => (uses(color) < uses(best) ? color : best), palette[0] as string);
}
