// Codes with a star. A setting of the project file: undo of a coding must not take a star away, and a code that
// was deleted and comes back has its star again.

import { type Guid, isGuid } from '../../../shared/domain/ids.ts';
import { requireCode } from '../../db/codes.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import type { ActionHandlers, QueryHandlers } from '../handler.ts';
import { assertWritable } from '../session.ts';
import { inTransaction } from '../write.ts';

const key = 'favourite-codes';

export const favouriteQueries = {
  'codes.favourites': ({ db }) => ({ codeIds: [...favouritesIn(db)] }),
} satisfies Partial<QueryHandlers>;

export const favouriteActions = {
  'codes.setFavourites': ({ services }, { codeIds }) => {
    const session = services.projects.require();
    const wanted = [...new Set(codeIds.map((guid) => requireCode(session.connection, guid).guid))];
    assertWritable(session);
    inTransaction(session, () =>
      session.connection.run(sql`
        INSERT INTO project_setting (key, value) VALUES (${key}, ${JSON.stringify(wanted)})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`),
    );
    services.emit({ type: 'settings' });
    return {};
  },
} satisfies Partial<ActionHandlers>;

export function favouritesIn(db: ReadableDb): readonly Guid[] {
  const row = db.get<{ value: string }>(sql`SELECT value FROM project_setting WHERE key = ${key}`);
  const stored: unknown = JSON.parse(row?.value ?? '[]');
  if (!Array.isArray(stored)) return [];
  const guids = stored.filter((each): each is Guid => typeof each === 'string' && isGuid(each));
  const known = new Set(
    db
      .all<{ guid: Guid }>(sql`
        SELECT guid FROM code WHERE guid IN (SELECT value FROM json_each(${JSON.stringify(guids)}))`)
      .map(({ guid }) => guid),
  );
  return guids.filter((guid) => known.has(guid));
}
