import { z } from 'zod';
import { command, query } from './define.ts';
import { done, guid, made, moment, offset, prose } from './values.ts';

export const memoKind = z.enum([
  'jotting',
  'analytic',
  'theoretical',
  'methodological',
  'code-note',
  'meeting',
  'summary',
  'other',
]);
export type MemoKind = z.infer<typeof memoKind>;

/** What a memo is about. A passage is a range of a document's text and follows its edits. */
export const memoTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.literal('document'), guid }),
  z.strictObject({ kind: z.literal('code'), guid }),
  z.strictObject({ kind: z.literal('coding'), guid }),
  z.strictObject({ kind: z.literal('case'), guid }),
  z.strictObject({ kind: z.literal('variable'), guid }),
  z.strictObject({ kind: z.literal('coder'), guid }),
  z.strictObject({ kind: z.literal('passage'), guid, start: offset, end: offset }),
]);
export type MemoTarget = z.infer<typeof memoTarget>;

export const memo = z.strictObject({
  guid,
  title: z.string(),
  body: z.string(),
  kind: memoKind,
  author: guid.nullable(),
  createdAt: moment,
  modifiedAt: moment,
  targets: z.array(memoTarget),
});
export type Memo = z.infer<typeof memo>;

export const memos = {
  list: query({
    summary: 'Memos, newest first; with a target, only those about it.',
    input: z.strictObject({ target: memoTarget.optional(), documentId: guid.optional() }),
    output: z.array(memo),
    topics: ['memos', 'texts', 'codings'],
  }),
  create: command({
    summary: 'Write a memo about one or several things.',
    input: z.strictObject({
      title: z.string().trim().max(500).default(''),
      body: prose,
      kind: memoKind.default('analytic'),
      targets: z.array(memoTarget).min(1),
    }),
    output: made,
    topics: ['memos'],
  }),
  update: command({
    summary: 'Change title, body or kind of a memo.',
    input: z
      .strictObject({ title: z.string().trim().max(500), body: prose, kind: memoKind })
      .partial()
      .extend({ memoId: guid }),
    output: done,
    topics: ['memos'],
  }),
  attach: command({
    summary: 'Say that a memo is also about something else.',
    input: z.strictObject({ memoId: guid, target: memoTarget }),
    output: done,
    topics: ['memos'],
  }),
  detach: command({
    summary: 'Take one subject off a memo. A memo keeps at least one.',
    input: z.strictObject({ memoId: guid, target: memoTarget }),
    output: done,
    topics: ['memos'],
  }),
  delete: command({
    summary: 'Delete memos.',
    input: z.strictObject({ memoIds: z.array(guid).min(1) }),
    output: done,
    topics: ['memos', 'collection'],
  }),
};
