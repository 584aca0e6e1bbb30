// Upper tails of the distributions that the tests need. Formulas: Abramowitz & Stegun 6.5 and 26.5; continued
// fractions by Lentz's method. Relative error below 10⁻¹⁰ wherever a p-value is read.

/**
 * P(X ≥ value) of χ².
 * @param freedom degrees of freedom, > 0
 * @returns null where the value is no number ≥ 0 or there is no freedom
 */
export function chiSquareTail(value: number, freedom: number): number | null {
  if (!(value >= 0) || !(freedom > 0)) return null;
  return upperGamma(freedom / 2, value / 2);
}

/** P(|Z| ≥ |z|) of the standard normal distribution. */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/**
 * P(X ≥ value) of F.
 * @returns null where the value is no number ≥ 0 or one of the degrees of freedom is none
 */
export function fTail(value: number, between: number, within: number): number | null {
  if (!(value >= 0) || !(between > 0) || !(within > 0)) return null;
  return regularizedBeta(within / (within + between * value), within / 2, between / 2);
}

/** P(|T| ≥ |t|) of Student's t. @returns null where there is no freedom */
export function studentTwoSided(t: number, freedom: number): number | null {
  if (Number.isNaN(t) || !(freedom > 0)) return null;
  return regularizedBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** ln Γ(x) for x > 0 (Lanczos, g = 7, nine terms). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = lanczos[0];
  for (let k = 1; k < lanczos.length; k += 1) sum += (lanczos[k] ?? 0) / (x - 1 + k);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ln 0! … ln n!, each from the one before. */
export function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k += 1) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
  return logs;
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const precision = 1e-15;
const tiny = 1e-300;
const mostTerms = 100_000;

/** Q(a, x) = Γ(a, x) / Γ(a). */
function upperGamma(a: number, x: number): number {
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < mostTerms && Math.abs(term) > Math.abs(sum) * precision; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < mostTerms; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / away(an * d + b);
    c = away(b + an / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return front * fraction;
}

/** I_x(a, b). */
function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return fraction;
}

/** Lentz: a denominator of 0 is replaced by next to nothing. */
function away(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
