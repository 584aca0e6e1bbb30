// How often and how widely each code was used. Formulas: Methods, code frequency.

import { assertCodings } from './codings.ts';
import type { CodingColumns } from './codings.ts';
import { lastTouched } from './units.ts';
import type { UnitSource } from './units.ts';

export type FrequencyQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly coders: number;
  readonly documents: number;
  /** Case of each document, or −1 for none. */
  readonly caseOf: Int32Array;
  readonly cases: number;
  /** The words of a document, as `wordUnits` gives them; asked once per document, in ascending order. */
  readonly wordsOf: UnitSource;
};

/** Shares are 0..1 and null where the total is 0. */
export type CodeFrequency = {
  readonly code: number;
  readonly codings: number;
  /** Of all codings in the question. */
  readonly codingsShare: number | null;
  readonly documents: number;
  readonly documentsShare: number | null;
  readonly cases: number;
  readonly casesShare: number | null;
  /** Words of which at least one character is coded, each once however many codings overlap on it. */
  readonly words: number;
  readonly wordsShare: number | null;
  /** Codings per 10,000 words of the documents in the question. */
  readonly ratePer10000Words: number | null;
  /** Codings of each coder, by coder index. */
  readonly byCoder: readonly number[];
};

export type FrequencyTable = {
  /** One row for every code, in the order of the indices, also for codes without codings. */
  readonly rows: readonly CodeFrequency[];
  readonly totals: {
    readonly codings: number;
    readonly documents: number;
    readonly cases: number;
    readonly words: number;
    readonly byCoder: readonly number[];
  };
};

/**
 * Frequency of every code. One pass over the codings, and one over the words of each document.
 * @throws RangeError where the codings are unsorted, empty or out of range (see `assertCodings`)
 */
export function codeFrequencies(question: FrequencyQuestion): FrequencyTable {
  assertCodings(question.codings, question);
  const { codings, codes, coders, documents, cases } = question;
  const words = countWords(question);
  const documentCounts = groupCounts(question, null, documents);
  const caseCounts = groupCounts(question, question.caseOf, cases);
  const byCoder = codingsByCoder(codings, codes, coders);
  const total = codings.code.length;

  const rows = Array.from({ length: codes }, (_, code): CodeFrequency => {
    const ofCoders = Array.from(byCoder.subarray(code * coders, (code + 1) * coders));
    const count = sum(ofCoders);
    return {
      code,
      codings: count,
      codingsShare: shareOf(count, total),
      documents: documentCounts[code] ?? 0,
      documentsShare: shareOf(documentCounts[code] ?? 0, documents),
      cases: caseCounts[code] ?? 0,
      casesShare: shareOf(caseCounts[code] ?? 0, cases),
      words: words.coded[code] ?? 0,
      wordsShare: shareOf(words.coded[code] ?? 0, words.all),
      ratePer10000Words: words.all === 0 ? null : (count * 10_000) / words.all,
      byCoder: ofCoders,
    };
  });
  const coderTotals = Array.from({ length: coders }, (_, coder) => sum(rows.map((row) => row.byCoder[coder] ?? 0)));
  return { rows, totals: { codings: total, documents, cases, words: words.all, byCoder: coderTotals } };
}

/** Words under each code, each once: in order of start, a coding adds what reaches beyond those before it. */
function countWords({ codings, codes, documents, wordsOf }: FrequencyQuestion) {
  const { document, start, end, code } = codings;
  const coded = new Float64Array(codes);
  const reached = new Int32Array(codes);
  let all = 0;
  let i = 0;
  for (let d = 0; d < documents; d += 1) {
    const words = wordsOf(d);
    all += words.starts.length;
    reached.fill(-1);
    let first = 0;
    for (; document[i] === d; i += 1) {
      while ((words.ends[first] ?? Infinity) <= (start[i] ?? 0)) first += 1;
      const c = code[i] ?? 0;
      const from = Math.max(first, (reached[c] ?? 0) + 1);
      const last = lastTouched(words, end[i] ?? 0);
      if (last < from) continue;
      coded[c] = (coded[c] ?? 0) + last - from + 1;
      reached[c] = last;
    }
  }
  return { coded, all };
}

/** In how many groups of documents each code occurs. @param groupOf null where each document is its own group */
function groupCounts({ codings, codes }: FrequencyQuestion, groupOf: Int32Array | null, groups: number): Float64Array {
  const counts = new Float64Array(codes);
  const seen = new Uint8Array(codes * groups);
  for (let i = 0; i < codings.code.length; i += 1) {
    const d = codings.document[i] ?? 0;
    const group = groupOf === null ? d : (groupOf[d] ?? -1);
    if (group >= groups) throw new RangeError(`document ${d} names group ${group} of ${groups}`);
    const code = codings.code[i] ?? 0;
    const cell = code * groups + group;
    if (group < 0 || seen[cell] === 1) continue;
    seen[cell] = 1;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** @throws RangeError where a coding names a coder that is not there: it would vanish from the counts */
function codingsByCoder(codings: CodingColumns, codes: number, coders: number): Int32Array {
  const counts = new Int32Array(codes * coders);
  for (let i = 0; i < codings.code.length; i += 1) {
    const coder = codings.coder[i] ?? 0;
    if (coder < 0 || coder >= coders) throw new RangeError(`coding ${i} names coder ${coder} of ${coders}`);
    const cell = (codings.code[i] ?? 0) * coders + coder;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function shareOf(part: number, total: number): number | null {
  return total === 0 ? null : part / total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
