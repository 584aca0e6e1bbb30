// How the material narrows on the way to what is claimed: characters, each counted once however often it is coded.

import type { Funnel } from '../../shared/contract/condensation.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type Statement } from '../db/database.ts';
import { cellsOf } from '../db/displays.ts';
import { evidenceIn, matricesIn, planFor } from './displays/present.ts';

type Ranged = { readonly document: number; readonly start: number; readonly end: number };

export function funnelOf(db: ReadableDb): Funnel {
  const characters = db.get<{ n: number }>(sql`SELECT coalesce(sum(characters), 0) AS n FROM document_text`)?.n ?? 0;
  const coded = covered(
    db,
    sql`SELECT c.document_id AS document, c.start_offset AS start, c.end_offset AS "end"
    FROM coding AS c WHERE c.state <> 'orphaned' ORDER BY 1, 2`,
  );
  const condensed = covered(
    db,
    sql`SELECT c.document_id AS document, c.start_offset AS start, c.end_offset AS "end"
    FROM coding AS c JOIN condensation AS n ON n.coding_id = c.id
    WHERE c.state <> 'orphaned' AND n.reduction <> '' ORDER BY 1, 2`,
  );
  const displayed = covered(
    db,
    sql`SELECT c.document_id AS document, c.start_offset AS start, c.end_offset AS "end"
    FROM coding AS c WHERE c.state <> 'orphaned' AND c.guid IN (
      SELECT value FROM json_each(${JSON.stringify(condensedInCells(db))})
      UNION ALL SELECT coding_guid FROM display_evidence
      UNION ALL SELECT target_guid FROM display_link_evidence WHERE kind = 'coding') ORDER BY 1, 2`,
  );
  const claimed = covered(
    db,
    sql`SELECT c.document_id AS document, c.start_offset AS start, c.end_offset AS "end"
    FROM coding AS c WHERE c.state <> 'orphaned'
      AND c.guid IN (SELECT target_guid FROM proposition_evidence WHERE kind = 'coding') ORDER BY 1, 2`,
  );
  return {
    characters,
    coded: coded.characters,
    condensed: condensed.characters,
    displayed: displayed.characters,
    claimed: claimed.characters,
    codings: {
      coded: coded.codings,
      condensed: condensed.codings,
      displayed: displayed.codings,
      claimed: claimed.codings,
    },
  };
}

/** Codings behind the cells that a researcher wrote in: a matrix that only lists what is coded displays nothing yet. */
function condensedInCells(db: ReadableDb): readonly Guid[] {
  const found = matricesIn(db).flatMap((display) => {
    const written = cellsOf(db, display.id).filter(({ text, rating }) => text !== '' || rating !== '');
    if (written.length === 0) return [];
    const plan = planFor(db, display);
    return written.flatMap((cell) => evidenceIn(db, plan, cell.row_key, cell.column_key).map(({ guid }) => guid));
  });
  return [...new Set(found)];
}

/** Characters under at least one of the ranges, which come by document and start. */
function covered(db: ReadableDb, query: Statement): { readonly characters: number; readonly codings: number } {
  let characters = 0;
  let document = -1;
  let reached = 0;
  const rows = db.all<Ranged>(query);
  for (const row of rows) {
    if (row.document !== document) {
      document = row.document;
      reached = 0;
    }
    characters += Math.max(0, row.end - Math.max(row.start, reached));
    reached = Math.max(reached, row.end);
  }
  return { characters, codings: rows.length };
}
