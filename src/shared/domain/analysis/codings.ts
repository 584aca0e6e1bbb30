// The codings of an analysis as columns: 200,000 rows in 4 MB, and transferable between threads.

/**
 * Codings in columns, sorted by (document, start, end). Row i is one coding: the half-open range
 * `[start, end)` in UTF-16 code units of the document's canonical text, never empty (SG4).
 * `document`, `code` and `coder` are dense indices 0..n−1 that the caller maps to guids.
 */
export type CodingColumns = {
  readonly document: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
};

/** One coding as a row. */
export type CodingRow = {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly coder: number;
};

/** Builds columns from rows in any order. Rows equal in document, start and end keep their order. */
export function codingColumns(rows: readonly CodingRow[]): CodingColumns {
  const sorted = rows.toSorted((a, b) => a.document - b.document || a.start - b.start || a.end - b.end);
  return {
    document: Int32Array.from(sorted, (row) => row.document),
    start: Int32Array.from(sorted, (row) => row.start),
    end: Int32Array.from(sorted, (row) => row.end),
    code: Int32Array.from(sorted, (row) => row.code),
    coder: Int32Array.from(sorted, (row) => row.coder),
  };
}

/** How many indices each column may use. */
export type CodingDimensions = {
  readonly codes: number;
  readonly documents: number;
};

/**
 * Refuses columns that the sweeps would silently count wrongly.
 * @throws RangeError where columns differ in length, are not sorted by (document, start, end), hold an
 *   empty coding, or name a code or document outside the dimensions
 */
export function assertCodings(codings: CodingColumns, { codes, documents }: CodingDimensions): void {
  const { document, start, end, code, coder } = codings;
  const size = document.length;
  if (start.length !== size || end.length !== size || code.length !== size || coder.length !== size) {
    throw new RangeError('coding columns differ in length');
  }
  let lastDocument = 0;
  let lastStart = 0;
  let lastEnd = 0;
  for (let i = 0; i < size; i += 1) {
    const d = document[i] ?? 0;
    const s = start[i] ?? 0;
    const e = end[i] ?? 0;
    const c = code[i] ?? 0;
    if (s < 0 || e <= s) throw new RangeError(`coding ${i} is empty or negative: [${s}, ${e})`);
    if (c < 0 || c >= codes) throw new RangeError(`coding ${i} names code ${c} of ${codes}`);
    if (d < 0 || d >= documents) throw new RangeError(`coding ${i} names document ${d} of ${documents}`);
    const ordered = d > lastDocument || (d === lastDocument && (s > lastStart || (s === lastStart && e >= lastEnd)));
    if (i > 0 && !ordered) throw new RangeError(`coding ${i} is out of order`);
    lastDocument = d;
    lastStart = s;
    lastEnd = e;
  }
}

/**
 * Where each document's codings begin: those of document d are rows `[offsets[d], offsets[d + 1])`.
 * @param document the sorted document column
 */
export function documentOffsets(document: Int32Array, documents: number): Int32Array {
  const offsets = new Int32Array(documents + 1);
  for (const d of document) offsets[d + 1] = (offsets[d + 1] ?? 0) + 1;
  for (let d = 0; d < documents; d += 1) offsets[d + 1] = (offsets[d + 1] ?? 0) + (offsets[d] ?? 0);
  return offsets;
}
