// How often each code was used in each case or document: what crosstabs, tests and the likeness of cases start from.

import { assertCodings, type CodingColumns } from './codings.ts';
import { lastTouched, type UnitSource } from './units.ts';

export type ProfileQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  /** Group (case, or document on its own) of each document, or −1: such a document takes no part. */
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** The words of a document, asked once per document in ascending order; null where words are not wanted. */
  readonly wordsOf: UnitSource | null;
};

/** Row-major groups × codes. */
export type CodeProfiles = {
  readonly groups: number;
  readonly codes: number;
  readonly codings: Float64Array;
  /** Words of which a character is coded, each once for each code; null where they were not asked for. */
  readonly words: Float64Array | null;
  /** All words of each group. */
  readonly allWords: Float64Array | null;
};

/** @throws RangeError where the codings are unsorted or out of range (see `assertCodings`), or a group is */
export function codeProfiles(question: ProfileQuestion): CodeProfiles {
  assertCodings(question.codings, question);
  const { codings, codes, documents, groupOf, groups, wordsOf } = question;
  const { document, start, end, code } = codings;
  const counts = new Float64Array(groups * codes);
  const words = wordsOf && new Float64Array(groups * codes);
  const allWords = wordsOf && new Float64Array(groups);
  const reached = new Int32Array(codes);
  for (let d = 0, i = 0; d < documents; d += 1) {
    const group = groupOf[d] ?? -1;
    if (group >= groups) throw new RangeError(`document ${d} names group ${group} of ${groups}`);
    const units = wordsOf?.(d) ?? null;
    if (units && allWords && group >= 0) allWords[group] = (allWords[group] ?? 0) + units.starts.length;
    reached.fill(-1);
    let first = 0;
    for (; document[i] === d; i += 1) {
      if (group < 0) continue;
      const c = code[i] ?? 0;
      const cell = group * codes + c;
      counts[cell] = (counts[cell] ?? 0) + 1;
      if (!units || !words) continue;
      while ((units.ends[first] ?? Infinity) <= (start[i] ?? 0)) first += 1;
      const from = Math.max(first, (reached[c] ?? 0) + 1);
      const last = lastTouched(units, end[i] ?? 0);
      if (last < from) continue;
      words[cell] = (words[cell] ?? 0) + last - from + 1;
      reached[c] = last;
    }
  }
  return { groups, codes, codings: counts, words, allWords };
}

/**
 * Likeness of groups: cosine of their codes' relative frequencies. Dividing a row by its sum changes no cosine, so
 * the counts themselves are compared.
 * @returns row-major groups × groups, symmetric; NaN where a group has no coding
 */
export function groupSimilarity({ groups, codes, codings }: CodeProfiles): Float64Array {
  const matrix = new Float64Array(groups * groups).fill(Number.NaN);
  const squares = Float64Array.from({ length: groups }, (_, group) =>
    codings.subarray(group * codes, (group + 1) * codes).reduce((sum, count) => sum + count * count, 0),
  );
  for (let i = 0; i < groups; i += 1) {
    for (let j = i; j < groups; j += 1) {
      const product = (squares[i] ?? 0) * (squares[j] ?? 0);
      if (product === 0) continue;
      let sum = 0;
      for (let code = 0; code < codes; code += 1) {
        sum += (codings[i * codes + code] ?? 0) * (codings[j * codes + code] ?? 0);
      }
      const value = sum / Math.sqrt(product);
      matrix[i * groups + j] = value;
      matrix[j * groups + i] = value;
    }
  }
  return matrix;
}
