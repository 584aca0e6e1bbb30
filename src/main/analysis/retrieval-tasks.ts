// Coding retrieval in a worker.

import {
  retrieve,
  type ResolvedQuery,
  type Retrieval,
  type ReturnMode,
} from '../../shared/domain/analysis/retrieval.ts';
import { matrixOf, type Matrix, type MatrixSide } from '../../shared/domain/analysis/matrix.ts';
import type { Relation } from '../../shared/domain/analysis/query.ts';
import type { UnitSource } from '../../shared/domain/analysis/units.ts';
import { countScope, rowsInScope, selectCodings, unitSource, type Scope, type ScopeCounts } from './scope.ts';
import type { PackedTexts } from './texts.ts';

export type RetrievalUnits = 'words' | 'sentences' | 'paragraphs' | 'sections';

export type RetrievalInput = {
  readonly scope: Scope;
  /** Documents, coders and numbers of its conditions by their place in the scope, the study, and the study's codings. */
  readonly query: ResolvedQuery;
  readonly mode: ReturnMode;
  /** Case of each document in scope, or −1. */
  readonly caseOf: Int32Array;
  /** Those that the query asks for. */
  readonly texts: Readonly<Partial<Record<RetrievalUnits, PackedTexts>>>;
};

/** Rows are those of the study. */
export type RetrievalOutput = ScopeCounts &
  Retrieval & {
    /** Segments with each code of the scope. */
    readonly byCode: Int32Array;
  };

export type MatrixInput = Pick<RetrievalInput, 'scope' | 'caseOf' | 'texts'> & {
  readonly rows: readonly MatrixSide[];
  readonly columns: readonly MatrixSide[];
  readonly relation: Relation;
};
export type MatrixOutput = ScopeCounts & Matrix;

export const retrievalTasks = {
  matrix: (
    { scope, rows, columns, relation, caseOf, texts }: MatrixInput,
    progress: (share: number) => void,
  ): MatrixOutput => {
    const codings = selectCodings(scope);
    const unitsOf = (unit: RetrievalUnits) => unitsIn(scope, texts, unit);
    const { codes, documents } = scope;
    const wordsOf = unitsOf('words');
    const found = matrixOf({ codings, codes, documents, caseOf, rows, columns, relation, unitsOf, wordsOf, progress });
    return { ...countScope(scope, codings), ...found };
  },

  retrieve: (
    { scope, query, mode, caseOf, texts }: RetrievalInput,
    progress: (share: number) => void,
  ): RetrievalOutput => {
    const codings = selectCodings(scope);
    const inStudy = rowsInScope(scope);
    const found = retrieve({
      codings,
      codes: scope.codes,
      documents: scope.documents,
      caseOf,
      query: withNumbersInScope(query, inStudy),
      mode,
      unitsOf: (unit) => unitsIn(scope, texts, unit, progress),
    });
    const byCode = new Int32Array(scope.codes);
    const lastCounted = new Int32Array(scope.codes).fill(-1);
    for (let k = 0; k < found.document.length; k += 1) {
      for (const row of found.rows.subarray(found.from[k], found.from[k + 1])) {
        const code = codings.code[row] ?? 0;
        if (lastCounted[code] === k) continue;
        lastCounted[code] = k;
        byCode[code] = (byCode[code] ?? 0) + 1;
      }
    }
    return { ...countScope(scope, codings), ...found, rows: found.rows.map((row) => inStudy[row] ?? 0), byCode };
  },
};

function unitsIn(
  scope: Scope,
  texts: RetrievalInput['texts'],
  unit: RetrievalUnits,
  visited: (share: number) => void = () => undefined,
): UnitSource {
  const packed = texts[unit];
  if (!packed) throw new RangeError(`the query needs the ${unit} of its texts`);
  return unitSource(scope, packed, visited);
}

/** Numbers of codings come in the order of the study. */
function withNumbersInScope(query: ResolvedQuery, inStudy: Int32Array): ResolvedQuery {
  type Condition = Extract<ResolvedQuery, { readonly op: 'where' }>['condition'];
  const ofCondition = (condition: Condition): Condition => {
    switch (condition.op) {
      case 'all':
      case 'some':
        return { ...condition, of: condition.of.map(ofCondition) };
      case 'none':
        return { ...condition, of: ofCondition(condition.of) };
      case 'numbers':
        return { ...condition, of: Float64Array.from(inStudy, (row) => condition.of[row] ?? Number.NaN) };
      case 'documents':
      case 'coders':
        return condition;
    }
  };
  const visit = (part: ResolvedQuery): ResolvedQuery => {
    switch (part.op) {
      case 'any':
      case 'codes':
      case 'alone':
        return part;
      case 'not':
        return { ...part, of: visit(part.of) };
      case 'where':
        return { ...part, of: visit(part.of), condition: ofCondition(part.condition) };
      case 'relation':
        return { ...part, left: visit(part.left), right: visit(part.right) };
      case 'and':
      case 'or':
      case 'one-of':
      case 'at-least':
        return { ...part, of: part.of.map(visit) };
    }
  };
  return visit(query);
}
