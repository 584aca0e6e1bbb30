// How far coders agree. Formulas: Methods, agreement coefficients. Every coefficient is
// (observed − expected) / (1 − expected), null where that is 0/0 (CO3).

/** Two coders over units: row the category that the first chose, column the second's; row-major, counts or lengths. */
export type AgreementTable = { readonly counts: Float64Array; readonly categories: number };

export type Coefficient = {
  readonly value: number | null;
  /** What chance alone would make agree. */
  readonly expected: number;
};

export type TwoCoderAgreement = {
  /** Units looked at; characters where the table holds characters. */
  readonly n: number;
  /** Share of units on which both agree; null without units. */
  readonly observed: number | null;
  /** Bennett's S, Brennan & Prediger, free-marginal κ: every category is equally likely. */
  readonly freeMarginal: Coefficient;
  /** Scott's π: pooled shares. */
  readonly scottPi: Coefficient;
  /** Cohen's κ: each coder's own shares. */
  readonly cohenKappa: Coefficient;
  /** Gwet's AC1. */
  readonly ac1: Coefficient;
  /** Krippendorff's α, nominal. */
  readonly alpha: number | null;
};

/**
 * All coefficients of one table.
 * @throws RangeError where the table is not categories × categories, or has fewer than two categories
 */
export function twoCoderAgreement({ counts, categories }: AgreementTable): TwoCoderAgreement {
  if (categories < 2 || counts.length !== categories * categories) {
    throw new RangeError(`a table of agreement has two or more categories, not ${counts.length} cells`);
  }
  const rows = new Float64Array(categories);
  const columns = new Float64Array(categories);
  let [n, agreed] = [0, 0];
  counts.forEach((count, cell) => {
    const [row, column] = [Math.floor(cell / categories), cell % categories];
    rows[row] = (rows[row] ?? 0) + count;
    columns[column] = (columns[column] ?? 0) + count;
    n += count;
    if (row === column) agreed += count;
  });
  const pooled = rows.map((count, k) => (count + (columns[k] ?? 0)) / (2 * n));
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  const observed = n === 0 ? null : agreed / n;
  const against = (expected: number): Coefficient => ({ value: beyondChance(observed, expected), expected });
  const coincidences = counts.map(
    (count, cell) => count + (counts[(cell % categories) * categories + Math.floor(cell / categories)] ?? 0),
  );
  return {
    n,
    observed,
    freeMarginal: against(1 / categories),
    scottPi: against(sum(pooled.map((share) => share * share))),
    cohenKappa: against(sum(rows.map((count, k) => (count * (columns[k] ?? 0)) / (n * n)))),
    ac1: against(sum(pooled.map((share) => share * (1 - share))) / (categories - 1)),
    alpha: alphaOfCoincidences(coincidences, categories),
  };
}

/** A code on its own: both coded a, only the first b, only the second c, neither d. */
export type PresenceAgreement = TwoCoderAgreement & {
  /** 2a / (2a + b + c): without it, uncoded text swamps the rest. */
  readonly positiveAgreement: number | null;
};

export function presenceAgreement(a: number, b: number, c: number, d: number): PresenceAgreement {
  return {
    ...twoCoderAgreement({ counts: Float64Array.of(a, b, c, d), categories: 2 }),
    positiveAgreement: 2 * a + b + c === 0 ? null : (2 * a) / (2 * a + b + c),
  };
}

/** Holsti: 2M / (N₁ + N₂), M decisions on which both agree out of N₁ and N₂. */
export function holsti(agreed: number, first: number, second: number): number | null {
  return first + second === 0 ? null : (2 * agreed) / (first + second);
}

/**
 * κ of segments as MAXQDA has it: there is no "neither", P_o = matches / (matches + others) and chance 1 / codes.
 */
export function segmentKappa(matches: number, others: number, codes: number): Coefficient {
  const expected = 1 / codes;
  return { value: beyondChance(matches + others === 0 ? null : matches / (matches + others), expected), expected };
}

/** Ratings of any number of coders: unit u by coder m at `values[u * coders + m]`, a category from 0, −1 where missing. */
export type Ratings = { readonly values: Int32Array; readonly coders: number; readonly categories: number };

/**
 * Krippendorff's α, nominal, with gaps: units rated by fewer than two do not count, and each ordered pair of ratings
 * of a unit with m_u ratings counts 1 / (m_u − 1).
 * @returns null where no two ratings can be compared or all are of one category
 */
export function krippendorffAlpha({ values, coders, categories }: Ratings): number | null {
  const coincidences = new Float64Array(categories * categories);
  const ratings = new Float64Array(categories);
  for (let from = 0; from < values.length; from += coders) {
    const present = countRatings(values.subarray(from, from + coders), ratings);
    if (present < 2) continue;
    ratings.forEach((times, c) => {
      if (times === 0) return;
      ratings.forEach((others, k) => {
        const pairs = times * (c === k ? times - 1 : others);
        coincidences[c * categories + k] = (coincidences[c * categories + k] ?? 0) + pairs / (present - 1);
      });
    });
  }
  return alphaOfCoincidences(coincidences, categories);
}

/**
 * Fleiss' κ: mean agreement of all pairs of coders, chance by pooled shares. Every unit must be rated by as many.
 * @throws RangeError where a rating is missing: α is the coefficient that allows gaps
 */
export function fleissKappa({ values, coders, categories }: Ratings): Coefficient {
  const units = values.length / coders;
  const pooled = new Float64Array(categories);
  const ratings = new Float64Array(categories);
  let agreement = 0;
  for (let from = 0; from < values.length; from += coders) {
    if (countRatings(values.subarray(from, from + coders), ratings) < coders) {
      throw new RangeError(`unit ${from / coders} was not rated by all coders`);
    }
    let pairs = 0;
    ratings.forEach((times, k) => {
      pooled[k] = (pooled[k] ?? 0) + times;
      pairs += times * (times - 1);
    });
    agreement += pairs / (coders * (coders - 1));
  }
  const expected = pooled.reduce((sum, count) => sum + (count / (units * coders)) ** 2, 0);
  return { value: beyondChance(units === 0 || coders < 2 ? null : agreement / units, expected), expected };
}

/** α = 1 − (n − 1)(n − Σo_kk) / (n² − Σn_k²). */
function alphaOfCoincidences(coincidences: Float64Array, categories: number): number | null {
  const totals = new Float64Array(categories);
  let [n, agreed] = [0, 0];
  coincidences.forEach((count, cell) => {
    const row = Math.floor(cell / categories);
    totals[row] = (totals[row] ?? 0) + count;
    n += count;
    if (row === cell % categories) agreed += count;
  });
  const used = totals.reduce((sum, total) => sum + Number(total > 0), 0);
  if (used < 2) return null;
  const squares = totals.reduce((sum, total) => sum + total * total, 0);
  return 1 - ((n - 1) * (n - agreed)) / (n * n - squares);
}

function countRatings(unit: Int32Array, into: Float64Array): number {
  into.fill(0);
  let present = 0;
  for (const category of unit) {
    if (category < 0) continue;
    if (category >= into.length) throw new RangeError(`category ${category} of ${into.length}`);
    into[category] = (into[category] ?? 0) + 1;
    present += 1;
  }
  return present;
}

function beyondChance(observed: number | null, expected: number): number | null {
  // Shares that sum to 1 may come out a rounding below it.
  return observed === null || 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
}
