import { z } from 'zod';
import { completenesses, entryStatuses } from '../domain/coverage.ts';
import { command, nothing, query } from './define.ts';
import { day, done, guid, made, name, prose } from './values.ts';

export const caseRole = z.enum(['informant', 'site', 'other']);
export type CaseRole = z.infer<typeof caseRole>;
export const consent = z.enum(['unknown', 'asked', 'spoken', 'written', 'refused', 'withdrawn', 'not-needed']);
export type Consent = z.infer<typeof consent>;
export const entryStatus = z.enum(entryStatuses);
export const completeness = z.enum(completenesses);
export const coverageState = z.enum(['covered', 'silent', 'planned', 'not-asked']);

export const criterionKind = z.enum(['informant', 'site']);
export const criterion = z.strictObject({
  guid,
  kind: criterionKind,
  label: z.string(),
  description: z.string(),
  /** How many cases are to fulfil it. */
  wanted: z.number().int(),
  position: z.number().int(),
  fulfilledBy: z.array(z.strictObject({ case: guid, note: z.string() })),
});
export type Criterion = z.infer<typeof criterion>;

export const participation = z.strictObject({
  case: guid,
  kind: caseRole,
  consent,
  date: day.nullable(),
  note: z.string(),
});
export type Participation = z.infer<typeof participation>;

export const pseudonym = z.strictObject({
  guid,
  realName: z.string(),
  pseudonym: z.string(),
  case: guid.nullable(),
});
export type Pseudonym = z.infer<typeof pseudonym>;

const entryFields = {
  status: entryStatus,
  completeness: completeness.nullable(),
  date: day.nullable(),
  who: z.string().max(500),
  note: prose,
};

export const coverageCell = z.strictObject({
  /** A case or a document. */
  source: guid,
  /** A research question or a question of the guide. */
  question: guid,
  state: coverageState,
  asked: z.enum(['guide', 'log']).nullable(),
  codings: z.number().int(),
  /** What a person noted about this very source and question. */
  entry: z.strictObject(entryFields).nullable(),
});
export type CoverageAnswer = z.infer<typeof coverageCell>;

const criterionFields = {
  kind: criterionKind,
  label: name,
  description: prose,
  wanted: z.number().int().min(0).max(100_000),
};

export const collection = {
  criteria: query({
    summary: 'The criteria by which informants and sites are chosen, with the cases that fulfil each.',
    input: nothing,
    output: z.array(criterion),
    topics: ['collection', 'cases'],
  }),
  createCriterion: command({
    summary: 'Add a criterion of purposive sampling.',
    input: z.strictObject(criterionFields).partial().required({ kind: true, label: true }),
    output: made,
    topics: ['collection'],
  }),
  updateCriterion: command({
    summary: 'Change a criterion of sampling.',
    input: z.strictObject(criterionFields).partial().extend({ criterionId: guid }),
    output: done,
    topics: ['collection'],
  }),
  deleteCriteria: command({
    summary: 'Remove criteria of sampling; the cases stay.',
    input: z.strictObject({ criterionIds: z.array(guid).min(1) }),
    output: done,
    topics: ['collection'],
  }),
  fulfil: command({
    summary: 'Say whether a case fulfils a criterion, and how.',
    input: z.strictObject({ criterionId: guid, caseId: guid, fulfils: z.boolean(), note: prose.optional() }),
    output: done,
    topics: ['collection'],
  }),
  participations: query({
    summary: 'What each case is in the study, and its consent; a case nothing was noted about is not listed.',
    input: nothing,
    output: z.array(participation),
    topics: ['collection', 'cases'],
  }),
  setParticipation: command({
    summary: 'Note what a case is in the study, and its consent.',
    input: z
      .strictObject({ kind: caseRole, consent, date: day.nullable(), note: prose })
      .partial()
      .extend({ caseId: guid }),
    output: done,
    topics: ['collection'],
  }),
  pseudonyms: query({
    summary: 'Who is meant by which name. No exchange, report or bundle carries this.',
    input: nothing,
    output: z.array(pseudonym),
    topics: ['collection', 'cases'],
  }),
  setPseudonym: command({
    summary: 'Note a pseudonym for a real name; one that is known by that name is changed.',
    input: z.strictObject({ realName: name, pseudonym: name, caseId: guid.nullable().optional() }),
    output: made,
    topics: ['collection'],
  }),
  deletePseudonyms: command({
    summary: 'Remove pseudonyms.',
    input: z.strictObject({ pseudonymIds: z.array(guid).min(1) }),
    output: done,
    topics: ['collection'],
  }),
  exportGate: query({
    summary:
      'What speaks against letting the study leave this computer: missing consent, real names that occur (R-09).',
    input: nothing,
    output: z.strictObject({
      open: z.boolean(),
      withoutConsent: z.array(z.strictObject({ case: guid, name: z.string(), consent })),
      names: z.array(z.strictObject({ realName: z.string(), pseudonym: z.string(), places: z.number().int() })),
    }),
    topics: ['collection', 'cases', 'documents', 'texts'],
  }),
  coverage: query({
    summary: 'Which case and document was asked about which question, and what came of it (CV1–CV4).',
    input: nothing,
    output: z.strictObject({
      cells: z.array(coverageCell),
      counts: z.record(coverageState, z.number().int()),
    }),
    topics: ['collection', 'questions', 'structure', 'documents', 'cases', 'codes', 'codings', 'texts'],
  }),
  setEntries: command({
    summary: 'Write into the accounting log; a status of null takes an entry out.',
    input: z.strictObject({
      items: z
        .array(
          z
            .strictObject(entryFields)
            .partial()
            .extend({ sourceId: guid, questionId: guid, status: entryStatus.nullable().optional() }),
        )
        .min(1)
        .max(10_000),
    }),
    output: done,
    topics: ['collection'],
  }),
};
