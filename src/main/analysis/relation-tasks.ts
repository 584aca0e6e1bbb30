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
import { averageLinkage, type Clustering } from '../../shared/domain/analysis/clustering.ts';
import { conceptMap } from '../../shared/domain/analysis/mds.ts';
import { dissimilarities } from '../../shared/domain/analysis/similarity.ts';
import { codeProfiles, groupSimilarity, type CodeProfiles } from '../../shared/domain/analysis/profiles.ts';
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

export type CaseSimilarityInput = { readonly scope: Scope; readonly groupOf: Int32Array; readonly groups: number };
export type CaseSimilarityOutput = ScopeCounts & {
  /** Row-major groups × groups; NaN for undefined. */
  readonly similarity: Float64Array;
  readonly codingsOf: Float64Array;
  readonly clustering: Clustering;
  readonly points: Float64Array;
  readonly stress: number | null;
  readonly r2: number | null;
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

export type ProfilesInput = {
  readonly scope: Scope;
  /** Null where words are not wanted. */
  readonly texts: PackedTexts | null;
  readonly groupOf: Int32Array;
  readonly groups: number;
};
export type ProfilesOutput = CodeProfiles;

export const relationTasks = {
  profiles: ({ scope, texts, groupOf, groups }: ProfilesInput, progress: (share: number) => void): ProfilesOutput => {
    const { codes, documents } = scope;
    const wordsOf = texts && unitSource(scope, texts, progress);
    return codeProfiles({ codings: selectCodings(scope), codes, documents, groupOf, groups, wordsOf });
  },

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

  caseSimilarity: (
    { scope, groupOf, groups }: CaseSimilarityInput,
    progress: (share: number) => void,
  ): CaseSimilarityOutput => {
    const codings = selectCodings(scope);
    const { codes, documents } = scope;
    const profiles = codeProfiles({ codings, codes, documents, groupOf, groups, wordsOf: null });
    const similarity = groupSimilarity(profiles);
    progress(0.3);
    const distances = dissimilarities('cosine', similarity, groups);
    const clustering = averageLinkage(distances, groups);
    progress(0.6);
    const { points, stress, r2 } = conceptMap(distances, groups);
    const codingsOf = Float64Array.from({ length: groups }, (_, group) =>
      profiles.codings.subarray(group * codes, (group + 1) * codes).reduce((sum, count) => sum + count, 0),
    );
    return { ...countScope(scope, codings), similarity, codingsOf, clustering, points, stress, r2 };
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
