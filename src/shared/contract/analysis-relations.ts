// Analyses that relate codes to their order in the text and to what is known of cases: sequences and crosstabs.

import { z } from 'zod';
import { crosstabMeasures } from '../domain/analysis/crosstab.ts';
import { namedCode, numberRows, provenance, scope, seed } from './analysis-scope.ts';
import { job } from './define.ts';
import { guid } from './values.ts';

export const crosstabMeasure = z.enum(crosstabMeasures);

/** What a reader must be told beside the numbers; each has a sentence `analysis.caution.…` in both languages. */
export const caution = z.enum(['purposive-sample', 'small-expected', 'not-independent', 'many-tests', 'small-n']);
export type Caution = z.infer<typeof caution>;

const statistic = z.strictObject({ value: z.number(), df: z.number(), p: z.number().nullable() }).nullable();

export const contingencyResult = z.strictObject({
  n: z.number(),
  df: z.number(),
  chiSquare: statistic,
  likelihoodRatio: statistic,
  yates: statistic,
  cramersV: z.number().nullable(),
  fisher: z
    .strictObject({
      p: z.number(),
      oddsRatio: z.number().nullable(),
      method: z.enum(['exact', 'monte-carlo']),
      draws: z.number().int(),
    })
    .nullable(),
  smallestExpected: z.number().nullable(),
});

const correlation = z.strictObject({ value: z.number(), p: z.number().nullable() }).nullable();
const corrected = z.strictObject({
  holm: z.array(z.number().nullable()),
  benjaminiHochberg: z.array(z.number().nullable()),
});

const codeTests = z.strictObject({
  code: guid,
  presence: contingencyResult,
  anova: z.strictObject({ f: z.number(), between: z.number(), within: z.number(), p: z.number() }).nullable(),
  kruskalWallis: z.strictObject({ h: z.number(), df: z.number(), p: z.number() }).nullable(),
  means: z.array(z.number().nullable()),
  /** Null where the values have no order. */
  ordinal: z
    .strictObject({
      n: z.number(),
      concordant: z.number(),
      discordant: z.number(),
      tiedX: z.number(),
      tiedY: z.number(),
      tauA: z.number().nullable(),
      tauB: z.number().nullable(),
      tauC: z.number().nullable(),
      gamma: z.number().nullable(),
      somersYX: z.number().nullable(),
      somersXY: z.number().nullable(),
      somersSymmetric: z.number().nullable(),
      pearson: correlation,
      spearman: correlation,
    })
    .nullable(),
});

const correspondencePoint = z.strictObject({
  /** Place among the rows or columns of the table. */
  place: z.number().int(),
  mass: z.number(),
  inertia: z.number(),
  coordinates: z.array(z.number()),
  contributions: z.array(z.number()),
  cosines: z.array(z.number().nullable()),
});

export const crosstabResult = z.strictObject({
  variable: z.strictObject({ guid, name: z.string(), type: z.string(), scope: z.enum(['case', 'document']) }),
  measure: crosstabMeasure,
  rows: z.array(namedCode),
  /** A value, in the order of the variable, with the units (cases or documents) that have it. */
  columns: z.array(z.strictObject({ value: z.string(), units: z.number().int() })),
  /** The measure; null where a share has nothing to be a share of. */
  counts: numberRows,
  /** Shares of the row's and of the column's count, and adjusted residuals, of the counts behind the measure. */
  rowShare: numberRows,
  columnShare: numberRows,
  residuals: numberRows,
  /** Units with a value, which take part, and without one, which do not. */
  n: z.number().int(),
  withoutValue: z.number().int(),
  /** Codes and values so that likes stand together. */
  order: z.strictObject({ rows: z.array(z.number().int()), columns: z.array(z.number().int()) }),
  correspondence: z
    .strictObject({
      totalInertia: z.number(),
      chiSquare: z.number(),
      axes: z.array(z.strictObject({ inertia: z.number(), share: z.number() })),
      rows: z.array(correspondencePoint),
      columns: z.array(correspondencePoint),
    })
    .nullable(),
  /** Null unless asked for: cases are purposive, not sampled. */
  tests: z
    .strictObject({
      ...contingencyResult.shape,
      perCode: z.array(codeTests),
      adjusted: z.strictObject({
        chiSquare: corrected,
        fisher: corrected,
        anova: corrected,
        kruskalWallis: corrected,
        pearson: corrected,
        spearman: corrected,
      }),
    })
    .nullable(),
  cautions: z.array(caution),
  provenance,
});
export type CrosstabResult = z.infer<typeof crosstabResult>;

