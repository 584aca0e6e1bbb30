import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { done, guid, made, moment, name, offset, prose } from './values.ts';

export const segmentMark = z.enum(['typical', 'key', 'parked']);
export type SegmentMark = z.infer<typeof segmentMark>;

const words = { paraphrase: prose, generalisation: prose, reduction: prose };

/** A segment with what it was condensed to; empty words where nothing was written yet. */
export const condensedSegment = z.strictObject({
  coding: guid,
  document: guid,
  documentTitle: z.string(),
  case: guid.nullable(),
  caseName: z.string().nullable(),
  code: guid,
  codeName: z.string(),
  start: offset,
  end: offset,
  quote: z.string(),
  ...words,
  mark: segmentMark.nullable(),
});
export type CondensedSegment = z.infer<typeof condensedSegment>;

export const codeChangeKind = z.enum(['redefine', 'rename', 'split', 'merge']);
export const codeChange = z.strictObject({
  guid,
  kind: codeChangeKind,
  code: guid,
  codeName: z.string(),
  other: guid.nullable(),
  otherName: z.string(),
  reason: z.string(),
  coder: z.string().nullable(),
  at: moment,
});
export type CodeChange = z.infer<typeof codeChange>;

export const definitionVersion = z.strictObject({
  /** The step of the history that made it; null for the state in which the history begins. */
  sequence: z.number().int().nullable(),
  at: moment,
  coder: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  include: z.string(),
  exclude: z.string(),
  /** Empty where it was a correction of the wording (CB1). */
  reason: z.string(),
});
export type DefinitionVersion = z.infer<typeof definitionVersion>;

export const recheckItem = z.strictObject({
  coding: guid,
  document: guid,
  documentTitle: z.string(),
  code: guid,
  codeName: z.string(),
  start: offset,
  end: offset,
  quote: z.string(),
  /** When it was made or last held against its code, and when the code changed. */
  judgedAt: moment,
  changedAt: moment,
  reason: z.string(),
});
export type RecheckItem = z.infer<typeof recheckItem>;

export const vignettePart = z.strictObject({
  kind: z.enum(['words', 'segment']),
  /** Null for words of the researcher, and for a segment whose coding is gone. */
  coding: guid.nullable(),
  text: z.string(),
});
export const vignette = z.strictObject({
  guid,
  title: z.string(),
  note: z.string(),
  case: guid.nullable(),
  createdAt: moment,
  modifiedAt: moment,
  parts: z.array(vignettePart),
});
export type Vignette = z.infer<typeof vignette>;

export const funnel = z.strictObject({
  /** Characters of all texts, and of those that are coded, condensed, in a display, under a proposition. */
  characters: z.number().int(),
  coded: z.number().int(),
  condensed: z.number().int(),
  displayed: z.number().int(),
  claimed: z.number().int(),
  /** Codings behind each of the last four. */
  codings: z.strictObject({
    coded: z.number().int(),
    condensed: z.number().int(),
    displayed: z.number().int(),
    claimed: z.number().int(),
  }),
});
export type Funnel = z.infer<typeof funnel>;

const vignetteFields = { title: name, note: prose, caseId: guid.nullable() };

export const condensation = {
  list: query({
    summary: 'Segments with their paraphrase, generalisation and reduction, in the order of documents, page by page.',
    input: z.strictObject({
      documentIds: z.array(guid).optional(),
      codeIds: z.array(guid).optional(),
      caseIds: z.array(guid).optional(),
      only: z.enum(['all', 'open', 'condensed', 'typical', 'key', 'parked']).default('all'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5000).default(200),
    }),
    output: z.strictObject({ total: z.number().int(), segments: z.array(condensedSegment) }),
    topics: ['condensation', 'codings', 'codes', 'documents', 'cases', 'texts'],
  }),
  write: command({
    summary: 'Write a step of condensation beside a segment: paraphrase, generalisation or reduction.',
    input: z.strictObject(words).partial().extend({ codingId: guid }),
    output: done,
    topics: ['condensation'],
  }),
  mark: command({
    summary: 'Set segments apart as typical, key or parked; null takes the mark off.',
    input: z.strictObject({ codingIds: z.array(guid).min(1).max(10_000), mark: segmentMark.nullable() }),
    output: done,
    topics: ['condensation'],
  }),
  recheck: query({
    summary: 'Codings made under an older definition of their code and not yet held against the present one (CB2).',
    input: z.strictObject({ codeIds: z.array(guid) }).partial(),
    output: z.array(recheckItem),
    topics: ['condensation', 'codings', 'codes', 'documents', 'texts'],
  }),
  keep: command({
    summary: 'Say that codings hold under the present definition of their code.',
    input: z.strictObject({ codingIds: z.array(guid).min(1).max(10_000) }),
    output: done,
    topics: ['condensation'],
  }),
  recode: command({
    summary: 'Give codings that no longer hold another code.',
    input: z.strictObject({ codingIds: z.array(guid).min(1).max(10_000), codeId: guid }),
    output: done,
    topics: ['condensation', 'codings'],
  }),
  changes: query({
    summary: 'Why the codebook changed: redefined, renamed, split, merged; newest first.',
    input: z.strictObject({ codeId: guid }).partial(),
    output: z.array(codeChange),
    topics: ['condensation', 'codes'],
  }),
  versions: query({
    summary: 'Every definition a code has had, newest first, from the history.',
    input: z.strictObject({ codeId: guid }),
    output: z.array(definitionVersion),
    topics: ['condensation', 'codes', 'history'],
  }),
  caseSkeleton: query({
    summary: 'The beginnings of an interim case summary: sources, coverage of questions, what was coded, holes.',
    input: z.strictObject({ caseId: guid }),
    output: z.strictObject({ title: z.string(), text: z.string() }),
    topics: ['condensation', 'questions', 'collection', 'structure', 'documents', 'cases', 'codes', 'codings', 'texts'],
  }),
  funnel: query({
    summary: 'How the material narrows: characters, coded, condensed, displayed, claimed.',
    input: nothing,
    output: funnel,
    topics: [
      'condensation',
      'codings',
      'codes',
      'cases',
      'variables',
      'documents',
      'texts',
      'displays',
      'propositions',
    ],
  }),
  vignettes: query({
    summary: 'Vignettes with their parts.',
    input: nothing,
    output: z.array(vignette),
    topics: ['condensation', 'cases', 'codings', 'texts'],
  }),
  createVignette: command({
    summary: 'Begin a vignette.',
    input: z.strictObject(vignetteFields).partial().required({ title: true }),
    output: made,
    topics: ['condensation'],
  }),
  updateVignette: command({
    summary: 'Change title, note or case of a vignette, or all its parts in their order.',
    input: z
      .strictObject(vignetteFields)
      .partial()
      .extend({
        vignetteId: guid,
        parts: z
          .array(
            z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('words'), text: prose }),
              z.strictObject({ kind: z.literal('segment'), codingId: guid.nullable(), text: prose.optional() }),
            ]),
          )
          .max(1000)
          .optional(),
      }),
    output: done,
    topics: ['condensation'],
  }),
  deleteVignettes: command({
    summary: 'Delete vignettes; their segments stay.',
    input: z.strictObject({ vignetteIds: z.array(guid).min(1) }),
    output: done,
    topics: ['condensation'],
  }),
};
