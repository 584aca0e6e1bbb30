// Tests of a table of counts. Formulas: Methods, coding by variables.

import { chiSquareTail, logFactorials } from './distributions.ts';
import { seededRandom, type Random } from './random.ts';

/** Row-major counts ≥ 0. */
export type CountTable = { readonly counts: Float64Array; readonly rows: number; readonly columns: number };

/** Undefined is null: without two rows and two columns that hold something there is nothing to test. */
export type ContingencyTests = {
  readonly n: number;
  readonly df: number;
  /** Σ(O − E)²/E. */
  readonly chiSquare: Test | null;
  /** 2 Σ O ln(O/E). */
  readonly likelihoodRatio: Test | null;
  /** Σ(|O − E| − ½)²/E; only for 2 × 2. */
  readonly yates: Test | null;
  /** √(χ² / (N · min(r − 1, c − 1))). */
  readonly cramersV: number | null;
  readonly fisher: FisherTest | null;
  /** The smallest expected count: below 5 the χ² distribution is a poor likeness. */
  readonly smallestExpected: number | null;
};

export type Test = { readonly value: number; readonly df: number; readonly p: number | null };

/**
 * Two-sided: tables with the same totals that are no more likely than this one. *exact* for 2 × 2; larger tables
 * by drawing, p = (1 + as unlikely) / (1 + drawn) (Davison & Hinkley 1997, 4.2).
 */
export type FisherTest = {
  readonly p: number;
  /** (a d) / (b c); null for larger tables and where b c = 0. */
  readonly oddsRatio: number | null;
  readonly method: 'exact' | 'monte-carlo';
  readonly draws: number;
};

export type ContingencyOptions = {
  /** Tables drawn for Fisher's test of a table larger than 2 × 2; 0 leaves it out. */
  readonly draws: number;
  readonly seed: number;
};

/**
 * All tests of a table. Rows and columns that hold nothing are left out of it, since nothing is expected in them.
 * @throws RangeError where counts are no whole numbers ≥ 0
 */
export function contingencyTests(table: CountTable, { draws, seed }: ContingencyOptions): ContingencyTests {
  for (const count of table.counts) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`a count is a whole number, not ${count}`);
  }
  const { counts, rows, columns } = withoutEmpty(table);
  const { rowTotals, columnTotals, n } = totalsOf({ counts, rows, columns });
  // A table of nothing has neither rows nor columns left, and no freedom either.
  const df = Math.max(0, rows - 1) * Math.max(0, columns - 1);
  if (df === 0) {
    return {
      n,
      df,
      chiSquare: null,
      likelihoodRatio: null,
      yates: null,
      cramersV: null,
      fisher: null,
      smallestExpected: null,
    };
  }
  let chiSquare = 0;
  let likelihoodRatio = 0;
  let yates = 0;
  let smallestExpected = Infinity;
  counts.forEach((observed, cell) => {
    const expected = ((rowTotals[Math.floor(cell / columns)] ?? 0) * (columnTotals[cell % columns] ?? 0)) / n;
    chiSquare += (observed - expected) ** 2 / expected;
    if (observed > 0) likelihoodRatio += 2 * observed * Math.log(observed / expected);
    yates += Math.max(0, Math.abs(observed - expected) - 0.5) ** 2 / expected;
    smallestExpected = Math.min(smallestExpected, expected);
  });
  // Rounding can bring a sum that is 0 just below it.
  likelihoodRatio = Math.max(0, likelihoodRatio);
  const test = (value: number): Test => ({ value, df, p: chiSquareTail(value, df) });
  const square = rows === 2 && columns === 2;
  return {
    n,
    df,
    chiSquare: test(chiSquare),
    likelihoodRatio: test(likelihoodRatio),
    yates: square ? test(yates) : null,
    cramersV: Math.min(1, Math.sqrt(chiSquare / (n * Math.min(rows - 1, columns - 1)))),
    fisher: square
      ? fisherExact(counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0, counts[3] ?? 0)
      : draws > 0
        ? fisherByDrawing({ counts, rows, columns }, draws, seededRandom(seed))
        : null,
    smallestExpected,
  };
}

/** r·c/n of every cell; NaN in a table without counts. */
export function expectedCounts(table: CountTable): Float64Array {
  const { rowTotals, columnTotals, n } = totalsOf(table);
  return table.counts.map(
    (_, cell) => ((rowTotals[Math.floor(cell / table.columns)] ?? 0) * (columnTotals[cell % table.columns] ?? 0)) / n,
  );
}

/**
 * Adjusted residuals (Haberman 1973): (O − E) / √(E (1 − r/n)(1 − c/n)).
 * @returns NaN where it is undefined: an empty row or column, or one that holds everything
 */
export function adjustedResiduals(table: CountTable): Float64Array {
  const { rowTotals, columnTotals, n } = totalsOf(table);
  return table.counts.map((observed, cell) => {
    const row = rowTotals[Math.floor(cell / table.columns)] ?? 0;
    const column = columnTotals[cell % table.columns] ?? 0;
    const expected = (row * column) / n;
    const variance = expected * (1 - row / n) * (1 - column / n);
    return variance > 0 ? (observed - expected) / Math.sqrt(variance) : Number.NaN;
  });
}

