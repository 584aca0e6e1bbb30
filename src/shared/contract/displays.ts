// Displays (penyajian data): what stands in rows and columns is defined once, the evidence follows from the codings,
// and only what the researcher writes is stored.

import { z } from 'zod';
import { scope } from './analysis-scope.ts';
import { command, job, nothing, query } from './define.ts';
import { bilingual, day, done, guid, language, made, moment, name, prose, textUpTo } from './values.ts';

/** The matrices of Miles, Huberman and Saldaña, and what Indonesian studies of administration add. */
export const matrixKind = z.enum([
  'checklist',
  'role-ordered',
  'time-ordered',
  'conceptual',
  'effects',
  'case-ordered',
  'case-code',
  'source-code',
  'event-listing',
  'swot',
  'tows',
]);
export type MatrixKind = z.infer<typeof matrixKind>;

/** A line of the display's own: a condition, a phase, an outcome, an event, a bullet. */
export const axisItem = z.strictObject({
  id: textUpTo(100).min(1),
  label: textUpTo(500),
  /** Bullets of SWOT stand under their heading; phases under theirs. */
  group: textUpTo(200).optional(),
  /** Its evidence: codings of this code and of those below. Without, evidence is attached by hand. */
  codeId: guid.optional(),
  date: day.optional(),
});

export const displayAxis = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('codes'), ids: z.array(guid).max(1000), below: z.boolean().default(true) }),
  z.strictObject({
    by: z.literal('cases'),
    /** Null: all. */
    ids: z.array(guid).max(10_000).nullable().default(null),
    /** Low to high on this variable; as the project lists them without. */
    orderBy: guid.nullable().default(null),
  }),
  z.strictObject({
    by: z.literal('documents'),
    ids: z.array(guid).max(10_000).nullable().default(null),
    order: z.enum(['list', 'date']).default('list'),
  }),
  /** Values of a variable: roles, offices, periods. */
  z.strictObject({ by: z.literal('values'), variableId: guid }),
  /** Kinds of document: the techniques of collection. */
  z.strictObject({ by: z.literal('kinds') }),
  /** When the documents came about. */
  z.strictObject({ by: z.literal('periods'), unit: z.enum(['day', 'month', 'year']).default('month') }),
  z.strictObject({ by: z.literal('items'), items: z.array(axisItem).max(1000) }),
]);
export type DisplayAxis = z.infer<typeof displayAxis>;

export const displayDefinition = z.strictObject({
  rows: displayAxis,
  columns: displayAxis,
  filter: z.strictObject(scope).default({}),
  /** Evidence of a cell: codings at both row and column, or (TOWS) at either. */
  meet: z.enum(['both', 'either']).default('both'),
});
export type DisplayDefinition = z.infer<typeof displayDefinition>;

const display = {
  guid,
  kind: matrixKind,
  name: z.string(),
  inReport: z.boolean(),
  createdAt: moment,
  modifiedAt: moment,
};

export const displayDetails = z.strictObject({
  ...display,
  definition: displayDefinition,
  decisionRule: z.string(),
  commentary: z.string(),
});
export type DisplayDetails = z.infer<typeof displayDetails>;

/** What stands at the head of a row or column, with all evidence of it. */
export const displaySide = z.strictObject({
  key: z.string(),
  label: z.string(),
  group: z.string().nullable(),
  codings: z.number().int(),
  documents: z.number().int(),
  cases: z.number().int(),
});
export type DisplaySide = z.infer<typeof displaySide>;

export const displayCell = z.strictObject({
  /** Of what was written or attached, as evidence points at it; null where nothing was. */
  guid: guid.nullable(),
  row: z.number().int(),
  column: z.number().int(),
  codings: z.number().int(),
  documents: z.number().int(),
  cases: z.number().int(),
  text: z.string(),
  rating: z.string(),
  /** The evidence differs from what it was when the researcher wrote text or rating. */
  isStale: z.boolean(),
  /** Codings attached by hand, and those of them that are gone. */
  attached: z.number().int(),
  broken: z.number().int(),
});
export type DisplayCell = z.infer<typeof displayCell>;

