// Eigenvalues and leading eigenvectors of a symmetric matrix.

export type EigenDecomposition = {
  /** All of them, descending. */
  readonly values: Float64Array;
  /**
   * Row k is the eigenvector of value k: unit length, orthogonal to the others, and turned so that its
   * component of greatest size (the first of equals) is positive.
   */
  readonly vectors: Float64Array;
};

/**
 * Householder reduction to tridiagonal form, implicit QL for the values (EISPACK tred2 and tql1, after
 * Bowdler, Martin, Reinsch & Wilkinson 1968), inverse iteration for the vectors asked for (Peters &
 * Wilkinson 1971). O(n³) for the reduction alone, always the same result for the same matrix.
 * @param matrix row-major size × size, symmetric, finite; left as it is
 * @param count how many vectors, those of the greatest values
 * @throws RangeError where a value is not finite, or (never seen) the iteration does not converge
 */
export function symmetricEigen(matrix: Float64Array, size: number, count: number): EigenDecomposition {
  if (!matrix.every(Number.isFinite)) throw new RangeError('a matrix with undefined values has no eigenvalues');
  // Values around 1 keep squares from vanishing or overflowing.
  const scale = matrix.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0) || 1;
  const reduced = tridiagonal(
    matrix.map((value) => value / scale),
    size,
  );
  const values = eigenvalues(reduced, size);
  const found: Float64Array[] = [];
  for (let k = 0; k < Math.min(count, size); k += 1) found.push(eigenvector(reduced, values[k] ?? 0, found));
  const vectors = new Float64Array(found.length * size);
  found.forEach((vector, k) => vectors.set(positive(turnedBack(vector, reduced)), k * size));
  return { values: values.map((value) => scale * value), vectors };
}

type Tridiagonal = {
  readonly diagonal: Float64Array;
  /** beside[i] joins i and i + 1; the last is 0. */
  readonly beside: Float64Array;
  /** Row i, up to the diagonal, is the v of the reflection I − v vᵀ/h that cleared row i; h is 0 for none. */
  readonly reflections: Float64Array;
  readonly h: Float64Array;
};

/** Reflects the rows from the last to the second, so that only the diagonal and its neighbours remain. Uses up `a`. */
function tridiagonal(a: Float64Array, size: number): Tridiagonal {
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const h = new Float64Array(size);
  const q = new Float64Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    const v = a.subarray(i * size, i * size + i);
    diagonal[i] = a[i * size + i] ?? 0;
    if (i === 0) break;
    const last = v[i - 1] ?? 0;
    beside[i - 1] = last;
    let beyond = 0;
    for (let k = 0; k < i - 1; k += 1) beyond += (v[k] ?? 0) ** 2;
    const squares = beyond + last * last;
    if (beyond <= squares * 1e-34 || beyond < 1e-290) continue;
    // The reflection turns the row, left of the diagonal, into (0, …, 0, norm).
    const norm = last > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    beside[i - 1] = norm;
    v[i - 1] = last - norm;
    const height = squares - last * norm;
    h[i] = height;
    // A' = A − v qᵀ − q vᵀ with q = A v/h − (vᵀ A v / 2h²) v.
    let product = 0;
    for (let j = 0; j < i; j += 1) {
      let sum = 0;
      const row = j * size;
      for (let k = 0; k < i; k += 1) sum += (a[row + k] ?? 0) * (v[k] ?? 0);
      q[j] = sum / height;
      product += (v[j] ?? 0) * (q[j] ?? 0);
    }
    const half = product / (2 * height);
    for (let j = 0; j < i; j += 1) q[j] = (q[j] ?? 0) - half * (v[j] ?? 0);
    for (let j = 0; j < i; j += 1) {
      const vj = v[j] ?? 0;
      const qj = q[j] ?? 0;
      const row = j * size;
      for (let k = 0; k < i; k += 1) a[row + k] = (a[row + k] ?? 0) - vj * (q[k] ?? 0) - qj * (v[k] ?? 0);
    }
  }
  return { diagonal, beside, reflections: a, h };
}

/** An eigenvector of the tridiagonal matrix as one of the original: the reflections, first to last. */
function turnedBack(vector: Float64Array, { reflections, h }: Tridiagonal): Float64Array {
  const size = vector.length;
  for (let i = 1; i < size; i += 1) {
    const height = h[i] ?? 0;
    if (height === 0) continue;
    let sum = 0;
    for (let k = 0; k < i; k += 1) sum += (reflections[i * size + k] ?? 0) * (vector[k] ?? 0);
    for (let k = 0; k < i; k += 1) vector[k] = (vector[k] ?? 0) - (reflections[i * size + k] ?? 0) * (sum / height);
  }
  return vector;
}

/** Two or three turns find an eigenvalue; the limit keeps a worker from running for ever. */
const mostTurns = 200;