/** Fisher's exact test of [[a, b], [c, d]], two-sided by probability, as R and scipy have it. */
export function fisherExact(a: number, b: number, c: number, d: number): FisherTest {
  const [row, other, column] = [a + b, c + d, a + c];
  const logs = logFactorials(row + other);
  const log = (k: number) => logs[k] ?? 0;
  const constant = log(row) + log(other) + log(column) + log(b + d) - log(row + other);
  const probability = (x: number) =>
    Math.exp(constant - log(x) - log(row - x) - log(column - x) - log(other - column + x));
  // Tables that are equally likely must not be told apart by rounding.
  const limit = probability(a) * (1 + 1e-7);
  let p = 0;
  for (let x = Math.max(0, column - other); x <= Math.min(row, column); x += 1) {
    const each = probability(x);
    if (each <= limit) p += each;
  }
  return { p: Math.min(1, p), oddsRatio: b * c === 0 ? null : (a * d) / (b * c), method: 'exact', draws: 0 };
}

/** Totals of rows and columns, and of everything. */
export function totalsOf({ counts, rows, columns }: CountTable) {
  const rowTotals = new Float64Array(rows);
  const columnTotals = new Float64Array(columns);
  let n = 0;
  counts.forEach((count, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    rowTotals[row] = (rowTotals[row] ?? 0) + count;
    columnTotals[column] = (columnTotals[column] ?? 0) + count;
    n += count;
  });
  return { rowTotals, columnTotals, n };
}

/** The table without rows and columns that hold nothing. */
export function withoutEmpty(table: CountTable): CountTable {
  const { rowTotals, columnTotals } = totalsOf(table);
  const rows = [...rowTotals.keys()].filter((row) => rowTotals[row] !== 0);
  const columns = [...columnTotals.keys()].filter((column) => columnTotals[column] !== 0);
  return {
    counts: Float64Array.from(
      rows.flatMap((row) => columns.map((column) => table.counts[row * table.columns + column] ?? 0)),
    ),
    rows: rows.length,
    columns: columns.length,
  };
}

function fisherByDrawing(table: CountTable, draws: number, random: Random): FisherTest {
  const { rowTotals, columnTotals, n } = totalsOf(table);
  const logs = logFactorials(n);
  // With all totals fixed, a table is the less likely, the greater Σ ln(O!).
  const weight = (counts: Float64Array) => counts.reduce((sum, count) => sum + (logs[count] ?? 0), 0);
  const limit = weight(table.counts) - 1e-7;
  let asUnlikely = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    if (weight(drawTable(rowTotals, columnTotals, logs, random)) >= limit) asUnlikely += 1;
  }
  return { p: (1 + asUnlikely) / (1 + draws), oddsRatio: null, method: 'monte-carlo', draws };
}

/** A random table with the given totals, cell by cell from the hypergeometric distribution (Patefield 1981). */
function drawTable(
  rowTotals: Float64Array,
  columnTotals: Float64Array,
  logs: Float64Array,
  random: Random,
): Float64Array {
  const columns = columnTotals.length;
  const counts = new Float64Array(rowTotals.length * columns);
  const left = columnTotals.slice();
  rowTotals.forEach((total, row) => {
    let toDraw = total;
    let pool = left.reduce((sum, count) => sum + count, 0);
    for (let column = 0; column < columns && toDraw > 0; column += 1) {
      const marked = left[column] ?? 0;
      const drawn = column === columns - 1 ? toDraw : hypergeometric(toDraw, marked, pool, logs, random);
      counts[row * columns + column] = drawn;
      left[column] = marked - drawn;
      toDraw -= drawn;
      pool -= marked;
    }
  });
  return counts;
}

/** How many of `marked` among `pool` are in a draw of `size`: inversion, from the likeliest number outwards. */
function hypergeometric(size: number, marked: number, pool: number, logs: Float64Array, random: Random): number {
  const least = Math.max(0, size + marked - pool);
  const most = Math.min(size, marked);
  const mode = Math.min(most, Math.max(least, Math.floor(((size + 1) * (marked + 1)) / (pool + 2))));
  const choose = (n: number, k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
  const atMode = Math.exp(choose(marked, mode) + choose(pool - marked, size - mode) - choose(pool, size));
  let rest = random() - atMode;
  let [up, down] = [mode, mode];
  let [above, below] = [atMode, atMode];
  while (rest > 0 && (up < most || down > least)) {
    if (up < most) {
      above *= ((marked - up) * (size - up)) / ((up + 1) * (pool - marked - size + up + 1));
      up += 1;
      rest -= above;
      if (rest <= 0) return up;
    }
    if (down > least) {
      below *= (down * (pool - marked - size + down)) / ((marked - down + 1) * (size - down + 1));
      down -= 1;
      rest -= below;
      if (rest <= 0) return down;
    }
  }
  return mode;
}
