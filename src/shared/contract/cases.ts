import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { done, guid, made, name, prose } from './values.ts';

/** The types of REFI-QDA. */
export const variableType = z.enum(['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime']);
export type VariableType = z.infer<typeof variableType>;
export const variableScope = z.enum(['case', 'document']);
export type VariableScope = z.infer<typeof variableScope>;

/** A value in its canonical text form: `true`/`false`, digits, `.` as decimal sign, ISO dates. */
const valueText = z.string().max(10_000);

export const variableValue = z.strictObject({ variable: guid, value: valueText });

export const caseSummary = z.strictObject({
  guid,
  name: z.string(),
  description: z.string(),
  position: z.number().int(),
  documents: z.array(guid),
  codings: z.number().int(),
  memos: z.number().int(),
  values: z.array(variableValue),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const variable = z.strictObject({
  guid,
  name: z.string(),
  description: z.string(),
  type: variableType,
  scope: variableScope,
  choices: z.array(z.string()),
  position: z.number().int(),
  /** How many cases or documents have a value. */
  values: z.number().int(),
});
export type Variable = z.infer<typeof variable>;

export const cases = {
  list: query({
    summary: 'All cases with their documents and values.',
    input: nothing,
    output: z.array(caseSummary),
    topics: ['cases', 'documents', 'codings', 'variables', 'memos'],
  }),
  create: command({
    summary: 'Add a case, with documents that belong to it.',
    input: z.strictObject({ name, description: prose.optional(), documentIds: z.array(guid).optional() }),
    output: made,
    topics: ['cases', 'documents'],
  }),
  update: command({
    summary: 'Rename or describe a case.',
    input: z.strictObject({ caseId: guid, name: name.optional(), description: prose.optional() }),
    output: done,
    topics: ['cases'],
  }),
  assign: command({
    summary: 'Say which case documents belong to; null takes them out of any case.',
    input: z.strictObject({ documentIds: z.array(guid).min(1), caseId: guid.nullable() }),
    output: done,
    topics: ['cases', 'documents'],
  }),
  delete: command({
    summary: 'Delete cases. Their documents stay, without a case.',
    input: z.strictObject({ caseIds: z.array(guid).min(1) }),
    output: done,
    topics: ['cases', 'documents', 'variables', 'memos', 'structure', 'collection', 'condensation'],
  }),
};

export const variables = {
  list: query({
    summary: 'All variables of cases and documents.',
    input: nothing,
    output: z.array(variable),
    topics: ['variables'],
  }),
  documentValues: query({
    summary: 'Values of the document variables, per document.',
    input: nothing,
    output: z.array(z.strictObject({ document: guid, variable: guid, value: valueText })),
    topics: ['variables', 'documents'],
  }),
  create: command({
    summary: 'Add a variable.',
    input: z.strictObject({
      name,
      type: variableType,
      scope: variableScope,
      description: prose.optional(),
      choices: z.array(z.string().max(500)).max(1000).optional(),
    }),
    output: made,
    topics: ['variables'],
  }),
  update: command({
    summary: 'Change a variable. A new type is refused where a value would not fit it.',
    input: z.strictObject({
      variableId: guid,
      name: name.optional(),
      type: variableType.optional(),
      description: prose.optional(),
      choices: z.array(z.string().max(500)).max(1000).optional(),
    }),
    output: done,
    topics: ['variables'],
  }),
  delete: command({
    summary: 'Delete variables with their values.',
    input: z.strictObject({ variableIds: z.array(guid).min(1) }),
    output: done,
    topics: ['variables', 'cases', 'memos', 'collection'],
  }),
  setValue: command({
    summary: 'Set or clear (null) the value of a case or document.',
    input: z.strictObject({
      variableId: guid,
      targetId: guid,
      value: valueText.nullable(),
    }),
    output: done,
    topics: ['variables', 'cases', 'documents'],
  }),
  setValues: command({
    summary: 'Set or clear many values in one step, such as a block of cells from a spreadsheet.',
    input: z.strictObject({
      values: z
        .array(z.strictObject({ variableId: guid, targetId: guid, value: valueText.nullable() }))
        .min(1)
        .max(100_000),
    }),
    output: done,
    topics: ['variables', 'cases', 'documents'],
  }),
};
