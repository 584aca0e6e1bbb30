import { z } from 'zod';
import { command, job, query } from './define.ts';
import { done, guid, made, moment, name } from './values.ts';

const revision = z.number().int().min(0);

export const versionName = z.strictObject({
  guid,
  name: z.string(),
  createdAt: moment,
  coderName: z.string().nullable(),
});

/** A state of a text, and the edits of one coder in one go that led to it (VE2 of SPEC.md). */
export const version = z.strictObject({
  revision,
  /** When the first and the last of the edits were made; null where it is not known. */
  from: moment.nullable(),
  at: moment.nullable(),
  coder: guid.nullable(),
  coderName: z.string().nullable(),
  /** Characters put in and taken out. */
  added: z.number().int(),
  removed: z.number().int(),
  edits: z.number().int(),
  /** What was done, in the user's language; null where nothing more is known than that the text was there. */
  label: z.string().nullable(),
  names: z.array(versionName),
  current: z.boolean(),
  /** The text as it came into the project. */
  first: z.boolean(),
});
export type Version = z.infer<typeof version>;

const part = z.strictObject({ text: z.string(), changed: z.boolean() });
const paragraph = z.number().int().nullable();

export const comparedRow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same'), before: z.number().int(), after: z.number().int(), text: z.string() }),
  z.strictObject({
    kind: z.literal('changed'),
    before: paragraph,
    after: paragraph,
    left: z.array(part),
    right: z.array(part),
  }),
  /** Paragraphs that both have and that were not asked for. */
  z.strictObject({ kind: z.literal('left-out'), before: z.number().int(), count: z.number().int() }),
]);
export type VersionRow = z.infer<typeof comparedRow>;

export const versions = {
  list: query({
    summary: 'The states of a text, newest first: who changed it, when and how much.',
    input: z.strictObject({ documentId: guid }),
    output: z.array(version),
    topics: ['texts', 'versions', 'documents'],
  }),
  text: query({
    summary: 'A text as it was at a revision (VE1).',
    input: z.strictObject({ documentId: guid, revision }),
    output: z.strictObject({ text: z.string() }),
    topics: ['documents'],
  }),
  compare: job({
    summary: 'Two states of a text side by side, with the words that differ (DF1–DF4).',
    input: z.strictObject({
      documentId: guid,
      before: revision,
      /** The present text where left out. */
      after: revision.optional(),
      /** Equal paragraphs shown around a difference. */
      context: z.number().int().min(0).max(1_000_000).default(2),
    }),
    output: z.strictObject({
      rows: z.array(comparedRow),
      /** Characters that only one of them has. */
      added: z.number().int(),
      removed: z.number().int(),
    }),
    topics: ['texts', 'documents'],
  }),
  name: command({
    summary: 'Give a state of a text a name.',
    input: z.strictObject({ documentId: guid, revision, name }),
    output: made,
    topics: ['versions'],
  }),
  rename: command({
    summary: 'Change the name of a state.',
    input: z.strictObject({ versionId: guid, name }),
    output: done,
    topics: ['versions'],
  }),
  unname: command({
    summary: 'Take a name off a state; the state itself stays.',
    input: z.strictObject({ versionId: guid }),
    output: done,
    topics: ['versions'],
  }),
  restore: job({
    summary: 'Make the text what it was at a revision, word by word, so that codings follow (VE3).',
    input: z.strictObject({ documentId: guid, revision }),
    output: z.strictObject({
      /** Revision of the text now. */
      revision,
      /** Codings of the document that wait for review then. */
      changed: z.number().int(),
      orphaned: z.number().int(),
    }),
    topics: ['texts', 'codings', 'documents', 'memos', 'links', 'structure'],
  }),
};
