// Retrieval queries that were kept. They stay live: what is kept is the question, and every answer is computed anew.

import { z } from 'zod';
import { returnMode } from './analysis-retrieval.ts';
import { scope } from './analysis-scope.ts';
import { command, nothing, query } from './define.ts';
import { done, guid, made, moment, name } from './values.ts';

export const querySettings = z.strictObject({
  ...scope,
  query: z.string().max(10_000),
  mode: returnMode.default('segments'),
});
export type QuerySettings = z.infer<typeof querySettings>;
export type QuerySettingsInput = z.input<typeof querySettings>;

export const savedQuery = z.strictObject({
  guid,
  name: z.string(),
  /** The query with the present names; what was removed since, or shares its name with another, by its GUID. */
  settings: querySettings,
  createdAt: moment,
  modifiedAt: moment,
});
export type SavedQuery = z.infer<typeof savedQuery>;

export const queries = {
  list: query({
    summary: 'The retrieval queries that were kept, in their order, with the present names of what they ask about.',
    input: nothing,
    output: z.array(savedQuery),
    topics: ['queries', 'codes', 'documents', 'cases', 'coders', 'variables'],
  }),
  save: command({
    summary: 'Keep a retrieval query under a name; it follows codes and others that are renamed.',
    input: z.strictObject({ name, settings: querySettings }),
    output: made,
    topics: ['queries'],
  }),
  update: command({
    summary: 'Rename a retrieval query that was kept, or change what it asks.',
    input: z.strictObject({ queryId: guid, name: name.optional(), settings: querySettings.optional() }),
    output: done,
    topics: ['queries'],
  }),
  remove: command({
    summary: 'Remove a retrieval query that was kept.',
    input: z.strictObject({ queryId: guid }),
    output: done,
    topics: ['queries'],
  }),
};
