// What a report reads of the study beside documents, codes and cases: claims with what they rest on, and quotations
// with who said them and when.

import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb } from './database.ts';

/** A quotation as a reader of the report needs it. */
export type ReportQuotation = {
  readonly guid: Guid;
  readonly quote: string;
  readonly code: Guid;
  readonly document: string;
  readonly kind: string;
  readonly date: string | null;
  readonly informant: string | null;
};

export type ReportClaim = {
  readonly guid: Guid;
  readonly statement: string;
  readonly argument: string;
  readonly scope: string;
  readonly limits: string;
  readonly status: string;
  readonly dimension: Guid | null;
  readonly question: Guid | null;
};

export function reportQuotations(db: ReadableDb): readonly ReportQuotation[] {
  return db.all<ReportQuotation>(sql`
    SELECT c.guid, c.quote, k.guid AS code, d.title AS document, d.kind, d.date, s.name AS informant
    FROM coding AS c JOIN code AS k ON k.id = c.code_id JOIN document AS d ON d.id = c.document_id
    LEFT JOIN study_case AS s ON s.id = d.case_id
    WHERE c.state <> 'orphaned' ORDER BY d.position, d.id, c.start_offset, c.end_offset, c.id`);
}

/** In the order of the researcher; rejected ones are no findings. */
export function reportClaims(db: ReadableDb): readonly ReportClaim[] {
  return db.all<ReportClaim>(sql`
    SELECT guid, statement, argument, scope, limits, status, dimension_guid AS dimension, question_guid AS question
    FROM proposition WHERE status <> 'rejected' ORDER BY position, id`);
}

/** Codings that a claim rests on or that speak against it. */
export function reportEvidence(
  db: ReadableDb,
): readonly { readonly claim: Guid; readonly side: 'supports' | 'opposes'; readonly coding: Guid }[] {
  return db.all(sql`
    SELECT p.guid AS claim, e.side, e.target_guid AS coding FROM proposition_evidence AS e
    JOIN proposition AS p ON p.id = e.proposition_id WHERE e.kind = 'coding' ORDER BY e.id`);
}

export function reportQuestions(db: ReadableDb): readonly { readonly guid: Guid; readonly text: string }[] {
  return db.all(sql`
    SELECT guid, CASE WHEN text = '' THEN label ELSE label || '. ' || text END AS text
    FROM research_question ORDER BY position, id`);
}

/** A criterion of purposive sampling with the names of the cases that fulfil it. */
export type ReportCriterion = {
  readonly label: string;
  readonly description: string;
  readonly wanted: number;
  readonly cases: readonly string[];
};

export function reportCriteria(db: ReadableDb): readonly ReportCriterion[] {
  const met = Map.groupBy(
    db.all<{ criterion: number; name: string }>(sql`
      SELECT f.criterion_id AS criterion, s.name FROM sampling_fulfilment AS f
      JOIN study_case AS s ON s.id = f.case_id ORDER BY s.position, s.id`),
    ({ criterion }) => criterion,
  );
  return db
    .all<Omit<ReportCriterion, 'cases'> & { id: number }>(
      sql`SELECT id, label, description, wanted FROM sampling_criterion ORDER BY position, id`,
    )
    .map(({ id, ...row }) => ({ ...row, cases: (met.get(id) ?? []).map(({ name }) => name) }));
}

/** A question of the interview guide with the labels of the research questions it serves. */
export type ReportGuideQuestion = {
  readonly label: string;
  readonly wording: string;
  readonly serves: readonly string[];
};

export function reportGuide(db: ReadableDb): readonly ReportGuideQuestion[] {
  const serves = Map.groupBy(
    db.all<{ target: Guid; label: string }>(sql`
      SELECT o.target_guid AS target, q.label FROM question_object AS o
      JOIN research_question AS q ON q.id = o.question_id WHERE o.kind = 'guide-question' ORDER BY q.position, q.id`),
    ({ target }) => target,
  );
  return db
    .all<{ guid: Guid; label: string; wording: string }>(
      sql`SELECT guid, label, wording FROM guide_question ORDER BY position, id`,
    )
    .map(({ guid, ...row }) => ({ ...row, serves: (serves.get(guid) ?? []).map(({ label }) => label) }));
}
