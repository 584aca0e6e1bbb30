// What hangs on an object of the study without being part of it: condensations, entries of the accounting log, forms.
// Nothing cascades, so that the history sees every row: whoever removes an object calls these first.

import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type WritableDb } from './database.ts';

/** A coding goes: its condensation goes with it; a vignette keeps the words. */
export function forgetCoding(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM condensation WHERE coding_id = ${id}`);
  db.run(sql`UPDATE vignette_part SET coding_id = NULL WHERE coding_id = ${id}`);
}

/** Two codings become one: what was condensed stays with the one that stays, unless that has its own. */
export function handOverCoding(db: WritableDb, from: number, to: number): void {
  db.run(sql`
    UPDATE condensation SET coding_id = ${to}
    WHERE coding_id = ${from} AND NOT EXISTS (SELECT 1 FROM condensation WHERE coding_id = ${to})`);
  db.run(sql`UPDATE vignette_part SET coding_id = ${to} WHERE coding_id = ${from}`);
}

export function forgetMemo(db: WritableDb, id: number): void {
  db.run(sql`UPDATE form_item SET memo_id = NULL WHERE memo_id = ${id}`);
}

/** A case goes: what was noted about it alone goes with it; forms, vignettes and names stay. */
export function forgetCase(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM sampling_fulfilment WHERE case_id = ${id}`);
  db.run(sql`DELETE FROM participation WHERE case_id = ${id}`);
  db.run(sql`DELETE FROM accounting_entry WHERE case_id = ${id}`);
  db.run(sql`UPDATE pseudonym SET case_id = NULL WHERE case_id = ${id}`);
  db.run(sql`UPDATE summary_form SET case_id = NULL WHERE case_id = ${id}`);
  db.run(sql`UPDATE vignette SET case_id = NULL WHERE case_id = ${id}`);
}

export function forgetDocument(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM accounting_entry WHERE document_id = ${id}`);
  db.run(sql`UPDATE summary_form SET document_id = NULL WHERE document_id = ${id}`);
}

export function forgetGuideQuestion(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM accounting_entry WHERE guide_question_id = ${id}`);
  db.run(sql`UPDATE form_item SET guide_question_id = NULL WHERE guide_question_id = ${id}`);
  db.run(sql`
    DELETE FROM question_object WHERE target_guid = (SELECT guid FROM guide_question WHERE id = ${id})`);
}

export function forgetResearchQuestion(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM accounting_entry WHERE research_question_id = ${id}`);
  db.run(sql`UPDATE form_item SET research_question_id = NULL WHERE research_question_id = ${id}`);
  db.run(sql`DELETE FROM question_object WHERE question_id = ${id}`);
}

/** A code goes: it answers nothing any more. Why it was changed stays on record. */
export function forgetCode(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM question_object WHERE target_guid = (SELECT guid FROM code WHERE id = ${id})`);
}

/** Two codes become one: what the first served, the second serves too. */
export function handOverCode(db: WritableDb, from: Guid, to: Guid): void {
  db.run(sql`
    UPDATE question_object SET target_guid = ${to}
    WHERE target_guid = ${from}
      AND question_id NOT IN (SELECT question_id FROM question_object WHERE target_guid = ${to})`);
}
