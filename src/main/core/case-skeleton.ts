// an interim case summary begins with what the project knows of the case; the rest is the researcher's prose.

import type { Language } from '../../shared/contract/values.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import type { CaseRow } from '../db/cases.ts';
import { sql, type ReadableDb } from '../db/database.ts';
import { questionRows } from '../db/guide.ts';
import { researchQuestionRows } from '../db/questions.ts';
import { coverageOf } from './coverage.ts';

const mostCodes = 12;

/** @returns a title and plain text in the language given, headings on lines of their own */
export function caseSkeleton(
  db: ReadableDb,
  language: Language,
  row: CaseRow,
): { readonly title: string; readonly text: string } {
  const say = (key: MessageKey, params: Readonly<Record<string, string | number>> = {}) =>
    translate(language, key, params);
  const documents = db.all<{ title: string; kind: string; date: string | null; characters: number; codings: number }>(
    sql`SELECT d.title, d.kind, d.date, t.characters,
        (SELECT count(*) FROM coding AS c WHERE c.document_id = d.id AND c.state <> 'orphaned') AS codings
      FROM document AS d JOIN document_text AS t ON t.id = d.id WHERE d.case_id = ${row.id} ORDER BY d.position, d.id`,
  );
  const codes = db.all<{ name: string; codings: number }>(sql`
    SELECT k.name, count(*) AS codings FROM coding AS c JOIN document AS d ON d.id = c.document_id
    JOIN code AS k ON k.id = c.code_id WHERE d.case_id = ${row.id} AND c.state <> 'orphaned'
    GROUP BY k.id ORDER BY count(*) DESC, k.name LIMIT ${mostCodes}`);
  const toDo = db.all<{ text: string }>(sql`
    SELECT i.text FROM form_item AS i JOIN summary_form AS f ON f.id = i.form_id
    WHERE f.case_id = ${row.id} AND i.state = 'to-do' ORDER BY i.id`);
  const lines = [
    say('skeleton.sources'),
    ...listed(
      documents.map(({ title, date, characters, codings }) =>
        say('skeleton.source', { title, date: date ?? '–', characters, codings }),
      ),
      say('skeleton.none'),
    ),
    '',
    say('skeleton.coverage'),
    ...listed(coverageLines(db, row.guid, say), say('skeleton.no-questions')),
    '',
    say('skeleton.codes'),
    ...listed(
      codes.map(({ name, codings }) => `${name} (${codings})`),
      say('skeleton.none'),
    ),
    '',
    say('skeleton.known'),
    '',
    say('skeleton.quality'),
    '',
    say('skeleton.holes'),
    ...toDo.map(({ text }) => `- ${text}`),
    '',
    say('skeleton.next'),
    '',
  ];
  return { title: say('skeleton.title', { name: row.name }), text: lines.join('\n') };
}

type Say = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string;

function coverageLines(db: ReadableDb, studyCase: Guid, say: Say): readonly string[] {
  const { cell } = coverageOf(db);
  return [...researchQuestionRows(db), ...questionRows(db)].map(({ guid, label }) => {
    const { state, codings } = cell(studyCase, guid);
    return say('skeleton.question', { question: label, state: say(`coverage.state.${state}`), codings });
  });
}

function listed(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [none] : lines.map((line) => `- ${line}`);
}
