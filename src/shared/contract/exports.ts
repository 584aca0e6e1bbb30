import { z } from 'zod';
import { job } from './define.ts';
import { exchangeNote } from './interchange.ts';
import { confirmed, day, guid, producedFile, textUpTo } from './values.ts';

export const segmentFormat = z.enum(['xlsx', 'csv', 'docx', 'html']);
export type SegmentFormat = z.infer<typeof segmentFormat>;
export const codedTextFormat = z.enum(['html', 'docx']);
export type CodedTextFormat = z.infer<typeof codedTextFormat>;
export const matrixFormat = z.enum(['zip', 'csv']);

/** Which codings go out. Left out means all; codings without words (orphans) never do and are counted. */
const chosen = {
  codeIds: z.array(guid).optional(),
  /** Also codings with subcodes of these codes. */
  subcodes: z.boolean().default(false),
  documentIds: z.array(guid).optional(),
  caseIds: z.array(guid).optional(),
  coderIds: z.array(guid).optional(),
  codingIds: z.array(guid).optional(),
  /** First and last day on which a passage was coded, in UTC. */
  from: day.optional(),
  to: day.optional(),
  /** Codings without a weight are left out where one of these is given. */
  weightFrom: z.number().int().min(0).max(100).optional(),
  weightTo: z.number().int().min(0).max(100).optional(),
};
export const exportChoice = z.strictObject(chosen);
export type ExportChoice = z.infer<typeof exportChoice>;

const counts = z.record(z.string(), z.number().int());
const exported = z.strictObject({ file: producedFile, counts, notes: z.array(exchangeNote) });

const topics = ['documents', 'texts', 'codes', 'codings', 'cases', 'variables', 'memos', 'coders'] as const;

export const exports = {
  segments: job({
    summary:
      'Coded passages as a spreadsheet, a table, a Word document or a page, with where they come from and what was noted.',
    input: z.strictObject({
      format: segmentFormat,
      /** What a Word document and a page are divided by. */
      groupBy: z.enum(['code', 'document']).default('code'),
      confirmed,
      ...chosen,
    }),
    output: exported,
    topics: ['interchange', ...topics],
  }),
  documents: job({
    summary: 'Documents with their codes: a page with codes in the margin, or a Word document with codes as comments.',
    input: z.strictObject({ format: codedTextFormat, confirmed, ...chosen }),
    output: exported,
    topics: ['interchange', ...topics],
  }),
  matrix: job({
    summary:
      'Cases or documents × codes for statistics: a table, what its columns mean, and SPSS syntax that reads it; packed, or as three files.',
    input: z.strictObject({
      format: matrixFormat.default('zip'),
      rows: z.enum(['cases', 'documents']).default('cases'),
      /** Codings, whether there is one (0, 1), or coded words, each once for each code. */
      measure: z.enum(['codings', 'binary', 'words']).default('codings'),
      codeIds: chosen.codeIds,
      documentIds: chosen.documentIds,
      caseIds: chosen.caseIds,
      coderIds: chosen.coderIds,
      /** What the files are called, without an extension. */
      name: textUpTo(200).min(1).optional(),
      confirmed,
    }),
    output: z.strictObject({ files: z.array(producedFile), counts, notes: z.array(exchangeNote) }),
    topics: ['interchange', ...topics],
  }),
};