const crosstabSettings = {
  ...scope,
  variableId: guid,
  measure: crosstabMeasure.default('cases'),
  /** Off by default: the cases of a qualitative study are chosen, not drawn. */
  tests: z.boolean().default(false),
  correspondence: z.boolean().default(false),
  /** Tables drawn for Fisher’s test of more than 2 × 2; 0 leaves it out. */
  draws: z.number().int().min(0).max(100_000).default(9999),
  seed,
};

const sequenceSettings = {
  ...scope,
  /** Steps between the one and the other; not used where a maximum distance is given. */
  lag: z.number().int().min(1).max(100).default(1),
  /** B begins within so many units after A ends, whatever stands between them. */
  maximum: z.number().int().min(0).max(1_000_000).optional(),
  minimum: z.number().int().min(0).max(1_000_000).default(0),
  distanceUnit: z.enum(['characters', 'words', 'sentences', 'paragraphs']).default('paragraphs'),
  /** Whether a code can follow itself. Where not, expected counts are fitted without the diagonal. */
  selfFollows: z.boolean().default(true),
  /** Random orders inside documents for the p of chance; 0 for none. */
  permutations: z.number().int().min(0).max(100_000).default(0),
  seed,
};

export const sequenceResult = z.strictObject({
  lag: z.number().int().nullable(),
  distance: z.strictObject({ minimum: z.number().int(), maximum: z.number().int(), unit: z.string() }).nullable(),
  /** Transitions. */
  n: z.number().int(),
  codes: z.array(namedCode),
  /** Row: the code that comes first. */
  counts: z.array(z.array(z.number())),
  expected: numberRows,
  z: numberRows,
  p: numberRows,
  permutationP: numberRows.nullable(),
  conditional: numberRows,
  yuleQ: numberRows,
  /** Cells with |z| > 1.96. */
  flagged: z.array(z.tuple([z.number().int(), z.number().int()])),
  cautions: z.array(caution),
  provenance,
});
export type SequenceResult = z.infer<typeof sequenceResult>;

export const relations = {
  crosstab: job({
    summary: 'Codes by the values of a variable, with tests, correspondence analysis and clustering when asked for.',
    input: z.strictObject(crosstabSettings),
    output: crosstabResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'variables', 'texts'],
  }),
  crosstabCell: job({
    summary: 'The codings behind one cell of the crosstab: of a code, or of all, where the variable has a value.',
    input: z.strictObject({ ...crosstabSettings, codeId: guid.optional(), value: z.string().max(10_000) }),
    output: z.strictObject({
      /** Those that have the value, or whose case has it, with such codings or without. */
      documents: z.array(guid),
      codings: z.array(guid),
    }),
    topics: ['codings', 'codes', 'documents', 'cases', 'variables', 'texts'],
  }),
  sequence: job({
    summary: 'Which code follows which in the texts, and how far from chance.',
    input: z.strictObject(sequenceSettings),
    output: sequenceResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'texts'],
  }),
  sequenceCell: job({
    summary: 'The pairs of codings behind one cell of the sequence matrix.',
    input: z.strictObject({ ...sequenceSettings, fromId: guid, toId: guid }),
    output: z.strictObject({
      pairs: z.array(z.strictObject({ document: guid, first: guid, second: guid })),
    }),
    topics: ['codings', 'codes', 'documents', 'cases', 'texts'],
  }),
};
