import { z } from 'zod';
import { action, command, nothing, query } from './define.ts';
import { color, done, guid, made, moment, name } from './values.ts';

export const coder = z.strictObject({
  guid,
  name: z.string(),
  initials: z.string(),
  color: z.string(),
  codings: z.number().int(),
  current: z.boolean(),
  createdAt: moment,
});
export type Coder = z.infer<typeof coder>;

export const coders = {
  list: query({
    summary: 'Who codes in this project.',
    input: nothing,
    output: z.array(coder),
    topics: ['coders', 'codings', 'session'],
  }),
  create: command({
    summary: 'Add a coder.',
    input: z.strictObject({ name, initials: z.string().trim().max(10).optional(), color: color.optional() }),
    output: made,
    topics: ['coders'],
  }),
  update: command({
    summary: 'Rename a coder.',
    input: z.strictObject({
      coderId: guid,
      name: name.optional(),
      initials: z.string().trim().max(10).optional(),
      color: color.optional(),
    }),
    output: done,
    topics: ['coders'],
  }),
  setCurrent: action({
    summary: 'From now on, code as this coder.',
    input: z.strictObject({ coderId: guid }),
    output: done,
    topics: ['session'],
  }),
};
