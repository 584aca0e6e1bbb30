// Coding retrieval: a query as text, and the segments it finds.

import { z } from 'zod';
import { namedCode, provenance, scope } from './analysis-scope.ts';
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

export const retrieval = {
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
