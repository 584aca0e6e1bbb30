// The form of the files in the samples folder, checked when they are read.

import { z } from 'zod';
import { variableScope, variableType } from '../../shared/contract/cases.ts';
import { codeKind } from '../../shared/contract/codes.ts';
import { criterionKind } from '../../shared/contract/collection.ts';
import { matrixKind } from '../../shared/contract/displays.ts';
import { networkKind } from '../../shared/contract/networks.ts';
import { documentKind } from '../../shared/contract/documents.ts';
import { memoKind } from '../../shared/contract/memos.ts';
import { bilingual, color } from '../../shared/contract/values.ts';

const key = z.string().min(1);
const keyed = { key, name: bilingual };

export const templateShape = z.strictObject({
  name: z.string(),
  title: bilingual,
  description: bilingual,
  codes: z.array(
    z.strictObject({
      ...keyed,
      parent: key.nullable(),
      color,
      kind: codeKind,
      codable: z.boolean(),
      description: bilingual,
      include: bilingual,
      exclude: bilingual,
      typicalExample: bilingual,
      counterExample: bilingual,
    }),
  ),
  variables: z.array(
    z.strictObject({
      ...keyed,
      scope: variableScope,
      type: variableType,
      description: bilingual,
      choices: z.array(bilingual).optional(),
    }),
  ),
  memos: z.array(z.strictObject({ title: bilingual, body: bilingual, kind: memoKind })),
  /** Matrices that the study begins with, each as its kind drafts it from codes and variables. */
  displays: z.array(matrixKind),
  /** Networks the design calls for, each with what it is called. */
  networks: z.array(z.strictObject({ kind: networkKind, name: bilingual })).default([]),
  /** Cases the study design suggests. */
  cases: z.array(
    z.strictObject({
      ...keyed,
      description: bilingual,
      values: z.array(z.strictObject({ variable: key, value: bilingual })),
    }),
  ),
  /** what the study asks; what serves to answer it; which cases are to be asked. */
  questions: z.array(
    z.strictObject({
      key,
      label: bilingual,
      text: bilingual,
      note: bilingual,
      codes: z.array(key),
      guide: z.array(key),
      ask: z.array(key),
    }),
  ),
  /** The interview guide. */
  guide: z.array(z.strictObject({ key, label: bilingual, wording: bilingual })),
  /** Criteria of purposive sampling, with the suggested cases that fulfil each. */
  criteria: z.array(
    z.strictObject({
      kind: criterionKind,
      label: bilingual,
      description: bilingual,
      wanted: z.number().int().min(1),
      cases: z.array(key),
    }),
  ),
  /** Documents of the field to obtain, and why. */
  documents: z.array(z.strictObject({ title: bilingual, significance: bilingual, questions: z.array(key).min(1) })),
});
export type Template = z.infer<typeof templateShape>;

export const valueShape = z.union([z.string(), z.number(), z.boolean(), bilingual]);
export const targetShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.enum(['code', 'document', 'case']), key }),
  z.strictObject({ kind: z.literal('passage'), document: key, quote: bilingual }),
]);

export const studyShape = z.strictObject({
  name: bilingual,
  description: bilingual,
  coders: z.array(z.strictObject({ key, name: z.string(), initials: z.string() })),
  codes: templateShape.shape.codes,
  variables: templateShape.shape.variables,
  cases: z.array(z.strictObject({ ...keyed, description: bilingual, values: z.record(z.string(), valueShape) })),
  documents: z.array(
    z.strictObject({
      key,
      title: bilingual,
      kind: documentKind,
      date: z.string(),
      place: bilingual,
      case: key.nullable(),
      values: z.record(z.string(), valueShape),
    }),
  ),
  codings: z.array(
    z.strictObject({
      document: key,
      code: key,
      coder: key,
      quote: bilingual,
      occurrence: z.union([z.number().int().min(1), z.strictObject({ id: z.number(), en: z.number() })]).optional(),
      weight: z.number().int().optional(),
      memo: bilingual.optional(),
    }),
  ),
  memos: z.array(
    z.strictObject({ title: bilingual, body: bilingual, kind: memoKind, targets: z.array(targetShape).min(1) }),
  ),
});
export type Study = z.infer<typeof studyShape>;
