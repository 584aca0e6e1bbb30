import { querySettings, type QuerySettings } from '../../../shared/contract/queries.ts';
import { parseQuery } from '../../../shared/domain/analysis/query-parser.ts';
import { printQuery } from '../../../shared/domain/analysis/query.ts';
import type { ReadableDb } from '../../db/database.ts';
import {
  deleteSavedQuery,
  insertSavedQuery,
  requireSavedQuery,
  savedQueries,
  updateSavedQuery,
} from '../../db/saved-queries.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { queryWithGuids, queryWithNames } from '../query-names.ts';
import { readQuery } from './analysis-retrieval.ts';

export const queryQueries = {
  'queries.list': ({ db }) =>
    savedQueries(db).map(({ guid, name, settings, created_at, modified_at }) => ({
      guid,
      name,
      settings: shown(db, settings),
      createdAt: created_at,
      modifiedAt: modified_at,
    })),
} satisfies Partial<QueryHandlers>;

export const queryCommands = {
  'queries.save': ({ db, services, session, now }, { name, settings }) => {
    const guid = services.ports.ids.next();
    const created_by = session.currentCoder?.id ?? null;
    insertSavedQuery(db, { guid, name, settings: stored(db, settings), created_by, created_at: now });
    return { value: { guid }, label: label('history.query.saved', { name }) };
  },
  'queries.update': ({ db, now }, { queryId, name, settings }) => {
    const row = requireSavedQuery(db, queryId);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(settings ? { settings: stored(db, settings) } : {}),
    };
    updateSavedQuery(db, row, change, now);
    return { value: {}, label: label('history.query.changed', { name: name ?? row.name }) };
  },
  'queries.remove': ({ db }, { queryId }) => {
    const row = requireSavedQuery(db, queryId);
    deleteSavedQuery(db, row.id);
    return { value: {}, label: label('history.query.removed', { name: row.name }) };
  },
} satisfies Partial<CommandHandlers>;

/** @throws SimpulError `retrieval-…`, `ambiguous-name` */
function stored(db: ReadableDb, settings: QuerySettings): string {
  return JSON.stringify({ ...settings, query: printQuery(queryWithGuids(db, readQuery(settings.query))) });
}

function shown(db: ReadableDb, text: string): QuerySettings {
  const settings = querySettings.parse(JSON.parse(text));
  const parsed = parseQuery(settings.query);
  return parsed.ok ? { ...settings, query: printQuery(queryWithNames(db, parsed.query)) } : settings;
}
