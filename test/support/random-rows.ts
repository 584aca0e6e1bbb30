// Rows for every table that an exchange carries row by row, made from the schema alone: a table that is added later is
// filled without a line here, unless one of its texts must be more than words.

import { sql, type Connection, type Value } from '../../src/main/db/database.ts';
import type { TrackedTable } from '../../src/main/db/history.ts';
import {
  inOrderOfReference,
  ownColumns,
  ownTables,
  type OwnColumn,
  type OwnTable,
} from '../../src/main/db/own-rows.ts';
import { matrixKind } from '../../src/shared/contract/displays.ts';
import { networkLinkKind } from '../../src/shared/contract/networks.ts';
import { tactic } from '../../src/shared/contract/propositions.ts';
import { fingerprintOf } from '../../src/shared/domain/evidence/fingerprints.ts';
import { guidOf, type randomOf } from './project.ts';

type Random = ReturnType<typeof randomOf>;

const words = ['Tutur', 'a <b> & "c"', '漢字 🙂', "it's – so\nand so", '‮terbalik', '  spasi ', ''] as const;

/** Texts that handlers read as more than words. */
const special: Readonly<Record<string, (guids: readonly string[], random: Random) => string>> = {
  'display.definition': (guids, random) =>
    JSON.stringify({ rows: { by: 'codes', ids: [random.pick(guids)] }, columns: { by: 'cases' } }),
  'display.kind': (_, random) => random.pick(matrixKind.options),
  'display_link.kind': (_, random) => random.pick(networkLinkKind.options),
  'display_link_evidence.fingerprint': (_, random) => fingerprintOf({ words: random.pick(words) }),
  'import_report.data': () => JSON.stringify({ counts: { codes: 1 }, changes: [], notes: [] }),
  'import_report.direction': () => 'import',
  'proposition_check.tactic': (_, random) => random.pick(tactic.options),
  'proposition_evidence.fingerprint': (_, random) => fingerprintOf({ words: random.pick(words) }),
  'result_state.answer': () => '[]',
  'saved_query.settings': (guids, random) =>
    JSON.stringify({ query: `code("${random.pick(guids)}")`, mode: 'segments' }),
  'saved_result.input': (guids, random) => JSON.stringify({ codeIds: [random.pick(guids)] }),
  'saved_result.method': () => 'analysis.frequency',
  'saved_search.settings': () => JSON.stringify({ query: 'warga' }),
  'triangulation_cell.comparison': () => '{"kind":"source"}',
  'triangulation_verdict.comparison': () => '{"kind":"source"}',
};

/**
 * Fills every such table of a closed project's file with a few rows; what a rule of a table forbids is left out.
 * @param firstGuid the number of the first GUID that is made
 */
export function fillOwnTables(db: Connection, random: Random, firstGuid: number): void {
  let next = firstGuid;
  const everyGuid = ['code', 'coding', 'study_case', 'document', 'memo', 'guide_question'].flatMap((table) =>
    db.all<{ guid: string }>({ text: `SELECT guid FROM ${table}`, params: [] }).map(({ guid }) => guid),
  );
  for (const table of inOrderOfReference(db, ownTables)) {
    const columns = ownColumns(db, table);
    const allowed = enumerationsOf(db, table);
    for (let made = 0, tried = 0; made < 1 + random.below(3) && tried < 40; tried += 1) {
      const guid = guidOf(next);
      const row = columns.map((column) =>
        column.name === 'guid' ? guid : valueFor({ db, random, table, column, allowed, guids: everyGuid }),
      );
      const names = columns.map(({ name }) => name);
      const { changes } = db.run({
        text: `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        params: row,
      });
      if (changes === 0) continue;
      made += 1;
      next += 1;
      everyGuid.push(guid);
    }
  }
}

type Wanted = {
  readonly db: Connection;
  readonly random: Random;
  readonly table: OwnTable;
  readonly column: OwnColumn;
  readonly allowed: ReadonlyMap<string, readonly string[]>;
  readonly guids: readonly string[];
};

function valueFor({ db, random, table, column, allowed, guids }: Wanted): Value {
  const { name, type, required, refersTo } = column;
  if (refersTo !== null) return !required && random.below(3) === 0 ? null : numberIn(db, random, refersTo);
  if (!required && random.below(3) === 0) return null;
  const made = special[`${table}.${name}`];
  if (made) return made(guids, random);
  const among = allowed.get(name);
  if (among) return type === 'INTEGER' ? Number(random.pick(among)) : random.pick(among);
  if (name.endsWith('_guid')) return random.pick(guids);
  if (type === 'INTEGER') return random.below(50);
  return name.endsWith('_at') || name === 'at' ? '2026-03-04T05:06:07.890Z' : random.pick(words);
}

function numberIn(db: Connection, random: Random, table: TrackedTable): number | null {
  const rows = db.all<{ id: number }>({ text: `SELECT id FROM ${table}`, params: [] });
  return rows.length === 0 ? null : random.pick(rows).id;
}

/** What the table says a column may be: `CHECK (name IN ('a', 'b'))`. */
function enumerationsOf(db: Connection, table: OwnTable): ReadonlyMap<string, readonly string[]> {
  const source = db.get<{ sql: string }>(sql`SELECT sql FROM sqlite_schema WHERE name = ${table}`)?.sql ?? '';
  const found = [...source.matchAll(/CHECK \(\s*(\w+) IN \(([^)]*)\)/g)];
  return new Map(
    found.map(([, name = '', list = '']) => [name, list.split(',').map((each) => each.trim().replace(/^'|'$/g, ''))]),
  );
}
