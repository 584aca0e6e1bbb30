// Eigenvalues and eigenvectors of a symmetric matrix.

export type EigenDecomposition = {
  /** Descending. */
  readonly values: Float64Array;
  /**
   * Row k is the eigenvector of value k: unit length, orthogonal to the others, and turned so that its
   * component of greatest size (the first of equals) is positive.
   */
  readonly vectors: Float64Array;
};

/**
 * Householder reduction to tridiagonal form, then implicit QL (Bowdler, Martin, Reinsch & Wilkinson 1968;
 * EISPACK tred2 and tql2). O(n³), always the same result for the same matrix.
 * @param matrix row-major size × size, symmetric, finite; left as it is
 * @throws RangeError where a value is not finite, or (never seen) the iteration does not converge
 */
export function symmetricEigen(matrix: Float64Array, size: number): EigenDecomposition {
  if (!matrix.every(Number.isFinite)) throw new RangeError('a matrix with undefined values has no eigenvalues');
  // Values around 1 keep the squares below from vanishing or overflowing.
  const scale = matrix.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0) || 1;
  const { diagonal, beside, basis } = tridiagonal(
    matrix.map((value) => value / scale),
    size,
  );
  implicitQl(diagonal, beside, basis, size);
  const order = Array.from(diagonal.keys()).toSorted((a, b) => (diagonal[b] ?? 0) - (diagonal[a] ?? 0) || a - b);
  const vectors = new Float64Array(size * size);
  order.forEach((from, k) => {
    const vector = basis.subarray(from * size, (from + 1) * size);
    const sign = greatestComponent(vector) < 0 ? -1 : 1;
    vector.forEach((value, i) => (vectors[k * size + i] = sign * value));
  });
  return { values: Float64Array.from(order, (k) => scale * (diagonal[k] ?? 0)), vectors };
}

type Tridiagonal = {
  readonly diagonal: Float64Array;
  /** beside[i] joins i and i + 1; the last is 0. */
  readonly beside: Float64Array;
  /** Rows are the columns of the orthogonal Q with A = Q T Qᵀ. */
  readonly basis: Float64Array;
};

/** Reflects the rows from the last to the second, so that only the diagonal and its neighbours remain. Uses up `a`. */
function tridiagonal(a: Float64Array, size: number): Tridiagonal {
  const beside = new Float64Array(size);
  const basis = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) basis[i * size + i] = 1;
  const v = new Float64Array(size);
  const p = new Float64Array(size);
  for (let i = size - 1; i > 0; i -= 1) {
    // The reflection I − v vᵀ/h turns row i, left of the diagonal, into (0, …, 0, ±norm).
    let beyond = 0;
    for (let k = 0; k < i - 1; k += 1) beyond += (a[i * size + k] ?? 0) ** 2;
    const last = a[i * size + i - 1] ?? 0;
    const squares = beyond + last * last;
    if (beyond <= squares * 1e-34 || beyond < 1e-290) {
      beside[i - 1] = last;
      continue;
    }
    const norm = last > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    for (let k = 0; k < i; k += 1) v[k] = a[i * size + k] ?? 0;
    v[i - 1] = last - norm;
    const h = squares - last * norm;
    beside[i - 1] = norm;
    // A' = A − v qᵀ − q vᵀ with q = A v/h − (vᵀ A v / 2h²) v.
    let vp = 0;
    for (let j = 0; j < i; j += 1) {
      let sum = 0;
      for (let k = 0; k < i; k += 1) sum += (a[j * size + k] ?? 0) * (v[k] ?? 0);
      p[j] = sum / h;
      vp += (v[j] ?? 0) * (p[j] ?? 0);
    }
    const half = vp / (2 * h);
    for (let j = 0; j < i; j += 1) p[j] = (p[j] ?? 0) - half * (v[j] ?? 0);
    for (let j = 0; j < i; j += 1) {
      const vj = v[j] ?? 0;
      const pj = p[j] ?? 0;
      const row = j * size;
      for (let k = 0; k < i; k += 1) a[row + k] = (a[row + k] ?? 0) - vj * (p[k] ?? 0) - pj * (v[k] ?? 0);
    }
    // Q' = Q (I − v vᵀ/h). Basis rows are columns of Q, so the combination runs over rows 0..i−1.
    p.fill(0);
    for (let j = 0; j < i; j += 1) {
      const vj = (v[j] ?? 0) / h;
      for (let k = 0; k < size; k += 1) p[k] = (p[k] ?? 0) + vj * (basis[j * size + k] ?? 0);
    }
    for (let j = 0; j < i; j += 1) {
      const vj = v[j] ?? 0;
      for (let k = 0; k < size; k += 1) basis[j * size + k] = (basis[j * size + k] ?? 0) - vj * (p[k] ?? 0);
    }
  }
  return { diagonal: Float64Array.from({ length: size }, (_, i) => a[i * size + i] ?? 0), beside, basis };
}

