// Reads a project file with SQL of the tests' own and holds it against a ledger.

import { sql, type ReadableDb } from '../../src/main/db/database.ts';
import type { Change, CodingRow, Ledger, Study } from './kill-study.ts';
import { openRaw } from './project.ts';

export type Found = { readonly study: Study; readonly steps: number };

/** What stands in a project file that nobody has open. */
export async function readStudy(path: string): Promise<Found> {
  const db = await openRaw(path);
  try {
    return { study: studyIn(db), steps: db.get<{ n: number }>(sql`SELECT count(*) AS n FROM history_group`)?.n ?? -1 };
  } finally {
    db.close();
  }
}

/** One line for each row that is missing, extra or different; none where the file holds exactly the ledger. */
export function differences(found: Found, ledger: Ledger): readonly string[] {
  const lines = found.steps === ledger.steps ? [] : [`steps: ${found.steps} instead of ${ledger.steps}`];
  for (const table of Object.keys(ledger.study) as readonly (keyof Study)[]) {
    const wanted: Readonly<Record<string, unknown>> = ledger.study[table];
    const there: Readonly<Record<string, unknown>> = found.study[table];
    for (const guid of new Set([...Object.keys(wanted), ...Object.keys(there)])) {
      const [a, b] = [textOf(there[guid]), textOf(wanted[guid])];
      if (a !== b) lines.push(`${table} ${guid}: ${a} instead of ${b}`);
    }
  }
  return lines;
}

/** Identifiers in the file that the ledger does not know: what a change made that was not acknowledged. */
export function madeBy(found: Found, ledger: Ledger, change: Change): readonly string[] {
  const table = tables[change.method];
  if (!table) return [];
  const known: Readonly<Record<string, unknown>> = ledger.study[table];
  const strangers = Object.keys(found.study[table]).filter((guid) => !(guid in known));
  const { codings } = found.study;
  return table === 'codings'
    ? strangers.sort((a, b) => (codings[a]?.start ?? 0) - (codings[b]?.start ?? 0))
    : strangers;
}

/** Identifiers in the answer to a change. */
export function madeIn(value: unknown): readonly string[] {
  const { guid, guids } = (value ?? {}) as { readonly guid?: string; readonly guids?: readonly string[] };
  return guids ?? (guid === undefined ? [] : [guid]);
}

const tables: Partial<Record<Change['method'], keyof Study>> = {
  'codings.create': 'codings',
  'codings.createMany': 'codings',
  'codes.create': 'codes',
  'memos.create': 'memos',
  'documents.create': 'documents',
  'cases.create': 'cases',
  'variables.create': 'variables',
};

function studyIn(db: ReadableDb): Study {
  const rows = <Row extends { readonly guid: string }>(text: string): Readonly<Record<string, Omit<Row, 'guid'>>> =>
    Object.fromEntries(db.all<Row>({ text, params: [] }).map(({ guid, ...row }) => [guid, row]));
  return {
    documents: rows<{ guid: string; title: string; text: string; case: string | null }>(
      `SELECT d.guid, d.title, t.text, (SELECT guid FROM study_case WHERE id = d.case_id) AS "case"
       FROM document AS d LEFT JOIN document_text AS t ON t.id = d.id`,
    ),
    codes: rows<{ guid: string; name: string; color: string; parent: string | null }>(
      'SELECT guid, name, color, (SELECT guid FROM code AS p WHERE p.id = c.parent_id) AS parent FROM code AS c',
    ),
    codings: rows<CodingRow & { guid: string }>(
      `SELECT k.guid, d.guid AS document, c.guid AS code, start_offset AS start, end_offset AS "end", quote, state,
         former_quote AS former
       FROM coding AS k LEFT JOIN document AS d ON d.id = k.document_id LEFT JOIN code AS c ON c.id = k.code_id`,
    ),
    memos: rows<{ guid: string; body: string; target: string }>(
      `SELECT m.guid, body, (SELECT group_concat(target_guid) FROM memo_target WHERE memo_id = m.id) AS target
       FROM memo AS m`,
    ),
    cases: rows<{ guid: string; name: string }>('SELECT guid, name FROM study_case'),
    variables: rows<{ guid: string; name: string }>('SELECT guid, name FROM variable'),
    values: Object.fromEntries(
      db
        .all<{ key: string; value: string }>(sql`
          SELECT v.guid || ' ' || d.guid AS key, value FROM variable_value AS x
          JOIN variable AS v ON v.id = x.variable_id JOIN document AS d ON d.id = x.document_id`)
        .map(({ key, value }) => [key, value]),
    ),
  };
}

// Keys in one order, long texts shortened by nothing: a difference in the last character counts.
function textOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return String(row);
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
