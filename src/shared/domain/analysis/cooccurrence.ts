// Co-occurrence of codes: one entry for every level.

import { assertCodings } from './codings.ts';
import type { CodingColumns } from './codings.ts';
import { intervalCounts, nearIntervals, overlapMatching, overlapPairs, runProducts } from './overlap.ts';
import type { Intervals } from './overlap.ts';
import { frequencyInGroups, frequencyInUnits, presenceFrom, presenceInGroups, presenceInUnits } from './presence.ts';
import type { PresenceMode, UnitRuns } from './presence.ts';
import { windowUnits } from './units.ts';
import type { UnitSource } from './units.ts';

export type CooccurrenceLevel =
  | 'case'
  | 'document'
  | 'section'
  | 'paragraph'
  | 'sentence'
  | 'window'
  | 'overlap'
  | 'adjacent';

/**
 * How codings are counted where single codings are compared. *one-to-one* (maximum matching) is what
 * indices need; *pairs* counts every overlapping pair, and can exceed the number of codings.
 */
export type Matching = 'one-to-one' | 'pairs';

/** The level with what it needs to know. */
export type CooccurrenceSettings =
  | {
      readonly level: 'case';
      readonly mode: PresenceMode;
      /** Case of each document, or −1: documents of no case take no part. */
      readonly caseOf: Int32Array;
      readonly cases: number;
      /** Characters of each document. */
      readonly lengths: Int32Array;
    }
  | { readonly level: 'document'; readonly mode: PresenceMode; readonly lengths: Int32Array }
  | {
      readonly level: 'section' | 'paragraph' | 'sentence';
      readonly mode: PresenceMode;
      readonly unitsOf: UnitSource;
    }
  | {
      readonly level: 'window';
      readonly mode: PresenceMode;
      /** The words of a document, as `wordUnits` gives them. */
      readonly unitsOf: UnitSource;
      /** Words in a window. */
      readonly size: number;
    }
  | { readonly level: 'overlap'; readonly matching: Matching }
  | { readonly level: 'adjacent'; readonly matching: Matching; readonly distance: number; readonly unit: 'characters' }
  | {
      readonly level: 'adjacent';
      readonly matching: Matching;
      readonly distance: number;
      readonly unit: 'words' | 'sentences' | 'paragraphs';
      readonly unitsOf: UnitSource;
    };

export type CooccurrenceQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  readonly settings: CooccurrenceSettings;
  /** Also compute `products`, which only the cosine needs. */
  readonly frequencies?: boolean;
};

/** Matrices are row-major, codes × codes, symmetric. */
export type Cooccurrence = {
  readonly level: CooccurrenceLevel;
  /** What N, the counts and the diagonal are: units of the level, or single codings (overlap, adjacent). */
  readonly basis: 'units' | 'codings';
  readonly codes: number;
  /** N: all units of the level, with or without codings; codings compared where the basis is codings. */
  readonly n: number;
  /** Units of each code, or its codings: the diagonal of `counts`. */
  readonly units: Float64Array;
  /** Units with both codes; matched codings or raw pairs where the basis is codings. */
  readonly counts: Float64Array;
  /** Raw overlapping pairs, always; null where the basis is units. The diagonal: pairs within one code. */
  readonly pairs: Float64Array | null;
  /** Σxᵢyᵢ over codings touching each unit; null unless asked for, in mode cover, or where the basis is codings. */
  readonly products: Float64Array | null;
};

/**
 * Counts how often codes occur together (Methods, co-occurrence).
 *
 * @param question codings restricted to what the researcher selected; codes and documents are dense indices
 * @throws RangeError where the codings are unsorted, empty or out of range (see `assertCodings`), a
 *   percentage is not in (0, 100], a window is smaller than 1 word, or a distance is no whole number ≥ 0
 */
