// How far two coders agree, with the table behind every coefficient and the passages behind every cell.

import { z } from 'zod';
import { namedCode, provenance, scope } from './analysis-scope.ts';
import { job } from './define.ts';
import { guid } from './values.ts';

/** *character*: every character of the texts is a decision. *overlap*: every coding is, paired one to one. */
export const agreementLevel = z.enum(['case', 'document', 'section', 'paragraph', 'sentence', 'character', 'overlap']);
export type AgreementLevel = z.infer<typeof agreementLevel>;

/** What a reader must be told beside the numbers; each has a sentence `agreement.caution.…` in both languages. */
export const agreementCaution = z.enum(['one-coder-documents', 'extreme-shares', 'no-neither']);
export type AgreementCaution = z.infer<typeof agreementCaution>;

const { coderIds: _, ...scopeWithoutCoders } = scope;

const settings = {
  ...scopeWithoutCoders,
  /** The two who are compared. */
  coderIds: z.tuple([guid, guid]),
  level: agreementLevel.default('character'),
  mode: z.enum(['touch', 'cover']).default('touch'),
  /** Percent of a unit that must be covered in mode cover. */
  cover: z.number().min(1).max(100).default(50),
  /** Percent of each other that two codings cover to be the same, at level overlap. */
  overlap: z.number().min(1).max(100).default(90),
  /** *shared*: only documents in which both have coded something of what is looked at. */
  documents: z.enum(['all', 'shared']).default('all'),
};

const number = z.number().nullable();

/** Both, only the first, only the second, neither, and what follows from them; null is undefined (0/0). */
const table = {
  a: z.number(),
  b: z.number(),
  c: z.number(),
  /** Null at level overlap: codings that nobody made cannot be counted. */
  d: number,
  /** Share of decisions on which both agree; at level overlap 2a / (2a + b + c). */
  observed: number,
  /** Cohen. */
  kappa: number,
  scottPi: number,
  /** Krippendorff, nominal. */
  alpha: number,
  /** Bennett's S, Brennan and Prediger. */
  freeMarginal: number,
  /** Gwet. */
  ac1: number,
  /** 2a / (2a + b + c): without it, what nobody coded swamps the rest. */
  positive: number,
  /** What chance alone would make agree, by each coefficient's own idea of chance. */
  expected: z.strictObject({ kappa: number, scottPi: number, freeMarginal: number, ac1: number }),
};

export const agreementResult = z.strictObject({
  level: agreementLevel,
  mode: z.string(),
  coders: z.tuple([z.strictObject({ guid, name: z.string() }), z.strictObject({ guid, name: z.string() })]),
  /** Decisions for each code; at level overlap null. */
  units: z.number().int().nullable(),
  perCode: z.array(
    z.strictObject({
      code: guid,
      path: namedCode.shape.path,
      color: z.string(),
      ...table,
      /** Krippendorff's α for unitising; only at level character. */
      unitising: number,
    }),
  ),
  /** The tables of all codes added up: each decision on each code counts once. */
  overall: z.strictObject({
    ...table,
    /** As MAXQDA has it, chance being 1 / codes; only at level overlap. */
    segmentKappa: number,
  }),
  /** Documents of the scope in which just one of the two has coded. */
  oneCoderDocuments: z.number().int(),
  cautions: z.array(agreementCaution),
  provenance,
});
export type AgreementResult = z.infer<typeof agreementResult>;

export const agreementPlace = z.strictObject({
  document: guid,
  title: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  /** The words there, cut after some lines; empty where whole documents are compared. */
  quote: z.string(),
  /** Of the code, by either coder, in order of place. */
  codings: z.array(guid),
});
export type AgreementPlace = z.infer<typeof agreementPlace>;

export const agreement = {
  agreement: job({
    summary: 'How far two coders agree on each code at a level: percent, kappa, pi, alpha and more, with their tables.',
    input: z.strictObject(settings),
    output: agreementResult,
    topics: ['codings', 'codes', 'documents', 'cases', 'coders', 'texts', 'structure'],
  }),
  agreementPlaces: job({
    summary: 'The places behind one cell of a code: where both, only the first or only the second coder used it.',
    input: z.strictObject({
      ...settings,
      codeId: guid,
      finding: z.enum(['both', 'first', 'second']),
      offset: z.number().int().min(0).max(10_000_000).default(0),
      limit: z.number().int().min(0).max(10_000).default(200),
    }),
    output: z.strictObject({ total: z.number().int(), places: z.array(agreementPlace) }),
    topics: ['codings', 'codes', 'documents', 'cases', 'coders', 'texts', 'structure'],
  }),
};
