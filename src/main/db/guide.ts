// The questions of the interview guide, and the passages that ask them.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { GuideQuestion } from '../../shared/contract/guide.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { forgetGuideQuestion } from './attached.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type QuestionRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly position: number;
  readonly label: string;
  readonly wording: string;
};

export type SectionRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly question_id: number;
  readonly passage_id: number;
};

/** A section with the passage that asks its question. */
export type PlacedSection = {
  readonly guid: Guid;
  readonly question: Guid;
  readonly document: Guid;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Length of the document's text. */
  readonly characters: number;
};

export function listQuestions(db: ReadableDb): readonly GuideQuestion[] {
  return db.all<GuideQuestion>(sql`
    SELECT q.guid, q.label, q.wording, q.position, coalesce(s.sections, 0) AS sections,
      coalesce(s.documents, 0) AS documents
    FROM guide_question AS q
    LEFT JOIN (
      SELECT g.question_id, count(*) AS sections, count(DISTINCT p.document_id) AS documents
      FROM guide_section AS g JOIN passage AS p ON p.id = g.passage_id
      WHERE p.end_offset > p.start_offset GROUP BY g.question_id
    ) AS s ON s.question_id = q.id
    ORDER BY q.position, q.id`);
}

export function questionRows(db: ReadableDb): readonly QuestionRow[] {
  return db.all<QuestionRow>(sql`SELECT * FROM guide_question ORDER BY position, id`);
}

/** @throws SimpulError `not-found` */
export function requireQuestion(db: ReadableDb, guid: Guid): QuestionRow {
  const row = db.get<QuestionRow>(sql`SELECT * FROM guide_question WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'question' }, { guid });
  return row;
}

/** Adds a question at the end. @returns its row number */
export function insertQuestion(db: WritableDb, row: Pick<QuestionRow, 'guid' | 'label' | 'wording'>): number {
  return db.run(sql`
    INSERT INTO guide_question (guid, position, label, wording)
    VALUES (${row.guid}, (SELECT coalesce(max(position) + 1, 0) FROM guide_question), ${row.label}, ${row.wording})`)
    .id;
}

export function updateQuestion(db: WritableDb, row: QuestionRow): void {
  db.run(sql`UPDATE guide_question SET label = ${row.label}, wording = ${row.wording} WHERE id = ${row.id}`);
}

/** GU1: puts the questions into the order given. */
export function orderQuestions(db: WritableDb, ids: readonly number[]): void {
  ids.forEach((id, position) => {
    db.run(sql`UPDATE guide_question SET position = ${position} WHERE id = ${id} AND position <> ${position}`);
  });
}

export function deleteQuestionRow(db: WritableDb, id: number): void {
  forgetGuideQuestion(db, id);
  db.run(sql`DELETE FROM guide_question WHERE id = ${id}`);
}

/** Every section, by document and place. */
export function listSections(db: ReadableDb): readonly PlacedSection[] {
  return db.all<PlacedSection>(sql`
    SELECT g.guid, q.guid AS question, d.guid AS document, p.start_offset AS start, p.end_offset AS "end", p.quote,
      t.characters
    FROM guide_section AS g
    JOIN guide_question AS q ON q.id = g.question_id
    JOIN passage AS p ON p.id = g.passage_id
    JOIN document AS d ON d.id = p.document_id
    JOIN document_text AS t ON t.id = d.id
    ORDER BY d.position, d.id, p.start_offset, p.end_offset, g.id`);
}

export function sectionsOfQuestion(db: ReadableDb, questionId: number): readonly SectionRow[] {
  return db.all<SectionRow>(sql`SELECT * FROM guide_section WHERE question_id = ${questionId}`);
}

/** @throws SimpulError `not-found` */
export function requireSection(db: ReadableDb, guid: Guid): SectionRow {
  const row = db.get<SectionRow>(sql`SELECT * FROM guide_section WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'section' }, { guid });
  return row;
}

export function insertSection(db: WritableDb, row: Omit<SectionRow, 'id'>): void {
  db.run(sql`
    INSERT INTO guide_section (guid, question_id, passage_id)
    VALUES (${row.guid}, ${row.question_id}, ${row.passage_id})`);
}

/** Removes a section together with its passage, which nothing else refers to. */
export function deleteSection(db: WritableDb, row: SectionRow): void {
  db.run(sql`DELETE FROM guide_section WHERE id = ${row.id}`);
  db.run(sql`DELETE FROM passage WHERE id = ${row.passage_id}`);
}
