// Databases of other programs, read from a copy in memory: their file is neither opened nor changed, and nothing in it is run.

import { sql, type Value } from './database.ts';

/** A table that may be read, row by row; '' and null are told apart, numbers may come as texts. */
export type ForeignRow = Readonly<Record<string, Value>>;

export type ForeignDatabase = {
  /** True where it is a table, not a view that computes what it likes. */
  readonly has: (table: string) => boolean;
  /** All rows of a table; none where there is no such table. */
  readonly rows: (table: ForeignTable) => readonly ForeignRow[];
  readonly close: () => void;
};

/** The tables that are read: names of our own, so that no name of a file becomes part of a statement. */
const statements = {
  annotation: sql`SELECT * FROM annotation`,
  attribute: sql`SELECT * FROM attribute`,
  attribute_type: sql`SELECT * FROM attribute_type`,
  attributes: sql`SELECT * FROM attributes`,
  case_text: sql`SELECT * FROM case_text`,
  caseAttr: sql`SELECT * FROM caseAttr`,
  caselinkage: sql`SELECT * FROM caselinkage`,
  cases: sql`SELECT * FROM cases`,
  code_av: sql`SELECT * FROM code_av`,
  code_cat: sql`SELECT * FROM code_cat`,
  code_image: sql`SELECT * FROM code_image`,
  code_name: sql`SELECT * FROM code_name`,
  code_text: sql`SELECT * FROM code_text`,
  codecat: sql`SELECT * FROM codecat`,
  coding: sql`SELECT * FROM coding`,
  documents: sql`SELECT * FROM documents`,
  fileAttr: sql`SELECT * FROM fileAttr`,
  filecat: sql`SELECT * FROM filecat`,
  freecode: sql`SELECT * FROM freecode`,
  graph: sql`SELECT * FROM graph`,
  highlight_tags: sql`SELECT * FROM highlight_tags`,
  highlights: sql`SELECT * FROM highlights`,
  imageCoding: sql`SELECT * FROM imageCoding`,
  journal: sql`SELECT * FROM journal`,
  project: sql`SELECT * FROM project`,
  projects: sql`SELECT * FROM projects`,
  source: sql`SELECT * FROM source`,
  tags: sql`SELECT * FROM tags`,
  treecode: sql`SELECT * FROM treecode`,
} as const;
export type ForeignTable = keyof typeof statements;

const journalModes = { write: 18, read: 19 } as const;

/**
 * Opens the bytes of an SQLite file.
 * @returns null where they are none, or a damaged one
 */
export async function openForeign(bytes: Uint8Array): Promise<ForeignDatabase | null> {
  if (!Buffer.from(bytes.subarray(0, 16)).equals(Buffer.from('SQLite format 3\0'))) return null;
  const { default: Database } = await import('better-sqlite3');
  const copy = Buffer.from(bytes);
  // A file that its program left with a log cannot be opened from memory; without the log it is what it was at its last rest.
  if (copy[journalModes.write] === 2) copy[journalModes.write] = 1;
  if (copy[journalModes.read] === 2) copy[journalModes.read] = 1;
  try {
    const database = new Database(copy, { readonly: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    const tables = new Set(
      database
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
        .pluck()
        .all(),
    );
    return {
      has: (table) => tables.has(table),
      rows: (table) => (tables.has(table) ? rowsOf(database.prepare(statements[table].text).all()) : []),
      close: () => {
        database.close();
      },
    };
  } catch {
    return null;
  }
}

function rowsOf(rows: readonly unknown[]): readonly ForeignRow[] {
  return rows as readonly ForeignRow[];
}
