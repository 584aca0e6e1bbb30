import { z } from 'zod';
import { action, nothing, query } from './define.ts';
import { done, language } from './values.ts';

export const settingsShape = z.strictObject({
  language,
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'contrast']),
  /** Sizes, open panels, last place in each document: the window's own notes, by key. */
  window: z.record(z.string().max(200), z.json()),
});
export type Settings = z.infer<typeof settingsShape>;

export const settings = {
  get: query({
    summary: 'Preferences of this user on this machine.',
    input: nothing,
    output: settingsShape,
    topics: ['settings'],
    needsProject: false,
  }),
  set: action({
    summary: 'Change preferences; the window entries named are replaced, others stay.',
    input: settingsShape.partial(),
    output: settingsShape,
    topics: ['settings'],
    needsProject: false,
  }),
};

export const jobs = {
  cancel: action({
    summary: 'Stop a running job. It answers its caller with the error `cancelled` and changes nothing.',
    input: z.strictObject({ jobId: z.string().max(100) }),
    output: z.strictObject({ found: z.boolean() }),
    topics: [],
    needsProject: false,
  }),
};

export const windows = {
  report: action({
    summary: 'Write a fault of the window to the log. Codes and places only, never words of the study.',
    input: z.strictObject({ code: z.string().max(200), detail: z.string().max(4000) }),
    output: done,
    topics: [],
    needsProject: false,
  }),
};
