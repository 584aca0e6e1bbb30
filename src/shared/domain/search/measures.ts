// How words are spread over texts: frequency, TF·IDF and keyness.

/** One text, or several taken as one: how often it has each word. */
export type WordCounts = ReadonlyMap<string, number>;

export type WordMeasure = {
  readonly word: string;
  readonly count: number;
  /** Texts that have it. */
  readonly documents: number;
  /** Of all words counted, 0..1. */
  readonly share: number;
  /** Σ count·ln(N/df) over the texts: 0 for a word that every text has. */
  readonly tfidf: number;
  /** G² against the other texts, negative where the word is rarer here; null where there are no others. */
  readonly keyness: number | null;
};

/**
 * Measures of every word of some texts, the most frequent first.
 * TF is the count, IDF the natural logarithm of N/df without smoothing, where N and df count the texts given here.
 * @param others counts in all other texts, and how many words they have; null where there are none
 */
export function wordMeasures(
  texts: readonly WordCounts[],
  others: { readonly counts: WordCounts; readonly words: number } | null,
): readonly WordMeasure[] {
  const totals = new Map<string, { count: number; documents: number }>();
  let words = 0;
  for (const counts of texts) {
    for (const [word, count] of counts) {
      const total = totals.get(word);
      if (total) {
        total.count += count;
        total.documents += 1;
      } else totals.set(word, { count, documents: 1 });
      words += count;
    }
  }
  const measures = Array.from(totals, ([word, { count, documents }]) => ({
    word,
    count,
    documents,
    share: count / words,
    tfidf: count * Math.log(texts.length / documents),
    keyness: others && others.words > 0 ? keyness(count, words, others.counts.get(word) ?? 0, others.words) : null,
  }));
  return measures.toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/**
 * Log-likelihood keyness (Dunning 1993; Rayson & Garside 2000): G² = 2 Σ O ln(O/E) over the two corpora, with the sign
 * of the difference of the relative frequencies.
 * @param count occurrences here, among `size` words
 * @param otherCount occurrences there, among `otherSize` words
 */
export function keyness(count: number, size: number, otherCount: number, otherSize: number): number {
  const all = count + otherCount;
  const expected = (size * all) / (size + otherSize);
  const otherExpected = (otherSize * all) / (size + otherSize);
  const term = (observed: number, wanted: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / wanted);
  const g2 = 2 * (term(count, expected) + term(otherCount, otherExpected));
  // What rounding leaves of nothing is nothing.
  const value = Math.max(0, g2);
  return count * otherSize < otherCount * size ? -value : value;
}
