// What research questions refer to: softly, by guid, so no foreign key holds it.

import type { Guid } from '../../shared/domain/ids.ts';
import { sql } from '../db/database.ts';
import type { Found } from './check.ts';
import type { JobContext } from './handler.ts';
import { breathe } from './jobs.ts';

/** @returns how many objects serve research questions */
export async function checkQuestions({ db, signal }: JobContext, found: Found): Promise<number> {
  await breathe(signal);
  const rows = db.all<{ guid: Guid; label: string; known: number }>(sql`
    SELECT o.guid, q.label, o.target_guid IN (
      SELECT guid FROM code UNION ALL SELECT guid FROM guide_question UNION ALL SELECT guid FROM proposition
      UNION ALL SELECT guid FROM display) AS known
    FROM question_object AS o JOIN research_question AS q ON q.id = o.question_id`);
  for (const { guid, label, known } of rows) {
    if (known === 0) found('reference', guid, 'check.question-object', { label });
  }
  return rows.length;
}
