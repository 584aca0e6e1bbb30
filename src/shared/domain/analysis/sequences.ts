// Lag sequences: which code follows which, more often than chance would have it. Formulas: Methods, code sequences.

import { assertCodings, documentOffsets, type CodingColumns } from './codings.ts';
import { normalTwoSided } from './distributions.ts';
import { seededRandom, shuffle } from './random.ts';
import type { UnitSource } from './units.ts';
import { unitSpans } from './presence.ts';

export type SequenceDistance = {
  /** Between the end of the one and the start of the other, both included. */
  readonly minimum: number;
  readonly maximum: number;
  /** The units of each document in which distance is counted, or null for characters. */
  readonly unitsOf: UnitSource | null;
};

/**
 * What counts as following. *lag*: the codings of a document stand in order of their starts; those that start
 * together are one step, concurrent and no transition; B follows A at lag k where it is k steps later.
 * *distance*: B begins within so many units after A ends, whatever stands between them.
 */
export type Following =
  | { readonly kind: 'lag'; readonly lag: number }
  | ({ readonly kind: 'distance' } & SequenceDistance);

export type SequenceQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  readonly following: Following;
  /** Whether a code can follow itself. Where it cannot, the diagonal is a structural zero: never counted, never expected. */
  readonly selfFollows: boolean;
  /** Orders drawn inside documents for the p of chance; 0 for none. */
  readonly permutations: number;
  readonly seed: number;
  readonly progress?: (share: number) => void;
};

/** Row-major codes × codes: row the code that comes first. NaN stands for undefined. */
export type Sequences = {
  readonly n: number;
  readonly counts: Float64Array;
  readonly expected: Float64Array;
  /** Adjusted residuals (Allison & Liker 1982, Haberman 1973). */
  readonly z: Float64Array;
  /** Two-sided, of the normal distribution. */
  readonly p: Float64Array;
  /** Two-sided, by putting the codes of each document in random order; null where none were drawn. */
  readonly permutationP: Float64Array | null;
  /** p(B | A). */
  readonly conditional: Float64Array;
  readonly yuleQ: Float64Array;
};

/**
 * Transitions between codes.
 * @throws RangeError where the codings are unsorted or out of range (see `assertCodings`), the lag is no positive
 *   whole number, or the distances are no whole numbers 0 ≤ minimum ≤ maximum
 */
export function sequences(question: SequenceQuestion): Sequences {
  assertCodings(question.codings, question);
  const { codes, selfFollows } = question;
  const transitions = transitionsOf(question);
  const { code } = question.codings;
  const counts = countTransitions(transitions, code, codes, selfFollows);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    n,
    counts,
    ...transitionStatistics(counts, codes, selfFollows),
    permutationP: question.permutations > 0 ? permutationTest(question, transitions, counts) : null,
  };
}

/**
 * What a matrix of transitions says: expected counts, adjusted residuals, p, conditional probabilities and Yule's Q.
 * With a structural zero on the diagonal, E is fitted to the totals on the other cells (iterative proportional
 * fitting); the residual is then that of quasi-independence, (f − E) / √(E (1 − r/n)(1 − c/n)), an approximation.
 */
export function transitionStatistics(
  counts: Float64Array,
  codes: number,
  selfFollows: boolean,
): Pick<Sequences, 'expected' | 'z' | 'p' | 'conditional' | 'yuleQ'> {
  const { rows, columns, n } = totals(counts, codes);
  const expected = selfFollows ? independent(rows, columns, n) : fitted(counts, codes);
  const undefinedCells = () => new Float64Array(codes * codes).fill(Number.NaN);
  const [z, p, conditional, yuleQ] = [undefinedCells(), undefinedCells(), undefinedCells(), undefinedCells()];
  for (let cell = 0; cell < codes * codes; cell += 1) {
    const [from, to] = [Math.floor(cell / codes), cell % codes];
    if (from === to && !selfFollows) continue;
    const [row, column, f, e] = [rows[from] ?? 0, columns[to] ?? 0, counts[cell] ?? 0, expected[cell] ?? Number.NaN];
    const variance = e * (1 - row / n) * (1 - column / n);
    if (variance > 0) {
      const value = (f - e) / Math.sqrt(variance);
      z[cell] = value;
      p[cell] = normalTwoSided(value);
    }
    if (row > 0) conditional[cell] = f / row;
    const [b, c, d] = [row - f, column - f, n - row - column + f];
    if (f * d + b * c !== 0) yuleQ[cell] = (f * d - b * c) / (f * d + b * c);
  }
  return { expected, z, p, conditional, yuleQ };
}

