// Results that are kept: an analysis with its settings, the researcher's comment, and what it answered each time.

import { z } from 'zod';
import { command, job, nothing, query } from './define.ts';
import { done, guid, made, moment, name, prose } from './values.ts';

/** Jobs whose answers can be kept. */
export const keptMethod = z.enum([
  'analysis.frequency',
  'analysis.cooccurrence',
  'analysis.caseSimilarity',
  'analysis.crosstab',
  'analysis.sequence',
  'analysis.matrix',
  'analysis.retrieve',
  'analysis.spread',
  'analysis.agreement',
  'search.find',
  'search.words',
  'search.similar',
]);
export type KeptMethod = z.infer<typeof keptMethod>;

export const resultTable = z.strictObject({
  title: z.string(),
  /** A name of Simpul's own begins with `@`; others are the study's words. */
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ key: z.string(), label: z.string(), values: z.array(z.number().nullable()) })),
});

const resultState = z.strictObject({
  guid,
  revision: z.number().int(),
  computedAt: moment,
  /** SHA-256 over the answer without the time it was computed at. */
  digest: z.string(),
});

export const savedResult = z.strictObject({
  guid,
  name: z.string(),
  comment: z.string(),
  method: keptMethod,
  input: z.json(),
  inReport: z.boolean(),
  createdAt: moment,
  modifiedAt: moment,
  /** The latest first. */
  states: z.array(resultState),
});
export type SavedResult = z.infer<typeof savedResult>;

const resultChange = z.strictObject({
  kind: z.enum(['changed', 'added', 'removed']),
  table: z.string(),
  row: z.string(),
  column: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});

/** Whether what a result was computed from is still the same; *missing*: something it looks at is gone. */
export const resultFreshness = z.enum(['current', 'stale', 'missing']);
export type ResultFreshness = z.infer<typeof resultFreshness>;

const comparison = {
  /** Numbers that differ, at most a thousand of them. */
  changes: z.array(resultChange),
  changed: z.number().int(),
};

export const results = {
  list: query({
    summary: 'The results that were kept, in their order, each with the states it was kept in.',
    input: nothing,
    output: z.array(savedResult),
    topics: ['results'],
  }),
  tables: query({
    summary: 'A kept state of a result as tables; the latest where none is named.',
    input: z.strictObject({ resultId: guid, stateId: guid.optional() }),
    output: z.strictObject({ state: resultState, tables: z.array(resultTable) }),
    topics: ['results'],
  }),
  compare: query({
    summary: 'What differs between the latest kept state of a result and an earlier one, by default the one before.',
    input: z.strictObject({ resultId: guid, stateId: guid.optional() }),
    output: z.strictObject({ from: resultState.nullable(), to: resultState, ...comparison }),
    topics: ['results'],
  }),
  check: job({
    summary: 'Whether what each kept result was computed from is still the same.',
    input: nothing,
    output: z.array(z.strictObject({ guid, freshness: resultFreshness })),
    topics: [
      'results',
      'codings',
      'codes',
      'documents',
      'cases',
      'variables',
      'coders',
      'texts',
      'structure',
      'stop-words',
    ],
  }),
  run: job({
    summary: 'Compute a kept result again and say what differs from its latest state; nothing is stored.',
    input: z.strictObject({ resultId: guid }),
    output: z.strictObject({
      /** As the analysis itself answers. */
      answer: z.json(),
      tables: z.array(resultTable),
      digest: z.string(),
      isSame: z.boolean(),
      ...comparison,
    }),
    topics: [
      'results',
      'codings',
      'codes',
      'documents',
      'cases',
      'variables',
      'coders',
      'texts',
      'structure',
      'stop-words',
    ],
  }),
  save: job({
    summary: 'Carry out an analysis and keep its answer under a name.',
    input: z.strictObject({ name, comment: prose.default(''), method: keptMethod, input: z.json() }),
    output: made,
    topics: ['results'],
  }),
  renew: job({
    summary: 'Compute a kept result again and keep the answer as its latest state, where it differs.',
    input: z.strictObject({ resultId: guid }),
    output: z.strictObject({ isSame: z.boolean(), ...comparison }),
    topics: ['results'],
  }),
  update: command({
    summary: 'Rename or comment a kept result, or take it into the report.',
    input: z.strictObject({ name, comment: prose, inReport: z.boolean() }).partial().extend({ resultId: guid }),
    output: done,
    topics: ['results'],
  }),
  remove: command({
    summary: 'Remove a kept result with its states.',
    input: z.strictObject({ resultId: guid }),
    output: done,
    topics: ['results'],
  }),
};
