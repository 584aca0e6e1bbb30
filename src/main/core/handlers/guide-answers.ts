// What was said to a question of the interview guide, in every document that asks it.

import type { GuideAnswer } from '../../../shared/contract/guide.ts';
import { sectionsOf } from '../../../shared/domain/guide.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { listSections, requireQuestion } from '../../db/guide.ts';
import { textAt } from '../../db/search.ts';
import { type QueryHandlers } from '../handler.ts';

type Asked = { readonly id: number; readonly guid: Guid; readonly title: string; readonly case_guid: Guid | null };

export const answerQueries = {
  'guide.answers': ({ db }, { questionId, documentIds, caseIds }) => {
    const { guid: question } = requireQuestion(db, questionId);
    const sections = Map.groupBy(listSections(db), ({ document }) => document);
    return documentsOf(db).flatMap((document): GuideAnswer[] => {
      if (!(documentIds?.includes(document.guid) ?? true)) return [];
      if (caseIds && !(document.case_guid && caseIds.includes(document.case_guid))) return [];
      const own = sections.get(document.guid) ?? [];
      if (!own.some((section) => section.question === question)) return [];
      // GU2: a section reaches to where the next question is asked, whichever it is.
      const alive = own.filter(({ start, end }) => end > start);
      const text = textAt(db, document.id);
      return sectionsOf(alive, text.length).flatMap(({ asked, end }) => {
        const answer = trimmed(text, { start: asked.end, end });
        if (asked.question !== question || answer.start >= answer.end) return [];
        return [
          {
            section: asked.guid,
            document: document.guid,
            title: document.title,
            case: document.case_guid,
            ...answer,
            text: text.slice(answer.start, answer.end),
            codes: codesOver(db, document.id, answer),
          },
        ];
      });
    });
  },
} satisfies Partial<QueryHandlers>;

function documentsOf(db: ReadableDb): readonly Asked[] {
  return db.all<Asked>(sql`
    SELECT d.id, d.guid, d.title, c.guid AS case_guid FROM document AS d
    LEFT JOIN study_case AS c ON c.id = d.case_id ORDER BY d.position, d.id`);
}

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function codesOver(db: ReadableDb, documentId: number, { start, end }: Range): Guid[] {
  return db
    .all<{ guid: Guid }>(sql`
      SELECT DISTINCT k.guid FROM coding AS c JOIN code AS k ON k.id = c.code_id
      WHERE c.document_id = ${documentId} AND c.state <> 'orphaned'
        AND c.start_offset <= ${start} AND c.end_offset >= ${end} ORDER BY k.id`)
    .map(({ guid }) => guid);
}
