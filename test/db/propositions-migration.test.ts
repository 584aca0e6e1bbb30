// Issue 6: conclusions that were memos become propositions when an older project is opened, and none is lost.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDriver, sql, type Connection } from '../../src/main/db/database.ts';
import { migrate, readMigrations } from '../../src/main/db/migrate.ts';
import { isGuid } from '../../src/shared/domain/ids.ts';
import { guidOf, root } from '../support/project.ts';

const at = '2026-01-01T00:00:00.000Z';
let folder: string;
let db: Connection;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-migration-'));
  db = await openDriver(join(folder, 'old.db'), { readOnly: false, mustExist: false, busyMs: 0 });
  const all = readMigrations(join(root, 'migrations'));
  migrate(
    db,
    all.slice(
      0,
      all.findIndex(({ name }) => name.endsWith('_propositions.sql')),
    ),
  );
  db.execute(`
    INSERT INTO project VALUES (1, '${guidOf(1)}', 'Studi', '', 'id', 0, '${at}');
    INSERT INTO document VALUES (1, '${guidOf(2)}', 'Wawancara', 'interview', '', '', NULL, '', NULL, NULL, '', 0, NULL,
      '${at}', '${at}');
    INSERT INTO code (id, guid, position, name, color, created_at, modified_at)
      VALUES (1, '${guidOf(3)}', 0, 'Inovasi', '#112233', '${at}', '${at}');
    INSERT INTO coding (id, guid, document_id, start_offset, end_offset, code_id, quote, created_at, modified_at, checksum)
      VALUES (1, '${guidOf(4)}', 1, 0, 4, 1, 'Satu', '${at}', '${at}', 0);`);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function memo(id: number, title: string, body: string, kind: string, targets: readonly string[]): void {
  db.run(sql`INSERT INTO memo VALUES (${id}, ${guidOf(100 + id)}, ${title}, ${body}, ${kind}, NULL, ${at}, ${at}, 0)`);
  for (const target of targets) {
    db.execute(`INSERT INTO memo_target (memo_id, kind, target_guid, document_id, start_offset, end_offset, quote)
      VALUES (${id}, ${target})`);
  }
}

test('summaries about the project or a code become propositions with their quotations; other memos stay memos', () => {
  const project = `'project', '${guidOf(1)}', NULL, NULL, NULL, NULL`;
  const code = `'code', '${guidOf(3)}', NULL, NULL, NULL, NULL`;
  const document = `'document', '${guidOf(2)}', NULL, NULL, NULL, NULL`;
  const coding = `'coding', '${guidOf(4)}', NULL, NULL, NULL, NULL`;
  const passage = `'passage', '${guidOf(2)}', 1, 5, 8, 'dua'`;
  memo(1, 'Layanan menjadi cepat', 'Karena "aplikasi".\nLagi.', 'summary', [project, coding, passage, document]);
  memo(2, '', 'Tanpa judul.\nBaris kedua.', 'summary', [code]);
  memo(3, 'Ringkasan kontak', 'Isi', 'summary', [document]);
  memo(4, 'Catatan', 'Isi', 'analytic', [project]);

  migrate(db, readMigrations(join(root, 'migrations')));

  const found = db.all<Record<string, string>>(sql`
    SELECT guid, statement, argument, scope, dimension_guid, status, memo_guid FROM proposition ORDER BY position`);
  expect(found).toEqual([
    expect.objectContaining({
      statement: 'Layanan menjadi cepat',
      argument: 'Karena "aplikasi".\nLagi.',
      scope: 'Wawancara',
      status: 'tentative',
      memo_guid: guidOf(101),
    }),
    expect.objectContaining({
      statement: 'Tanpa judul.',
      argument: 'Tanpa judul.\nBaris kedua.',
      dimension_guid: guidOf(3),
    }),
  ]);
  expect(found.every(({ guid = '' }) => isGuid(guid))).toBe(true);
  const evidence = db.all<{ kind: string; target_guid: string; note: string; fingerprint: string }>(sql`
    SELECT kind, target_guid, note, fingerprint FROM proposition_evidence ORDER BY id`);
  expect(evidence.map(({ kind, note, fingerprint }) => [kind, note, JSON.parse(fingerprint)])).toEqual([
    ['coding', '', { document: guidOf(2), code: guidOf(3), quote: 'Satu' }],
    ['passage', '', { document: guidOf(2), quote: 'dua', lost: false }],
  ]);
  expect(evidence[0]?.target_guid).toBe(guidOf(4));
  expect(db.all(sql`SELECT guid, document_id, start_offset, end_offset, quote FROM passage`)).toEqual([
    { guid: evidence[1]?.target_guid, document_id: 1, start_offset: 5, end_offset: 8, quote: 'dua' },
  ]);
  expect(db.get<{ n: number }>(sql`SELECT count(*) AS n FROM memo`)?.n).toBe(4);
});
