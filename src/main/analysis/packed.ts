// Numbers by the hundred thousand as text that a window reads in a few milliseconds: base64 of their bytes, so that
// every number arrives as it was sent. As JSON, a matrix of 500 codes keeps a window from answering for a tenth of a
// second.

/** Base64 (RFC 4648 §4) of the bytes, lowest first: the order of every processor that Simpul runs on. */
export function packed(values: Float64Array | Int32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

/** Upper triangle of a symmetric matrix with its diagonal, row by row. @param values row-major size × size */
export function triangleOf(values: Float64Array, size: number): Float64Array {
  const triangle = new Float64Array((size * (size + 1)) / 2);
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    triangle.set(values.subarray(row * size + row, (row + 1) * size), at);
    at += size - row;
  }
  return triangle;
}
