// Concept map: multidimensional scaling of codes. Formulas: Methods, co-occurrence.

import { upperCorrelation } from './correlation.ts';
import { symmetricEigen } from './eigen.ts';

export type ConceptMap = {
  readonly dimensions: 2 | 3;
  /** Row-major size × dimensions, in the unit of the dissimilarities, centred on 0. */
  readonly points: Float64Array;
  /** All eigenvalues of classical scaling, descending. */
  readonly eigenvalues: Float64Array;
  /**
   * Kruskal's stress-1 √(Σ(d − d̂)² / Σd²) over pairs, with d the distance in the map and d̂ the
   * dissimilarity. Null where all points coincide.
   */
  readonly stress: number | null;
  /** R²: squared correlation of dissimilarities and distances; null where one does not vary. */
  readonly r2: number | null;
  /** SMACOF steps taken. */
  readonly iterations: number;
};

/**
 * A map whose distances are as near to the dissimilarities as possible: classical scaling (Torgerson 1958)
 * as the start, then SMACOF (de Leeuw 1977), which lowers the raw stress Σ(d − d̂)² with every step. The
 * same dissimilarities always give the same map.
 * @param distances row-major size × size, symmetric, ≥ 0, 0 on the diagonal
 * @param size number of codes
 */
export function conceptMap(distances: Float64Array, size: number, dimensions: 2 | 3 = 2): ConceptMap {
  const start = classicalScaling(distances, size, dimensions);
  let points = start.points;
  let iterations = 0;
  if (!fitsExactly(points, distances, size, dimensions)) {
    // Classical scaling may put codes of equal profile on one spot, where SMACOF has no direction to move
    // them apart (when no two codes co-occur, nearly all of them). A little fixed noise gives it one.
    points = withNoise(points, distances, size);
    ({ points, iterations } = smacof(points, distances, size, dimensions));
  }
  const fitted = mapDistances(points, size, dimensions);
  const r = upperCorrelation(distances, fitted, size);
  return {
    dimensions,
    points,
    eigenvalues: start.eigenvalues,
    stress: kruskalStress(distances, fitted, size),
    r2: r === null ? null : r * r,
    iterations,
  };
}

/**
 * Classical scaling: the top eigenpairs of B = −½ J D² J, each eigenvector times the root of its value;
 * dimensions without a positive eigenvalue are 0.
 * @returns points row-major size × dimensions
 */
export function classicalScaling(
  distances: Float64Array,
  size: number,
  dimensions: number,
): { readonly points: Float64Array; readonly eigenvalues: Float64Array } {
  const { values, vectors } = symmetricEigen(doublyCentred(distances, size), size, dimensions);
  const points = new Float64Array(size * dimensions);
  const negligible = (values[0] ?? 0) * 1e-12;
  for (let k = 0; k < Math.min(dimensions, size); k += 1) {
    const value = values[k] ?? 0;
    if (value <= negligible) continue;
    for (let i = 0; i < size; i += 1) points[i * dimensions + k] = Math.sqrt(value) * (vectors[k * size + i] ?? 0);
  }
  return { points, eigenvalues: values };
}

/**
 * Distances between the points of a map.
 * @returns row-major size × size, symmetric
 */
export function mapDistances(points: Float64Array, size: number, dimensions: number): Float64Array {
  const distances = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const distance = distanceBetween(points, i, j, dimensions);
      distances[i * size + j] = distance;
      distances[j * size + i] = distance;
    }
  }
  return distances;
}

/**
 * Kruskal's stress-1 (1964).
 * @param disparities d̂, in metric scaling the dissimilarities themselves
 * @param distances d, in the map
 * @returns null where all distances are 0
 */
export function kruskalStress(disparities: Float64Array, distances: Float64Array, size: number): number | null {
  let residual = 0;
  let total = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const distance = distances[i * size + j] ?? 0;
      residual += (distance - (disparities[i * size + j] ?? 0)) ** 2;
      total += distance * distance;
    }
  }
  return total === 0 ? null : Math.sqrt(residual / total);
}

function doublyCentred(distances: Float64Array, size: number): Float64Array {
  const squares = distances.map((value) => value * value);
  const means = new Float64Array(size);
  let mean = 0;
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += squares[i * size + j] ?? 0;
    means[i] = sum / size;
    mean += sum / size / size;
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const cell = i * size + j;
      squares[cell] = -0.5 * ((squares[cell] ?? 0) - (means[i] ?? 0) - (means[j] ?? 0) + mean);
    }
  }
  return squares;
}

