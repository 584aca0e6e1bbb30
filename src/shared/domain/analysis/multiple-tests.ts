// Several tests at once: of twenty codes without any relation, one is "significant" at 5 %.

/** Adjusted p-values, in the order given; a test that is undefined stays null and does not count. */
export type AdjustedTests = {
  /** Holm 1979: the chance of one false finding among all. */
  readonly holm: readonly (number | null)[];
  /** Benjamini & Hochberg 1995: the expected share of false findings among the findings. */
  readonly benjaminiHochberg: readonly (number | null)[];
};

export function adjustedTests(values: readonly (number | null)[]): AdjustedTests {
  const order = [...values.entries()]
    .flatMap(([place, p]) => (p === null ? [] : [{ place, p }]))
    .toSorted((a, b) => a.p - b.p);
  const size = order.length;
  const holm: (number | null)[] = values.map(() => null);
  const benjaminiHochberg: (number | null)[] = values.map(() => null);
  let greatest = 0;
  order.forEach(({ place, p }, rank) => {
    greatest = Math.max(greatest, Math.min(1, p * (size - rank)));
    holm[place] = greatest;
  });
  let smallest = 1;
  for (const [rank, { place, p }] of [...order.entries()].toReversed()) {
    smallest = Math.min(smallest, (p * size) / (rank + 1));
    benjaminiHochberg[place] = smallest;
  }
  return { holm, benjaminiHochberg };
}
