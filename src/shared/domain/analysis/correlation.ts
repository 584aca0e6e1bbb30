// How well one symmetric matrix follows another.

/**
 * Pearson's r of two symmetric matrices over the pairs above the diagonal.
 * @returns null where one of them does not vary (within rounding) or there is no pair
 */
export function upperCorrelation(first: Float64Array, second: Float64Array, size: number): number | null {
  const pairs = (size * (size - 1)) / 2;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      meanX += (first[i * size + j] ?? 0) / pairs;
      meanY += (second[i * size + j] ?? 0) / pairs;
    }
  }
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const x = (first[i * size + j] ?? 0) - meanX;
      const y = (second[i * size + j] ?? 0) - meanY;
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
  }
  const rounding = 1e-18 * pairs;
  if (xx <= rounding * Math.max(1, meanX * meanX) || yy <= rounding * Math.max(1, meanY * meanY)) return null;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
