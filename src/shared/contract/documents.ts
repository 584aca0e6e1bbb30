import { z } from 'zod';
import { action, command, job, nothing, query } from './define.ts';
import { day, done, fileToken, guid, made, moment, name, offset, prose } from './values.ts';

export const documentKind = z.enum(['interview', 'observation', 'document', 'field-note', 'other']);
export type DocumentKind = z.infer<typeof documentKind>;

export const documentSummary = z.strictObject({
  guid,
  title: z.string(),
  description: z.string(),
  kind: documentKind,
  characters: z.number().int(),
  codings: z.number().int(),
  case: guid.nullable(),
  language: z.string(),
  date: day.nullable(),
  place: z.string(),
  position: z.number().int(),
  memos: z.number().int(),
  /** Codings whose words an edit changed (ED7), not yet accepted. */
  toReview: z.number().int(),
  createdAt: moment,
  modifiedAt: moment,
});
export type DocumentSummary = z.infer<typeof documentSummary>;

const attributes = {
  title: name,
  kind: documentKind,
  language: z.string().max(35),
  date: day.nullable(),
  place: z.string().max(500),
  caseId: guid.nullable(),
};

/** What becomes of comments beside the text of a file: left out unless a person asks for them (P5). */
export const commentChoice = z.enum(['leave-out', 'memos']);

const valueType = z.enum(['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime']);

/** What a column of a survey is: who answered, a closed question, an open one, or nothing to import. */
export const tableRole = z.enum(['case', 'variable', 'text', 'left']);

/** Where one file is split into several documents (SU1–SU4). */
export const splitRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('heading'), level: z.number().int().min(1).max(9) }),
  z.strictObject({ by: z.literal('marker'), marker: z.string().min(1).max(500), pattern: z.boolean() }),
  z.strictObject({ by: z.literal('speaker') }),
]);

/** A file handed to the host, with what a person chose for it. */
const chosenFile = z.strictObject({
  name: z.string().max(4000),
  token: fileToken,
  /** Encoding of a text file, by its name in the WHATWG standard, where the guess would be wrong. */
  encoding: z.string().max(40).optional(),
  comments: commentChoice.optional(),
  split: splitRule.optional(),
});

export const importNote = z.strictObject({
  code: z.string(),
  count: z.number().int(),
  detail: z.string().optional(),
  /** The note in the user's language. */
  message: z.string(),
});

