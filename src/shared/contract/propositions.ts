import { z } from 'zod';
import { conditions } from '../domain/evidence/gate.ts';
import { tactics } from '../domain/evidence/tactics.ts';
import { command, job, query } from './define.ts';
import { confirmed, done, guid, made, moment, name, offset, producedFile, prose } from './values.ts';
import { historyEntry } from './history.ts';
import { visibleVerdict } from './triangulation.ts';

export const propositionStatus = z.enum(['hunch', 'tentative', 'supported', 'verified', 'rejected']);
export type PropositionStatus = z.infer<typeof propositionStatus>;
export const evidenceSide = z.enum(['supports', 'opposes']);
export type EvidenceSide = z.infer<typeof evidenceSide>;
export const evidenceKind = z.enum(['coding', 'passage', 'display', 'cell', 'proposition', 'memo']);
export type EvidenceKind = z.infer<typeof evidenceKind>;
export const evidenceStrength = z.enum(['weak', 'medium', 'strong']);
export type EvidenceStrength = z.infer<typeof evidenceStrength>;
export const evidenceMark = z.enum(['sound', 'changed', 'gone']);
export const confidence = z.enum(['low', 'medium', 'high']);
export const tactic = z.enum(tactics);
/** `holds`: the proposition stood the test. `none-found`: looked for and not there. */
export const checkOutcome = z.enum(['open', 'holds', 'none-found', 'weakens', 'refutes']);
export type CheckOutcome = z.infer<typeof checkOutcome>;
export const condition = z.enum(conditions);

/** What evidence points at. A passage is named by its place when it is attached, and follows the edits of its text. */
export const evidenceTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('coding'), guid }),
  z.strictObject({ kind: z.literal('passage'), documentId: guid, start: offset, end: offset }),
  z.strictObject({ kind: z.literal('display'), guid }),
  z.strictObject({ kind: z.literal('cell'), guid }),
  z.strictObject({ kind: z.literal('proposition'), guid }),
  z.strictObject({ kind: z.literal('memo'), guid }),
]);
export type EvidenceTarget = z.infer<typeof evidenceTarget>;

const weighing = { strength: evidenceStrength.nullable(), note: prose };

export const evidence = z.strictObject({
  guid,
  side: evidenceSide,
  kind: evidenceKind,
  target: guid,
  ...weighing,
  /** Held against what was judged; it follows from the present and is never stored. */
  mark: evidenceMark,
  /** Where it comes from: document, display, title of the memo. */
  title: z.string(),
  /** Its words now; where it is gone, its words when it was judged. */
  words: z.string(),
  /** Its words when it was judged, where they were others. */
  judgedWords: z.string().nullable(),
  document: guid.nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
  code: guid.nullable(),
  case: guid.nullable(),
  /** Of a cell: its display, and what stands at the heads of its row and column. */
  cell: z.strictObject({ display: guid, row: z.string(), column: z.string() }).nullable(),
  createdAt: moment,
});
export type Evidence = z.infer<typeof evidence>;

export const check = z.strictObject({
  guid,
  tactic,
  /** The rival explanation, the test, the answer asked for. */
  subject: z.string(),
  outcome: checkOutcome,
  note: z.string(),
  case: guid.nullable(),
  author: guid.nullable(),
  createdAt: moment,
  modifiedAt: moment,
});
export type Check = z.infer<typeof check>;

export const proposition = z.strictObject({
  guid,
  statement: z.string(),
  argument: z.string(),
  scope: z.string(),
  limits: z.string(),
  question: guid.nullable(),
  /** A code. */
  dimension: guid.nullable(),
  status: propositionStatus,
  confidence: confidence.nullable(),
  /** Why it is verified although a condition is not met. */
  overrideReason: z.string(),
  memo: guid.nullable(),
  author: guid.nullable(),
  createdAt: moment,
  modifiedAt: moment,
  evidence: z.array(evidence),
  checks: z.array(check),
  /** Those of others only once the current coder has judged (blind). */
  verdicts: z.array(visibleVerdict),
  /** Also of judges who are not shown. */
  verdictCount: z.number().int(),
  /** What changed below it since it was judged; null where nothing did. */
  mark: z.strictObject({ own: z.array(guid), below: z.array(guid) }).nullable(),
  /** What it lacks for *verified* (R-19). */
  missing: z.array(condition),
});
export type Proposition = z.infer<typeof proposition>;

const content = {
  statement: name.max(2000),
  argument: prose,
  scope: prose,
  limits: prose,
  questionId: guid.nullable(),
  dimensionId: guid.nullable(),
  status: propositionStatus,
  confidence: confidence.nullable(),
  overrideReason: prose,
};

const attachment = z.strictObject({
  side: evidenceSide.default('supports'),
  target: evidenceTarget,
  strength: evidenceStrength.nullable().default(null),
  note: prose.default(''),
});

const listTopics = [
  'propositions',
  'triangulation',
  'codings',
  'codes',
  'texts',
  'documents',
  'cases',
  'memos',
  'displays',
  'links',
  'structure',
  // Verdicts are evidence: their rows change with what was asked, by whom, and how columns are made.
  'variables',
  'coders',
  'collection',
  'questions',
] as const;

