// The project as the coverage of its questions reads it.

import { askedRecords, coverage, type Coverage, type Records } from '../../shared/domain/coverage.ts';
import { descendantsOf } from '../../shared/domain/codes.ts';
import { sectionsOf } from '../../shared/domain/guide.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { listCodes } from '../db/codes.ts';
import { listEntries, type StoredEntry } from '../db/collection.ts';
import { sql, type ReadableDb } from '../db/database.ts';
import { listSections, questionRows } from '../db/guide.ts';
import { listResearchQuestions } from '../db/questions.ts';

export type StudyCoverage = Coverage & {
  readonly cases: readonly Guid[];
  readonly documents: readonly { readonly guid: Guid; readonly case: Guid | null }[];
  readonly researchQuestions: readonly Guid[];
  readonly guideQuestions: readonly Guid[];
  readonly entries: readonly StoredEntry[];
};

/** CV1–CV5 for the open project. */
export function coverageOf(db: ReadableDb): StudyCoverage {
  const codes = listCodes(db).map((row) => ({ guid: row.guid, parent: row.parent_guid, name: row.name }));
  const documents = db.all<{ guid: Guid; case: Guid | null }>(sql`
    SELECT d.guid, s.guid AS "case" FROM document AS d LEFT JOIN study_case AS s ON s.id = d.case_id
    ORDER BY d.position, d.id`);
  const cases = db.all<{ guid: Guid }>(sql`SELECT guid FROM study_case ORDER BY position, id`).map(({ guid }) => guid);
  const researchQuestions = listResearchQuestions(db).map(({ guid, codes: served, guideQuestions }) => ({
    guid,
    codes: [...new Set(served.flatMap((code) => [code, ...descendantsOf(codes, code)]))],
    guideQuestions,
  }));
  const guideQuestions = questionRows(db).map(({ guid }) => guid);
  const entries = listEntries(db);
  const codings = db.all<{ document: Guid; code: Guid; start: number; end: number }>(sql`
    SELECT d.guid AS document, k.guid AS code, c.start_offset AS start, c.end_offset AS "end" FROM coding AS c
    JOIN document AS d ON d.id = c.document_id JOIN code AS k ON k.id = c.code_id WHERE c.state <> 'orphaned'`);
  const read = coverage({
    documents,
    cases,
    researchQuestions,
    guideQuestions,
    sections: sections(db),
    codings,
    entries,
  });
  return {
    ...read,
    cases,
    documents,
    researchQuestions: researchQuestions.map(({ guid }) => guid),
    guideQuestions,
    entries,
  };
}

/** CV1: what is noted of questions being put, without what was answered. */
export function recordsOf(db: ReadableDb): Records {
  return askedRecords({
    researchQuestions: listResearchQuestions(db),
    sections: sections(db),
    entries: listEntries(db),
  });
}

/** GU2: each question with the section it opens; where no words of it are left there is none. */
function sections(db: ReadableDb) {
  const byDocument = Map.groupBy(
    listSections(db).filter(({ start, end }) => end > start),
    ({ document }) => document,
  );
  return [...byDocument.values()].flatMap((rows) =>
    sectionsOf(rows, rows[0]?.characters ?? 0).map(({ asked, end }) => ({
      document: asked.document,
      question: asked.question,
      start: asked.start,
      end,
    })),
  );
}
