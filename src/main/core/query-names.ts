// The names in a retrieval query: kept by GUID, shown as they are now.

import { namesReplaced, type NamedKind, type Query } from '../../shared/domain/analysis/query.ts';
import { pathSeparator } from '../../shared/domain/codes.ts';
import { parseGuid } from '../../shared/domain/ids.ts';
import { documentFacts, namedCases, namedCoders } from '../db/analysis.ts';
import { listVariables } from '../db/cases.ts';
import type { ReadableDb } from '../db/database.ts';
import { oneNamed, type NamedItem } from './handlers/analysis-query.ts';
import { codePaths } from './handlers/codings.ts';

/** @throws SimpulError `retrieval-name` where a name is not there, `ambiguous-name` */
export function queryWithGuids(db: ReadableDb, query: Query): Query {
  const known = namedItems(db);
  return namesReplaced(query, (kind, name) => oneNamed(known(kind), name).guid);
}

/** What is gone, or cannot be told from another by its name, stays a GUID. */
export function queryWithNames(db: ReadableDb, query: Query): Query {
  const known = namedItems(db);
  return namesReplaced(query, (kind, guid) => {
    const item = known(kind).find((each) => each.guid === guid);
    if (!item || parseGuid(item.name) !== null) return guid;
    return known(kind).filter(({ name }) => name === item.name).length === 1 ? item.name : guid;
  });
}

function namedItems(db: ReadableDb): (kind: NamedKind) => readonly NamedItem[] {
  const known = new Map<NamedKind, readonly NamedItem[]>();
  return (kind) => {
    const found = known.get(kind) ?? readItems(db, kind);
    known.set(kind, found);
    return found;
  };
}

function readItems(db: ReadableDb, kind: NamedKind): readonly NamedItem[] {
  switch (kind) {
    case 'code':
      return Array.from(codePaths(db), ([guid, path]) => ({
        guid,
        name: path.join(pathSeparator),
        shortName: path.at(-1),
      }));
    case 'coder':
      return namedCoders(db);
    case 'case':
      return namedCases(db);
    case 'document':
      return documentFacts(db).map(({ guid, title }) => ({ guid, name: title }));
    case 'variable':
      return listVariables(db);
  }
}
