import { z } from 'zod';
import { action, nothing, query } from './define.ts';
import { guid, moment, place } from './values.ts';

export const historyEntry = z.strictObject({
  sequence: z.number().int(),
  at: moment,
  coder: guid.nullable(),
  coderName: z.string().nullable(),
  method: z.string(),
  /** What was done, in the user's language. */
  label: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** For undo and redo: the entry they concern. */
  target: z.number().int().nullable(),
  undone: z.boolean(),
  /** How many rows it changed, by table. */
  changes: z.record(z.string(), z.number().int()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const step = z.strictObject({ label: z.string(), place: place.nullable() }).nullable();

export const history = {
  list: query({
    summary: 'What was done, newest first.',
    input: z.strictObject({ before: z.number().int(), limit: z.number().int().min(1).max(1000) }).partial(),
    output: z.array(historyEntry),
    topics: ['history'],
  }),
  state: query({
    summary: 'What undo and redo would do now.',
    input: nothing,
    output: z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() }),
    topics: ['history'],
  }),
  undo: action({
    summary: 'Take back the last step (HI2).',
    input: nothing,
    output: step,
    topics: [],
  }),
  redo: action({
    summary: 'Bring back the step undone last (HI2).',
    input: nothing,
    output: step,
    topics: [],
  }),
};
