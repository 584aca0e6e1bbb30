import { z } from 'zod';
import { command, query } from './define.ts';
import { done, guid, made, moment, name, offset, prose } from './values.ts';

/** `kept`: as coded. `changed`: an edit changed its words (ED7). `orphaned`: no words left (ED6). */
export const codingState = z.enum(['kept', 'changed', 'orphaned']);
export type CodingState = z.infer<typeof codingState>;

export const coding = z.strictObject({
  guid,
  document: guid,
  code: guid,
  coder: guid.nullable(),
  start: offset,
  end: offset,
  quote: z.string(),
  createdAt: moment,
  modifiedAt: moment,
  weight: z.number().int().nullable(),
  state: codingState,
  /** The words before the edit that changed them. */
  formerQuote: z.string().nullable(),
  memos: z.number().int(),
});
export type Coding = z.infer<typeof coding>;

/** What the editor needs of a coding, for thousands at once. */
export const placedCoding = z.strictObject({
  guid,
  code: guid,
  coder: guid.nullable(),
  start: offset,
  end: offset,
  weight: z.number().int().nullable(),
  state: codingState,
  memos: z.number().int(),
});
export type PlacedCoding = z.infer<typeof placedCoding>;

/** A coding with the words around it and where it comes from: what a quotation list shows. */
export const quotation = z.strictObject({
  ...coding.shape,
  documentTitle: z.string(),
  documentDate: z.string().nullable(),
  caseName: z.string().nullable(),
  coderName: z.string().nullable(),
  codePath: z.array(z.string()),
  codeColor: z.string(),
  /** Words around the passage, with an ellipsis where the text goes on. */
  before: z.string(),
  after: z.string(),
  /** The speaker whose turn holds the start of the passage. */
  speaker: z.string().nullable(),
  /** The first and the last page of the file the passage stands on, where that file has pages (PG4). */
  pages: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
});
export type Quotation = z.infer<typeof quotation>;

const range = { start: offset, end: offset };
const weight = z.number().int().min(0).max(100).nullable();

export const codingFilter = {
  documentIds: z.array(guid),
  codeIds: z.array(guid),
  coderIds: z.array(guid),
  caseIds: z.array(guid),
  states: z.array(codingState),
  codingIds: z.array(guid),
};

export const codings = {
  list: query({
    summary: 'Codings ordered by document, start and end, filtered.',
    input: z.strictObject({ ...codingFilter }).partial(),
    output: z.array(coding),
    topics: ['codings', 'texts', 'memos', 'documents'],
  }),
  inDocument: query({
    summary: 'Every coding of one document, light enough for thousands.',
    input: z.strictObject({ documentId: guid }),
    output: z.array(placedCoding),
    topics: ['codings', 'texts', 'memos'],
  }),
  quotations: query({
    summary: 'Codings with their surroundings, a page at a time.',
    input: z
      .strictObject({
        ...codingFilter,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      })
      .partial(),
    output: z.strictObject({ total: z.number().int(), items: z.array(quotation) }),
    topics: ['codings', 'texts', 'documents', 'codes', 'cases', 'coders', 'memos'],
  }),
  create: command({
    summary: 'Code one passage.',
    input: z.strictObject({
      documentId: guid,
      codeId: guid,
      ...range,
      /** The current coder where left out. */
      coderId: guid.nullable().optional(),
      /** Adds a coder of this name in the same step and codes as that one. */
      newCoder: name.optional(),
      weight: weight.optional(),
      /** Makes a memo on the coding in the same step. */
      memo: prose.optional(),
    }),
    output: made,
    topics: ['codings', 'memos', 'coders'],
  }),
  createMany: command({
    summary: 'Code several passages, or one passage with several codes, in one step.',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ documentId: guid, codeId: guid, ...range, coderId: guid.nullable().optional() }))
        .min(1)
        .max(100_000),
    }),
    output: z.strictObject({ guids: z.array(guid) }),
    topics: ['codings'],
  }),
  update: command({
    summary: 'Change range, code, weight or coder of codings.',
    input: z.strictObject({
      codingIds: z.array(guid).min(1),
      codeId: guid.optional(),
      weight: weight.optional(),
      coderId: guid.nullable().optional(),
      /** Only for a single coding. */
      start: offset.optional(),
      end: offset.optional(),
    }),
    output: done,
    topics: ['codings'],
  }),
  delete: command({
    summary: 'Remove codings. Their memos go with them.',
    input: z.strictObject({ codingIds: z.array(guid).min(1) }),
    output: z.strictObject({ codings: z.number().int(), memos: z.number().int() }),
    topics: ['codings', 'memos', 'collection', 'condensation'],
  }),
  split: command({
    summary: 'Cut one coding in two; memos stay with both parts (SJ1, SJ2).',
    input: z.strictObject({ codingId: guid, at: offset }),
    /** The part after the cut; the part before it keeps the identifier. */
    output: made,
    topics: ['codings', 'memos'],
  }),
  join: command({
    summary:
      'Make one of codings that overlap or follow each other and have document, code and coder in common (SJ3–SJ5).',
    input: z.strictObject({
      codingIds: z.array(guid).min(2).max(100_000),
      /** Also joins codings with other words between them; these are coded then. */
      acrossWords: z.boolean().optional(),
    }),
    output: z.strictObject({
      /** The codings that now stand for several. */
      guids: z.array(guid),
      /** Codings that went into them. */
      joined: z.number().int(),
    }),
    topics: ['codings', 'memos', 'condensation'],
  }),
  accept: command({
    summary: 'Take changed codings off the review list, as they are now (ED7).',
    input: z.strictObject({ codingIds: z.array(guid).min(1) }),
    output: done,
    topics: ['codings'],
  }),
};
