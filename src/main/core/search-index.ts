// The words of all texts of the open project, in memory, and their index in the file.
//
// A text is known by its hash. What the file holds is taken from there; what it does not hold is made in a worker,
// so that an answer is complete with and without the index. Only a search or a change has it written, and only where
// someone works on the project for long: to look at a project, or to ask the command line once, alters no byte of it.

import { createVocabulary, type Vocabulary } from '../../shared/domain/search/vocabulary.ts';
import { postingsOf, type Postings } from '../../shared/domain/search/word-index.ts';
import type { AnalysisPool } from '../analysis/pool.ts';
import { slicer, type Slicer } from '../analysis/slices.ts';
import type { StoredWordIndex } from '../analysis/text-tasks.ts';
import { revisionOf } from '../db/analysis.ts';
import {
  countUnneeded,
  deleteUnneeded,
  indexedWords,
  insertWordIndex,
  postingsAt,
  searchedDocuments,
  textAt,
  type SearchedDocument,
} from '../db/search.ts';
import { textOf } from '../db/texts.ts';
import { assertWritable, type Session } from './session.ts';
import { inTransaction } from './write.ts';

export type IndexedText = SearchedDocument & {
  /** Of the text in the vocabulary. */
  readonly number: number;
  /** Among all texts. */
  readonly order: number;
};

/** The texts as they were at a revision. */
export type IndexedTexts = {
  readonly revision: number;
  readonly texts: readonly IndexedText[];
  readonly textAt: (number: number) => IndexedText | undefined;
  readonly vocabulary: Vocabulary;
  /** The words themselves; those read last stay in memory, for the next key that is typed. */
  readonly read: (text: IndexedText) => string;
  /** The places of the words of one text, which the vocabulary numbers. */
  readonly postings: (text: IndexedText) => Postings | null;
};

export type Control = {
  readonly signal: AbortSignal;
  readonly pause: () => Promise<void>;
  /** How much of what the index lacked is made, 0..1. */
  readonly progress?: (share: number) => void;
};

export type SearchIndex = {
  /** All texts as they are now, indexed. */
  readonly load: (control: Control) => Promise<IndexedTexts>;
  /**
   * Writes what the file does not hold, and removes what no text needs, a few texts at a time.
   * @returns how many texts were written
   * @throws SimpulError where the project cannot be changed
   */
  readonly store: (control: Control) => Promise<number>;
};

export function searchIndexOf(session: Session, pool: AnalysisPool): SearchIndex {
  const known = indexes.get(session);
  if (known) return known;
  const made = createSearchIndex(session, pool);
  indexes.set(session, made);
  return made;
}

const indexes = new WeakMap<Session, SearchIndex>();

/** Characters that a worker gets at a time. */
const batchCharacters = 2_000_000;
/** Bytes written in one transaction, which nobody can interrupt. */
const batchBytes = 2_000_000;
/** Bytes of places kept in memory: those of some hundred million characters, and where each word has its own. */
const mostKept = 64_000_000;
/** Characters of texts kept in memory. */
const mostCharacters = 8_000_000;

type Entry = {
  readonly number: number;
  readonly sha256: string;
  readonly count: number;
  /** Where the places of the words are: in a row of the file, or here. */
  readonly row: number | null;
  readonly own: StoredWordIndex | null;
};