/** Two or three turns find an eigenvalue; the limit keeps a worker from running for ever. */
const mostTurns = 200;

/** Turns the tridiagonal matrix into a diagonal one, in place, rotating rows of the basis along. */
function implicitQl(diagonal: Float64Array, beside: Float64Array, basis: Float64Array, size: number): void {
  for (let l = 0; l < size; l += 1) {
    for (let turn = 0; ; turn += 1) {
      let m = l;
      while (m < size - 1 && !isNegligible(diagonal, beside, m)) m += 1;
      if (m === l) break;
      if (turn === mostTurns) throw new RangeError(`eigenvalue ${l} of ${size} does not converge`);
      const dl = diagonal[l] ?? 0;
      const el = beside[l] ?? 0;
      const ratio = ((diagonal[l + 1] ?? 0) - dl) / (2 * el);
      const root = Math.hypot(ratio, 1);
      // Wilkinson's shift.
      let g = (diagonal[m] ?? 0) - dl + el / (ratio + (ratio >= 0 ? root : -root));
      let sine = 1;
      let cosine = 1;
      let p = 0;
      let i = m - 1;
      for (; i >= l; i -= 1) {
        const f = sine * (beside[i] ?? 0);
        const b = cosine * (beside[i] ?? 0);
        const r = Math.hypot(f, g);
        beside[i + 1] = r;
        if (r === 0) {
          diagonal[i + 1] = (diagonal[i + 1] ?? 0) - p;
          beside[m] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = (diagonal[i + 1] ?? 0) - p;
        const turned = ((diagonal[i] ?? 0) - g) * sine + 2 * cosine * b;
        p = sine * turned;
        diagonal[i + 1] = g + p;
        g = cosine * turned - b;
        rotateRows(basis, size, i, sine, cosine);
      }
      if (i >= l) continue;
      diagonal[l] = dl - p;
      beside[l] = g;
      beside[m] = 0;
    }
  }
}

/** The element beside the diagonal no longer changes its neighbours in double precision. */
function isNegligible(diagonal: Float64Array, beside: Float64Array, m: number): boolean {
  const around = Math.abs(diagonal[m] ?? 0) + Math.abs(diagonal[m + 1] ?? 0);
  return Math.abs(beside[m] ?? 0) <= Number.EPSILON * around || Math.abs(beside[m] ?? 0) < 1e-300;
}

function rotateRows(basis: Float64Array, size: number, i: number, sine: number, cosine: number): void {
  const upper = i * size;
  const lower = upper + size;
  for (let k = 0; k < size; k += 1) {
    const below = basis[lower + k] ?? 0;
    const above = basis[upper + k] ?? 0;
    basis[lower + k] = sine * above + cosine * below;
    basis[upper + k] = cosine * above - sine * below;
  }
}

function greatestComponent(vector: Float64Array): number {
  let greatest = 0;
  // The margin keeps rounding from choosing between components of equal size.
  for (const value of vector) if (Math.abs(value) > Math.abs(greatest) * (1 + 1e-9)) greatest = value;
  return greatest;
}
