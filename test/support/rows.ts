// Everything the history covers, as one value that two moments can be compared by (HI3).

import { sql, type ReadableDb } from '../../src/main/db/database.ts';
import { trackedTables } from '../../src/main/db/history.ts';

/** All tracked rows. The revision of a text is left out: it only grows, also through undo. */
export function trackedRows(db: ReadableDb): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    trackedTables.map((table) => [
      table,
      db
        .all<Record<string, unknown>>({ text: `SELECT * FROM ${table} ORDER BY id`, params: [] })
        .map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'revision'))),
    ]),
  );
}

/** Codings whose quote is not the slice of their text, or that lie outside it (SG1, SG3). */
export function brokenCodings(db: ReadableDb): readonly string[] {
  const texts = new Map(
    db.all<{ id: number; text: string }>(sql`SELECT id, text FROM document_text`).map(({ id, text }) => [id, text]),
  );
  return db
    .all<{ guid: string; document_id: number; start_offset: number; end_offset: number; quote: string; state: string }>(
      sql`SELECT guid, document_id, start_offset, end_offset, quote, state FROM coding`,
    )
    .filter((row) => {
      const text = texts.get(row.document_id) ?? '';
      const empty = row.start_offset === row.end_offset;
      return (
        text.slice(row.start_offset, row.end_offset) !== row.quote ||
        row.end_offset > text.length ||
        empty !== (row.state === 'orphaned')
      );
    })
    .map(({ guid }) => guid);
}
