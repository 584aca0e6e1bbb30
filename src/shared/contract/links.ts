import { z } from 'zod';
import { command, query } from './define.ts';
import { done, guid, made, moment, offset, prose } from './values.ts';

/** What a link says: its first passage contradicts, explains, … its second one. */
export const linkKind = z.enum(['contradicts', 'explains', 'follows', 'supports', 'example', 'repeats']);
export type LinkKind = z.infer<typeof linkKind>;

export const linkEnd = z.strictObject({
  /** The passage itself; it follows every edit of its text (LK2). */
  passage: guid,
  document: guid,
  documentTitle: z.string(),
  start: offset,
  end: offset,
  /** Its words; once they were all removed, its last ones. */
  quote: z.string(),
  /** No words are left (LK3). */
  isLost: z.boolean(),
});
export type LinkEnd = z.infer<typeof linkEnd>;

export const link = z.strictObject({
  guid,
  kind: linkKind,
  /** Own words of whoever linked. */
  note: z.string(),
  author: guid.nullable(),
  createdAt: moment,
  modifiedAt: moment,
  from: linkEnd,
  to: linkEnd,
});
export type Link = z.infer<typeof link>;

const passage = z.strictObject({ documentId: guid, start: offset, end: offset });

export const links = {
  list: query({
    summary: 'Links between passages, by the place of their first one: all, or those of a document or a passage.',
    input: z
      .strictObject({
        /** Links with an end in this document. */
        documentId: guid,
        /** With `documentId`: only links with an end that meets this range. */
        start: offset,
        end: offset,
        kinds: z.array(linkKind),
      })
      .partial(),
    output: z.array(link),
    topics: ['links', 'texts', 'documents'],
  }),
  create: command({
    summary: 'Link two passages of one document or of two.',
    input: z.strictObject({ kind: linkKind, from: passage, to: passage, note: prose.default('') }),
    output: made,
    topics: ['links'],
  }),
  update: command({
    summary: 'Change what a link says, or turn its direction round.',
    input: z.strictObject({
      linkId: guid,
      kind: linkKind.optional(),
      note: prose.optional(),
      turn: z.boolean().optional(),
    }),
    output: done,
    topics: ['links'],
  }),
  delete: command({
    summary: 'Delete links; the texts stay as they are.',
    input: z.strictObject({ linkIds: z.array(guid).min(1) }),
    output: done,
    topics: ['links'],
  }),
};
