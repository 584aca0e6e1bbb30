// Krippendorff's α for unitising: coders cut the same text into segments of their own. Formulas: Methods, agreement
// (Krippendorff, Mathet, Bouvry & Widlöcher 2016, eqs 34 and 35).

/** A segment that a coder marked with a value from 0; what no segment covers is a gap. */
export type ValuedSegment = { readonly start: number; readonly end: number; readonly value: number };

export type UnitisingQuestion = {
  /** Of the text, in any unit. */
  readonly length: number;
  /** For each coder segments that do not overlap, in any order. */
  readonly coders: readonly (readonly ValuedSegment[])[];
  readonly values: number;
};

export type UnitisingAlpha = {
  /** uα: the same places and the same values. Null where nothing is expected to differ. */
  readonly value: number | null;
  /** |uα: the same places, whatever the value. */
  readonly binary: number | null;
};

/**
 * Segments next to each other stay two, also where values are merged.
 * @throws RangeError with fewer than two coders, or where segments are empty, overlap, leave the text, or have
 *   another value
 */
export function unitisingAlpha({ length, coders, values }: UnitisingQuestion): UnitisingAlpha {
  if (coders.length < 2) throw new RangeError('agreement needs two coders');
  const lines = coders.map((segments) => lineOf(segments, length, values));
  const merged = lines.map((line) => line.map((piece) => ({ ...piece, value: piece.value < values ? 0 : 1 })));
  return { value: alphaOf(lines, values), binary: alphaOf(merged, 1) };
}

/** Segments and gaps of one coder from end to end; a gap has the value behind the last. */
function lineOf(segments: readonly ValuedSegment[], length: number, values: number): readonly ValuedSegment[] {
  const line: ValuedSegment[] = [];
  let reached = 0;
  for (const segment of segments.toSorted((a, b) => a.start - b.start)) {
    const { start, end, value } = segment;
    if (start < reached || end <= start || end > length || value < 0 || value >= values) {
      throw new RangeError(`segment [${start}, ${end}) of value ${value} overlaps another or lies outside`);
    }
    if (start > reached) line.push({ start: reached, end: start, value: values });
    line.push(segment);
    reached = end;
  }
  if (reached < length) line.push({ start: reached, end: length, value: values });
  return line;
}

function alphaOf(lines: readonly (readonly ValuedSegment[])[], values: number): number | null {
  const kinds = values + 1;
  const shared = new Float64Array(kinds);
  const totals = new Float64Array(kinds);
  let all = 0;
  lines.forEach((line, coder) => {
    lines.forEach((other, partner) => {
      if (coder === partner) return;
      // o_ck sums over ordered pairs of coders, each weighing 1 / (m − 1).
      for (const { length, first, second } of meetings(line, other)) {
        const weighed = length / (lines.length - 1);
        totals[first] = (totals[first] ?? 0) + weighed;
        all += weighed;
        if (first === second) shared[first] = (shared[first] ?? 0) + weighed;
      }
    });
  });
  // C_c: a segment can only meet as a whole, a gap unit by unit.
  const own = new Float64Array(kinds);
  for (const line of lines) {
    for (const { start, end, value } of line) {
      const length = end - start;
      own[value] = (own[value] ?? 0) + (value < values ? length * length : length);
    }
  }
  const room = all * all - own.reduce((sum, part) => sum + part, 0);
  const observed = all - shared.reduce((sum, part) => sum + part, 0);
  const expected = all - totals.reduce((sum, total, c) => sum + (all * (total * total - (own[c] ?? 0))) / room, 0);
  return Math.abs(expected) < 1e-9 * all || all === 0 || room === 0 ? null : 1 - observed / expected;
}

function* meetings(line: readonly ValuedSegment[], other: readonly ValuedSegment[]) {
  let [i, j] = [0, 0];
  for (let [a, b] = [line[i], other[j]]; a && b; [a, b] = [line[i], other[j]]) {
    const length = Math.min(a.end, b.end) - Math.max(a.start, b.start);
    if (length > 0) yield { length, first: a.value, second: b.value };
    if (a.end <= b.end) i += 1;
    if (b.end <= a.end) j += 1;
  }
}
