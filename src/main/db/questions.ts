// The research questions, and what serves to answer them.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { ResearchQuestion } from '../../shared/contract/questions.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetResearchQuestion } from './attached.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type ResearchQuestionRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly position: number;
  readonly label: string;
  readonly text: string;
  readonly note: string;
};

export type QuestionObjectKind = 'code' | 'guide-question';

type ObjectRow = {
  readonly id: number;
  readonly question_id: number;
  readonly kind: string;
  readonly target_guid: Guid;
};

export function listResearchQuestions(db: ReadableDb): readonly ResearchQuestion[] {
  const objects = Map.groupBy(
    db.all<ObjectRow>(sql`SELECT id, question_id, kind, target_guid FROM question_object ORDER BY id`),
    (row) => row.question_id,
  );
  return researchQuestionRows(db).map(({ id, ...row }) => {
    const served = objects.get(id) ?? [];
    const of = (kind: QuestionObjectKind) =>
      served.filter((each) => each.kind === kind).map((each) => each.target_guid);
    return { ...row, codes: of('code'), guideQuestions: of('guide-question') };
  });
}

export function researchQuestionRows(db: ReadableDb): readonly ResearchQuestionRow[] {
  return db.all<ResearchQuestionRow>(sql`SELECT * FROM research_question ORDER BY position, id`);
}

/** @throws SimpulError `not-found` */
export function requireResearchQuestion(db: ReadableDb, guid: Guid): ResearchQuestionRow {
  const row = db.get<ResearchQuestionRow>(sql`SELECT * FROM research_question WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'research-question' }, { guid });
  return row;
}

export function insertResearchQuestion(db: WritableDb, row: Omit<ResearchQuestionRow, 'id' | 'position'>): void {
  db.run(sql`
    INSERT INTO research_question (guid, position, label, text, note)
    VALUES (${row.guid}, (SELECT coalesce(max(position) + 1, 0) FROM research_question), ${row.label}, ${row.text},
      ${row.note})`);
}

export function updateResearchQuestion(db: WritableDb, row: ResearchQuestionRow): void {
  db.run(sql`
    UPDATE research_question SET label = ${row.label}, text = ${row.text}, note = ${row.note} WHERE id = ${row.id}`);
}

export function orderResearchQuestions(db: WritableDb, ids: readonly number[]): void {
  ids.forEach((id, position) => {
    db.run(sql`UPDATE research_question SET position = ${position} WHERE id = ${id} AND position <> ${position}`);
  });
}

export function deleteResearchQuestion(db: WritableDb, id: number): void {
  forgetResearchQuestion(db, id);
  db.run(sql`DELETE FROM research_question WHERE id = ${id}`);
}

/** Makes what serves a question exactly the objects given; @param newGuid for rows that are new */
export function setQuestionObjects(
  db: WritableDb,
  questionId: number,
  kind: QuestionObjectKind,
  targets: readonly Guid[],
  newGuid: () => Guid,
): void {
  const known = db.all<ObjectRow>(
    sql`SELECT id, target_guid FROM question_object WHERE question_id = ${questionId} AND kind = ${kind}`,
  );
  const wanted = new Set(targets);
  for (const row of known) {
    if (!wanted.delete(row.target_guid)) db.run(sql`DELETE FROM question_object WHERE id = ${row.id}`);
  }
  for (const target of wanted) {
    db.run(sql`
      INSERT INTO question_object (guid, question_id, kind, target_guid)
      VALUES (${newGuid()}, ${questionId}, ${kind}, ${target})`);
  }
}

/** Makes the questions that an object serves exactly those given. */
export function setQuestionsOf(
  db: WritableDb,
  kind: QuestionObjectKind,
  target: Guid,
  questionIds: readonly number[],
  newGuid: () => Guid,
): void {
  const known = db.all<ObjectRow>(sql`SELECT id, question_id FROM question_object WHERE target_guid = ${target}`);
  const wanted = new Set(questionIds);
  for (const row of known) {
    if (!wanted.delete(row.question_id)) db.run(sql`DELETE FROM question_object WHERE id = ${row.id}`);
  }
  for (const questionId of wanted) {
    db.run(sql`
      INSERT INTO question_object (guid, question_id, kind, target_guid)
      VALUES (${newGuid()}, ${questionId}, ${kind}, ${target})`);
  }
}
