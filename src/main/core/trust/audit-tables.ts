// Tables of the audit bundle that are read as they are stored: data, codes, memos and what was made of the codings.

import { sql, type ReadableDb } from '../../db/database.ts';
import { listDocuments } from '../../db/documents.ts';
import { textOf } from '../../db/texts.ts';
import type { Cell } from '../exporters/sheet.ts';

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
type Named = readonly (readonly [string, Table])[];

/** Each text as it is analysed, byte for byte. */
export function rawTexts(db: ReadableDb): readonly { readonly file: string; readonly text: string }[] {
  const ids = db.all<{ id: number; guid: string }>(sql`SELECT id, guid FROM document`);
  return listDocuments(db).flatMap(({ guid, title }, place) => {
    const id = ids.find((each) => each.guid === guid)?.id;
    const text = id === undefined ? undefined : textOf(db, id)?.text;
    const name = title
      .replace(/[\p{Cc}/\\:*?"<>|]/gu, '-')
      .slice(0, 80)
      .toWellFormed();
    return text === undefined ? [] : [{ file: `${String(place + 1).padStart(3, '0')} ${name}.txt`, text }];
  });
}

export function rawTables(db: ReadableDb): Named {
  return [
    [
      'documents',
      tableOf(
        db,
        ['guid', 'title', 'kind', 'date', 'place', 'case', 'description'],
        sql`
        SELECT d.guid, d.title, d.kind, d.date, d.place, s.name AS "case", d.description FROM document AS d
        LEFT JOIN study_case AS s ON s.id = d.case_id ORDER BY d.position, d.id`,
      ),
    ],
    [
      'cases',
      tableOf(
        db,
        ['guid', 'name', 'description', 'role', 'consent', 'consent_date'],
        sql`
        SELECT s.guid, s.name, s.description, p.kind AS role, p.consent, p.consent_date FROM study_case AS s
        LEFT JOIN participation AS p ON p.case_id = s.id ORDER BY s.position, s.id`,
      ),
    ],
    [
      'values',
      tableOf(
        db,
        ['variable', 'case', 'document', 'value'],
        sql`
        SELECT v.name AS variable, s.name AS "case", d.title AS document, w.value FROM variable_value AS w
        JOIN variable AS v ON v.id = w.variable_id LEFT JOIN study_case AS s ON s.id = w.case_id
        LEFT JOIN document AS d ON d.id = w.document_id ORDER BY v.position, w.id`,
      ),
    ],
  ];
}

export function analysisTables(db: ReadableDb): Named {
  return [
    [
      'codebook',
      tableOf(
        db,
        ['guid', 'name', 'parent', 'kind', 'description', 'include', 'exclude', 'example', 'counter_example'],
        sql`
        SELECT c.guid, c.name, p.name AS parent, c.kind, c.description, c.include_rule AS include,
          c.exclude_rule AS exclude, c.typical_example AS example, c.counter_example FROM code AS c
        LEFT JOIN code AS p ON p.id = c.parent_id ORDER BY coalesce(p.position, c.position), p.id, c.position, c.id`,
      ),
    ],
    [
      'codings',
      tableOf(
        db,
        ['guid', 'document', 'start', 'end', 'code', 'coder', 'weight', 'state', 'quote', 'at'],
        sql`
        SELECT c.guid, d.title AS document, c.start_offset AS start, c.end_offset AS "end", k.name AS code,
          r.name AS coder, c.weight, c.state, c.quote, c.created_at AS at FROM coding AS c
        JOIN document AS d ON d.id = c.document_id JOIN code AS k ON k.id = c.code_id
        LEFT JOIN coder AS r ON r.id = c.coder_id ORDER BY d.position, d.id, c.start_offset, c.end_offset, c.id`,
      ),
    ],
    [
      'condensation',
      tableOf(
        db,
        ['coding', 'paraphrase', 'generalisation', 'reduction', 'mark'],
        sql`
        SELECT g.guid AS coding, n.paraphrase, n.generalisation, n.reduction, n.mark FROM condensation AS n
        JOIN coding AS g ON g.id = n.coding_id ORDER BY n.id`,
      ),
    ],
    [
      'code-changes',
      tableOf(
        db,
        ['kind', 'code', 'other', 'reason', 'at'],
        sql`
        SELECT kind, code_name AS code, other_name AS other, reason, at FROM code_change ORDER BY id`,
      ),
    ],
    [
      'vignettes',
      tableOf(
        db,
        ['vignette', 'part', 'kind', 'text'],
        sql`
        SELECT v.title AS vignette, p.position AS part, p.kind, p.text FROM vignette_part AS p
        JOIN vignette AS v ON v.id = p.vignette_id ORDER BY v.position, v.id, p.position`,
      ),
    ],
    [
      'memos',
      tableOf(
        db,
        ['guid', 'kind', 'title', 'body', 'at'],
        sql`
        SELECT guid, kind, title, body, created_at AS at FROM memo ORDER BY created_at, id`,
      ),
    ],
  ];
}

/** @param head names of columns of the answer, in the order in which they are written */
function tableOf(db: ReadableDb, head: readonly string[], query: ReturnType<typeof sql>): Table {
  const rows = db.all<Readonly<Record<string, Cell>>>(query);
  return { head, rows: rows.map((row) => head.map((name) => row[name] ?? null)) };
}
