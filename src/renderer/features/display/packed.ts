// Matrices as the host sends them: base64 of their numbers, the upper triangle only, since they are symmetric.

import type { Steps } from './steps.ts';

/** A symmetric matrix, row-major. @throws where the text is no triangle of this size */
export function* unpackedMatrix(text: string, size: number): Steps<Float64Array> {
  const triangle = new Float64Array(yield* bytesOf(text));
  if (triangle.length !== (size * (size + 1)) / 2) throw new RangeError(`no triangle of ${size} rows`);
  const values = new Float64Array(size * size);
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = row; column < size; column += 1) {
      const value = triangle[at] ?? 0;
      values[row * size + column] = value;
      values[column * size + row] = value;
      at += 1;
    }
    if (row % rowsAtATime === 0) yield;
  }
  return values;
}

/** Whole numbers of 32 bits. @throws where the text is none */
export function* unpackedIntegers(text: string): Steps<Int32Array> {
  return new Int32Array(yield* bytesOf(text));
}

/** Rows gone through in one step. */
export const rowsAtATime = 16;
/** A multiple of 4: each part is base64 of its own. */
const charactersAtATime = 65_536;

function* bytesOf(base64: string): Steps<ArrayBuffer> {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  let at = 0;
  for (let start = 0; start < base64.length; start += charactersAtATime) {
    const part = atob(base64.slice(start, start + charactersAtATime));
    for (let index = 0; index < part.length; index += 1) bytes[at + index] = part.charCodeAt(index);
    at += part.length;
    yield;
  }
  return bytes.buffer;
}
