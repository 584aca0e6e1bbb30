// The form of samples/study/analysis.json: the sample study carried on from its codings to verified propositions.

import { z } from 'zod';
import { caseRole, completeness, consent, criterionKind, entryStatus } from '../../shared/contract/collection.ts';
import { segmentMark } from '../../shared/contract/condensation.ts';
import { matrixKind } from '../../shared/contract/displays.ts';
import { formKind, formSection, itemState } from '../../shared/contract/forms.ts';
import {
  checkOutcome,
  confidence,
  evidenceSide,
  evidenceStrength,
  propositionStatus,
  tactic,
} from '../../shared/contract/propositions.ts';
import { prominence, verdictValue } from '../../shared/contract/triangulation.ts';

import { bilingual, day } from '../../shared/contract/values.ts';
import { qualityCriteria } from '../../shared/domain/quality.ts';

const key = z.string().min(1);

/** A coding, named by where it is, what it says and how its Indonesian words begin. */
export const codingRef = z.strictObject({ document: key, code: key, coder: key, begins: key });
export type CodingRef = z.infer<typeof codingRef>;

const axis = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('codes'), codes: z.array(key).min(1), below: z.boolean() }),
  z.strictObject({ by: z.literal('kinds') }),
  z.strictObject({ by: z.literal('values'), variable: key }),
]);
export type SampleAxis = z.infer<typeof axis>;

const comparison = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['source', 'technique']) }),
  z.strictObject({ kind: z.literal('group'), variable: key }),
]);
export type SampleComparison = z.infer<typeof comparison>;

const cellRef = z.strictObject({ display: key, row: key, column: key });
const weighed = { side: evidenceSide, strength: evidenceStrength, note: bilingual };
const evidence = z.union([
  z.strictObject({ ...weighed, coding: codingRef }),
  z.strictObject({ ...weighed, cell: cellRef }),
  z.strictObject({ ...weighed, display: key }),
  z.strictObject({ ...weighed, proposition: key }),
]);
export type SampleEvidence = z.infer<typeof evidence>;

export const analysisShape = z.strictObject({
  questions: z.array(
    z.strictObject({ key, label: bilingual, text: bilingual, note: bilingual, codes: z.array(key).min(1) }),
  ),
  criteria: z.array(
    z.strictObject({
      kind: criterionKind,
      label: bilingual,
      description: bilingual,
      wanted: z.number().int(),
      fulfilledBy: z.array(z.tuple([key, bilingual])),
    }),
  ),
  participations: z.array(
    z.strictObject({ case: key, kind: caseRole, consent, date: day.nullable(), note: bilingual }),
  ),
  log: z.array(
    z.strictObject({
      document: key,
      question: key,
      date: day,
      status: entryStatus,
      completeness: completeness.nullable(),
      note: bilingual,
    }),
  ),
  forms: z.array(
    z.strictObject({
      kind: formKind,
      document: key,
      title: bilingual,
      body: bilingual,
      items: z.array(
        z.strictObject({ section: formSection, text: bilingual, question: key.nullable(), state: itemState }),
      ),
    }),
  ),
  condensations: z.array(
    z.strictObject({
      coding: codingRef,
      mark: segmentMark.nullable(),
      paraphrase: bilingual,
      generalisation: bilingual,
      reduction: bilingual,
    }),
  ),
  vignettes: z.array(
    z.strictObject({
      title: bilingual,
      case: key,
      note: bilingual,
      parts: z.array(z.union([bilingual, codingRef])),
    }),
  ),
  displays: z.array(
    z.strictObject({
      key,
      kind: matrixKind,
      name: bilingual,
      inReport: z.boolean(),
      rows: axis,
      columns: axis,
      decisionRule: bilingual,
      commentary: bilingual,
      /** Row and column: the key of a code, a kind of document, or the place of a value among the choices. */
      cells: z.array(z.strictObject({ row: key, column: key, rating: z.string(), text: bilingual })),
    }),
  ),
  /** Those that others rest on may stand anywhere in the list. */
  propositions: z.array(
    z.strictObject({
      key,
      status: propositionStatus,
      confidence: confidence.nullable(),
      question: key,
      dimension: key.nullable(),
      statement: bilingual,
      argument: bilingual,
      scope: bilingual,
      limits: bilingual,
      evidence: z.array(evidence),
      checks: z.array(
        z.strictObject({
          tactic,
          outcome: checkOutcome,
          subject: bilingual,
          note: bilingual,
          case: key.nullable(),
        }),
      ),
      verdicts: z.array(z.strictObject({ comparison, judge: key, verdict: verdictValue, reason: bilingual })),
      meanings: z.array(z.strictObject({ comparison, column: key, prominence, meaning: bilingual })),
    }),
  ),
  remarks: z.array(z.strictObject({ criterion: z.enum(qualityCriteria), text: bilingual })),
});
export type SampleAnalysis = z.infer<typeof analysisShape>;