export function cooccurrence(question: CooccurrenceQuestion): Cooccurrence {
  assertCodings(question.codings, question);
  const basis = levelBasis(question);
  const { level } = question.settings;
  if (basis.kind === 'codings') return ofCodings(level, basis, question.codes);
  const { presence, frequency } = listsOf(question, basis);
  const counts = runProducts(presence, question.codes);
  return {
    level,
    basis: 'units',
    codes: question.codes,
    n: presence.units,
    units: diagonalOf(counts, question.codes),
    counts,
    pairs: null,
    products: frequency && runProducts(frequency, question.codes),
  };
}

/** What a level looks at: units inside documents, groups of documents, or the codings themselves. */
type LevelBasis =
  | { readonly kind: 'units'; readonly mode: PresenceMode; readonly unitsOf: UnitSource }
  | {
      readonly kind: 'groups';
      readonly mode: PresenceMode;
      readonly groupOf: Int32Array;
      readonly groups: number;
      readonly lengths: Int32Array;
    }
  | { readonly kind: 'codings'; readonly matching: Matching; readonly intervals: Intervals };

/** Brings a level down to what it looks at. */
function levelBasis({ codings, documents, settings }: CooccurrenceQuestion): LevelBasis {
  switch (settings.level) {
    case 'overlap':
      return { kind: 'codings', matching: settings.matching, intervals: codings };
    case 'adjacent': {
      const unitsOf = settings.unit === 'characters' ? null : settings.unitsOf;
      const intervals = nearIntervals(codings, documents, settings.distance, unitsOf);
      return { kind: 'codings', matching: settings.matching, intervals };
    }
    case 'case': {
      const { mode, caseOf, cases, lengths } = settings;
      return { kind: 'groups', mode, groupOf: caseOf, groups: cases, lengths };
    }
    case 'document': {
      const { mode, lengths } = settings;
      return {
        kind: 'groups',
        mode,
        groupOf: Int32Array.from({ length: documents }, (_, d) => d),
        groups: documents,
        lengths,
      };
    }
    case 'window': {
      const { mode, unitsOf, size } = settings;
      return { kind: 'units', mode, unitsOf: (document) => windowUnits(unitsOf(document), size) };
    }
    case 'section':
    case 'paragraph':
    case 'sentence':
      return { kind: 'units', mode: settings.mode, unitsOf: settings.unitsOf };
  }
}

type CodingBasis = Extract<LevelBasis, { kind: 'codings' }>;
type UnitBasis = Exclude<LevelBasis, CodingBasis>;
type Lists = { readonly presence: UnitRuns; readonly frequency: UnitRuns | null };

/**
 * Frequencies only in mode touch: in mode cover they would speak of other units than the counts do. Where
 * they are asked for, presence follows from them, so that every text is read once.
 */
function listsOf(question: CooccurrenceQuestion, basis: UnitBasis): Lists {
  const { codings, codes, documents } = question;
  const within = { codings, codes, documents, ...basis };
  if (question.frequencies === true && basis.mode.kind === 'touch') {
    const frequency = within.kind === 'units' ? frequencyInUnits(within) : frequencyInGroups(within);
    return { frequency, presence: presenceFrom(frequency, codes) };
  }
  const presence =
    within.kind === 'units'
      ? presenceInUnits(within, within.mode)
      : presenceInGroups(within, within.mode, within.lengths);
  return { presence, frequency: null };
}

function ofCodings(level: CooccurrenceLevel, { intervals, matching }: CodingBasis, codes: number): Cooccurrence {
  const units = intervalCounts(intervals, codes);
  const pairs = overlapPairs(intervals, codes);
  const counts = matching === 'pairs' ? pairs.slice() : overlapMatching(intervals, codes);
  for (let c = 0; c < codes; c += 1) counts[c * codes + c] = units[c] ?? 0;
  return { level, basis: 'codings', codes, n: intervals.document.length, units, counts, pairs, products: null };
}

function diagonalOf(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, c) => matrix[c * size + c] ?? 0);
}
