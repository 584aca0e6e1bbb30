// Looking for damage that SQLite itself does not see: each text against its hash, each coding against its
// words and its checksum, every reference, the code tree, the chain of the history.

import type { OutputOf } from '../../shared/contract/contract.ts';
import type { Problem } from '../../shared/contract/project.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { arePages } from '../../shared/domain/pages.ts';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { codingChecksum, memoChecksum, sha256 } from '../db/checksums.ts';
import type { CodingRow } from '../db/codings.ts';
import { sql, type ReadableDb } from '../db/database.ts';
import type { MemoRow } from '../db/memos.ts';
import { pageStartsOf } from '../db/pages.ts';
import { passagesOf } from '../db/passages.ts';
import { checkClaims } from './check-claims.ts';
import { checkQuestions } from './check-questions.ts';
import { checkDisplays } from './check-displays.ts';
import { checkSearchIndex } from './check-search.ts';
import { checkRecordings } from './check-recordings.ts';
import type { JobContext } from './handler.ts';
import { breathe } from './jobs.ts';
import { chainOf } from './write.ts';

type Report = OutputOf<'project.check'>;
type Finder = (context: JobContext, found: Found) => Promise<number>;
/** Notes something that is wrong. */
export type Found = (
  kind: Problem['kind'],
  object: string,
  key: MessageKey,
  params?: Readonly<Record<string, string | number>>,
) => void;

/** @returns what was looked at, and everything that is wrong */
export async function checkProject(context: JobContext): Promise<Report> {
  const problems: Problem[] = [];
  const language = context.services.language();
  const found: Found = (kind, object, key, params = {}) =>
    void problems.push({ kind, object, message: translate(language, key, params) });
  const checked: Record<string, number> = {};
  const finders: readonly (readonly [string, Finder])[] = [
    ['file', checkFile],
    ['documents', checkDocuments],
    ['memos', checkMemos],
    ['codes', checkCodes],
    ['questions', checkQuestions],
    ['recordings', checkRecordings],
    ['displays', checkDisplays],
    ['indexed', checkSearchIndex],
    ['propositions', checkClaims],
    ['steps', checkHistory],
  ];
  for (const [index, [name, finder]] of finders.entries()) {
    const reach = (share: number): void => context.progress((index + share) / finders.length);
    reach(0);
    checked[name] = await finder({ ...context, progress: (share) => reach(share ?? 0) }, found);
  }
  return { ok: problems.length === 0, checked, problems };
}

/**
 * SQLite's own check, in pieces that each end soon: pages and order of the whole file, then table by table what its
 * indexes and its uniqueness say, which the first leaves out, then its references.
 */
async function checkFile({ session, signal, progress }: JobContext, found: Found): Promise<number> {
  const { connection } = session;
  await breathe(signal);
  const lines = new Set(
    connection.all<{ line: string }>(sql`SELECT quick_check AS line FROM pragma_quick_check`).map(({ line }) => line),
  );
  const tables = connection.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
  );
  let dangling = 0;
  for (const [index, { name }] of tables.entries()) {
    await breathe(signal);
    progress(index / tables.length);
    const own = connection.all<{ line: string }>(
      sql`SELECT integrity_check AS line FROM pragma_integrity_check(${name})`,
    );
    for (const { line } of own) lines.add(line);
    const rows = connection.all<{ table: string; rowid: number }>(
      sql`SELECT "table", rowid FROM pragma_foreign_key_check(${name}) LIMIT ${mostDangling - dangling}`,
    );
    dangling += rows.length;
    for (const row of rows) found('reference', `${row.table} ${row.rowid}`, 'check.reference', { table: row.table });
  }
  const wrong = [...lines].filter((line) => line !== 'ok');
  for (const line of wrong) found('file', 'file', 'check.file', { detail: line.slice(0, 200) });
  return Math.max(1, wrong.length);
}

/** References to nothing that are named one by one. */
const mostDangling = 100;