export const importedFile = z.strictObject({
  file: z.string(),
  outcome: z.enum(['imported', 'refused']),
  document: guid.nullable(),
  title: z.string().nullable(),
  characters: z.number().int(),
  notes: z.array(importNote),
  /** Why the file was refused, in the user's language. */
  /** The documents a file was split into; none where it is one. */
  parts: z.array(z.strictObject({ document: guid, title: z.string(), characters: z.number().int() })),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportedFile = z.infer<typeof importedFile>;

export const previewedFile = z.strictObject({
  file: z.string(),
  /** Null where the file would be refused. */
  found: z
    .strictObject({
      format: z.string(),
      encoding: z.string().nullable(),
      title: z.string(),
      characters: z.number().int(),
      paragraphs: z.number().int(),
      /** The beginning of the text. */
      sample: z.string(),
      /** The first of them, in order of appearance. */
      speakers: z.array(
        z.strictObject({
          name: z.string(),
          turns: z.number().int(),
          role: z.enum(['interviewer', 'informant', 'other']),
        }),
      ),
      speakerCount: z.number().int(),
      timeStamps: z.number().int(),
      /** Question marks in the turns of interviewers. */
      questions: z.number().int(),
      headings: z.array(z.strictObject({ level: z.number().int(), count: z.number().int() })),
      comments: z.number().int(),
      split: z
        .strictObject({
          count: z.number().int(),
          /** The first of them. */
          parts: z.array(z.strictObject({ title: z.string(), characters: z.number().int() })),
          /** Lines in no document: those that mark a beginning, and runs without a word. */
          markers: z.number().int(),
          blanks: z.number().int(),
        })
        .nullable(),
    })
    .nullable(),
  notes: z.array(importNote),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type PreviewedFile = z.infer<typeof previewedFile>;

export const splice = z.strictObject({ at: offset, remove: offset, insert: z.string().max(10_000_000) });

export const documents = {
  list: query({
    summary: 'All documents in their order.',
    input: nothing,
    output: z.array(documentSummary),
    topics: ['documents', 'codings', 'memos', 'texts'],
  }),
  text: query({
    summary: 'The canonical text of a document and its revision.',
    input: z.strictObject({ documentId: guid }),
    output: z.strictObject({ documentId: guid, text: z.string(), revision: z.number().int() }),
    topics: ['texts'],
  }),
  create: command({
    summary: 'Add a document from text, for example a pasted one.',
    input: z
      .strictObject({ ...attributes, text: z.string() })
      .partial()
      .required({ title: true, text: true }),
    output: made,
    topics: ['documents', 'texts'],
  }),
  update: command({
    summary: 'Change title, kind, language, date, place or case of a document.',
    input: z
      .strictObject({ ...attributes })
      .partial()
      .extend({ documentId: guid }),
    output: done,
    topics: ['documents', 'cases'],
  }),
  move: command({
    summary: 'Put a document at another place in the list.',
    input: z.strictObject({ documentId: guid, position: z.number().int().min(0) }),
    output: done,
    topics: ['documents'],
  }),
  delete: command({
    summary: 'Remove documents with their codings, passage memos and values.',
    input: z.strictObject({ documentIds: z.array(guid).min(1) }),
    output: z.strictObject({ documents: z.number().int(), codings: z.number().int() }),
    topics: [
      'documents',
      'texts',
      'codings',
      'memos',
      'variables',
      'links',
      'structure',
      'versions',
      'collection',
      'condensation',
    ],
  }),
  preview: job({
    summary: 'What is recognised in files that were handed to the host. Nothing is changed; the files are held on.',
    input: z.strictObject({ files: z.array(chosenFile).min(1).max(5000) }),
    output: z.strictObject({ files: z.array(previewedFile) }),
    topics: [],
  }),
  release: action({
    summary: 'Forget files that were handed to the host and will not be imported.',
    input: z.strictObject({ tokens: z.array(fileToken).max(5000) }),
    output: done,
    topics: [],
    needsProject: false,
  }),
  import: job({
    summary: 'Import files that were handed to the host. Good files are imported, bad ones refused one by one.',
    input: z.strictObject({
      files: z
        .array(
          chosenFile.extend({
            title: name.optional(),
            kind: documentKind.optional(),
            /** The case its documents are about. */
            caseId: guid.optional(),
            /** True where each document is about the case of its name, which is made where there is none. */
            ownCase: z.boolean().optional(),
          }),
        )
        .min(1)
        .max(5000),
      /** For files that say nothing else. */
      kind: documentKind.optional(),
      comments: commentChoice.optional(),
      encoding: z.string().max(40).optional(),
      split: splitRule.optional(),
    }),
    output: z.strictObject({ files: z.array(importedFile) }),
    topics: ['documents', 'texts', 'memos', 'cases', 'interchange'],
  }),
  importTable: job({
    summary:
      'Import a survey (CSV, XLSX): a row a case, closed questions variables, open ones documents; or show what it would be.',
    input: z.strictObject({
      file: z.strictObject({ name: z.string().max(4000), token: fileToken }),
      /** True to only say what was recognised and what importing would add: nothing is changed, the file is held on. */
      preview: z.boolean().optional(),
      /** What columns are, by name, where the suggestion would be wrong. */
      roles: z.record(z.string().max(500), tableRole).optional(),
      /** Types of variables, by the names of their columns, where the suggestion would be wrong. */
      types: z.record(z.string().max(500), valueType).optional(),
      /** What parts the decimals of numbers, where the guess would be wrong; not of XLSX, which says it. */
      decimal: z.enum(['comma', 'point']).optional(),
      /** True to add variables to the cases of the project only; rows of others are left out and counted. */
      onlyKnownCases: z.boolean().optional(),
      delimiter: z.string().length(1).optional(),
      encoding: z.string().max(40).optional(),
      sheet: z.string().max(500).optional(),
    }),
    output: z.strictObject({
      outcome: z.enum(['imported', 'preview', 'refused']),
      columns: z.array(
        z.strictObject({
          name: z.string(),
          role: tableRole,
          type: valueType,
          filled: z.number().int(),
          distinct: z.number().int(),
          examples: z.array(z.string()),
        }),
      ),
      sheets: z.array(z.string()),
      hiddenSheets: z.number().int(),
      delimiter: z.string().nullable(),
      encoding: z.string().nullable(),
      /** Null where nothing in the table says it. */
      decimal: z.enum(['comma', 'point']).nullable(),
      /** What was imported; of a preview, what would be. */
      counts: z.strictObject({
        rows: z.number().int(),
        cases: z.number().int(),
        newCases: z.number().int(),
        variables: z.number().int(),
        values: z.number().int(),
        documents: z.number().int(),
        valuesLeftOut: z.number().int(),
        rowsLeftOut: z.number().int(),
      }),
      error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    }),
    topics: ['documents', 'texts', 'cases', 'variables', 'interchange'],
  }),
  importProject: job({
    summary:
      'Import a project of QualCoder (data.qda or its folder as ZIP), RQDA or Taguette into this one, as one step.',
    input: z.strictObject({
      file: z.strictObject({ name: z.string().max(4000), token: fileToken }),
      /** True to only say what importing would add: nothing is changed, the file is held on. */
      preview: z.boolean().optional(),
    }),
    output: z.strictObject({
      outcome: z.enum(['imported', 'preview', 'refused']),
      program: z.enum(['QualCoder', 'RQDA', 'Taguette']).nullable(),
      counts: z.strictObject({
        documents: z.number().int(),
        codes: z.number().int(),
        codings: z.number().int(),
        cases: z.number().int(),
        variables: z.number().int(),
        memos: z.number().int(),
        coders: z.number().int(),
      }),
      /** What was left out or mended, each with its count and a sentence in the user's language. */
      notes: z.array(importNote),
      error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    }),
    topics: ['documents', 'texts', 'codes', 'codings', 'memos', 'cases', 'variables', 'coders', 'interchange'],
  }),
  editText: command({
    summary: 'Edit the text; every coding and passage memo follows by the rules ED1–ED10.',
    input: z.strictObject({
      documentId: guid,
      /** Revision of the text the splices were made for; another one is refused. */
      revision: z.number().int(),
      splices: z.array(splice).min(1),
    }),
    output: z.strictObject({
      revision: z.number().int(),
      changed: z.number().int(),
      orphaned: z.number().int(),
      /** True where letters took in marks, so that the text is not what the splices alone make of it (T1). */
      recomposed: z.boolean(),
    }),
    topics: ['texts', 'codings', 'documents', 'memos'],
  }),
  setNote: command({
    summary: 'Set the free description of a document.',
    input: z.strictObject({ documentId: guid, description: prose }),
    output: done,
    topics: ['documents'],
  }),
  original: query({
    summary: 'What is known of the file a document was imported from.',
    input: z.strictObject({ documentId: guid }),
    output: z
      .strictObject({ name: z.string(), mediaType: z.string(), size: z.number().int(), sha256: z.string() })
      .nullable(),
    topics: ['documents'],
  }),
};
