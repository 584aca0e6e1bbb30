// A matrix of codes, cases, documents or values: what is coded at both. Formulas: Methods, NVivo matrix coding query.

import { assertCodings, type CodingColumns } from './codings.ts';
import { retrieve, type Retrieval, type RetrievalQuestion } from './retrieval.ts';
import type { Relation } from './query.ts';
import { firstTouched, lastTouched, type UnitSource } from './units.ts';

/** A row or column: a code by place, or some documents (those of a case, with a value, or one), 1 for each. */
export type MatrixSide =
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'documents'; readonly in: Uint8Array };

export type MatrixQuestion = Pick<RetrievalQuestion, 'codings' | 'codes' | 'documents' | 'caseOf' | 'unitsOf'> & {
  readonly rows: readonly MatrixSide[];
  readonly columns: readonly MatrixSide[];
  /**
   * How two codes meet. *overlaps*: the content of a cell is what they have in common. Any other: the segments of the
   * row that stand so to one of the column.
   */
  readonly relation: Relation;
  readonly wordsOf: UnitSource;
  readonly progress?: (share: number) => void;
};

/** Row-major rows × columns. */
export type Matrix = {
  /** Distinct stretches of content. */
  readonly references: Float64Array;
  readonly documents: Float64Array;
  readonly cases: Float64Array;
  /** Words of which a character belongs to the content, each once. */
  readonly words: Float64Array;
};

/**
 * Every cell. A code and documents: the segments of the code in them. Documents and documents: all segments in both.
 * A code and itself: its segments, whatever the relation.
 */
export function matrixOf(question: MatrixQuestion): Matrix {
  assertCodings(question.codings, question);
  const { rows, columns, caseOf } = question;
  const size = rows.length * columns.length;
  const matrix = {
    references: new Float64Array(size),
    documents: new Float64Array(size),
    cases: new Float64Array(size),
    words: new Float64Array(size),
  };
  const rowsOfCode = rowsByCode(question);
  const wordAt = wordPlaces(question);
  rows.forEach((row, r) => {
    question.progress?.(r / rows.length);
    columns.forEach((column, c) => {
      const found = contentOf(question, rowsOfCode, row, column);
      const cell = r * columns.length + c;
      const documents = new Set(found.document);
      matrix.references[cell] = found.document.length;
      matrix.documents[cell] = documents.size;
      matrix.cases[cell] = new Set([...documents].map((d) => caseOf[d] ?? -1).filter((group) => group >= 0)).size;
      matrix.words[cell] = wordsIn(found, wordAt);
    });
  });
  return matrix;
}

function contentOf(
  question: MatrixQuestion,
  rowsOfCode: readonly Int32Array[],
  row: MatrixSide,
  column: MatrixSide,
): Retrieval {
  const { codings, relation } = question;
  const ofCode = (code: number) => rowsOfCode[code] ?? new Int32Array();
  const ask = (rows: Int32Array, first: number | null, related: boolean) => {
    const taken = pick(codings, rows, first);
    return retrieve({
      ...question,
      codings: taken,
      codes: 2,
      query: related
        ? {
            op: 'relation',
            relation,
            negated: false,
            left: { op: 'codes', codes: [0] },
            right: { op: 'codes', codes: [1] },
            reflexive: false,
          }
        : { op: 'any' },
      mode: related && relation.kind === 'overlaps' ? 'intersections' : 'segments',
    });
  };
  if (row.kind === 'code' && column.kind === 'code') {
    if (row.code === column.code) return ask(ofCode(row.code), null, false);
    return ask(merged(ofCode(row.code), ofCode(column.code)), row.code, true);
  }
  const inBoth = (d: number) =>
    (row.kind === 'code' || row.in[d] === 1) && (column.kind === 'code' || column.in[d] === 1);
  const code = row.kind === 'code' ? row.code : column.kind === 'code' ? column.code : null;
  const rows = code === null ? codings.code.map((_, i) => i) : ofCode(code);
  return ask(
    rows.filter((i) => inBoth(codings.document[i] ?? 0)),
    null,
    false,
  );
}

/** Codings of one code become those of code 0, all others of code 1. */
function pick(
  { document, start, end, code, coder }: CodingColumns,
  rows: Int32Array,
  first: number | null,
): CodingColumns {
  return {
    document: rows.map((i) => document[i] ?? 0),
    start: rows.map((i) => start[i] ?? 0),
    end: rows.map((i) => end[i] ?? 0),
    code: rows.map((i) => Number(first !== null && code[i] !== first)),
    coder: rows.map((i) => coder[i] ?? 0),
  };
}

function rowsByCode({ codings, codes }: MatrixQuestion): readonly Int32Array[] {
  const rows = Array.from({ length: codes }, (): number[] => []);
  codings.code.forEach((code, i) => rows[code]?.push(i));
  return rows.map((each) => Int32Array.from(each));
}

function merged(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both.sort();
}

type WordPlaces = { readonly first: ReadonlyMap<number, number>; readonly last: ReadonlyMap<number, number> };

/** Content begins and ends where codings do: the words there are looked up once, in one pass over the texts. */
function wordPlaces({ codings, documents, wordsOf }: MatrixQuestion): WordPlaces {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (let d = 0, i = 0; d < documents; d += 1) {
    const words = wordsOf(d);
    for (; codings.document[i] === d; i += 1) {
      const [start, end] = [codings.start[i] ?? 0, codings.end[i] ?? 0];
      first.set(placeKey(d, start), firstTouched(words, start));
      last.set(placeKey(d, end), lastTouched(words, end));
    }
  }
  return { first, last };
}

function placeKey(document: number, offset: number): number {
  return document * 2 ** 31 + offset;
}

function wordsIn({ document, start, end }: Retrieval, { first, last }: WordPlaces): number {
  let [words, reached, current] = [0, -1, -1];
  document.forEach((d, k) => {
    if (d !== current) [current, reached] = [d, -1];
    const from = Math.max(reached + 1, first.get(placeKey(d, start[k] ?? 0)) ?? 0);
    const to = last.get(placeKey(d, end[k] ?? 0)) ?? -1;
    if (to < from) return;
    words += to - from + 1;
    reached = to;
  });
  return words;
}