function createSearchIndex(session: Session, pool: AnalysisPool): SearchIndex {
  const db = session.connection;
  let vocabulary = createVocabulary();
  let entries = new Map<number, Entry>();
  let next = 0;
  let loaded: IndexedTexts | null = null;
  const kept = new Map<number, Postings>();
  let keptBytes = 0;
  const lastRead = new Map<number, string>();
  let lastCharacters = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const add = (document: SearchedDocument, words: string, row: number | null, own: StoredWordIndex | null): void => {
    const list = words === '' ? [] : words.split('\n');
    vocabulary.add(next, list);
    entries.set(document.id, { number: next, sha256: document.sha256, count: list.length, row, own });
    next += 1;
  };
  // What was read stays, as far as there is room: the next key typed asks the same texts.
  const placesIn = (entry: Entry): Postings => {
    const known = kept.get(entry.number);
    if (known) return known;
    const bytes = entry.own?.postings ?? (entry.row === null ? new Uint8Array() : postingsAt(db, entry.row));
    const postings = postingsOf(bytes, entry.count);
    const size = postings.offsets.byteLength + bytes.length;
    if (keptBytes + size <= mostKept) {
      kept.set(entry.number, postings);
      keptBytes += size;
    }
    return postings;
  };
  const read = ({ id, number, characters }: IndexedText): string => {
    const known = lastRead.get(number);
    if (known !== undefined) return known;
    const text = textAt(db, id);
    // Changed while a search goes on: this is not the text of that number, which undo may bring back.
    if (loaded?.revision !== revisionOf(db)) return text;
    if (lastCharacters + characters > mostCharacters) {
      lastRead.clear();
      lastCharacters = 0;
    }
    if (characters <= mostCharacters) {
      lastRead.set(number, text);
      lastCharacters += characters;
    }
    return text;
  };
  const isKnown = ({ id, sha256 }: SearchedDocument): boolean => entries.get(id)?.sha256 === sha256;

  const readAll = async (slice: Slicer, control: Control): Promise<void> => {
    const documents = searchedDocuments(db);
    const ids = new Set(documents.map(({ id }) => id));
    for (const id of entries.keys()) if (!ids.has(id)) entries.delete(id);
    // Words of former texts stay until they are as many as those in use.
    if (next > 2 * documents.length + 200) {
      vocabulary = createVocabulary();
      entries = new Map();
      kept.clear();
      keptBytes = 0;
      lastRead.clear();
      lastCharacters = 0;
      next = 0;
    }
    const missing: SearchedDocument[] = [];
    for (const document of documents) {
      if (isKnown(document)) continue;
      await slice.rest();
      const stored = indexedWords(db, document.sha256);
      if (stored) add(document, stored.words, stored.id, null);
      else missing.push(document);
    }
    let made = 0;
    for (const batch of batchesOf(missing, batchCharacters, ({ characters }) => characters)) {
      await slice.rest();
      control.progress?.(made / missing.length);
      made += batch.length;
      const texts = batch.map(({ id }) => textOf(db, id));
      const answer = await pool.run(
        'wordIndex',
        { texts: texts.map((row) => row?.text ?? '') },
        { signal: control.signal, progress: () => undefined },
      );
      for (const [k, document] of batch.entries()) {
        const index = answer.indexes[k];
        // The text may have changed after the list of documents was read; then the next round finds it.
        if (index && texts[k]?.sha256 === document.sha256) add(document, index.words, null, index);
      }
    }
  };

  const loadNow = async (control: Control): Promise<IndexedTexts> => {
    for (let attempt = 0; ; attempt += 1) {
      const revision = revisionOf(db);
      if (loaded?.revision === revision) return loaded;
      await readAll(slicer(control.pause, 8 * 4 ** attempt), control);
      if (revisionOf(db) !== revision) continue;
      const texts = searchedDocuments(db).flatMap((document) => {
        const entry = entries.get(document.id);
        return entry?.sha256 === document.sha256 ? [{ ...document, number: entry.number }] : [];
      });
      const byNumber = new Map(texts.map((text, order) => [text.number, { ...text, order }]));
      loaded = {
        revision,
        texts: [...byNumber.values()],
        textAt: (number) => byNumber.get(number),
        vocabulary,
        read,
        postings: ({ id }) => {
          const entry = entries.get(id);
          return entry ? placesIn(entry) : null;
        },
      };
      return loaded;
    }
  };

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  return {
    // One after the other: the second finds what the first has read.
    load: (control) => (loaded?.revision === revisionOf(db) ? Promise.resolve(loaded) : inTurn(() => loadNow(control))),
    store: (control) =>
      inTurn(async () => {
        await loadNow(control);
        const own = [...entries].flatMap(([id, entry]) => (entry.own ? [{ id, entry, index: entry.own }] : []));
        if (own.length > 0 || countUnneeded(db) > 0) assertWritable(session);
        for (const batch of batchesOf(own, batchBytes, ({ index }) => index.words.length + index.postings.length)) {
          await control.pause();
          inTransaction(session, () => {
            for (const { id, entry, index } of batch) {
              insertWordIndex(db, entry.sha256, index.words, index.postings);
              const row = indexedWords(db, entry.sha256)?.id ?? null;
              entries.set(id, { ...entry, row, own: row === null ? index : null });
            }
          });
        }
        await control.pause();
        if (countUnneeded(db) > 0) inTransaction(session, () => deleteUnneeded(db));
        return own.length;
      }),
  };
}

/** Lists of things that together are not much larger than a size. */
function batchesOf<Item>(items: readonly Item[], most: number, sizeOf: (item: Item) => number): readonly Item[][] {
  const batches: Item[][] = [];
  let size = most;
  for (const item of items) {
    if (size >= most) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(item);
    size += sizeOf(item);
  }
  return batches;
}
