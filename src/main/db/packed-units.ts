// Units of a text in as few bytes as possible: two per word, where starts and ends as Int32 would take eight.
// Analyses read the units of all texts at once, and what is not in the file need not be read.

import type { UnitBoundaries } from '../../shared/domain/analysis/units.ts';

/**
 * Packs units that lie apart: for each the gap since the end of the one before, then its length, both as
 * LEB128 (seven bits a byte, the lowest first, the high bit means that more follow).
 */
export function packUnits({ starts, ends }: UnitBoundaries): Uint8Array {
  let bytes = new Uint8Array(starts.length * 2 + 16);
  let size = 0;
  let before = 0;
  const put = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) bytes[size++] = (rest & 0x7f) | 0x80;
    bytes[size++] = rest;
  };
  for (let k = 0; k < starts.length; k += 1) {
    if (size + 10 > bytes.length) {
      const wider = new Uint8Array(bytes.length * 2);
      wider.set(bytes);
      bytes = wider;
    }
    const start = starts[k] ?? 0;
    const end = ends[k] ?? 0;
    put(start - before);
    put(end - start);
    before = end;
  }
  return bytes.slice(0, size);
}

/**
 * Takes {@link packUnits} back. Bytes that do not come from it give units that mean nothing, but never fail.
 * @param into arrays to use again, of at least what {@link roomForUnits} gives for these bytes: making new ones takes longer than reading
 */
export function unpackUnits(bytes: Uint8Array, into: UnitBoundaries = roomForUnits(bytes.length)): UnitBoundaries {
  const { starts, ends } = into;
  let at = 0;
  let place = 0;
  let count = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const gap = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    const isShort = (gap | length) < 0x80;
    if (isShort) at += 2;
    place += isShort ? gap : read();
    starts[count] = place;
    place += isShort ? length : read();
    ends[count] = place;
    count += 1;
  }
  return { starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

/** Arrays for the units of any text that was packed into at most so many bytes: a unit takes two or more. */
export function roomForUnits(bytes: number): UnitBoundaries {
  const most = (bytes + 1) >> 1;
  return { starts: new Int32Array(most), ends: new Int32Array(most) };
}
