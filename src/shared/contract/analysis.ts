import { z } from 'zod';
import { similarityIndices } from '../domain/analysis/similarity.ts';
import { codingState } from './codings.ts';
import { agreement } from './analysis-agreement.ts';
import { relations } from './analysis-relations.ts';
import { retrieval } from './analysis-retrieval.ts';
import { provenance, scope } from './analysis-scope.ts';
import { spread } from './analysis-spread.ts';
import { job, query } from './define.ts';
import { guid } from './values.ts';

export type { Provenance } from './analysis-scope.ts';

export const frequencyRow = z.strictObject({
  code: guid,
  path: z.array(z.string()),
  color: z.string(),
  codings: z.number().int(),
  /** Share of all codings in scope, 0..1; null where there are none. */
  codingsShare: z.number().nullable(),
  documents: z.number().int(),
  documentsShare: z.number().nullable(),
  cases: z.number().int(),
  casesShare: z.number().nullable(),
  /** Words under the code, overlapping codings counted once. */
  words: z.number().int(),
  wordsShare: z.number().nullable(),
});
export type FrequencyRow = z.infer<typeof frequencyRow>;

export const cooccurrenceLevel = z.enum([
  'case',
  'document',
  'section',
  'paragraph',
  'sentence',
  'overlap',
  'adjacent',
  'window',
]);
export type CooccurrenceLevel = z.infer<typeof cooccurrenceLevel>;
export const similarityIndex = z.enum(similarityIndices);
export type SimilarityIndex = z.infer<typeof similarityIndex>;
export const matching = z.enum(['pairs', 'one-to-one']);

const cooccurrenceSettings = {
  ...scope,
  level: cooccurrenceLevel.default('paragraph'),
  index: similarityIndex.default('jaccard'),
  /** Only at levels overlap and adjacent. */
  matching: matching.default('one-to-one'),
  mode: z.enum(['touch', 'cover']).default('touch'),
  /** Percent of a unit that must be covered in mode cover. */
  cover: z.number().min(1).max(100).default(50),
  /** Distance of level adjacent, or words of level window. */
  distance: z.number().int().min(0).max(1_000_000).default(1),
  distanceUnit: z.enum(['characters', 'words', 'sentences', 'paragraphs']).default('paragraphs'),
  /** Likeness of the company that codes keep: cosine of their rows of the counts, without their own two cells. */
  secondOrder: z.boolean().default(false),
  /** *smacof*: the best fit; *maxqda*: classical scaling of greatest column sum − similarity, as its code map does. */
  mapMethod: z.enum(['smacof', 'maxqda']).default('smacof'),
  /** Codes to which all others are held, nearest first. */
  targetIds: z.array(guid).max(20).optional(),
  /** Without, clustering and map come back empty: for hundreds of codes they take longer than all the rest. */
  layout: z.boolean().default(true),
};

export const cooccurrenceResult = z.strictObject({
  level: cooccurrenceLevel,
  index: similarityIndex,
  /** Whether the similarity is that of the company the codes keep, whatever the index. */
  secondOrder: z.boolean(),
  mode: z.string(),
  matching,
  /** Units looked at; at level overlap, codings. */
  n: z.number().int(),
  codes: z.array(z.strictObject({ guid, path: z.array(z.string()), color: z.string(), units: z.number().int() })),
  counts: z.array(z.array(z.number())),
  similarity: z.array(z.array(z.number().nullable())),
  clustering: z.strictObject({
    merges: z.array(z.tuple([z.number().int(), z.number().int(), z.number()])),
    order: z.array(z.number().int()),
    cophenetic: z.number().nullable(),
  }),
  map: z.strictObject({
    points: z.array(z.tuple([z.number(), z.number()])),
    stress: z.number().nullable(),
    r2: z.number().nullable(),
  }),
  /** Only where targets were given. */
  proximity: z
    .array(
      z.strictObject({
        code: z.number().int(),
        values: z.array(z.number().nullable()),
        mean: z.number().nullable(),
      }),
    )
    .optional(),
  warnings: z.array(z.strictObject({ kind: z.string(), row: z.number().int(), column: z.number().int() })),
  provenance,
});
export type CooccurrenceResult = z.infer<typeof cooccurrenceResult>;

