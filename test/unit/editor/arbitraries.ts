// Random texts and edits for the editor's tests.

import fc from 'fast-check';
import type { Splice } from '../../../src/shared/domain/segments.ts';

/** Few letters, so that differences are ambiguous; emoji, marks, right-to-left letters and breaks in between. */
export const piece = fc.constantFrom(
  'a',
  'a',
  'b',
  'ab',
  ' ',
  'a b',
  '😀',
  '👩‍👧',
  'e\u0301',
  'سلام',
  'ꦲꦏ꧀',
  '\u2028',
  '\n',
  '\n\n',
);

export const smallText = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

/** One to three splices, each in the coordinates the former ones left (ED8). */
export function editOf(text: string): fc.Arbitrary<readonly Splice[]> {
  const part = fc.tuple(fc.nat(1000), fc.nat(1000), fc.string({ maxLength: 4 }));
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => {
    let length = text.length;
    return parts.map(([from, size, insert]) => {
      const at = from % (length + 1);
      const remove = size % (length - at + 1);
      length += insert.length - remove;
      return { at, remove, insert };
    });
  });
}
