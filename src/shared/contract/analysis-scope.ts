// What every analysis takes and gives: which codings take part, and how a number came about.

import { z } from 'zod';
import { guid, moment } from './values.ts';

/** Which codings take part. Left out means all. Orphans never take part (CO2). */
export const scope = {
  codeIds: z.array(guid).optional(),
  documentIds: z.array(guid).optional(),
  caseIds: z.array(guid).optional(),
  coderIds: z.array(guid).optional(),
};

/** How a number came about: it stands beside every result, on screen and in every export. */
export const provenance = z.strictObject({
  method: z.string(),
  revision: z.number().int(),
  computedAt: moment,
  documents: z.number().int(),
  codings: z.number().int(),
  coders: z.number().int(),
  codes: z.number().int(),
});
export type Provenance = z.infer<typeof provenance>;

/** A code as results name it. */
export const namedCode = z.strictObject({ guid, path: z.array(z.string()), color: z.string() });

/** Rows of numbers; undefined is null, never 0. */
export const numberRows = z.array(z.array(z.number().nullable()));

/** Random draws can be repeated: the same seed gives the same numbers. */
export const seed = z.number().int().min(0).max(4_294_967_295).default(1);