export const negativeCase = z.strictObject({
  /** Null for documents without a case. */
  case: guid.nullable(),
  name: z.string(),
  documents: z.array(guid),
  /** `opposing`: coded with the opposite. `without`: the code is not there at all. */
  kind: z.enum(['opposing', 'without']),
  /** Whether the question was put to the case; null where nobody noted it. */
  asked: z.boolean().nullable(),
  codings: z.array(guid),
});
export type NegativeCase = z.infer<typeof negativeCase>;

export const propositions = {
  list: query({
    summary: 'Propositions with their evidence, checks, verdicts, what changed below them and what they lack.',
    input: z.strictObject({ propositionIds: z.array(guid).optional() }),
    output: z.array(proposition),
    topics: listTopics,
  }),
  history: query({
    summary: 'Every step that made a proposition what it is, newest first.',
    input: z.strictObject({ propositionId: guid }),
    output: z.array(historyEntry),
    topics: ['history'],
  }),
  restingOn: query({
    summary:
      'Propositions that rest on any of these things: directly, through cells, matrices and networks that hold them, or through other propositions; nearest first.',
    input: z.strictObject({ targets: z.array(guid).min(1).max(10_000) }),
    output: z.array(
      z.strictObject({
        guid,
        statement: z.string(),
        status: propositionStatus,
        /** Null where it rests on it through another proposition. */
        side: evidenceSide.nullable(),
        /** The display it rests on, which holds what was asked about; the cell where it is one. */
        through: z
          .strictObject({
            display: guid,
            name: z.string(),
            cell: z.strictObject({ row: z.string(), column: z.string() }).nullable(),
          })
          .nullable(),
      }),
    ),
    topics: listTopics,
  }),
  behind: query({
    summary: 'The codings behind each cell, matrix and network that a proposition rests on.',
    input: z.strictObject({ propositionId: guid }),
    output: z.array(z.strictObject({ evidence: guid, codings: z.array(guid) })),
    topics: listTopics,
  }),
  negativeCases: query({
    summary: 'Cases that could speak against a proposition: without its code, or coded with the opposite.',
    input: z.strictObject({
      propositionId: guid,
      /** The codes looked for; left out, the dimension of the proposition, or else the codes of its evidence. */
      codeIds: z.array(guid).optional(),
      /** Codes that say the opposite. */
      opposingIds: z.array(guid).default([]),
    }),
    output: z.array(negativeCase),
    topics: listTopics,
  }),
  create: command({
    summary: 'State a proposition, with its first evidence.',
    input: z
      .strictObject({ ...content, evidence: z.array(attachment).max(1000) })
      .partial()
      .extend({ statement: content.statement }),
    output: made,
    topics: ['propositions', 'links'],
  }),
  fromMemo: command({
    summary: 'Make a proposition of a memo (R-12); quotations and passages of the memo become its evidence.',
    input: z.strictObject({ memoId: guid }),
    output: made,
    topics: ['propositions', 'links'],
  }),
  update: command({
    summary:
      'Change a proposition. Verified needs evidence, verdict and negative cases looked for, or a reason (R-19).',
    input: z.strictObject(content).partial().extend({ propositionId: guid }),
    output: done,
    topics: ['propositions'],
  }),
  move: command({
    summary: 'Put a proposition at another place in the order.',
    input: z.strictObject({ propositionId: guid, position: z.number().int().min(0) }),
    output: done,
    topics: ['propositions'],
  }),
  delete: command({
    summary: 'Delete propositions with their checks and verdicts; what they rested on stays.',
    input: z.strictObject({ propositionIds: z.array(guid).min(1) }),
    output: done,
    topics: ['propositions', 'triangulation', 'links'],
  }),
  attach: command({
    summary: 'Put evidence behind a proposition, for or against it.',
    input: attachment.extend({ propositionId: guid }),
    output: made,
    topics: ['propositions', 'links'],
  }),
  weigh: command({
    summary: 'Change side, strength or note of evidence.',
    input: z
      .strictObject({ evidenceId: guid, side: evidenceSide.optional() })
      .extend(z.object(weighing).partial().shape),
    output: done,
    topics: ['propositions'],
  }),
  detach: command({
    summary: 'Take evidence off its proposition; what it points at stays.',
    input: z.strictObject({ evidenceIds: z.array(guid).min(1) }),
    output: done,
    topics: ['propositions', 'links'],
  }),
  confirm: command({
    summary: 'Judge changed evidence again: it counts as it is now. What is gone cannot be confirmed.',
    input: z.strictObject({ evidenceIds: z.array(guid).min(1) }),
    output: done,
    topics: ['propositions'],
  }),
  check: command({
    summary: 'Note a tactic applied to a proposition and what came of it, or change such a note.',
    input: z.strictObject({
      propositionId: guid,
      checkId: guid.optional(),
      tactic,
      subject: prose.default(''),
      outcome: checkOutcome,
      note: prose.default(''),
      caseId: guid.nullable().default(null),
    }),
    output: made,
    topics: ['propositions'],
  }),
  removeCheck: command({
    summary: 'Take notes on tactics off.',
    input: z.strictObject({ checkIds: z.array(guid).min(1) }),
    output: done,
    topics: ['propositions'],
  }),
  sheet: job({
    summary: 'A sheet (HTML) for informants: what was concluded, in their words, with room for their answer.',
    input: z.strictObject({ propositionIds: z.array(guid).optional(), confirmed }),
    output: producedFile,
    topics: listTopics,
  }),
};
