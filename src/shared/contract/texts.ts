import { z } from 'zod';
import { splice } from './documents.ts';
import { command, job } from './define.ts';
import { guid, offset } from './values.ts';

/** What to look for (FR1–FR5 of SPEC.md). */
export const search = z.strictObject({
  query: z.string().max(10_000),
  matchCase: z.boolean().default(false),
  wholeWord: z.boolean().default(false),
  /** The query is a regular expression. */
  regex: z.boolean().default(false),
  /** Letters count alike with and without their marks. */
  ignoreMarks: z.boolean().default(false),
});

export const hit = z.strictObject({
  start: offset,
  end: offset,
  words: z.string(),
  /** The words around it, where they were asked for. */
  before: z.string(),
  after: z.string(),
  /** What would take its place; null where no replacement was given. */
  insert: z.string().nullable(),
  /** Codings that share characters with it: their words change with it. */
  codings: z.number().int(),
});
export type FoundHit = z.infer<typeof hit>;

export const hitsOfDocument = z.strictObject({
  document: guid,
  title: z.string(),
  /** Revision of the text the hits are places in. */
  revision: z.number().int(),
  hits: z.array(hit),
});
export type FoundDocument = z.infer<typeof hitsOfDocument>;

export const texts = {
  find: job({
    summary: 'Find words in one, several or all documents, with what a replacement would put in their place.',
    input: z.strictObject({
      search,
      replacement: z.string().max(100_000).nullable().default(null),
      /** All documents where left out. */
      documentIds: z.array(guid).optional(),
      /** UTF-16 units of text wanted on each side of a hit. */
      context: z.number().int().min(0).max(500).default(60),
    }),
    output: z.strictObject({
      documents: z.array(hitsOfDocument),
      hits: z.number().int(),
      /** Documents looked through. */
      searched: z.number().int(),
      /** There are more hits than are told. */
      more: z.boolean(),
    }),
    topics: ['texts', 'documents', 'codings'],
  }),
  replace: job({
    summary: 'Replace passages in any number of documents in one step; codings follow (ED1–ED10, FR6).',
    input: z.strictObject({
      documents: z
        .array(
          z.strictObject({
            documentId: guid,
            /** Revision of the text the passages are places in; another one is refused. */
            revision: z.number().int(),
            /** Ascending and apart, all in the coordinates of that text. */
            splices: z.array(splice).min(1).max(100_000),
          }),
        )
        .min(1),
    }),
    output: z.strictObject({
      documents: z.number().int(),
      replaced: z.number().int(),
      /** Codings that went to the review list. */
      changed: z.number().int(),
      orphaned: z.number().int(),
    }),
    topics: ['texts', 'codings', 'documents', 'memos', 'links', 'structure'],
  }),
  restoreWords: command({
    summary: 'Give changed or orphaned codings the words back that they were made for (ED7).',
    input: z.strictObject({ codingIds: z.array(guid).min(1).max(10_000) }),
    output: z.strictObject({ restored: z.number().int() }),
    topics: ['texts', 'codings', 'documents', 'memos', 'links', 'structure'],
  }),
};
