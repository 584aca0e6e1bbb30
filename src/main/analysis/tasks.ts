// What workers compute: pure functions over shared columns. Results are typed arrays, which travel back without
// being copied.

import { averageLinkage } from '../../shared/domain/analysis/clustering.ts';
import {
  classicalMap,
  maximumDissimilarities,
  proximities,
  type Proximity,
} from '../../shared/domain/analysis/code-map.ts';
import { cooccurrence, type CooccurrenceSettings, type Matching } from '../../shared/domain/analysis/cooccurrence.ts';
import { codeFrequencies, type FrequencyTable } from '../../shared/domain/analysis/frequency.ts';
import { conceptMap } from '../../shared/domain/analysis/mds.ts';
import {
  dissimilarities,
  fourfoldTable,
  profileSimilarity,
  similarityMatrix,
  similarityWarnings,
  similarityIndices,
  type FourfoldTable,
  type SimilarityIndex,
  type SimilarityWarning,
} from '../../shared/domain/analysis/similarity.ts';
import type { UnitSource } from '../../shared/domain/analysis/units.ts';
import { agreementTasks } from './agreement-tasks.ts';
import { cellGroups } from './cell.ts';
import { countScope, selectCodings, unitSource, type Scope, type ScopeCounts } from './scope.ts';
import { relationTasks } from './relation-tasks.ts';
import { retrievalTasks } from './retrieval-tasks.ts';
import { similarTasks } from './similar-task.ts';
import { textTasks } from './text-tasks.ts';
import type { PackedTexts } from './texts.ts';

/** Tells how far a task is, 0..1. */
export type Progress = (share: number) => void;

/** A level with what it needs, in a form that crosses threads. */
export type LevelInput = {
  readonly level: CooccurrenceSettings['level'];
  readonly mode: 'touch' | 'cover';
  readonly percent: number;
  readonly matching: Matching;
  readonly distance: number;
  readonly distanceUnit: 'characters' | 'words' | 'sentences' | 'paragraphs';
  /** Units of the kind that the level asks for; null where it asks for none. */
  readonly texts: PackedTexts | null;
  /** Characters of each document in scope. */
  readonly lengths: Int32Array;
  /** Case of each document in scope, or −1. */
  readonly caseOf: Int32Array;
  readonly cases: number;
};

export type CooccurrenceInput = {
  readonly scope: Scope;
  readonly level: LevelInput;
  readonly index: SimilarityIndex;
  /** Likeness of the company that codes keep, in place of that of the codes themselves. */
  readonly secondOrder: boolean;
  readonly mapMethod: 'smacof' | 'maxqda';
  /** Places of the codes to which all others are held. */
  readonly targets: readonly number[];
  /** Whether clustering and map are wanted. */
  readonly layout: boolean;
};

export type CooccurrenceOutput = ScopeCounts & {
  readonly n: number;
  readonly units: Float64Array;
  /** Row-major, codes × codes. NaN in `similarity` stands for undefined. */
  readonly counts: Float64Array;
  readonly similarity: Float64Array;
  /** Three numbers a merge. */
  readonly merges: Float64Array;
  readonly order: Int32Array;
  readonly cophenetic: number | null;
  /** Two numbers a point. */
  readonly points: Float64Array;
  readonly stress: number | null;
  readonly r2: number | null;
  /** Row and column of each pair. */
  readonly unbalanced: Int32Array;
  readonly outOfRange: Int32Array;
  readonly proximity: readonly Proximity[];
};

export type FrequencyInput = {
  readonly scope: Scope;
  readonly texts: PackedTexts;
  readonly caseOf: Int32Array;
  readonly cases: number;
};
export type FrequencyOutput = ScopeCounts & { readonly table: FrequencyTable };

/** Codes 0 and 1 of the scope. */
export type PairInput = { readonly scope: Scope; readonly level: LevelInput };
export type PairOutput = ScopeCounts & {
  readonly n: number;
  readonly table: FourfoldTable;
  /** Raw overlapping pairs; null where units are counted. */
  readonly pairs: number | null;
  /** In the order of `similarityIndices`; NaN for undefined. */
  readonly values: readonly number[];
  readonly warnings: readonly SimilarityWarning[];
};

export type CellInput = { readonly scope: Scope; readonly level: LevelInput; readonly diagonal: boolean };
/** Rows of the scope's codings, in the order of the scope; group g is `rows[from[g] .. from[g + 1])`. */
export type CellOutput = { readonly rows: Int32Array; readonly from: Int32Array };