/** The transitions themselves: pairs of rows of the codings, for the quotations behind a cell. */
export function transitionsOf({ codings, documents, following }: SequenceQuestion): Transitions {
  return following.kind === 'lag'
    ? laggedTransitions(codings, documents, following.lag)
    : distantTransitions(codings, documents, following);
}

/** Row `first[t]` of the codings is followed by row `second[t]`. */
export type Transitions = { readonly first: Int32Array; readonly second: Int32Array };

function laggedTransitions(codings: CodingColumns, documents: number, lag: number): Transitions {
  if (!Number.isInteger(lag) || lag < 1) throw new RangeError(`a lag is a positive whole number, not ${lag}`);
  const { start } = codings;
  const offsets = documentOffsets(codings.document, documents);
  const first: number[] = [];
  const second: number[] = [];
  for (let d = 0; d < documents; d += 1) {
    const steps: number[] = [];
    const to = offsets[d + 1] ?? 0;
    for (let i = offsets[d] ?? 0; i < to; i += 1) {
      if (steps.length === 0 || start[i] !== start[i - 1]) steps.push(i);
    }
    steps.push(to);
    for (let k = 0; k + lag + 1 < steps.length; k += 1) {
      for (let i = steps[k] ?? 0; i < (steps[k + 1] ?? 0); i += 1) {
        for (let j = steps[k + lag] ?? 0; j < (steps[k + lag + 1] ?? 0); j += 1) {
          first.push(i);
          second.push(j);
        }
      }
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second) };
}

/**
 * In characters the distance of [a0, a1) and [b0, b1) is b0 − a1, so that 0 is edge to edge. In other units it is
 * the difference of the numbers of the last unit of A and the first of B: 0 the same unit, 1 the next; B must begin
 * where A has ended in either.
 */
function distantTransitions(
  codings: CodingColumns,
  documents: number,
  { minimum, maximum, unitsOf }: SequenceDistance,
): Transitions {
  if (!Number.isInteger(minimum) || !Number.isInteger(maximum) || minimum < 0 || maximum < minimum) {
    throw new RangeError(`distances are whole numbers from small to great, not ${minimum} to ${maximum}`);
  }
  const { start, end } = codings;
  const spans = unitsOf === null ? null : unitSpans({ codings, documents, unitsOf });
  const offsets = documentOffsets(codings.document, documents);
  const first: number[] = [];
  const second: number[] = [];
  for (let d = 0; d < documents; d += 1) {
    const [from, to] = [offsets[d] ?? 0, offsets[d + 1] ?? 0];
    for (let i = from; i < to; i += 1) {
      for (let j = firstFrom(start, i + 1, to, end[i] ?? 0); j < to; j += 1) {
        const distance = spans === null ? (start[j] ?? 0) - (end[i] ?? 0) : distanceIn(spans.first, spans.last, i, j);
        if (distance === null) continue;
        if (distance > maximum) break;
        if (distance < minimum) continue;
        first.push(i);
        second.push(j);
      }
    }
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second) };
}

/** Null where one of them touches no unit. */
function distanceIn(first: Int32Array, last: Int32Array, i: number, j: number): number | null {
  if ((first[i] ?? 0) > (last[i] ?? 0) || (first[j] ?? 0) > (last[j] ?? 0)) return null;
  return (first[j] ?? 0) - (last[i] ?? 0);
}