function eigenvalues(reduced: Tridiagonal, size: number): Float64Array {
  const diagonal = reduced.diagonal.slice();
  const beside = reduced.beside.slice();
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
      }
      if (i >= l) continue;
      diagonal[l] = dl - p;
      beside[l] = g;
      beside[m] = 0;
    }
  }
  return diagonal.sort().reverse();
}

/** The element beside the diagonal no longer changes its neighbours in double precision. */
function isNegligible(diagonal: Float64Array, beside: Float64Array, m: number): boolean {
  const around = Math.abs(diagonal[m] ?? 0) + Math.abs(diagonal[m + 1] ?? 0);
  return Math.abs(beside[m] ?? 0) <= Number.EPSILON * around || Math.abs(beside[m] ?? 0) < 1e-300;
}

/**
 * Inverse iteration: solving (T − λ) x = b again and again leaves the part of b along the eigenvector.
 * Orthogonal to the vectors found before, so that equal eigenvalues get different vectors.
 */
function eigenvector(reduced: Tridiagonal, value: number, found: readonly Float64Array[]): Float64Array {
  const solve = shiftedSolver(reduced, value);
  // Any start does that has a part along the vector; this one is irregular, fixed, and other for each vector.
  const x = Float64Array.from(reduced.diagonal, (_, i) => Math.sin((i + 1) * (found.length + 1) * 1.7) + 0.3);
  for (let round = 0; round < 4; round += 1) {
    normalise(x);
    solve(x);
    normalise(x);
    // Twice: after the first time a part the size of rounding may be left, relative to what remains.
    removeParts(x, found);
    normalise(x);
    removeParts(x, found);
  }
  return normalise(x);
}

/**
 * Gaussian elimination of T − λ with row exchanges. The greatest element of T is about 1, so elements below
 * rounding count as 0, and a pivot of 0 becomes one the size of rounding.
 */
function shiftedSolver(reduced: Tridiagonal, value: number): (x: Float64Array) => void {
  const pivot = reduced.diagonal.map((each) => each - value);
  const beside = reduced.beside.map((each) => (Math.abs(each) <= Number.EPSILON ? 0 : each));
  const size = pivot.length;
  const right = beside.slice();
  const farRight = new Float64Array(size);
  const factor = new Float64Array(size);
  const exchanged = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) {
    const below = beside[i] ?? 0;
    if (i < size - 1 && Math.abs(below) > Math.abs(pivot[i] ?? 0)) {
      exchanged[i] = 1;
      const ratio = (pivot[i] ?? 0) / below;
      factor[i] = ratio;
      const upper = right[i] ?? 0;
      pivot[i] = below;
      right[i] = pivot[i + 1] ?? 0;
      farRight[i] = right[i + 1] ?? 0;
      pivot[i + 1] = upper - ratio * (right[i] ?? 0);
      right[i + 1] = -ratio * (farRight[i] ?? 0);
      continue;
    }
    if (Math.abs(pivot[i] ?? 0) < Number.EPSILON) pivot[i] = Number.EPSILON;
    if (i === size - 1) break;
    const ratio = below / (pivot[i] ?? 1);
    factor[i] = ratio;
    pivot[i + 1] = (pivot[i + 1] ?? 0) - ratio * (right[i] ?? 0);
  }
  return (x) => {
    for (let i = 0; i < size - 1; i += 1) {
      if (exchanged[i] === 1) {
        const upper = x[i] ?? 0;
        x[i] = x[i + 1] ?? 0;
        x[i + 1] = upper;
      }
      x[i + 1] = (x[i + 1] ?? 0) - (factor[i] ?? 0) * (x[i] ?? 0);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      const rest = (right[i] ?? 0) * (x[i + 1] ?? 0) + (farRight[i] ?? 0) * (x[i + 2] ?? 0);
      x[i] = ((x[i] ?? 0) - rest) / (pivot[i] ?? 1);
    }
  };
}

function removeParts(x: Float64Array, found: readonly Float64Array[]): void {
  for (const other of found) {
    let part = 0;
    for (let i = 0; i < x.length; i += 1) part += (x[i] ?? 0) * (other[i] ?? 0);
    for (let i = 0; i < x.length; i += 1) x[i] = (x[i] ?? 0) - part * (other[i] ?? 0);
  }
}

function normalise(x: Float64Array): Float64Array {
  const greatest = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  let squares = 0;
  for (const value of x) squares += (value / greatest) ** 2;
  const length = greatest * Math.sqrt(squares) || 1;
  for (let i = 0; i < x.length; i += 1) x[i] = (x[i] ?? 0) / length;
  return x;
}

function positive(vector: Float64Array): Float64Array {
  let greatest = 0;
  // The margin keeps rounding from choosing between components of equal size.
  for (const value of vector) if (Math.abs(value) > Math.abs(greatest) * (1 + 1e-9)) greatest = value;
  return greatest < 0 ? vector.map((value) => -value) : vector;
}
