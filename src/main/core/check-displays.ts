// Displays and kept results: whether each is readable, and whether what hangs on a display hangs on something.

import { displayDefinition } from '../../shared/contract/displays.ts';
import { networkKind, networkLinkKind } from '../../shared/contract/networks.ts';
import { keptMethod, resultTable } from '../../shared/contract/results.ts';
import { z } from 'zod';
import { sql } from '../db/database.ts';
import { listDisplays } from '../db/displays.ts';
import { listLinks } from '../db/networks.ts';
import { answerOf, listResults, listStates } from '../db/results.ts';
import type { Found } from './check.ts';
import type { JobContext } from './handler.ts';
import { breathe } from './jobs.ts';

/** Evidence whose coding is gone is no damage: the gap is shown. @returns how many displays and results there are */
export async function checkDisplays({ db, signal }: JobContext, found: Found): Promise<number> {
  const displays = listDisplays(db);
  const links = listLinks(db);
  for (const { id, guid, name, kind, definition } of displays) {
    const isSound = networkKind.safeParse(kind).success
      ? links.every((link) => link.display_id !== id || networkLinkKind.safeParse(link.kind).success)
      : isReadable(displayDefinition, definition);
    if (!isSound) found('reference', guid, 'check.display', { name });
  }
  const loose = db.all<{ guid: string; name: string }>(sql`
    SELECT e.guid, d.name FROM display_evidence AS e JOIN display AS d ON d.id = e.display_id
    WHERE e.owner_guid NOT IN (
      SELECT guid FROM display_cell WHERE display_id = e.display_id
      UNION ALL SELECT guid FROM display_node WHERE display_id = e.display_id
      UNION ALL SELECT guid FROM display_link WHERE display_id = e.display_id)`);
  const crossed = db.all<{ guid: string; name: string }>(sql`
    SELECT l.guid, d.name FROM display_link AS l JOIN display AS d ON d.id = l.display_id
    JOIN display_node AS f ON f.id = l.from_node_id JOIN display_node AS t ON t.id = l.to_node_id
    WHERE f.display_id <> l.display_id OR t.display_id <> l.display_id`);
  for (const { guid, name } of [...loose, ...crossed]) found('reference', guid, 'check.display.part', { name });
  const results = listResults(db);
  const states = Map.groupBy(listStates(db), ({ result_id }) => result_id);
  for (const { id, guid, name, method } of results) {
    await breathe(signal);
    const own = states.get(id) ?? [];
    const isWhole =
      keptMethod.safeParse(method).success &&
      own.length > 0 &&
      own.every((state) => isReadable(z.array(resultTable), answerOf(db, state.id)));
    if (!isWhole) found('reference', guid, 'check.result', { name });
  }
  return displays.length + results.length;
}

function isReadable(shape: z.ZodType, json: string): boolean {
  try {
    return shape.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}