/** First row in [from, to) that starts at the place or behind it. */
function firstFrom(start: Int32Array, from: number, to: number, place: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countTransitions(
  { first, second }: Transitions,
  code: Int32Array,
  codes: number,
  selfFollows: boolean,
): Float64Array {
  const counts = new Float64Array(codes * codes);
  for (let t = 0; t < first.length; t += 1) {
    const from = code[first[t] ?? 0] ?? 0;
    const to = code[second[t] ?? 0] ?? 0;
    if (from === to && !selfFollows) continue;
    counts[from * codes + to] = (counts[from * codes + to] ?? 0) + 1;
  }
  return counts;
}

/**
 * Chance as it is in this study: places stay where they are and the codes of each document are dealt anew.
 * p = (1 + orders at least as far from their mean as what was seen) / (1 + orders drawn), doubled one-sided tail.
 */
function permutationTest(
  { codings, codes, documents, permutations, seed, selfFollows, progress }: SequenceQuestion,
  transitions: Transitions,
  counts: Float64Array,
): Float64Array {
  const random = seededRandom(seed);
  const offsets = documentOffsets(codings.document, documents);
  const code = codings.code.slice();
  const atLeast = new Int32Array(counts.length);
  const atMost = new Int32Array(counts.length);
  for (let draw = 0; draw < permutations; draw += 1) {
    for (let d = 0; d < documents; d += 1) shuffle(code, offsets[d] ?? 0, offsets[d + 1] ?? 0, random);
    const drawn = countTransitions(transitions, code, codes, selfFollows);
    counts.forEach((count, cell) => {
      const other = drawn[cell] ?? 0;
      if (other >= count) atLeast[cell] = (atLeast[cell] ?? 0) + 1;
      if (other <= count) atMost[cell] = (atMost[cell] ?? 0) + 1;
    });
    if (draw % 16 === 0) progress?.(draw / permutations);
  }
  return counts.map((_, cell) =>
    !selfFollows && cell % (codes + 1) === 0
      ? Number.NaN
      : Math.min(1, (2 * (1 + Math.min(atLeast[cell] ?? 0, atMost[cell] ?? 0))) / (1 + permutations)),
  );
}

function totals(counts: Float64Array, codes: number) {
  const rows = new Float64Array(codes);
  const columns = new Float64Array(codes);
  let n = 0;
  counts.forEach((count, cell) => {
    const [from, to] = [Math.floor(cell / codes), cell % codes];
    rows[from] = (rows[from] ?? 0) + count;
    columns[to] = (columns[to] ?? 0) + count;
    n += count;
  });
  return { rows, columns, n };
}

function independent(rows: Float64Array, columns: Float64Array, n: number): Float64Array {
  const codes = rows.length;
  return Float64Array.from(
    { length: codes * codes },
    (_, cell) => ((rows[Math.floor(cell / codes)] ?? 0) * (columns[cell % codes] ?? 0)) / n,
  );
}

const mostRounds = 2000;

/** E with the totals of the counts and 0 on the diagonal. It converges, since the counts themselves fit. */
function fitted(counts: Float64Array, codes: number): Float64Array {
  const { rows, columns, n } = totals(counts, codes);
  const expected = Float64Array.from({ length: codes * codes }, (_, cell) => Number(cell % (codes + 1) !== 0));
  for (let round = 0; round < mostRounds; round += 1) {
    const now = totals(expected, codes);
    for (let cell = 0; cell < expected.length; cell += 1) {
      const [wanted, has] = [rows[Math.floor(cell / codes)] ?? 0, now.rows[Math.floor(cell / codes)] ?? 0];
      expected[cell] = has === 0 ? 0 : ((expected[cell] ?? 0) * wanted) / has;
    }
    const then = totals(expected, codes);
    let furthest = 0;
    for (let cell = 0; cell < expected.length; cell += 1) {
      const [wanted, has] = [columns[cell % codes] ?? 0, then.columns[cell % codes] ?? 0];
      furthest = Math.max(furthest, Math.abs(wanted - has));
      expected[cell] = has === 0 ? 0 : ((expected[cell] ?? 0) * wanted) / has;
    }
    if (furthest <= 1e-10 * Math.max(1, n)) break;
  }
  return expected;
}
