// A day as people type it. Both of Simpul's languages put the day first; a month first is never guessed.

import { canonicalValue } from '../../shared/domain/variables.ts';

/** @returns `YYYY-MM-DD`, or null where the text is no day: `2025-06-11`, `11/6/2025`, `11.06.2025`, `11-6-2025` */
export function readDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return canonicalValue('Date', text);
  const [, day = '', month = '', year = ''] = match;
  return canonicalValue('Date', `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