const lostCell = z.strictObject({ guid, row: z.string(), column: z.string(), text: z.string(), rating: z.string() });

export const matrixDisplay = z.strictObject({
  rows: z.array(displaySide),
  columns: z.array(displaySide),
  /** Only cells with evidence or with something written. */
  cells: z.array(displayCell),
  /** Written in cells whose row or column is no longer there. */
  lost: z.array(lostCell),
  revision: z.number().int(),
});
export type MatrixDisplay = z.infer<typeof matrixDisplay>;

const topicsOfEvidence = ['displays', 'codings', 'codes', 'documents', 'cases', 'variables', 'texts'] as const;
const cell = { displayId: guid, row: textUpTo(600), column: textUpTo(600) };

export const displays = {
  list: query({
    summary: 'The matrices of the study, in their order.',
    input: nothing,
    output: z.array(displayDetails),
    topics: ['displays'],
  }),
  templates: query({
    summary: 'A first definition of each kind of matrix, in the words and with the codes and variables of this study.',
    input: z.strictObject({ language }),
    output: z.array(
      z.strictObject({
        kind: matrixKind,
        title: bilingual,
        purpose: bilingual,
        decisionRule: z.string(),
        definition: displayDefinition,
      }),
    ),
    topics: ['codes', 'variables'],
  }),
  matrix: job({
    summary: 'A matrix with its evidence as it is now and what the researcher wrote, stale cells marked.',
    input: z.strictObject({ displayId: guid }),
    output: matrixDisplay,
    topics: [...topicsOfEvidence],
  }),
  evidence: query({
    summary: 'The codings behind a cell: those that follow from its row and column, and those attached by hand.',
    input: z.strictObject(cell),
    output: z.strictObject({ codings: z.array(guid), attached: z.array(guid), broken: z.array(guid) }),
    topics: [...topicsOfEvidence],
  }),
  written: query({
    summary: 'What was written in the cells of all matrices, with the heads of its row and column.',
    input: nothing,
    output: z.array(
      z.strictObject({
        guid,
        display: z.string(),
        row: z.string(),
        column: z.string(),
        text: z.string(),
        rating: z.string(),
      }),
    ),
    topics: ['displays', 'codes', 'cases', 'documents', 'variables'],
  }),
  check: job({
    summary: 'How many cells of each matrix are stale.',
    input: nothing,
    output: z.array(z.strictObject({ guid, written: z.number().int(), stale: z.number().int() })),
    topics: [...topicsOfEvidence],
  }),
  create: command({
    summary: 'Add a matrix.',
    input: z.strictObject({
      kind: matrixKind,
      name,
      definition: displayDefinition,
      decisionRule: prose.default(''),
      commentary: prose.default(''),
    }),
    output: made,
    topics: ['displays'],
  }),
  update: command({
    summary: 'Change name, definition, decision rule or accompanying text of a matrix, or take it into the report.',
    input: z
      .strictObject({
        name,
        definition: displayDefinition,
        decisionRule: prose,
        commentary: prose,
        inReport: z.boolean(),
      })
      .partial()
      .extend({ displayId: guid }),
    output: done,
    topics: ['displays'],
  }),
  remove: command({
    summary: 'Remove a matrix with all that was written in it.',
    input: z.strictObject({ displayId: guid }),
    output: done,
    topics: ['displays'],
  }),
  setCell: command({
    summary:
      'Write the condensed text or the rating of a cell; it counts as up to date with its evidence from then on.',
    input: z.strictObject({ ...cell, text: prose.optional(), rating: textUpTo(100).optional() }),
    output: done,
    topics: ['displays'],
  }),
  attach: command({
    summary: 'Put codings behind a cell by hand.',
    input: z.strictObject({ ...cell, codingIds: z.array(guid).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
  detach: command({
    summary: 'Take codings that were attached by hand away from a cell.',
    input: z.strictObject({ ...cell, codingIds: z.array(guid).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
};
