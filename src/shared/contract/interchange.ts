import { z } from 'zod';
import { action, job, nothing, query } from './define.ts';
import { confirmed, done, fileToken, guid, moment, producedFile } from './values.ts';

/** REFI-QDA: a whole project, or its codebook alone. */
export const exchangeFormat = z.enum(['qdpx', 'qdc']);
export type ExchangeFormat = z.infer<typeof exchangeFormat>;

export const exchangeNote = z.strictObject({
  code: z.string(),
  count: z.number().int(),
  /** Short facts, such as names of sources; at most fifty. */
  details: z.array(z.string()),
  /** The note in the user's language. */
  message: z.string(),
});
export type ExchangeNoteAnswer = z.infer<typeof exchangeNote>;

const counts = z.record(z.string(), z.number().int());

export const mergeChange = z.strictObject({
  kind: z.enum([
    'coders',
    'codes',
    'cases',
    'variables',
    'documents',
    'texts',
    'values',
    'codings',
    'memos',
    'links',
    'structure',
    'own',
    'kept',
  ]),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
});

/** Something of the file that has another GUID in the project but the same path, title or name. */
export const mergeMatch = z.strictObject({
  kind: z.enum(['coder', 'code', 'case', 'variable', 'document']),
  name: z.string(),
  file: guid,
  project: guid,
});

/** By GUID alone, or also by what the plan offers. */
export const matching = z.enum(['guid', 'names']);

const choices = {
  match: matching.default('guid'),
  /** Of what is the same by name: the GUIDs in the file of those that are not the same after all. */
  apart: z.array(guid).default([]),
  /** Also take away the codings of the file's documents that the file does not have. */
  removeMissing: z.boolean().default(false),
};

export const exchangeReport = z.strictObject({
  guid,
  at: moment,
  direction: z.enum(['import', 'export']),
  file: z.string(),
  format: z.string(),
  /** The program that wrote the file, as it says. */
  origin: z.string(),
  /** What the file holds, by kind. */
  counts,
  changes: z.array(mergeChange),
  notes: z.array(exchangeNote),
});
export type ExchangeReport = z.infer<typeof exchangeReport>;

export const interchange = {
  read: job({
    summary:
      'Read a QDPX, QDE or QDC file, a codebook as CSV or XLSX, or references as RIS, and keep it ready for `plan` and `merge`. Nothing is changed.',
    input: z.strictObject({ name: z.string().max(4000), token: fileToken }),
    output: z.strictObject({
      planId: z.string(),
      name: z.string(),
      origin: z.string(),
      counts,
      notes: z.array(exchangeNote),
      /** True where the file has no GUIDs: what is in the project already is known by its path or name. */
      byNames: z.boolean(),
    }),
    topics: ['interchange'],
  }),
  plan: job({
    summary: 'What merging a file that was read would add, change and remove. Nothing is changed.',
    input: z.strictObject({ planId: z.string(), ...choices }),
    output: z.strictObject({
      changes: z.array(mergeChange),
      matches: z.array(mergeMatch),
      /** Whether so much would go that `merge` asks for `confirm`. */
      removesMuch: z.boolean(),
    }),
    topics: ['interchange', 'documents', 'codes', 'codings', 'cases', 'variables', 'memos', 'coders', 'texts'],
  }),
  merge: job({
    summary: 'Merge a file that was read into the project, in one undoable step. An empty project takes its name too.',
    input: z.strictObject({ planId: z.string(), ...choices, confirm: z.boolean().default(false) }),
    output: exchangeReport,
    topics: [
      'interchange',
      'project',
      'documents',
      'texts',
      'codes',
      'codings',
      'cases',
      'variables',
      'memos',
      'coders',
      'links',
      'structure',
      'versions',
      'searches',
      'results',
      'displays',
      'propositions',
      'triangulation',
      'remarks',
      'queries',
      'questions',
      'collection',
      'condensation',
    ],
  }),
  discard: action({
    summary: 'Forget a file that was read.',
    input: z.strictObject({ planId: z.string() }),
    output: done,
    topics: [],
    needsProject: false,
  }),
  export: job({
    summary: 'The project as QDPX, or its codebook as QDC, and what other programs will not see of it.',
    input: z.strictObject({
      format: exchangeFormat,
      confirmed,
    }),
    output: z.strictObject({ file: producedFile, counts, notes: z.array(exchangeNote) }),
    topics: ['interchange', 'documents', 'texts', 'codes', 'codings', 'cases', 'variables', 'memos', 'coders', 'links'],
  }),
  reports: query({
    summary: 'What every import of another program’s project carried over, changed and left out, the latest first.',
    input: nothing,
    output: z.array(exchangeReport),
    topics: ['interchange'],
  }),
  exportReport: job({
    summary: 'One of these reports as a text file.',
    input: z.strictObject({ reportId: guid }),
    output: producedFile,
    topics: ['interchange'],
  }),
};