export const tasks = {
  ...textTasks,
  ...similarTasks,
  ...relationTasks,
  ...retrievalTasks,
  ...agreementTasks,

  cooccurrence: (input: CooccurrenceInput, progress: Progress): CooccurrenceOutput => {
    const { scope, level, index, secondOrder } = input;
    const codings = selectCodings(scope);
    const { codes, documents } = scope;
    const settings = settingsOf(scope, level, (share) => progress(0.1 + 0.4 * share));
    const result = cooccurrence({ codings, codes, documents, settings, frequencies: index === 'cosine' });
    progress(0.5);
    const similarity = secondOrder ? profileSimilarity(result.counts, codes) : similarityMatrix(index, result);
    const warned = { unbalanced: [] as number[], 'out-of-range': [] as number[] };
    for (let row = 0; row < codes; row += 1) {
      for (let column = row + 1; column < codes; column += 1) {
        for (const kind of similarityWarnings(fourfoldTable(result, row, column))) warned[kind].push(row, column);
      }
    }
    return {
      ...countScope(scope, codings),
      n: result.n,
      units: result.units,
      counts: result.counts,
      similarity,
      ...(input.layout ? layoutOf(input, similarity, progress) : noLayout(codes)),
      proximity: proximities(similarity, codes, input.targets),
      unbalanced: Int32Array.from(warned.unbalanced),
      outOfRange: Int32Array.from(warned['out-of-range']),
    };
  },

  frequency: ({ scope, texts, caseOf, cases }: FrequencyInput, progress: Progress): FrequencyOutput => {
    const codings = selectCodings(scope);
    const { codes, documents } = scope;
    const wordsOf = unitSource(scope, texts, (share) => progress(0.1 + 0.8 * share));
    const coders = scope.coderIn.length;
    const table = codeFrequencies({ codings, codes, coders, documents, caseOf, cases, wordsOf });
    return { ...countScope(scope, codings), table };
  },

  pair: ({ scope, level }: PairInput, progress: Progress): PairOutput => {
    const codings = selectCodings(scope);
    const { codes, documents } = scope;
    const settings = settingsOf(scope, level, progress);
    const result = cooccurrence({ codings, codes, documents, settings, frequencies: true });
    return {
      ...countScope(scope, codings),
      n: result.n,
      table: fourfoldTable(result, 0, 1),
      pairs: result.pairs?.[1] ?? null,
      values: similarityIndices.map((index) => similarityMatrix(index, result)[1] ?? Number.NaN),
      warnings: similarityWarnings(fourfoldTable(result, 0, 1)),
    };
  },

  cell: ({ scope, level, diagonal }: CellInput, progress: Progress): CellOutput => {
    const codings = selectCodings(scope);
    const settings = settingsOf(scope, level, progress);
    const groups = cellGroups({ codings, documents: scope.documents, settings, diagonal });
    const from = new Int32Array(groups.length + 1);
    for (const [index, group] of groups.entries()) from[index + 1] = (from[index] ?? 0) + group.length;
    return { rows: Int32Array.from(groups.flat()), from };
  },
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = ReturnType<Tasks[Name]>;

type Layout = Pick<CooccurrenceOutput, 'merges' | 'order' | 'cophenetic' | 'points' | 'stress' | 'r2'>;

function layoutOf(
  { scope, index, secondOrder, mapMethod }: CooccurrenceInput,
  similarity: Float64Array,
  progress: Progress,
): Layout {
  const { codes } = scope;
  // A likeness of profiles is a cosine, whatever the index of the pairs.
  const distances = dissimilarities(secondOrder ? 'cosine' : index, similarity, codes);
  const { merges, order, cophenetic } = averageLinkage(distances, codes);
  progress(0.6);
  const { points, stress, r2 } =
    mapMethod === 'maxqda'
      ? classicalMap(maximumDissimilarities(similarity, codes), codes)
      : conceptMap(distances, codes);
  return { merges: Float64Array.from(merges.flat()), order: Int32Array.from(order), cophenetic, points, stress, r2 };
}

/** Codes in the order of the codebook. */
function noLayout(codes: number): Layout {
  const order = Int32Array.from({ length: codes }, (_, code) => code);
  return { merges: new Float64Array(), order, cophenetic: null, points: new Float64Array(), stress: null, r2: null };
}

function settingsOf(scope: Scope, input: LevelInput, visited: Progress): CooccurrenceSettings {
  const { matching, distance, lengths, caseOf, cases } = input;
  const mode = input.mode === 'touch' ? { kind: 'touch' as const } : { kind: 'cover' as const, percent: input.percent };
  const unitsOf: UnitSource = (document) => {
    if (input.texts === null) throw new RangeError(`level ${input.level} needs the units of its texts`);
    source ??= unitSource(scope, input.texts, visited);
    return source(document);
  };
  let source: UnitSource | null = null;
  switch (input.level) {
    case 'case':
      return { level: 'case', mode, caseOf, cases, lengths };
    case 'document':
      return { level: 'document', mode, lengths };
    case 'section':
    case 'paragraph':
    case 'sentence':
      return { level: input.level, mode, unitsOf };
    case 'window':
      return { level: 'window', mode, unitsOf, size: distance };
    case 'overlap':
      return { level: 'overlap', matching };
    case 'adjacent':
      return input.distanceUnit === 'characters'
        ? { level: 'adjacent', matching, distance, unit: 'characters' }
        : { level: 'adjacent', matching, distance, unit: input.distanceUnit, unitsOf };
  }
}