async function checkDocuments({ db, signal, progress }: JobContext, found: Found): Promise<number> {
  const documents = db.all<{ id: number; guid: Guid; title: string; sha256: string | null; characters: number }>(sql`
    SELECT d.id, d.guid, d.title, t.sha256, t.characters FROM document AS d LEFT JOIN document_text AS t ON t.id = d.id
    ORDER BY d.id`);
  for (const [index, document] of documents.entries()) {
    await breathe(signal);
    progress(index / documents.length);
    const text = db.get<{ text: string }>(sql`SELECT text FROM document_text WHERE id = ${document.id}`)?.text ?? '';
    if (document.sha256 !== sha256(text)) found('text', document.guid, 'check.text', { title: document.title });
    if (document.characters !== text.length) {
      found('text', document.guid, 'check.text.length', { title: document.title });
    }
    checkCodings(db, document, text, found);
    const pages = pageStartsOf(db, document.id);
    if (pages && !arePages(pages, text.length)) found('range', document.guid, 'check.pages', { title: document.title });
    for (const passage of passagesOf(db, document.id)) {
      const words = text.slice(passage.start_offset, passage.end_offset);
      // One whose words were all removed keeps its last ones (LK3).
      if (passage.end_offset > passage.start_offset && words !== passage.quote)
        found('quote', passage.guid, 'check.passage', { title: document.title });
    }
  }
  return documents.length;
}

function checkCodings(
  db: ReadableDb,
  document: { readonly id: number; readonly title: string },
  text: string,
  found: Found,
): void {
  const rows = db.all<CodingRow>(sql`SELECT * FROM coding WHERE document_id = ${document.id}`);
  for (const row of rows) {
    const params = { title: document.title };
    if (row.end_offset > text.length) found('range', row.guid, 'check.range', params);
    else if (text.slice(row.start_offset, row.end_offset) !== row.quote)
      found('quote', row.guid, 'check.quote', params);
    if (codingChecksum(row) !== row.checksum) found('checksum', row.guid, 'check.coding.checksum', params);
  }
}

async function checkMemos({ db, signal }: JobContext, found: Found): Promise<number> {
  await breathe(signal);
  const rows = db.all<MemoRow>(sql`SELECT * FROM memo`);
  for (const row of rows) {
    if (memoChecksum(row) !== row.checksum) found('checksum', row.guid, 'check.memo.checksum', { title: row.title });
  }
  const lost = db.all<{ guid: Guid; title: string }>(sql`
    SELECT m.guid, m.title FROM memo_target AS t JOIN memo AS m ON m.id = t.memo_id
    WHERE t.target_guid NOT IN (
      SELECT guid FROM project UNION ALL SELECT guid FROM document UNION ALL SELECT guid FROM code
      UNION ALL SELECT guid FROM coding UNION ALL SELECT guid FROM study_case UNION ALL SELECT guid FROM variable
      UNION ALL SELECT guid FROM coder)`);
  for (const row of lost) found('reference', row.guid, 'check.memo-target', { title: row.title });
  return rows.length;
}

async function checkCodes({ db, signal }: JobContext, found: Found): Promise<number> {
  await breathe(signal);
  const rows = db.all<{ id: number; guid: Guid; parent_id: number | null; position: number; name: string }>(
    sql`SELECT id, guid, parent_id, position, name FROM code ORDER BY parent_id, position`,
  );
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  for (const row of rows) {
    const seen = new Set<number>([row.id]);
    let above = row.parent_id;
    for (; above !== null && !seen.has(above); above = parents.get(above) ?? null) seen.add(above);
    if (above === row.id) found('tree', row.guid, 'check.tree', { name: row.name }); // CT1
  }
  for (const [parent, siblings] of Map.groupBy(rows, (row) => row.parent_id)) {
    if (siblings.some((row, index) => row.position !== index)) {
      const name = rows.find(({ id }) => id === parent)?.name ?? '–';
      found('tree', String(parent ?? 'root'), 'check.tree.order', { name }); // CT2
    }
  }
  return rows.length;
}

async function checkHistory({ session, signal }: JobContext, found: Found): Promise<number> {
  const { connection } = session;
  const groups = connection.all<{ sequence: number; chain: string }>(
    sql`SELECT sequence, chain FROM history_group ORDER BY sequence`,
  );
  for (const [index, { sequence, chain }] of groups.entries()) {
    if (index % 50 === 0) await breathe(signal);
    // HI5: a missing predecessor shows as a wrong hash of its successor.
    if (chainOf(connection, sequence) !== chain || sequence !== index + 1) {
      found('history', String(sequence), 'check.history', { sequence });
      break;
    }
  }
  return groups.length;
}
