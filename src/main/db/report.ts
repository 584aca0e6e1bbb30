// What a report reads of the study beside documents, codes and cases: claims with what they rest on, and quotations
// with who said them and when.

import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb } from './database.ts';

/** A quotation as a reader of the report needs it. */
export type ReportQuotation = {
  readonly guid: Guid;
  readonly quote: string;
  readonly code: Guid;
  readonly documentId: Guid;
  readonly start: number;
  readonly end: number;
  readonly document: string;
  readonly kind: string;
  readonly date: string | null;
  readonly informant: string | null;
};

/** Of one document, in order of place. */
export function reportQuotations(db: ReadableDb, documentId: number): readonly ReportQuotation[] {
  return db.all<ReportQuotation>(sql`
    SELECT c.guid, c.quote, k.guid AS code, d.guid AS documentId, c.start_offset AS start, c.end_offset AS "end",
      d.title AS document, d.kind, d.date, s.name AS informant
    FROM coding AS c JOIN code AS k ON k.id = c.code_id JOIN document AS d ON d.id = c.document_id
    LEFT JOIN study_case AS s ON s.id = d.case_id
    WHERE c.document_id = ${documentId} AND c.state <> 'orphaned' ORDER BY c.start_offset, c.end_offset, c.id`);
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
