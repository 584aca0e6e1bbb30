// Words that a study leaves out of its counts: its own, and those of the lists that come with the program.

import type { Guid } from '../../shared/domain/ids.ts';
import type { StopWordList, StopWords } from '../../shared/domain/search/stop-words.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

/** The study's own words in the order of the alphabet. */
export function stopWordsOf(db: ReadableDb): StopWords {
  const off = new Set(db.all<{ list: string }>(sql`SELECT list FROM stop_list_off`).map(({ list }) => list));
  const lists: StopWordList = off.has('id') ? (off.has('en') ? 'none' : 'en') : off.has('en') ? 'id' : 'both';
  return {
    lists,
    own: db.all<{ word: string }>(sql`SELECT word FROM stop_word ORDER BY word`).map(({ word }) => word),
  };
}

type Made = { readonly created_by: number | null; readonly created_at: string };

/** What is there already stays the row it was. @param own in small letters, each once */
export function writeOwnStopWords(db: WritableDb, own: readonly string[], newGuid: () => Guid, made: Made): void {
  const wanted = new Set(own);
  const former = new Set(stopWordsOf(db).own);
  for (const word of former) if (!wanted.has(word)) db.run(sql`DELETE FROM stop_word WHERE word = ${word}`);
  for (const word of wanted) {
    if (former.has(word)) continue;
    db.run(sql`
      INSERT INTO stop_word (guid, word, created_by, created_at)
      VALUES (${newGuid()}, ${word}, ${made.created_by}, ${made.created_at})`);
  }
}

export function writeStopLists(db: WritableDb, lists: StopWordList, newGuid: () => Guid, made: Made): void {
  const former = stopWordsOf(db).lists;
  for (const list of ['id', 'en'] as const) {
    const isUsed = lists === 'both' || lists === list;
    if (isUsed === (former === 'both' || former === list)) continue;
    if (isUsed) db.run(sql`DELETE FROM stop_list_off WHERE list = ${list}`);
    else {
      db.run(sql`
        INSERT INTO stop_list_off (guid, list, created_by, created_at)
        VALUES (${newGuid()}, ${list}, ${made.created_by}, ${made.created_at})`);
    }
  }
}
