// Coding retrieval: a query as text, and the segments it finds.

import { z } from 'zod';
import { namedCode, numberRows, provenance, scope } from './analysis-scope.ts';
import { job } from './define.ts';
import { guid } from './values.ts';

export const returnMode = z.enum(['segments', 'intersections', 'overlapping']);

export const retrievalResult = z.strictObject({
  /** The query as it was read. */
  query: z.string(),
  mode: returnMode,
  total: z.number().int(),
  /** A page of them, as the project lists its documents, by place. */
  segments: z.array(
    z.strictObject({
      document: guid,
      start: z.number().int(),
      end: z.number().int(),
      quote: z.string(),
      /** Of the codes that the query names, those at the segment, or on all of a common part. */
      codings: z.array(guid),
    }),
  ),
  /** How many of all segments have the code, or lie in the case (null: in none) or document. */
  byCode: z.array(z.strictObject({ ...namedCode.shape, segments: z.number().int() })),
  byCase: z.array(z.strictObject({ case: guid.nullable(), segments: z.number().int(), documents: z.number().int() })),
  byDocument: z.array(z.strictObject({ document: guid, segments: z.number().int() })),
  provenance,
});
export type RetrievalResult = z.infer<typeof retrievalResult>;

/** What stands in the rows or columns of a matrix. */
const matrixAxis = z.union([
  z.strictObject({ kind: z.enum(['codes', 'cases', 'documents']) }),
  z.strictObject({ kind: z.literal('values'), variableId: guid }),
]);

const matrixSides = z.array(
  z.strictObject({
    /** Of the code, case or document; null for a value. */
    guid: guid.nullable(),
    /** Path of a code; name, title or value of others. */
    path: z.array(z.string()),
  }),
);

export const matrixResult = z.strictObject({
  relation: z.string(),
  rows: matrixSides,
  columns: matrixSides,
  /** Distinct stretches of content, and the documents, cases and words of it. */
  references: z.array(z.array(z.number().int())),
  documents: z.array(z.array(z.number().int())),
  cases: z.array(z.array(z.number().int())),
  words: z.array(z.array(z.number().int())),
  /** Shares of the words of the row and of the column; null where there are none. */
  rowShare: numberRows,
  columnShare: numberRows,
  provenance,
});
export type MatrixResult = z.infer<typeof matrixResult>;

export const retrieval = {
  matrix: job({
    summary: 'What is coded at both the row and the column: codes, cases, documents or values of a variable.',
    input: z.strictObject({
      ...scope,
      rows: matrixAxis.default({ kind: 'codes' }),
      columns: matrixAxis.default({ kind: 'codes' }),
      /** How two codes meet, as a query says it, such as NEAR 2 sentences. */
      relation: z.string().max(100).default('OVERLAPS'),
    }),
    output: matrixResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'variables', 'texts', 'structure'],
  }),
  retrieve: job({
    summary: 'Segments that a query of codes finds, such as "A" NEAR 2 sentences "B" WHERE weight >= 50.',
    input: z.strictObject({
      ...scope,
      query: z.string().max(10_000),
      /** Whole segments, only their common parts, or all segments that take part. */
      mode: returnMode.default('segments'),
      offset: z.number().int().min(0).max(10_000_000).default(0),
      limit: z.number().int().min(0).max(10_000).default(1000),
    }),
    output: retrievalResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'variables', 'coders', 'texts', 'structure'],
  }),
};
