// SG1, SG2, SG4: what may become a coding or the passage of a memo.

import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { splitsCharacter } from '../../../shared/domain/text.ts';
import type { ReadableDb } from '../../db/database.ts';
import { textOf, wordsOfText } from '../../db/texts.ts';

/** @returns the words at the range @throws SimpulError `range-empty`, `range-outside-text`, `range-splits-character` */
export function quoteAt(text: string, { start, end }: Range): string {
  assertWithin({ start, end }, text.length);
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
    throw new SimpulError('range-splits-character', { start, end });
  }
  return text.slice(start, end);
}

/** As {@link quoteAt}, of a stored text. */
export function quoteIn(db: ReadableDb, documentId: number, range: Range): string {
  // Coding from a list, passage by passage, goes from text to text; of each a few words are needed.
  const found = range.end > range.start ? wordsOfText(db, documentId, range) : null;
  if (!found) return quoteAt(textOf(db, documentId)?.text ?? '', range);
  assertWithin(range, found.characters);
  return found.words;
}

function assertWithin({ start, end }: Range, characters: number): void {
  if (end <= start) throw new SimpulError('range-empty', { start, end });
  if (end > characters) throw new SimpulError('range-outside-text', { start, end, characters });
}
