// Codes held over the text: shows the exact passage they would be given to.

import type { Range } from '../../shared/domain/segments.ts';
import { offsetUnder } from './pointer.ts';
import { snapped, type SnapUnit } from './snap.ts';
import { snapTextOf, type SnapSettings, unitOf } from './snap-input.ts';
import type { Transcript } from './transcript.ts';

export type DropTarget = {
  readonly passage: Range;
  /** What the passage is: what was selected, or a unit of the text under the pointer. */
  readonly kind: 'selection' | SnapUnit;
  readonly x: number;
  readonly y: number;
};

/**
 * @param passage what is selected
 * @returns null where there is no text under the pointer
 */
export function dropTargetAt(
  transcript: Transcript,
  event: DragEvent,
  passage: Range | null,
  settings: SnapSettings,
): DropTarget | null {
  const { clientX: x, clientY: y } = event;
  const offset = offsetUnder(transcript, x, y);
  if (offset === null) return null;
  if (passage && passage.start <= offset && offset <= passage.end) return { passage, kind: 'selection', x, y };
  const kind = unitOf(event) ?? 'paragraph';
  const unit = snapped(snapTextOf(transcript, settings), { start: offset, end: offset }, kind);
  return unit.end > unit.start ? { passage: unit, kind, x, y } : null;
}
