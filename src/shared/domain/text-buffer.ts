// A text under many splices, one near the other: a buffer with a gap where the last one was made, so that going back
// through a day of typing in a long transcript costs no copy of it per key.

import type { Splice } from './segments.ts';

export type TextBuffer = {
  readonly length: number;
  /** @throws RangeError where the splice does not lie inside the text */
  readonly apply: (splice: Splice) => void;
  readonly slice: (start: number, end: number) => string;
  readonly text: () => string;
};

export function textBuffer(text: string): TextBuffer {
  let units = new Uint16Array(text.length + 1024);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  let gapStart = text.length;
  let gapEnd = units.length;
  const length = (): number => units.length - (gapEnd - gapStart);
  const moveGap = (at: number): void => {
    if (at < gapStart) {
      units.copyWithin(gapEnd - (gapStart - at), at, gapStart);
      gapEnd -= gapStart - at;
    } else if (at > gapStart) {
      units.copyWithin(gapStart, gapEnd, gapEnd + at - gapStart);
      gapEnd += at - gapStart;
    }
    gapStart = at;
  };
  const grow = (wanted: number): void => {
    if (gapEnd - gapStart >= wanted) return;
    const larger = new Uint16Array(length() + wanted + Math.max(1024, length() >> 3));
    const tail = units.length - gapEnd;
    larger.set(units.subarray(0, gapStart));
    larger.set(units.subarray(gapEnd), larger.length - tail);
    gapEnd = larger.length - tail;
    units = larger;
  };
  const slice = (start: number, end: number): string => {
    const first = decoded(units.subarray(Math.min(start, gapStart), Math.min(end, gapStart)));
    const gap = gapEnd - gapStart;
    return first + decoded(units.subarray(Math.max(start, gapStart) + gap, Math.max(end, gapStart) + gap));
  };
  return {
    get length() {
      return length();
    },
    apply: ({ at, remove, insert }) => {
      if (at < 0 || remove < 0 || at + remove > length()) {
        throw new RangeError(`splice ${at}+${remove} outside a text of ${length()}`);
      }
      moveGap(at);
      gapEnd += remove;
      grow(insert.length);
      for (let index = 0; index < insert.length; index += 1) units[gapStart + index] = insert.charCodeAt(index);
      gapStart += insert.length;
    },
    slice,
    text: () => slice(0, length()),
  };
}

/** Units turned into text at once: more would not fit on the stack as arguments. */
const step = 8192;

function decoded(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += step) parts.push(String.fromCharCode(...units.subarray(at, at + step)));
  return parts.join('');
}
