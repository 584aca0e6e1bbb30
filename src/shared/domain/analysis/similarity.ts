// Similarity of two codes from their fourfold table. Formulas: Methods, co-occurrence.

import type { Cooccurrence } from './cooccurrence.ts';

export const similarityIndices = [
  'jaccard',
  'sorensen-dice',
  'ochiai',
  'inclusion',
  'kulczynski2',
  'simple-matching',
  'russell-rao',
  'phi',
  'yule-q',
  'association-strength',
  'pmi',
  'c-coefficient',
  'cosine',
] as const;

export type SimilarityIndex = (typeof similarityIndices)[number];

/** The indices of a fourfold table: all but the cosine on frequencies. */
export type TableIndex = Exclude<SimilarityIndex, 'cosine'>;

/**
 * Two codes A and B over N units: a = both, b = A only, c = B only, d = neither. Where single codings
 * are compared there is no "neither": d is null. Raw pairs can make b or c negative.
 */
export type FourfoldTable = { readonly a: number; readonly b: number; readonly c: number; readonly d: number | null };

export type IndexDescription = {
  /** As it is printed beside a result. */
  readonly formula: string;
  /** Smallest and greatest value; null: no bound. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Needs d or N, so it is undefined where single codings are compared. */
  readonly needsUnits: boolean;
};

export const indexDescriptions = {
  jaccard: share('a / (a + b + c)'),
  'sorensen-dice': share('2a / (2a + b + c)'),
  ochiai: share('a / √((a + b)(a + c))'),
  inclusion: share('a / min(a + b, a + c)'),
  kulczynski2: share('½ (a / (a + b) + a / (a + c))'),
  'simple-matching': { ...share('(a + d) / N'), needsUnits: true },
  'russell-rao': { ...share('a / N'), needsUnits: true },
  phi: { formula: '(ad − bc) / √((a + b)(c + d)(a + c)(b + d))', minimum: -1, maximum: 1, needsUnits: true },
  'yule-q': { formula: '(ad − bc) / (ad + bc)', minimum: -1, maximum: 1, needsUnits: true },
  'association-strength': { formula: 'N · a / ((a + b)(a + c))', minimum: 0, maximum: null, needsUnits: true },
  pmi: { formula: 'log₂ (N · a / ((a + b)(a + c)))', minimum: null, maximum: null, needsUnits: true },
  'c-coefficient': share('n₁₂ / (n₁ + n₂ − n₁₂)'),
  cosine: { ...share('Σxᵢyᵢ / √(Σxᵢ² · Σyᵢ²)'), needsUnits: true },
} satisfies Readonly<Record<SimilarityIndex, IndexDescription>>;

/**
 * *unbalanced*: one code is more than five times as frequent as the other, so that even full co-occurrence
 * gives a small value (ATLAS.ti's yellow mark). *out-of-range*: raw pairs exceed a code's codings, so the
 * value need not lie between 0 and 1 (its red mark).
 */
export type SimilarityWarning = 'unbalanced' | 'out-of-range';

/** The table of two codes given by index. For a code and itself b = c = 0. */
export function fourfoldTable(result: Cooccurrence, first: number, second: number): FourfoldTable {
  const a = result.counts[first * result.codes + second] ?? 0;
  const b = (result.units[first] ?? 0) - a;
  const c = (result.units[second] ?? 0) - a;
  return { a, b, c, d: result.basis === 'units' ? result.n - a - b - c : null };
}

/**
 * The similarity that a table shows.
 * @returns null where the formula divides by 0 (CO3) or takes the logarithm of 0, where it needs d and
 *   there is none, and, but for the c-coefficient, where b or c is negative
 */
export function similarity(index: TableIndex, table: FourfoldTable): number | null {
  const { a, b, c, d } = table;
  if (index === 'c-coefficient') return quotient(a, a + b + c);
  if (b < 0 || c < 0) return null;
  switch (index) {
    case 'jaccard':
      return quotient(a, a + b + c);
    case 'sorensen-dice':
      return quotient(2 * a, 2 * a + b + c);
    case 'ochiai':
      return quotient(a, Math.sqrt((a + b) * (a + c)));
    case 'inclusion':
      return quotient(a, Math.min(a + b, a + c));
    case 'kulczynski2': {
      const ofFirst = quotient(a, a + b);
      const ofSecond = quotient(a, a + c);
      return ofFirst === null || ofSecond === null ? null : (ofFirst + ofSecond) / 2;
    }
    case 'simple-matching':
    case 'russell-rao':
    case 'phi':
    case 'yule-q':
    case 'association-strength':
    case 'pmi':
      return d === null ? null : overUnits(index, a, b, c, d);
  }
}

/**
 * Cosine of two codes' frequencies per unit.
 * @param xy Σxᵢyᵢ
 * @param xx Σxᵢ²
 * @param yy Σyᵢ²
 * @returns null where one code occurs nowhere
 */
