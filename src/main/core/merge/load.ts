// The open project as a study: what a merge compares with, and what an export writes.

import type { MemoTarget } from '../../../shared/contract/memos.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { documentValues } from '../../db/cases.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { keptFiles, keptRows, rowsOf, textsOf, type GuidTable, type StoredRow } from '../../db/exchange.ts';
import { listCases } from '../../db/cases.ts';
import { listPages } from '../../db/pages.ts';
import { targetOf, type MemoTargetRow } from '../../db/memos.ts';
import type { RefiNode, RefiTag } from '../importers/refi/schema.ts';
import { loadNamedTexts } from './named-texts.ts';
import { loadOwnRows } from './own-rows.ts';
import type { KeptPart, Study, StudyProject, ValuePart } from './study.ts';

/** @param withFiles whether the bytes of kept files are needed */
export function loadStudy(db: ReadableDb, favourites: readonly Guid[], withFiles: boolean): Study {
  const guids = guidsOf(db);
  const texts = textsOf(db);
  const made = (row: StoredRow) => ({
    created_by: guids.of('coder', row['created_by']),
    created_at: String(row['created_at']),
    modified_at: String(row['modified_at']),
  });
  const list = <Part>(table: GuidTable, part: (row: StoredRow) => object): readonly Part[] =>
    rowsOf(db, table).map((row) => part(row) as Part);
  const targets = Map.groupBy(
    db.all<MemoTargetRow>(sql`SELECT * FROM memo_target ORDER BY id`),
    ({ memo_id: memo }) => memo,
  );
  return {
    project: projectOf(db),
    coders: list('coder', ({ guid, name, initials, color, created_at }) => ({
      guid,
      name,
      initials,
      color,
      created_at,
    })),
    codes: inTree(rowsOf(db, 'code')).map((row) => ({
      guid: row.guid,
      parent: guids.of('code', row['parent_id']),
      ...pick(row, [
        'name',
        'color',
        'description',
        'codable',
        'include_rule',
        'exclude_rule',
        'typical_example',
        'counter_example',
        'kind',
        'theory',
      ]),
      ...made(row),
    })) as unknown as Study['codes'],
    variables: list('variable', (row) => pick(row, ['guid', 'name', 'description', 'type', 'scope', 'choices'])),
    cases: list('study_case', (row) => pick(row, ['guid', 'name', 'description'])),
    documents: list('document', (row) => ({
      ...pick(row, ['guid', 'title', 'description', 'kind', 'language', 'date', 'place', 'original_name']),
      text: texts.get(row.id) ?? '',
      case: guids.of('study_case', row['case_id']),
      ...made(row),
    })),
    values: valuesOf(db),
    codings: list('coding', (row) => ({
      guid: row.guid,
      document: guids.of('document', row['document_id']),
      start: row['start_offset'],
      end: row['end_offset'],
      code: guids.of('code', row['code_id']),
      coder: guids.of('coder', row['coder_id']),
      ...pick(row, ['weight', 'state', 'former_quote', 'created_at', 'modified_at']),
    })),
    memos: list('memo', (row) => ({
      ...pick(row, ['guid', 'title', 'body', 'kind']),
      ...made(row),
      targets: (targets.get(row.id) ?? []).map(targetOf) satisfies MemoTarget[],
    })),
    passages: list('passage', (row) => ({
      guid: row.guid,
      document: guids.of('document', row['document_id']),
      start: row['start_offset'],
      end: row['end_offset'],
      ...(row['start_offset'] === row['end_offset'] && row['quote'] !== '' ? { quote: row['quote'] } : {}),
    })),
    pages: listPages(db),
    links: list('passage_link', (row) => ({
      ...pick(row, ['guid', 'kind', 'note']),
      from: guids.of('passage', row['from_passage_id']),
      to: guids.of('passage', row['to_passage_id']),
      ...made(row),
    })),
    questions: list('guide_question', (row) => pick(row, ['guid', 'label', 'wording'])),
    sections: list('guide_section', (row) => ({
      guid: row.guid,
      question: guids.of('guide_question', row['question_id']),
      passage: guids.of('passage', row['passage_id']),
    })),
    speakers: list('speaker', (row) => ({
      ...pick(row, ['guid', 'name', 'role', 'color']),
      case: guids.of('study_case', row['case_id']),
    })),
    favourites,
    named: loadNamedTexts(db),
    own: loadOwnRows(db),
    kept: keptRows(db).map(({ kind, guid, owner_guid: owner, shown, data }): KeptPart => {
      const { node, made: madeUp = {} } = JSON.parse(data) as { node: RefiNode; made?: Record<string, string> };
      return { kind: kind as RefiTag, guid, owner, shown: shown === 1, node, made: madeUp };
    }),
    files: withFiles ? keptFiles(db) : [],
  };
}

function projectOf(db: ReadableDb): StudyProject {
  const row = db.get<StudyProject>(sql`
    SELECT guid, name, description, language, fictional, created_at FROM project WHERE id = 1`);
  if (!row) throw new Error('a project without its row');
  return row;
}

function pick(row: StoredRow, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

function guidsOf(db: ReadableDb) {
  const maps = new Map<string, ReadonlyMap<number, Guid>>();
  const mapOf = (table: GuidTable): ReadonlyMap<number, Guid> => {
    const known = maps.get(table) ?? new Map(rowsOf(db, table).map(({ id, guid }) => [id, guid]));
    maps.set(table, known);
    return known;
  };
  return {
    of: (table: GuidTable, id: unknown): Guid | null =>
      typeof id === 'number' ? (mapOf(table).get(id) ?? null) : null,
  };
}

/** Parents before their children, siblings in their order. */
function inTree(rows: readonly StoredRow[]): readonly StoredRow[] {
  const children = Map.groupBy(rows, (row) => row['parent_id'] ?? null);
  const result: StoredRow[] = [];
  const visit = (parent: number | null): void => {
    for (const row of children.get(parent) ?? []) {
      result.push(row);
      visit(row.id);
    }
  };
  visit(null);
  return result;
}

function valuesOf(db: ReadableDb): readonly ValuePart[] {
  const ofCases = listCases(db).flatMap((each) =>
    each.values.map(({ variable, value }) => ({ variable, owner: { kind: 'case' as const, guid: each.guid }, value })),
  );
  const ofDocuments = documentValues(db).map(({ document, variable, value }) => ({
    variable,
    owner: { kind: 'document' as const, guid: document },
    value,
  }));
  return [...ofCases, ...ofDocuments];
}
