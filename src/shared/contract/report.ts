// The report of a study: the chapters of an Indonesian thesis, or the order of an English article.

import { z } from 'zod';
import { job } from './define.ts';
import { confirmed, guid, language, offset, producedFile } from './values.ts';

export const reportForm = z.enum(['thesis', 'article']);
export type ReportForm = z.infer<typeof reportForm>;
export const reportFormat = z.enum(['docx', 'html']);
export type ReportFormat = z.infer<typeof reportFormat>;

/** What a sentence of the report rests on in the project: the window leads there. */
export const reportSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proposition'), guid }),
  z.strictObject({ kind: z.literal('coding'), guid, document: guid, start: offset, end: offset }),
  z.strictObject({ kind: z.literal('display'), guid }),
  z.strictObject({ kind: z.literal('cell'), guid, row: z.string(), column: z.string() }),
  z.strictObject({ kind: z.enum(['code', 'document']), guid }),
]);
export type ReportSource = z.infer<typeof reportSource>;

/** A report before it is a file. */
export const reportBlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['title', 'note', 'paragraph', 'claim']),
    text: z.string(),
    from: reportSource.optional(),
  }),
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  /** Words of the study, and who said them, where, when. */
  z.strictObject({ kind: z.literal('quotation'), text: z.string(), source: z.string(), from: reportSource }),
  /** Drawn as SVG; what it shows stands in a table after it. */
  z.strictObject({
    kind: z.literal('picture'),
    caption: z.string(),
    svg: z.string(),
    width: z.number(),
    height: z.number(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    /** By row and column; a table of numbers has none. */
    from: z.array(z.array(reportSource.nullable())).optional(),
  }),
]);
export type ReportBlock = z.infer<typeof reportBlock>;

const options = {
  form: reportForm.default('thesis'),
  /** Of headings and notes; what was written in the study stays as it is. That of the project where left out. */
  language: language.optional(),
  /** Quotations for each claim and dimension. */
  quotations: z.number().int().min(0).max(50).default(3),
};

const topics = [
  'project',
  'documents',
  'texts',
  'codes',
  'codings',
  'memos',
  'cases',
  'variables',
  'displays',
  'results',
  'propositions',
  'triangulation',
  'questions',
  'collection',
  'coders',
] as const;

export const report = {
  preview: job({
    summary: 'The report of the study as it reads now: headings, paragraphs, quotations, tables.',
    input: z.strictObject(options),
    output: z.strictObject({ title: z.string(), blocks: z.array(reportBlock) }),
    topics: [...topics],
  }),
  export: job({
    summary: 'The report of the study as a file: method with informants, findings by dimension, displays.',
    input: z.strictObject({ ...options, format: reportFormat, confirmed }),
    output: producedFile,
    topics: [],
  }),
};
