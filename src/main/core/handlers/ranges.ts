// SG1, SG2, SG4: what may become a coding or the passage of a memo.

import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { splitsCharacter } from '../../../shared/domain/text.ts';

/** @returns the words at the range @throws SimpulError `range-empty`, `range-outside-text`, `range-splits-character` */
export function quoteAt(text: string, { start, end }: Range): string {
  if (end <= start) throw new SimpulError('range-empty', { start, end });
  if (end > text.length) throw new SimpulError('range-outside-text', { start, end, characters: text.length });
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
    throw new SimpulError('range-splits-character', { start, end });
  }
  return text.slice(start, end);
}
