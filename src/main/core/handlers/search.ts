import {
  searchSettings,
  type SearchedDocument,
  type SearchHit,
  type SearchSettings,
} from '../../../shared/contract/search.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { readQuery } from '../../../shared/domain/search/query.ts';
import { snapToCharacters } from '../../../shared/domain/text.ts';
import {
  deleteSavedSearch,
  insertSavedSearch,
  requireSavedSearch,
  savedSearches,
  updateSavedSearch,
} from '../../db/search.ts';
import { label, type CommandHandlers, type JobHandlers, type QueryHandlers } from '../handler.ts';
import { searchIndexOf } from '../search-index.ts';
import { pauseOf, runSearch } from '../search-run.ts';
import { codeHits } from './search-code.ts';
import { findSimilar } from './search-similar.ts';
import { stopWordCommands, stopWordQueries } from './search-stop-words.ts';
import { countWords } from './search-words.ts';

export const searchJobs = {
  'search.find': async (context, { limit, context: around, ...settings }) => {
    let told = 0;
    const { values, searched } = await runSearch<SearchedDocument>(context, settings, (found, taken) => {
      if (taken.length === 0) told = 0; // begun anew
      const { guid, title, revision } = found.document;
      const hits = found.hits.slice(0, limit - told);
      told += hits.length;
      return {
        document: guid,
        title,
        revision,
        count: found.hits.length,
        hits: hits.map((hit) => hitIn(found.text(), hit, around)),
      };
    });
    const sum = (count: (document: SearchedDocument) => number) => values.reduce((all, one) => all + count(one), 0);
    const hits = sum(({ count }) => count);
    return {
      documents: [...values],
      hits,
      searched,
      more: hits > sum((document) => document.hits.length),
    };
  },
  'search.code': codeHits,
  'search.words': countWords,
  'search.similar': findSimilar,
  'search.index': async (context) => {
    const index = searchIndexOf(context.session, context.services.pool);
    const control = { signal: context.signal, pause: pauseOf(context), progress: context.progress };
    const indexed = await index.store(control);
    const { texts } = await index.load(control);
    return { texts: texts.length, indexed };
  },
} satisfies Partial<JobHandlers>;

export const searchQueries = {
  ...stopWordQueries,
  'search.saved': ({ db }) =>
    savedSearches(db).map(({ guid, name, settings, created_at, modified_at }) => ({
      guid,
      name,
      settings: storedSettings(settings),
      createdAt: created_at,
      modifiedAt: modified_at,
    })),
} satisfies Partial<QueryHandlers>;

export const searchCommands = {
  ...stopWordCommands,
  'search.save': ({ db, services, session, now }, { name, settings }) => {
    assertReadable(settings);
    const guid = services.ports.ids.next();
    const created_by = session.currentCoder?.id ?? null;
    insertSavedSearch(db, { guid, name, settings: JSON.stringify(settings), created_by, created_at: now });
    return { value: { guid }, label: label('history.search.saved', { name }) };
  },
  'search.updateSaved': ({ db, now }, { searchId, name, settings }) => {
    if (settings) assertReadable(settings);
    const row = requireSavedSearch(db, searchId);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(settings ? { settings: JSON.stringify(settings) } : {}),
    };
    updateSavedSearch(db, row, change, now);
    return { value: {}, label: label('history.search.changed', { name: name ?? row.name }) };
  },
  'search.removeSaved': ({ db }, { searchId }) => {
    const row = requireSavedSearch(db, searchId);
    deleteSavedSearch(db, row.id);
    return { value: {}, label: label('history.search.removed', { name: row.name }) };
  },
} satisfies Partial<CommandHandlers>;

function assertReadable({ query }: Pick<SearchSettings, 'query'>): void {
  const read = readQuery(query);
  if (!read.ok) throw new SimpulError('query-unreadable', { at: read.at + 1 }, { fault: read.fault, at: read.at });
}

function storedSettings(stored: string): SearchSettings {
  return searchSettings.parse(JSON.parse(stored));
}

/** The words of a hit with those around it in its paragraph. */
function hitIn(text: string, { start, end }: Range, around: number): SearchHit {
  const wide = snapToCharacters(text, { start: Math.max(0, start - around), end: Math.min(text.length, end + around) });
  const before = text.slice(wide.start, start);
  const after = text.slice(end, wide.end);
  const lineEnd = after.indexOf('\n');
  return {
    start,
    end,
    before: before.slice(before.lastIndexOf('\n') + 1),
    match: text.slice(start, end),
    after: lineEnd === -1 ? after : after.slice(0, lineEnd),
  };
}