/**
 * When SMACOF stops. Small maps are brought to rest; in a map of hundreds of codes, where a step takes
 * milliseconds, steps that improve the fit by less than a millionth are not worth the wait.
 */
function stopRule(size: number): { readonly limit: number; readonly gain: number } {
  return size <= 100 ? { limit: 1000, gain: 1e-9 } : { limit: 150, gain: 1e-6 };
}

function smacof(
  start: Float64Array,
  distances: Float64Array,
  size: number,
  dimensions: number,
): { readonly points: Float64Array; readonly iterations: number } {
  let points = start;
  let before = Infinity;
  const { limit, gain } = stopRule(size);
  for (let step = 0; ; step += 1) {
    const { next, stress } = guttmanTransform(points, distances, size, dimensions);
    if (step === limit || stress >= before * (1 - gain)) return { points, iterations: step };
    before = stress;
    points = next;
  }
}

/** One step: every point moves to the mean of where its distances to the others would have it. */
function guttmanTransform(points: Float64Array, distances: Float64Array, size: number, dimensions: number) {
  // One column per coordinate, the third 0 in the plane: the inner loop, which takes nearly all the time of
  // a large map, needs no loop over dimensions.
  const [x, y, z] = coordinateColumns(points, size, dimensions);
  const [nextX, nextY, nextZ] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let stress = 0;
  for (let i = 0; i < size; i += 1) {
    const xi = x[i] ?? 0;
    const yi = y[i] ?? 0;
    const zi = z[i] ?? 0;
    let [sumX, sumY, sumZ] = [0, 0, 0];
    for (let j = i + 1; j < size; j += 1) {
      const dx = xi - (x[j] ?? 0);
      const dy = yi - (y[j] ?? 0);
      const dz = zi - (z[j] ?? 0);
      const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
      const wanted = distances[i * size + j] ?? 0;
      const residual = distance - wanted;
      stress += residual * residual;
      if (distance === 0) continue;
      const ratio = wanted / distance / size;
      sumX += ratio * dx;
      sumY += ratio * dy;
      sumZ += ratio * dz;
      nextX[j] = (nextX[j] ?? 0) - ratio * dx;
      nextY[j] = (nextY[j] ?? 0) - ratio * dy;
      nextZ[j] = (nextZ[j] ?? 0) - ratio * dz;
    }
    nextX[i] = (nextX[i] ?? 0) + sumX;
    nextY[i] = (nextY[i] ?? 0) + sumY;
    nextZ[i] = (nextZ[i] ?? 0) + sumZ;
  }
  const columns = [nextX, nextY, nextZ];
  const next = points.map((_, cell) => columns[cell % dimensions]?.[Math.floor(cell / dimensions)] ?? 0);
  return { next, stress };
}

function coordinateColumns(points: Float64Array, size: number, dimensions: number) {
  const column = (k: number) =>
    Float64Array.from({ length: size }, (_, i) => (k < dimensions ? (points[i * dimensions + k] ?? 0) : 0));
  return [column(0), column(1), column(2)] as const;
}

function distanceBetween(points: Float64Array, i: number, j: number, dimensions: number): number {
  let sum = 0;
  for (let k = 0; k < dimensions; k += 1) {
    const difference = (points[i * dimensions + k] ?? 0) - (points[j * dimensions + k] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function fitsExactly(points: Float64Array, distances: Float64Array, size: number, dimensions: number): boolean {
  const fitted = mapDistances(points, size, dimensions);
  let greatest = 0;
  for (const value of distances) if (value > greatest) greatest = value;
  return distances.every((value, cell) => Math.abs(value - (fitted[cell] ?? 0)) <= 1e-9 * greatest);
}

/** Adds noise of one thousandth of the mean dissimilarity, from a fixed seed (mulberry32). */
function withNoise(points: Float64Array, distances: Float64Array, size: number): Float64Array {
  const mean = distances.reduce((sum, value) => sum + value, 0) / (size * size);
  let seed = 0x53504c31;
  return points.map((value) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    const uniform = ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
    return value + (uniform - 0.5) * 0.002 * mean;
  });
}
