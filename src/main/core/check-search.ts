// The index of words: whether it says of each text what the text says.

import { sql } from '../db/database.ts';
import { searchedDocuments } from '../db/search.ts';
import { textOf } from '../db/texts.ts';
import type { Found } from './check.ts';
import type { JobContext } from './handler.ts';
import { breathe } from './jobs.ts';

/** @returns how many texts are indexed */
export async function checkSearchIndex({ db, services, signal, progress }: JobContext, found: Found): Promise<number> {
  let indexed = 0;
  const documents = searchedDocuments(db);
  for (const [index, { id, guid, title, sha256 }] of documents.entries()) {
    await breathe(signal);
    progress(index / documents.length);
    const stored = db.get<{ words: string; postings: Uint8Array }>(
      sql`SELECT words, postings FROM search_index WHERE sha256 = ${sha256}`,
    );
    if (!stored) continue;
    indexed += 1;
    const texts = [textOf(db, id)?.text ?? ''];
    const { indexes } = await services.pool.run('wordIndex', { texts }, { signal, progress: () => undefined });
    const [made] = indexes;
    if (made?.words !== stored.words || Buffer.compare(made.postings, stored.postings) !== 0) {
      found('index', guid, 'check.search-index', { title });
    }
  }
  return indexed;
}