export function cosine(xy: number, xx: number, yy: number): number | null {
  // √(xx·yy) and not √xx·√yy: a code and itself give exactly 1.
  return quotient(xy, Math.sqrt(xx * yy));
}

/** What a reader of the value must be told. */
export function similarityWarnings({ a, b, c }: FourfoldTable): readonly SimilarityWarning[] {
  const warnings: SimilarityWarning[] = [];
  const fewer = Math.min(a + b, a + c);
  const more = Math.max(a + b, a + c);
  if (fewer > 0 && more > 5 * fewer) warnings.push('unbalanced');
  if (b < 0 || c < 0) warnings.push('out-of-range');
  return warnings;
}

/**
 * All pairs of codes.
 * @param index for 'cosine' the result must have been computed with `frequencies`
 * @returns row-major codes × codes, symmetric; NaN stands for undefined, since a typed array holds no null:
 *   use {@link nullable} at the edge
 */
export function similarityMatrix(index: SimilarityIndex, result: Cooccurrence): Float64Array {
  const { codes, products } = result;
  const matrix = new Float64Array(codes * codes).fill(Number.NaN);
  for (let i = 0; i < codes; i += 1) {
    for (let j = i; j < codes; j += 1) {
      const value =
        index === 'cosine'
          ? products && cosine(at(products, codes, i, j), at(products, codes, i, i), at(products, codes, j, j))
          : similarity(index, fourfoldTable(result, i, j));
      if (value === null) continue;
      matrix[i * codes + j] = value;
      matrix[j * codes + i] = value;
    }
  }
  return matrix;
}

/** Undefined values as null, for JSON and for tables. */
export function nullable(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * Dissimilarities D = 1 − S for dendrogram and map, with 0 on the diagonal. Never negative:
 * - undefined similarity counts as 0, that is as unlike as codes that never meet;
 * - indices without an upper bound (association strength, PMI) are first divided by their greatest value
 *   between two different codes, where that is above 0;
 * - values above 1 (c-coefficient of raw pairs) count as 1.
 * @param matrix row-major, symmetric, NaN for undefined
 * @param size number of codes
 */
export function dissimilarities(index: SimilarityIndex, matrix: Float64Array, size: number): Float64Array {
  const scale = indexDescriptions[index].maximum === null ? greatestBetween(matrix, size) : 1;
  const distances = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const value = nullable(at(matrix, size, i, j)) ?? 0;
      if (i !== j) distances[i * size + j] = Math.max(0, 1 - (scale > 0 ? value / scale : value));
    }
  }
  return distances;
}

/**
 * Second-order similarity: how alike two codes' profiles of co-occurrence with the *other* codes are – the
 * cosine of their rows of the counts, without the diagonal and without the cells of the two codes
 * themselves. Codes that never meet but keep the same company come out alike.
 * @param counts row-major, symmetric
 * @param size number of codes
 * @returns row-major, symmetric; NaN where a code meets none of the others; 1 on the diagonal of a code that does
 */
export function profileSimilarity(counts: Float64Array, size: number): Float64Array {
  const matrix = new Float64Array(size * size).fill(Number.NaN);
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      let xy = 0;
      let xx = 0;
      let yy = 0;
      for (let k = 0; k < size; k += 1) {
        if (k === i || k === j) continue;
        const x = counts[i * size + k] ?? 0;
        const y = counts[j * size + k] ?? 0;
        xy += x * y;
        xx += x * x;
        yy += y * y;
      }
      const value = cosine(xy, xx, yy);
      if (value === null) continue;
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
  return matrix;
}

function overUnits(
  index: 'simple-matching' | 'russell-rao' | 'phi' | 'yule-q' | 'association-strength' | 'pmi',
  a: number,
  b: number,
  c: number,
  d: number,
): number | null {
  const n = a + b + c + d;
  switch (index) {
    case 'simple-matching':
      return quotient(a + d, n);
    case 'russell-rao':
      return quotient(a, n);
    case 'phi':
      // Two roots: each product is exact and a square where the codes are the same, so φ is then exactly 1.
      return quotient(a * d - b * c, Math.sqrt((a + b) * (a + c)) * Math.sqrt((b + d) * (c + d)));
    case 'yule-q':
      return quotient(a * d - b * c, a * d + b * c);
    case 'association-strength':
      return quotient(n * a, (a + b) * (a + c));
    case 'pmi': {
      const lift = quotient(n * a, (a + b) * (a + c));
      return lift === null || lift === 0 ? null : Math.log2(lift);
    }
  }
}

/** CO3: no number where the denominator is 0. */
function quotient(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function greatestBetween(matrix: Float64Array, size: number): number {
  let greatest = -Infinity;
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const value = at(matrix, size, i, j);
      if (value > greatest) greatest = value;
    }
  }
  return greatest;
}

function at(matrix: Float64Array, size: number, row: number, column: number): number {
  return matrix[row * size + column] ?? Number.NaN;
}

function share(formula: string): IndexDescription {
  return { formula, minimum: 0, maximum: 1, needsUnits: false };
}
