// Where carets and marks stand after an edit. Codings have their own pass in coding-layer.ts.

import { rangeMover } from '../../shared/domain/range-mover.ts';
import { moveRange, type Range, type Splice } from '../../shared/domain/segments.ts';

/** A caret at the place of an insertion stays before it: somebody else typed there. */
export function movedCaret(offset: number, { at, remove, insert }: Splice): number {
  if (offset <= at) return offset;
  return offset >= at + remove ? offset + insert.length - remove : at + insert.length;
}

/** Marks that lost their words go. */
export function movedMarks(ranges: readonly Range[], splices: readonly Splice[]): readonly Range[] {
  // One splice comes with every key and leaves most marks as they are; thousands come with a replacement.
  let moved = splices.length > fewSplices ? ranges.map(rangeMover(splices)) : ranges;
  for (const splice of splices.length > fewSplices ? [] : splices) {
    moved = moved.map((range) => (range.end <= splice.at ? range : moveRange(range, splice)));
  }
  return moved.filter(({ start, end }) => end > start);
}

const fewSplices = 8;