export const pairResult = z.strictObject({
  level: cooccurrenceLevel,
  mode: z.string(),
  matching,
  n: z.number().int(),
  /** Both, only the first, only the second, neither (null where single codings are compared). */
  table: z.strictObject({ a: z.number(), b: z.number(), c: z.number(), d: z.number().nullable() }),
  /** Raw overlapping pairs, where single codings are compared. */
  pairs: z.number().int().nullable(),
  indices: z.array(z.strictObject({ index: similarityIndex, formula: z.string(), value: z.number().nullable() })),
  warnings: z.array(z.enum(['unbalanced', 'out-of-range'])),
  provenance,
});
export type PairResult = z.infer<typeof pairResult>;

export const caseSimilarityResult = z.strictObject({
  cases: z.array(z.strictObject({ guid, codings: z.number().int() })),
  similarity: z.array(z.array(z.number().nullable())),
  clustering: cooccurrenceResult.shape.clustering,
  map: cooccurrenceResult.shape.map,
  provenance,
});
export type CaseSimilarityResult = z.infer<typeof caseSimilarityResult>;

/** Base64 (RFC 4648 §4) of the numbers' bytes, the lowest first. */
const packedNumbers = z.string();

export const packedCooccurrenceResult = z.strictObject({
  ...cooccurrenceResult.shape,
  /** Numbers of 64 bits (IEEE 754): the upper triangle with the diagonal, row by row. NaN in `similarity` stands for undefined. */
  counts: packedNumbers,
  similarity: packedNumbers,
  /** Whole numbers of 32 bits: row and column of each pair. */
  warnings: z.strictObject({ unbalanced: packedNumbers, outOfRange: packedNumbers }),
});
export type PackedCooccurrenceResult = z.infer<typeof packedCooccurrenceResult>;

export const analysis = {
  ...agreement,
  ...relations,
  ...retrieval,
  ...spread,
  frequency: job({
    summary: 'How often and how widely each code was used.',
    input: z.strictObject(scope),
    output: z.strictObject({ rows: z.array(frequencyRow), provenance }),
    topics: ['codings', 'codes', 'documents', 'cases', 'texts'],
  }),
  cooccurrence: job({
    summary: 'Which codes occur together, at a level, with a similarity index, clustering and map.',
    input: z.strictObject(cooccurrenceSettings),
    output: cooccurrenceResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'texts', 'structure'],
  }),
  cooccurrencePacked: job({
    summary: 'The same as cooccurrence, with the matrices as base64 of their numbers: for drawing hundreds of codes.',
    input: z.strictObject(cooccurrenceSettings),
    output: packedCooccurrenceResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'texts', 'structure'],
  }),
  cooccurrenceCell: job({
    summary: 'The codings behind one cell of the co-occurrence matrix, grouped by unit.',
    input: z.strictObject({ ...cooccurrenceSettings, rowId: guid, columnId: guid }),
    output: z.strictObject({
      groups: z.array(z.strictObject({ document: guid, codings: z.array(guid) })),
      states: z.array(codingState),
    }),
    topics: ['codings', 'codes', 'documents', 'cases', 'texts', 'structure'],
  }),
  cooccurrencePair: job({
    summary: 'Two codes: their fourfold table, every similarity index with its formula, and what to beware of.',
    input: z.strictObject({ ...cooccurrenceSettings, rowId: guid, columnId: guid }),
    output: pairResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'texts', 'structure'],
  }),
  caseSimilarity: job({
    summary: 'How alike cases are coded: cosine of their relative code frequencies, with clustering and map.',
    input: z.strictObject(scope),
    output: caseSimilarityResult,
    topics: ['codings', 'codes', 'documents', 'cases'],
  }),
  exportTable: query({
    summary: 'Turn rows of text into a CSV that spreadsheets open safely (formulas neutralised).',
    input: z.strictObject({ rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).max(100_000) }),
    output: z.strictObject({ csv: z.string() }),
    topics: [],
  }),
  exportSheet: query({
    summary:
      'The same as an Excel workbook: the first row is the head, how the numbers came about has a sheet of its own.',
    input: z.strictObject({
      name: z.string().max(200),
      rows: z
        .array(z.array(z.union([z.string(), z.number(), z.null()])))
        .min(1)
        .max(100_000),
      /** How the numbers came about, line by line. */
      notes: z.array(z.string()).max(1000),
    }),
    /** Base64 (RFC 4648 §4) of the file. */
    output: z.strictObject({ xlsx: z.string() }),
    topics: [],
  }),
};
