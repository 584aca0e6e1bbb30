import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { done, guid, made, moment, prose } from './values.ts';

/** Convergence as Farmer et al. (2006) have it. Only silence can be suggested; a person judges the rest. */
export const verdictValue = z.enum(['agreement', 'partial', 'silence', 'dissonance']);
export type VerdictValue = z.infer<typeof verdictValue>;

export const visibleVerdict = z.strictObject({
  guid,
  comparison: z.string(),
  verdict: verdictValue,
  reason: z.string(),
  judge: guid.nullable(),
  /** Whether the row still is as it was judged. */
  mark: z.enum(['sound', 'changed', 'gone']),
  createdAt: moment,
  modifiedAt: moment,
});
export type VisibleVerdict = z.infer<typeof visibleVerdict>;

/**
 * What is compared. `source`: cases. `technique`: kinds of documents. `group`: values of a variable, of cases or
 * documents. `time`: months or years of the documents. `investigator`: coders. `theory`: main branches of the code tree.
 */
export const comparison = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('source') }),
  z.strictObject({ kind: z.literal('technique'), only: z.array(z.string()).min(2).max(10).optional() }),
  z.strictObject({ kind: z.literal('group'), variableId: guid }),
  z.strictObject({ kind: z.literal('time'), step: z.enum(['month', 'year']).default('month') }),
  z.strictObject({ kind: z.literal('investigator') }),
  z.strictObject({ kind: z.literal('theory') }),
]);
export type Comparison = z.infer<typeof comparison>;

/** Patton's comparisons for triangulation of sources, in his order. */
export const pattonComparison = z.enum([
  'patton-methods',
  'patton-public',
  'patton-time',
  'patton-rank',
  'patton-documents',
]);
export type PattonComparison = z.infer<typeof pattonComparison>;
export const readyComparison = z.strictObject({
  id: pattonComparison,
  /** Null where the study has no variable that tells the two apart. */
  comparison: comparison.nullable(),
});
export type ReadyComparison = z.infer<typeof readyComparison>;

/**
 * `heard`: it was spoken of. `silent`: asked, and nothing came. `not-asked`: nobody in this column was asked.
 * `unknown`: nothing came, and nobody noted whether it was asked.
 */
export const cellState = z.enum(['heard', 'silent', 'not-asked', 'unknown']);
export type CellState = z.infer<typeof cellState>;
export const prominence = z.enum(['', 'low', 'medium', 'high']);
export type Prominence = z.infer<typeof prominence>;

const words = { meaning: z.string(), prominence };

export const triangulationCell = z.strictObject({
  state: cellState,
  /** Quotations: evidence of the proposition and codings of its code. */
  count: z.number().int(),
  documents: z.number().int(),
  supports: z.number().int(),
  opposes: z.number().int(),
  /** Evidence first, then by weight, one a document first. */
  best: z.array(z.strictObject({ coding: guid, document: guid, quote: z.string() })),
  /** All of them, in the order of the documents. */
  codings: z.array(guid),
  /** In the words of the current coder. */
  ...words,
});
export type TriangulationCell = z.infer<typeof triangulationCell>;

export const triangulationRow = z.strictObject({
  subject: guid,
  kind: z.enum(['proposition', 'code']),
  label: z.string(),
  question: guid.nullable(),
  cells: z.array(triangulationCell),
  /** What the tool may say by itself: silence, where at least one column spoke and another was asked and did not. */
  suggestion: z.literal('silence').nullable(),
  /** Of the current coder. */
  verdict: visibleVerdict.nullable(),
  /** Of other judges: shown once the current coder has judged this row. */
  others: z.array(visibleVerdict),
  /** How many others have judged it. */
  otherCount: z.number().int(),
});
export type TriangulationRow = z.infer<typeof triangulationRow>;

export const triangulationMatrix = z.strictObject({
  comparison: z.string(),
  columns: z.array(z.strictObject({ key: z.string(), label: z.string(), documents: z.number().int() })),
  rows: z.array(triangulationRow),
  revision: z.number().int(),
});
export type TriangulationMatrix = z.infer<typeof triangulationMatrix>;

const read = [
  'triangulation',
  'propositions',
  'codings',
  'codes',
  'texts',
  'documents',
  'cases',
  'variables',
  'coders',
  'structure',
  'links',
  'memos',
  'displays',
  'collection',
  'questions',
  'session',
] as const;

export const triangulation = {
  matrix: query({
    summary:
      'Convergence matrix: propositions or codes against sources, techniques, groups, times, coders or theories.',
    input: z.strictObject({
      comparison,
      rows: z.enum(['propositions', 'codes']).default('propositions'),
      /** Only these propositions or codes. */
      subjectIds: z.array(guid).optional(),
    }),
    output: triangulationMatrix,
    topics: read,
  }),
  readyMade: query({
    summary: 'The five comparisons of Patton, with the variables of this study that tell people and settings apart.',
    input: nothing,
    output: z.array(readyComparison),
    topics: ['variables'],
  }),
  agreement: query({
    summary: 'How far two judges agree in their verdicts: the table of both, observed agreement and κ.',
    input: z.strictObject({ firstId: guid, secondId: guid }),
    output: z.strictObject({
      values: z.array(verdictValue),
      /** Rows: the first judge; columns: the second. */
      table: z.array(z.array(z.number().int())),
      n: z.number().int(),
      observed: z.number().nullable(),
      kappa: z.number().nullable(),
      expected: z.number().nullable(),
      alpha: z.number().nullable(),
      disagreements: z.array(
        z.strictObject({ subject: guid, comparison: z.string(), first: verdictValue, second: verdictValue }),
      ),
    }),
    topics: ['triangulation'],
  }),
  describe: command({
    summary: 'Say what a cell means and how prominent it is, as the current coder sees it.',
    input: z.strictObject({
      subjectId: guid,
      comparison,
      column: z.string().max(500),
      meaning: prose.optional(),
      prominence: prominence.optional(),
    }),
    output: done,
    topics: ['triangulation'],
  }),
  judge: command({
    summary: 'Give the verdict of the current coder on a row, with its reason; again, to judge it as it is now.',
    input: z.strictObject({
      subjectId: guid,
      comparison,
      verdict: verdictValue,
      reason: prose.default(''),
    }),
    output: made,
    topics: ['triangulation'],
  }),
  retract: command({
    summary: 'Take back verdicts.',
    input: z.strictObject({ verdictIds: z.array(guid).min(1) }),
    output: done,
    topics: ['triangulation'],
  }),
};
