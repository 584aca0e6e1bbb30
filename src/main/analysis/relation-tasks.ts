// Crosstabs and sequences in a worker.

import { correspondence, type Correspondence } from '../../shared/domain/analysis/correspondence.ts';
import {
  crosstab,
  crosstabTests,
  dualOrder,
  type Crosstab,
  type CrosstabMeasure,
  type CrosstabTests,
  type DualOrder,
} from '../../shared/domain/analysis/crosstab.ts';
import { codeProfiles } from '../../shared/domain/analysis/profiles.ts';
import {
  sequences,
  transitionsOf,
  type SequenceQuestion,
  type Sequences,
} from '../../shared/domain/analysis/sequences.ts';
import { countScope, rowsInScope, selectCodings, unitSource, type Scope, type ScopeCounts } from './scope.ts';
import type { PackedTexts } from './texts.ts';

export type CrosstabInput = {
  readonly scope: Scope;
  /** Words; null where the measure does without. */
  readonly texts: PackedTexts | null;
  /** Case, or place of the document itself, of each document in scope. */
  readonly groupOf: Int32Array;
  readonly valueOf: Int32Array;
  readonly values: number;
  readonly order: Float64Array | null;
  readonly measure: CrosstabMeasure;
  readonly tests: boolean;
  readonly correspondence: boolean;
  readonly draws: number;
  readonly seed: number;
};
export type CrosstabOutput = ScopeCounts & {
  readonly table: Crosstab;
  readonly tests: CrosstabTests | null;
  readonly order: DualOrder;
  readonly correspondence: Correspondence | null;
};

export type SequenceInput = {
  readonly scope: Scope;
  /** Units of the kind in which distance is counted; null for lags and for characters. */
  readonly texts: PackedTexts | null;
  readonly lag: number;
  readonly distance: { readonly minimum: number; readonly maximum: number } | null;
  readonly selfFollows: boolean;
  readonly permutations: number;
  readonly seed: number;
};
export type SequenceOutput = ScopeCounts & { readonly result: Sequences };

export type SequenceCellInput = { readonly sequence: SequenceInput; readonly from: number; readonly to: number };
/** Rows of the study: coding `first[k]` is followed by `second[k]`. */
export type SequenceCellOutput = { readonly first: Int32Array; readonly second: Int32Array };

export const relationTasks = {
  crosstab: (input: CrosstabInput, progress: (share: number) => void): CrosstabOutput => {
    const { scope, texts, groupOf, valueOf, values, measure } = input;
    const codings = selectCodings(scope);
    const { codes, documents } = scope;
    const wordsOf = texts && unitSource(scope, texts, (share) => progress(0.4 * share));
    const profiles = codeProfiles({ codings, codes, documents, groupOf, groups: valueOf.length, wordsOf });
    progress(0.4);
    const question = { profiles, valueOf, values, measure };
    const table = crosstab(question);
    const counts = { counts: table.counts, rows: codes, columns: values };
    const order = dualOrder(counts);
    progress(0.5);
    return {
      ...countScope(scope, codings),
      table,
      tests: input.tests ? crosstabTests(question, table, input.order, input) : null,
      order,
      correspondence: input.correspondence ? correspondence(counts, 3) : null,
    };
  },

  sequence: (input: SequenceInput, progress: (share: number) => void): SequenceOutput => {
    const question = questionOf(input, progress);
    return { ...countScope(input.scope, question.codings), result: sequences(question) };
  },

  sequenceCell: ({ sequence, from, to }: SequenceCellInput, progress: (share: number) => void): SequenceCellOutput => {
    const question = questionOf(sequence, progress);
    const { first, second } = transitionsOf(question);
    const { code } = question.codings;
    const kept = first.map((_, t) => t).filter((t) => code[first[t] ?? 0] === from && code[second[t] ?? 0] === to);
    const rows = rowsInScope(sequence.scope);
    return {
      first: kept.map((t) => rows[first[t] ?? 0] ?? 0),
      second: kept.map((t) => rows[second[t] ?? 0] ?? 0),
    };
  },
};

function questionOf(
  { scope, texts, lag, distance, selfFollows, permutations, seed }: SequenceInput,
  progress: (share: number) => void,
): SequenceQuestion {
  return {
    codings: selectCodings(scope),
    codes: scope.codes,
    documents: scope.documents,
    following: distance
      ? { kind: 'distance', ...distance, unitsOf: texts && unitSource(scope, texts, (share) => progress(0.5 * share)) }
      : { kind: 'lag', lag },
    selfFollows,
    permutations,
    seed,
    progress: (share) => progress(0.5 + 0.5 * share),
  };
}
