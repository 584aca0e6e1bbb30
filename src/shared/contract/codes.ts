import { z } from 'zod';
import { action, command, job, nothing, query } from './define.ts';
import { color, confirmed, done, guid, made, name, producedFile, prose } from './values.ts';

export const codeKind = z.enum([
  'start-list',
  'descriptive',
  'in-vivo',
  'process',
  'concept',
  'emotion',
  'values',
  'evaluation',
  'dramaturgical',
  'holistic',
  'provisional',
  'hypothesis',
  'protocol',
  'causation',
  'attribute',
  'magnitude',
  'pattern',
  'emergent',
]);
export type CodeKind = z.infer<typeof codeKind>;

const card = {
  name,
  color,
  description: prose,
  /** When the code applies. */
  include: prose,
  /** When it does not, though it may seem so. */
  exclude: prose,
  typicalExample: prose,
  counterExample: prose,
  kind: codeKind.nullable(),
  /** CT6: false for a heading that takes no codings. */
  codable: z.boolean(),
};

export const codeSummary = z.strictObject({
  guid,
  path: z.array(z.string()),
  parent: guid.nullable(),
  ...card,
  position: z.number().int(),
  /** Codings with this very code, orphans not counted. */
  codings: z.number().int(),
  documents: z.number().int(),
  memos: z.number().int(),
});
export type CodeSummary = z.infer<typeof codeSummary>;

export const codebookFormat = z.enum(['csv', 'xlsx', 'docx', 'html', 'md']);
export type CodebookFormat = z.infer<typeof codebookFormat>;

export const codes = {
  list: query({
    summary: 'The codebook in its order (depth first), with counts.',
    input: nothing,
    output: z.array(codeSummary),
    topics: ['codes', 'codings', 'memos'],
  }),
  create: command({
    summary: 'Add a code; without a position it comes last among its siblings.',
    input: z
      .strictObject({ ...card, parentId: guid.nullable(), position: z.number().int().min(0) })
      .partial()
      .required({ name: true }),
    output: made,
    topics: ['codes'],
  }),
  update: command({
    summary: 'Rename, recolour, describe: any part of the code card.',
    input: z
      .strictObject({ ...card })
      .partial()
      .extend({
        codeId: guid,
        /** Why: with it, another definition sends older codings back to be looked at, and another name stays on record (CB1). */
        reason: prose.optional(),
      }),
    output: done,
    topics: ['codes', 'condensation'],
  }),
  move: command({
    summary: 'Put codes below another parent, at a position among its children (CT1, CT2).',
    input: z.strictObject({
      codeIds: z.array(guid).min(1),
      parentId: guid.nullable(),
      position: z.number().int().min(0).optional(),
    }),
    output: done,
    topics: ['codes'],
  }),
  merge: command({
    summary: 'Merge codes into one: codings, memos and children move to it (CT4).',
    input: z.strictObject({ sourceIds: z.array(guid).min(1), targetId: guid, reason: prose.optional() }),
    output: z.strictObject({ moved: z.number().int(), joined: z.number().int() }),
    topics: ['codes', 'codings', 'memos', 'questions', 'condensation'],
  }),
  split: command({
    summary:
      'Split codings off a code into new ones beside it, with a reason; what stays is to be looked at again (CB2).',
    input: z.strictObject({
      codeId: guid,
      parts: z
        .array(z.strictObject({ name, description: prose.optional(), codingIds: z.array(guid) }))
        .min(1)
        .max(50),
      reason: prose,
    }),
    output: z.strictObject({ guids: z.array(guid), moved: z.number().int() }),
    topics: ['codes', 'codings', 'questions', 'condensation'],
  }),
  grounds: query({
    summary: 'Where codes come from and what they are for: the theory and the research questions of each that has any.',
    input: nothing,
    output: z.array(z.strictObject({ code: guid, theory: z.string(), questions: z.array(guid) })),
    topics: ['codes', 'questions'],
  }),
  setGround: command({
    summary: 'Say which theory a code comes from, and which research questions it serves.',
    input: z.strictObject({ codeId: guid, theory: prose.optional(), questionIds: z.array(guid).max(1000).optional() }),
    output: done,
    topics: ['codes', 'questions'],
  }),
  delete: command({
    summary: 'Delete codes with a choice of what happens to codings and children (CT5).',
    input: z.strictObject({
      codeIds: z.array(guid).min(1),
      codings: z.enum(['delete', 'move-to-parent', 'move']),
      /** Needed for `move`. */
      targetId: guid.optional(),
      children: z.enum(['delete', 'lift']),
    }),
    output: z.strictObject({ codes: z.number().int(), deleted: z.number().int(), moved: z.number().int() }),
    topics: ['codes', 'codings', 'memos', 'questions', 'collection', 'condensation'],
  }),
  favourites: query({
    summary: 'Codes with a star, in the order of their number keys.',
    input: nothing,
    output: z.strictObject({ codeIds: z.array(guid) }),
    topics: ['codes', 'settings'],
  }),
  setFavourites: action({
    summary:
      'Give codes a star. Kept in the project file, beside the history: it says how one works, not what was found.',
    input: z.strictObject({ codeIds: z.array(guid).max(500) }),
    output: done,
    topics: ['settings'],
  }),
  export: job({
    summary: 'The codebook as a file.',
    input: z.strictObject({
      format: codebookFormat,
      /** Typical quotations of each code: those of greatest weight first, from as many documents as there are. */
      quotations: z.number().int().min(0).max(50).default(0),
      confirmed,
    }),
    output: producedFile,
    topics: ['interchange', 'codes', 'codings'],
  }),
};
