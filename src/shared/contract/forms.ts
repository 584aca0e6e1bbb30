import { z } from 'zod';
import { command, job, query } from './define.ts';
import { reportFormat } from './report.ts';
import { confirmed, day, done, guid, language, made, moment, name, producedFile, prose } from './values.ts';

export const formKind = z.enum(['contact', 'document']);
export type FormKind = z.infer<typeof formKind>;

/** The parts of each kind, in their order. */
export const sectionsOfForm = {
  contact: ['issues', 'information', 'missing', 'salient', 'hypotheses', 'next'],
  document: ['origin', 'significance', 'summary', 'next'],
} as const satisfies Readonly<Record<FormKind, readonly FormSection[]>>;

/** Sheets that can be printed blank: a summary of each kind, the interview guide with room for answers. */
export const blankSheet = z.enum(['contact', 'document', 'guide']);
export type BlankSheet = z.infer<typeof blankSheet>;

/** The parts of a form. A contact form has the first six, a document form the others and `next`. */
export const formSection = z.enum([
  'issues',
  'information',
  'missing',
  'salient',
  'hypotheses',
  'next',
  'origin',
  'significance',
  'summary',
]);
export type FormSection = z.infer<typeof formSection>;

export const itemState = z.enum(['note', 'to-do', 'done']);

export const formItem = z.strictObject({
  guid,
  section: formSection,
  text: z.string(),
  state: itemState,
  /** The research question or question of the guide it is about. */
  question: guid.nullable(),
  /** The memo that was made of it. */
  memo: guid.nullable(),
});
export type FormItem = z.infer<typeof formItem>;

export const summaryForm = z.strictObject({
  guid,
  kind: formKind,
  title: z.string(),
  document: guid.nullable(),
  case: guid.nullable(),
  date: day.nullable(),
  place: z.string(),
  who: z.string(),
  body: z.string(),
  author: guid.nullable(),
  createdAt: moment,
  modifiedAt: moment,
  items: z.array(formItem),
});
export type SummaryForm = z.infer<typeof summaryForm>;

const fields = {
  title: name,
  documentId: guid.nullable(),
  caseId: guid.nullable(),
  date: day.nullable(),
  place: z.string().max(500),
  who: z.string().max(500),
  body: prose,
};
const itemFields = { section: formSection, text: prose, state: itemState, questionId: guid.nullable() };

/** one page soon after a contact, or about a document of the field. */
export const forms = {
  list: query({
    summary: 'Contact and document summaries with their lines, newest first.',
    input: z.strictObject({ kind: formKind, documentId: guid, caseId: guid }).partial(),
    output: z.array(summaryForm),
    topics: ['collection', 'questions', 'structure', 'memos', 'documents', 'cases'],
  }),
  create: command({
    summary: 'Begin a summary; one about a document takes its date, place and case from it.',
    input: z.strictObject(fields).partial().extend({ kind: formKind }),
    output: made,
    topics: ['collection'],
  }),
  update: command({
    summary: 'Change what a summary says of the contact or document.',
    input: z.strictObject(fields).partial().extend({ formId: guid }),
    output: done,
    topics: ['collection'],
  }),
  delete: command({
    summary: 'Delete summaries; memos that were made of their lines stay.',
    input: z.strictObject({ formIds: z.array(guid).min(1) }),
    output: done,
    topics: ['collection'],
  }),
  addItem: command({
    summary: 'Add a line to a part of a summary.',
    input: z.strictObject(itemFields).partial().extend({ formId: guid, section: formSection }),
    output: made,
    topics: ['collection'],
  }),
  updateItem: command({
    summary: 'Change a line of a summary, or say that it is to be done or done.',
    input: z.strictObject(itemFields).partial().extend({ itemId: guid }),
    output: done,
    topics: ['collection'],
  }),
  removeItems: command({
    summary: 'Remove lines of summaries.',
    input: z.strictObject({ itemIds: z.array(guid).min(1) }),
    output: done,
    topics: ['collection'],
  }),
  toMemo: command({
    summary: 'Make a memo of a line, about the document or case of its summary.',
    input: z.strictObject({ itemId: guid }),
    output: made,
    topics: ['collection', 'memos'],
  }),
  sheets: job({
    summary: 'Forms to print: blank ones to fill in by hand, and summaries as they are (R-15).',
    input: z.strictObject({
      blank: z.array(blankSheet).default([...blankSheet.options]),
      formIds: z.array(guid).default([]),
      format: reportFormat,
      /** Of headings; that of the project where left out. */
      language: language.optional(),
      confirmed,
    }),
    output: producedFile,
    topics: [],
  }),
};
