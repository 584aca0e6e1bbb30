import { z } from 'zod';
import { action, command, job, nothing, query } from './define.ts';
import { bilingual, confirmed, done, guid, language, moment, name, producedFile, prose } from './values.ts';

export const projectInfo = z.strictObject({
  project: z.strictObject({
    guid,
    name: z.string(),
    schemaVersion: z.number().int(),
    description: z.string(),
    language,
    /** True for the invented sample study; it is marked wherever it is shown. */
    fictional: z.boolean(),
    createdAt: moment,
    revision: z.number().int(),
  }),
  counts: z.strictObject({
    documents: z.number().int(),
    characters: z.number().int(),
    codes: z.number().int(),
    codings: z.number().int(),
    memos: z.number().int(),
    cases: z.number().int(),
    variables: z.number().int(),
    coders: z.number().int(),
    propositions: z.number().int(),
    displays: z.number().int(),
  }),
  health: z.strictObject({
    toReview: z.number().int(),
    uncodedDocuments: z.number().int(),
    lastBackup: moment.nullable(),
  }),
});
export type ProjectInfo = z.infer<typeof projectInfo>;

export const problem = z.strictObject({
  kind: z.enum(['file', 'text', 'range', 'quote', 'checksum', 'reference', 'tree', 'recording', 'history', 'index']),
  object: z.string(),
  /** One sentence in the user's language. */
  message: z.string(),
});
export type Problem = z.infer<typeof problem>;

export const project = {
  info: query({
    summary: 'Counts and health of the open project.',
    input: nothing,
    output: projectInfo,
    topics: [
      'project',
      'documents',
      'codes',
      'codings',
      'memos',
      'cases',
      'variables',
      'coders',
      'texts',
      'displays',
      'propositions',
      'history',
    ],
  }),
  update: command({
    summary: 'Rename or describe the project.',
    input: z.strictObject({ name, description: prose, language }).partial(),
    output: done,
    topics: ['project'],
  }),
  check: job({
    summary: 'Look for damage: file, texts, ranges, quotes, checksums, references, code tree, history.',
    input: nothing,
    output: z.strictObject({
      ok: z.boolean(),
      checked: z.record(z.string(), z.number().int()),
      problems: z.array(problem),
    }),
    topics: ['project'],
  }),
  backup: job({
    summary: 'A verified copy of the whole project, written to a path that must be free.',
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    output: done,
    topics: [],
  }),
  copy: job({
    summary: 'A verified copy of the whole project as a file to save elsewhere.',
    input: z.strictObject({ confirmed }),
    output: producedFile,
    topics: [],
  }),
};

export const sessionState = z.strictObject({
  open: z
    .strictObject({
      path: z.string(),
      name: z.string(),
      revision: z.number().int(),
      fictional: z.boolean(),
      mode: z.enum(['read-write', 'read-only']),
      /** Why nothing can be changed, in the user's language. */
      reason: z.string().nullable(),
      currentCoder: guid.nullable(),
    })
    .nullable(),
  host: z.enum(['electron', 'browser', 'cli', 'test']),
  version: z.string(),
});
export type SessionState = z.infer<typeof sessionState>;

export const templateSummary = z.strictObject({
  name: z.string(),
  title: bilingual,
  description: bilingual,
  codes: z.number().int(),
});

/** Projects as files: what a start screen needs. */
export const projects = {
  session: query({
    summary: 'What is open, and whether it can be changed.',
    input: nothing,
    output: sessionState,
    topics: ['session', 'project'],
    needsProject: false,
  }),
  recent: query({
    summary: 'Projects opened lately and those in the projects folder.',
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      projects: z.array(
        z.strictObject({ path: z.string(), name: z.string(), openedAt: moment.nullable(), exists: z.boolean() }),
      ),
    }),
    topics: ['session'],
    needsProject: false,
  }),
  templates: query({
    summary: 'Templates a project can start from.',
    input: nothing,
    output: z.array(templateSummary),
    topics: [],
    needsProject: false,
  }),
  create: action({
    summary: 'Make a new project file and open it. An existing file is never overwritten.',
    input: z.strictObject({
      name,
      /** Folder to put it in; the projects folder where left out. */
      folder: z.string().max(4000).optional(),
      /** The file itself, where its name is not to follow the project's. */
      path: z.string().max(4000).optional(),
      template: z.string().max(100).optional(),
      language: language.optional(),
    }),
    output: z.strictObject({ path: z.string() }),
    topics: ['session'],
    needsProject: false,
  }),
  open: action({
    summary: 'Open a project file; the one that is open is closed first.',
    input: z.strictObject({ path: z.string().max(4000) }),
    output: sessionState,
    topics: ['session'],
    needsProject: false,
  }),
  openSample: action({
    summary: 'Open the sample study, making its file in the projects folder where there is none.',
    input: z.strictObject({ language: language.optional() }),
    output: sessionState,
    topics: ['session'],
    needsProject: false,
  }),
  close: action({
    summary: 'Close the open project cleanly.',
    input: nothing,
    output: done,
    topics: ['session'],
    needsProject: false,
  }),
};
