// Co-occurrence of codes: one entry for every level.

import { assertCodings } from './codings.ts';
import type { CodingColumns } from './codings.ts';
import { intervalCounts, nearIntervals, overlapMatching, overlapPairs, runProducts } from './overlap.ts';
import type { Intervals } from './overlap.ts';
import { frequencyInGroups, frequencyInUnits, presenceInGroups, presenceInUnits } from './presence.ts';
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
  const { settings } = question;
  switch (settings.level) {
    case 'overlap':
      return ofIntervals('overlap', question.codings, question.codes, settings.matching);
    case 'adjacent': {
      const unitsOf = settings.unit === 'characters' ? null : settings.unitsOf;
      const near = nearIntervals(question.codings, question.documents, settings.distance, unitsOf);
      return ofIntervals('adjacent', near, question.codes, settings.matching);
    }
    case 'case':
      return ofGroups(question, settings, settings.caseOf, settings.cases);
    case 'document':
      return ofGroups(
        question,
        settings,
        Int32Array.from({ length: question.documents }, (_, d) => d),
        question.documents,
      );
    case 'window': {
      const { unitsOf, size } = settings;
      return ofUnits(question, settings, (document) => windowUnits(unitsOf(document), size));
    }
    case 'section':
    case 'paragraph':
    case 'sentence':
      return ofUnits(question, settings, settings.unitsOf);
  }
}

type Presence = { readonly level: CooccurrenceLevel; readonly mode: PresenceMode };

function ofUnits(question: CooccurrenceQuestion, settings: Presence, unitsOf: UnitSource): Cooccurrence {
  const { codings, codes, documents } = question;
  const units = { codings, codes, documents, unitsOf };
  const frequency = wantsProducts(question, settings) ? frequencyInUnits(units) : null;
  return ofRuns(settings.level, presenceInUnits(units, settings.mode), frequency, codes);
}

function ofGroups(
  question: CooccurrenceQuestion,
  settings: Presence & { readonly lengths: Int32Array },
  groupOf: Int32Array,
  groups: number,
): Cooccurrence {
  const { codings, codes, documents } = question;
  const grouped = { codings, codes, documents, groupOf, groups };
  const frequency = wantsProducts(question, settings) ? frequencyInGroups(grouped) : null;
  return ofRuns(settings.level, presenceInGroups(grouped, settings.mode, settings.lengths), frequency, codes);
}

/** In mode cover a frequency that counts touching codings would speak of other units than the counts do. */
function wantsProducts(question: CooccurrenceQuestion, settings: Presence): boolean {
  return question.frequencies === true && settings.mode.kind === 'touch';
}

function ofRuns(level: CooccurrenceLevel, presence: UnitRuns, frequency: UnitRuns | null, codes: number): Cooccurrence {
  const counts = runProducts(presence, codes);
  return {
    level,
    basis: 'units',
    codes,
    n: presence.units,
    units: diagonalOf(counts, codes),
    counts,
    pairs: null,
    products: frequency && runProducts(frequency, codes),
  };
}

function ofIntervals(
  level: 'overlap' | 'adjacent',
  intervals: Intervals,
  codes: number,
  matching: Matching,
): Cooccurrence {
  const units = intervalCounts(intervals, codes);
  const pairs = overlapPairs(intervals, codes);
  const counts = matching === 'pairs' ? pairs.slice() : overlapMatching(intervals, codes);
  for (let c = 0; c < codes; c += 1) counts[c * codes + c] = units[c] ?? 0;
  return { level, basis: 'codings', codes, n: intervals.document.length, units, counts, pairs, products: null };
}

function diagonalOf(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, c) => matrix[c * size + c] ?? 0);
}
