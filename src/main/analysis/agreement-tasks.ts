// Two coders compared, in a worker.

import {
  codedStretches,
  compareCoders,
  placesOfFinding,
  type CoderQuestion,
  type ComparedAt,
  type Finding,
} from '../../shared/domain/analysis/coder-comparison.ts';
import { unitisingAlpha } from '../../shared/domain/analysis/unitising.ts';
import { countScope, rowsInScope, selectCodings, unitSource, type Scope, type ScopeCounts } from './scope.ts';
import type { PackedTexts } from './texts.ts';

export type AgreementInput = {
  readonly scope: Scope;
  readonly level: 'case' | 'document' | 'section' | 'paragraph' | 'sentence' | 'character' | 'overlap';
  readonly mode: 'touch' | 'cover';
  readonly percent: number;
  /** Percent of each other that two codings cover to be the same. */
  readonly overlap: number;
  /** Units of the kind that the level asks for; null where it asks for none. */
  readonly texts: PackedTexts | null;
  /** Characters of each document in scope. */
  readonly lengths: Int32Array;
  /** Case of each document in scope, or −1. */
  readonly caseOf: Int32Array;
  readonly cases: number;
  /** Places of the two coders in the study. */
  readonly first: number;
  readonly second: number;
};
export type AgreementOutput = ScopeCounts & {
  readonly n: number;
  readonly tables: Float64Array;
  /** α for unitising of each code, NaN where it is undefined; empty at other levels than character. */
  readonly unitising: Float64Array;
};

export type AgreementPlacesInput = {
  readonly question: AgreementInput;
  /** Place of the code in the scope. */
  readonly code: number;
  readonly finding: Finding;
};
/** Document in scope and rows of the study. */
export type AgreementPlacesOutput = {
  readonly places: readonly {
    readonly document: number;
    readonly start: number;
    readonly end: number;
    readonly rows: readonly number[];
  }[];
};

export const agreementTasks = {
  agreement: (input: AgreementInput, progress: (share: number) => void): AgreementOutput => {
    const { scope, level, lengths } = input;
    const question = questionOf(input, progress);
    const { n, tables } = compareCoders(question);
    progress(0.8);
    const stretches = level === 'character' ? codedStretches(question, lengths) : null;
    const unitising = Float64Array.from(stretches?.codes ?? [], (coders, code) => {
      if (code % 16 === 0) progress(0.8 + (0.2 * code) / scope.codes);
      return unitisingAlpha({ length: stretches?.length ?? 0, coders, values: 1 }).value ?? Number.NaN;
    });
    return { ...countScope(scope, question.codings), n, tables, unitising };
  },

  agreementPlaces: (
    { question, code, finding }: AgreementPlacesInput,
    progress: (share: number) => void,
  ): AgreementPlacesOutput => {
    const inStudy = rowsInScope(question.scope);
    const places = placesOfFinding(questionOf(question, progress), code, finding);
    return { places: places.map((place) => ({ ...place, rows: place.rows.map((row) => inStudy[row] ?? 0) })) };
  },
};

function questionOf(input: AgreementInput, progress: (share: number) => void): CoderQuestion {
  const { scope, first, second } = input;
  const { codes, documents } = scope;
  return { codings: selectCodings(scope), codes, documents, first, second, at: comparedAt(input, progress) };
}

function comparedAt(input: AgreementInput, progress: (share: number) => void): ComparedAt {
  const { scope, level, texts, lengths, caseOf, cases } = input;
  const mode = input.mode === 'touch' ? { kind: 'touch' as const } : { kind: 'cover' as const, percent: input.percent };
  switch (level) {
    case 'character':
      return { kind: 'characters', lengths };
    case 'overlap':
      return { kind: 'segments', percent: input.overlap };
    case 'case':
      return { kind: 'groups', mode, groupOf: caseOf, groups: cases, lengths };
    case 'document': {
      const groupOf = Int32Array.from(lengths.keys());
      return { kind: 'groups', mode, groupOf, groups: scope.documents, lengths };
    }
    case 'section':
    case 'paragraph':
    case 'sentence': {
      if (texts === null) throw new RangeError(`level ${level} needs the units of its texts`);
      return { kind: 'units', mode, unitsOf: unitSource(scope, texts, (share) => progress(0.8 * share)) };
    }
  }
}
