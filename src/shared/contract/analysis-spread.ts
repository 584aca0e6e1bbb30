// How codes spread over documents, and what each document brought that was new.

import { z } from 'zod';
import { namedCode, provenance, scope } from './analysis-scope.ts';
import { job } from './define.ts';
import { day, guid } from './values.ts';

export const spreadResult = z.strictObject({
  order: z.enum(['day', 'list']),
  codes: z.array(namedCode),
  /** In the order of collection. */
  documents: z.array(z.strictObject({ guid, title: z.string(), day: day.nullable(), case: guid.nullable() })),
  /** Place of the code, place of the document, and how many codings: only where there is one. */
  cells: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])),
  /** For each document: places of the codes met there for the first time, and how many were met so far. */
  saturation: z.array(z.strictObject({ fresh: z.array(z.number().int()), met: z.number().int() })),
  provenance,
});
export type SpreadResult = z.infer<typeof spreadResult>;

export const spread = {
  spread: job({
    summary: 'How often each code was used in each document, in the order of collection, and which were new there.',
    input: z.strictObject({
      ...scope,
      /** *day*: by day of collection, documents without a day last. *list*: as the project lists them. */
      order: z.enum(['day', 'list']).default('day'),
    }),
    output: spreadResult,
    topics: ['codings', 'codes', 'documents', 'cases'],
  }),
};
