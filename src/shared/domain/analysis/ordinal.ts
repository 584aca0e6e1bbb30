// Association of two ordered variables. Formulas: Methods, coding by variables; Kendall 1938, Somers 1962.

import { studentTwoSided } from './distributions.ts';

/** All null where the denominator is 0 (CO3). */
export type OrdinalAssociation = {
  readonly n: number;
  /** Pairs that agree in direction, that disagree, tied on x alone, on y alone. */
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedX: number;
  readonly tiedY: number;
  readonly tauA: number | null;
  readonly tauB: number | null;
  readonly tauC: number | null;
  readonly gamma: number | null;
  /** y depends on x: pairs tied on y alone are in the denominator. */
  readonly somersYX: number | null;
  readonly somersXY: number | null;
  readonly somersSymmetric: number | null;
  readonly pearson: Correlation | null;
  readonly spearman: Correlation | null;
};

/** @property p two-sided, from t with n − 2 degrees of freedom; null below three observations */
export type Correlation = { readonly value: number; readonly p: number | null };

/**
 * The measures of the pairs (x, y). Equal numbers are ties.
 * @throws RangeError where the columns differ in length
 */
export function ordinalAssociation(x: Float64Array, y: Float64Array): OrdinalAssociation {
  const n = x.length;
  if (y.length !== n) throw new RangeError('the variables differ in length');
  const { concordant, discordant, tiedX, tiedY } = pairCounts(x, y);
  const balance = concordant - discordant;
  const untied = concordant + discordant;
  const smaller = Math.min(new Set(x).size, new Set(y).size);
  return {
    n,
    concordant,
    discordant,
    tiedX,
    tiedY,
    tauA: quotient(balance, (n * (n - 1)) / 2),
    tauB: quotient(balance, Math.sqrt((untied + tiedX) * (untied + tiedY))),
    tauC: quotient(2 * smaller * balance, n * n * (smaller - 1)),
    gamma: quotient(balance, untied),
    somersYX: quotient(balance, untied + tiedY),
    somersXY: quotient(balance, untied + tiedX),
    somersSymmetric: quotient(balance, untied + (tiedX + tiedY) / 2),
    pearson: correlation(x, y),
    spearman: correlation(midRanks(x), midRanks(y)),
  };
}

/** Ranks from 1; equal values share the mean of theirs. */
export function midRanks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let k = from; k < to; k += 1) ranks[order[k] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Counts pairs on the table of distinct values with running sums below and to the left: as many steps as the
 * table has cells, however many observations there are.
 */
function pairCounts(x: Float64Array, y: Float64Array) {
  const xPlace = places(x);
  const yPlace = places(y);
  const columns = yPlace.size;
  const counts = new Float64Array(xPlace.size * columns);
  x.forEach((value, k) => {
    const cell = (xPlace.get(value) ?? 0) * columns + (yPlace.get(y[k] ?? 0) ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  const above = new Float64Array(columns);
  let [concordant, discordant, tiedX] = [0, 0, 0];
  for (let row = 0; row < xPlace.size; row += 1) {
    const rowCounts = counts.subarray(row * columns, (row + 1) * columns);
    const greater = above.reduce((sum, count) => sum + count, 0);
    let [smaller, before] = [0, 0];
    for (let column = 0; column < columns; column += 1) {
      const count = rowCounts[column] ?? 0;
      concordant += count * smaller;
      discordant += count * (greater - smaller - (above[column] ?? 0));
      tiedX += count * before;
      smaller += above[column] ?? 0;
      before += count;
    }
    rowCounts.forEach((count, column) => (above[column] = (above[column] ?? 0) + count));
  }
  let sameColumn = 0;
  for (let column = 0; column < columns; column += 1) {
    let before = 0;
    for (let row = 0; row < xPlace.size; row += 1) {
      const count = counts[row * columns + column] ?? 0;
      sameColumn += count * before;
      before += count;
    }
  }
  return { concordant, discordant, tiedX, tiedY: sameColumn };
}

function places(values: Float64Array): ReadonlyMap<number, number> {
  return new Map([...new Set(values)].toSorted((a, b) => a - b).map((value, place) => [value, place]));
}

function correlation(x: Float64Array, y: Float64Array): Correlation | null {
  const n = x.length;
  const meanX = x.reduce((sum, value) => sum + value, 0) / n;
  const meanY = y.reduce((sum, value) => sum + value, 0) / n;
  let [xy, xx, yy] = [0, 0, 0];
  for (let k = 0; k < n; k += 1) {
    const dx = (x[k] ?? 0) - meanX;
    const dy = (y[k] ?? 0) - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  if (isConstant(x) || isConstant(y)) return null;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const t = value * Math.sqrt((n - 2) / (1 - value * value));
  return { value, p: n < 3 ? null : Math.abs(value) === 1 ? 0 : studentTwoSided(t, n - 2) };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

function quotient(numerator: number, denominator: number): number | null {
  return denominator === 0 || !Number.isFinite(denominator) ? null : numerator / denominator;
}
