// The report of a study: the chapters of an Indonesian thesis, or the order of an English article.

import { z } from 'zod';
import { job } from './define.ts';
import { language, producedFile } from './values.ts';

export const reportForm = z.enum(['thesis', 'article']);
export type ReportForm = z.infer<typeof reportForm>;
export const reportFormat = z.enum(['docx', 'html']);
export type ReportFormat = z.infer<typeof reportFormat>;

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
] as const;

export const report = {
  preview: job({
    summary: 'The report of the study as a page of HTML.',
    input: z.strictObject(options),
    output: z.strictObject({ html: z.string() }),
    topics: [...topics],
  }),
  export: job({
    summary: 'The report of the study as a file: method with informants, findings by dimension, displays.',
    input: z.strictObject({ ...options, format: reportFormat }),
    output: producedFile,
    topics: [],
  }),
};
