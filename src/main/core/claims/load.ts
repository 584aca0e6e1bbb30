// Propositions as they are now: their evidence held against what was judged, and the marks that follow.

import type { Evidence, Proposition } from '../../../shared/contract/propositions.ts';
import type { VisibleVerdict } from '../../../shared/contract/triangulation.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { judgedOf, markOf, type EvidenceMark } from '../../../shared/domain/evidence/fingerprints.ts';
import { missingConditions } from '../../../shared/domain/evidence/gate.ts';
import { marksOf, type Claim, type ClaimMark } from '../../../shared/domain/evidence/marks.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from '../../db/database.ts';
import type { PresentThing } from '../../db/evidence.ts';
import { listChecks, listEvidence, listPropositions, type EvidenceRow } from '../../db/propositions.ts';
import { listCoders } from '../../db/coders.ts';
import { listVerdicts } from '../../db/triangulation.ts';
import { verdictMarks } from './ground.ts';
import { networkClaims } from './networks.ts';
import { presentThings } from './present.ts';

type Verdict = ReturnType<typeof listVerdicts>[number];

/** @param judge the current coder, who sees verdicts of others only where it has judged itself (blind) */
export function loadPropositions(db: ReadableDb, judge: number | null, language: Language): readonly Proposition[] {
  const rows = listPropositions(db);
  const evidence = Map.groupBy(listEvidence(db), ({ proposition_id: id }) => id);
  const checks = Map.groupBy(listChecks(db), ({ proposition_id: id }) => id);
  const verdicts = Map.groupBy(listVerdicts(db), ({ subject_guid: subject }) => subject);
  const coders = new Map(listCoders(db).map(({ id, guid }) => [id, guid]));
  const present = presentEvidence(db, [...evidence.values()].flat());
  const markOfVerdict = verdictMarks(db, language);
  const marks = marksOf([
    ...rows.map(({ id, guid }) =>
      claimOf(guid, evidence.get(id) ?? [], verdicts.get(guid) ?? [], present, markOfVerdict),
    ),
    ...networkClaims(db),
  ]);
  return rows.map((row): Proposition => {
    const own = (evidence.get(row.id) ?? []).map((each) => evidenceOf(each, present.get(each.guid)));
    const ownChecks = checks.get(row.id) ?? [];
    const judged = verdicts.get(row.guid) ?? [];
    return {
      guid: row.guid,
      statement: row.statement,
      argument: row.argument,
      scope: row.scope,
      limits: row.limits,
      question: row.question_guid,
      dimension: row.dimension_guid,
      status: row.status,
      confidence: row.confidence,
      overrideReason: row.override_reason,
      memo: row.memo_guid,
      author: coders.get(row.created_by ?? 0) ?? null,
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
      evidence: own,
      checks: ownChecks.map((check) => ({
        guid: check.guid,
        tactic: check.tactic,
        subject: check.subject,
        outcome: check.outcome,
        note: check.note,
        case: check.case_guid,
        author: coders.get(check.created_by ?? 0) ?? null,
        createdAt: check.created_at,
        modifiedAt: check.modified_at,
      })),
      verdicts: visibleVerdicts(judged, judge, markOfVerdict),
      verdictCount: judged.length,
      mark: copyOf(marks.get(row.guid)),
      missing: missingConditions({
        evidence: own.map(({ side, kind, mark }) => ({ side, kind, isGone: mark === 'gone' })),
        checks: ownChecks,
        verdicts: judged.length,
      }),
    };
  });
}

/** Own verdicts, and those of others on comparisons this judge has judged. */
export function visibleVerdicts(
  verdicts: readonly Verdict[],
  judge: number | null,
  marks: ReadonlyMap<Guid, EvidenceMark>,
): VisibleVerdict[] {
  const judged = new Set(
    verdicts
      .filter(({ judge_id: id }) => id === judge)
      .map(({ subject_guid: subject, comparison }) => subject + comparison),
  );
  return verdicts
    .filter(({ subject_guid: subject, comparison }) => judged.has(subject + comparison))
    .map((row) => ({
      guid: row.guid,
      comparison: row.comparison,
      verdict: row.verdict,
      reason: row.reason,
      judge: row.judge,
      mark: marks.get(row.guid) ?? 'gone',
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
    }));
}

/** Propositions and networks with what they rest on, for questions about the whole graph. */
export function loadClaims(db: ReadableDb, language: Language): readonly Claim<Guid>[] {
  const evidence = Map.groupBy(listEvidence(db), ({ proposition_id: id }) => id);
  const verdicts = Map.groupBy(listVerdicts(db), ({ subject_guid: subject }) => subject);
  const present = presentEvidence(db, [...evidence.values()].flat());
  const marks = verdictMarks(db, language);
  return [
    ...listPropositions(db).map(({ id, guid }) =>
      claimOf(guid, evidence.get(id) ?? [], verdicts.get(guid) ?? [], present, marks),
    ),
    ...networkClaims(db),
  ];
}

/** What each piece of evidence points at now, by the guid of the evidence. */
export function presentEvidence(db: ReadableDb, rows: readonly EvidenceRow[]): ReadonlyMap<Guid, PresentThing> {
  const found = new Map<Guid, PresentThing>();
  for (const [kind, own] of Map.groupBy(rows, (row) => row.kind)) {
    const things = presentThings(
      db,
      kind,
      own.map(({ target_guid: target }) => target),
    );
    for (const { guid, target_guid: target } of own) {
      const thing = things.get(target);
      if (thing) found.set(guid, thing);
    }
  }
  return found;
}

function claimOf(
  guid: Guid,
  evidence: readonly EvidenceRow[],
  verdicts: readonly Verdict[],
  present: ReadonlyMap<Guid, PresentThing>,
  marks: ReadonlyMap<Guid, EvidenceMark>,
): Claim<Guid> {
  return {
    guid,
    restsOn: [
      ...evidence.map((row) => ({
        guid: row.guid,
        target: row.target_guid,
        mark: markOf(row.fingerprint, present.get(row.guid)?.fingerprint ?? null),
      })),
      ...verdicts.map((row) => ({ guid: row.guid, target: row.guid, mark: marks.get(row.guid) ?? ('gone' as const) })),
    ],
  };
}

function evidenceOf(row: EvidenceRow, thing: PresentThing | undefined): Evidence {
  const mark = markOf(row.fingerprint, thing?.fingerprint ?? null);
  const judged = judgedWords(row.fingerprint);
  const words = thing?.words ?? judged ?? '';
  return {
    guid: row.guid,
    side: row.side,
    kind: row.kind,
    target: row.target_guid,
    strength: row.strength,
    note: row.note,
    mark,
    title: thing?.title ?? '',
    words,
    judgedWords: judged === words ? null : judged,
    document: thing?.document ?? null,
    start: thing?.start ?? null,
    end: thing?.end ?? null,
    code: thing?.code ?? null,
    case: thing?.case ?? null,
    cell: thing?.cell ?? null,
    createdAt: row.created_at,
  };
}

/** The words that were judged, as the fingerprint has them. */
function judgedWords(fingerprint: string | null): string | null {
  const judged = judgedOf(fingerprint);
  const words = judged?.['quote'] ?? judged?.['body'] ?? judged?.['statement'] ?? judged?.['text'] ?? null;
  return typeof words === 'string' ? words : null;
}

function copyOf(mark: ClaimMark<Guid> | undefined): Proposition['mark'] {
  return mark ? { own: [...mark.own], below: [...mark.below] } : null;
}
