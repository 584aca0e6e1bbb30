// Random numbers that are the same in every run: a permutation test can be computed again.

/** Gives numbers in [0, 1). */
export type Random = () => number;

/**
 * Mulberry32 (T. Ettinger): 2³² states, enough to shuffle some ten thousand times.
 * @param seed any whole number; equal seeds give equal sequences
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher–Yates: every order of `values[from..to)` is equally likely. Works in place. */
export function shuffle(values: Int32Array, from: number, to: number, random: Random): void {
  for (let last = to - 1; last > from; last -= 1) {
    const other = from + Math.floor(random() * (last - from + 1));
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}
