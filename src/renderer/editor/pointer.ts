import type { Transcript } from './transcript.ts';

/** The offset under a point of the page, or null where there is no text. */
export function offsetUnder(transcript: Transcript, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  return caret ? transcript.offsetAt(caret.offsetNode, caret.offset) : null;
}
