// Canonical texts and what is derived from them.

import type { Range } from '../../shared/domain/segments.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';
import { storedText, textStructure, type StoredText, type TextStructure } from './stored-text.ts';

export type TextRow = {
  readonly id: number;
  readonly text: string;
  readonly characters: number;
  readonly revision: number;
  readonly sha256: string;
};

/** Whoever codes, codes one text many times, and to decode a long text takes longer than all else a coding needs. */
const readLast = new WeakMap<ReadableDb, TextRow>();

export function textOf(db: ReadableDb, documentId: number): TextRow | undefined {
  const known = readLast.get(db);
  if (known?.id === documentId) {
    const now = db.get<Omit<TextRow, 'text'>>(sql`
      SELECT id, characters, revision, sha256 FROM document_text WHERE id = ${documentId}`);
    if (now?.sha256 === known.sha256) return { ...known, ...now };
  }
  const row = db.get<TextRow>(sql`SELECT * FROM document_text WHERE id = ${documentId}`);
  if (row) readLast.set(db, row);
  return row;
}

/**
 * Words of a text, without taking all of it out of the file where it is long and not at hand.
 * @returns null where only the whole text can tell: SQLite counts characters, and this one has some of two UTF-16 units
 */
export function wordsOfText(
  db: ReadableDb,
  documentId: number,
  { start, end }: Range,
): { readonly characters: number; readonly words: string } | null {
  if (readLast.get(db)?.id === documentId) return null;
  const row = db.get<{ characters: number; counted: number; words: string }>(sql`
    SELECT characters, length(text) AS counted, substr(text, ${start + 1}, ${end - start}) AS words
    FROM document_text WHERE id = ${documentId}`);
  return row && row.counted === row.characters ? row : null;
}

export function insertText(db: WritableDb, documentId: number, text: string): void {
  insertStoredText(db, documentId, storedText(text));
}

export function insertStoredText(db: WritableDb, documentId: number, text: StoredText): void {
  db.run(sql`
    INSERT INTO document_text (id, text, characters, revision, sha256)
    VALUES (${documentId}, CAST(${text.bytes} AS TEXT), ${text.characters}, 1, ${text.sha256})`);
  insertStructure(db, documentId, text);
}

/** Every text has a revision that only grows, also through undo, so that no client mistakes an old one. */
export function replaceText(db: WritableDb, documentId: number, text: string, revision: number): void {
  const stored = storedText(text);
  db.run(sql`
    UPDATE document_text SET text = CAST(${stored.bytes} AS TEXT), characters = ${stored.characters},
      revision = ${revision}, sha256 = ${stored.sha256} WHERE id = ${documentId}`);
  insertStructure(db, documentId, stored);
}

export function deleteText(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM text_structure WHERE id = ${documentId}`);
  db.run(sql`DELETE FROM document_text WHERE id = ${documentId}`);
}

/** Derived, so outside the history: written anew whenever a text comes, changes or comes back. */
export function writeStructure(db: WritableDb, documentId: number, text: string): void {
  insertStructure(db, documentId, textStructure(text));
}

export function deleteStructure(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM text_structure WHERE id = ${documentId}`);
}

function insertStructure(db: WritableDb, documentId: number, structure: TextStructure): void {
  db.run(sql`
    INSERT OR REPLACE INTO text_structure (id, paragraphs, sentences, words)
    VALUES (${documentId}, ${structure.paragraphs}, ${structure.sentences}, ${structure.words})`);
}
