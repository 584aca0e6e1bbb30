// Trustworthiness, the analytic documentation log and the audit bundle.

import { z } from 'zod';
import { qualityCriteria } from '../domain/quality.ts';
import { command, job, nothing, query } from './define.ts';
import { historyEntry } from './history.ts';
import { confirmed, done, producedFile, prose } from './values.ts';

export const qualityCriterion = z.enum(qualityCriteria);

export const qualityFact = z.strictObject({
  /** A fact of the project in one sentence, in the user's language. */
  text: z.string(),
  done: z.number().int(),
  /** Of how many; null where it is a plain number. */
  of: z.number().int().nullable(),
  /** Whether something is missing that the standard asks for. */
  isGap: z.boolean(),
});
export type QualityFact = z.infer<typeof qualityFact>;

export const qualityStandard = z.strictObject({
  criterion: qualityCriterion,
  facts: z.array(qualityFact),
  /** The researcher's own words. */
  remark: z.string(),
});
export type QualityStandard = z.infer<typeof qualityStandard>;

export const stream = z.enum(['collection', 'condensation', 'display', 'conclusion', 'project']);
export type Stream = z.infer<typeof stream>;
export const logStep = z.strictObject({ ...historyEntry.shape, stream, remark: z.string() });
export type LogStep = z.infer<typeof logStep>;

export const trustworthiness = {
  page: query({
    summary: 'The standards of quality, each with what the project can show for it and the words of the researcher.',
    input: nothing,
    output: z.array(qualityStandard),
    topics: [
      'project',
      'propositions',
      'triangulation',
      'codings',
      'codes',
      'texts',
      'documents',
      'cases',
      'coders',
      'memos',
      'displays',
      'questions',
      'collection',
      'condensation',
      'history',
      'remarks',
    ],
  }),
  log: query({
    summary: 'The analytic log: what was done, by whom, in which stream, with the researcher’s remarks; newest first.',
    input: z.strictObject({ stream, before: z.number().int(), limit: z.number().int().min(1).max(10_000) }).partial(),
    output: z.array(logStep),
    topics: ['history', 'remarks'],
  }),
  remark: command({
    summary: 'Write a remark on a standard of quality or on a step of the log; an empty one takes it off.',
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('criterion'), criterion: qualityCriterion, text: prose }),
      z.strictObject({ kind: z.literal('step'), sequence: z.number().int().min(1), text: prose }),
    ]),
    output: done,
    topics: ['remarks'],
  }),
  audit: job({
    summary: 'The audit bundle: one ZIP of plain HTML, CSV and texts in the six folders of an audit trail (R-22).',
    input: z.strictObject({ confirmed }),
    output: producedFile,
    topics: [],
  }),
};
