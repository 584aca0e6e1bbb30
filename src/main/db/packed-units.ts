// Units of a text in as few bytes as possible: two per word, where starts and ends as Int32 would take eight.
// Analyses read the units of all texts at once, and what is not in the file need not be read.

import type { UnitBoundaries } from '../../shared/domain/analysis/units.ts';

/** Units that are packed at a time: of the longest texts, all at once would take more room than the text. */
const stretch = 1 << 16;

/**
 * Packs units that lie apart: for each the gap since the end of the one before, then its length, both as
 * LEB128 (seven bits a byte, the lowest first, the high bit means that more follow).
 */
export function packUnits({ starts, ends }: UnitBoundaries): Uint8Array<ArrayBuffer> {
  const edges = new Int32Array(2 * Math.min(starts.length, stretch));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let before = 0;
  for (let from = 0; from < starts.length; from += stretch) {
    const count = Math.min(stretch, starts.length - from);
    for (let k = 0; k < count; k += 1) {
      edges[2 * k] = starts[from + k] ?? 0;
      edges[2 * k + 1] = ends[from + k] ?? 0;
    }
    parts.push(packEdges(edges.subarray(0, 2 * count), before));
    before = ends[from + count - 1] ?? 0;
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : joined(parts);
}

/**
 * As {@link packUnits}.
 * @param edges starts and ends in turn
 * @param from where the units before these end
 */
export function packEdges(edges: Int32Array, from = 0): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(edges.length + 16);
  let size = 0;
  let before = from;
  for (const edge of edges) {
    if (size + 5 > bytes.length) {
      const wider = new Uint8Array(bytes.length * 2);
      wider.set(bytes);
      bytes = wider;
    }
    let rest = edge - before;
    for (; rest > 0x7f; rest >>>= 7) bytes[size++] = (rest & 0x7f) | 0x80;
    bytes[size++] = rest;
    before = edge;
  }
  return bytes.slice(0, size);
}

/**
 * Takes {@link packUnits} back. Bytes that do not come from it give units that mean nothing, but never fail.
 * @param into arrays to use again, of at least what {@link roomForUnits} gives for these bytes: making new ones takes longer than reading
 */
export function unpackUnits(bytes: Uint8Array, into: UnitBoundaries = roomForUnits(bytes.length)): UnitBoundaries {
  const { starts, ends } = into;
  const size = bytes.length;
  let place = 0;
  let count = 0;
  for (let at = 0; at < size; count += 1) {
    let gap = bytes[at] ?? 0;
    let length = bytes[at + 1] ?? 0;
    if ((gap | length) < 0x80) {
      at += 2;
    } else {
      gap = numberAt(bytes, at);
      at += widthOf(gap);
      length = numberAt(bytes, at);
      at += widthOf(length);
    }
    place += gap;
    starts[count] = place;
    place += length;
    ends[count] = place;
  }
  return { starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

/** Arrays for the units of any text that was packed into at most so many bytes: a unit takes two or more. */
export function roomForUnits(bytes: number): UnitBoundaries {
  const most = (bytes + 1) >> 1;
  return { starts: new Int32Array(most), ends: new Int32Array(most) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let k = 0; ; k += 1) {
    const byte = bytes[at + k] ?? 0;
    value |= (byte & 0x7f) << (7 * k);
    if (byte < 0x80) return value;
  }
}

function widthOf(value: number): number {
  let width = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) width += 1;
  return width;
}
