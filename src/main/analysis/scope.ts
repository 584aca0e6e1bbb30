// Which codings an analysis looks at: from what the researcher chose to dense columns for the pure functions.

import type { CodingColumns } from '../../shared/domain/analysis/codings.ts';
import type { UnitSource } from '../../shared/domain/analysis/units.ts';
import { roomForUnits, unpackUnits } from '../db/packed-units.ts';
import type { PackedTexts } from './texts.ts';

/** Handed to a worker; the codings stay in shared memory. Places in the study become places in the scope. */
export type Scope = {
  readonly codings: CodingColumns;
  /** Place in the scope of each code of the study, −1 where it takes no part. */
  readonly codeAt: Int32Array;
  readonly codes: number;
  /** The same for documents. Documents of the scope keep their order. */
  readonly documentAt: Int32Array;
  readonly documents: number;
  /** 1 for each coder of the study that takes part; the last one stands for codings of nobody. */
  readonly coderIn: Uint8Array;
};

/** Numbers that stand beside every result. */
export type ScopeCounts = { readonly codings: number; readonly coders: number };

/** The codings in scope as columns of their own, sorted as those of the study are. */
export function selectCodings(scope: Scope): CodingColumns {
  const { document, start, end, code, coder } = scope.codings;
  const { codeAt, documentAt } = scope;
  if (takesAll(scope)) return scope.codings;
  const picked = rowsInScope(scope);
  return {
    document: picked.map((i) => documentAt[document[i] ?? 0] ?? 0),
    start: picked.map((i) => start[i] ?? 0),
    end: picked.map((i) => end[i] ?? 0),
    code: picked.map((i) => codeAt[code[i] ?? 0] ?? 0),
    coder: picked.map((i) => coder[i] ?? 0),
  };
}

/** Which row of the study each coding of {@link selectCodings} is. */
export function rowsInScope({ codings, codeAt, documentAt, coderIn }: Scope): Int32Array {
  const { document, code, coder } = codings;
  const size = document.length;
  const rows = new Int32Array(size);
  let kept = 0;
  for (let i = 0; i < size; i += 1) {
    const takesPart =
      (documentAt[document[i] ?? 0] ?? -1) >= 0 && (codeAt[code[i] ?? 0] ?? -1) >= 0 && coderIn[coder[i] ?? 0] === 1;
    if (takesPart) rows[kept++] = i;
  }
  return rows.subarray(0, kept);
}

/** Everything takes part, each at the place that it has in the study. */
function takesAll({ codeAt, documentAt, coderIn }: Scope): boolean {
  const keepsPlaces = (places: Int32Array) => places.every((place, index) => place === index);
  return keepsPlaces(codeAt) && keepsPlaces(documentAt) && coderIn.every((flag) => flag === 1);
}

/** How many codings take part, and how many people made them. Nobody counts as nobody. */
export function countScope({ coderIn }: Scope, { code, coder }: CodingColumns): ScopeCounts {
  const seen = new Uint8Array(coderIn.length);
  for (const each of coder) seen[each] = 1;
  return { codings: code.length, coders: seen.subarray(0, -1).reduce((sum, flag) => sum + flag, 0) };
}

/**
 * The units of the documents in scope. They hold until those of the next document are asked for.
 * @param visited called with the share of documents looked at, now and then
 */
export function unitSource(scope: Scope, texts: PackedTexts, visited: (share: number) => void): UnitSource {
  const { bytes, offsets } = texts;
  const inStudy = new Int32Array(scope.documents);
  scope.documentAt.forEach((place, index) => {
    if (place >= 0) inStudy[place] = index;
  });
  let largest = 0;
  for (let d = 0; d + 1 < offsets.length; d += 1) {
    largest = Math.max(largest, (offsets[d + 1] ?? 0) - (offsets[d] ?? 0));
  }
  const room = roomForUnits(largest);
  return (document) => {
    if (document % 64 === 0) visited(document / scope.documents);
    const index = inStudy[document] ?? 0;
    return unpackUnits(bytes.subarray(offsets[index] ?? 0, offsets[index + 1] ?? 0), room);
  };
}
